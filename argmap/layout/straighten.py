"""Part of the seventh pass: the bends of a long arrow on one upright line where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from .longedges import Layered
from .sides import Bounded

__all__ = ["TIGHT", "straightened"]

ROUNDS = 3

TIGHT = 0.4
"""How much of its room a line may be left with where that makes it straight."""


Neighbours = tuple[int, float, int, float]
"""The left and the right neighbour of a node, each with the least distance to it."""


Piece = tuple[float, float, int]
"""How far left and right some bends of an arrow may stand below one another, and how many they are."""


def straightened(place: Sequence[float], rows: Bounded, layered: Layered) -> list[float]:
    """``place`` with the bends of each arrow below one another, best above its lower end.

    Where its neighbours leave no room for that, the bends stand in as few upright pieces as they can.
    """
    result = [*place, -inf, inf]
    beside = _neighbours(rows, layered.boxes, len(place))
    bent = [chain for chain in layered.chains if len(chain) > 2]
    for _ in range(ROUNDS):
        for chain in bent:
            pieces = _pieces(chain[1:-1], result, beside)
            at = result[chain[0]]
            if len(pieces) == 1:
                low, high, _ = pieces[0]
                at = _best(result[chain[-1]], at, low, high)
            bend = 1
            for low, high, count in pieces:
                at = max(low, min(at, high))
                for node in chain[bend : bend + count]:
                    result[node] = at
                bend += count
    return result[:-2]


def _pieces(bends: Sequence[int], place: list[float], beside: list[Neighbours]) -> list[Piece]:
    """``bends`` from top to bottom in pieces, each as long as all in it find room below one another."""
    pieces: list[Piece] = []
    low, high, count = -inf, inf, 0
    for bend in bends:
        left, from_left, right, from_right = beside[bend]
        at = place[bend]
        least = min(place[left] + from_left, at)
        most = max(place[right] - from_right, at)
        if least > high or most < low:
            pieces.append((low, high, count))
            low, high, count = least, most, 1
        else:
            low, high, count = max(low, least), min(high, most), count + 1
    return [*pieces, (low, high, count)]


def _neighbours(rows: Bounded, boxes: int, nothing: int) -> list[Neighbours]:
    """What stands beside every bend, or ``nothing`` on its left and one more on its right."""
    before, after = rows.before, rows.after
    beside = [(nothing, 0.0, nothing + 1, 0.0)] * len(before)
    for nodes in rows.rows:
        for one, node, other in zip(
            (nothing, *nodes), nodes, (*nodes[1:], nothing + 1), strict=False
        ):
            if node >= boxes:
                beside[node] = (
                    one,
                    after[one] + TIGHT * before[node] if one < nothing else 0.0,
                    other,
                    before[other] + TIGHT * after[node] if other < nothing else 0.0,
                )
    return beside


def _best(lower: float, upper: float, low: float, high: float) -> float:
    """The end of the arrow that is in reach, the lower one first, or the nearest to it."""
    if not low <= lower <= high and low <= upper <= high:
        return upper
    return max(low, min(lower, high))
