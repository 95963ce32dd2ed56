"""The search for labellings of a few arguments, and when it gives up."""

from __future__ import annotations

from itertools import count

import pytest

from argmap.semantics.search import Kind, Part, Spent, bits, search

PAIR = Part((0b10, 0b01), (0b10, 0b01))
"""Two arguments that attack each other."""

THREE_PAIRS = Part(
    tuple(1 << (n ^ 1) for n in range(6)),
    tuple(1 << (n ^ 1) for n in range(6)),
)


@pytest.mark.parametrize(
    ("part", "kind", "sets"),
    [
        (PAIR, "stable", {0b01, 0b10}),
        (PAIR, "preferred", {0b01, 0b10}),
        (PAIR, "complete", {0, 0b01, 0b10}),
        (PAIR, "admissible", {0, 0b01, 0b10}),
        (Part((0b1,), (0b1,)), "complete", {0}),
        (Part((0b1,), (0b1,)), "stable", set()),
        (Part((0, 0b1), (0b10, 0)), "admissible", {0, 0b01}),
        (Part((0, 0b1), (0b10, 0)), "complete", {0b01}),
        (Part((0, 0), (0, 0), barred=0b10), "complete", {0b01}),
        (Part((0b10, 0b01), (0b10, 0b01), barred=0b01), "complete", {0, 0b10}),
    ],
)
def test_the_sets_of_a_few_arguments(part: Part, kind: Kind, sets: set[int]) -> None:
    """A set would be missing, there twice, or be no extension."""
    found = list(search(part, kind, 1_000))
    assert (set(found), len(found)) == (sets, len(sets))


@pytest.mark.parametrize("kind", ["stable", "preferred", "complete", "admissible"])
def test_it_gives_up_after_so_many_steps(kind: Kind) -> None:
    """A search that has no end would be waited for, where another way knows the answer at once."""
    whole = list(search(THREE_PAIRS, kind, 10_000))
    needed = next(steps for steps in count() if _found(steps, kind) == whole)
    assert len(whole) < needed <= 60
    with pytest.raises(Spent):
        list(search(THREE_PAIRS, kind, needed - 1))
    assert list(search(THREE_PAIRS, kind, needed)) == whole


def _found(steps: int, kind: Kind) -> list[int]:
    """What is found with so many steps, if the search comes to its end."""
    try:
        return list(search(THREE_PAIRS, kind, steps))
    except Spent:
        return []


def test_the_bits_of_a_number() -> None:
    """An argument would be another."""
    assert list(bits(0b1011001)) == [0, 3, 4, 6]
    assert list(bits(0)) == []
