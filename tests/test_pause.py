"""What a program that pauses the collector often keeps of its garbage."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from itertools import count
from weakref import ref

import pytest

from argmap import pause
from argmap.pause import no_garbage


class _Knot:
    """A value that holds itself."""

    def __init__(self, size: int) -> None:
        self.itself = self
        self.held = [[each] for each in range(size)]


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody else's values are counted."""
    monkeypatch.setattr(pause, "_OLD", pause._Old())
    gc.collect()
    yield
    gc.collect()


def test_garbage_of_a_program_that_pauses_often_does_not_wait_for_ever() -> None:
    """Two thousand evaluations, each in a circle that nobody held, took a gigabyte where 60 megabytes do."""
    many = 200 + 2 * len(gc.get_objects()) // 2_000  # enough to double what others have made before
    knots = []
    most = 0
    for _ in range(many):
        with no_garbage():
            knots.append(ref(_Knot(2_000)))
        most = max(most, sum([knot() is not None for knot in knots]))
    assert most < many * 3 // 4


def test_what_is_held_is_not_gone_through_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that keeps one large map would pay for a whole collection with every look at it."""
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: collected.append(1))
    with no_garbage():
        held = [[each] for each in range(200_000)]
    for _ in range(50):
        with no_garbage():
            assert [[each] for each in range(5_000)]
    assert len(held) == 200_000
    assert not collected


def test_fewer_values_than_before_are_the_new_measure() -> None:
    """After a large map is gone, garbage would wait until there is twice as much as of the map."""
    with no_garbage():
        held = [[each] for each in range(300_000)]
    large = pause._OLD.fewest
    del held
    with no_garbage():
        held = [[each] for each in range(1_000)]
    assert len(held) == 1_000
    assert 0 < pause._OLD.fewest < large - 200_000


def test_what_python_has_frozen_itself_is_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.12 freezes 375 values as it starts: nothing ever became old there, and garbage was never looked for."""
    monkeypatch.setattr(gc, "get_freeze_count", lambda: 375)
    with no_garbage():
        held = [[each] for each in range(1_000)]
    assert pause._OLD.fewest > 0
    monkeypatch.setattr(gc, "get_freeze_count", lambda: 8_000)
    monkeypatch.setattr(pause, "_OLD", pause._Old())
    with no_garbage():
        held = [[each] for each in range(1_000)]
    assert len(held) == 1_000
    assert not pause._OLD.fewest


def test_a_small_block_does_not_go_through_all_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a program that has frozen a million values, to read a map of two claims took 9 ms in place of 0.06."""
    asked = count()
    monkeypatch.setattr(gc, "get_freeze_count", lambda: next(asked))
    with no_garbage():
        held = [[each] for each in range(100)]
    assert next(asked) == 0
    with no_garbage():
        held = [[each] for each in range(2_000)]
    assert len(held) == 2_000
    assert next(asked) == 2


def test_a_small_program_is_not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever draws one map would pay a twentieth of the time for a look at what is given back anyway."""
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: collected.append(1))
    blocks = iter((50_000, 120_000, 290_000, 310_000))
    monkeypatch.setattr(sys, "getallocatedblocks", lambda: next(blocks))
    held: list[list[list[int]]] = []
    for looks in (0, 0, 0, 1):
        with no_garbage():
            held.append([[each] for each in range(1_000)])
        assert len(collected) == looks
