"""Labellings, component by component: each part is solved for itself under the labels of what attacks it.

Complete, preferred, stable and admissible labellings are decomposable along the strong components (Baroni, Giacomin and Guida
2005, Artificial Intelligence 168, p. 162; Liao 2013). So a graph with a thousand small circles costs a thousand small searches,
and the first labelling is there before the last is thought of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from .encoding import Encoding, MakeSolver
from .foundations import Foundations
from .graph import AttackGraph, components
from .grounded import ACCEPTED, REJECTED, UNDECIDED, grounded
from .replay import Replay, together
from .sat import Solver
from .search import Kind, Part, Spent, bits, search

__all__ = ["Parts", "by_clauses", "labellings"]

STEPS = 4_000
"""So many steps the search in bits may take in one part before clauses take over."""

_SMALL = 200
"""Arguments of a part up to which the search has all of its steps; on larger ones each costs more, and leads less far."""

DEAD_ENDS = 200
"""So often a stable labelling may turn out impossible in a later part before clauses take the whole."""

_DEEPEST = 40
"""So often a part is taken apart again; deeper, it is solved whole."""


def labellings(
    graph: AttackGraph,
    kind: Kind,
    *,
    foundations: Foundations | None = None,
    start: Sequence[int] | None = None,
    make: MakeSolver = Solver,
) -> Iterator[tuple[int, ...]]:
    """The labellings of a kind, each once, lazily, in an order that is always the same.

    ``start`` are labels that hold in all of them: those of the grounded labelling if it isn't given. ``foundations``
    tell which circles may not hold themselves up.
    """
    if start is None:
        start = [UNDECIDED] * len(graph) if kind == "admissible" else grounded(graph)
    if kind != "stable":
        return Parts(graph, kind, foundations, make).labellings(list(start), ())

    def solve(
        part: AttackGraph, circles: Foundations | None, members: Sequence[int]
    ) -> Iterator[Sequence[int]]:
        return _stable(part, circles, make)

    return together(graph, start, solve, foundations)


def _stable(
    graph: AttackGraph, foundations: Foundations | None, make: MakeSolver
) -> Iterator[Sequence[int]]:
    """The stable labellings of what hangs together."""
    found: list[int] = []
    parts = Parts(graph, "stable", foundations, make, dead_ends=DEAD_ENDS)
    try:
        for labels in parts.labellings([UNDECIDED] * len(graph), ()):
            found.append(sum([1 << a for a, label in enumerate(labels) if label == ACCEPTED]))
            yield labels
    except Spent:
        left = by_clauses(graph, "stable", (), found, foundations=foundations, make=make)
        for solution in left:
            yield [ACCEPTED if solution >> a & 1 else REJECTED for a in range(len(graph))]


@define
class Parts:
    """The parts of a graph, and the solutions of each under labels of what attacks it, as far as they are known."""

    graph: AttackGraph
    kind: Kind
    foundations: Foundations | None
    make: MakeSolver
    depth: int = 0
    dead_ends: int = 0
    """How many parts may still turn out to have no solution; only stable labellings have such parts."""
    known: dict[tuple[int, int, int], Replay[int]] = field(factory=dict)

    def labellings(self, labels: list[int], barred: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """The labellings that agree with ``labels`` and accept none of ``barred``."""
        graph = self.graph
        undecided = [argument for argument, label in enumerate(labels) if label == UNDECIDED]
        parts = components(undecided, graph.attacked, lambda a: labels[a] == UNDECIDED)
        shut = set(barred)
        if not parts:
            yield tuple(labels)
            return
        where = {argument: number for number, part in enumerate(parts) for argument in part}
        choices = [iter(self._solutions(parts, 0, labels, where, shut))]
        while choices:
            at = len(choices) - 1
            solution = next(choices[-1], None)
            if solution is None:
                choices.pop()
                if at:
                    _clear(labels, parts[at - 1])
                continue
            self._apply(labels, parts[at], solution)
            if len(choices) == len(parts):
                yield tuple(labels)
                _clear(labels, parts[at])
            else:
                following = self._solutions(parts, at + 1, labels, where, shut)
                if self.dead_ends and next(iter(following), None) is None:
                    self.dead_ends -= 1
                    if not self.dead_ends:
                        raise Spent
                choices.append(iter(following))

    def _apply(self, labels: list[int], part: Sequence[int], solution: int) -> None:
        """Label a part: what the solution has is accepted, what that or others accepted attack is rejected."""
        for index in bits(solution):
            labels[part[index]] = ACCEPTED
        attackers = self.graph.attackers
        for argument in part:
            if labels[argument] != ACCEPTED and any(
                labels[attacker] == ACCEPTED for attacker in attackers[argument]
            ):
                labels[argument] = REJECTED

    def _solutions(
        self,
        parts: Sequence[Sequence[int]],
        at: int,
        labels: Sequence[int],
        where: dict[int, int],
        shut: set[int],
    ) -> Sequence[int] | Replay[int]:
        """The sets of accepted arguments of one part, as bits, under the labels of those before."""
        part = parts[at]
        rejected = barred = 0
        for index, argument in enumerate(part):
            if argument in shut:
                barred |= 1 << index
            for attacker in self.graph.attackers[argument]:
                if where.get(attacker) != at and labels[attacker] != REJECTED:
                    if labels[attacker] == ACCEPTED:
                        rejected |= 1 << index
                    else:
                        barred |= 1 << index
        barred &= ~rejected
        if len(part) == 1:
            return self.single(part[0], rejected, barred)
        key = (at, rejected, barred)
        if key not in self.known:
            self.known[key] = Replay(self.solved(part, rejected, barred))
        return self.known[key]

    def single(self, argument: int, rejected: int, barred: int) -> Sequence[int]:
        """The solutions of a part of one argument, the larger first."""
        if rejected:
            return (0,)
        if barred or argument in self.graph.attacked[argument]:
            return () if self.kind == "stable" else (0,)
        return (1, 0) if self.kind == "admissible" else (1,)

    def solved(self, part: Sequence[int], rejected: int, barred: int) -> Iterator[int]:
        """The solutions of a part of several arguments, as bits of the part."""
        live = [index for index in range(len(part)) if not rejected >> index & 1]
        members = [part[index] for index in live]
        shut = [at for at, index in enumerate(live) if barred >> index & 1]
        inner = self.graph.part(members)
        foundations = self.foundations and self.foundations.within(
            members, [members[at] for at in shut]
        )
        if foundations:
            found = by_clauses(inner, self.kind, shut, (), foundations=foundations, make=self.make)
        elif rejected and self.depth < _DEEPEST:
            found = self._taken_apart(inner, shut)
        else:
            found = _by_search(inner, self.kind, shut, self.make)
        for solution in found:
            yield sum([1 << live[at] for at in bits(solution)])

    def _taken_apart(self, inner: AttackGraph, shut: Sequence[int]) -> Iterator[int]:
        """The solutions of what is left of a part, which may fall into parts itself."""
        labels = [UNDECIDED] * len(inner)
        parts = components(range(len(inner)), inner.attacked, lambda a: True)
        if len(parts) == 1:
            yield from _by_search(inner, self.kind, shut, self.make)
            return
        deeper = Parts(inner, self.kind, None, self.make, depth=self.depth + 1)
        for found in deeper.labellings(labels, shut):
            yield sum([1 << a for a, label in enumerate(found) if label == ACCEPTED])


def _clear(labels: list[int], part: Sequence[int]) -> None:
    for argument in part:
        labels[argument] = UNDECIDED


def _by_search(
    graph: AttackGraph, kind: Kind, shut: Sequence[int], make: MakeSolver
) -> Iterator[int]:
    """The solutions of a part by the search in bits, then, where that takes long, by clauses."""
    attackers = tuple([sum([1 << b for b in each]) for each in graph.attackers])
    attacked = tuple([sum([1 << b for b in each]) for each in graph.attacked])
    part = Part(attackers, attacked, sum([1 << a for a in shut]))
    found: list[int] = []
    steps = STEPS * _SMALL**2 // max(_SMALL, len(graph)) ** 2
    try:
        for solution in search(part, kind, steps):
            found.append(solution)
            yield solution
    except Spent:
        yield from by_clauses(graph, kind, shut, found, make=make)


def by_clauses(
    graph: AttackGraph,
    kind: Kind,
    shut: Sequence[int],
    found: Sequence[int],
    *,
    foundations: Foundations | None = None,
    make: MakeSolver = Solver,
) -> Iterator[int]:
    """The solutions of a part by clauses, but for those that were ``found`` before."""
    demand = "admissible" if kind == "preferred" and not foundations else kind
    encoding = Encoding(
        graph,
        "complete" if demand == "preferred" else demand,
        barred=shut,
        foundations=foundations,
        make=make,
    )
    everything = range(len(graph))
    for solution in found:
        if kind == "preferred":
            encoding.block([a for a in everything if not solution >> a & 1])
        else:
            encoding.block_exactly(bits(solution))
    while encoding.solve():
        accepted = encoding.grow() if kind == "preferred" else encoding.set()
        yield sum([1 << a for a in accepted])
        if kind == "preferred":
            chosen = set(accepted)
            encoding.block([a for a in everything if a not in chosen])
        else:
            encoding.block_exactly(accepted)
