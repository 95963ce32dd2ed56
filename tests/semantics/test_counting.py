"""Labellings are counted as if they were listed, and in each one's share it is accepted as often as there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from itertools import chain
from pathlib import Path
from random import Random

import pytest

import argmap
from argmap import ArgumentMap, BeyondLimit, Framework
from argmap.semantics.counting import Counting, digits
from argmap.semantics.evaluation import SEMANTICS
from argmap.semantics.extensions import EXTENSIONS, extensions_of
from argmap.semantics.graph import AttackGraph
from argmap.semantics.sat import Solver
from tests.semantics.generate import reply_tree
from tests.semantics.reference import DEFINITIONS, all_frameworks, some_frameworks

ORACLES = Path(__file__).parent / "oracles"
CODES = {"CO": "complete", "PR": "preferred", "ST": "stable"}


def shares_of(sets: Sequence[int], size: int) -> list[Fraction]:
    """The shares by their definition."""
    return [
        Fraction(sum(each >> a & 1 for each in sets), len(sets)) if sets else Fraction(0)
        for a in range(size)
    ]


@pytest.mark.parametrize("semantics", EXTENSIONS)
def test_small_frameworks(semantics: str) -> None:
    """A count or a share would be wrong where anybody can list what is counted."""
    small = chain(*[all_frameworks(size) for size in range(3)])
    for framework in chain(small, some_frameworks(40, (3, 4, 5, 6), 12)):
        sets = DEFINITIONS[semantics](framework)
        graph = AttackGraph.of(framework.size, framework.attacks)
        counting = Counting.of(graph, semantics, Solver)
        assert counting.count() == len(sets), framework
        assert counting.shares() == shares_of(sets, framework.size), framework


@pytest.mark.parametrize("semantics", ["admissible", "complete", "preferred", "stable", "naive"])
def test_frameworks_of_many_components(semantics: str) -> None:
    """What attacks a component from outside, decided or not, would not be counted right."""
    chance = Random(5)
    for _ in range(60):
        size = chance.randint(8, 20)
        attacks = [
            (a, chance.randrange(max(0, a - 4), min(size, a + 4)))
            for a in range(size)
            for _ in range(chance.choice((0, 1, 1, 2)))
        ]
        graph = AttackGraph.of(size, attacks)
        sets = [sum(1 << a for a in each) for each in extensions_of(graph, semantics, Solver)]
        counting = Counting.of(graph, semantics, Solver)
        assert counting.count() == len(sets), attacks
        assert counting.shares() == shares_of(sets, size), attacks


@pytest.mark.parametrize(
    "case",
    json.loads((ORACLES / "counting.json").read_text("utf-8"))["cases"],
    ids=lambda case: case["id"],
)
def test_counts_as_others_count(case: dict[str, object]) -> None:
    """A number of up to 140 digits would be wrong in one of them."""
    attacks = case["attacks"]
    if attacks is None:
        _, size, mutual, seed = str(case["id"]).split("-")
        attacks = reply_tree(int(size), int(seed), float(mutual))
    graph = AttackGraph.of(case["n"], map(tuple, attacks))  # type: ignore[arg-type,call-overload] # what the file holds
    counts = {
        code: str(Counting.of(graph, semantics, Solver).count())
        for code, semantics in CODES.items()
    }
    assert counts == case["count"]


def test_maps(chance_maps: list[ArgumentMap]) -> None:
    """Circles of support, helpers and questioned claims would be counted wrongly."""
    for map in chance_maps:
        for semantics in SEMANTICS:
            evaluation = argmap.evaluate(map, semantics)
            listed = list(evaluation.labellings())
            assert evaluation.count() == len(listed)
            shares = evaluation.shares()
            for id in evaluation:
                accepted = sum(labels[id] == "accepted" for labels in listed)
                assert shares[id] == (Fraction(accepted, len(listed)) if listed else 0)


def test_more_than_could_be_listed() -> None:
    """A thousand independent choices would never be counted."""
    names = [f"{side}{n}" for n in range(1_000) for side in "ab"]
    pairs = list(zip(names[::2], names[1::2], strict=True))
    framework = Framework(
        [*names, "z"], [*pairs, *[(b, a) for a, b in pairs], ("a0", "z"), ("b1", "z")]
    )
    assert framework.count() == 2**1_000
    assert framework.count("complete") == 3**1_000
    assert framework.shares()["z"] == Fraction(1, 4)
    assert framework.shares("semi-stable") == framework.shares("preferred")


def test_a_limit_is_named() -> None:
    """Whoever asks for what can't be counted would wait for ever, or not learn what to change."""
    chance = Random(3)
    attacks = [(chance.randrange(12), chance.randrange(12)) for _ in range(30)]
    graph = AttackGraph.of(12, attacks)
    whole = Counting.of(graph, "conflict-free", Solver)
    assert Counting.of(graph, "conflict-free", Solver, whole.count()).shares() == whole.shares()
    tight = Counting.of(graph, "conflict-free", Solver, 2)
    with pytest.raises(BeyondLimit, match=r"than 2 conflict-free .* variables .*\n  .*limit=20"):
        tight.count()
    with pytest.raises(BeyondLimit, match="than 2 conflict-free"):
        tight.shares()
    with pytest.raises(BeyondLimit, match=r"can't be counted here: listing them ends there"):
        Counting.of(graph, "stage2", Solver, 0).count()


@pytest.mark.parametrize("ask", ["count", "shares"])
def test_a_hard_search_has_an_end(ask: str) -> None:
    """Whoever counts a hard framework without a fast solver would wait for ever, and not be told what to do."""
    chance = Random(1)
    names = [str(each) for each in range(160)]
    pairs = [(a, b) for a in names for b in names if a != b and chance.random() < 0.1]
    framework = Framework(names, pairs)
    words = r"preferred labellings can't be counted here by argmap's own solver: 200 conflicts, and no end\n.*\[sat\].*limit=2000"
    with pytest.raises(BeyondLimit, match=words):
        getattr(framework, ask)(limit=200, solver="python")


def test_components_with_many_sides_are_listed() -> None:
    """A component that others attack in too many ways would not be counted at all."""
    pairs = [(n, n + 1) for n in range(0, 12, 2)]
    ring = [(20, 21), (21, 22), (22, 20)]
    into = [(n, 20 + at % 3) for at, (n, _) in enumerate(pairs)]
    graph = AttackGraph.of(23, [*pairs, *[(b, a) for a, b in pairs], *ring, *into])
    exact = Counting.of(graph, "preferred", Solver)
    for limit in (3, 8):
        with pytest.raises(BeyondLimit, match="preferred"):
            Counting.of(graph, "preferred", Solver, limit).count()
    listed = Counting.of(graph, "preferred", Solver, 64)
    assert listed.count() == exact.count() == 64
    assert listed.shares() == exact.shares()


def test_stable_labellings_that_are_not_there() -> None:
    """Nothing would be divided by nothing, or semi-stable labellings be lost with the stable ones."""
    framework = Framework(["a", "b", "c"], [("a", "a"), ("b", "c"), ("c", "b")])
    assert (framework.count("stable"), framework.count("semi-stable")) == (0, 2)
    assert framework.shares("stable") == {"a": 0, "b": 0, "c": 0}
    assert framework.shares("semi-stable") == {"a": 0, "b": Fraction(1, 2), "c": Fraction(1, 2)}


def test_digits_of_any_number() -> None:
    """A count of 5,000 digits could not be told."""
    assert digits(0) == "0"
    assert digits(10**9_000 + 7) == "1" + "0" * 8_999 + "7"
