"""Weighing grows in line with the map: calls are counted, which no clock and no other program disturbs."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.semantics.graph import add
from tests.benchmarks.weighing.tasks import GROWING, TASKS, Task, calls

SIZE = 1_000
MOST = 5


@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_claims_make_less_than_five_times_the_calls(name: str) -> None:
    """A debate four times as large would take longer and longer: sixteen times, where all pairs are gone through."""
    calls(TASKS[name], SIZE // 10)  # what is imported or remembered once is so before
    small, large = [calls(TASKS[name], size) for size in (SIZE, 4 * SIZE)]
    assert large < MOST * small


def test_calls_that_grow_with_the_square_are_seen() -> None:
    """The count would say nothing."""
    square = Task("pairs", None, range, lambda made: [abs(a - b) for a in made for b in made])
    assert calls(square, 40) > 15 * calls(square, 10)


def test_a_row_that_grows_is_not_copied() -> None:
    """A claim with a hundred thousand supports took eleven seconds: each was put into a copy of those before it."""
    rows: list[Any] = [(), ()]
    for number in range(100):
        add(rows, 1, (number,))
    row = rows[1]
    add(rows, 1, (100,))
    assert rows == [(), [*range(101)]]
    assert rows[1] is row
