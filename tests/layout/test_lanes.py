"""Very long arrows of large maps in lanes beside all boxes."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Direction, Layout, arrange, lanes
from argmap.layout.graph import Graph
from tests.layout.test_soundness import DIRECTIONS, check, diagrams, drawn_crossings
from tests.profiles import examples


@contextmanager
def eager() -> Iterator[None]:
    """Lanes for every arrow that leads past a row, in maps of any size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lanes, "MANY", 0)
        patch.setattr(lanes, "EACH", 0)
        patch.setattr(lanes, "FAR", 0)
        yield


def chain(count: int, more: list[tuple[int, int]]) -> Diagram:
    """Boxes each of which leads to the one before, and some arrows besides."""
    pairs = [*[(n, n - 1) for n in range(1, count)], *more]
    return Diagram(
        tuple([Box(f"b{n}", 100, 50) for n in range(count)]),
        tuple([Arrow(f"a{i}", f"b{tail}", f"b{head}") for i, (tail, head) in enumerate(pairs)]),
    )


def tower(count: int) -> Diagram:
    """A chain whose last box leads to every other."""
    return chain(count, [(count - 1, n) for n in range(count - 2)])


@settings(max_examples=examples(80))
@given(diagrams(), st.sampled_from(DIRECTIONS))
def test_every_promise_holds_with_lanes(diagram: Diagram, direction: Direction) -> None:
    """Else a line of a large map is drawn over a card, or out of the picture."""
    with eager():
        check(diagram, arrange(diagram, direction=direction))


@settings(max_examples=examples(40))
@given(diagrams(), diagrams())
def test_every_promise_holds_whatever_is_remembered(before: Diagram, diagram: Diagram) -> None:
    """Else a large map can't be drawn again near to how it was."""
    with eager():
        check(diagram, arrange(diagram, previous=arrange(before)))


def test_lanes_of_arrows_from_one_box_do_not_cross() -> None:
    """Else the long lines of a tower are a net."""
    diagram = tower(12)
    with eager():
        assert drawn_crossings(arrange(diagram), diagram) == 0


def test_arrows_past_the_same_rows_have_lanes_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else two lines are one to the eye; and a lane for each arrow makes a map wider than it need be."""
    monkeypatch.setattr(lanes, "MANY", 0)
    monkeypatch.setattr(lanes, "EACH", 0)
    monkeypatch.setattr(lanes, "FAR", 1)
    arrows = ((3, 0), (9, 6), (6, 3), (9, 0), (5, 4), (4, 6))
    found = lanes.lanes_of(graph(arrows, 10), range(10))
    assert found == {0: 0, 1: 0, 2: 0, 3: 1}


def graph(arrows: tuple[tuple[int, int], ...], count: int) -> Graph:
    """A graph of boxes of one size."""
    ones, loops = (1.0,) * count, ((),) * count
    return Graph(ones, ones, ones, (False,) * count, arrows, (-1,) * count, (), loops)


def test_an_ordinary_map_has_no_lanes() -> None:
    """Else drawings that were good look like a railway station."""
    count = 700
    close = tuple([(n, max(n - 30, 0)) for n in range(1, count)])
    assert lanes.lanes_of(graph(close, count), range(count)) == {}
    few = tuple([(n, 0) for n in range(1, 190)])
    assert lanes.lanes_of(graph(few, 190), range(190)) == {}
    many = tuple([(n, 0) for n in range(1, 300)])
    assert len(lanes.lanes_of(graph(many, 300), range(300))) == 300 - lanes.FAR - 2


def taken(count: int) -> tuple[int, Layout]:
    """What laying out a tower takes at most, in bytes, and its layout."""
    diagram = tower(count)
    tracemalloc.start()
    layout = arrange(diagram)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most, layout


def test_a_tower_takes_no_more_memory_for_each_storey_the_higher_it_is() -> None:
    """Else a file of a hundred kilobytes takes gigabytes and minutes: a bend for every line in every row."""
    most, layout = taken(600)
    assert most < 600 * 12_000
    assert len(layout.routes) == 599 + 598
