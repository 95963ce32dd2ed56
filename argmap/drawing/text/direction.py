"""The base direction of a text: the rules P2 and P3 of UAX 9."""

from __future__ import annotations

from typing import Literal
from unicodedata import bidirectional

__all__ = ["base_direction"]


def base_direction(text: str) -> Literal["ltr", "rtl"]:
    """Where a text begins to be read: from its first strong character, "ltr" if it has none.

    What stands between an isolate's sign and its end is passed over. Of several paragraphs the
    first one with a strong character speaks for all.

    >>> base_direction("3 כלבים"), base_direction("3 dogs")
    ('rtl', 'ltr')
    """
    if text.isascii():
        return "ltr"
    depth = 0
    for kind in map(bidirectional, text):
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif kind == "B":
            depth = 0
        elif not depth and kind in _STRONG:
            return _STRONG[kind]
    return "ltr"


_ISOLATES = frozenset(("LRI", "RLI", "FSI"))
_STRONG: dict[str, Literal["ltr", "rtl"]] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
