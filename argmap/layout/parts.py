"""The parts of a diagram that nothing ties together."""

from __future__ import annotations

from attrs import evolve

from .chains import path
from .net import Net

__all__ = ["parts", "sub_net"]


def parts(net: Net) -> tuple[tuple[int, ...], ...]:
    """The boxes of each part, in the diagram's order: tied by edges, or by an outermost frame."""
    leader = list(range(len(net.widths)))

    def lead(box: int) -> int:
        while leader[box] != box:
            leader[box] = leader[leader[box]]
            box = leader[box]
        return box

    ties = list(net.edges)
    first: dict[int, int] = {}
    for box, home in enumerate(net.homes):
        if home >= 0:
            ties.append((first.setdefault(path(home, net.parents)[0], box), box))
    for one, other in ties:
        low, high = sorted((lead(one), lead(other)))
        leader[high] = low
    found: dict[int, list[int]] = {}
    for box in range(len(net.widths)):
        found.setdefault(lead(box), []).append(box)
    return tuple(map(tuple, found.values()))


def sub_net(net: Net, part: tuple[int, ...]) -> Net:
    """The part of ``net`` that holds the boxes ``part``, numbered anew; arrows and frames keep their numbers."""
    number = {box: i for i, box in enumerate(part)}
    kept = [i for i, (tail, _) in enumerate(net.edges) if tail in number]
    return evolve(
        net,
        widths=tuple([net.widths[box] for box in part]),
        heights=tuple([net.heights[box] for box in part]),
        joints=tuple([net.joints[box] for box in part]),
        homes=tuple([net.homes[box] for box in part]),
        edges=tuple([(number[net.edges[i][0]], number[net.edges[i][1]]) for i in kept]),
        arrows=tuple([net.arrows[i] for i in kept]),
        loops=tuple([(i, number[box]) for i, box in net.loops if box in number]),
    )
