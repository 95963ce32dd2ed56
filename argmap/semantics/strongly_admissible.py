"""Strongly admissible sets: those that defend every member without circles."""

from __future__ import annotations

from collections.abc import Iterator

from .graph import AttackGraph
from .grounded import ACCEPTED, grounded

__all__ = ["strongly_admissible"]


def strongly_admissible(graph: AttackGraph) -> Iterator[int]:
    """The strongly admissible sets as bits, each once, the smaller ones first.

    Each grows out of the empty set by members that it defends already; the largest is the grounded one (Baroni and Giacomin
    2007, Artificial Intelligence 171, p. 675; Caminada and Dunne 2019, Argument & Computation 10, p. 53).

    >>> from argmap.semantics.search import bits
    >>> [sorted(bits(each)) for each in strongly_admissible(AttackGraph.of(3, [(0, 1), (1, 2)]))]
    [[], [0], [0, 2]]
    """
    members = [a for a, label in enumerate(grounded(graph)) if label == ACCEPTED]
    attackers = {a: sum([1 << b for b in graph.attackers[a]]) for a in members}
    attacked = {a: sum([1 << b for b in graph.attacked[a]]) for a in members}
    seen = {0: 0}
    for chosen in _growing(seen):
        yield chosen
        hit = seen[chosen]
        for argument in members:
            larger = chosen | 1 << argument
            if larger not in seen and not attackers[argument] & ~hit:
                seen[larger] = hit | attacked[argument]


def _growing(seen: dict[int, int]) -> Iterator[int]:
    """The keys of a mapping that grows meanwhile, in the order in which they come."""
    at = 0
    while at < len(seen):
        batch = list(seen)[at:]
        at = len(seen)
        yield from batch
