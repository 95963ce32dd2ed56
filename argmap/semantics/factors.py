"""A framework's labellings as factors, so that they can be counted without being listed.

An argument has a variable for its label and one for its threshold: no attacker's label is above it. "The strongest attacker is
undecided" is "none is above undecided" less "none is above rejected", so each argument's rule becomes a few rows of signed numbers, and
each attack a factor of two variables. Preferred labellings are those that are so component by component (Baroni, Giacomin and Guida 2005, Artificial
Intelligence 168, p. 162): components with a circle of odd length, and circles of support, become one factor each, of their own labellings
under each way in which they may be attacked. What rests on components without odd circles alone is stable there (Dung 1995, theorem 33).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from math import prod
from typing import TypeAlias

from attrs import define, field, frozen

from .elimination import Factor, TooWide
from .encoding import MakeSolver
from .foundations import Foundations
from .graph import AttackGraph, components
from .grounded import ACCEPTED, REJECTED, UNDECIDED
from .labellings import Parts
from .search import bits

__all__ = ["COUNTED", "Factors", "Structure", "factors_of", "structure_of"]

Row: TypeAlias = tuple[int, ...]
Rule: TypeAlias = Mapping[Row, int]

_COMPLETE: Rule = {
    (ACCEPTED, REJECTED): 1,
    (UNDECIDED, UNDECIDED): 1,
    (UNDECIDED, REJECTED): -1,
    (REJECTED, ACCEPTED): 1,
    (REJECTED, UNDECIDED): -1,
}
_STABLE: Rule = {(ACCEPTED, REJECTED): 1, (REJECTED, ACCEPTED): 1, (REJECTED, REJECTED): -1}
_ADMISSIBLE: Rule = {
    (ACCEPTED, REJECTED): 1,
    (UNDECIDED, UNDECIDED): 1,
    (REJECTED, ACCEPTED): 1,
    (REJECTED, UNDECIDED): -1,
}
_FREE: Rule = {(ACCEPTED, REJECTED): 1, (REJECTED, ACCEPTED): 1}
"""Whether it is accepted or not, whatever else: a set without conflicts."""

COUNTED = ("conflict-free", "naive", "admissible", "complete", "preferred", "stable")
"""The semantics whose labellings can be told by factors."""

_OPPOSITE: Rule = {(ACCEPTED, REJECTED): 1, (UNDECIDED, UNDECIDED): 1, (REJECTED, ACCEPTED): 1}


@frozen
class Structure:
    """How the undecided arguments of a framework hang together, as far as counting needs it.

    ``blocks`` are the components that are one factor each; ``sound`` are the arguments that are never undecided, ``choosing`` those
    that the choices come from: what isn't is decided by others.
    """

    blocks: tuple[tuple[int, ...], ...]
    sound: frozenset[int]
    choosing: frozenset[int]


def structure_of(
    graph: AttackGraph, start: Sequence[int], semantics: str, foundations: Foundations | None
) -> Structure:
    """The structure of what ``start`` leaves undecided, in time linear in the attacks."""
    undecided = [argument for argument, label in enumerate(start) if label == UNDECIDED]
    if semantics not in ("complete", "preferred", "stable"):
        return Structure((), frozenset(), frozenset(undecided))
    parts = components(undecided, graph.attacked, lambda a: start[a] == UNDECIDED)
    circular = foundations.lacks if foundations else {}
    blocks: list[tuple[int, ...]] = []
    sound: set[int] = set()
    circles: list[int] = []
    for part in parts:
        alone = len(part) == 1 and part[0] not in graph.attacked[part[0]]
        if not alone:
            circles += part
        held_up = any(argument in circular for argument in part)
        if semantics == "preferred":
            within = {*part}
            whole = not held_up and all(
                attacker in within or attacker in sound or start[attacker]
                for argument in part
                for attacker in graph.attackers[argument]
            )
            if whole and (alone or _even(graph, part, within)):
                sound |= within
            elif not alone:
                blocks.append(tuple(part))
        elif held_up:
            blocks.append(tuple(part))
    if semantics == "stable":
        sound = set(undecided)
    return Structure(tuple(blocks), frozenset(sound), _leading(graph, start, circles))


def _even(graph: AttackGraph, part: Sequence[int], within: set[int]) -> bool:
    """Whether no circle in a strong component is of odd length."""
    side = {part[0]: False}
    todo = [part[0]]
    for argument in todo:
        for target in graph.attacked[argument]:
            if target in within:
                if target not in side:
                    side[target] = not side[argument]
                    todo.append(target)
                elif side[target] == side[argument]:
                    return False
    return True


def _leading(graph: AttackGraph, start: Sequence[int], goals: Iterable[int]) -> frozenset[int]:
    """The undecided arguments from which attacks lead to any of ``goals``, with these."""
    todo = list(goals)
    found = set(todo)
    for argument in todo:
        for attacker in graph.attackers[argument]:
            if not start[attacker] and attacker not in found:
                found.add(attacker)
                todo.append(attacker)
    return frozenset(todo)


@frozen
class Factors:
    """The factors of some arguments, and where to read each argument's label: off a variable, by these values of it."""

    factors: tuple[Factor, ...]
    accepted: Mapping[int, tuple[int, tuple[int, ...]]]


def factors_of(
    graph: AttackGraph,
    members: Sequence[int],
    semantics: str,
    structure: Structure,
    blocks: Sequence[Sequence[int]],
    foundations: Foundations | None,
    make: MakeSolver,
    limit: int,
) -> Factors:
    """The factors of arguments that hang together; raises `TooWide` for a component with more than ``limit`` rows."""
    inside = {argument: at for at, argument in enumerate(members)}
    near = _neighbours if semantics == "naive" else _attackers
    attackers = {a: [b for b in near(graph, a) if b in inside] for a in members}
    in_block = {argument: number for number, block in enumerate(blocks) for argument in block}
    functional = semantics in ("complete", "preferred", "stable")
    builder = _Builder(semantics, attackers, structure.sound, in_block)
    if functional:
        builder.follow()
    for number, block in enumerate(blocks):
        parts = Parts(graph, semantics, foundations, make)  # type: ignore[arg-type] # a kind, where there are blocks
        builder.block(number, block, parts, limit)
    for argument in members:
        if argument not in in_block and argument not in builder.root:
            builder.argument(argument)
    return builder.finished()


def _attackers(graph: AttackGraph, argument: int) -> Sequence[int]:
    return graph.attackers[argument]


def _neighbours(graph: AttackGraph, argument: int) -> list[int]:
    return list(dict.fromkeys([*graph.attackers[argument], *graph.attacked[argument]]))


@define
class _Builder:
    """The factors as far as they are made.

    Argument a has the variables 2a, its label, and 2a + 1, its threshold; block n has -1 - n, which of its labellings it is. ``root`` has
    for an argument with one attacker whose label it has, and with which sign.
    """

    semantics: str
    attackers: Mapping[int, Sequence[int]]
    sound: frozenset[int]
    in_block: Mapping[int, int]
    root: dict[int, tuple[int, int]] = field(factory=dict)
    ends: set[int] = field(factory=set)
    made: list[Factor] = field(factory=list)
    accepted: dict[int, tuple[int, tuple[int, ...]]] = field(factory=dict)

    def follow(self) -> None:
        """Let arguments with one attacker have its label, turned round."""
        for argument in self.attackers:
            path = [argument]
            seen = {argument}
            while self._follows(path[-1]):
                (over,) = self.attackers[path[-1]]
                if over in seen:
                    self.ends.add(path[-1])
                else:
                    seen.add(over)
                    path.append(over)
            end, sign = self.root.get(path[-1], (path[-1], 1))
            for each in reversed(path[:-1]):
                sign = -sign
                self.root[each] = end, sign

    def _follows(self, argument: int) -> bool:
        given = argument in self.root or argument in self.ends or argument in self.in_block
        return not given and len(self.attackers[argument]) == 1

    def argument(self, argument: int) -> None:
        """Put in an argument: its rule, and who attacks it."""
        attackers = self.attackers[argument]
        rule = self._rule(argument, hostile=argument in attackers)
        self.made.append(Factor((2 * argument, 2 * argument + 1), rule))
        self._attacks(argument, attackers, _thresholds(rule))

    def _rule(self, argument: int, *, hostile: bool) -> Rule:
        match self.semantics:
            case "conflict-free":
                return _FREE
            case "naive":
                return _FREE if hostile else _STABLE
            case "admissible":
                return _ADMISSIBLE
        return _STABLE if argument in self.sound else _COMPLETE

    def _attacks(
        self, argument: int, attackers: Iterable[int], thresholds: tuple[int, ...]
    ) -> None:
        for attacker in attackers:
            end, sign = self.root.get(attacker, (attacker, 1))
            key = (sign, self._labels(end), thresholds)
            self.made.append(Factor((2 * end, 2 * argument + 1), _below(*key)))

    def _labels(self, argument: int) -> tuple[int, ...]:
        two = argument in self.sound or self.semantics in ("conflict-free", "naive")
        return (ACCEPTED, REJECTED) if two else (ACCEPTED, UNDECIDED, REJECTED)

    def block(self, number: int, block: Sequence[int], parts: Parts, limit: int) -> None:
        """Put in a component whole: its labellings under each way in which others may attack it."""
        graph, inside = parts.graph, set(block)
        outer = {a: [b for b in self.attackers[a] if b not in inside] for a in block}
        leading = [
            at for at, a in enumerate(block) if any(b not in inside for b in graph.attacked[a])
        ]
        threatened = [a for a in block if outer[a]]
        threats = [self._threats(outer[a]) for a in threatened]
        if prod(map(len, threats)) > limit:
            raise TooWide(len(threatened))
        seen: dict[Row, int] = {}
        rows: dict[Row, int] = {}
        for strongest in product(*threats):
            for labels in _solved(parts, block, dict(zip(threatened, strongest, strict=True))):
                at = seen.setdefault(labels, len(seen))
                shown = [labels[index] for index in leading]
                signed = [
                    _signed(label, options)
                    for label, options in zip(strongest, threats, strict=True)
                ]
                for choice in product(*signed):
                    row = (at, *shown, *[threshold for threshold, _ in choice])
                    rows[row] = rows.get(row, 0) + prod([sign for _, sign in choice])
                if len(rows) > limit:
                    raise TooWide(len(block))
        scope = (
            -1 - number,
            *[2 * block[index] for index in leading],
            *[2 * a + 1 for a in threatened],
        )
        self.made.append(Factor(scope, {row: by for row, by in rows.items() if by}))
        for argument, options in zip(threatened, threats, strict=True):
            self._attacks(argument, outer[argument], options)
        for index, argument in enumerate(block):
            chosen = tuple([at for labels, at in seen.items() if labels[index] == ACCEPTED])
            self.accepted[argument] = -1 - number, chosen

    def _threats(self, attackers: Sequence[int]) -> tuple[int, ...]:
        """What the strongest attacker from outside can be."""
        two = all(self.root.get(each, (each, 1))[0] in self.sound for each in attackers)
        return (REJECTED, ACCEPTED) if two else (REJECTED, UNDECIDED, ACCEPTED)

    def finished(self) -> Factors:
        """All factors, and where each argument's label is."""
        for argument in self.attackers:
            if argument not in self.in_block:
                end, sign = self.root.get(argument, (argument, 1))
                self.accepted[argument] = 2 * end, (sign,)
        return Factors(tuple(self.made), self.accepted)


def _thresholds(rule: Rule) -> tuple[int, ...]:
    return tuple(dict.fromkeys([threshold for _, threshold in rule]))


def _signed(strongest: int, options: Sequence[int]) -> list[tuple[int, int]]:
    """That the strongest attacker has a label, as thresholds with signs: none is above it, less none is above the next lower."""
    at = options.index(strongest)
    return [(strongest, 1), *[(lower, -1) for lower in options[at - 1 : at]]]


def _solved(
    parts: Parts, block: Sequence[int], strongest: Mapping[int, int]
) -> Iterator[tuple[int, ...]]:
    """The labels of a component if the strongest attackers from outside have these."""
    rejected = sum([1 << at for at, a in enumerate(block) if strongest.get(a) == ACCEPTED])
    barred = sum([1 << at for at, a in enumerate(block) if strongest.get(a) == UNDECIDED])
    if len(block) == 1:
        found: Iterable[int] = parts.single(block[0], rejected, barred)
    else:
        found = parts.solved(block, rejected, barred)
    place = {argument: at for at, argument in enumerate(block)}
    for solution in found:
        hit = rejected
        for at in bits(solution):
            for target in parts.graph.attacked[block[at]]:
                if target in place:
                    hit |= 1 << place[target]
        yield tuple(
            [
                ACCEPTED if solution >> at & 1 else REJECTED if hit >> at & 1 else UNDECIDED
                for at in range(len(block))
            ]
        )


@cache
def _below(sign: int, labels: tuple[int, ...], thresholds: tuple[int, ...]) -> Rule:
    """The rows in which a label, perhaps turned round, is no higher than a threshold."""
    return {(a, t): 1 for a in labels for t in thresholds if sign * a <= t}
