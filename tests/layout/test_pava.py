"""Least squares on a line, against a slow search."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.pava import fitted

items = st.lists(
    st.tuples(
        st.integers(-50, 50).map(float),
        st.sampled_from([0.5, 1.0, 3.0]),
        st.integers(0, 9).map(float),
    ),
    max_size=6,
)


def cost(places: list[float], wishes: list[float], weights: list[float]) -> float:
    """The weighted sum of squares."""
    return sum(w * (p - q) ** 2 for p, q, w in zip(places, wishes, weights, strict=True))


def offsets(gaps: list[float]) -> list[float]:
    """How far right of the first each is when all stand as close as they may."""
    return list(accumulate([0.0, *gaps[1:]]))[: len(gaps)]


@given(items)
def test_distances_are_kept_and_no_small_step_is_better(
    given: list[tuple[float, float, float]],
) -> None:
    """Else boxes overlap, or the placement isn't the best one."""
    wishes, weights, gaps = [[each[k] for each in given] for k in range(3)]
    places = fitted(wishes, weights, offsets(gaps))
    assert all(b - a >= g - 1e-9 for (a, b), g in zip(pairwise(places), gaps[1:], strict=True))
    best = cost(places, wishes, weights)
    for start in range(len(places)):
        for stop in range(start + 1, len(places) + 1):
            for step in (-0.01, 0.01):
                moved = [p + step * (start <= i < stop) for i, p in enumerate(places)]
                kept = all(b - a >= g for (a, b), g in zip(pairwise(moved), gaps[1:], strict=True))
                assert not kept or cost(moved, wishes, weights) >= best - 1e-9


@given(items, st.integers(-60, 60))
def test_bounds_hold(given: list[tuple[float, float, float]], low: int) -> None:
    """Else an arrow ends beside its box, or a box leaves its frame."""
    wishes, weights, gaps = [[each[k] for each in given] for k in range(3)]
    high = low + sum(gaps[1:]) + 5
    places = fitted(wishes, weights, offsets(gaps), low, high)
    assert all(low - 1e-9 <= place <= high + 1e-9 for place in places)
    assert all(b - a >= g - 1e-9 for (a, b), g in zip(pairwise(places), gaps[1:], strict=True))


def test_what_is_free_stands_where_it_wishes() -> None:
    """Else everything is moved though nothing is in the way."""
    assert fitted([3.0, 20.0], [1.0, 1.0], [0.0, 5.0]) == [3.0, 20.0]
    assert fitted([3.0, 3.0], [1.0, 3.0], [0.0, 4.0]) == pytest.approx([0.0, 4.0])
    assert fitted([], [], []) == []
