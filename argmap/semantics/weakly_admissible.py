"""Weakly admissible sets: those whose attackers defeat themselves where the set doesn't attack them."""

from __future__ import annotations

from collections.abc import Iterator

from .conflict_free import conflict_free
from .graph import AttackGraph
from .search import bits

__all__ = ["weakly_admissible"]


def weakly_admissible(graph: AttackGraph) -> Iterator[int]:
    """The weakly admissible sets as bits, each once.

    A conflict-free set is weakly admissible if none of its attackers is in a weakly admissible set of the *reduct*, which is what is
    left when the set and all that it attacks are taken away (Baumann, Brewka and Ulbricht 2020, KR, p. 79). The question is
    PSPACE-complete (Dvořák, Ulbricht and Woltran 2021): this goes through the subsets of the reducts, which are remembered.
    """
    attackers = [sum([1 << b for b in each]) for each in graph.attackers]
    attacked = [sum([1 << b for b in each]) for each in graph.attacked]
    accepted_in = _Reducts(graph, attackers, attacked)
    everyone = (1 << len(graph)) - 1
    for chosen in conflict_free(graph):
        reduct, hostile = accepted_in.of(everyone, chosen)
        if not hostile & accepted_in.weakly_acceptable(reduct):
            yield chosen


class _Reducts:
    """What some weakly admissible set of a reduct contains, by the reduct; the reducts that it waits for stand on a stack."""

    def __init__(self, graph: AttackGraph, attackers: list[int], attacked: list[int]) -> None:
        self._graph = graph
        self._attackers = attackers
        self._attacked = attacked
        self._known: dict[int, int] = {0: 0}

    def of(self, inside: int, chosen: int) -> tuple[int, int]:
        """What a set leaves of ``inside``, and those left who attack it."""
        gone, hostile = chosen, 0
        for member in bits(chosen):
            gone |= self._attacked[member]
            hostile |= self._attackers[member]
        reduct = inside & ~gone
        return reduct, hostile & reduct

    def weakly_acceptable(self, whole: int) -> int:
        """All members of weakly admissible sets of the graph restricted to ``whole``."""
        stack = [whole]
        while stack:
            inside = stack[-1]
            if inside in self._known:
                stack.pop()
                continue
            members, waiting = self._members(inside)
            if waiting:
                stack += waiting
            else:
                self._known[inside] = members
        return self._known[whole]

    def _members(self, inside: int) -> tuple[int, list[int]]:
        """The members of weakly admissible sets of ``inside``, or the reducts to be known first."""
        listed = list(bits(inside))
        members, waiting = 0, dict[int, None]()
        for each in conflict_free(self._graph.part(listed)):
            chosen = sum([1 << listed[at] for at in bits(each)])
            reduct, hostile = self.of(inside, chosen)
            if not hostile or not chosen:
                members |= chosen
            elif reduct not in self._known:
                waiting[reduct] = None
            elif not hostile & self._known[reduct]:
                members |= chosen
        return members, list(waiting)
