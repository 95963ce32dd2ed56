"""Strengths are those of the literature and of other programs; slopes are those that small changes show."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from random import Random
from statistics import fmean
from typing import Any

import pytest
from attrs import evolve

import argmap
from argmap import ArgumentMap, Claim, Conflict, Rebuttal, Support, Undercut
from argmap.semantics import Qbaf, gradient, qbaf, removal, shapley, strengths
from argmap.semantics.influence import AGGREGATIONS, INFLUENCES, MODELS

ORACLES = Path(__file__).parent / "oracles"
ASKED: dict[str, dict[str, str]] = {
    "dfquad": {"model": "df-quad"},
    "euler": {"model": "euler"},
    "quadratic_energy": {"model": "quadratic-energy"},
    "product+1max1": {"aggregation": "product", "influence": "1-max"},
    "euler_top": {"model": "euler-top"},
    "mlp": {"model": "mlp"},
    "quad": {"model": "quad"},
    "hcat": {"model": "h-categorizer"},
    "max_based": {"model": "max-based"},
    "card_based": {"model": "card-based"},
    "trust_based": {"model": "trust-based"},
}
PLACES = {"hcat": 5e-3, "dfquad": 1e-9, "quadratic_energy": 2e-3}
"""How exactly strengths are published."""


@pytest.mark.parametrize("name", ["gradual_published", "gradual_random"])
def test_strengths_as_published_and_as_other_programs_find_them(name: str) -> None:
    """A model would be another than the one it is called after."""
    compared = 0
    for case in json.loads((ORACLES / f"{name}.json").read_text("utf-8"))["cases"]:
        pairs = [[tuple(pair) for pair in case[kind]] for kind in ("attacks", "supports")]
        framework = Qbaf(case["base"], *pairs)  # type: ignore[arg-type] # pairs of names
        for model, expected in case["expected"].items():
            found = strengths(framework, iterations=20_000, tolerance=1e-13, **ASKED[model])  # type: ignore[arg-type] # names of models
            assert found.converged
            assert dict(found) == pytest.approx(expected, abs=1e-6), (case["id"], model)
            compared += 1
            for argument, strength in case["published"].get(model, {}).items():
                assert found[argument] == pytest.approx(strength, abs=PLACES[model])
    assert compared == {"gradual_published": 62, "gradual_random": 1_349}[name]


def _by_chance(chance: Random, *, circles: bool) -> Qbaf:
    names = [f"x{n}" for n in range(chance.randint(2, 6))]
    pairs = [(a, b) for a in names for b in names if (a != b if circles else a < b)]
    attacks = [pair for pair in pairs if chance.random() < 0.25]
    supports = [pair for pair in pairs if pair not in attacks and chance.random() < 0.25]
    needs = {names[-1]: tuple(names[:2])} if len(names) > 3 and not circles else {}
    bases = {name: chance.uniform(0.1, 0.9) for name in names}
    return Qbaf(bases, attacks, supports, needs, chance.choice(("min", "product")))


SETTLING = [
    (influence, circles)
    for influence in INFLUENCES
    for circles in (False, True)
    if not (circles and influence == "trust")
]
"""Trust settles on circles where it comes first, of many places where it could: there are no slopes."""


@pytest.mark.parametrize("aggregation", AGGREGATIONS)
@pytest.mark.parametrize(("influence", "circles"), SETTLING)
def test_slopes_are_those_of_small_changes(aggregation: str, influence: str, circles: bool) -> None:
    """A claim would be said to matter that doesn't, or the other way round."""
    chance = Random(5)
    for _ in range(15):
        framework = _by_chance(chance, circles=circles)
        asked: dict[str, Any] = {"aggregation": aggregation, "influence": influence}
        found = strengths(framework, tolerance=1e-15, **asked)
        last = framework.arguments[-1]
        slopes = gradient(found, last) if found.converged else {}
        for name, slope in slopes.items():
            ends = []
            for step in (1e-6, -1e-6):
                bases = {**framework.bases, name: framework.bases[name] + step}
                ends.append(strengths(evolve(framework, bases=bases), tolerance=1e-15, **asked))
            if all(end.converged for end in ends):
                tried = (ends[0][last] - ends[1][last]) / 2e-6
                assert slope == pytest.approx(tried, abs=1e-3), (framework, name)


@pytest.mark.parametrize("model", MODELS)
def test_strengths_stay_within_bounds_and_follow_what_bears_on_them(model: str) -> None:
    """One more attacker would make stronger, or a strength leave [0, 1]."""
    chance = Random(8)
    for _ in range(40):
        framework = _by_chance(chance, circles=False)
        found = strengths(framework, model)
        assert all(0 <= value <= 1 for value in found.values())
        first, last = framework.arguments[0], framework.arguments[-1]
        free = evolve(framework, attacks=[p for p in framework.attacks if p != (first, last)])
        attacked = evolve(free, attacks=[*free.attacks, (first, last)])
        assert strengths(attacked, model)[last] <= strengths(free, model)[last] + 1e-12
        assert strengths(Qbaf({"a": 0.4}), model)["a"] == pytest.approx(0.4)


def test_shares_add_up_and_removals_are_differences() -> None:
    """The shares of a strength would not be all of it."""
    chance = Random(9)
    for _ in range(25):
        framework = _by_chance(chance, circles=False)
        found = strengths(framework)
        last = framework.arguments[-1]
        alone = (
            strengths(Qbaf({last: framework.bases[last]}))[last]
            if last not in framework.needs
            else 0
        )
        if last not in framework.needs:
            assert sum(shapley(found, last).values()) == pytest.approx(found[last] - alone)
        first = framework.arguments[0]
        without = removal(found, last, first) if last not in framework.needs else 0.0
        assert abs(without) <= 1
    shared = Qbaf(
        dict.fromkeys("abcd", 0.5),
        supports=[("b", "a"), ("c", "a"), ("d", "b"), ("d", "c")],
        needs={"b": ("d",), "c": ("d", "b")},
    )
    assert set(shapley(strengths(shared), "a")) == set("bcd")
    assert removal(strengths(shared), "a", "d") == pytest.approx(strengths(shared)["a"] - 0.5)
    one = Qbaf({"a": 0.5, "b": 0.8}, attacks=[("b", "a")])
    assert removal(strengths(one), "a", "b") == pytest.approx(0.1 - 0.5)
    assert shapley(strengths(one), "a") == {"b": pytest.approx(0.1 - 0.5)}
    many = Qbaf({f"x{n}": 0.5 for n in range(17)}, supports=[(f"x{n}", "x0") for n in range(1, 17)])
    with pytest.raises(ValueError, match="16 arguments bear on 'x0'"):
        shapley(strengths(many), "x0")


@pytest.mark.parametrize("model", ["df-quad", "euler", "quad", "h-categorizer"])
def test_shares_are_means_over_all_orders(model: str) -> None:
    """A share would be another than the mean of what an argument adds in every order of coming."""
    chance = Random(21)
    for _ in range(4):
        framework = evolve(_by_chance(chance, circles=False), needs={})
        last, *others = reversed(framework.arguments[-5:])
        framework = _only(framework, [*others, last])
        gains: dict[str, list[float]] = {each: [] for each in others}
        for order in permutations(others):
            worth = [
                strengths(_only(framework, [*order[:count], last]), model)[last]
                for count in range(len(order) + 1)
            ]
            for each, before, after in zip(order, worth, worth[1:], strict=False):
                gains[each].append(after - before)
        found = shapley(strengths(framework, model), last)
        for each, gained in gains.items():
            assert found.get(each, 0.0) == pytest.approx(fmean(gained), abs=1e-12)
            left = _only(framework, [other for other in framework.arguments if other != each])
            whole = strengths(framework, model)
            less = whole[last] - strengths(left, model)[last]
            assert removal(whole, last, each) == pytest.approx(less, abs=1e-12)


def _only(framework: Qbaf, kept: list[str]) -> Qbaf:
    """A framework of some arguments alone."""
    return Qbaf(
        {name: base for name, base in framework.bases.items() if name in kept},
        [pair for pair in framework.attacks if {*pair} <= {*kept}],
        [pair for pair in framework.supports if {*pair} <= {*kept}],
    )


def test_quad_leaps_where_the_other_side_comes_in() -> None:
    """Attackers and supporters would be added up, or what has no strength would count as there."""
    bases = {"a": 0.5, "pro": 0.4, "con": 0.8, "nobody": 0.0}
    one_sided = Qbaf(bases, attacks=[("con", "a")], supports=[("nobody", "a")])
    assert strengths(one_sided, "quad")["a"] == pytest.approx(0.1)
    both = Qbaf(bases, attacks=[("con", "a")], supports=[("pro", "a")])
    assert strengths(both, "quad")["a"] == pytest.approx((0.1 + 0.7) / 2)


def test_trust_goes_round_circles_by_halves() -> None:
    """Two who attack each other would take turns for ever."""
    ring = Qbaf({"a": 1.0, "b": 1.0}, attacks=[("a", "b"), ("b", "a")])
    assert dict(strengths(ring, "trust-based")) == pytest.approx({"a": 0.5, "b": 0.5})
    assert not strengths(ring, "trust-based", damping=1.0, iterations=9).converged


def test_what_needs_something_goes_with_it() -> None:
    """A step would go on holding without its premise."""
    map = ArgumentMap(
        claims=(Claim("a", weight=0.5), Claim("b", weight=0.8)), links=(Support("s", ("b",), "a"),)
    )
    found = strengths(map)
    assert found["a"] == pytest.approx(0.9)
    assert removal(found, "a", "b") == pytest.approx(0.4)


def test_a_map_as_a_quantitative_framework() -> None:
    """Weights, linked premises, undercuts or conflicts of a map would be lost."""
    map = ArgumentMap(
        claims=(
            Claim("a", weight=0.6),
            Claim("b", weight=0.5),
            Claim("c", weight=0.25),
            Claim("d", stance="questioned"),
            Claim("e"),
        ),
        links=(
            Support("s", ("b", "c"), "d", weight=0.5),
            Undercut("u", ("a",), "s"),
            Rebuttal("r", ("e",), "a"),
            Conflict("k", ("b", "e")),
            Support("t", ("a",), "u"),
        ),
    )
    framework = qbaf(map, weight=0.3)
    assert framework.bases["e"] == 0.3
    assert framework.bases["d"] == 0
    assert ("t", "u") not in framework.supports
    assert ("t", "u") in qbaf(map, backing=True).supports
    assert framework.needs["k:b>e"] == ("b", "k")
    together = {way: strengths(qbaf(map, together=way)).numbers for way in ("min", "product")}
    assert together["min"] != together["product"]
    small = ArgumentMap(claims=map.claims[:4], links=(map.links[0],))
    assert strengths(small)["d"] == pytest.approx(0.5 * 0.25)
    assert strengths(qbaf(small, together="product"))["d"] == pytest.approx(0.5 * 0.5 * 0.25)


def test_what_does_not_settle_says_so() -> None:
    """A number would be given that is none."""
    ring = Qbaf({"a": 1.0, "b": 1.0}, attacks=[("a", "b"), ("b", "a")])
    found = strengths(ring, iterations=50)
    assert not found.converged
    assert found.residual == 1
    assert found.iterations == 50
    assert repr(found) == "<Strengths by product and linear of 2: not converged>"
    calm = strengths(ring, damping=0.5)
    assert calm.converged
    assert dict(calm) == pytest.approx({"a": 0.5, "b": 0.5})
    assert "a" in calm
    assert len(calm) == 2
    assert (calm.get("a"), calm.get("z"), calm.get("z", 0)) == (calm["a"], None, 0)


@pytest.mark.parametrize("base", [1.5, -0.1, float("nan"), float("inf"), "0.5", True])
def test_weights_outside_their_bounds_are_refused(base: Any) -> None:
    """A base of 5 would stay 5."""
    with pytest.raises(ValueError, match=r"the base weight of 'a' is a number in \[0, 1\]"):
        Qbaf({"a": base})


def test_unknown_names_are_told() -> None:
    """A slip would be answered by a traceback."""
    with pytest.raises(argmap.UnknownId, match="did you mean 'cuts'"):
        Qbaf({"cuts": 1}, attacks=[("cut", "cuts")])
    for wrong in ({"model": "dfquad"}, {"aggregation": "mean"}, {"influence": "cubic"}):
        with pytest.raises(argmap.UnknownName):
            strengths(Qbaf({"a": 1}), **wrong)  # type: ignore[arg-type] # names of models
    with pytest.raises(argmap.UnknownName):
        Qbaf({"a": 1}, together="mean")


def test_large_numbers_of_supporters_do_not_overflow() -> None:
    """Eight hundred supporters would end in an OverflowError, as elsewhere."""
    bases = {"a": 0.5, **{f"s{n}": 1.0 for n in range(900)}}
    framework = Qbaf(bases, supports=[(f"s{n}", "a") for n in range(900)])
    for model in MODELS:
        assert strengths(framework, model)["a"] > 0.5
        assert gradient(strengths(framework, model), "a")["a"] >= 0
    opposed = Qbaf(bases, attacks=[(f"s{n}", "a") for n in range(900)])
    for model in MODELS:
        assert strengths(opposed, model)["a"] < 0.5


@pytest.mark.parametrize("together", ["min", "product"])
def test_slopes_of_a_map(together: str) -> None:
    """What a premise, a link and an undercut are worth to a claim would not be what a small change of theirs makes."""
    draft = argmap.Draft("Slopes")
    main, reason, doubt = [draft.claim(f"{n}.", id=n, weight=0.4) for n in ("a", "b", "c")]
    step = draft.support(main, by=reason, id="step", weight=0.8)
    draft.support(main, by=[doubt, draft.claim("D.", id="d", weight=0.7)], id="both", weight=0.9)
    draft.undercut(step, by=doubt, id="cut", weight=0.5)
    framework = qbaf(draft.map(), together=together)
    slopes = gradient(strengths(framework, "quadratic-energy"), "a")
    for name in framework.bases:
        ends = []
        for change in (-1e-6, 1e-6):
            bases = {**framework.bases, name: framework.bases[name] + change}
            ends.append(strengths(evolve(framework, bases=bases), "quadratic-energy")["a"])
        assert slopes[name] == pytest.approx((ends[1] - ends[0]) / 2e-6, abs=1e-6), name


def test_needs_and_ends_that_are_not_there() -> None:
    """A name that has no base would be a traceback, at either end."""
    for pair in (("a", "z"), ("z", "a")):
        with pytest.raises(argmap.UnknownId, match="'z'"):
            Qbaf({"a": 0.5}, supports=[pair])
    assert strengths(Qbaf({"a": 0.5}, needs={"z": ("a",)}))["a"] == 0.5


def test_of_a_link_nothing_is_left_without_a_premise() -> None:
    """What a link, or a claim on a circle, is worth to itself would be answered by "no argument has the id"."""
    ring = ArgumentMap(
        claims=(Claim("a"), Claim("b", weight=0.8)),
        links=(Rebuttal("r", ("a",), "b"), Rebuttal("q", ("b",), "a", weight=0.5)),
    )
    found = strengths(ring)
    assert removal(found, "q", "b") == found["q"]
    assert removal(found, "q", "q") == found["q"]
    shares = shapley(found, "q")
    assert list(shares) == ["a", "b", "r"]
    assert sum(shares.values()) == pytest.approx(found["q"])
    with pytest.raises(argmap.UnknownId, match="'z'"):
        removal(found, "a", "z")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"iterations": 0}, "gone round at least once"),
        ({"tolerance": -1e-9}, "a tolerance is 0 or more"),
        ({"tolerance": float("nan")}, "a tolerance is 0 or more"),
        ({"damping": 0}, "a damping is above 0 and at most 1"),
        ({"damping": 7}, "a damping is above 0 and at most 1"),
        ({"damping": float("nan")}, "a damping is above 0 and at most 1"),
    ],
)
def test_numbers_under_which_nothing_settles_are_refused(wrong: dict[str, Any], said: str) -> None:
    """A circle that wasn't gone round at all would be said to have converged."""
    ring = Qbaf({"a": 1.0, "b": 1.0}, attacks=[("a", "b"), ("b", "a")])
    with pytest.raises(ValueError, match=said):
        strengths(ring, **wrong)


def test_who_has_no_strength_has_no_slope_where_heads_are_counted() -> None:
    """A first grain of strength is a leap there, which no slope says; the others would get one that isn't theirs."""
    pairs = [("none", "a"), ("some", "a")]
    for given, sign in (({"supports": pairs}, 1), ({"attacks": pairs}, -1)):
        found = strengths(Qbaf({"a": 0.5, "none": 0.0, "some": 0.5}, **given), "card-based")  # type: ignore[arg-type] # a list of pairs
        slopes = gradient(found, "a")
        assert slopes["none"] == 0
        assert slopes["some"] == pytest.approx(0.08 * sign)
