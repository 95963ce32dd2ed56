"""What a change would change: the grounded labels again, but only where they may differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush

from attrs import field, frozen

from .compiled import Compiled
from .foundations import Foundations, unfounded
from .graph import ordered_parts
from .grounded import ACCEPTED, REJECTED, UNDECIDED, Labelling

__all__ = ["WhatIf"]


@frozen(eq=False)
class WhatIf:
    """The grounded labelling of a map's framework, ready to be asked what would be if some arguments had other labels.

    The components are put in order once. A change then goes from component to component as long as labels differ: what it costs
    is what it changes.
    """

    compiled: Compiled
    labels: tuple[int, ...]
    parts: tuple[tuple[int, ...], ...] = field(init=False)
    where: tuple[int, ...] = field(init=False)
    _circles: Mapping[int, Foundations] = field(init=False)

    @parts.default
    def _parts(self) -> tuple[tuple[int, ...], ...]:
        return tuple(map(tuple, ordered_parts(self.compiled.graph)))

    @where.default
    def _where(self) -> tuple[int, ...]:
        where = [0] * len(self.labels)
        for at, part in enumerate(self.parts):
            for argument in part:
                where[argument] = at
        return tuple(where)

    @_circles.default
    def _circles_by_part(self) -> Mapping[int, Foundations]:
        found: dict[int, list[Foundations]] = {}
        for circle in self.compiled.circles:
            found.setdefault(self.where[next(iter(circle.lacks))], []).append(circle)
        return {at: Foundations.joined(circles) for at, circles in found.items()}

    def changed(self, forced: Mapping[int, int]) -> dict[int, int]:
        """The labels that would be others if these arguments had the labels ``forced``, whatever attacks them."""
        new: dict[int, int] = {}
        todo: list[int] = []
        waiting: set[int] = set()
        self._push(forced, todo, waiting)
        while todo:
            at = heappop(todo)
            differing = self._solved(self.parts[at], at, new, forced)
            new |= differing
            targets = [b for a in differing for b in self.compiled.graph.attacked[a]]
            self._push([b for b in targets if self.where[b] != at], todo, waiting)
        return new

    def _push(self, arguments: Iterable[int], todo: list[int], waiting: set[int]) -> None:
        for argument in arguments:
            at = self.where[argument]
            if at not in waiting:
                waiting.add(at)
                heappush(todo, at)

    def _solved(
        self, part: tuple[int, ...], at: int, new: Mapping[int, int], forced: Mapping[int, int]
    ) -> dict[int, int]:
        """The labels in one component that differ, when those before it have new labels."""
        attackers, labels = self.compiled.graph.attackers, self.labels
        if len(part) == 1 and part[0] not in attackers[part[0]]:
            argument = part[0]
            label = forced.get(argument)
            if label is None:
                label = -max([new.get(b, labels[b]) for b in attackers[argument]], default=REJECTED)
            return {argument: label} if label != labels[argument] else {}
        return self._tangled(part, at, new, forced)

    def _tangled(
        self, part: tuple[int, ...], at: int, new: Mapping[int, int], forced: Mapping[int, int]
    ) -> dict[int, int]:
        """As `_solved`, for a component with circles."""
        graph, labels = self.compiled.graph, self.labels
        fixed: dict[int, int] = {}
        barred: list[int] = []
        for index, argument in enumerate(part):
            outside = [
                new.get(b, labels[b]) for b in graph.attackers[argument] if self.where[b] != at
            ]
            strongest = max(outside, default=REJECTED)
            if argument in forced:
                fixed[index] = forced[argument]
            elif strongest == ACCEPTED:
                fixed[index] = REJECTED
            elif strongest == UNDECIDED:
                barred.append(index)
        inner = graph.part(part)
        labelling = Labelling(inner, fixed=fixed, barred=barred)
        labelling.spread()
        settled = {part[index] for index in fixed}
        shut = [part[index] for index in barred]
        circles = self._circles.get(at)
        circles = circles and circles.besides(settled).within(part, shut)
        while circles and (loop := unfounded(inner, circles, labelling.labels, UNDECIDED)):
            labelling.reject(loop)
        return {
            argument: label
            for argument, label in zip(part, labelling.labels, strict=True)
            if label != labels[argument]
        }
