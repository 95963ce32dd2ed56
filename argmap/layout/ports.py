"""Ninth pass: where on the borders of its boxes every arrow begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from ..values import NamedTuple
from .coordinates import Across
from .graph import Graph
from .longedges import Layered
from .ordering import Order
from .pava import fitted

__all__ = ["Ports", "lower_ends", "ports"]

APART = 16.0
"""How far the ends of two arrows stand apart on one side of a box, if it is wide enough."""

APART_AT_TAILS = 20.0
"""The same where arrows begin, and have their signs."""

APART_AT_JOINT = 6.0
"""The same at a joint, where lines are meant to meet."""

CORNER = 12.0
"""How far an arrow keeps from the corner of a box, if it is wide enough: else it ends in its inner 0.6."""


class Ports(NamedTuple):
    """For every arrow, across the rows: where it meets its upper box and where its lower one."""

    upper: tuple[float, ...]
    lower: tuple[float, ...]


def ports(graph: Graph, layered: Layered, order: Order, across: Across) -> Ports:
    """Ends in the order of what they lead to, straight above or below it where the box is wide enough."""
    place = _places(order, layered)
    chains, middle, lanes = layered.chains, across.middle, layered.lanes
    halves = _halves(graph)
    below, above = _sides(layered, place)
    lower = _lower(graph, layered, across, above, halves)
    upper = [0.0] * len(chains)
    for box, arrows in enumerate(below):
        if arrows:
            ends = [
                inf
                if each in lanes
                else lower[each]
                if len(chains[each]) == 2
                else middle[chains[each][1]]
                for each in arrows
            ]
            apart = APART_AT_JOINT if graph.joint[box] else APART
            _spread(arrows, ends, middle[box], halves[box], apart, upper)
    for box, arrows in enumerate(above):
        if len(arrows) == 1 and len(chains[arrows[0]]) == 2 and arrows[0] not in lanes:
            at = upper[arrows[0]]
            if abs(at - middle[box]) <= halves[box]:
                lower[arrows[0]] = at
    return Ports(tuple(upper), tuple(lower))


def lower_ends(graph: Graph, layered: Layered, order: Order, across: Across) -> list[float]:
    """Where arrows with bends meet their lower boxes, as `ports` has it; others as it happens."""
    _, above = _sides(layered, _places(order, layered))
    chains = layered.chains
    reached = {chain[-1] for chain in chains if len(chain) > 2}
    bent = [arrows if box in reached else [] for box, arrows in enumerate(above)]
    return _lower(graph, layered, across, bent, _halves(graph))


def _lower(
    graph: Graph,
    layered: Layered,
    across: Across,
    above: Sequence[Sequence[int]],
    halves: Sequence[float],
) -> list[float]:
    """Where the arrows ``above`` every box meet it."""
    middle, chains, lanes = across.middle, layered.chains, layered.lanes
    lower = [0.0] * len(chains)
    for box, arrows in enumerate(above):
        if arrows:
            ends = [inf if each in lanes else middle[chains[each][-2]] for each in arrows]
            apart = APART_AT_JOINT if graph.joint[box] else APART_AT_TAILS
            _spread(arrows, ends, middle[box], halves[box], apart, lower)
    return lower


def _places(order: Order, layered: Layered) -> list[int]:
    """Every node's place in its row."""
    place = [0] * len(layered.row)
    for nodes in order.rows:
        for index, node in enumerate(nodes):
            place[node] = index
    return place


def _halves(graph: Graph) -> list[float]:
    """How far from the middle of every box arrows may meet it."""
    return [max(half - CORNER, half * 0.6) for half in graph.before]


def _sides(layered: Layered, place: list[int]) -> tuple[list[list[int]], list[list[int]]]:
    """For every box the arrows below it and above it, each in the order of what they lead to."""
    below: list[list[int]] = [[] for _ in range(layered.boxes)]
    above: list[list[int]] = [[] for _ in range(layered.boxes)]
    from_top, from_bottom = [], []
    for index, chain in enumerate(layered.chains):
        below[chain[0]].append(index)
        above[chain[-1]].append(index)
        from_top.append(place[chain[1]])
        from_bottom.append(place[chain[-2]])
    for arrow, lane in layered.lanes.items():  # to the right of all, to the inner lanes first
        from_top[arrow] = from_bottom[arrow] = len(place) + lane
    for arrows in below:
        if len(arrows) > 1:
            arrows.sort(key=from_top.__getitem__)
    for arrows in above:
        if len(arrows) > 1:
            arrows.sort(key=from_bottom.__getitem__)
    return below, above


def _spread(
    arrows: Sequence[int],
    ends: Sequence[float],
    middle: float,
    half: float,
    apart: float,
    result: list[float],
) -> None:
    """Set the ends of ``arrows`` on one side of a box, ``apart`` where its ``half`` has room for that."""
    low, high = middle - half, middle + half
    if len(arrows) == 1:
        end = ends[0]
        result[arrows[0]] = low if end < low else high if end > high else end
        return
    steps = len(arrows) - 1
    apart = min(apart, 2 * half / steps)
    wishes = [min(max(end, low), high) for end in ends]
    offsets = [apart * index for index in range(len(arrows))]
    for each, at in zip(
        arrows, fitted(wishes, [1.0] * len(arrows), offsets, low, high), strict=True
    ):
        result[each] = at
