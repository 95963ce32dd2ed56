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
    before, after = rows.before, rows.after
    bent = [chain for chain in layered.chains if len(chain) > 2]
    for _ in range(ROUNDS):
        for chain in bent:
            bends = chain[1:-1]
            low, high = -inf, inf
            for bend in bends:
                one, other = left[bend], right[bend]
                if one >= 0:
                    low = max(low, result[one] + after[one] + TIGHT * before[bend])
                if other >= 0:
                    high = min(high, result[other] - before[other] - TIGHT * after[bend])
            if low <= high:
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


def _best(lower: float, upper: float, low: float, high: float) -> float:
    """The end of the arrow that is in reach, the lower one first, or the nearest to it."""
    if not low <= lower <= high and low <= upper <= high:
        return upper
    return max(low, min(lower, high))
