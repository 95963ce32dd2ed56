"""Lines, heads and signs along routes."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.bearings import HEAD, LOOKS, head, sign
from argmap.drawing.scene import Group, Path, Rect
from argmap.drawing.view import Bearing, Wire
from argmap.drawing.wires import clear_of_tail, direction, wire
from argmap.layout.diagram import Route

STRAIGHT = ((0.0, 100.0), (0.0, 70.0), (0.0, 30.0), (0.0, 0.0))
CURVED = ((0.0, 100.0), (0.0, 50.0), (80.0, 50.0), (80.0, 0.0))


def test_a_straight_route_is_a_line() -> None:
    """Curves where a line would do make files longer and pictures restless."""
    path = wire(Wire("w", "support", "a", "b", signed=False), Route("w", STRAIGHT), 1.6)[0]
    assert isinstance(path, Path)
    assert path.moves == (("M", (0.0, 100.0)), ("L", (0.0, HEAD - 1)))


def test_pieces_of_one_line_are_one_line() -> None:
    """A long link passes many rows; a corner in each would make files long and nothing else."""
    down = [*[(0.0, 300.0)] * 3, *[(0.0, 300.0 - 10 * n) for n in range(16)]]
    turn = [
        (50.0, 150.0),
        (100.0, 150.0),
        (150.0, 150.0),
        (100.0, 150.0),
        (50.0, 150.0),
        (0.0, 150.0),
    ]
    each = Wire("w", "support", "a", "b", headed=False, signed=False)
    (path,) = wire(each, Route("w", (*down, *turn)), 1.6)
    assert isinstance(path, Path)
    assert path.moves == (
        ("M", (0.0, 300.0)),
        ("L", (0.0, 150.0)),
        ("L", (150.0, 150.0)),
        ("L", (0.0, 150.0)),
    )


def test_the_line_stops_below_the_head() -> None:
    """A line drawn to the very point would stick out of the head."""
    drawn = wire(Wire("w", "rebuttal", "a", "b"), Route("w", CURVED), 1.6)
    line = drawn[0]
    assert isinstance(line, Path)
    command, at = line.moves[-1]
    assert command == "C"
    assert at[-2:] == (80.0, HEAD - 1)
    assert isinstance(drawn[-1], Group)  # the sign


def test_a_wire_may_have_neither_head_nor_sign() -> None:
    """Premises run into their joint plainly."""
    plain = Wire("w", "support", "a", "b", headed=False, signed=False)
    assert len(wire(plain, Route("w", CURVED), 1.6)) == 1


@pytest.mark.parametrize("bearing", list(LOOKS))
def test_every_bearing_has_a_head_and_a_sign_of_its_own(bearing: Bearing) -> None:
    """Without colour the kinds must still be told apart."""
    drawn = sign(bearing, 50, 50)
    disc, mark = drawn.items
    assert isinstance(disc, Rect)
    assert isinstance(mark, Path)
    assert drawn.hidden
    for _, at in mark.moves:
        assert all(abs(value - 50) <= disc.radius for value in at)
    assert head(LOOKS[bearing], (0, 0), (0, -1))


def test_steps_differ_in_dash_and_head_and_sign() -> None:
    """Support, rebuttal and undercut are told apart three times without colour."""
    steps: list[Bearing] = ["support", "rebuttal", "undercut"]
    assert len({LOOKS[bearing].dash for bearing in steps}) == 3
    assert len({LOOKS[bearing].head for bearing in steps}) == 3
    marks = {str(sign(bearing, 0, 0).items[1]) for bearing in LOOKS}
    assert len(marks) == len(LOOKS) - 1  # a warrant has the plus of the support it licenses


def test_direction_is_the_way_of_arrival() -> None:
    """The head must point where the line goes, also where controls fall on the end."""
    assert direction(CURVED) == (0.0, -1.0)
    assert direction(((0, 0), (10, 0), (10, 0), (10, 0))) == (1.0, 0.0)
    assert direction(((5, 5), (5, 5), (5, 5), (5, 5))) == (0.0, -1.0)


def test_the_sign_stands_clear_of_the_card_it_leaves() -> None:
    """A sign on the border would cover the card's text or its own line."""
    x, y = clear_of_tail(STRAIGHT, 10)
    assert x == 0
    assert 86 <= y <= 90
    flat = ((0.0, 20.0), (0.0, 10.0), (300.0, 10.0), (300.0, 0.0))
    assert clear_of_tail(flat, 9)[1] <= 11.01
    short = ((0.0, 4.0), (0.0, 3.0), (0.0, 1.0), (0.0, 0.0))
    assert clear_of_tail(short, 10)[1] == pytest.approx(2.0, abs=0.3)
    twice = ((0, 4), (0, 3.5), (0, 3), (0, 2), (0, 1.5), (0, 1), (0, 0))
    assert clear_of_tail(twice, 10) == (0, 2)


def test_the_sign_is_sought_on_the_next_curve_where_the_first_turns_back() -> None:
    """A curve whose controls are far enough off, but which isn't, would keep the sign on the border."""
    turning = ((0.0, 0.0), (0.0, -11.0), (9.0, -11.0), (9.0, 0.0))  # 8.25 off at most
    onward = ((9.0, -20.0), (9.0, -40.0), (9.0, -60.0))
    x, y = clear_of_tail((*turning, *onward), 10)
    assert x == pytest.approx(9)
    assert y == pytest.approx(-11, abs=3)
    step = (
        (9.0, 0.0),
        (9.0, -1.0),
        (9.0, -2.0),
        (9.0, -3.0),
    )  # too short to leave the border at all
    x, y = clear_of_tail((*step, *onward), 10)
    assert x == pytest.approx(9)
    assert y == pytest.approx(-11, abs=3)


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), min_size=4, max_size=4))
def test_signs_and_heads_stay_near_the_route(points: list[tuple[float, float]]) -> None:
    """A sign flung off its line would belong to another."""
    x, y = clear_of_tail(points, 10)
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    assert min(xs) - 1e-6 <= x <= max(xs) + 1e-6
    assert min(ys) - 1e-6 <= y <= max(ys) + 1e-6
    assert hypot(*direction(points)) == pytest.approx(1)
