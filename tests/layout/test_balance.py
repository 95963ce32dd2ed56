"""Main claims near the middle, where that costs little."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap
from argmap.layout import Arrow, Box, Diagram, Direction, Frame, Layout, arrange

EXAMPLE = Path(__file__).parents[2] / "examples" / "co_op_debate.json"


def leaning(frame: str | None = None) -> Diagram:
    """A claim with five reasons, of which the first has nine and the fourth one with two."""
    pairs = [(child, 0) for child in range(1, 6)]
    pairs += [(child, 1) for child in range(6, 15)]
    pairs += [(15, 4), (16, 15), (17, 15)]
    boxes = [Box(f"b{number}", 160, 60, frame) for number in range(18)]
    return Diagram(
        tuple(boxes),
        tuple([Arrow(f"a{i}", f"b{tail}", f"b{head}") for i, (tail, head) in enumerate(pairs)]),
        (Frame("f"),) if frame else (),
    )


def middle(layout: Layout) -> float:
    """Where the first box stands, from 0 at the left to 1 at the right."""
    return (layout.boxes[0].x + layout.boxes[0].width / 2) / layout.width


def test_the_main_claim_of_a_leaning_map_isnt_at_one_end() -> None:
    """Else the shortest lines put it far right, over an empty left half."""
    assert abs(middle(arrange(leaning(), direction="up")) - 0.5) < 0.25


def test_the_main_claim_in_a_frame_stays_where_the_frame_has_it() -> None:
    """Else a box is drawn out of its frame towards the middle."""
    layout = arrange(leaning("f"), direction="up")
    frame = layout.frames[0]
    assert all(
        frame.x <= box.x and box.x + box.width <= frame.x + frame.width for box in layout.boxes
    )


@pytest.mark.parametrize("direction", ["up", "down", "left", "right"])
def test_the_co_op_debate_is_balanced(
    direction: Direction,
) -> None:
    """Else the picture that people see first has its thesis in a corner, and takes a sixth more room."""
    layout = argmap.draw(argmap.read(EXAMPLE), direction=direction).layout
    main = next(box for box in layout.boxes if box.id == "T")
    upright = direction in ("up", "down")
    across = layout.width if upright else layout.height
    at = main.x + main.width / 2 if upright else main.y + main.height / 2
    assert 0.37 < at / across < 0.63
    assert across < (2_100 if upright else 1_150)
