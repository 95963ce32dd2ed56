"""A line of Markdown from left to right: blanks are counted in columns, and a tab may be taken in part."""

from __future__ import annotations

from attrs import define

__all__ = ["Cursor"]

TAB = 4
"""Tab stops are so many columns apart."""


@define
class Cursor:
    """Where we are on a line: ``pad`` is how many columns are left of a tab that was taken in part."""

    line: str
    at: int = 0
    column: int = 0
    pad: int = 0

    def indent(self) -> int:
        """How many columns of blanks stand here."""
        column, at = self.column + self.pad, self.at
        while self.line[at : at + 1] in _BLANKS:
            column += _width(self.line[at], column)
            at += 1
        return column - self.column

    def rest(self) -> str:
        """What stands behind those blanks."""
        return self.line[self.at :].lstrip(" \t")

    def remaining(self) -> str:
        """All that is left, a tab that was taken in part as blanks."""
        return " " * self.pad + self.line[self.at :]

    def skip(self, columns: int) -> None:
        """Go on by so many columns of blanks, or as many as there are."""
        while columns > 0 and (self.pad or self.line[self.at : self.at + 1] in _BLANKS):
            if not self.pad:
                self.pad = _width(self.line[self.at], self.column)
                self.at += 1
            step = min(columns, self.pad)
            self.pad -= step
            self.column += step
            columns -= step

    def take(self, characters: int) -> None:
        """Go on by so many characters that aren't blanks."""
        self.at += characters
        self.column += characters


_BLANKS = (" ", "\t")


def _width(blank: str, column: int) -> int:
    return TAB - column % TAB if blank == "\t" else 1
