"""Frameworks whose attacks have weights, some of which may be disregarded up to a budget."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from heapq import heappop, heappush
from itertools import islice
from math import isfinite
from typing import Any

from attrs import Attribute, field, frozen

from ..errors import BeyondLimit, UnknownId
from .counting import LIMIT
from .framework import Attack, Framework, names_of
from .grounded import REJECTED, grounded

__all__ = ["Budget", "WeightedFramework"]


def _weights(value: Mapping[Attack, float]) -> dict[Attack, float]:
    return {(source, target): weight for (source, target), weight in value.items()}


@frozen
class Budget:
    """The least sum of weights, the attacks to disregard for it, and an extension that there is without them."""

    weight: float
    without: tuple[Attack, ...]
    extension: tuple[str, ...]


@frozen(slots=False, repr=False, eq=False)
class WeightedFramework:
    """Arguments, and attacks with weights above 0 (Dunne, Hunter, McBurney, Parsons and Wooldridge 2011, Artificial Intelligence 175, p. 457).

    Raises ValueError for a weight that isn't a number above 0, else as `Framework` does.

    >>> doubt = WeightedFramework(list("abc"), {("a", "b"): 2, ("b", "a"): 1, ("c", "b"): 5})
    >>> doubt.budget("b")
    Budget(weight=7, without=(('a', 'b'), ('c', 'b')), extension=('b', 'c'))
    """

    arguments: tuple[str, ...] = field(converter=names_of)
    weights: Mapping[Attack, float] = field(converter=_weights)

    @weights.validator
    def _fit(self, attribute: Attribute[Any], value: Mapping[Attack, Any]) -> None:
        Framework(self.arguments, value)
        for (source, target), weight in value.items():
            number = isinstance(weight, int | float) and not isinstance(weight, bool)
            if not (number and isfinite(weight) and weight > 0):
                attack = f"the attack of {source!r} on {target!r}"
                raise ValueError(f"the weight of {attack} is a number above 0, not {weight!r}")

    def __repr__(self) -> str:
        return f"<WeightedFramework: {len(self.arguments)} arguments, {len(self.weights)} attacks>"

    def framework(self, *, without: Iterable[Attack] = ()) -> Framework:
        """The framework without some attacks."""
        gone = dict.fromkeys(without)
        return Framework(self.arguments, [pair for pair in self.weights if pair not in gone])

    def extensions(
        self,
        semantics: str = "grounded",
        *,
        budget: float = 0,
        limit: int | None = None,
        solver: str = "auto",
    ) -> Iterator[tuple[str, ...]]:
        """The sets that are extensions when attacks of ``budget`` together are disregarded, each once, lazily (definition 4).

        Those of the lightest disregarded attacks come first. There are as many ways to disregard attacks as there are sets of them
        within the budget. Raises `UnknownName`.
        """
        return islice(self._extensions(semantics, budget, solver), limit)

    def _extensions(self, semantics: str, budget: float, solver: str) -> Iterator[tuple[str, ...]]:
        seen: dict[tuple[str, ...], None] = {}
        attacks = list(self.weights)
        for weight, without in self._sets(lambda chosen: attacks):
            if weight > budget:
                return
            for found in self.framework(without=without).extensions(semantics, solver=solver):
                if found not in seen:
                    seen[found] = None
                    yield found

    def budget(
        self,
        argument: str,
        semantics: str = "grounded",
        *,
        limit: int = LIMIT,
        solver: str = "auto",
    ) -> Budget:
        """What it takes at least for an argument to be in some extension.

        The sets of attacks are tried from the lightest on, and of those only such as bear on the argument: for grounded, complete and
        preferred extensions the attacks on what must stand for it to stand. Raises `BeyondLimit` after ``limit`` sets,
        `UnknownId`, `UnknownName`.
        """
        if argument not in self.arguments:
            raise UnknownId(argument, self.arguments, noun="argument")
        return next(filter(None, self._tried(argument, semantics, limit, solver)))

    def _tried(
        self, argument: str, semantics: str, limit: int, solver: str
    ) -> Iterator[Budget | None]:
        """What each set of attacks comes to, the lightest first; without any attack everything stands."""
        sets = self._sets(self._bearing(argument, semantics))
        for tried, (weight, without) in enumerate(sets):  # pragma: no branch - the last set is all
            if tried == limit:
                raise BeyondLimit(
                    f"more than {limit:,} sets of attacks are lighter than what {argument!r} takes "
                    f"to stand, {weight} or more",
                    hint=f"raise it, if there is time: limit={10 * limit}",
                )
            left = self.framework(without=without)
            found = left.extension_with(argument, semantics, solver=solver)
            yield None if found is None else Budget(weight, without, found)

    def _bearing(
        self, argument: str, semantics: str
    ) -> Callable[[tuple[Attack, ...]], list[Attack]]:
        """What tells which attacks may be disregarded next, when some are."""
        if semantics not in ("grounded", "complete", "preferred"):
            attacks = list(self.weights)
            return lambda chosen: attacks

        def bearing(chosen: tuple[Attack, ...]) -> list[Attack]:
            gone = dict.fromkeys(chosen)
            beaten: dict[str, None] = {}
            if semantics == "grounded":
                left = self.framework(without=chosen)
                labels = grounded(left.graph)
                beaten = {
                    name: None
                    for name, label in zip(self.arguments, labels, strict=True)
                    if label == REJECTED
                }
            return self._on_what_must_stand(argument, gone, beaten)

        return bearing

    def _on_what_must_stand(
        self, argument: str, gone: Mapping[Attack, None], beaten: Mapping[str, None]
    ) -> list[Attack]:
        """The attacks that aren't ``gone``, by what isn't ``beaten``, on an argument, or on what could defend it."""
        wanted = {argument: None}
        todo = [argument]
        found: list[Attack] = []
        for each in todo:
            for attacker in self._attackers.get(each, ()):
                if (attacker, each) in gone or attacker in beaten:
                    continue
                found.append((attacker, each))
                for defender in self._attackers.get(attacker, ()):
                    if (defender, attacker) not in gone and defender not in wanted:
                        wanted[defender] = None
                        todo.append(defender)
        return found

    @cached_property
    def _attackers(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for source, target in self.weights:
            found.setdefault(target, []).append(source)
        return found

    def _sets(
        self, bearing: Callable[[tuple[Attack, ...]], list[Attack]]
    ) -> Iterator[tuple[float, tuple[Attack, ...]]]:
        """Sets of attacks with their weights, the lightest first; each is made larger by what then bears."""
        place = {attack: at for at, attack in enumerate(self.weights)}
        todo: list[tuple[float, tuple[int, ...]]] = [(0, ())]
        seen: set[tuple[int, ...]] = {()}
        attacks = list(self.weights)
        while todo:
            weight, chosen = heappop(todo)
            without = tuple([attacks[at] for at in chosen])
            yield weight, without
            for attack in bearing(without):
                larger = tuple(sorted((*chosen, place[attack])))
                if place[attack] not in chosen and larger not in seen:
                    seen.add(larger)
                    heappush(todo, (weight + self.weights[attack], larger))
