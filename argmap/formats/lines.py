"""The lines of a document with where each begins; CR, LF and CRLF end a line, nothing else does."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["lines", "one_line"]

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Pairs of where a line begins, counted from 0, and the line without its end."""
    for found in _LINE.finditer(text):
        if found.start() < len(text):
            yield found.start(), found[1]


def one_line(text: str) -> str:
    """A text whose line ends are blanks."""
    return " ".join([line for _, line in lines(text)]) if "\n" in text or "\r" in text else text
