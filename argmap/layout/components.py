"""First pass: the parts of a graph that no arrow and no frame connects."""

from __future__ import annotations

from collections.abc import Iterable

from ..values import NamedTuple
from .graph import Graph

__all__ = ["Part", "connected", "parts"]


class Part(NamedTuple):
    """A connected part: a graph of its own, and what its numbers are in the whole."""

    graph: Graph
    boxes: tuple[int, ...]
    arrows: tuple[int, ...]
    frames: tuple[int, ...]


def parts(graph: Graph) -> tuple[Part, ...]:
    """The connected parts of ``graph``, each where its first box is in the author's order."""
    count = len(graph.before)
    frames = len(graph.nests)
    bonds = [
        *graph.arrows,
        *[(box, count + home) for box, home in enumerate(graph.home) if home >= 0],
        *[
            (count + k, count + nest.parent)
            for k, nest in enumerate(graph.nests)
            if nest.parent >= 0
        ],
    ]
    groups = connected(count + frames, bonds)
    if len(groups) == 1:
        everything = tuple(range(count)), tuple(range(len(graph.arrows))), tuple(range(frames))
        return (Part(graph, *everything),)
    return tuple([_part(graph, group, arrows) for group, arrows in _with_arrows(graph, groups)])


def connected(count: int, bonds: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below ``count`` in groups that ``bonds`` connect, each by its smallest number."""
    leader = list(range(count))
    for one, other in bonds:
        a, b = leader[one], leader[other]
        if leader[a] != a:
            a = _leader(leader, one)
        if leader[b] != b:
            b = _leader(leader, other)
        if a < b:
            leader[b] = a
        else:
            leader[a] = b
    groups: dict[int, list[int]] = {}
    for each in range(count):
        groups.setdefault(_leader(leader, each), []).append(each)
    return list(groups.values())


def _leader(leader: list[int], each: int) -> int:
    while leader[each] != each:
        leader[each] = leader[leader[each]]
        each = leader[each]
    return each


def _with_arrows(graph: Graph, groups: list[list[int]]) -> list[tuple[list[int], list[int]]]:
    group_of = {each: number for number, group in enumerate(groups) for each in group}
    arrows: list[list[int]] = [[] for _ in groups]
    for index, (tail, _) in enumerate(graph.arrows):
        arrows[group_of[tail]].append(index)
    return list(zip(groups, arrows, strict=True))


def _part(graph: Graph, group: list[int], arrows: list[int]) -> Part:
    count = len(graph.before)
    boxes = [each for each in group if each < count]
    frames = [each - count for each in group if each >= count]
    box = {old: new for new, old in enumerate(boxes)}
    frame = {-1: -1} | {old: new for new, old in enumerate(frames)}
    ends = [graph.arrows[index] for index in arrows]
    nests = [graph.nests[index] for index in frames]
    return Part(
        Graph(
            before=tuple([graph.before[each] for each in boxes]),
            after=tuple([graph.after[each] for each in boxes]),
            height=tuple([graph.height[each] for each in boxes]),
            joint=tuple([graph.joint[each] for each in boxes]),
            arrows=tuple([(box[tail], box[head]) for tail, head in ends]),
            home=tuple([frame[graph.home[each]] for each in boxes]),
            nests=tuple([nest._replace(parent=frame[nest.parent]) for nest in nests]),
            loops=tuple([graph.loops[each] for each in boxes]),
        ),
        tuple(boxes),
        tuple(arrows),
        tuple(frames),
    )
