"""What a difference of two maps is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from attrs import fields, frozen

from ..model.link import Link
from .tables import noun

__all__ = ["Change", "Diff", "Kind", "Turn", "detailed"]

Kind: TypeAlias = Literal["added", "removed", "changed", "renamed", "moved", "about", "data"]


@frozen
class Change:
    """One change of a map.

    ``table`` is where the value stands (claims, links, ...), ``id`` its id: the new one, or the old one of what is removed. ``before``
    and ``after`` are the whole value; of a value that is *renamed* its old and new id, of ``about`` and ``data`` (the map's own)
    theirs. What is *added* or *moved* comes directly ``behind`` that id, or first for None.
    """

    kind: Kind
    table: str = ""
    id: str = ""
    before: Any = None
    after: Any = None
    behind: str | None = None

    @property
    def noun(self) -> str:
        """What it is a change of: claim, support, group, ..., or map."""
        value = self.after if hasattr(self.after, "kind") else self.before
        return str(getattr(value, "kind", noun(self.table) if self.table else "map"))


@frozen
class Turn:
    """A verdict that is another one: of which claim or link (its new id), and what it was and is."""

    id: str
    before: str
    after: str


@frozen
class Diff:
    """What makes one map another: changes in the order in which a patch makes them, and verdicts that have turned.

    A diff is true if there is any change. `argmap.patch` makes the changes.
    """

    changes: tuple[Change, ...] = ()
    turns: tuple[Turn, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def of(self, kind: Kind, table: str = "") -> tuple[Change, ...]:
        """The changes of a kind, of one table or of all."""
        return tuple(
            [each for each in self.changes if each.kind == kind and table in ("", each.table)]
        )


_TOLD = {
    "text": "reworded",
    "title": "retitled",
    "weight": "weighted",
    "stance": "held otherwise",
    "target": "re-targeted",
    "group": "filed elsewhere",
}


def detailed(change: Change) -> Iterator[tuple[str, str, Any, Any]]:
    """For a changed value each field that differs: a word for it, its name, what it was and is."""
    if type(change.before) is not type(change.after):
        yield "of another kind", "kind", change.before.kind, change.after.kind
    for part in fields(type(change.after)):
        was, now = getattr(change.before, part.name, None), getattr(change.after, part.name)
        if part.name != "id" and was != now:
            word = _TOLD.get(part.name, "changed")
            if isinstance(change.after, Link) and part.name in dict(change.after.INPUTS):
                word = "re-targeted" if part.name == "claim" else "with other premises"
            yield word, part.name, was, now
