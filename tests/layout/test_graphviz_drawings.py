"""Layouts by the Graphviz that is here, on the PATH or in pygraphviz, are drawings."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.util import find_spec
from itertools import combinations
from shutil import which
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.errors import GraphvizError
from argmap.layout import graphviz
from argmap.layout.diagram import (
    Arrow,
    Box,
    Diagram,
    Direction,
    Frame,
    Layout,
    Place,
    Point,
    Spacing,
)
from tests.profiles import examples

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
SPACING = Spacing()
ENGINES = [
    pytest.param(graphviz.dot, id="dot", marks=pytest.mark.graphviz),
    pytest.param(
        graphviz.pygraphviz,
        id="pygraphviz",
        marks=pytest.mark.skipif(find_spec("pygraphviz") is None, reason="no pygraphviz here"),
    ),
]

Engine = Callable[[Diagram, Direction, Spacing], Layout]

# What is right for every layout.


def faults(diagram: Diagram, layout: Layout) -> list[str]:
    """What is wrong with a layout of the diagram; the slow and plain way."""
    sizes = [Place(box.id, 0, 0, box.width, box.height) for box in diagram.boxes]
    if [place._replace(x=0, y=0) for place in layout.boxes] != sizes:
        return ["boxes"]
    if [route.id for route in layout.routes] != [arrow.id for arrow in diagram.arrows]:
        return ["routes"]
    if [place.id for place in layout.frames] != [frame.id for frame in diagram.frames]:
        return ["frames"]
    found = [f"{a.id} lies on {b.id}" for a, b in combinations(layout.boxes, 2) if overlap(a, b)]
    found += frame_faults(diagram, layout) + route_faults(diagram, layout)
    canvas = Place("", 0, 0, layout.width, layout.height)
    spots = [Place(f"a point of {r.id}", x, y, 0, 0) for r in layout.routes for x, y in r.points]
    places = (*layout.boxes, *layout.frames, *spots)
    return found + [f"{p.id} is outside" for p in places if not within(p, canvas, 1)]


def frame_faults(diagram: Diagram, layout: Layout) -> list[str]:
    """Frames too small for their titles, and what stands outside of its frame."""
    places = {place.id: place for place in (*layout.boxes, *layout.frames)}
    homes = [(box.id, box.frame, SPACING.in_frame - 1) for box in diagram.boxes]
    homes += [(frame.id, frame.parent, 0.0) for frame in diagram.frames]
    found = [
        f"{id} isn't in {home}"
        for id, home, gap in homes
        if home is not None and not within(places[id], places[home], gap)
    ]
    return found + [
        f"{frame.id} is too small for its title"
        for frame in diagram.frames
        if places[frame.id].width < frame.width - 0.01  # rounded
        or places[frame.id].height < frame.height - 0.01
    ]


def route_faults(diagram: Diagram, layout: Layout) -> list[str]:
    """Routes that are no curve, or don't go from border to border."""
    boxes = {place.id: place for place in layout.boxes}
    found = []
    for arrow, route in zip(diagram.arrows, layout.routes, strict=True):
        if len(route.points) % 3 != 1 or len(route.points) < 4:
            found.append(f"{arrow.id} is no curve")
        for point, end in ((route.points[0], arrow.tail), (route.points[-1], arrow.head)):
            if not on_border(point, boxes[end]):
                found.append(f"{arrow.id} misses {end}")
    return found


def within(inner: Place, outer: Place, gap: float) -> bool:
    """Whether one place stands in another, a gap from its border."""
    return (
        outer.x + gap <= inner.x
        and outer.y + gap <= inner.y
        and inner.x + inner.width <= outer.x + outer.width - gap
        and inner.y + inner.height <= outer.y + outer.height - gap
    )


def overlap(a: Place, b: Place) -> bool:
    """Whether two places have an area in common, but for rounding."""
    width = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    height = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
    return min(width, height) > 0.01


def on_border(point: Point, place: Place) -> bool:
    """Whether a point lies on the border of a box, but for rounding."""
    x, y = point[0] - place.x, point[1] - place.y
    inside = -0.01 <= x <= place.width + 0.01 and -0.01 <= y <= place.height + 0.01
    return inside and min(abs(x), abs(y), abs(place.width - x), abs(place.height - y)) < 0.01


@st.composite
def diagrams(draw: st.DrawFn) -> Diagram:
    """Diagrams with frames in frames, empty ones too, loops, several arrows between two boxes."""
    frames: list[Frame] = []
    for number in range(draw(st.integers(0, 4))):
        parents = st.sampled_from([None, *(frame.id for frame in frames)])
        width, height = draw(st.sampled_from([0, 90.5, 400])), draw(st.sampled_from([0, 25.3]))
        frames.append(Frame(f"frame {number}", draw(parents), width, height))
    homes = st.sampled_from([None, *(frame.id for frame in frames)])
    sizes = st.sampled_from([(220, 77.7), (180.3, 40), (36, 20), (12, 12)])
    boxes = tuple(
        Box(f"box {number}", *draw(sizes), draw(homes), joint=draw(st.booleans()))
        for number in range(draw(st.integers(1, 9)))
    )
    ends = st.sampled_from([box.id for box in boxes])
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=14))
    arrows = tuple(Arrow(f"arrow {number}", *pair) for number, pair in enumerate(pairs))
    return Diagram(boxes, arrows, tuple(frames))


@pytest.mark.graphviz
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow])
@given(diagram=diagrams(), direction=st.sampled_from(DIRECTIONS))
def test_a_layout_by_dot_is_a_drawing(diagram: Diagram, direction: Direction) -> None:
    """Else boxes lie on one another, or arrows end beside them."""
    layout = graphviz.dot(diagram, direction, SPACING)
    assert faults(diagram, layout) == []
    assert (layout.direction, layout.crossings) == (direction, 0)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_heads_stand_where_the_direction_says(engine: Engine, direction: Direction) -> None:
    """Else the main claim is at the bottom."""
    boxes = tuple(Box(name, 90, 50) for name in ("tail", "head", "other"))
    arrows = (Arrow("1", "tail", "head"), Arrow("2", "other", "head"), Arrow("3", "tail", "tail"))
    diagram = Diagram(boxes, arrows)
    layout = engine(diagram, direction, SPACING)
    assert faults(diagram, layout) == []
    tail, head, other = layout.boxes
    gap = {
        "up": tail.y - head.y - 50,
        "down": head.y - tail.y - 50,
        "left": tail.x - head.x - 90,
        "right": head.x - tail.x - 90,
    }[direction]
    assert gap == pytest.approx(SPACING.between_rows, abs=1)
    across = other.x - tail.x - 90 if direction in {"up", "down"} else other.y - tail.y - 50
    assert across >= SPACING.between_boxes - 1  # and in the author's order


@pytest.mark.parametrize("engine", ENGINES)
def test_frames_have_room_for_their_titles_on_top(engine: Engine) -> None:
    """Else a title lies on a card, or is cut."""
    frames = (
        Frame("inner", "outer", 500, 26.2),
        Frame("outer", None, 80, 20),
        Frame("empty", None, 120, 30),
    )
    diagram = Diagram(
        (Box("a", 100, 40, "inner"), Box("b", 100, 40, "outer"), Box("c", 100, 40)),
        (Arrow("1", "a", "b"), Arrow("2", "b", "c"), Arrow("3", "c", "a")),
        frames,
    )
    for direction in DIRECTIONS:
        layout = engine(diagram, direction, SPACING)
        assert faults(diagram, layout) == []
        inner, outer, empty = layout.frames
        a, b, _ = layout.boxes
        assert a.y - inner.y >= 26.2 + SPACING.in_frame - 0.01
        assert min(inner.y, b.y) - outer.y >= 20 + SPACING.in_frame - 0.01
        assert (inner.width >= 500, empty.width >= 120, empty.height >= 30) == (True, True, True)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_same_diagram_has_the_same_layout(engine: Engine) -> None:
    """Else a drawing changes without a change of the map."""
    boxes = tuple(Box(f"b{number}", 100 + number, 40) for number in range(12))
    arrows = tuple(Arrow(f"a{n}", f"b{n % 12}", f"b{n * 5 % 12}") for n in range(30))
    diagram = Diagram(boxes, arrows)
    first = engine(diagram, "left", SPACING)
    assert engine(diagram, "left", SPACING) == first
    assert faults(diagram, first) == []


@pytest.mark.graphviz
def test_a_diagram_that_is_too_much_for_dot_is_told_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a dense debate hangs (G11): 80 boxes, each joined to each, take minutes."""
    monkeypatch.setattr(graphviz, "SECONDS", 0.5)
    boxes = tuple(Box(f"b{number}", 100, 40) for number in range(80))
    pairs = enumerate(combinations(boxes, 2))
    diagram = Diagram(boxes, tuple(Arrow(f"a{n}", a.id, b.id) for n, (a, b) in pairs))
    begun = time.monotonic()
    with pytest.raises(
        GraphvizError,
        match=r"no layout of 80 boxes and 3,160 arrows: dot took longer than 0\.5 s; "
        r'take engine="layered"',
    ):
        graphviz.dot(diagram, "up", SPACING)
    assert time.monotonic() - begun < 60  # the limit is what is tested; a busy machine is not


@pytest.mark.parametrize("engine", ["dot", "pygraphviz"])
def test_hostile_texts_and_surroundings_change_no_place(
    engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a label or a variable decides what Graphviz does, or a decimal comma where cards stand (G1-G6, G13, G14)."""
    if not (which("dot") if engine == "dot" else find_spec("pygraphviz")):
        pytest.skip(f"no {engine} here")
    labels = [
        '"a"]; evil [label="pwn"',
        "<B>x</B>",
        "ends in \\\\",
        "\\N \\G &lt; %3",
        "\\" * 16_382,
    ]
    draft = argmap.Draft('"]; graph [')
    main = draft.claim("node", id="node")
    for number, label in enumerate(labels):
        draft.support(main, by=draft.claim(label, id=("graph", "a:b", "n0", "x.y", "edge")[number]))
    map = draft.map()
    plain = argmap.draw(map, engine=engine)
    for name in ("GVBINDIR", "LD_PRELOAD", "GV_FILE_PATH", "DOTFONTPATH", "SERVER_NAME"):
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert argmap.draw(map, engine=engine).svg == plain.svg
    assert len(plain.layout.boxes) == 6
    shown = [line for card in plain.view.cards for line in [card.text]]
    assert sorted(shown) == sorted(["node", *labels])
