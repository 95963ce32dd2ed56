"""The ids that the reader gives to what has none in the document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, filterfalse

from attrs import define, field

from ...model.ids import fresh_id, plain_slug, word_slug

__all__ = ["Numbering"]


@define
class Numbering:
    """Ids made from texts, else from a kind and a number, none of them ``taken``."""

    taken: set[str]
    counts: dict[str, int] = field(factory=dict)
    numbered: dict[str, Iterator[str]] = field(factory=dict)

    def fresh(self, text: str, kind: str) -> str:
        """A new id, of the first words of ``text`` if it has any."""
        wish = plain_slug(text) if text else ""
        if wish is None:
            wish = word_slug(text)
        if not wish:
            id = self.counted(kind)
        else:
            id = wish if wish not in self.taken else fresh_id(wish, self.taken, self.counts)
        self.taken.add(id)
        return id

    def counted(self, kind: str) -> str:
        """A new id, of a kind and the next number with which it isn't taken, so that counting again comes to the same."""
        if kind not in self.numbered:
            wishes = map(f"{kind}-".__add__, map(str, count(1)))
            self.numbered[kind] = filterfalse(self.taken.__contains__, wishes)
        return next(self.numbered[kind])
