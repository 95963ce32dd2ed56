"""What no layout may ever do: overlap, cut through a box, leave the page, mix frames."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Direction, Frame, Layout, Place, Point, arrange

DIRECTIONS: list[Direction] = ["up", "down", "left", "right"]


@st.composite
def diagrams(draw: st.DrawFn, most: int = 12) -> Diagram:
    """Any diagram at all: circles, loops, parallel arrows, joints, nested frames, odd sizes."""
    count = draw(st.integers(0, most))
    frames = draw(st.integers(0, 4)) if count else 0
    parents = [draw(st.none() | st.integers(0, f - 1)) if f else None for f in range(frames)]
    homes = st.none() | st.integers(0, frames - 1) if frames else st.none()
    boxes = []
    for number in range(count):
        home = draw(homes)
        joint = draw(st.booleans()) if number else False
        size = st.integers(8, 40) if joint else st.integers(20, 260)
        frame = None if home is None else f"f{home}"
        boxes.append(Box(f"b{number}", draw(size), draw(size), frame, joint))
    ends = st.integers(0, count - 1) if count else st.nothing()
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=2 * most if count else 0))
    return Diagram(
        tuple(boxes),
        tuple([Arrow(f"a{i}", f"b{tail}", f"b{head}") for i, (tail, head) in enumerate(pairs)]),
        tuple(
            [
                Frame(f"f{i}", None if p is None else f"f{p}", draw(st.integers(0, 300)), 18.0)
                for i, p in enumerate(parents)
            ]
        ),
    )


def overlap(one: Place, other: Place, slack: float = 0.01) -> bool:
    """Whether two places share more than a border."""
    return (
        one.x + slack < other.x + other.width
        and other.x + slack < one.x + one.width
        and one.y + slack < other.y + other.height
        and other.y + slack < one.y + one.height
    )


def inside(inner: Place, outer: Place) -> bool:
    """Whether a place lies in another."""
    return (
        outer.x - 0.01 <= inner.x
        and outer.y - 0.01 <= inner.y
        and inner.x + inner.width <= outer.x + outer.width + 0.01
        and inner.y + inner.height <= outer.y + outer.height + 0.01
    )


def drawn(points: tuple[Point, ...], pieces: int = 16) -> list[Point]:
    """A route as the points a renderer draws through."""
    line = [points[0]]
    for i in range(1, len(points), 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[i - 1 : i + 3]
        for piece in range(1, pieces + 1):
            t = piece / pieces
            u = 1 - t
            a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
            line.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
    return line


def within(point: Point, place: Place, slack: float) -> bool:
    """Whether a point lies in a place, ``slack`` px off its border."""
    x, y = point
    return (
        place.x + slack < x < place.x + place.width - slack
        and place.y + slack < y < place.y + place.height - slack
    )


def on_border(point: Point, place: Place) -> bool:
    """Whether a point lies on the outline of a place."""
    x, y = point
    near_x = place.x - 0.01 <= x <= place.x + place.width + 0.01
    near_y = place.y - 0.01 <= y <= place.y + place.height + 0.01
    sides = (x - place.x, x - place.x - place.width, y - place.y, y - place.y - place.height)
    return near_x and near_y and min(abs(side) for side in sides) < 0.01


def around(frame: str | None, diagram: Diagram) -> list[str]:
    """A frame and the frames around it."""
    parents = {each.id: each.parent for each in diagram.frames}
    found = []
    while frame is not None:
        found.append(frame)
        frame = parents[frame]
    return found


def check(diagram: Diagram, layout: Layout) -> None:
    """Everything that has to hold of a layout."""
    places = {place.id: place for place in layout.boxes}
    frames = {place.id: place for place in layout.frames}
    page = Place("", 0, 0, layout.width, layout.height)
    sizes = {(box.id, round(box.width, 3), round(box.height, 3)) for box in diagram.boxes}
    assert {(p.id, round(p.width, 3), round(p.height, 3)) for p in layout.boxes} == sizes
    assert [route.id for route in layout.routes] == [arrow.id for arrow in diagram.arrows]
    everything = [*layout.boxes, *layout.frames]
    assert all(isfinite(v) for p in everything for v in (p.x, p.y, p.width, p.height))
    assert all(inside(place, page) for place in everything)
    for number, one in enumerate(layout.boxes):
        assert not any(overlap(one, other) for other in layout.boxes[:number]), one
    for arrow, route in zip(diagram.arrows, layout.routes, strict=True):
        assert len(route.points) >= 4
        assert len(route.points) % 3 == 1
        assert on_border(route.points[0], places[arrow.tail]), arrow
        assert on_border(route.points[-1], places[arrow.head]), arrow
        line = drawn(route.points)
        assert all(within(point, page, -0.01) for point in line)
        for place in layout.boxes:
            assert not any(within(point, place, 0.5) for point in line), (arrow, place)
    homes = {box.id: around(box.frame, diagram) for box in diagram.boxes}
    used = {frame for home in homes.values() for frame in home}
    for box in diagram.boxes:
        for frame in used:
            if frame in homes[box.id]:
                assert inside(places[box.id], frames[frame])
            else:
                assert not overlap(places[box.id], frames[frame]), (box.id, frame)
    for one_frame in used:
        for other_frame in used:
            if other_frame in around(one_frame, diagram):
                assert inside(frames[one_frame], frames[other_frame])
            elif one_frame not in around(other_frame, diagram):
                assert not overlap(frames[one_frame], frames[other_frame])


@settings(max_examples=300, deadline=None)
@given(diagrams(), st.sampled_from(DIRECTIONS))
def test_every_layout_is_sound(diagram: Diagram, direction: Direction) -> None:
    """An overlap or a line through a box in any map at all makes the picture lie."""
    check(diagram, arrange(diagram, direction=direction))


@settings(max_examples=30, deadline=None)
@given(diagrams(40), st.sampled_from(DIRECTIONS))
def test_larger_layouts_are_sound(diagram: Diagram, direction: Direction) -> None:
    """Long arrows and crowded rows bring their own mistakes."""
    check(diagram, arrange(diagram, direction=direction))


@settings(max_examples=60, deadline=None)
@given(diagrams())
def test_heads_stand_where_the_arrows_point(diagram: Diagram) -> None:
    """In a map without circles the conclusion is always above its reasons."""
    order = {box.id: number for number, box in enumerate(diagram.boxes)}
    downhill = tuple([a for a in diagram.arrows if order[a.tail] > order[a.head]])
    straight = Diagram(diagram.boxes, downhill, diagram.frames)
    places = {place.id: place for place in arrange(straight, direction="up").boxes}
    for arrow in downhill:
        head, tail = places[arrow.head], places[arrow.tail]
        assert head.y + head.height < tail.y


@settings(max_examples=40, deadline=None)
@given(diagrams())
def test_the_same_diagram_gives_the_same_layout(diagram: Diagram) -> None:
    """A picture that differs from run to run can't be compared or cached."""
    assert arrange(diagram) == arrange(diagram)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_nothing_and_one_box(direction: Direction) -> None:
    """The smallest diagrams are the first that people draw."""
    empty = arrange(Diagram(()), direction=direction)
    assert (empty.width, empty.height, empty.boxes) == (0, 0, ())
    one = arrange(Diagram((Box("a", 30, 20),)), direction=direction)
    assert (one.width, one.height) == (30, 20)
    assert one.direction == direction
