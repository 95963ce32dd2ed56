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
        self._titles: dict[tuple[float, float], list[Rect]] = {}
        self._signs: dict[tuple[float, float], list[tuple[float, float]]] = {}
        for each in titles:
            left, top = each.x - REACH, each.y - REACH
            for cell in _cells(
                left, top, left + each.width + 2 * REACH, top + each.height + 2 * REACH
            ):
                self._titles.setdefault(cell, []).append(each)

    def place(self, wishes: Iterator[Point], radius: float) -> Point:
        """The first of ``wishes`` at which a disc is clear of all that is there, or the very first; it is taken.

        A disc is much smaller than `CELL`.
        """
        chosen = first = next(wishes)
        if not self._free(*first, radius):
            chosen = next((at for at in wishes if self._free(*at, radius)), first)
        self._signs.setdefault((chosen[0] // CELL, chosen[1] // CELL), []).append(chosen)
        return chosen

    def _free(self, x: float, y: float, radius: float) -> bool:
        apart = 2 * radius + CLEAR
        left, right = (x - apart) // CELL, (x + apart) // CELL
        top, bottom = (y - apart) // CELL, (y + apart) // CELL
        for row in (top,) if top == bottom else (top, bottom):
            for column in (left,) if left == right else (left, right):
                for a, b in self._signs.get((column, row), ()):
                    if hypot(a - x, b - y) < apart:
                        return False
        if not self._titles:
            return True
        titles = self._titles.get((x // CELL, y // CELL), ())
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
