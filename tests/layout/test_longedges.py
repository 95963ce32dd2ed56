"""Long arrows cut into steps: which frames their bends stand in."""

from __future__ import annotations

import pytest

from argmap.layout import Arrow, Box, Diagram, Frame, Spacing, arrange
from argmap.layout.graph import numbered
from argmap.layout.longedges import layered_graph

SPACING = Spacing()

# A ladder of boxes from the top down, of which an arrow skips all but the ends: a to e. The frames are
# around b to d, around d alone, and around e: each of the arrow's bends is beside one or two of them.
INSIDE = {"b": "outer", "c": "outer", "d": "inner", "e": "last"}
LADDER = Diagram(
    tuple([Box(id, 100, 40, INSIDE.get(id)) for id in "abcde"]),
    (
        *[Arrow(f"{low}{high}", low, high) for high, low in ("ab", "bc", "cd", "de")],
        Arrow("long", "d", "a"),
        Arrow("longer", "e", "b"),
    ),
    (Frame("outer"), Frame("inner", "outer"), Frame("last")),
)


@pytest.mark.parametrize(
    ("around", "long", "longer"),
    [(False, [0, 0], [0, 0]), (True, [-1, -1], [-1, -1])],
)
def test_a_line_leaves_a_frame_where_its_rows_end(
    around: bool, long: list[int], longer: list[int]
) -> None:
    """Else a line from within a frame goes around it, or around the one it leads to."""
    graph = numbered(LADDER, "up", SPACING).graph
    rows = layered_graph(graph, (False,) * 6, (0, 1, 2, 3, 4), SPACING, around=around)
    chains = dict(zip([arrow.id for arrow in LADDER.arrows], rows.chains, strict=True))
    assert [rows.home[bend] for bend in chains["long"][1:-1]] == long
    assert [rows.home[bend] for bend in chains["longer"][1:-1]] == longer


def test_a_line_stays_in_the_frame_around_both_its_ends() -> None:
    """Else it leaves the frame and comes back."""
    boxes = tuple([Box(id, 100, 40, "only") for id in "abc"])
    arrows = (Arrow("ba", "b", "a"), Arrow("cb", "c", "b"), Arrow("ca", "c", "a"))
    graph = numbered(Diagram(boxes, arrows, (Frame("only"),)), "up", SPACING).graph
    for around in (False, True):
        rows = layered_graph(graph, (False,) * 3, (0, 1, 2), SPACING, around=around)
        assert rows.home == (0, 0, 0, 0)


def test_a_small_drawing_has_no_lines_around_a_frame_that_one_of_their_ends_is_in() -> None:
    """Else the line from d to a is wider aside than the frame around d."""
    layout = arrange(LADDER, direction="up")
    frame = next(place for place in layout.frames if place.id == "outer")
    route = next(route for route in layout.routes if route.id == "long")
    assert all(frame.x <= x <= frame.x + frame.width for x, _ in route.points)
