"""Where an element or an attribute stands in an XML text, worked out only when something is to be said about it."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TypeAlias

from attrs import define, field

from ..source import SourceText, Span
from .element import Element

__all__ = ["Places", "Spot"]

Spot: TypeAlias = tuple[Element] | tuple[Element, str] | int
"""An element, or an element and the name of one of its attributes; or the byte at which an element begins."""

_BLOCK = 4_096
_CONTINUATION = bytes(range(0x80, 0xC0))
_TAG = re.compile(r"<[^\s/>]*")
_ATTRIBUTE = re.compile(r"""\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")


@define
class Places:
    """Places in one document, by the bytes of its text in UTF-8."""

    source: SourceText
    _data: bytes = field(default=b"", init=False, repr=False)
    _before: list[int] = field(factory=list, init=False, repr=False)

    def character(self, byte: int) -> int:
        """The character that begins at ``byte``, counted from 0."""
        if self.source.text.isascii():
            return byte
        if not self._before:  # one pass over the text, however many places are asked for
            self._data = self.source.text.encode("utf-8", "surrogatepass")
            starts = range(0, len(self._data), _BLOCK)
            inner = [self._inner(start, start + _BLOCK) for start in starts]
            self._before = list(accumulate(inner, initial=0))
        block = byte // _BLOCK
        return byte - self._before[block] - self._inner(block * _BLOCK, byte)

    def _inner(self, start: int, stop: int) -> int:
        """How many bytes of a stretch are within a character."""
        piece = self._data[start:stop]
        return len(piece) - len(piece.translate(None, _CONTINUATION))

    def at(self, byte: int) -> Span:
        """The place of one byte."""
        return self.source.span(self.character(byte))

    def span(self, spot: Spot, *, key: bool = False) -> Span:
        """The place of an element's tag, or of the value of its attribute; with ``key`` of the attribute's name."""
        byte, names = (spot, ()) if isinstance(spot, int) else (spot[0].start, spot[1:])
        start = self.character(byte)
        tag = _TAG.match(self.source.text, start)
        end = tag.end() if tag else start
        for name in names:
            for found in self._attributes(end):
                if found[1].rpartition(":")[2] == str(name).rpartition("}")[2]:
                    first, last = found.span(1 if key else 2)
                    return self.source.span(first + (not key), last - (not key))
        return self.source.span(start, end)

    def _attributes(self, start: int) -> list[re.Match[str]]:
        found = []
        match = _ATTRIBUTE.match(self.source.text, start)
        while match:
            found.append(match)
            match = _ATTRIBUTE.match(self.source.text, match.end())
        return found
