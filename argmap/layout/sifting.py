"""Part of the sixth pass: every node tried at every place near its own, and moved to the best."""

from __future__ import annotations

from collections.abc import Sequence

from .crossings import difference
from .rowsorder import Ordered, Runs

__all__ = ["sift"]

Neighbours = Sequence[Sequence[int]]

Ends = dict[int, list[int]]
"""The sorted places of what nodes lead to in a row beside."""

REACH = 100
"""How many places a node is tried at on either side."""

PATIENCE = 4
"""The search ends where a node would cross that many more lines than now, for each of its own."""


def sift(rows: Ordered, runs: Runs, up: Neighbours, down: Neighbours, place: list[int]) -> int:
    """Move nodes one by one to where they cross least; how many crossings that saves in all.

    Sifting of Matuszewski, Schönfeld and Molitor 1999, cut short where a node gets ever worse.
    """
    total = 0
    for nodes, stretches in zip(rows, runs, strict=True):
        for start, stop in stretches:
            part = nodes[start:stop]
            above = {node: sorted([place[each] for each in up[node]]) for node in part}
            below = {node: sorted([place[each] for each in down[node]]) for node in part}
            for node in part:
                at = place[node]
                right = nodes[at + 1 : min(stop, at + REACH)]
                left = nodes[max(start, at - REACH) : at][::-1]
                to_right = _best(node, right, above, below, 1)
                to_left = _best(node, left, above, below, -1)
                saved, steps = max(to_right, (to_left[0], -to_left[1]), key=lambda way: way[0])
                if saved:
                    total += saved
                    _move(nodes, at, at + steps, place)
    return total


def _best(node: int, others: list[int], above: Ends, below: Ends, sign: int) -> tuple[int, int]:
    """How many crossings ``node`` saves at most by going past some of ``others``, and past how many."""
    own_above, own_below = above[node], below[node]
    worst = -PATIENCE * (len(own_above) + len(own_below))
    saved = most = steps = 0
    for count, other in enumerate(others, 1):
        change = difference(own_above, above[other]) + difference(own_below, below[other])
        saved += sign * change
        if saved > most:
            most, steps = saved, count
        elif saved < worst:
            break
    return most, steps


def _move(nodes: list[int], at: int, to: int, place: list[int]) -> None:
    nodes.insert(to, nodes.pop(at))
    first, last = min(at, to), max(at, to)
    for index in range(first, last + 1):
        place[nodes[index]] = index
