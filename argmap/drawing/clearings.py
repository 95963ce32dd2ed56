"""Where the signs of lines have room: beside signs that are there already, and off the titles of groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor, hypot

from ..layout.diagram import Point
from .scene import Rect

__all__ = ["Clearings"]

CELL = 64.0
"""The side of a cell of the grid that what is taken is looked up in."""

CLEAR = 3.0
"""How much is left free between two signs, px."""


REACH = 16.0
"""From how near a title is looked at, px: more than the radius of a sign."""


class Clearings:
    """What is taken so far of a drawing: it is told of every sign as it is placed."""

    def __init__(self, titles: Iterable[Rect]) -> None:
        self._titles: dict[tuple[int, int], list[Rect]] = {}
        self._signs: dict[tuple[int, int], list[tuple[float, float]]] = {}
        for each in titles:
            left, top = each.x - REACH, each.y - REACH
            for cell in _cells(
                left, top, left + each.width + 2 * REACH, top + each.height + 2 * REACH
            ):
                self._titles.setdefault(cell, []).append(each)

    def place(self, wishes: Iterator[Point], radius: float) -> Point:
        """The first of ``wishes`` at which a disc is clear of all that is there, or the very first; it is taken."""
        chosen = first = next(wishes)
        if not self._free(*first, radius):
            chosen = next((at for at in wishes if self._free(*at, radius)), first)
        cell = (floor(chosen[0] / CELL), floor(chosen[1] / CELL))
        self._signs.setdefault(cell, []).append(chosen)
        return chosen

    def _free(self, x: float, y: float, radius: float) -> bool:
        apart = 2 * radius + CLEAR
        first, last = floor((x - apart) / CELL), floor((x + apart) / CELL)
        for row in range(floor((y - apart) / CELL), floor((y + apart) / CELL) + 1):
            for column in (first,) if first == last else (first, last):
                for a, b in self._signs.get((column, row), ()):
                    if hypot(a - x, b - y) < apart:
                        return False
        titles = self._titles.get((floor(x / CELL), floor(y / CELL)), ()) if self._titles else ()
        return not any(_over(title, x, y, radius + 1) for title in titles)


def _over(title: Rect, x: float, y: float, reach: float) -> bool:
    """Whether a title is nearer to a point than that, aside and along."""
    return (
        max(title.x - x, x - title.x - title.width) < reach
        and max(title.y - y, y - title.y - title.height) < reach
    )


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    """The cells of the grid that a rectangle lies in."""
    for column in range(floor(left / CELL), floor(right / CELL) + 1):
        for row in range(floor(top / CELL), floor(bottom / CELL) + 1):
            yield column, row
