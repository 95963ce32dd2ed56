"""The single changes that would change a verdict: what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from attrs import define, field, frozen

from ..errors import UnknownName
from .evaluation import Evaluation
from .grounded import ACCEPTED, REJECTED, UNDECIDED, WORDS, Label
from .what_if import WhatIf

__all__ = ["Flip", "flips"]

Way: TypeAlias = Literal["without", "assume"]


@frozen
class Flip:
    """One change, and the label that the verdict would then have.

    ``way`` is ``without`` if the claim or link ``id`` were taken away, or answered for good; ``assume`` if it held whatever speaks
    against it.
    """

    way: Way
    id: str
    label: Label


def flips(evaluation: Evaluation, id: str) -> tuple[Flip, ...]:
    """Every single change to a claim or link that would change the verdict of ``id``, in the map's order.

    Changes of ``id`` itself are left out. It is the grounded semantics that is asked; raises `UnknownName` for an evaluation under another.
    Where each bears on one other thing alone, as in a tree, a change is followed in one step; elsewhere the labels are found
    again as far as they differ (`WhatIf`).
    """
    if evaluation.semantics != "grounded":
        raise UnknownName("semantics for flips", evaluation.semantics, ("grounded",))
    number = evaluation.compiled.number
    target = number[evaluation[id].id]
    search = _Search(evaluation, target)
    effects = search.effects()
    found: list[Flip] = []
    for each, at in number.items():
        if at in effects and at != target and each in evaluation:
            for way, label in _WAYS:
                after = effects[at].get(label, evaluation.grounded[target])
                if label != evaluation.grounded[at] and after != evaluation.grounded[target]:
                    found.append(Flip(way, each, WORDS[after]))
    return tuple(found)


_WAYS: tuple[tuple[Way, int], ...] = (("without", REJECTED), ("assume", ACCEPTED))


@define
class _Search:
    """What the target's label would be if an argument had another label, for all from which attacks lead to it."""

    evaluation: Evaluation
    target: int
    what_if: WhatIf = field(init=False)
    cone: dict[int, int] = field(init=False)
    """Those from which attacks lead to the target, and how many each attacks of them."""

    def __attrs_post_init__(self) -> None:
        self.what_if = WhatIf(self.evaluation.compiled, self.evaluation.grounded)
        graph = self.what_if.compiled.graph
        self.cone = {self.target: 0}
        todo = [self.target]
        for argument in todo:
            for attacker in graph.attackers[argument]:
                if attacker in self.cone:
                    self.cone[attacker] += 1
                else:
                    self.cone[attacker] = 1
                    todo.append(attacker)

    def effects(self) -> Mapping[int, Mapping[int, int]]:
        """For each argument, by each other label, the label that the target would have, if it is another."""
        labels, where = self.what_if.labels, self.what_if.where
        now = labels[self.target]
        found: dict[int, dict[int, int]] = {self.target: {v: v for v in WORDS if v != now}}
        for argument in sorted(self.cone, key=lambda a: -where[a]):
            if argument != self.target:
                others = [label for label in WORDS if label != labels[argument]]
                over = self._over(argument)
                if over is None:
                    found[argument] = dict(self._by_trying(argument, others))
                else:
                    found[argument] = dict(self._by_step(argument, over, others, found[over]))
        return found

    def _over(self, argument: int) -> int | None:
        """The one thing on the way to the target that an argument attacks, if it is alone and on no circle."""
        if self.cone[argument] != 1:
            return None
        graph, parts, where = self.what_if.compiled.graph, self.what_if.parts, self.what_if.where
        over = next(each for each in graph.attacked[argument] if each in self.cone)
        return over if len(parts[where[over]]) == 1 and over not in graph.attacked[over] else None

    def _by_step(
        self, argument: int, over: int, others: list[int], effects: Mapping[int, int]
    ) -> Iterator[tuple[int, int]]:
        """The effects by way of the one thing attacked, whose own effects are known."""
        if not effects:
            return
        labels = self.what_if.labels
        rest = [labels[b] for b in self.what_if.compiled.graph.attackers[over] if b != argument]
        strongest = max(rest, default=REJECTED)
        for label in others:
            new = -max(strongest, label)
            if new != labels[over] and new in effects:
                yield label, effects[new]

    def _by_trying(self, argument: int, others: list[int]) -> Iterator[tuple[int, int]]:
        """The effects as they are when all that differs is labelled again."""
        for label in others:
            if label != UNDECIDED:
                new = self.what_if.changed({argument: label}).get(self.target)
                if new is not None:
                    yield label, new
