"""The strategies find what programs on maps get wrong: some of the planted bugs; ``tests/nightly`` has all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, find, settings

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap.strategies import maps
from tests.benchmarks.strategies.measure import measured, sizes
from tests.benchmarks.strategies.planted import PLANTED, Planted

SEARCH = settings(
    max_examples=2_000,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("planted", PLANTED[7:12], ids=lambda planted: planted.bug)
def test_a_planted_bug_is_found(planted: Planted) -> None:
    """Somebody's test with these strategies would pass over the bug."""

    def fails(value: object) -> bool:
        try:
            planted.fails(value)
        except Exception:  # a crash is found, too
            return True
        return False

    assert find(planted.strategy, fails, settings=SEARCH) is not None


def test_the_measures_measure() -> None:
    """The tables of the documentation would rest on nothing."""
    done = measured(maps(), 20)
    assert len(done.values) == 20
    assert done.rejected == 0
    assert done.begun == 20 + done.begun_anew
    assert sizes(done.values)["claims"].count("/") == 2
