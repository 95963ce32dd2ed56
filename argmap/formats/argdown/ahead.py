"""Where the next of something stands: looked up as often as one likes, found once."""

from __future__ import annotations

from attrs import define, field

__all__ = ["Ahead"]

_NOWHERE = -1


@define
class Ahead:
    """The next place of a piece of text from a place on, remembered for each ``who`` that asks.

    ``patience`` is how many characters may still be looked at in vain.

    The places from which one and the same ``who`` looks must not go back. Without the memory a line of
    ten thousand brackets would be searched to its end ten thousand times.
    """

    text: str
    patience: int = field(init=False)
    _known: dict[tuple[str, str], int] = field(factory=dict)
    _line_end: int = _NOWHERE

    def __attrs_post_init__(self) -> None:
        self.patience = 5 * len(self.text) + 10_000

    def find(self, piece: str, start: int, who: str) -> int:
        """Where ``piece`` is found from ``start`` on, or -1."""
        known = self._known.get((piece, who))
        if known is not None and (known == _NOWHERE or known >= start):
            return known
        found = self._known[piece, who] = self.text.find(piece, start)
        return found

    def line_end(self, start: int) -> int:
        """Where the line of ``start`` ends: at its line feed or carriage return, or with the text."""
        if self._line_end < start:
            ends = (self.find("\n", start, "line"), self.find("\r", start, "line"))
            self._line_end = min([end for end in ends if end >= 0], default=len(self.text))
        return self._line_end

    def on_line(self, piece: str, start: int, who: str) -> int:
        """Where ``piece`` is found from ``start`` on and before the end of its line, or -1."""
        found = self.find(piece, start, who)
        return found if found < self.line_end(start) else _NOWHERE
