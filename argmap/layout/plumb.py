"""Part of the ninth pass: bends moved a little to where their arrows end, so that lines don't wriggle."""

from __future__ import annotations

from itertools import pairwise
from math import inf

from .coordinates import Across
from .graph import Graph
from .longedges import Layered
from .ordering import Order
from .ports import lower_ends
from .straighten import TIGHT

__all__ = ["plumbed"]

NEAR = 24.0
"""How far aside a bend may be moved, CSS pixels."""


Limits = list[tuple[int, float]]
"""For every node its neighbour on one side and the least distance to it, or else -1 and no limit."""


def plumbed(layered: Layered, graph: Graph, order: Order, across: Across) -> Across:
    """``across`` with the bends of every arrow over its lower end, if that is near and all have room there.

    Beside frames, whose sides are no nodes of the rows, bends stay.
    """
    if graph.nests or len(layered.row) == layered.boxes:
        return across
    lower = lower_ends(graph, layered, order, across)
    left, right = _neighbours(order, layered)
    middle = list(across.middle)
    bent = [arrow for arrow, chain in enumerate(layered.chains) if len(chain) > 2]
    for arrow in (*bent, *reversed(bent)):  # a second time, as some will have made room for others
        bends, to = layered.chains[arrow][1:-1], lower[arrow]
        for bend in bends:
            (one, from_left), (other, from_right) = left[bend], right[bend]
            low, high = middle[one] + from_left, middle[other] - from_right
            if not low <= to <= high or abs(middle[bend] - to) > NEAR:
                break
        else:
            for bend in bends:
                middle[bend] = to
    return Across(tuple(middle), across.frames)


def _neighbours(order: Order, layered: Layered) -> tuple[Limits, Limits]:
    before = [room if n < layered.boxes else TIGHT * room for n, room in enumerate(layered.before)]
    after = [room if n < layered.boxes else TIGHT * room for n, room in enumerate(layered.after)]
    left, right = [(-1, -inf)] * len(before), [(-1, -inf)] * len(before)
    for nodes in order.rows:
        for one, other in pairwise(nodes):
            gap = after[one] + before[other]
            right[one], left[other] = (other, gap), (one, gap)
    return left, right
