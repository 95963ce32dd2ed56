"""Part of the sixth pass: every node tried at every place near its own, and moved to the best."""

from __future__ import annotations

from collections.abc import Container, Sequence

from .crossings import overlapping, places_of
from .rowsorder import Ordered, Runs

__all__ = ["REACH", "Due", "Fan", "fans_of", "move", "sift"]

Neighbours = Sequence[Sequence[int]]

Fan = tuple[int, int, int, int, int, int, list[int], list[int]]
"""How many ends a node has in the row above, the first and the last place of them, the same of the row below, and both sorted."""

Due = Container[int] | None
"""The nodes to be tried, or all."""

REACH = 100
"""How many places a node is tried at on either side."""

FAR = 1 << 60
"""A place right of every other."""

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
            line = fans_of(part, up, down, place)
            for node in tried:
                at = place[node] - start
                saved, steps = _best(at, line)
                if steps:
                    total += saved
                    move(nodes, at + start, at + start + steps, place, moved)
                    line.insert(at + steps, line.pop(at))
    return total


def fans_of(nodes: Sequence[int], up: Neighbours, down: Neighbours, place: list[int]) -> list[Fan]:
    """Where the steps of each of the nodes end above and below it."""
    return [
        (len(above), above[0], above[-1], len(below), below[0], below[-1], above, below)
        if above and below
        else _half(above, below)
        for above, below in zip(
            places_of(nodes, up, place), places_of(nodes, down, place), strict=True
        )
    ]


def _half(above: list[int], below: list[int]) -> Fan:
    """The fan of a node that leads nowhere on one side: it is right of everything there."""
    first, last = (above[0], above[-1]) if above else (FAR, FAR)
    top, end = (below[0], below[-1]) if below else (FAR, FAR)
    return len(above), first, last, len(below), top, end, above, below


def _best(at: int, line: Sequence[Fan]) -> tuple[int, int]:
    """How many crossings the node at a place saves at most where it goes aside, and how many places to the right, or less than 0.

    The sum of `difference` over both sides, with what is usual decided on the spot: this loop runs most
    of all in a layout.
    """
    up, first, last, down, top, end, above, below = line[at]
    last = last if up else -1
    end = end if down else -1
    worst = -PATIENCE * (up + down)
    most = steps = 0
    ahead = range(at + 1, min(len(line), at + REACH))
    behind = range(at - 1, max(-1, at - REACH - 1), -1)
    for others, sign, own_up, own_down in ((ahead, 1, up, down), (behind, -1, -up, -down)):
        saved = 0
        for other in others:
            ups, over_first, over_last, downs, under_first, under_last, over, under = line[other]
            if last < over_first:
                saved -= own_up * ups
            elif over_last < first:
                saved += own_up * ups
            elif ups > 1 or up > 1:
                saved += sign * overlapping(above, over)
            if end < under_first:
                saved -= own_down * downs
            elif under_last < top:
                saved += own_down * downs
            elif downs > 1 or down > 1:
                saved += sign * overlapping(below, under)
            if saved > most:
                most, steps = saved, other - at
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
