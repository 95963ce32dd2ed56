"""How long weighing takes.

python -m pytest tests/benchmarks/weighing
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.benchmarks.weighing.tasks import TASKS, seconds

SIZE = 10_000


@pytest.mark.parametrize("name", TASKS)
def test_tasks(name: str, benchmark: BenchmarkFixture) -> None:
    """Read the table's median beside a tenth of the goal for 100,000 claims."""
    task = TASKS[name]
    assert benchmark(task.run, task.ready(SIZE))


@pytest.mark.parametrize("name", TASKS)
def test_time_grows_with_the_map(name: str) -> None:
    """A map four times as large would take more than six times as long."""
    small = max(seconds(TASKS[name], SIZE), 0.01)
    assert seconds(TASKS[name], 4 * SIZE) < 6 * small
