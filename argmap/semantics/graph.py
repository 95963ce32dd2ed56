"""Who attacks whom, by number, and the graph's strong components."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from ..pause import no_garbage

__all__ = [
    "AttackGraph",
    "add",
    "components",
    "ordered_parts",
    "start_and_parts",
    "turned",
    "weak_components",
]


@frozen(eq=False)
class AttackGraph:
    """Arguments 0, 1, ... and for each one who attacks it, and whom it attacks; each attack once."""

    attackers: Sequence[Sequence[int]]
    attacked: Sequence[Sequence[int]]

    @classmethod
    @no_garbage()
    def of(
        cls, size: int, attacks: Iterable[tuple[int, int]], numbers: Iterable[int] = ()
    ) -> AttackGraph:
        """The graph of ``size`` arguments with these pairs (attacker, attacked).

        ``numbers`` are 0, 1, ..., if somebody has them already: then they aren't made a second time.
        """
        attackers: list[Any] = [()] * size
        attacked: list[Any] = [()] * size
        alone = list(zip(numbers or range(size), strict=True))  # most rows are one of these
        longer: list[int] = []
        for source, target in attacks:
            found = attackers[target]
            if not found:
                attackers[target] = alone[source]
            elif len(found) < _SHORT:
                attackers[target] = found + alone[source]
            else:
                _lengthen(attackers, target, alone[source])
            found = attacked[source]
            if not found:
                attacked[source] = alone[target]
                continue
            longer.append(source)
            if len(found) < _SHORT:
                attacked[source] = found + alone[target]
            else:
                _lengthen(attacked, source, alone[target])
        if any(len({*attacked[source]}) < len(attacked[source]) for source in longer):
            attackers = [[*dict.fromkeys(row)] for row in attackers]
            attacked = [[*dict.fromkeys(row)] for row in attacked]
        return cls(attackers, attacked)

    def __len__(self) -> int:
        return len(self.attackers)

    def part(self, members: Sequence[int]) -> AttackGraph:
        """The graph of some arguments alone, numbered in their order."""
        number = {argument: index for index, argument in enumerate(members)}
        attackers = [[number[b] for b in self.attackers[a] if b in number] for a in members]
        attacked = [[number[b] for b in self.attacked[a] if b in number] for a in members]
        return AttackGraph(attackers, attacked)


_SHORT = 8
"""Rows that are shorter are tuples, made anew for each number more: they take less room than a list. Longer ones are lists."""


def add(rows: list[Any], at: int, alone: tuple[int]) -> None:
    """Put a number into the row at a place, of rows that begin as ``()``; a row of one is ``alone``, which all may share."""
    found = rows[at]
    if not found:
        rows[at] = alone
    elif len(found) < _SHORT:
        rows[at] = found + alone
    else:
        _lengthen(rows, at, alone)


def _lengthen(rows: list[Any], at: int, alone: tuple[int]) -> None:
    """Put a number into a row that isn't short."""
    found = rows[at]
    if type(found) is tuple:
        rows[at] = [*found, *alone]
    else:
        found += alone


def turned(rows: Sequence[Sequence[int]], alone: Sequence[tuple[int]]) -> list[Sequence[int]]:
    """For each number the rows that it is in: who is attacked, of who attacks.

    ``alone`` has for each row a tuple of its number, which is taken where there is no other.

    >>> turned([[1, 2], [], [1]], [(0,), (1,), (2,)])
    [(), (0, 2), (0,)]
    """
    made: list[Any] = [()] * len(rows)
    for place, row in zip(alone, rows, strict=True):
        for each in row:
            found = made[each]
            if not found:
                made[each] = place  # most are in one row
            elif len(found) < _SHORT:
                made[each] = found + place
            else:
                _lengthen(made, each, place)
    return made


def components(
    nodes: Iterable[int],
    nexts: Sequence[Sequence[int]] | Mapping[int, Sequence[int]],
    inside: Callable[[int], object],
) -> list[list[int]]:
    """The strong components of ``nodes``, each before those that its arrows ``nexts`` lead to.

    Only arrows to what is ``inside`` count. In time linear in nodes and arrows (Tarjan 1972, SIAM Journal
    on Computing 1, p. 146), without recursion.
    """
    found: list[list[int]] = []
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    waiting: dict[int, None] = {}
    for root in nodes:
        if root in index:
            continue
        index[root] = low[root] = len(index)
        stack.append(root)
        waiting[root] = None
        path = [(root, iter(nexts[root]))]
        while path:
            node, arrows = path[-1]
            for other in arrows:
                if not inside(other):
                    continue
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    waiting[other] = None
                    path.append((other, iter(nexts[other])))
                    break
                if other in waiting and index[other] < low[node]:
                    low[node] = index[other]
            else:
                path.pop()
                if path and low[node] < low[path[-1][0]]:
                    low[path[-1][0]] = low[node]
                if low[node] == index[node]:
                    found.append(_popped(stack, waiting, node))
    found.reverse()
    return found


def ordered_parts(graph: AttackGraph) -> list[Sequence[int]]:
    """The strong components of a graph, each before those that it attacks; fast where there are few circles."""
    start, parts = start_and_parts(graph)
    return [*zip(start, strict=True), *parts]


def start_and_parts(graph: AttackGraph) -> tuple[list[int], list[list[int]]]:
    """As `ordered_parts`, but the arguments that nothing on a circle leads to, which come first, without a row for each."""
    unseen = [len(attackers) for attackers in graph.attackers]
    todo = [argument for argument, count in enumerate(unseen) if not count]
    first: list[int] = []
    while todo:  # the last comes first: what it leads to is near it, in a map as in memory
        first.append(todo.pop())
        for target in graph.attacked[first[-1]]:
            unseen[target] -= 1
            if not unseen[target]:
                todo.append(target)
    rest = [argument for argument, count in enumerate(unseen) if count]
    return first, components(rest, graph.attacked, unseen.__getitem__)


def _popped(stack: list[int], waiting: dict[int, None], last: int) -> list[int]:
    """What stands on the stack down to ``last``, in ascending order; it no longer waits."""
    part: list[int] = []
    while not part or part[-1] != last:
        part.append(stack.pop())
        del waiting[part[-1]]
    part.sort()
    return part


def weak_components(graph: AttackGraph, nodes: Sequence[int]) -> list[list[int]]:
    """The parts of ``nodes`` that no attack ties together, each in ascending order, by their least member."""
    todo = set(nodes)
    parts: list[list[int]] = []
    for root in sorted(nodes):
        if root not in todo:
            continue
        todo.discard(root)
        part = [root]
        for node in part:
            for other in (*graph.attackers[node], *graph.attacked[node]):
                if other in todo:
                    todo.discard(other)
                    part.append(other)
        parts.append(sorted(part))
    return parts
