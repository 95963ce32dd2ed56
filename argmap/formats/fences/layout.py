"""A Markdown document with its fences of Argdown in argmap's layout, and all else as it is."""

from __future__ import annotations

import re
from itertools import zip_longest

from ...errors import ReadError
from ...source import SourceText
from ..argdown import formatted as formatted_argdown
from .fence import Fence, fences

__all__ = ["formatted"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def formatted(text: str | SourceText) -> str:
    r"""A Markdown document with its fences of Argdown laid out; raises `ReadError` for one that can't be read.

    >>> formatted("> ~~~argdown\n> [A]:   a\n>    +b\n> ~~~\n")
    '> ~~~argdown\n> [A]: a\n>   + b\n> ~~~\n'
    """
    source = text if isinstance(text, SourceText) else SourceText("<text>", text)
    found = fences(source)
    inside = [formatted_argdown(fence.source) for fence in found]
    pieces, at = [], 0
    for fence, new in zip(found, inside, strict=True):
        if new != fence.source.text:
            pieces += [source.text[at : fence.start], *_lines(fence, new)]
            at = fence.stop
    whole = "".join([*pieces, source.text[at:]])
    again = [fence.source.text for fence in fences(SourceText("", whole))]
    for fence, wanted, new in zip_longest(found, inside, again[: len(found)]):
        if wanted != new:
            raise ReadError(
                "in another layout this fence would end earlier",
                span=source.span(fence.start),
                hint="begin and end the fence with more signs than its content has in a row",
            )
    return whole


def _lines(fence: Fence, text: str) -> list[str]:
    """The lines of a fence's content as they stand in the document."""
    blank = fence.prefix.rstrip(" \t")
    return [(fence.prefix if line.strip() else blank) + line for line in _LINE.findall(text)]
