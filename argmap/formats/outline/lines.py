"""The lines of an outline as items with a depth, headings, and loose paragraphs."""

from __future__ import annotations

import re
from typing import Literal

from attrs import define, field

from ...errors import TooLarge
from ...source import SourceText

__all__ = ["DEEPEST", "Item", "items_of"]

GAP = "\0"
"""The empty line between two paragraphs of one item; no document holds this character."""

DEEPEST = 1_000
"""How many levels an outline may have."""

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_BULLET = re.compile(r"([ \t\u00a0]*)(?:[-*+•–]|\d{1,9}[.)])(?:[ \t]+|$)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_TAB = 4


@define
class Item:
    """A bullet with its text, a heading, or a paragraph outside of every bullet.

    ``level`` is the depth of a bullet from 0, or a heading's number; ``parent`` the number of the bullet
    above it, or -1. ``lines`` are as they stand, ``start`` and ``end`` where the first one does.
    """

    kind: Literal["bullet", "heading", "paragraph"]
    level: int
    parent: int
    lines: list[str]
    start: int
    end: int
    fresh: bool = field(default=False)

    @property
    def text(self) -> str:
        r"""The lines as one text, its line ends as ``\0``: where a line ends in a backslash, and twice at a gap."""
        pieces: list[str] = []
        glue = ""
        for line in self.lines:
            if line == GAP:
                glue = "\0\0"
                continue
            breaks = _breaks(line)
            pieces += [glue, line[:-1] if breaks else line]
            glue = "\0" if breaks else " "
        return "".join(pieces)


def _breaks(line: str) -> bool:
    """Whether a line ends in a backslash that isn't itself escaped."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def items_of(source: SourceText, *, markdown: bool) -> list[Item]:
    """The items in the document's order; raises `TooLarge` for more than a thousand levels."""
    reader = _Reader(source, markdown)
    for found in _LINE.finditer(source.text):
        if found[0] or found.start() < len(source.text):
            reader.take(found[1], found.start())
    return reader.items


@define
class _Reader:
    source: SourceText
    markdown: bool
    items: list[Item] = field(factory=list)
    stack: list[tuple[int, int]] = field(factory=list)
    gap: bool = True
    fence: str = ""

    def take(self, line: str, start: int) -> None:
        """Take in one line."""
        last = self.items[-1] if self.items else None
        if last is not None and not self.gap and _breaks(last.lines[-1]):
            last.lines.append(line.strip(" \t"))
            return
        bullet = _BULLET.match(line)
        heading = _HEADING.match(line) if self.markdown else None
        if self.fence or (self.markdown and _FENCE.match(line)):
            self._fenced(line, start)
        elif not line.strip():
            self.gap = True
        elif bullet:
            self._bullet(line, bullet, start)
        elif heading:
            self.stack.clear()
            self._add(Item("heading", len(heading[1]), -1, [heading[2]], start, start + len(line)))
        elif last is not None and last.kind != "heading" and self._goes_on(line, last):
            last.lines += [GAP, line.strip()] if self.gap else [line.strip()]
            self.gap = False
        else:
            self._add(Item("paragraph", 0, -1, [line.strip()], start, start + len(line)))

    def _goes_on(self, line: str, last: Item) -> bool:
        """Whether a line goes on with the item before it: at once, or indented after a gap."""
        return not self.gap or (last.kind == "bullet" and line[:1] in (" ", "\t"))

    def _fenced(self, line: str, start: int) -> None:
        found = _FENCE.match(line)
        if not self.fence and found:
            self.fence = found[1]
        elif found and found[1].startswith(self.fence) and line.strip() == found[1]:
            self.fence = ""
        self._add(Item("paragraph", 0, -1, [line.rstrip()], start, start + len(line)))
        self.gap = True

    def _bullet(self, line: str, bullet: re.Match[str], start: int) -> None:
        indent = len(bullet[1].expandtabs(_TAB))
        while self.stack and self.stack[-1][0] >= indent:
            self.stack.pop()
        parent = self.stack[-1][1] if self.stack else -1
        if len(self.stack) >= DEEPEST:
            span = self.source.span(start, start + len(line))
            raise TooLarge(
                f"an outline of more than {DEEPEST:,} levels", span=span, hint="split it in two"
            )
        self.stack.append((indent, len(self.items)))
        text = line[bullet.end() :].strip(" \t")
        self._add(Item("bullet", len(self.stack) - 1, parent, [text], start, start + len(line)))

    def _add(self, item: Item) -> None:
        self.items.append(item)
        self.gap = False
