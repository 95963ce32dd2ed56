"""Rankings are those of the literature, in exact arithmetic."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.semantics import Framework, ranking
from argmap.semantics.ranking import categoriser, counting

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "oracles" / "ranking.json").read_text("utf-8")
)["cases"]


def test_rankings_as_published_and_as_other_programs_find_them() -> None:
    """An argument would be ranked above one that it isn't above."""
    for case in CASES:
        framework = Framework(case["arguments"], [tuple(pair) for pair in case["attacks"]])
        assert categoriser(framework) == pytest.approx(case["categoriser"], abs=1e-6)
        if "counting" in case:
            assert counting(framework) == pytest.approx(case["counting"], abs=1e-6)
        for name in ("categoriser", "burden", "discussion"):
            found = [sorted(each) for each in ranking(framework, name, depth=case["depth"])]
            assert found == [sorted(each) for each in case[f"{name}_ranking"]], (case["id"], name)


def test_burdens_are_compared_exactly() -> None:
    """Two arguments would be told apart by the order in which fractions were added."""
    attacks = "ad ae bb bd cb ea ec fa fb fc fd"
    framework = Framework([*"abcdef"], [(pair[0], pair[1]) for pair in attacks.split()])
    ranks = ranking(framework, "burden")
    assert any({"b", "d"} <= set(rank) for rank in ranks)


def test_nothing_to_rank() -> None:
    """A framework without arguments would be a traceback."""
    for name in ("categoriser", "counting", "burden", "discussion"):
        assert ranking(Framework([]), name) == []
    with pytest.raises(argmap.UnknownName, match="did you mean 'burden'"):
        ranking(Framework([]), "burdens")
