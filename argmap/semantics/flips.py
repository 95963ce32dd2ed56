"""The single changes that would change a verdict: what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, TypeAlias

from attrs import define, field, frozen

from ..errors import UnknownName
from ..model.link import Preference
from ..pause import no_garbage
from .evaluation import Evaluation, evaluate
from .grounded import ACCEPTED, REJECTED, WORDS, Label

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


@no_garbage()
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
    names, size = evaluation.compiled.names, evaluation.compiled.size
    target = evaluation.compiled.number[evaluation[id].id]
    effects = _Search(target, evaluation).effects()
    found: list[Flip] = []
    for at in sorted(effects):
        effect = effects[at]
        if effect and at != target and at < size and names[at] in evaluation:
            for way, label in _WAYS:
                found += [Flip(way, names[at], WORDS[new]) for by, new in effect if by == label]
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


Effects: TypeAlias = tuple[tuple[int, int], ...]
"""Pairs of another label of an argument, and the other label that the target would have then."""

_NONE: Effects = ()
_SEVERAL = 2


@define
class _Search:
    """What the target's label would be if an argument had another label, for all from which attacks lead to it.

    ``leading`` has for each argument whether it attacks none, one or several of those from which attacks lead to the target; ``strongest`` what
    `_strongest` says of what attacks one.
    """

    target: int
    evaluation: Evaluation
    attackers: Sequence[Sequence[int]] = field(init=False)
    attacked: Sequence[Sequence[int]] = field(init=False)
    labels: Sequence[int] = field(init=False)
    leading: bytearray = field(init=False)
    cone: list[int] = field(init=False)
    strongest: dict[int, tuple[int, int, int]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        graph = self.evaluation.compiled.graph
        self.attackers, self.attacked = graph.attackers, graph.attacked
        self.labels = self.evaluation.grounded

    def _walk(self) -> None:
        """Find all from which attacks lead to the target."""
        attackers = self.attackers
        self.leading = leading = bytearray(len(attackers))
        self.cone = cone = [self.target]
        for argument in cone:
            for attacker in attackers[argument]:
                if leading[attacker]:
                    leading[attacker] = _SEVERAL
                    continue
                leading[attacker] = 1
                if attacker != self.target:
                    cone.append(attacker)

    def _is_tree(self) -> bool:
        """Whether each argument attacks one thing at most, and none of the target's attacks lead back to it."""
        if max(map(len, self.attacked)) > 1:
            return False
        at, steps = self.target, 0
        while self.attacked[at] and steps < len(self.attacked):
            (at,) = self.attacked[at]
            if at == self.target:
                return False
            steps += 1
        return True

    def effects(self) -> Mapping[int, Effects | None]:
        """The effects of each argument.

        None for a helper of which that can't be said, since it says no more than the atom it helps; nothing for most that
        have no effect.
        """
        now = self.labels[self.target]
        found: dict[int, Effects | None] = {self.target: tuple([(v, v) for v in WORDS if v != now])}
        if self._is_tree():
            self._tree(found)
            return found
        self._walk()
        if not self.leading[self.target] and max(self.leading) <= 1:
            self._tree(found)
        else:
            where = self.evaluation.what_if.where
            for argument in sorted(self.cone[1:], key=where.__getitem__, reverse=True):
                over = self._over(argument)
                effects = None if over is None else found[over]
                found[argument] = (
                    self._effects(argument, over, effects) if effects != _NONE else _NONE
                )
        return found

    def _tree(self, found: dict[int, Effects | None]) -> None:
        """Go up from the target as far as there are effects, where each bears on one other thing alone."""
        todo = [self.target]
        for over in todo:
            effects = found[over] or _NONE
            for argument, by_step in self._by_steps(over, effects):
                found[argument] = by_step
                todo.append(argument)

    def _by_steps(self, over: int, effects: Effects) -> Iterator[tuple[int, Effects]]:
        """What attacks one thing, where that has effects by way of it."""
        labels, attackers = self.labels, self.attackers[over]
        if not attackers:
            return
        strongest = _strongest([labels[each] for each in attackers])
        for argument in attackers:
            found = _by_step(labels[argument], labels[over], strongest, effects)
            if found:
                yield argument, found

    def _effects(self, argument: int, over: int | None, effects: Effects | None) -> Effects | None:
        """The effects of an argument, by way of the one thing that it bears on if that says them."""
        if over is not None and effects is not None:
            labels = self.labels
            if over not in self.strongest:
                self.strongest[over] = _strongest([labels[b] for b in self.attackers[over]])
            return _by_step(labels[argument], labels[over], self.strongest[over], effects)
        if argument < self.evaluation.compiled.size:
            return tuple(self._by_trying(argument))
        return None

    def _over(self, argument: int) -> int | None:
        """The one thing on the way to the target that an argument attacks, if it is alone and on no circle."""
        if self.leading[argument] != 1:
            return None
        attacked, what_if = self.attacked, self.evaluation.what_if
        over = attacked[argument][0]
        if len(attacked[argument]) > 1:
            over = next(b for b in attacked[argument] if self.leading[b] or b == self.target)
        alone = len(what_if.parts[what_if.where[over]]) == 1
        return over if alone and over not in attacked[over] else None

    def _by_trying(self, argument: int) -> Iterator[tuple[int, int]]:
        """The effects as they are when all that differs is labelled again."""
        for label in (ACCEPTED, REJECTED):
            if label != self.labels[argument]:
                new = self.evaluation.what_if.changed({argument: label}).get(self.target)
                if new is not None:
                    yield label, new


@cache
def _by_step(
    label: int, label_over: int, strongest: tuple[int, int, int], effects: Effects
) -> Effects:
    """The effects by way of the one thing attacked, whose own effects are known.

    There are so few cases that each is worked out once.
    """
    most, many, next_most = strongest
    rest = next_most if label == most and many == 1 else most
    news = [(each, -max(rest, each)) for each in WORDS if each != label]
    known = dict(effects)
    return tuple([(each, known[new]) for each, new in news if new != label_over and new in known])


def _strongest(labels: Sequence[int]) -> tuple[int, int, int]:
    """The strongest label, whether it is there once or more often (2), and the strongest of the others."""
    most = max(labels)
    many = min(labels.count(most), 2)
    return most, many, max([each for each in labels if each != most], default=REJECTED)
