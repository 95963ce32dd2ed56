"""What a document is written with, piece by piece, comments too; between pieces stand only blanks and line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from .content import TITLED
from .tokens import (
    CONTENT,
    DATA,
    EMPTY_LINE,
    END,
    INFERENCE,
    LINK,
    MENTION,
    NEW_LINE,
    NUMBER,
    RELATION,
    START,
    TEXT,
    Token,
)
from .tree import Document

__all__ = ["COMMENT", "EMPHASIS", "MARKERS", "Piece", "pieces"]

COMMENT = "comment"
"""``// ...``, ``/* ... */`` or ``<!-- ... -->``."""
EMPHASIS = "emphasis"
"""A mark before or behind what is bold or italic; the value is the mark."""
MARKERS = frozenset(("heading", NUMBER, "item", RELATION))
"""What stands before the words of a line."""

_COMMENT = re.compile(r"//[^\r\n]*|/\*.*?\*/|<!--.*?-->", re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n]*")
_BLANKS = (" ", "\t")
_LINE_ENDS = (NEW_LINE, EMPTY_LINE)
_WORDS = CONTENT - {NEW_LINE}


class Piece(NamedTuple):
    """Characters ``start`` to before ``stop`` of a document.

    ``kind`` is one of those of `argmap.formats.argdown.tokens`, ``comment``, ``emphasis``, ``statement mention`` or
    ``argument mention``; ``value`` is what it says: a title, a tag, data, an operator, the address of a link.
    ``entry`` is the number of the entry that it belongs to, or -1.
    """

    kind: str
    start: int
    stop: int
    value: Any = None
    entry: int = -1


def pieces(text: str, document: Document, tokens: Sequence[Token]) -> list[Piece]:
    """The pieces of a document in its order; ``tokens`` are those it was made of."""
    entries = document.entries
    made: list[Piece] = []
    number, at, heads = -1, 0, True
    for index, (kind, start, stop, value) in enumerate(tokens):
        if kind in _LINE_ENDS:
            continue
        while text[start : start + 1] in _BLANKS:
            start += 1  # noqa: PLW2901 - the token of an inference has the blanks before it
        if start > at:
            made += _comments(text, at, start)
        at = stop
        if number + 1 < len(entries) and start >= entries[number + 1].start:
            number += 1
            heads = True
        if kind in TITLED and not heads:
            kind = TEXT  # noqa: PLW2901 - a title among words is one of the words
        elif kind == DATA and not heads and tokens[index + 1][0] in _WORDS:
            kind = TEXT  # noqa: PLW2901 - so are braces
        heads = heads and kind in MARKERS
        if kind:
            made.append(_piece(text, (kind, start, stop, value), number))
    return made


def _comments(text: str, start: int, stop: int) -> Iterator[Piece]:
    """The comments from ``start`` to before ``stop``, where else there are only blanks."""
    while found := _COMMENT.match(text, _space_end(text, start), stop):
        start = found.end()
        yield Piece(COMMENT, found.start(), start)


def _space_end(text: str, start: int) -> int:
    found = _SPACE.match(text, start)
    return found.end() if found else start


def _piece(text: str, token: Token, number: int) -> Piece:
    kind, start, stop, value = token
    if kind == MENTION:
        kind, value = f"{value[0]} mention", value[1]
    elif kind == LINK:
        value = value[1]
    elif kind in (RELATION, INFERENCE):
        value = value[0]
    elif kind == "item":
        value = text[start:stop]
    elif kind == START:
        kind = EMPHASIS
    elif kind == END:
        kind, value = EMPHASIS, value[0]
    return Piece(kind, start, stop, value, number)
