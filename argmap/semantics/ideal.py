"""The ideal and the eager labelling: the most that may be held whichever of the labellings is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .encoding import Encoding, MakeSolver
from .foundations import Foundations, unfounded
from .graph import AttackGraph
from .grounded import ACCEPTED, REJECTED, UNDECIDED, grounded
from .possible import IN
from .possible_stable import possible_stable_labels
from .replay import together
from .sat import Solver

__all__ = ["eager", "ideal", "within"]


def ideal(
    graph: AttackGraph,
    *,
    foundations: Foundations | None = None,
    start: Sequence[int] | None = None,
    make: MakeSolver = Solver,
) -> tuple[int, ...]:
    """The labelling of the largest admissible set that every preferred one contains.

    Dung, Mancarella and Toni 2007, Artificial Intelligence 171, p. 642: what some admissible set contains and none attacks,
    less what that can't defend (Dvořák, Dunne and Woltran 2011; as the solver mu-toksia does).
    """

    def solve(
        part: AttackGraph, circles: Foundations | None, members: Sequence[int]
    ) -> Iterable[Sequence[int]]:
        encoding = Encoding(
            part, "complete" if circles else "admissible", foundations=circles, make=make
        )
        credulous: dict[int, None] = {}
        encoding.block(range(len(part)))
        while encoding.solve():
            credulous |= dict.fromkeys(encoding.set())
            encoding.block([a for a in range(len(part)) if a not in credulous])
        attacked = {target for each in credulous for target in part.attacked[each]}
        yield within(part, [each for each in credulous if each not in attacked], circles)

    labels = grounded(graph) if start is None else start
    return next(together(graph, labels, lambda *part: iter(solve(*part)), foundations))


def eager(
    graph: AttackGraph,
    *,
    foundations: Foundations | None = None,
    start: Sequence[int] | None = None,
    counted: int | None = None,
    make: MakeSolver = Solver,
) -> tuple[int, ...]:
    """The labelling of the largest admissible set that every semi-stable one contains (Caminada 2007, BNAIC, p. 81).

    What all of these contain is found without listing them.
    """
    possible = possible_stable_labels(
        graph,
        grounded(graph) if start is None else start,
        counted=len(graph) if counted is None else counted,
        foundations=foundations,
        make=make,
    )
    return within(graph, [a for a, labels in enumerate(possible) if labels == IN], foundations)


def within(
    graph: AttackGraph, candidates: Iterable[int], foundations: Foundations | None
) -> tuple[int, ...]:
    """The labelling of the largest set within ``candidates`` that defends itself and has foundations."""
    left = dict.fromkeys(candidates)
    hits = [0] * len(graph)
    for each in left:
        for target in graph.attacked[each]:
            hits[target] += 1
    todo = [a for a in left if any(not hits[b] for b in graph.attackers[a])]
    labels = _without(graph, left, hits, todo)
    while foundations and (todo := unfounded(graph, foundations, labels, ACCEPTED)):
        labels = _without(graph, left, hits, todo)
    return labels


def _without(
    graph: AttackGraph, left: dict[int, None], hits: list[int], todo: list[int]
) -> tuple[int, ...]:
    """The labels when what can't stay is gone from a set, and what it defended, and so on; ``hits`` are the set's attacks."""
    while todo:
        gone = todo.pop()
        if gone in left:
            del left[gone]
            for target in graph.attacked[gone]:
                hits[target] -= 1
                if not hits[target]:
                    todo += [each for each in graph.attacked[target] if each in left]
    return tuple(
        [ACCEPTED if a in left else REJECTED if hits[a] else UNDECIDED for a in range(len(graph))]
    )
