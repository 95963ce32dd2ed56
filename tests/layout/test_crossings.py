"""Counting crossings, against a count of all pairs."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.crossings import crossings, crossings_between, difference

fans = st.lists(st.lists(st.integers(0, 6), max_size=4), max_size=6)
places = st.lists(st.integers(0, 6), max_size=5).map(sorted)


def slow(fans: list[list[int]]) -> int:
    """Every pair of steps whose ends stand the other way round."""
    steps = [(upper, lower) for upper, fan in enumerate(fans) for lower in fan]
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in combinations(steps, 2))


@given(fans)
def test_crossings_are_counted_right(fans: list[list[int]]) -> None:
    """Else the search for few crossings looks for something else."""
    count = len(fans)
    down = [[count + each for each in fan] for fan in fans] + [[] for _ in range(7)]
    place = [*range(count), *range(7)]
    rows = [list(range(count)), list(range(count, count + 7))]
    assert crossings_between(rows[0], down, place) == slow(fans)
    assert crossings(rows, down, place) == slow(fans)


@given(places, places)
def test_the_gain_of_an_exchange_is_the_difference(left: list[int], right: list[int]) -> None:
    """Else neighbours change places for the worse."""
    assert difference(left, right) == slow([left, right]) - slow([right, left])
