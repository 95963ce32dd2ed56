"""Part of the sixth pass: every node tried at every place near its own, and moved to the best."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from .crossings import difference, places_of
from .rowsorder import Ordered, Runs

__all__ = ["REACH", "Due", "Ends", "ends_of", "move", "sift"]

Neighbours = Sequence[Sequence[int]]

Ends = tuple[list[int], list[int]]
"""The sorted places of what a node leads to in the row above and in the row below."""

Due = Container[int] | None
"""The nodes to be tried, or all."""

REACH = 100
"""How many places a node is tried at on either side."""

PATIENCE = 4
"""The search ends where a node would cross that many more lines than now, for each of its own."""


def sift(
    rows: Ordered,
    runs: Runs,
    up: Neighbours,
    down: Neighbours,
    place: list[int],
    *,
    fixed: Container[int] = (),
    due: Due = None,
    moved: dict[int, None] | None = None,
) -> int:
    """Move nodes one by one to where they cross least, but for those ``fixed``; how many crossings less.

    Sifting of Matuszewski, Schönfeld and Molitor 1999, cut short where a node gets ever worse. Only nodes that
    are ``due`` are tried; those that moved, and those they moved past, are put to ``moved``.
    """
    total = 0
    for nodes, stretches in zip(rows, runs, strict=True):
        for start, stop in stretches:
            part = nodes[start:stop]
            tried = [node for node in part if (due is None or node in due) and node not in fixed]
            if not tried:
                continue
            line = ends_of(part, up, down, place)
            ends = dict(zip(part, line, strict=True))
            for node in tried:
                at = place[node] - start
                own = ends[node]
                right, past_right = _best(own, line[at + 1 : at + REACH], 1)
                left, past_left = _best(own, reversed(line[max(0, at - REACH) : at]), -1)
                steps = past_right if right >= left else -past_left
                if steps:
                    total += max(right, left)
                    move(nodes, at + start, at + start + steps, place, moved)
                    line.insert(at + steps, line.pop(at))
    return total


def ends_of(nodes: Sequence[int], up: Neighbours, down: Neighbours, place: list[int]) -> list[Ends]:
    """Where the steps of each of the nodes end above and below it."""
    return list(zip(places_of(nodes, up, place), places_of(nodes, down, place), strict=True))


def _best(own: Ends, others: Iterable[Ends], sign: int) -> tuple[int, int]:
    """How many crossings a node saves at most by going past some of ``others``, and past how many.

    The sum of `difference` over both sides, with what is usual decided on the spot: this loop runs most
    of all in a layout.
    """
    above, below = own
    up, down = len(above), len(below)
    worst = -PATIENCE * (up + down)
    first, last = (above[0], above[-1]) if up else (0, 0)
    top, end = (below[0], below[-1]) if down else (0, 0)
    saved = most = steps = count = 0
    for over, under in others:
        count += 1  # noqa: SIM113 # enumerate makes a tuple each time
        if up and over:
            if last < over[0]:
                saved -= sign * up * len(over)
            elif over[-1] < first:
                saved += sign * up * len(over)
            elif up > 1 or len(over) > 1:
                saved += sign * difference(above, over)
        if down and under:
            if end < under[0]:
                saved -= sign * down * len(under)
            elif under[-1] < top:
                saved += sign * down * len(under)
            elif down > 1 or len(under) > 1:
                saved += sign * difference(below, under)
        if saved > most:
            most, steps = saved, count
        elif saved < worst:
            break
    return most, steps


def move(
    nodes: list[int], at: int, to: int, place: list[int], moved: dict[int, None] | None = None
) -> None:
    """Move what stands ``at`` a place of a row ``to`` another; put it, and what it passes, to ``moved``."""
    nodes.insert(to, nodes.pop(at))
    first, last = min(at, to), max(at, to)
    for index in range(first, last + 1):
        place[nodes[index]] = index
    if moved is not None:
        moved |= dict.fromkeys(nodes[first : last + 1])
