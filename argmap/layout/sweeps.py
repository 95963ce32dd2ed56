"""Part of the sixth pass: sorting each row by the row beside it, and exchanging neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import or_

from .crossings import difference, places_of
from .rowsorder import Ordered, Runs

__all__ = ["exchange", "number", "sweep_down", "sweep_up"]

Neighbours = Sequence[Sequence[int]]


def number(rows: Ordered, place: list[int]) -> None:
    """Set every node's place in its row."""
    for nodes in rows:
        for index, node in enumerate(nodes):
            place[node] = index


def sweep_down(rows: Ordered, runs: Runs, up: Neighbours, place: list[int], *, flip: bool) -> None:
    """Sort each row, from the second, by the mean place of what is above; ``flip`` turns equals round.

    A node with nothing above stays beside its left neighbour.
    """
    for nodes, stretches in zip(rows[1:], runs[1:], strict=True):
        for start, stop in stretches:
            part = nodes[start:stop]
            keys = []
            last = -1.0
            for node in part:
                above = up[node]
                if len(above) == 1:
                    last = place[above[0]]
                elif above:
                    last = sum([place[high] for high in above]) / len(above)
                keys.append(last)
            _sort(nodes, start, part, keys, place, flip)


def sweep_up(rows: Ordered, runs: Runs, down: Neighbours, place: list[int], *, flip: bool) -> None:
    """Sort each row, from the last but one, by the mean place of what is below.

    A node with nothing below keeps its place.
    """
    for nodes, stretches in zip(reversed(rows[:-1]), reversed(runs[:-1]), strict=True):
        for start, stop in stretches:
            slots = [index for index in range(start, stop) if down[nodes[index]]]
            if len(slots) < 2:
                continue
            part = [nodes[index] for index in slots]
            if flip:
                part.reverse()
            means: dict[int, float] = {}
            for node in part:
                below = down[node]
                one = len(below) == 1  # as most often
                means[node] = place[below[0]] if one else _mean(below, place)
            part.sort(key=means.__getitem__)
            for index, node in zip(slots, part, strict=True):
                nodes[index] = node
                place[node] = index


def _mean(ends: Sequence[int], place: list[int]) -> float:
    return sum([place[end] for end in ends]) / len(ends)


def _sort(
    nodes: list[int], start: int, part: list[int], keys: list[float], place: list[int], flip: bool
) -> None:
    """Put ``part`` back into its row sorted by ``keys``, equals as they were or the other way round."""
    order = range(len(part) - 1, -1, -1) if flip else range(len(part))
    for index, which in enumerate(sorted(order, key=keys.__getitem__), start):
        node = part[which]
        nodes[index] = node
        place[node] = index


def exchange(
    rows: Ordered,
    runs: Runs,
    up: Neighbours,
    down: Neighbours,
    place: list[int],
    rounds: int,
) -> int:
    """Let neighbours change places where that saves crossings; how many it saved in all."""
    total = 0
    due = list(range(len(rows)))
    for _ in range(rounds):
        moved: dict[int, None] = {}
        for index in due:
            saved = sum([_exchange_in(rows[index], each, up, down, place) for each in runs[index]])
            if saved:
                total += saved
                moved |= dict.fromkeys((index - 1, index + 1))
        due = [index for index in range(len(rows)) if index in moved]
    return total


def _exchange_in(
    nodes: list[int],
    stretch: tuple[int, int],
    up: Neighbours,
    down: Neighbours,
    place: list[int],
) -> int:
    """Exchange neighbours of one stretch of a row until none saves a crossing; how many it saved.

    A pair is looked at again only after one of the two changed places with somebody else.
    """
    start, stop = stretch
    part = nodes[start:stop]
    above = places_of(part, up, place)
    below = places_of(part, down, place)
    due = bytearray(map(or_, _may_cross(above), _may_cross(below)))
    total = 0
    left = due.find(1)
    while left >= 0:
        due[left] = 0
        right = left + 1
        less = 0
        for ends in (above, below):
            one, other = ends[left], ends[right]
            if len(one) == 1 == len(other):  # as most often
                less += (one[0] > other[0]) - (one[0] < other[0])
            elif one and other:
                less += difference(one, other)
        if less > 0:
            total += less
            above[left], above[right] = above[right], above[left]
            below[left], below[right] = below[right], below[left]
            part[left], part[right] = part[right], part[left]
            if left:
                due[left - 1] = 1
            if right < len(due):
                due[right] = 1
        left = due.find(1, right)
        if left < 0:
            left = due.find(1)
    if total:
        nodes[start:stop] = part
        for index, node in enumerate(part, start):
            place[node] = index
    return total


def _may_cross(ends: list[list[int]]) -> list[bool]:
    """Of each pair of neighbours whether steps of the one may cross steps of the other; ``ends`` has the places that they lead to."""
    return [bool(one and other and one[-1] > other[0]) for one, other in pairwise(ends)]
