"""The fenced code blocks of a Markdown document, as CommonMark has them (specification 0.31).

Only as much of Markdown is read as decides what is a fence: quotes and lists, which fences may stand in, and what
hides a fence or ends one. The strategy is that of the specification's appendix: each line first goes on
with the containers that are open, then may open new ones, then belongs to a leaf.
"""

from __future__ import annotations

import re

from attrs import define, field, frozen

from .cursor import Cursor
from .leaves import FENCE, RULE, UNDERLINE, heading, html_block

__all__ = ["Block", "Line", "blocks"]

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_BULLET = re.compile(r"[-+*](?=[ \t]|\Z)")
_ORDERED = re.compile(r"(\d{1,9})[.)](?=[ \t]|\Z)")
_CODE = 4
"""Indented so far, a line is code."""

_DEEPEST = 100
"""Quotes and lists nest so deep at most, so that no line is gone over more often; what opens more is text."""


@frozen
class Line:
    """A line inside a fence: where its content begins in the document, and what it is."""

    start: int
    text: str


@frozen
class Block:
    """A fenced code block whose opening line begins at ``start``; its content goes from ``first`` to ``stop``.

    ``prefix`` is what stands before each line of a fence that stands there: blanks of lists, signs of quotes.
    ``heading`` is the text of the heading above, or empty.
    """

    start: int
    prefix: str
    info: str
    heading: str
    lines: tuple[Line, ...]
    first: int
    stop: int


@define
class _Container:
    """A quote, or an item of a list whose content is indented by ``width``; an item may be still empty."""

    width: int = 0
    empty: bool = False

    def goes_on(self, cursor: Cursor) -> bool:
        """Whether a line belongs to it; the cursor then stands at the content."""
        rest, indent = cursor.rest(), cursor.indent()
        if self.width:
            if rest and indent < self.width:
                return False
            cursor.skip(self.width if rest else indent)
            return bool(rest) or not self.empty
        if indent >= _CODE or not rest.startswith(">"):
            return False
        _quote(cursor)
        return True


def _quote(cursor: Cursor) -> None:
    cursor.skip(cursor.indent())
    cursor.take(1)
    cursor.skip(1)


@define
class _Open:
    """A fence that isn't closed yet."""

    mark: str
    indent: int
    start: int
    prefix: str
    info: str
    heading: str
    first: int
    lines: list[Line] = field(factory=list)

    def closes(self, cursor: Cursor) -> bool:
        """Whether a line is its end."""
        rest = cursor.rest().rstrip(" \t")
        return (
            cursor.indent() < _CODE
            and len(rest) >= len(self.mark)
            and rest == self.mark[0] * len(rest)
        )


@define
class _Scanner:
    """Where we are in a document: the containers and the leaf that are open, the heading above.

    ``items`` is how many items come before the first quote, or -1 if they aren't counted.
    """

    containers: list[_Container] = field(factory=list)
    fence: _Open | None = None
    html: re.Pattern[str] | None = None
    paragraph: list[str] = field(factory=list)
    heading: str = ""
    found: list[Block] = field(factory=list)
    items: int = -1

    def line(self, text: str, start: int, end: str) -> None:
        """Take one line that begins at ``start``."""
        cursor = Cursor(text)
        kept = 0 if text.strip(" \t") else self._blank(cursor)
        while kept < len(self.containers) and self.containers[kept].goes_on(cursor):
            kept += 1
        if kept == len(self.containers) and self._inside(cursor, start, end):
            return
        self.html = None
        self.close(start)
        self._begin(cursor, kept, start, start + len(text) + len(end))

    def _blank(self, cursor: Cursor) -> int:
        """How many items a blank line is gone on with, without asking each: there may be many such lines."""
        if self.items < 0:
            quotes = [at for at, container in enumerate(self.containers) if not container.width]
            self.items = min([*quotes, len(self.containers)])
        cursor.skip(cursor.indent() if self.items > 1 else 0)
        return max(self.items - 1, 0)

    def _inside(self, cursor: Cursor, start: int, end: str) -> bool:
        """Whether the line is one of the fence or the HTML that is open."""
        if self.fence is not None:
            if self.fence.closes(cursor):
                self.close(start)
            else:
                cursor.skip(self.fence.indent)
                here = start + cursor.at
                self.fence.lines.append(Line(here, cursor.remaining() + end))
            return True
        if self.html is None:
            return False
        if self.html.search(cursor.rest()):
            self.html = None
        return True

    def close(self, stop: int) -> None:
        """End the fence that is open."""
        if (fence := self.fence) is not None:
            self.fence = None
            self.found.append(
                Block(
                    fence.start,
                    fence.prefix,
                    fence.info,
                    fence.heading,
                    tuple(fence.lines),
                    fence.first,
                    stop,
                )
            )

    def _begin(self, cursor: Cursor, kept: int, start: int, next: int) -> None:
        """Open what begins on a line behind the first ``kept`` containers, or go on with a paragraph."""
        going_on = bool(self.paragraph)
        in_paragraph = going_on and kept == len(self.containers)
        while kept < _DEEPEST and (opened := _container(cursor, in_paragraph=in_paragraph)):
            self._keep(kept)
            self.containers.append(opened)
            self.items = -1
            kept += 1
            going_on = in_paragraph = False
        rest, code = cursor.rest(), cursor.indent() >= _CODE
        for container in self.containers[: kept if rest else 0]:
            container.empty = False
        if not rest or (code and not going_on):
            self._keep(kept)
        elif code or not self._leaf(cursor, kept, start, next):
            if not going_on:
                self._keep(kept)
            self.paragraph.append(rest.rstrip(" \t"))

    def _keep(self, kept: int) -> None:
        """Close all but the first ``kept`` containers, and the paragraph."""
        if kept < len(self.containers):
            del self.containers[kept:]
            self.items = -1
        self.paragraph.clear()

    def _leaf(self, cursor: Cursor, kept: int, start: int, next: int) -> bool:
        """Whether a leaf begins here, or the paragraph turns out to be a heading."""
        going_on = bool(self.paragraph)
        rest = cursor.rest()
        fence, title = FENCE.match(rest), heading(rest)
        ends = html_block(rest, in_paragraph=going_on)
        if going_on and kept == len(self.containers) and UNDERLINE.match(rest):
            self.heading = " ".join(self.paragraph)
        elif title is not None:
            self.heading = title
        elif fence:
            behind = cursor.line[: len(cursor.line) - len(rest)]
            prefix = _QUOTE.sub("> ", _OTHER.sub(" ", behind))
            info = fence["info"].strip(" \t")
            mark, indent = fence["fence"], cursor.indent()
            self.fence = _Open(mark, indent, start, prefix, info, self.heading, next)
        elif ends:
            self.html = None if ends.search(rest) else ends
        elif not RULE.match(rest):
            return False
        self._keep(kept)
        return True


_QUOTE = re.compile(r">(?! )")
_OTHER = re.compile(r"[^>\t]")


def _container(cursor: Cursor, *, in_paragraph: bool) -> _Container | None:
    """The quote or item that begins here, if one does; the cursor then stands at its content."""
    rest, indent = cursor.rest(), cursor.indent()
    if indent >= _CODE:
        return None
    if rest.startswith(">"):
        _quote(cursor)
        return _Container()
    found = _BULLET.match(rest) or _ORDERED.match(rest)
    if found is None or RULE.match(rest):
        return None
    empty = not rest[found.end() :].strip(" \t")
    if in_paragraph and (empty or (found.lastindex and int(found[1]) != 1)):
        return None
    cursor.skip(indent)
    cursor.take(found.end())
    blanks = 1 if empty or cursor.indent() > _CODE else cursor.indent()
    cursor.skip(blanks)
    return _Container(indent + found.end() + blanks, empty)


def blocks(text: str) -> tuple[Block, ...]:
    """Every fenced code block of a Markdown document, in its order."""
    scanner = _Scanner()
    for found in _LINE.finditer(text, int(text.startswith("\ufeff"))):
        if found[0]:
            scanner.line(found[1], found.start(), found[2])
    scanner.close(len(text))
    return tuple(scanner.found)
