"""Grounded labels after an edit, from those before: withdrawn as far as they rested on what is gone, then derived again.

Every label rests on labels that were decided before it. In that order those are withdrawn that rest on nothing any more (as *delete and
rederive* does for views: Gupta, Mumick and Subrahmanian 1993, SIGMOD, p. 157); what is left follows in the edited framework as well,
and what else follows spreads from where something changed. Time is linear in the attacks on and by what is withdrawn or derived.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Any

from attrs import define, field

from .edited_framework import EditedFramework
from .foundations import Foundations, unfounded
from .grounded import ACCEPTED, REJECTED, UNDECIDED
from .layered import Layered

__all__ = ["Relabelling"]

_NOWHERE = -1


@define
class Relabelling:
    """The grounded labels of a framework while they follow an edit of it.

    ``ranks`` say in which order they were decided, ``loops`` have for what only held itself up all that did so with it; ``circles`` are the
    circles of support by the atoms and helpers on them, and ``old`` the labels that were changed as they were before.
    """

    framework: EditedFramework
    labels: Layered[int]
    ranks: Layered[int]
    loops: dict[int, Sequence[int]]
    circles: Mapping[int, Foundations]
    next_rank: int
    old: dict[int, int] = field(factory=dict)
    _todo: list[int] = field(factory=list)
    _place: dict[int, int] = field(factory=dict)
    _open: dict[int, int] = field(factory=dict)
    _stirred: dict[int, Foundations] = field(factory=dict)

    def follow(self) -> dict[int, int]:
        """Let the labels follow what was touched; those that are others now, as they were before."""
        touched = list(self.framework.touched.targets)
        for _ in range(len(self.labels), len(self.framework.attackers)):
            self.labels.append(UNDECIDED)
            self.ranks.append(0)
        self._withdraw(touched)
        for argument in touched:
            self._stir(argument)
        self._derive([*touched, *self.old])
        labels = self.labels
        return {each: label for each, label in self.old.items() if labels[each] != label}

    def _withdraw(self, touched: Iterable[int]) -> None:
        """Take labels back that rest on nothing any more, the earliest first."""
        labels, ranks, attacked = self.labels, self.ranks, self.framework.attacked
        concerned = [one for each in touched for one in (each, *self._helped(each))]
        asked = {each: ranks[each] for each in concerned if labels[each]}
        waiting = [(rank, each) for each, rank in asked.items()]
        heapify(waiting)
        while waiting:
            rank, argument = heappop(waiting)
            if not labels[argument] or self._stands(argument, rank):
                continue
            for each in self.loops.get(argument, (argument,)):
                self._unlabel(each)
                for target in attacked[each]:
                    for one in (target, *self._helped(target)):
                        if labels[one] and ranks[one] > rank and one not in asked:
                            asked[one] = ranks[one]
                            heappush(waiting, (ranks[one], one))

    def _helped(self, target: int) -> Sequence[int]:
        """What only held itself up as long as nothing more attacks a helper."""
        return [each for each in self.framework.attacked[target] if each in self.loops]

    def _unlabel(self, argument: int) -> None:
        self.old.setdefault(argument, self.labels[argument])
        self.labels.put(argument, UNDECIDED)
        self.loops.pop(argument, None)
        self._stir(argument)

    def _stands(self, argument: int, rank: int) -> bool:
        """Whether a label still follows from those decided before it."""
        labels, ranks = self.labels, self.ranks
        attackers = self.framework.attackers[argument]
        if labels[argument] == ACCEPTED:
            return all(labels[each] == REJECTED and ranks[each] < rank for each in attackers)
        if any(labels[each] == ACCEPTED and ranks[each] < rank for each in attackers):
            return True
        return argument in self.loops and self._held_up(argument, rank)

    def _held_up(self, argument: int, rank: int) -> bool:
        """Whether it is still so that only its loop could hold something up."""
        framework, loop = self.framework, self.loops[argument]
        if any(self.loops.get(need) is loop for need in framework.needs(argument)):
            return True
        helper = framework.lacks(argument)
        return helper is not None and all(
            self.loops.get(each) is loop
            or (self.labels[each] == REJECTED and self.ranks[each] < rank)
            for each in framework.attackers[helper]
        )

    def _stir(self, argument: int) -> None:
        """Note the circles that a label bears on."""
        for each in (argument, *self.framework.attacked[argument]):
            if each in self.circles:
                circle = self.circles[each]
                self._stirred[min(circle.lacks)] = circle

    def _derive(self, arguments: Iterable[int]) -> None:
        """Decide all that follows."""
        for argument in arguments:
            if not self.labels[argument]:
                self._look_at(argument, _NOWHERE)
        at = self._spread(0)
        while self._stirred:
            key, circle = next(iter(self._stirred.items()))
            labels: Any = self.labels
            loop = unfounded(self.framework.graph, circle, labels, UNDECIDED)
            if loop:
                self._reject_together(loop)
                at = self._spread(at)
            else:
                del self._stirred[key]

    def _reject_together(self, loop: Sequence[int]) -> None:
        rank = self.next_rank
        for each in loop:
            self._decide(each, REJECTED)
            self.ranks.put(each, rank)
            self.loops[each] = loop

    def _spread(self, at: int) -> int:
        """Decide what follows from what was decided from a place on; where that ends."""
        labels, attacked, waiting = self.labels, self.framework.attacked, self._open
        while at < len(self._todo):
            argument = self._todo[at]
            for target in attacked[argument]:
                if labels[target]:
                    continue
                if labels[argument] == ACCEPTED:
                    self._decide(target, REJECTED)
                elif target in waiting:
                    waiting[target] -= 1
                    if not waiting[target]:
                        self._decide(target, ACCEPTED)
                else:
                    self._look_at(target, at)
            at += 1
        return at

    def _look_at(self, argument: int, at: int) -> None:
        """Decide an argument if its attackers do, or count those that aren't known to be rejected up to a place."""
        labels, place = self.labels, self._place
        left = 0
        for each in self.framework.attackers[argument]:
            if labels[each] == ACCEPTED:
                self._decide(argument, REJECTED)
                return
            if labels[each] != REJECTED or place.get(each, _NOWHERE) > at:
                left += 1
        self._open[argument] = left
        if not left:
            self._decide(argument, ACCEPTED)

    def _decide(self, argument: int, label: int) -> None:
        self.old.setdefault(argument, UNDECIDED)
        self.labels.put(argument, label)
        self.ranks.put(argument, self.next_rank)
        self.next_rank += 1
        self._place[argument] = len(self._todo)
        self._todo.append(argument)
        self._stir(argument)
