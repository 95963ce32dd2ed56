"""Where data in braces may end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .ahead import Ahead

__all__ = ["data_ends"]

_STOP = re.compile(r"\}\s[^,}]")
_GOES_ON = re.compile(r"\s*[,}]")
_PIECE = re.compile(r"""[{}]|"(?:[^"\\]|\\.)*"|'[^']*'""", re.DOTALL)


def data_ends(ahead: Ahead, start: int) -> Iterator[int]:
    """The ends that are worth trying for the data that begins at ``start``, the likeliest first.

    The reference takes all up to a brace after which words go on, or the last brace of the document; where
    that isn't data, the brace that closes the first one may be. Where it finds none, there is no data. Nothing is tried
    once so much has been in vain that a document of braces alone would take for ever.
    """
    if ahead.find("}", start, "data") < 0:
        return
    for find in (_far, _balanced):
        if ahead.patience < 0:
            return
        end, looked_at = find(ahead.text, start)
        ahead.patience -= looked_at - start
        if end < 0:
            return
        yield end


def _far(text: str, start: int) -> tuple[int, int]:
    stop = _STOP.search(text, start + 1)
    most = stop.start() + 1 if stop else len(text)
    last = most
    while (last := text.rfind("}", start, last)) > 0:
        if not _GOES_ON.match(text, last + 1):
            return last + 1, most
    return -1, most


def _balanced(text: str, start: int) -> tuple[int, int]:
    depth = 0
    for piece in _PIECE.finditer(text, start):
        depth += {"{": 1, "}": -1}.get(piece[0], 0)
        if depth == 0:
            return piece.end(), piece.end()
    return -1, len(text)
