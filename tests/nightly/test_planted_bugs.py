"""The strategies find what programs on maps get wrong: the planted bugs of the documentation's table."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, find, settings

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.strategies.planted import PLANTED, Planted

SEARCH = settings(
    max_examples=2_000,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.bug)
def test_a_planted_bug_is_found(planted: Planted) -> None:
    """Somebody's test with these strategies would pass over the bug."""

    def fails(value: object) -> bool:
        try:
            planted.fails(value)
        except Exception:  # a crash is found, too
            return True
        return False

    assert find(planted.strategy, fails, settings=SEARCH) is not None
