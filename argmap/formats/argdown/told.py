"""What an entry says behind its title, told at once: words over lines, links, emphasis, tags, escapes, and data at the end.

It is what `content` makes of the tokens that `scanner` and `words` find. Where anything is to be noted nothing is told.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from attrs import define, field

from ...model.data import Data
from .ahead import Ahead
from .content import MARKS
from .lines import ABOVE, EMPTY, PLAIN
from .marks import GOES_ON
from .scanner import Scanner
from .tree import Range
from .values import understood
from .words import SHORT_TAG, mark_at

__all__ = ["BRACES", "DATA", "END", "Told", "data_in", "told"]

BRACES = r"(\{[^{}\r\n]*+\})"
"""Braces on a line that hold no others."""
DATA = rf"(?:[ \t]*+\r?\n)?[ \t]*+{BRACES}(?!\s*[,}}])"
"""Data behind a text or on the next line, if no more of them can follow."""
END = rf"[ \t]*+(?:(?P<next>\r?\n)(?={ABOVE})|{EMPTY}|(\Z|\r?\n\Z))"
"""The end of an entry: above a line that begins the next, above empty lines, or at the end of the text."""
_piece = re.compile(
    rf"(?:[ \t]*+({GOES_ON}))?[ \t]*+(?:({PLAIN})"
    r"|\[([^\]\r\n]+)\]\(([^)\r\n]+)\)([ \t]?)"
    r"|([*_])"
    rf"|{SHORT_TAG}"
    r"|([\],;>()}-][ \t]?|\.(?:\S[^\s.]*+\.)?+[ \t]?|:(?!//)(?:\S[^\s:]*+:)?+[ \t]?)"
    r"|\\([^\r\n][ ]*+))"
).match
_LINE, _WORDS, _SHOWN, _URL, _LINK, _MARK, _TAG, _SIGN, _ESCAPED = range(1, 10)
_end = re.compile(rf"(?:{DATA})?{END}").match


class Told(NamedTuple):
    """The text, where it stops, the fields of an entry that it gives beside it, and what finds the end."""

    text: str
    stop: int
    more: tuple[Any, ...]
    end: re.Match[str]


def told(scanner: Scanner, at: int, *, remove_tags: bool) -> Told | None:
    """What is said from ``at`` on to the end of the entry; None if only tokens tell."""
    gathering = _Gathering(scanner)
    stop = gathering.all(at)
    end = _end(scanner.text, stop)
    if end is None or gathering.open or (gathering.tags and remove_tags):
        return None
    text = "".join(gathering.pieces)
    data = None if end[1] is None else data_in(end[1], scanner.ahead)
    if not text or text.isspace() or (data is None and end[1] is not None):
        return None
    source = "".join(gathering.images).strip() if gathering.is_marked else ""
    while scanner.text[stop - 1] in " \t":
        stop -= 1
    more = (tuple(gathering.ranges), tuple(gathering.tags), data, (), source)
    return Told(text, stop, more, end)


def data_in(braces: str, ahead: Ahead) -> Data | None:
    """The data in these braces, looked for as `data_ends` does; None if there may be none."""
    data = understood(braces) if ahead.patience >= 0 else None
    if data is not None:
        ahead.patience -= len(braces)
    return data


@define
class _Gathering:
    """A text in the making: its ``pieces``, how they are written, and which marks are open, with their ranges' numbers."""

    scanner: Scanner
    pieces: list[str] = field(factory=list)
    images: list[str] = field(factory=lambda: [""])
    length: int = 0
    ranges: list[Range] = field(factory=list)
    open: list[tuple[str, int]] = field(factory=list)
    tags: dict[str, None] = field(factory=dict)
    is_marked: bool = False

    def all(self, at: int) -> int:
        """Take all pieces from ``at`` on, and give where they end."""
        text, shortcodes = self.scanner.text, self.scanner.shortcodes
        while (found := _piece(text, at)) is not None:
            if found[_LINE] is not None:
                self._line()
            kind, end = found.lastindex, found.end()
            if kind in (_WORDS, _SIGN):
                words = found[kind]
                if kind == _SIGN and words.rstrip(" \t") in shortcodes:
                    break
                self._add(words, words)
            elif kind == _MARK:
                end = self._mark(found.start(_MARK))
                if end < 0:
                    break
            elif kind == _ESCAPED:
                self._add(found[_ESCAPED], "\\" + found[_ESCAPED])
            elif kind == _TAG:
                image = text[found.start(_TAG) - 1 : end]
                self.tags[found[_TAG]] = None
                self._range("tag", len(image), found[_TAG])
                self._add(image, image)
            else:
                self._link(found)
            at = end
        return at

    def _add(self, piece: str, image: str) -> None:
        self.pieces.append(piece)
        self.images.append(image)
        self.length += len(piece)

    def _range(self, kind: str, length: int, value: str = "") -> None:
        fields = (kind, self.length, self.length + length, value)
        self.ranges.append(tuple.__new__(Range, fields))

    def _line(self) -> None:
        """Go on behind the end of a line, with one blank."""
        last = next((piece for piece in reversed(self.pieces) if piece), "")
        blank = "" if last.endswith(" ") else " "
        if not self.images[-1].endswith(" "):
            self.images[-1] = self.images[-1].removesuffix("\t")
            self.images.append(" ")
        self.pieces.append(blank)
        self.length += len(blank)

    def _link(self, found: re.Match[str]) -> None:
        shown = " ".join(found[_SHOWN].splitlines())
        self.is_marked = True
        self._range("link", len(shown), found[_URL])
        image = self.scanner.text[found.start(_SHOWN) - 1 : found.end()]
        self._add(shown + (" " if found[_LINK] == " " else ""), image)

    def _mark(self, at: int) -> int:
        """Take the mark there, and give where it ends; -1 if it is none."""
        text = self.scanner.text
        found = mark_at(text, at, self.open[-1][0] if self.open else "")
        if found is None:
            return -1
        mark, end, closes = found
        image = text[at:end]
        if closes:
            _, number = self.open.pop()
            start = self.ranges[number].start
            self.ranges[number] = Range(MARKS[mark], start, self.length)
            self._add(" " if image.endswith(" ") else "", image)
        else:
            self.is_marked = True
            self.open.append((mark, len(self.ranges)))
            self._range("", 0)
            self._add("", image)
        return end
