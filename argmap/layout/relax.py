"""Part of the seventh pass: rows placed by exact least squares, one after the other, again and again.

Since the distances to keep bind only nodes of one row, such sweeps approach the best placement of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import inf

from ..values import NamedTuple
from .longedges import Layered
from .pava import fitted
from .sides import Bounded

__all__ = [
    "Pulls",
    "Rows",
    "Stretch",
    "Walls",
    "centred",
    "packed",
    "relaxed",
    "shortened",
    "stretches",
]

Pulls = Sequence[Sequence[tuple[int, float]]]
"""For every node those that pull at it, and how strongly."""

Pulled = Sequence[tuple[int, float, Sequence[tuple[int, float]]]]
"""For every node of a stretch its number, how far right of the first it stands at least, and what pulls at it."""

Walls = tuple[int, ...]
"""Nodes that stay where they are."""

LOOSE = 0.01
"""How strongly a node stays where it is if nothing pulls at it."""

NEAR = (1_000.0, 200.0, 0.7)
"""What is nearer than that counts as if it were that far: at first, at last, and by what it shrinks."""


EAGER = 1.5
"""How far a node goes in such a sweep, in parts of the way to its best place: 1.5 take half as many sweeps as 1."""


class Stretch(NamedTuple):
    """Nodes of a row between two walls, and how far right of the first each must stand at least.

    ``left`` and ``right`` are the walls, or -1; ``room`` is what the outer nodes keep free to them.
    """

    nodes: tuple[int, ...]
    offsets: tuple[float, ...]
    left: int
    right: int
    room: tuple[float, float]


Rows = Sequence[Sequence[Stretch]]


def stretches(rows: Bounded, walls: Walls = ()) -> Rows:
    """The rows cut at the walls."""
    standing = frozenset(walls)
    result: list[list[Stretch]] = []
    for nodes in rows.rows:
        marks = [-1, *[i for i, node in enumerate(nodes) if node in standing], len(nodes)]
        row: list[Stretch] = []
        for one, other in pairwise(marks):
            if other - one > 1:
                left = nodes[one] if one >= 0 else -1
                right = nodes[other] if other < len(nodes) else -1
                row.append(_stretch(nodes[one + 1 : other], left, right, rows))
        result.append(row)
    return result


def _stretch(nodes: tuple[int, ...], left: int, right: int, rows: Bounded) -> Stretch:
    before, after = rows.before, rows.after
    gaps = [after[one] + before[other] for one, other in pairwise(nodes)]
    to_left = after[left] + before[nodes[0]] if left >= 0 else 0.0
    to_right = after[nodes[-1]] + before[right] if right >= 0 else 0.0
    return Stretch(nodes, tuple(accumulate(gaps, initial=0.0)), left, right, (to_left, to_right))


def packed(rows: Bounded, pulls: Pulls) -> list[float]:
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
    whole = stretches(rows)
    for index in (*range(start - 1, -1, -1), *range(start + 1, len(widths))):
        near = abs(index - start)
        for stretch in whole[index]:
            nearer = [
                [(other, weight) for other, weight in pulls[node] if known[other] < near]
                for node in stretch.nodes
            ]
            _place(stretch, place, nearer)
    return place


def _packed_width(nodes: Sequence[int], rows: Bounded) -> float:
    return sum([rows.before[node] + rows.after[node] for node in nodes])


def _spread(nodes: Sequence[int], rows: Bounded, place: list[float], factor: float) -> None:
    at = 0.0
    for node in nodes:
        place[node] = (at + rows.before[node]) * factor
        at += rows.before[node] + rows.after[node]


def relaxed(place: Sequence[float], rows: Rows, pulls: Pulls, sweeps: int) -> list[float]:
    """``place`` after so many sweeps over the rows, down and up in turns."""
    result = list(place)
    for turn in range(sweeps):
        for row in rows if turn % 2 == 0 else reversed(rows):
            for stretch in row:
                _place(stretch, result, [pulls[node] for node in stretch.nodes])
    return result


def _place(
    stretch: Stretch, place: list[float], pulls: Iterable[Sequence[tuple[int, float]]]
) -> None:
    """Place the nodes of a stretch as near as can be to what pulls at them."""
    wishes, weights = [], []
    for node, pulling in zip(stretch.nodes, pulls, strict=True):
        weight = 0.0
        wish = 0.0
        for other, strength in pulling:
            weight += strength
            wish += strength * place[other]
        wishes.append(wish / weight if weight else place[node])
        weights.append(weight or LOOSE)
    _fit(stretch, wishes, weights, place)


def shortened(place: Sequence[float], rows: Rows, pulls: Pulls, sweeps: int) -> list[float]:
    """``place`` with less distance in all instead of fewer squares: far pulls count for less.

    Every sweep weighs a pull by one over its distance, so that its square counts as the distance itself
    (iteratively reweighted least squares, after Weiszfeld 1937), at first only for the longest. A node goes
    beyond its best place, for its neighbours will follow (successive over-relaxation, Young 1954), but at last.
    """
    result = list(place)
    near, least, shrink = NEAR
    pulled = [[_pulled(stretch, pulls) for stretch in row] for row in rows]
    for turn in range(sweeps):
        eager = EAGER if turn < sweeps - 2 else 1.0
        for row in pulled if turn % 2 == 0 else reversed(pulled):
            for stretch, each in row:
                _shorten(stretch, each, result, near, eager)
        if turn % 2:
            near = max(near * shrink, least)
    return result


def _pulled(stretch: Stretch, pulls: Pulls) -> tuple[Stretch, Pulled]:
    """A stretch and its nodes, put together once for all sweeps."""
    pulling = [pulls[node] for node in stretch.nodes]
    return stretch, list(zip(stretch.nodes, stretch.offsets, pulling, strict=True))


def _shorten(
    stretch: Stretch, pulled: Pulled, place: list[float], near: float, eager: float
) -> None:
    """Place the nodes of a stretch by the lengths to what pulls at them.

    It pools as `fitted` does, but on the spot: this loop runs most of all in a layout without crossings.
    """
    means: list[float] = []
    masses: list[float] = []
    counts: list[int] = []
    last, back, loose = -inf, -near, LOOSE / 1_000
    for node, offset, pulling in pulled:
        at = place[node]
        mass = loose
        aside = 0.0
        for other, strength in pulling:
            far = place[other] - at
            if far > near:
                mass += strength / far
                aside += strength
            elif far < back:
                mass -= strength / far
                aside -= strength
            else:
                pull = strength / near
                mass += pull
                aside += pull * far
        mean = at + eager * aside / mass - offset
        count = 1
        while last > mean:
            other_mass = masses.pop()
            mean = (mean * mass + means.pop() * other_mass) / (mass + other_mass)
            mass += other_mass
            count += counts.pop()
            last = means[-1] if means else -inf
        means.append(mean)
        masses.append(mass)
        counts.append(count)
        last = mean
    _set_pools(stretch, means, counts, place)


def _set_pools(stretch: Stretch, means: list[float], counts: list[int], place: list[float]) -> None:
    """Set the nodes of a stretch by their pools' means, as far as the walls allow."""
    nodes, offsets, left, right, room = stretch
    if left >= 0 or right >= 0:
        low = place[left] + room[0] if left >= 0 else -inf
        most = (place[right] - room[1] if right >= 0 else inf) - offsets[-1]
        for index, mean in enumerate(means):
            if not low <= mean <= most:
                means[index] = max(min(mean, most), low)
    start = 0
    for mean, count in zip(means, counts, strict=True):
        if count == 1:  # as most often
            place[nodes[start]] = mean + offsets[start]
            start += 1
        else:
            stop = start + count
            for index in range(start, stop):
                place[nodes[index]] = mean + offsets[index]
            start = stop


def _between(stretch: Stretch, place: Sequence[float]) -> tuple[float, float]:
    """How far left and right the walls let the nodes of a stretch stand."""
    low = place[stretch.left] + stretch.room[0] if stretch.left >= 0 else -inf
    high = place[stretch.right] - stretch.room[1] if stretch.right >= 0 else inf
    return low, high


def centred(place: Sequence[float], rows: Rows, layered: Layered) -> list[float]:
    """``place`` with every node over the middle of what is below it, where its row has room for that.

    From the lowest row up, so that what is centred stays so.
    """
    result = list(place)
    inner = len(layered.row)
    for row in reversed(rows):
        for stretch in row:
            wishes, weights = [], []
            for node in stretch.nodes:
                below = layered.down[node] if node < inner else ()
                wishes.append(_middle([result[low] for low in below]) if below else result[node])
                weights.append(1.0 if below else LOOSE)
            _fit(stretch, wishes, weights, result)
    return result


def _middle(places: list[float]) -> float:
    return (min(places) + max(places)) / 2


def _fit(stretch: Stretch, wishes: list[float], weights: list[float], place: list[float]) -> None:
    """Set the nodes of a stretch as near to ``wishes`` as their distances and the walls allow."""
    low, high = _between(stretch, place)
    if len(wishes) == 1:  # as between the sides of frames
        place[stretch.nodes[0]] = max(min(wishes[0], high), low)
        return
    for node, at in zip(
        stretch.nodes, fitted(wishes, weights, stretch.offsets, low, high), strict=True
    ):
        place[node] = at
