"""Where a value stands in a JSON text, worked out only when something is to be said about it."""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_left

from attrs import field

from ..source import SourceText, Span
from ..values import frozen
from .scan import STRING, WORD, after_blanks
from .value import Path

__all__ = ["Places", "locate"]

_STRUCTURE = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]', re.DOTALL)
_NEAR = 3
_SKIP = json.JSONDecoder(parse_int=len, parse_float=len)


def locate(source: SourceText, path: Path, *, key: bool = False) -> Span:
    """The place of the value at ``path``, or of the innermost container on the way that is there.

    With ``key`` it is the place of the value's key. The text must be one that `parse_json` takes.
    For many places in one document make one `Places`, or ask the `JsonDocument`.
    """
    return Places(source).span(path, key=key)


@frozen
class _Child:
    """A value in a container: where its key begins (or the value itself), and its two ends."""

    key: int
    start: int
    end: int


@frozen
class _Brackets:
    """Where each container opens, in order, and where it ends; eight bytes for each."""

    starts: array[int]
    ends: array[int]


@frozen(eq=False)
class Places:
    """The places of a document, remembered: the text is looked through once, when first asked.

    After that a place costs as much as the containers on its way have children, and each
    container only once.
    """

    source: SourceText
    _brackets: list[_Brackets] = field(factory=list, init=False, repr=False)
    _children: dict[int, dict[str | int, _Child]] = field(factory=dict, init=False, repr=False)

    def span(self, path: Path, *, key: bool = False) -> Span:
        """The place of the value at ``path``, as `locate` says."""
        start = after_blanks(self.source.text, 0)
        here = _Child(start, start, len(self.source.text.rstrip(" \t\r\n")))
        for depth, step in enumerate(path):
            child = self._inside(here.start, depth).get(step)
            if child is None:
                return self.source.span(here.start, here.end)
            here = child
        if key:
            return self.source.span(here.key, self._end(here.key))
        return self.source.span(here.start, here.end)

    def _inside(self, start: int, depth: int) -> dict[str | int, _Child]:
        if start not in self._children:
            opener = self.source.text[start]
            self._children[start] = self._members(start, depth) if opener in "[{" else {}
        return self._children[start]

    def _members(self, start: int, depth: int) -> dict[str | int, _Child]:
        """The children of the container that opens at ``start``, ``depth`` containers from the top."""
        text = self.source.text
        found: dict[str | int, _Child] = {}
        at = after_blanks(text, start + 1)
        while text[at] not in "]}":
            key, name = at, len(found)
            if text[start] == "{":
                end = self._end(key)
                name = json.loads(text[key:end])
                at = after_blanks(text, after_blanks(text, end) + 1)  # past the colon
            end = self._end(at, depth)
            found[name] = _Child(key, at, end)
            at = after_blanks(text, end)
            at = after_blanks(text, at + 1) if text[at] == "," else at
        return found

    def _end(self, start: int, depth: int = _NEAR) -> int:
        """Where the value that begins at ``start`` ends.

        Near the top the standard library reads it once more, which is fast; deeper down each part of the
        document would be read again for every container around it.
        """
        text = self.source.text
        if text[start] in "[{":
            if depth < _NEAR and not self._brackets:
                try:
                    return _SKIP.raw_decode(text, start)[1]
                except RecursionError:
                    pass
            if not self._brackets:
                self._brackets[:] = [_brackets(text)]
            known = self._brackets[0]
            return known.ends[bisect_left(known.starts, start)]
        found = (STRING if text[start] == '"' else WORD).match(text, start)
        return found.end() if found else start + 1


def _brackets(text: str) -> _Brackets:
    starts, ends = array("Q"), array("Q")
    still_open = []
    for found in _STRUCTURE.finditer(text):
        at = found.start()
        if text[at] in "[{":
            still_open.append(len(starts))
            starts.append(at)
            ends.append(len(text))
        elif text[at] in "]}":
            ends[still_open.pop()] = at + 1
    return _Brackets(starts, ends)
