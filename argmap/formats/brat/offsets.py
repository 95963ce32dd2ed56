"""Offsets as places among the characters of a text, whatever they were counted in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from attrs import define, field

__all__ = ["Counting", "Pieces"]

Pieces = tuple[tuple[int, int], ...]

_UNITS = {
    "bytes": lambda char: len(char.encode()),
    "UTF-16 units": lambda char: 2 if ord(char) > 0xFFFF else 1,
}
"""How much a character counts where offsets aren't counted in characters."""


@define
class Counting:
    """The text that offsets lead into, which is ``text`` with line ends of one character."""

    text: str
    _places: dict[str, Sequence[int]] = field(factory=dict, init=False)

    def words(self, pieces: Pieces) -> str:
        """What stands there, with blanks between pieces and for line ends."""
        return " ".join([self.text[first:last] for first, last in pieces])

    def same(self, pieces: Pieces, words: str) -> bool:
        """Whether these words stand there, without regard to how blank they are between letters."""
        found = self.words(pieces)
        return found == words or found.split() == words.split()

    def counted(self, pieces: Pieces, words: str) -> tuple[str, Pieces] | None:
        """What the offsets count that lead to ``words``, and the pieces in characters; None if nothing does."""
        if self.same(pieces, words):
            return "characters", pieces
        if self.text.isascii():
            return None
        for unit in _UNITS:
            found = tuple(
                [(self._place(unit, first), self._place(unit, last)) for first, last in pieces]
            )
            if self.same(found, words):
                return unit, found
        return None

    def _place(self, unit: str, offset: int) -> int:
        if unit not in self._places:
            self._places[unit] = [0, *accumulate(map(_UNITS[unit], self.text))]
        return bisect_left(self._places[unit], offset)
