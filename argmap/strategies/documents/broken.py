"""Documents broken as a disk, a careless editor or a hostile hand breaks them."""

from __future__ import annotations

from hypothesis import strategies as st

from ..elements import PICK
from ..made import made, together

__all__ = ["PIECES", "broken"]

PIECES = (
    *("", "\n", " ", "\t", "\r", "\x00", "\ufeff", "\u2028", "\u202e", "\ud800", "é", "9" * 30),
    *"<>&\"'\\[]{}(),;:#-+|=/*_%@",
    *("&#0;", "<!--", "]]>", "----", "```", "null", "true", "-1", "1e999"),
)
"""What is put in where it means something in one format or another; the first is nothing."""

_WAYS = ("put in", "cut out", "cut short", "swap", "repeat")


def broken(document: str) -> st.SearchStrategy[str]:
    r"""A document with one to three places broken: a piece put in, characters or lines cut out, swapped or there twice.

    >>> from argmap.strategies import smallest
    >>> smallest(broken("a -> b"), lambda text: text != "a -> b")
    '\na -> b'
    """
    damage = together(st.sampled_from(_WAYS), st.integers(0, max(0, len(document) - 1)), PICK)
    breaks = st.lists(damage, min_size=1, max_size=3)
    return made(lambda breaks: _broken(document, breaks), breaks)


def _broken(document: str, breaks: list[tuple[str, int, int]]) -> str:
    for way, place, pick in breaks:
        at = min(place, len(document))
        match way:
            case "put in":
                document = document[:at] + PIECES[pick % len(PIECES)] + document[at:]
            case "cut out":
                document = document[:at] + document[at + pick :]
            case "cut short":
                document = document[:at]
            case _:
                document = _moved(document, way, at, pick)
    return document


def _moved(document: str, way: str, place: int, pick: int) -> str:
    """The line at a place swapped with another, or there twice."""
    lines = document.splitlines(keepends=True) or [""]
    at, other = place % len(lines), pick % len(lines)
    if way == "repeat":
        lines.insert(other, lines[at])
    else:
        lines[at], lines[other] = lines[other], lines[at]
    return "".join(lines)
