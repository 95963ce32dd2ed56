"""Part of the seventh pass: the left and right sides of frames as nodes in the rows they pass."""

from __future__ import annotations

from itertools import pairwise

from ..values import NamedTuple
from .diagram import Spacing
from .graph import Graph, Nest
from .longedges import Layered
from .ordering import Order
from .rowsorder import frame_rows

__all__ = ["Bounded", "Side", "bounded", "framed"]


class Side(NamedTuple):
    """The left or right side of a frame: one node in every row from its first to its last."""

    frame: int
    left: bool
    first: int
    nodes: tuple[int, ...]


class Bounded(NamedTuple):
    """The rows with the sides of frames in them; nodes from ``inner`` on belong to sides.

    ``before`` and ``after`` are the room of every node, as in `Layered`. A side's inner room and that
    of what stands next to it make the frame's padding together.
    """

    inner: int
    rows: tuple[tuple[int, ...], ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    sides: tuple[Side, ...]


def bounded(layered: Layered, graph: Graph, order: Order, spacing: Spacing) -> Bounded:
    """``order`` with the sides of all frames put in."""
    inner = len(layered.row)
    if not graph.nests:
        return Bounded(inner, order.rows, layered.before, layered.after, ())
    keys = list(order.keys)
    before, after = list(layered.before), list(layered.after)
    rows = [list(nodes) for nodes in order.rows]
    sides: list[Side] = []
    spans = frame_rows(layered, graph)
    for frame, nest in enumerate(graph.nests):
        first, last = spans[frame]
        for left in (True, False):
            nodes = range(len(keys), len(keys) + last - first + 1)
            sides.append(Side(frame, left, first, tuple(nodes)))
            for row, node in enumerate(nodes, first):
                rows[row].append(node)
            keys += [order.line.begin[frame] if left else order.line.end[frame]] * len(nodes)
            room = _room(nest, left, spacing)
            before += [room[0]] * len(nodes)
            after += [room[1]] * len(nodes)
    for line in rows:
        line.sort(key=keys.__getitem__)
    return Bounded(
        inner, tuple([tuple(nodes) for nodes in rows]), tuple(before), tuple(after), tuple(sides)
    )


def _room(nest: Nest, left: bool, spacing: Spacing) -> tuple[float, float]:
    """What a side takes on its left and right: towards the content the padding less a box's half gap."""
    out = spacing.between_boxes / 2
    into = max((nest.before if left else nest.after) - out, 0.0)
    return (out, into) if left else (into, out)


def framed(bounded: Bounded, graph: Graph, wishes: list[float]) -> list[float]:
    """Places near ``wishes`` at which every side is upright and everything keeps its distance.

    The sides of a frame are one variable each. Pushing everything to the right as far as needed gives
    one way to keep all distances, pushing to the left another, and since distances are linear their
    mean is a third, without a drift. Then each side is drawn in to what it surrounds.
    """
    block = list(range(len(wishes)))
    for side in bounded.sides:
        for node in side.nodes:
            block[node] = side.nodes[0]
    mean = list(wishes)
    for side in bounded.sides:
        mean[side.nodes[0]] = sum([wishes[node] for node in side.nodes]) / len(side.nodes)
    right, left = _distances(bounded, graph, block)
    order = _in_order(block, right, left)
    pushed = list(mean)
    for node in order:
        pushed[node] = max([mean[node], *[pushed[other] + gap for other, gap in left[node]]])
    pulled = list(mean)
    for node in reversed(order):
        pulled[node] = min([mean[node], *[pulled[other] - gap for other, gap in right[node]]])
    place = [(a + b) / 2 for a, b in zip(pushed, pulled, strict=True)]
    _draw_in(bounded, order, right, left, place)
    return [place[each] for each in block]


Distances = list[list[tuple[int, float]]]
"""For every node its neighbours on one side and the least distance to each."""


def _distances(bounded: Bounded, graph: Graph, block: list[int]) -> tuple[Distances, Distances]:
    right: Distances = [[] for _ in block]
    left: Distances = [[] for _ in block]

    def keep(one: int, other: int, gap: float) -> None:
        right[block[one]].append((block[other], gap))
        left[block[other]].append((block[one], gap))

    for nodes in bounded.rows:
        for one, other in pairwise(nodes):
            keep(one, other, bounded.after[one] + bounded.before[other])
    for begin, end in zip(bounded.sides[::2], bounded.sides[1::2], strict=True):
        keep(begin.nodes[0], end.nodes[0], graph.nests[begin.frame].across)
    return right, left


def _in_order(block: list[int], right: Distances, left: Distances) -> list[int]:
    """The nodes that stand for their block, each after all to its left."""
    waits = [len(each) for each in left]
    order = [node for node, each in enumerate(block) if node == each and not waits[node]]
    for node in order:
        for other, _ in right[node]:
            waits[other] -= 1
            if not waits[other]:
                order.append(other)
    return order


def _draw_in(
    bounded: Bounded, order: list[int], right: Distances, left: Distances, place: list[float]
) -> None:
    """Move left sides to the right and right sides to the left as far as the content lets them."""
    begins = {side.nodes[0] for side in bounded.sides if side.left}
    ends = {side.nodes[0] for side in bounded.sides if not side.left}
    for node in reversed(order):
        if node in begins:
            place[node] = min([place[other] - gap for other, gap in right[node]])
    for node in order:
        if node in ends:
            place[node] = max([place[other] + gap for other, gap in left[node]])
