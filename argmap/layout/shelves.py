"""Eleventh pass: the parts side by side on shelves, so that many parts make a page and not a row.

Boxes that nothing ties to any other come last, as one block in rows and columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import ceil, inf, sqrt

from ..values import NamedTuple
from .diagram import Point

__all__ = ["Shelves", "block", "shelved"]

WIDE = 1.6
"""How much wider than high a page of many parts should be."""


TRIED = (1.0, 1.15, 1.3, 1.5, 0.85)
"""Widths of shelves that are tried, in parts of the one that a page of good shape would have without gaps."""

FEW = 200
"""Up to how many parts widths are tried: with many one fits as well as another."""


class Shelves(NamedTuple):
    """The left upper corner of every part, and the size of all together."""

    corners: tuple[Point, ...]
    width: float
    height: float


Size = tuple[float, float]


def shelved(
    sizes: Sequence[Size],
    gap: float,
    alone: Sequence[bool] = (),
    close: float = 0.0,
    most: float = inf,
) -> Shelves:
    """Parts of ``sizes`` (width, height) from left to right on shelves, ``gap`` apart.

    Those that stand ``alone`` come below all others, as `block` sets them, only ``close`` apart. Shelves of some widths
    are tried, and those kept that look largest on a page of good shape, of those at most ``most`` wide if there are any.
    """
    room = _room(sizes, gap)
    tries = [room * share for share in (TRIED if 1 < len(sizes) <= FEW else (1.0,))]
    found = [_below(sizes, gap, alone, close, each) for each in tries]
    return min(found, key=lambda each: (each.width > most, max(each.width, each.height * WIDE)))


def _below(
    sizes: Sequence[Size], gap: float, alone: Sequence[bool], close: float, room: float
) -> Shelves:
    """The parts on shelves as wide as ``room``, and those that stand alone in a block below."""
    lone = [index for index, each in enumerate(alone) if each]
    if not lone:
        return _on_shelves(sizes, gap, room)
    tied = [index for index, each in enumerate(alone) if not each]
    first = _on_shelves([sizes[index] for index in tied], gap, room)
    rest = block([sizes[index] for index in lone], max(first.width, room), close)
    below = first.height + gap if tied else 0.0
    corners: list[Point] = [(0.0, 0.0)] * len(sizes)
    for index, corner in zip(tied, first.corners, strict=True):
        corners[index] = corner
    for index, (x, y) in zip(lone, rest.corners, strict=True):
        corners[index] = (x, y + below)
    return Shelves(tuple(corners), max(first.width, rest.width), below + rest.height)


def block(sizes: Sequence[Size], width: float, gap: float) -> Shelves:
    """Boxes in rows, in their order, with left edges below one another; about as wide as ``width``.

    It gets wider where it would be far higher than wide otherwise; what fits into one row has no columns.
    """
    room = max(width, _room(sizes, gap))
    if sum([each + gap for each, _ in sizes]) - gap <= room:
        columns, widths = len(sizes), [each for each, _ in sizes]
    else:
        widest = max([each for each, _ in sizes])
        columns = max(int((room + gap) / (widest + gap)), 1)
        columns = ceil(len(sizes) / ceil(len(sizes) / columns))
        widths = [max([each for each, _ in sizes[at::columns]]) for at in range(columns)]
    left = list(accumulate([each + gap for each in widths], initial=0.0))
    corners: list[Point] = []
    top = 0.0
    for start in range(0, len(sizes), columns):
        row = sizes[start : start + columns]
        corners += [(left[column], top) for column in range(len(row))]
        top += max([height for _, height in row]) + gap
    return Shelves(tuple(corners), left[-1] - gap, top - gap)


def _on_shelves(sizes: Sequence[Size], gap: float, room: float) -> Shelves:
    """Parts in their order, on shelves as wide as ``room``; what fits below others on its shelf, best the one before, stands there.

    So small parts make columns beside a big one.
    """
    corners: list[Point] = []
    columns: list[_Column] = []
    top = shelf = 0.0
    for width, height in sizes:
        column = next((c for c in reversed(columns) if c.takes(width, height, shelf, room)), None)
        if column is None:
            last = columns[-1] if columns else _Column(0.0, -gap)
            left = last.left + last.width + gap
            if columns and left + width > room:
                left, top, shelf, columns = 0.0, top + shelf + gap, 0.0, []
            for each in columns[-1:]:
                each.open = False
            column = _Column(left, width)
            columns.append(column)
        corners.append((column.left, top + column.free))
        column.width = max(column.width, width)
        shelf = max(shelf, column.free + height)
        column.free += height + gap
    return Shelves(
        tuple(corners),
        max([x + size[0] for (x, _), size in zip(corners, sizes, strict=True)], default=0.0),
        max([y + size[1] for (_, y), size in zip(corners, sizes, strict=True)], default=0.0),
    )


class _Column:
    """Parts one below the other on a shelf: where it begins, how wide it is, and from where it is free.

    An ``open`` one, the last of its shelf, may still get wider.
    """

    def __init__(self, left: float, width: float) -> None:
        self.left = left
        self.width = width
        self.free = 0.0
        self.open = True

    def takes(self, width: float, height: float, shelf: float, room: float) -> bool:
        """Whether a part has room in it, on a shelf so high, in a drawing so wide."""
        widest = room - self.left if self.open else self.width
        return height <= shelf - self.free and max(width, self.width) <= widest


def _room(sizes: Sequence[Size], gap: float) -> float:
    """How wide a shelf may be: as wide as the widest part, or more for a page of good shape."""
    area = sum([(width + gap) * (height + gap) for width, height in sizes])
    return max([sqrt(area * WIDE), *[width for width, _ in sizes]])
