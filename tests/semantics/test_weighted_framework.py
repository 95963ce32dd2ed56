"""Weighted frameworks, against every way to disregard attacks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from random import Random

import pytest

from argmap import BeyondLimit, UnknownId, UnknownName
from argmap.semantics.weighted_framework import WeightedFramework


def chance_frameworks(count: int) -> Iterator[WeightedFramework]:
    """Frameworks of up to five arguments and seven attacks."""
    chance = Random(4)
    for _ in range(count):
        names = "abcde"[: chance.randint(1, 5)]
        attacks = chance.sample([*product(names, names)], min(len(names), chance.randint(1, 7)))
        yield WeightedFramework([*names], {pair: chance.randint(1, 4) for pair in attacks})


def ways(framework: WeightedFramework) -> Iterator[tuple[float, list[tuple[str, str]]]]:
    """Every set of attacks with its weight."""
    for size in range(len(framework.weights) + 1):
        for chosen in combinations(framework.weights, size):
            yield sum(framework.weights[each] for each in chosen), [*chosen]


@pytest.mark.parametrize("semantics", ["grounded", "complete", "preferred", "stable"])
def test_extensions_within_a_budget(semantics: str) -> None:
    """An extension would come that the budget doesn't pay for, or come twice, or not come."""
    for framework in chance_frameworks(15):
        for budget in (0, 2, 4):
            expected = {
                each
                for weight, without in ways(framework)
                if weight <= budget
                for each in framework.framework(without=without).extensions(semantics)
            }
            found = list(framework.extensions(semantics, budget=budget))
            assert len(found) == len(expected)
            assert {*found} == expected, framework


@pytest.mark.parametrize("semantics", ["grounded", "preferred", "stable"])
def test_the_least_budget(semantics: str) -> None:
    """An argument would be said to stand for less than it takes, or for more."""
    for framework in chance_frameworks(25):
        for name in framework.arguments:
            enough = [
                weight
                for weight, without in ways(framework)
                if framework.framework(without=without).credulous(name, semantics)
            ]
            found = framework.budget(name, semantics)
            assert found.weight == min(enough), framework
            assert found.weight == sum(framework.weights[each] for each in found.without)
            left = framework.framework(without=found.without)
            assert name in found.extension
            assert found.extension in list(left.extensions(semantics))


def test_without_attacks() -> None:
    """What disregarding leaves would not be a framework of its own."""
    framework = WeightedFramework(["a", "b"], {("a", "b"): 1})
    assert framework.framework(without=[("a", "b")]).attacks == ()
    assert framework.budget("a", "initial").weight == 0
    assert repr(framework) == "<WeightedFramework: 2 arguments, 1 attacks>"


def test_weights_and_limits() -> None:
    """A weight that says nothing would be added up, or a search without end not be ended."""
    for weight in (0, -1, float("nan"), float("inf"), True, "1"):
        with pytest.raises(ValueError, match="the attack of 'a' on 'b' is a number above 0"):
            WeightedFramework(["a", "b"], {("a", "b"): weight})  # type: ignore[dict-item] # that is what is tested
    with pytest.raises(UnknownId, match="'c'"):
        WeightedFramework(["a", "b"], {("a", "c"): 1})
    many = WeightedFramework(["a", "b", "c", "d", "e"], dict.fromkeys(product("bcde", "a"), 1.0))
    with pytest.raises(UnknownId, match="no argument has the id 'z'"):
        many.budget("z")
    with pytest.raises(UnknownName, match="did you mean 'grounded'"):
        many.budget("a", "grunded")
    with pytest.raises(BeyondLimit, match=r"more than 5 sets of attacks .*\n.*limit=50"):
        many.budget("a", limit=5)
    assert len(list(many.extensions("grounded", budget=4, limit=1))) == 1
