"""The front door: engines, directions, and what is refused."""

from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import UnknownName
from argmap.layout import (
    ENGINES,
    WIDEST,
    Arrow,
    Box,
    Diagram,
    Direction,
    Frame,
    Layout,
    Spacing,
    arrange,
)
from argmap.layout.auto import least_width


def star(children: int) -> Diagram:
    """A claim with so many reasons, side by side when drawn upward."""
    boxes = [Box(str(i), 200, 60) for i in range(children + 1)]
    return Diagram(tuple(boxes), tuple([Arrow(str(i), str(i + 1), "0") for i in range(children)]))


def test_auto_turns_what_is_too_wide() -> None:
    """Else wide maps run off the screen, or small ones don't have the main claim on top."""
    small, wide = arrange(star(3)), arrange(star(12))
    assert small.direction == "up"
    assert small.width <= WIDEST
    assert wide.direction == "left"
    assert wide.height > wide.width


def test_an_engine_is_asked_by_name() -> None:
    """Else a mistyped engine or direction draws something else in silence."""
    own = ("layered", "tree", "outline", "wrapped")
    assert ENGINES.names()[:6] == (*own, "dot", "pygraphviz")
    with pytest.raises(UnknownName, match="layered"):
        arrange(star(1), engine="layred")
    with pytest.raises(UnknownName, match="left"):
        arrange(star(1), direction="lift")  # type: ignore[arg-type]  # the mistake under test


BOX = Box("a", 10, 10)


@pytest.mark.parametrize(
    ("diagram", "said"),
    [
        (Diagram((BOX, BOX)), "box 'a' is there twice"),
        (Diagram((BOX,), (Arrow("x", "a", "a"), Arrow("x", "a", "a"))), "arrow 'x' is there twice"),
        (Diagram((BOX,), (), (Frame("f"), Frame("f"))), "frame 'f' is there twice"),
        (Diagram((BOX,), (Arrow("x", "a", "b"),)), "head of arrow 'x' is 'b'"),
        (Diagram((BOX,), (Arrow("x", "c", "a"),)), "tail of arrow 'x' is 'c'"),
        (Diagram((Box("a", 10, 10, "f"),)), "box 'a' .* 'f'"),
        (Diagram((), (), (Frame("f", "g"),)), "frame 'f' .* 'g'"),
        (Diagram((), (), (Frame("f", "g"), Frame("g", "f"))), "stands in itself"),
        (Diagram((), (), (Frame("e", "f"), Frame("f", "f"))), "'f' stands in itself"),
        (Diagram((Box("a", -1, 10),)), "box 'a' has width -1"),
        (Diagram((Box("a", 10, nan),)), "box 'a' has height nan"),
        (Diagram((Box("a", inf, 10),)), "box 'a' has width inf"),
        (Diagram((), (), (Frame("f", None, 0.0, -inf),)), "frame 'f' has height"),
    ],
)
def test_what_cannot_be_placed_is_refused(diagram: Diagram, said: str) -> None:
    """Else a slip of the caller shows as a wrong picture or a KeyError deep inside."""
    with pytest.raises(ValueError, match=said):
        arrange(diagram)


def test_spacing_is_checked() -> None:
    """Else a negative distance lets boxes overlap."""
    with pytest.raises(ValueError, match="between_rows is -1"):
        arrange(star(1), spacing=Spacing(between_rows=-1))
    with pytest.raises(ValueError, match="in_frame is nan"):
        arrange(star(1), spacing=Spacing(in_frame=nan))


def test_frames_within_frames_are_sound() -> None:
    """Else the search for frames that stand in themselves refuses what is a tree."""
    frames = (Frame("a"), Frame("b", "a"), Frame("c", "b"), Frame("d", "b"))
    layout = arrange(Diagram((Box("x", 50, 20, "c"),), (), frames))
    assert [place.id for place in layout.frames] == ["a", "b", "c", "d"]
    outer, middle, *_ = layout.frames
    assert outer.x < middle.x
    assert outer.width > middle.width


@given(st.integers(0, 9), st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12))
def test_no_drawing_is_narrower_than_is_foretold(count: int, pairs: list[tuple[int, int]]) -> None:
    """Else a map that would fit the screen is turned to the left without need."""
    boxes = tuple([Box(str(i), 100 + 30 * i, 60) for i in range(count)])
    ends = [(a, b) for a, b in pairs if max(a, b) < count]
    arrows = tuple([Arrow(str(i), str(a), str(b)) for i, (a, b) in enumerate(ends)])
    diagram = Diagram(boxes, arrows)
    assert least_width(diagram, Spacing()) <= arrange(diagram, direction="up").width + 1e-6


def test_auto_asks_other_engines_for_a_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the direction of a drawing by another engine is guessed from our rows."""
    asked: list[str] = []

    def engine(diagram: Diagram, direction: Direction, spacing: Spacing) -> Layout:
        asked.append(direction)
        return Layout((), (), (), 2_000.0, 10.0, direction)

    monkeypatch.setitem(ENGINES._loaded, "own", engine)
    assert arrange(star(1), engine="own").direction == "left"
    assert asked == ["up", "left"]


def test_a_width_turns_and_then_wraps() -> None:
    """Else a drawing for a column of a page is wider than the column."""
    diagram = star(12)
    assert arrange(diagram, max_width=5_000).direction == "up"
    sideways = arrange(diagram, max_width=500)
    assert (sideways.direction, sideways.width <= 500) == ("left", True)
    upright = arrange(diagram, direction="up", max_width=700)
    assert upright.width <= 700
    tiny = arrange(diagram, max_width=1)
    assert tiny.width == arrange(diagram, engine="outline").width
    assert arrange(diagram, engine="wrapped", max_width=900).width <= 900


@pytest.mark.parametrize("width", [0.0, -1.0, nan, inf])
def test_a_width_is_a_length(width: float) -> None:
    """Else a slip of the caller draws an outline without a word."""
    with pytest.raises(ValueError, match="max_width is"):
        arrange(star(1), max_width=width)


def test_engines_that_remember_get_the_layout_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a map that changes a little looks like another one, or an older plug-in fails."""
    given: list[Layout | None] = []

    def engine(
        diagram: Diagram, direction: Direction, spacing: Spacing, previous: Layout | None = None
    ) -> Layout:
        given.append(previous)
        return Layout((), (), (), 10.0, 10.0, direction)

    monkeypatch.setitem(ENGINES._loaded, "own", engine)
    before = arrange(star(1), direction="down")
    assert arrange(star(1), engine="own", previous=before).direction == "down"
    assert arrange(star(1), engine="own").direction == "up"
    assert given == [before, None]
    assert arrange(star(1), engine="outline", previous=before) == arrange(star(1), engine="outline")


def test_auto_keeps_the_direction_before_while_it_fits() -> None:
    """Else a map flips over because one card was added."""
    before = arrange(star(3), direction="right")
    assert arrange(star(3), previous=before).direction == "right"
    down = arrange(star(3), direction="down")
    assert arrange(star(3), previous=down).direction == "down"
    assert arrange(star(12), previous=down).direction == "left"
