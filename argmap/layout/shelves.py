"""Eleventh pass: the parts side by side on shelves, so that many parts make a page and not a row."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from .diagram import Point

__all__ = ["Shelves", "shelved"]

WIDE = 1.6
"""How much wider than high a page of many parts should be."""


class Shelves(NamedTuple):
    """The left upper corner of every part, and the size of all together."""

    corners: tuple[Point, ...]
    width: float
    height: float


def shelved(sizes: Sequence[tuple[float, float]], gap: float) -> Shelves:
    """Parts of ``sizes`` (width, height) in their order, from left to right on shelves.

    What fits below the one before on its shelf stands there: small parts make columns beside a big one.
    """
    room = _room(sizes, gap)
    corners: list[Point] = []
    left = top = shelf = 0.0
    column, free = 0.0, 0.0
    for width, height in sizes:
        if corners and height <= shelf - free and max(column, width) + left <= room:
            column = max(column, width)
        else:
            if corners:
                left += column + gap
            if left + width > room and corners:
                left, top, shelf = 0.0, top + shelf + gap, 0.0
            column, free = width, 0.0
        corners.append((left, top + free))
        free += height
        shelf = max(shelf, free)
        free += gap
    return Shelves(
        tuple(corners),
        max([x + size[0] for (x, _), size in zip(corners, sizes, strict=True)], default=0.0),
        max([y + size[1] for (_, y), size in zip(corners, sizes, strict=True)], default=0.0),
    )


def _room(sizes: Sequence[tuple[float, float]], gap: float) -> float:
    """How wide a shelf may be: as wide as the widest part, or more for a page of good shape."""
    area = sum([(width + gap) * (height + gap) for width, height in sizes])
    return max([sqrt(area * WIDE), *[width for width, _ in sizes]])
