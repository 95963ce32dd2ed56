"""The semantics of frameworks by name, each as the sets of arguments that it allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from .conflict_free import conflict_free, naive
from .encoding import MakeSolver
from .graph import AttackGraph
from .grounded import ACCEPTED, grounded
from .ideal import eager, ideal
from .initial import initial
from .labellings import labellings
from .ranges import semi_stable, stage
from .scc_recursive import cf2, stage2
from .search import bits
from .strongly_admissible import strongly_admissible
from .weakly_admissible import weakly_admissible

__all__ = ["EXTENSIONS", "accepted", "extensions_of"]

Sets: TypeAlias = Iterator[list[int]]


def extensions_of(graph: AttackGraph, semantics: str, make: MakeSolver) -> Sets:
    """The sets that a semantics allows, each once and in ascending order, lazily."""
    return EXTENSIONS[semantics](graph, make)


def accepted(labels: Sequence[int]) -> list[int]:
    """The arguments that labels accept."""
    return [argument for argument, label in enumerate(labels) if label == ACCEPTED]


def _of_labels(
    find: Callable[[AttackGraph, MakeSolver], Iterator[Sequence[int]]],
) -> Callable[[AttackGraph, MakeSolver], Sets]:
    return lambda graph, make: map(accepted, find(graph, make))


def _of_bits(
    find: Callable[[AttackGraph, MakeSolver], Iterator[int]],
) -> Callable[[AttackGraph, MakeSolver], Sets]:
    return lambda graph, make: map(list, map(bits, find(graph, make)))


EXTENSIONS: dict[str, Callable[[AttackGraph, MakeSolver], Sets]] = {
    "conflict-free": _of_bits(lambda graph, make: conflict_free(graph)),
    "naive": _of_bits(lambda graph, make: naive(graph)),
    "admissible": _of_labels(lambda graph, make: labellings(graph, "admissible", make=make)),
    "complete": _of_labels(lambda graph, make: labellings(graph, "complete", make=make)),
    "grounded": _of_labels(lambda graph, make: iter([grounded(graph)])),
    "preferred": _of_labels(lambda graph, make: labellings(graph, "preferred", make=make)),
    "stable": _of_labels(lambda graph, make: labellings(graph, "stable", make=make)),
    "semi-stable": _of_labels(lambda graph, make: semi_stable(graph, make=make)),
    "stage": _of_labels(lambda graph, make: stage(graph, make=make)),
    "ideal": _of_labels(lambda graph, make: iter([ideal(graph, make=make)])),
    "eager": _of_labels(lambda graph, make: iter([eager(graph, make=make)])),
    "cf2": _of_bits(lambda graph, make: cf2(graph)),
    "stage2": _of_bits(lambda graph, make: stage2(graph)),
    "strongly-admissible": _of_bits(lambda graph, make: strongly_admissible(graph)),
    "weakly-admissible": _of_bits(lambda graph, make: weakly_admissible(graph)),
    "initial": _of_bits(lambda graph, make: initial(graph, make=make)),
}
"""How the sets of each semantics are found."""
