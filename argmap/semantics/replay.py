"""Solutions of independent parts put together, lazily."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Generic, TypeVar

from attrs import define, field

from .foundations import Foundations
from .graph import AttackGraph, weak_components
from .grounded import UNDECIDED

__all__ = ["Replay", "products", "together"]

Value = TypeVar("Value")


@define
class Replay(Generic[Value]):
    """The values of an iterator, to be gone through several times; each is computed once, when it is asked for."""

    source: Iterator[Value]
    seen: list[Value] = field(factory=list)

    def __iter__(self) -> Iterator[Value]:
        at = 0
        while at < len(self.seen) or self._pulled():
            yield self.seen[at]
            at += 1

    def _pulled(self) -> bool:
        """Whether there was one more value."""
        before = len(self.seen)
        self.seen += islice(self.source, 1)
        return len(self.seen) > before


def products(choices: Sequence[Iterable[Value]]) -> Iterator[tuple[Value, ...]]:
    """Every choice of one value of each, lazily; the last changes most often."""
    chosen: list[Value] = []
    stack = [iter(each) for each in choices[:1]]
    if not choices:
        yield ()
    while stack:
        del chosen[len(stack) - 1 :]
        chosen += islice(stack[-1], 1)
        if len(chosen) < len(stack):
            stack.pop()
        elif len(stack) == len(choices):
            yield tuple(chosen)
        else:
            stack.append(iter(choices[len(stack)]))


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
        for chosen in products(solutions):
            for part, solution in zip(parts, chosen, strict=True):
                for argument, label in zip(part, solution, strict=True):
                    labels[argument] = label
            yield tuple(labels)
