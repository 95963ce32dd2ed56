"""Part of the seventh pass: rows placed by exact least squares, one after the other, again and again.

Since the distances to keep bind only nodes of one row, such sweeps approach the best placement of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf

from .longedges import Layered
from .pava import fitted
from .sides import Bounded

__all__ = ["Pulls", "Walls", "anchored", "centred", "relaxed"]

Pulls = Sequence[Sequence[tuple[int, float]]]
"""For every node those that pull at it, and how strongly."""

Walls = tuple[int, ...]
"""Nodes that stay where they are."""

LOOSE = 0.01
"""How strongly a node stays where it is if nothing pulls at it."""


def anchored(rows: Bounded, pulls: Pulls, layered: Layered) -> list[float]:
    """A first placement: the widest row packed, then each other row near the one beside it."""
    widths = [_packed_width(nodes, rows) for nodes in rows.rows]
    widest = max(widths)
    place = [0.0] * len(rows.before)
    for nodes, width in zip(rows.rows, widths, strict=True):
        _spread(nodes, rows, place, widest / width if width else 1.0)
    start = widths.index(widest)
    known = [0] * len(place)
    for index, nodes in enumerate(rows.rows):
        for node in nodes:
            known[node] = abs(index - start)
    for index in (*range(start - 1, -1, -1), *range(start + 1, len(widths))):
        near = abs(index - start)
        _place_row(
            rows.rows[index],
            rows,
            place,
            [
                [(other, weight) for other, weight in pulls[node] if known[other] < near]
                for node in rows.rows[index]
            ],
        )
    return place


def _packed_width(nodes: Sequence[int], rows: Bounded) -> float:
    return sum([rows.before[node] + rows.after[node] for node in nodes])


def _spread(nodes: Sequence[int], rows: Bounded, place: list[float], factor: float) -> None:
    at = 0.0
    for node in nodes:
        place[node] = (at + rows.before[node]) * factor
        at += rows.before[node] + rows.after[node]


def relaxed(
    place: list[float], rows: Bounded, pulls: Pulls, sweeps: int, walls: Walls = ()
) -> list[float]:
    """``place`` after so many sweeps over the rows, down and up in turns."""
    place = list(place)
    stretches = _stretches(rows, walls)
    for turn in range(sweeps):
        for row in stretches if turn % 2 == 0 else reversed(stretches):
            for left, nodes, right in row:
                _place_row(nodes, rows, place, [pulls[node] for node in nodes], left, right)
    return place


def centred(place: list[float], rows: Bounded, layered: Layered, walls: Walls = ()) -> list[float]:
    """``place`` with every node over the middle of what is below it, where its row has room for that.

    From the lowest row up, so that what is centred stays so.
    """
    place = list(place)
    for row in reversed(_stretches(rows, walls)):
        for left, nodes, right in row:
            wishes, weights = [], []
            for node in nodes:
                below = layered.down[node] if node < rows.inner else ()
                wishes.append(_middle([place[low] for low in below]) if below else place[node])
                weights.append(1.0 if below else LOOSE)
            _fit(nodes, wishes, weights, rows, place, left, right)
    return place


def _middle(places: list[float]) -> float:
    return (min(places) + max(places)) / 2


Stretch = tuple[int, Sequence[int], int]
"""The wall on the left or -1, nodes of a row between two walls, the wall on the right or -1."""


def _stretches(rows: Bounded, walls: Walls) -> list[list[Stretch]]:
    standing = frozenset(walls)
    result: list[list[Stretch]] = []
    for nodes in rows.rows:
        marks = [-1, *[i for i, node in enumerate(nodes) if node in standing], len(nodes)]
        row: list[Stretch] = []
        for one, other in pairwise(marks):
            if other - one > 1:
                left = nodes[one] if one >= 0 else -1
                right = nodes[other] if other < len(nodes) else -1
                row.append((left, nodes[one + 1 : other], right))
        result.append(row)
    return result


def _place_row(
    nodes: Sequence[int],
    rows: Bounded,
    place: list[float],
    pulls: Iterable[Sequence[tuple[int, float]]],
    left: int = -1,
    right: int = -1,
) -> None:
    """Place the nodes of a row as near as can be to what pulls at them."""
    wishes, weights = [], []
    for node, pulling in zip(nodes, pulls, strict=True):
        weight = 0.0
        wish = 0.0
        for other, strength in pulling:
            weight += strength
            wish += strength * place[other]
        wishes.append(wish / weight if weight else place[node])
        weights.append(weight or LOOSE)
    _fit(nodes, wishes, weights, rows, place, left, right)


def _fit(
    nodes: Sequence[int],
    wishes: list[float],
    weights: list[float],
    rows: Bounded,
    place: list[float],
    left: int,
    right: int,
) -> None:
    before, after = rows.before, rows.after
    gaps = [after[one] + before[other] for one, other in pairwise(nodes)]
    low = place[left] + after[left] + before[nodes[0]] if left >= 0 else -inf
    high = place[right] - before[right] - after[nodes[-1]] if right >= 0 else inf
    for node, at in zip(nodes, fitted(wishes, weights, [0.0, *gaps], low, high), strict=True):
        place[node] = at
