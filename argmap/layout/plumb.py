"""Part of the ninth pass: bends moved a little to where their arrows end, so that lines don't wriggle."""

from __future__ import annotations

from itertools import pairwise
from math import inf

from .coordinates import Across
from .graph import Graph
from .longedges import Layered
from .ordering import Order
from .ports import Ports
from .straighten import TIGHT

__all__ = ["plumbed"]

NEAR = 24.0
"""How far aside a bend may be moved, CSS pixels."""

Limits = list[tuple[int, float]]
"""For every node its neighbour in its row, or -1, and the least distance to it."""


def plumbed(layered: Layered, graph: Graph, order: Order, across: Across, ports: Ports) -> Across:
    """``across`` with the bends of every arrow over its lower end, if that is near and all have room there.

    Beside frames, whose sides are no nodes of the rows, bends stay.
    """
    if graph.nests:
        return across
    left, right = _neighbours(order, layered)
    middle = list(across.middle)

    def may_move(bend: int, to: float) -> bool:
        (before, from_left), (after, from_right) = left[bend], right[bend]
        low = middle[before] + from_left if before >= 0 else -inf
        high = middle[after] - from_right if after >= 0 else inf
        return abs(middle[bend] - to) <= NEAR and low <= to <= high

    arrows = range(len(layered.chains))
    for arrow in (
        *arrows,
        *reversed(arrows),
    ):  # a second time, as some will have made room for others
        bends, to = layered.chains[arrow][1:-1], ports.lower[arrow]
        if all(may_move(bend, to) for bend in bends):
            for bend in bends:
                middle[bend] = to
    return Across(tuple(middle), across.frames)


def _neighbours(order: Order, layered: Layered) -> tuple[Limits, Limits]:
    before = [room if n < layered.boxes else TIGHT * room for n, room in enumerate(layered.before)]
    after = [room if n < layered.boxes else TIGHT * room for n, room in enumerate(layered.after)]
    left, right = [(-1, 0.0)] * len(before), [(-1, 0.0)] * len(before)
    for nodes in order.rows:
        for one, other in pairwise(nodes):
            gap = after[one] + before[other]
            right[one], left[other] = (other, gap), (one, gap)
    return left, right
