"""Solutions of independent parts put together, lazily."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Generic, TypeVar

from attrs import define, field

from .foundations import Foundations
from .graph import AttackGraph, weak_components
from .grounded import UNDECIDED

__all__ = ["Replay", "together"]

Value = TypeVar("Value")


@define
class Replay(Generic[Value]):
    """The values of an iterator, to be gone through several times; each is computed once, when it is asked for."""

    source: Iterator[Value]
    seen: list[Value] = field(factory=list)

    def __iter__(self) -> Iterator[Value]:
        at = 0
        while True:
            if at == len(self.seen):
                self.seen += islice(self.source, 1)
                if at == len(self.seen):
                    return
            yield self.seen[at]
            at += 1


def together(
    graph: AttackGraph,
    start: Sequence[int],
    solve: Callable[[AttackGraph, Foundations | None, Sequence[int]], Iterator[Sequence[int]]],
    foundations: Foundations | None = None,
) -> Iterator[tuple[int, ...]]:
    """Every way to label what ``start`` leaves undecided, if ``solve`` labels what hangs together.

    ``solve`` takes a part's graph, its circles of support and its members; it gives the labels of the part, the
    same for all time.
    """
    labels = list(start)
    parts = weak_components(graph, [a for a, label in enumerate(labels) if label == UNDECIDED])
    solutions = [
        Replay(solve(graph.part(part), foundations and foundations.within(part, ()), part))
        for part in parts
    ]
    if all(next(iter(each), None) is not None for each in solutions):
        yield from _products(labels, parts, solutions)


def _products(
    labels: list[int], parts: Sequence[Sequence[int]], solutions: Sequence[Replay[Sequence[int]]]
) -> Iterator[tuple[int, ...]]:
    """Every choice of one solution for each part."""
    if not parts:
        yield tuple(labels)
        return
    stack = [iter(solutions[0])]
    while stack:
        solution = next(stack[-1], None)
        if solution is None:
            stack.pop()
            continue
        for argument, label in zip(parts[len(stack) - 1], solution, strict=True):
            labels[argument] = label
        if len(stack) == len(parts):
            yield tuple(labels)
        else:
            stack.append(iter(solutions[len(stack)]))
