"""The single changes that would change a verdict: what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from attrs import define, field, frozen

from ..errors import UnknownName
from ..model.link import Preference
from .evaluation import Evaluation, evaluate
from .grounded import ACCEPTED, REJECTED, UNDECIDED, WORDS, Label
from .what_if import WhatIf

__all__ = ["Flip", "flips", "of_program"]

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

    Changes of ``id`` itself are left out. It is the grounded semantics and the map's own reading that are asked; raises `UnknownName` for
    an evaluation under another.
    Where each bears on one other thing alone, as in a tree, a change is followed in one step; elsewhere the labels are found
    again as far as they differ.
    """
    if evaluation.semantics != "grounded":
        raise UnknownName("semantics for flips", evaluation.semantics, ("grounded",))
    of_program(evaluation, "flips")
    number = evaluation.compiled.number
    target = number[evaluation[id].id]
    search = _Search(target, evaluation.what_if)
    effects = search.effects()
    found: list[Flip] = []
    for each, at in number.items():
        effect = effects.get(at)
        if effect and at != target and each in evaluation:
            for way, label in _WAYS:
                after = effect.get(label, evaluation.grounded[target])
                if label != evaluation.grounded[at] and after != evaluation.grounded[target]:
                    found.append(Flip(way, each, WORDS[after]))
    if evaluation.options.weigh is not None:
        found += _of_preferences(evaluation, id)
    return tuple(found)


def _of_preferences(evaluation: Evaluation, id: str) -> Iterator[Flip]:
    """The preferences without which a verdict would be another: what is weighed is weighed anew."""
    asked = evaluation.options.asked()
    for link in evaluation.map.links:
        if isinstance(link, Preference) and link.id not in asked["without"]:
            without = (*asked["without"], link.id)
            label = evaluate(evaluation.map, **{**asked, "without": without})[id].label
            if label != evaluation[id].label:
                yield Flip("without", link.id, label)


def of_program(evaluation: Evaluation, noun: str) -> None:
    """Raise `UnknownName` for an evaluation under another reading than the map's own.

    Elsewhere a claim isn't only what attacks: chains of supports lead through it.
    """
    if evaluation.options.reading != "program":
        raise UnknownName(f"reading for {noun}", evaluation.options.reading, ("program",))


_WAYS: tuple[tuple[Way, int], ...] = (("without", REJECTED), ("assume", ACCEPTED))


Effects: TypeAlias = Mapping[int, int]
_NONE: Effects = {}


@define
class _Search:
    """What the target's label would be if an argument had another label, for all from which attacks lead to it.

    ``leading`` has for each argument how many it attacks of those from which attacks lead to the target.
    """

    target: int
    what_if: WhatIf
    leading: list[int] = field(init=False)
    cone: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        attackers = self.what_if.compiled.graph.attackers
        leading = self.leading = [0] * len(attackers)
        self.cone = [self.target]
        for argument in self.cone:
            for attacker in attackers[argument]:
                if not leading[attacker] and attacker != self.target:
                    self.cone.append(attacker)
                leading[attacker] += 1

    def effects(self) -> Mapping[int, Effects | None]:
        """For each argument, by each other label, the label that the target would have, if it is another.

        None for a helper of which that can't be said, since it says no more than the atom it helps.
        """
        labels, where = self.what_if.labels, self.what_if.where
        now = labels[self.target]
        found: dict[int, Effects | None] = {self.target: {v: v for v in WORDS if v != now}}
        for argument in sorted(self.cone, key=where.__getitem__, reverse=True):
            if argument != self.target:
                over = self._over(argument)
                effects = None if over is None else found[over]
                found[argument] = (
                    self._effects(argument, over, effects) if effects != _NONE else _NONE
                )
        return found

    def _effects(self, argument: int, over: int | None, effects: Effects | None) -> Effects | None:
        """The effects of an argument, by way of the one thing that it bears on if that says them."""
        others = [label for label in WORDS if label != self.what_if.labels[argument]]
        if over is not None and effects is not None:
            return dict(self._by_step(argument, over, others, effects))
        if argument < self.what_if.compiled.size:
            return dict(self._by_trying(argument, others))
        return None

    def _over(self, argument: int) -> int | None:
        """The one thing on the way to the target that an argument attacks, if it is alone and on no circle."""
        if self.leading[argument] != 1:
            return None
        attacked, parts, where = (
            self.what_if.compiled.graph.attacked,
            self.what_if.parts,
            self.what_if.where,
        )
        over = attacked[argument][0]
        if len(attacked[argument]) > 1:
            over = next(b for b in attacked[argument] if self.leading[b] or b == self.target)
        return over if len(parts[where[over]]) == 1 and over not in attacked[over] else None

    def _by_step(
        self, argument: int, over: int, others: list[int], effects: Mapping[int, int]
    ) -> Iterator[tuple[int, int]]:
        """The effects by way of the one thing attacked, whose own effects are known."""
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
