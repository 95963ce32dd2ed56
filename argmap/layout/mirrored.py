"""Part of the sixth pass: of an order and its mirror image, which cross alike, the more like the author's."""

from __future__ import annotations

from bisect import bisect

from .attempts import Attempt
from .linear import Line
from .longedges import Layered
from .rowsorder import runs_of
from .sweeps import number

__all__ = ["as_written"]


def as_written(attempt: Attempt, layered: Layered) -> Attempt:
    """``attempt``, or its mirror image if that has more arrows to a box in the order they were given in."""
    place = [0] * len(layered.row)
    number(attempt.rows, place)
    below: list[list[tuple[int, int]]] = [[] for _ in range(layered.boxes)]
    for arrow, chain in enumerate(layered.chains):
        below[chain[0]].append((place[chain[1]], arrow))
    swapped = pairs = 0
    for arrows in below:
        seen: list[int] = []
        for _, arrow in sorted(arrows):
            at = bisect(seen, arrow)
            swapped += len(seen) - at
            pairs += len(seen)
            seen.insert(at, arrow)
    return _mirrored(attempt, layered) if 2 * swapped > pairs else attempt


def _mirrored(attempt: Attempt, layered: Layered) -> Attempt:
    """What stands left stands right."""
    line = attempt.line
    flipped = Line(
        tuple([-at for at in line.middle]),
        tuple([-at for at in line.end]),
        tuple([-at for at in line.begin]),
    )
    rows = [nodes[::-1] for nodes in attempt.rows]
    keys = [-key for key in attempt.keys]
    return Attempt(attempt.crossings, rows, runs_of(layered, rows), keys, flipped)
