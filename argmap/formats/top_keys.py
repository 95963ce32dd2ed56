"""A look at the outermost keys of a JSON text, by which formats of JSON are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["top_keys"]

_LOOKED_AT = 64_000
# A string that isn't closed is taken to the end, so that no character is looked at twice.
_TOKEN = re.compile(r'("(?:[^"\\]++|\\.)*+"?)(\s*+:)?|[\[\]{}]', re.DOTALL)


def top_keys(text: str) -> tuple[str, ...]:
    """The keys of the outermost object that stand in the first 64,000 characters.

    Empty for what doesn't begin as an object; never raises, whatever the text.
    """
    return _of_beginning(text[:_LOOKED_AT])


@lru_cache(maxsize=2)
def _of_beginning(beginning: str) -> tuple[str, ...]:
    """The keys of a beginning, which ten formats ask for one after the other."""
    return tuple(_keys(beginning)) if beginning.lstrip(" \t\r\n\ufeff").startswith("{") else ()


def _keys(text: str) -> Iterator[str]:
    depth = 0
    for found in _TOKEN.finditer(text):
        string, colon = found.groups()
        if string is None:
            depth += 1 if found[0] in "[{" else -1
        elif colon and depth == 1:
            yield string[1:-1]
