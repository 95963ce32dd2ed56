"""Part of the seventh pass: the bends of a long arrow on one upright line where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from .longedges import Layered
from .sides import Bounded

__all__ = ["TIGHT", "straightened"]

ROUNDS = 2

TIGHT = 0.4
"""How much of its room a line may be left with where that makes it straight."""


def straightened(place: Sequence[float], rows: Bounded, layered: Layered) -> list[float]:
    """``place`` with the bends of each arrow below one another, best above its lower end."""
    result = list(place)
    left, right = _neighbours(rows)
    for _ in range(ROUNDS):
        for chain in layered.chains:
            bends = chain[1:-1]
            if not bends:
                continue
            low = max([_from_left(bend, left, rows, result) for bend in bends])
            high = min([_from_right(bend, right, rows, result) for bend in bends])
            if low > high:
                continue
            at = _best(result[chain[-1]], result[chain[0]], low, high)
            for bend in bends:
                result[bend] = at
    return result


def _neighbours(rows: Bounded) -> tuple[list[int], list[int]]:
    """The left and right neighbour of every node, or -1."""
    left, right = [-1] * len(rows.before), [-1] * len(rows.before)
    for nodes in rows.rows:
        for one, other in pairwise(nodes):
            right[one], left[other] = other, one
    return left, right


def _from_left(bend: int, left: list[int], rows: Bounded, place: list[float]) -> float:
    one = left[bend]
    return place[one] + rows.after[one] + TIGHT * rows.before[bend] if one >= 0 else -inf


def _from_right(bend: int, right: list[int], rows: Bounded, place: list[float]) -> float:
    one = right[bend]
    return place[one] - rows.before[one] - TIGHT * rows.after[bend] if one >= 0 else inf


def _best(lower: float, upper: float, low: float, high: float) -> float:
    """The end of the arrow that is in reach, the lower one first, or the nearest to it."""
    if not low <= lower <= high and low <= upper <= high:
        return upper
    return max(low, min(lower, high))
