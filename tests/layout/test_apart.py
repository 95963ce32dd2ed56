"""Lines that run aside together between two rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Layout, Point, arrange
from argmap.layout.apart import FOLLOWED, WIDENED, Piece, late
from argmap.layout.fans import LEAST, UPRIGHT
from argmap.layout.routes import _curved

RUNS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=9, unique=True
)
SHAPES = st.sampled_from([UPRIGHT, LEAST])


def many(reasons: int, more: Sequence[tuple[str, str]] = ()) -> Layout:
    """A claim with so many reasons, and ``more`` arrows, drawn upward."""
    boxes = [Box("m", 200, 60), *[Box(f"r{n}", 200, 60) for n in range(reasons)]]
    arrows = [Arrow(f"a{n}", f"r{n}", "m") for n in range(reasons)]
    arrows += [Arrow(f"b{n}", tail, head) for n, (tail, head) in enumerate(more)]
    return arrange(Diagram(tuple(boxes), tuple(arrows)), direction="up")


def middles(layout: Layout) -> list[float]:
    """At which height lines that run to the right are half-way."""
    ways = [
        route.points[:4] for route in layout.routes if route.points[0][0] > route.points[-1][0] + 1
    ]
    return [
        sum([share * y for share, (_, y) in zip((1, 3, 3, 1), way, strict=True)]) / 8
        for way in ways
    ]


def curve(piece: Piece, shape: float, turns: dict[Piece, float]) -> list[Point]:
    """Points of a piece's curve, close together."""
    (a, b, c, d) = _curved(list(piece), {piece[0][1]: shape}, turns)
    found = []
    for step in range(201):
        t = step / 200
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        found.append(
            (
                sum([share * p[0] for share, p in zip(shares, (a, b, c, d), strict=True)]),
                sum([share * p[1] for share, p in zip(shares, (a, b, c, d), strict=True)]),
            )
        )
    return found


def beside(way: list[Point], height: float) -> float:
    """How far aside a curve is at a height."""
    for (x, y), (to_x, to_y) in pairwise(way):
        if y <= height <= to_y:
            return x + (to_x - x) * ((height - y) / (to_y - y) if to_y > y else 0)
    raise AssertionError(height)


def test_lines_of_many_reasons_turn_at_heights_of_their_own() -> None:
    """Else seven lines to one claim look like one thick line."""
    heights = sorted(middles(many(14)))
    assert len(heights) == 7
    assert min([b - a for a, b in pairwise(heights[:6])]) > 7


def test_rows_move_apart_for_lines_that_run_aside_together() -> None:
    """Else there is no room between the rows for so many lines."""
    tops = [sorted({box.y for box in many(count).boxes}) for count in (3, 14)]
    assert tops[1][1] > tops[0][1] + 20


def test_a_line_alone_turns_in_the_middle() -> None:
    """Else a picture with few lines looks uneven."""
    pieces = [
        [(0.0, 0.0), (100.0, 50.0)],
        [(200.0, 0.0), (120.0, 50.0)],
        [(300.0, 0.0), (300.0, 50.0)],
    ]
    assert not late(pieces, {})


def test_maps_too_large_to_follow_a_line_are_left_alone() -> None:
    """Else all pairs of ten thousand lines are looked at."""
    heights = middles(many(FOLLOWED + 1))
    assert max(heights) - min(heights) < 1e-6


@pytest.mark.parametrize(("reasons", "moved"), [(WIDENED - 1, True), (WIDENED, False)])
def test_rows_of_large_maps_do_not_move_apart(reasons: int, moved: bool) -> None:
    """Else a map of 500 claims with lines everywhere is a fifth wider, and as hard to follow."""
    both = [(f"r{lower}", f"r{upper}") for lower in range(4) for upper in range(4, 8)]
    crossed = many(reasons, both)
    assert crossed.crossings
    assert (min([box.y for box in crossed.boxes if box.y]) > 140) == moved


@given(RUNS, SHAPES, st.booleans())
def test_curves_meet_as_often_as_their_ends_tell(
    runs: list[tuple[int, int]], shape: float, mirrored: bool
) -> None:
    """Else lines cross that needn't, or cross three times; and none leaves its strip or turns back."""
    way = -7.0 if mirrored else 7.0
    pieces: list[Piece] = [((a * way, 0.0), (b * way + 0.5, 60.0)) for a, b in runs]
    turns = late([list(piece) for piece in pieces], {0.0: shape})
    ways = [curve(piece, shape, turns) for piece in pieces]
    for each in ways:
        assert all(before[1] <= after[1] for before, after in pairwise(each))
        assert (each[0][1], each[-1][1]) == (0.0, 60.0)
    for (one, path), (other, beyond) in combinations(zip(pieces, ways, strict=True), 2):
        sides = [beside(path, y / 4) - beside(beyond, y / 4) for y in range(1, 240)]
        clear = [side for side in sides if abs(side) > 0.05]
        changes = sum([(a > 0) != (b > 0) for a, b in pairwise(clear)])
        inverted = (one[0][0] - other[0][0]) * (one[1][0] - other[1][0]) < 0
        assert changes == inverted or (one[0][0] == other[0][0] or one[1][0] == other[1][0])
