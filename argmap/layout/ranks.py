"""Third pass: the row of every box, cards on even rows and joints on the odd ones between."""

from __future__ import annotations

from ..values import NamedTuple
from .graph import Graph
from .settle import settled

__all__ = ["Links", "links", "ranks"]

PASSES = 3
BUDGET = 40
"""How many boxes a box may make the search for shorter arrows look at, on average."""

MANY = 200
NEAR = 6
"""Of more than so many boxes only such small groups move down that something above holds: nearly as good, and ten times as fast."""

NEXT = 2
"""How many half-rows the next row of cards, or of joints, is away; the joints right below cards are one away."""


class Links(NamedTuple):
    """For every box the boxes right above and below it, one for each arrow, in arrow order."""

    up: tuple[tuple[int, ...], ...]
    down: tuple[tuple[int, ...], ...]


def links(graph: Graph, turned: tuple[bool, ...]) -> Links:
    """Who is above whom, by the arrows and by which of them are turned."""
    up: list[list[int]] = [[] for _ in graph.before]
    down: list[list[int]] = [[] for _ in graph.before]
    for (tail, head), turn in zip(graph.arrows, turned, strict=True):
        low, high = (head, tail) if turn else (tail, head)
        up[low].append(high)
        down[high].append(low)
    return Links(tuple([tuple(u) for u in up]), tuple([tuple(d) for d in down]))


def ranks(graph: Graph, linked: Links, *, close: bool = False) -> tuple[int, ...]:
    """The row of every box, from 0 on top; rows that hold nothing are left out.

    Each box stands as high as the arrows allow; then conclusions move down to their reasons, with all
    that hangs tightly below them. ``close`` moves down what something above holds as well, where that
    shortens more arrows than it lengthens (a cheap stand-in for the network simplex of Gansner,
    Koutsofios, North and Vo 1993, which finds the least total length).
    """
    rank, order = _highest(graph.joint, linked)
    moved, passes = True, 0
    while moved and passes < PASSES:
        moved = _lowered(rank, order, linked, close=close)
        passes += 1
    rank = settled(graph, rank)
    used = {row: index for index, row in enumerate(sorted(set(rank)))}
    return tuple([used[row] for row in rank])


def _highest(joint: tuple[bool, ...], linked: Links) -> tuple[list[int], list[int]]:
    """The least rows, and the boxes in an order in which each comes after those above it."""
    rank = [1 if each else 0 for each in joint]
    waits = [len(above) for above in linked.up]
    order = [box for box, count in enumerate(waits) if not count]
    for box in order:
        for low in linked.down[box]:
            lowered = rank[box] + (NEXT if joint[box] == joint[low] else 1)
            if rank[low] < lowered:
                rank[low] = lowered
            waits[low] -= 1
            if not waits[low]:
                order.append(low)
    return rank, order


def _lowered(rank: list[int], order: list[int], linked: Links, *, close: bool) -> bool:
    """Move tight groups down where it pays, deepest first; whether any moved."""
    moved = False
    left = BUDGET * len(rank)
    most = NEAR if close and len(rank) > MANY else max(len(rank) // 2, 1)
    for box in reversed(order):
        if left < 0:
            break
        if not linked.down[box] or (linked.up[box] and not close):
            continue
        group = _tight(box, rank, linked, most)
        left -= len(group)
        slack = _slack(group, rank, linked, close=close) if len(group) <= most else 0
        if slack:
            moved = True
            for each in group:
                rank[each] += slack
    return moved


def _tight(box: int, rank: list[int], linked: Links, most: int) -> dict[int, None]:
    """``box`` and all below it that must move down with it; or only more than ``most`` of these."""
    group = {box: None}
    work = [box]
    for each in work:
        if len(group) > most:
            break
        lowest = rank[each] + NEXT
        for low in linked.down[each]:
            if rank[low] <= lowest and low not in group:
                group[low] = None
                work.append(low)
    return group


def _slack(group: dict[int, None], rank: list[int], linked: Links, *, close: bool) -> int:
    """How far ``group`` can move down with a gain, or 0."""
    gain = slack = 0
    for box in group:
        for high in linked.up[box]:
            if high not in group:
                if not close:
                    return 0
                gain -= 1
        for low in linked.down[box]:
            if low not in group:
                gain += 1
                room = (rank[low] - rank[box] - 1) // NEXT * NEXT
                slack = min(slack, room) if slack else room
    return slack if gain > 0 else 0
