"""Which labels every argument can have, all at once: whether it is accepted in some labelling, in all, in none.

What bears on an argument alone decides its labels in complete and preferred labellings (directionality: Baroni and Giacomin 2007, Artificial
Intelligence 171, p. 675). So the components are gone through from their sources; where the attackers of a component have nothing in
common, their labels combine freely and the component is solved for each combination. Only where they have is a solver asked. Maps of
debates are almost trees: a hundred thousand claims take seconds, with more labellings than could ever be listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from math import prod

from attrs import define

from .decisions import Questions
from .encoding import MakeSolver
from .foundations import Foundations
from .graph import AttackGraph, components
from .grounded import ACCEPTED, REJECTED, UNDECIDED
from .labellings import Parts, labellings
from .sat import Solver
from .search import Kind

__all__ = ["IN", "OPEN", "OUT", "possible_labels"]

IN, OUT, OPEN = 1, 2, 4
"""Bits of the labels that an argument can have: accepted, rejected, undecided."""

_BIT = {ACCEPTED: IN, REJECTED: OUT, UNDECIDED: OPEN}

_LISTED = 64
"""If there are no more labellings than that, they are listed before single questions are asked."""

_COMBINATIONS = 729
_SOLUTIONS = 2_000
"""More labels of attackers, or more solutions of a component, and a solver is asked for each argument."""


def possible_labels(
    graph: AttackGraph,
    kind: Kind,
    start: Sequence[int],
    *,
    foundations: Foundations | None = None,
    make: MakeSolver = Solver,
) -> list[int]:
    """For each argument the labels that it has in some labelling, as bits; ``kind`` is complete or preferred."""
    undecided = [argument for argument, label in enumerate(start) if label == UNDECIDED]
    parts = components(undecided, graph.attacked, lambda a: start[a] == UNDECIDED)
    where = {argument: at for at, part in enumerate(parts) for argument in part}
    found = [0 if label == UNDECIDED else _BIT[label] for label in start]
    ask = Questions(graph, foundations=foundations, start=start, make=make)
    solving = Parts(graph, kind, foundations, make)
    circular = _circular(foundations, where)
    ties = _Ties(list(range(len(parts))))
    asked = False
    for at, part in enumerate(parts):
        outside = _outside(graph, part, at, where)
        free = ties.tie(at, [where[each] for each in outside]) and at not in circular
        if free and _combined(solving, part, outside, found):
            continue
        if not asked:
            whole = labellings(graph, kind, foundations=foundations, start=start, make=make)
            listed = list(islice(whole, _LISTED + 1))
            if len(listed) <= _LISTED:
                return _all(listed)
            asked = True
        for argument in part:
            found[argument] = _asked(ask, kind, argument)
    return found


def _all(listed: Sequence[Sequence[int]]) -> list[int]:
    """The labels of every argument in some labellings."""
    found = [_BIT[label] for label in listed[0]]
    for labels in listed[1:]:
        for argument, label in enumerate(labels):
            found[argument] |= _BIT[label]
    return found


def _circular(foundations: Foundations | None, where: Mapping[int, int]) -> frozenset[int]:
    """The components with circles of support."""
    return frozenset([where[c] for c in foundations.lacks if c in where] if foundations else ())


def _outside(
    graph: AttackGraph, part: Sequence[int], at: int, where: Mapping[int, int]
) -> dict[int, list[int]]:
    """The undecided attackers of a component from outside, and the places in it that each attacks."""
    outside: dict[int, list[int]] = {}
    for index, argument in enumerate(part):
        for attacker in graph.attackers[argument]:
            if where.get(attacker, at) != at:
                outside.setdefault(attacker, []).append(index)
    return outside


@define
class _Ties:
    """Which components hang together so far."""

    over: list[int]

    def tie(self, at: int, others: Sequence[int]) -> bool:
        """Tie a component to those before it; whether those had nothing in common."""
        roots = [self._root(other) for other in others]
        for root in roots:
            self.over[root] = at
        return len(set(roots)) == len(roots)

    def _root(self, at: int) -> int:
        over = self.over
        while over[at] != at:
            over[at] = over[over[at]]
            at = over[at]
        return at


def _combined(
    solving: Parts, part: Sequence[int], outside: Mapping[int, Sequence[int]], found: list[int]
) -> bool:
    """Note the labels of a component under each combination of what attacks it, unless there are too many."""
    flags = [[(0, 0)] for _ in part]
    for index, attackers in _by_place(outside).items():
        if any(len(outside[attacker]) > 1 for attacker in attackers):
            return False
        flags[index] = list(_flags([found[attacker] for attacker in attackers], 1 << index))
    if prod(map(len, flags)) > _COMBINATIONS:
        return False
    labels = [0] * len(part)
    left = _SOLUTIONS
    for combination in product(*flags):
        rejected = sum([each for each, _ in combination])
        barred = sum([each for _, each in combination])
        for solution in islice(_solutions(solving, part, rejected, barred), left + 1):
            left -= 1
            _note(solving.graph, part, solution, rejected, labels)
        if left < 0:
            return False
    for argument, bits in zip(part, labels, strict=True):
        found[argument] = bits
    return True


def _by_place(outside: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for attacker, indices in outside.items():
        for index in indices:
            places.setdefault(index, []).append(attacker)
    return places


def _flags(labels: Sequence[int], bit: int) -> Iterator[tuple[int, int]]:
    """What attackers with these possible labels can do to a place: reject it, bar it, or leave it alone."""
    if any(each & IN for each in labels):
        yield bit, 0
    if all(each & (OUT | OPEN) for each in labels) and any(each & OPEN for each in labels):
        yield 0, bit
    if all(each & OUT for each in labels):
        yield 0, 0


def _solutions(solving: Parts, part: Sequence[int], rejected: int, barred: int) -> Iterator[int]:
    if len(part) == 1:
        return iter(solving.single(part[0], rejected, barred))
    return solving.solved(part, rejected, barred)


def _note(
    graph: AttackGraph, part: Sequence[int], solution: int, rejected: int, labels: list[int]
) -> None:
    """Add the labels of one solution to those seen."""
    accepted = {argument for index, argument in enumerate(part) if solution >> index & 1}
    for index, argument in enumerate(part):
        if argument in accepted:
            labels[index] |= IN
        elif rejected >> index & 1 or any(b in accepted for b in graph.attackers[argument]):
            labels[index] |= OUT
        else:
            labels[index] |= OPEN


def _asked(ask: Questions, kind: Kind, argument: int) -> int:
    """The labels that a solver finds for an argument."""
    found = IN if ask.accepting(kind, argument) else 0
    found |= OUT if ask.rejecting(kind, argument) else 0
    return found | (OPEN if ask.leaving_open(kind, argument) else 0)
