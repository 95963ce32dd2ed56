"""CF2 and stage2: naive and stage sets chosen component by component."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .conflict_free import naive
from .graph import AttackGraph, components
from .grounded import ACCEPTED
from .ranges import stage
from .search import bits

__all__ = ["cf2", "stage2"]


def cf2(graph: AttackGraph) -> Iterator[int]:
    """The CF2 sets as bits: in each component a naive set of what those before leave of it, again by components.

    Baroni, Giacomin and Guida 2005, Artificial Intelligence 168, p. 162, definition 20; Gaggl and Woltran 2013, Journal of Logic
    and Computation 23, p. 925.
    """
    return _recursive(graph, naive)


def stage2(graph: AttackGraph) -> Iterator[int]:
    """The stage2 sets as bits: as CF2, with stage sets (Dvořák and Gaggl 2016, Journal of Logic and Computation 26, p. 377)."""

    def base(part: AttackGraph) -> Iterator[int]:
        for labels in stage(part):
            yield sum([1 << a for a, label in enumerate(labels) if label == ACCEPTED])

    return _recursive(graph, base)


def _recursive(graph: AttackGraph, base: Callable[[AttackGraph], Iterator[int]]) -> Iterator[int]:
    """The sets that are of the base in each component that is left whole, and fall apart in the others.

    What is chosen and what is left to choose from stand on a stack: groups of arguments, the first to be handled next,
    and whether a group is known to be strongly connected.
    """
    everyone = tuple(range(len(graph)))
    stack: list[tuple[int, tuple[tuple[int, ...], ...]]] = [(0, (everyone,) if everyone else ())]
    while stack:
        chosen, groups = stack.pop()
        if not groups:
            yield chosen
            continue
        live = tuple([a for a in groups[0] if not any(chosen >> b & 1 for b in graph.attackers[a])])
        inside = set(live)
        parts = components(live, graph.attacked, inside.__contains__)
        if len(parts) > 1:
            stack.append((chosen, (*[tuple(part) for part in parts], *groups[1:])))
        elif not parts:
            stack.append((chosen, groups[1:]))
        else:
            found = [
                chosen | sum([1 << live[at] for at in bits(each)])
                for each in base(graph.part(live))
            ]
            stack += [(each, groups[1:]) for each in reversed(found)]
