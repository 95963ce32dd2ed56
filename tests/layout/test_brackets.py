"""Trees of brackets: what hangs below what, and that it turns when it gets too wide."""

from __future__ import annotations

import pytest

from argmap.layout.brackets import Bracket, brackets
from argmap.layout.diagram import Box, Spacing

SPACING = Spacing()


def fan(count: int) -> tuple[list[Box], list[Bracket]]:
    """A top with so many frames of one box each below it."""
    boxes = [Box("top", 100, 40), *[Box(f"b{n}", 180, 60) for n in range(count)]]
    return boxes, [Bracket(f"g{n}", "top", (f"b{n}",), 60, 20) for n in range(count)]


def test_a_wide_tree_turns() -> None:
    """A tree of thirty reasons would be six thousand pixels wide."""
    assert brackets(*fan(3), "auto", SPACING).direction == "up"
    assert brackets(*fan(30), "auto", SPACING).direction == "left"
    assert brackets(*fan(3), "auto", SPACING, 300).direction == "left"
    assert brackets(*fan(30), "auto", SPACING, 9_000).direction == "up"


def test_boxes_of_a_frame_are_equally_long() -> None:
    """Premises of one reason would look as if one of them counted more."""
    boxes = [Box("top", 100, 40), Box("a", 90, 30), Box("b", 90, 70)]
    layout = brackets(boxes, [Bracket("g", "top", ("a", "b"), 300, 20)], "up", SPACING)
    _, a, b = layout.boxes
    assert (a.y, a.height) == (b.y, b.height)
    (frame,) = layout.frames
    assert frame.width == 300
    assert a.x - frame.x == pytest.approx(frame.x + frame.width - b.x - b.width)


def test_a_line_runs_from_the_frame_to_its_head() -> None:
    """A line that ends in the air says nothing."""
    layout = brackets(*fan(2), "up", SPACING)
    top = layout.boxes[0]
    for route, frame in zip(layout.routes, layout.frames, strict=True):
        assert route.points[0] == (frame.x + frame.width / 2, frame.y)
        x, y = route.points[-1]
        assert y == top.y + top.height
        assert top.x < x < top.x + top.width


def test_what_hangs_below_a_bracket_has_its_line_at_the_far_end() -> None:
    """An objection to a step would look like one to a premise."""
    boxes = [Box("top", 100, 40), Box("a", 90, 30), Box("u", 90, 30)]
    groups = [Bracket("g", "top", ("a",), 60, 20), Bracket("h", "g", ("u",), 60, 20)]
    layout = brackets(boxes, groups, "up", SPACING)
    a, frame = layout.boxes[1], layout.frames[0]
    x, y = layout.routes[1].points[-1]
    assert y == frame.y + frame.height
    assert a.x + a.width < x < frame.x + frame.width


def test_nothing_is_nothing() -> None:
    """An empty map is drawn as well."""
    layout = brackets([], [], "auto", SPACING)
    assert (layout.width, layout.height) == (0, 0)
