"""How often lines cross between rows (counted by insertion into a sorted list)."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence

__all__ = ["crossings", "difference"]


def crossings(
    layers: Sequence[Sequence[int]], downs: Sequence[Sequence[int]], place: list[int]
) -> int:
    """How many pairs of lines cross between neighbouring rows; ``place`` is each node's place in its row."""
    return sum([_between(layer, downs, place) for layer in layers])


def _between(layer: Sequence[int], downs: Sequence[Sequence[int]], place: list[int]) -> int:
    ends: list[int] = []
    found = 0
    for node in layer:
        below = sorted([place[other] for other in downs[node]])
        found += sum([len(ends) - bisect_right(ends, end) for end in below])
        for end in below:
            insort(ends, end)
    return found


def difference(left: Sequence[int], right: Sequence[int]) -> int:
    """Crossings of two neighbours' lines as they stand, less those if they changed places."""
    if len(left) == 1 and len(right) == 1:
        return (left[0] > right[0]) - (right[0] > left[0])
    return sum([(a > b) - (b > a) for a in left for b in right])
