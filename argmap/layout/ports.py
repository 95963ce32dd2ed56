"""Ninth pass: where on the borders of its boxes every arrow begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .coordinates import Across
from .graph import Graph
from .longedges import Layered
from .ordering import Order
from .pava import fitted

__all__ = ["Ports", "ports"]

APART = 16.0
"""How far the ends of two arrows stand apart on one side of a box, if it is wide enough."""

APART_AT_JOINT = 6.0
"""The same at a joint, where lines are meant to meet."""

CORNER = 14.0
"""How far an arrow keeps from the corner of a box, if it is wide enough."""

OFF_CENTRE = 0.75
"""How far off the middle of its box, in parts of half its width, a line may move to be straight."""


class Ports(NamedTuple):
    """For every arrow, across the rows: where it meets its upper box and where its lower one."""

    upper: tuple[float, ...]
    lower: tuple[float, ...]


def ports(graph: Graph, layered: Layered, order: Order, across: Across) -> Ports:
    """Ends in the order of what they lead to, straight above or below it where the box is wide enough."""
    place = [0] * len(layered.row)
    for nodes in order.rows:
        for index, node in enumerate(nodes):
            place[node] = index
    count = len(layered.chains)
    below, above = _sides(layered, place)
    upper, lower = [0.0] * count, [0.0] * count
    for box, chains in enumerate(above):
        ends = [across.middle[layered.chains[each][-2]] for each in chains]
        _spread(box, graph, across, chains, ends, lower, OFF_CENTRE)
    for box, chains in enumerate(below):
        ends = [
            lower[each]
            if len(layered.chains[each]) == 2
            else across.middle[layered.chains[each][1]]
            for each in chains
        ]
        _spread(box, graph, across, chains, ends, upper, 1.0)
    for box, chains in enumerate(above):
        if len(chains) == 1 and len(layered.chains[chains[0]]) == 2:
            lower[chains[0]] = _moved(box, graph, across, upper[chains[0]], lower[chains[0]])
    return Ports(tuple(upper), tuple(lower))


def _sides(layered: Layered, place: list[int]) -> tuple[list[list[int]], list[list[int]]]:
    """For every box the arrows below it and above it, each in the order of what they lead to."""
    below: list[list[int]] = [[] for _ in range(layered.boxes)]
    above: list[list[int]] = [[] for _ in range(layered.boxes)]
    for index, chain in enumerate(layered.chains):
        below[chain[0]].append(index)
        above[chain[-1]].append(index)
    for chains in below:
        if len(chains) > 1:
            chains.sort(key=lambda each: place[layered.chains[each][1]])
    for chains in above:
        if len(chains) > 1:
            chains.sort(key=lambda each: place[layered.chains[each][-2]])
    return below, above


def _half(box: int, graph: Graph) -> float:
    """How far from the middle of a box arrows may end."""
    half = graph.before[box]
    return max(half - CORNER, half * 0.6)


def _spread(
    box: int,
    graph: Graph,
    across: Across,
    chains: Sequence[int],
    ends: Sequence[float],
    result: list[float],
    share: float,
) -> None:
    """Set the ends of ``chains`` on one side of a box, within ``share`` of its width."""
    if not chains:
        return
    middle, half = across.middle[box], _half(box, graph)
    apart = APART_AT_JOINT if graph.joint[box] else APART
    apart = min(apart, 2 * half / max(len(chains) - 1, 1))
    reach = max(half * share, apart * (len(chains) - 1) / 2)
    low, high = middle - reach, middle + reach
    wishes = [min(max(end, low), high) for end in ends]
    if len(chains) == 1:
        result[chains[0]] = wishes[0]
        return
    offsets = [apart * index for index in range(len(chains))]
    even = [1.0] * len(chains)
    for each, at in zip(chains, fitted(wishes, even, offsets, low, high), strict=True):
        result[each] = at


def _moved(box: int, graph: Graph, across: Across, upper: float, lower: float) -> float:
    """The lower end of a box's only arrow, right below the upper one if that isn't too far aside."""
    if abs(upper - across.middle[box]) <= _half(box, graph) * OFF_CENTRE:
        return upper
    return lower
