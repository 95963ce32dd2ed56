"""Conflict-free and naive sets: those in which nobody attacks anybody, and the largest of them."""

from __future__ import annotations

from collections.abc import Iterator

from .graph import AttackGraph, weak_components
from .replay import Replay, products
from .search import bits

__all__ = ["conflict_free", "naive"]


def conflict_free(graph: AttackGraph) -> Iterator[int]:
    """The conflict-free sets as bits, each once, the larger ones first; the next comes in linear time.

    >>> [sorted(bits(each)) for each in conflict_free(AttackGraph.of(2, [(0, 1)]))]
    [[0], [1], []]
    """
    hostile = _hostile(graph)
    stack = [(0, sum([1 << a for a in range(len(graph)) if not hostile[a] >> a & 1]))]
    while stack:
        chosen, open_ = stack.pop()
        if not open_:
            yield chosen
            continue
        bit = open_ & -open_
        stack.append((chosen, open_ & ~bit))
        stack.append((chosen | bit, open_ & ~bit & ~hostile[bit.bit_length() - 1]))


def naive(graph: AttackGraph) -> Iterator[int]:
    """The largest conflict-free sets as bits, each once.

    They are the largest independent sets of the graph without direction and without those who attack themselves, found
    with pivots (Bron and Kerbosch 1973, CACM 16, p. 575; Tomita, Tanaka and Takahashi 2006), part by part.
    """
    hostile = _hostile(graph)
    parts = weak_components(graph, [a for a in range(len(graph)) if not hostile[a] >> a & 1])
    for chosen in products([Replay(_independent(part, hostile)) for part in parts]):
        yield sum(chosen)


def _hostile(graph: AttackGraph) -> list[int]:
    """For each argument those who attack it or are attacked by it, as bits."""
    return [
        sum([1 << other for other in dict.fromkeys((*attackers, *attacked))])
        for attackers, attacked in zip(graph.attackers, graph.attacked, strict=True)
    ]


def _independent(part: list[int], hostile: list[int]) -> Iterator[int]:
    """The largest independent sets of what hangs together."""
    everyone = sum([1 << a for a in part])
    friendly = {a: everyone & ~hostile[a] & ~(1 << a) for a in part}
    stack = [(0, everyone, 0)]
    while stack:
        chosen, open_, tried = stack.pop()
        if not open_:
            if not tried:
                yield chosen
            continue
        pivot = max(bits(open_ | tried), key=lambda a: (friendly[a] & open_).bit_count())
        bit = open_ & ~friendly[pivot]
        if not bit:
            continue
        bit &= -bit
        argument = bit.bit_length() - 1
        stack.append((chosen, open_ & ~bit, tried | bit))
        stack.append((chosen | bit, open_ & friendly[argument], tried & friendly[argument]))
