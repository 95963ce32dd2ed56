"""What every layout of ours keeps, whatever the diagram: the promises a drawing rests on."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Direction, Frame, Layout, Place, Point, Spacing
from argmap.layout import arrange as arranged

DIRECTIONS: list[Direction] = ["up", "down", "left", "right"]
ENGINES = ["layered", "tree"]
SLACK = 0.01


@st.composite
def diagrams(draw: st.DrawFn, most: int = 14, framed: bool = True) -> Diagram:
    """Any diagram: circles, loops, parallel arrows, joints, nested and empty frames, odd sizes."""
    frames = draw(st.integers(0, 4)) if framed else 0
    parents = [draw(st.none() | st.integers(0, f - 1)) if f else None for f in range(frames)]
    size = st.sampled_from([20.0, 33.5, 60.0, 200.0, 431.0])
    small = st.sampled_from([0.0, 3.0, 18.0, 90.0])
    boxes: list[Box] = []
    for number in range(draw(st.integers(0, most))):
        home = draw(st.none() | st.integers(0, frames - 1)) if frames else None
        kind = draw(st.sampled_from(["card", "card", "joint", "tiny"]))
        length = size if kind == "card" else small
        frame = None if home is None else f"f{home}"
        boxes.append(Box(f"b{number}", draw(length), draw(length), frame, kind == "joint"))
    ends = st.integers(0, max(len(boxes) - 1, 0))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=2 * most)) if boxes else []
    title = st.sampled_from([0.0, 20.0, 700.0])
    return Diagram(
        tuple(boxes),
        tuple([Arrow(f"a{i}", f"b{tail}", f"b{head}") for i, (tail, head) in enumerate(pairs)]),
        tuple(
            [
                Frame(f"f{i}", None if p is None else f"f{p}", draw(title), draw(title))
                for i, p in enumerate(parents)
            ]
        ),
    )


def overlap(one: Place, other: Place) -> bool:
    """Whether two places share more than a border."""
    return (
        one.x + SLACK < other.x + other.width
        and other.x + SLACK < one.x + one.width
        and one.y + SLACK < other.y + other.height
        and other.y + SLACK < one.y + one.height
    )


def within(inner: Place, outer: Place) -> bool:
    """Whether a place lies in another."""
    return (
        outer.x - SLACK <= inner.x
        and outer.y - SLACK <= inner.y
        and inner.x + inner.width <= outer.x + outer.width + SLACK
        and inner.y + inner.height <= outer.y + outer.height + SLACK
    )


def on_border(point: Point, place: Place) -> bool:
    """Whether a point lies on the border of a place."""
    x, y = point
    left, right = abs(x - place.x) < SLACK, abs(x - place.x - place.width) < SLACK
    top, bottom = abs(y - place.y) < SLACK, abs(y - place.y - place.height) < SLACK
    beside = place.y - SLACK <= y <= place.y + place.height + SLACK
    above = place.x - SLACK <= x <= place.x + place.width + SLACK
    return ((left or right) and beside) or ((top or bottom) and above)


def strictly_in(point: Point, place: Place) -> bool:
    """Whether a point lies in a place and not on its border."""
    x, y = point
    return (
        place.x + SLACK < x < place.x + place.width - SLACK
        and place.y + SLACK < y < place.y + place.height - SLACK
    )


def flat(points: tuple[Point, ...], pieces: int = 12) -> list[Point]:
    """A route as short straight pieces."""
    line = [points[0]]
    for index in range(1, len(points), 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[index - 1 : index + 3]
        for piece in range(1, pieces + 1):
            t = piece / pieces
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            line.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
    return line


def around(diagram: Diagram, frame: str | None) -> list[str]:
    """A frame and all frames around it."""
    parents = {each.id: each.parent for each in diagram.frames}
    path = []
    while frame is not None:
        path.append(frame)
        frame = parents[frame]
    return path


def check(diagram: Diagram, layout: Layout) -> None:
    """Assert all that a layout promises."""
    assert [place.id for place in layout.boxes] == [box.id for box in diagram.boxes]
    assert [place.id for place in layout.frames] == [frame.id for frame in diagram.frames]
    assert [route.id for route in layout.routes] == [arrow.id for arrow in diagram.arrows]
    page = Place("", 0.0, 0.0, layout.width, layout.height)
    boxes = {place.id: place for place in layout.boxes}
    for box in diagram.boxes:
        place = boxes[box.id]
        assert (place.width, place.height) == (box.width, box.height)
        assert within(place, page)
    for one, other in combinations(layout.boxes, 2):
        assert not overlap(one, other), (one, other)
    check_frames(diagram, layout, page)
    check_routes(diagram, layout, page)


def check_frames(diagram: Diagram, layout: Layout, page: Place) -> None:
    """Assert that frames hold what is theirs and nothing else, and have room for their titles."""
    frames = {place.id: place for place in layout.frames}
    for frame in diagram.frames:
        place = frames[frame.id]
        assert within(place, page)
        assert place.width >= frame.width - SLACK
        assert place.height >= frame.height - SLACK
        if frame.parent is not None:
            assert within(place, frames[frame.parent])
    for one, other in combinations(diagram.frames, 2):
        if one.id not in around(diagram, other.id) and other.id not in around(diagram, one.id):
            assert not overlap(frames[one.id], frames[other.id])
    for box, at in zip(diagram.boxes, layout.boxes, strict=True):
        homes = around(diagram, box.frame)
        for frame in diagram.frames:
            inside = frame.id in homes
            assert within(at, frames[frame.id]) if inside else not overlap(at, frames[frame.id])
            title = frames[frame.id]
            band = Place("", title.x, title.y, title.width, frame.height)
            assert not overlap(at, band), "a box covers a title"


def check_routes(diagram: Diagram, layout: Layout, page: Place) -> None:
    """Assert that lines lead from border to border, on the page, through no other box."""
    boxes = {place.id: place for place in layout.boxes}
    for arrow, route in zip(diagram.arrows, layout.routes, strict=True):
        assert len(route.points) % 3 == 1
        assert len(route.points) >= 4
        assert on_border(route.points[0], boxes[arrow.tail])
        assert on_border(route.points[-1], boxes[arrow.head])
        line = flat(route.points)
        for x, y in line:
            assert -SLACK <= x <= page.width + SLACK
            assert -SLACK <= y <= page.height + SLACK
        for place in layout.boxes:
            assert not any(strictly_in(point, place) for point in line), (route, place)


@settings(max_examples=150)
@given(diagrams(), st.sampled_from(DIRECTIONS), st.sampled_from(ENGINES))
def test_every_promise_holds(diagram: Diagram, direction: Direction, engine: str) -> None:
    """Else boxes overlap, lines cut through boxes or leave the page, or frames hold strangers."""
    check(diagram, arranged(diagram, direction=direction, engine=engine))


@settings(max_examples=40)
@given(
    diagrams(),
    st.builds(
        Spacing,
        between_boxes=st.sampled_from([0.0, 5.0, 80.0]),
        between_rows=st.sampled_from([0.0, 7.0, 100.0]),
        between_lines=st.sampled_from([0.0, 30.0]),
        between_parts=st.sampled_from([0.0, 10.0]),
        in_frame=st.sampled_from([0.0, 3.0, 60.0]),
    ),
)
def test_every_promise_holds_for_any_spacing(diagram: Diagram, spacing: Spacing) -> None:
    """Else the promises rest on the spacing of one theme."""
    check(diagram, arranged(diagram, spacing=spacing))


def drawn_crossings(layout: Layout, diagram: Diagram) -> int:
    """How often the drawn lines cross, loops left out."""
    lines = [
        flat(route.points)
        for arrow, route in zip(diagram.arrows, layout.routes, strict=True)
        if arrow.tail != arrow.head
    ]
    return sum(
        meet(a, b, c, d)
        for one, other in combinations(lines, 2)
        for a, b in pairwise(one)
        for c, d in pairwise(other)
    )


def meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two straight pieces cross, the end of a piece not counted."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return (side(a, b, c) > 0) != (side(a, b, d) > 0) and (side(c, d, a) > 0) != (side(c, d, b) > 0)


@settings(max_examples=60)
@given(
    st.integers(2, 9).flatmap(
        lambda n: st.lists(
            st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)).filter(lambda e: e[0] != e[1]),
            max_size=16,
        )
    )
)
@example([(0, 1), (1, 0), (0, 1), (2, 0), (2, 1), (2, 0)])
def test_the_lines_cross_as_often_as_is_said(pairs: list[tuple[int, int]]) -> None:
    """Else ``crossings`` is not what a reader sees, and comparing layouts by it means nothing."""
    count = max([max(pair) for pair in pairs], default=0) + 1
    diagram = Diagram(
        tuple([Box(f"b{i}", 200.0, 60.0 + 7 * i) for i in range(count)]),
        tuple([Arrow(f"a{i}", f"b{a}", f"b{b}") for i, (a, b) in enumerate(pairs)]),
    )
    layout = arranged(diagram, direction="up")
    assert drawn_crossings(layout, diagram) == layout.crossings


@settings(max_examples=40)
@given(diagrams(framed=False))
def test_directions_are_the_same_picture_turned(diagram: Diagram) -> None:
    """Else what points down is another drawing than what points up."""
    up, down = [arranged(diagram, direction=each) for each in ("up", "down")]
    if len(up.boxes) and up.height == down.height:
        mirrored = [
            (place.x, place.width, place.height) for place in up.boxes if place.height == up.height
        ]
        assert mirrored == [
            (place.x, place.width, place.height)
            for place in down.boxes
            if place.height == up.height
        ]
    assert (up.width, up.height, up.crossings) == (down.width, down.height, down.crossings)


def test_heads_stand_where_the_direction_points() -> None:
    """Else "up" doesn't have conclusions on top."""
    diagram = Diagram((Box("head", 90, 40), Box("tail", 90, 40)), (Arrow("a", "tail", "head"),))
    for direction, sign, axis in (("up", 1, 1), ("down", -1, 1), ("left", 1, 0), ("right", -1, 0)):
        layout = arranged(diagram, direction=direction)  # type: ignore[arg-type]  # a literal each
        head, tail = [(place.x, place.y) for place in layout.boxes]
        assert (tail[axis] - head[axis]) * sign > 40, direction
        assert layout.direction == direction


def card(id: str) -> Box:
    """A usual card."""
    return Box(id, 200, 70)


def test_children_stand_in_the_authors_order_under_their_parent() -> None:
    """Else the author's first reason isn't the first one read, or a parent hangs off centre."""
    diagram = Diagram(
        tuple([card(each) for each in "mabcde"]),
        tuple([Arrow(each, each, "m") for each in "cabed"]),
    )
    for engine in ENGINES:
        layout = arranged(diagram, direction="up", engine=engine)
        main, *children = layout.boxes
        assert [place.x for place in children] == sorted([place.x for place in children])
        assert main.x == pytest.approx(children[2].x)
        middle = dict(zip("mabcde", layout.boxes, strict=True))["c"]
        route = next(route for route in layout.routes if route.id == "c")
        assert {round(x, 3) for x, _ in route.points} == {round(middle.x + 100, 3)}
        starts = sorted([route.points[-1][0] for route in layout.routes])
        assert all(b - a >= 16 - SLACK for a, b in pairwise(starts))


def test_a_joint_stands_between_its_premises_and_its_conclusion() -> None:
    """Else linked premises don't meet below what they support, or an undercut comes from above."""
    diagram = Diagram(
        (card("m"), card("p"), card("q"), card("u"), Box("j", 18, 18, joint=True)),
        (Arrow("1", "p", "j"), Arrow("2", "q", "j"), Arrow("3", "u", "j"), Arrow("4", "j", "m")),
    )
    layout = arranged(diagram, direction="up")
    m, p, q, u, j = layout.boxes
    assert m.y + m.height < j.y
    assert p.y == q.y == u.y > j.y + j.height
    assert p.y - (m.y + m.height) < 120
    assert j.x + 9 == pytest.approx(q.x + 100)


def test_many_parts_make_a_page() -> None:
    """Else a hundred lone claims stand in one endless row."""
    layout = arranged(Diagram(tuple([card(str(i)) for i in range(100)])), direction="up")
    assert 1.0 < layout.width / layout.height < 2.5


def test_nothing_and_one_box() -> None:
    """Else the smallest maps can't be drawn."""
    for engine in ENGINES:
        nothing = arranged(Diagram(()), engine=engine)
        assert (nothing.width, nothing.height, nothing.boxes) == (0.0, 0.0, ())
        one = arranged(Diagram((card("a"),)), engine=engine)
        assert one.boxes == (Place("a", 0.0, 0.0, 200, 70),)
        assert (one.width, one.height) == (200, 70)


def test_deep_wide_and_circular_diagrams_end() -> None:
    """Else a stack overflows, or a loop has no end, for a large map of one shape."""
    count = 1_500
    boxes = tuple([card(str(i)) for i in range(count)])
    chain = [Arrow(str(i), str(i + 1), str(i)) for i in range(count - 1)]
    star = [Arrow(str(i), str(i), "0") for i in range(1, count)]
    ring = [*chain, Arrow("last", "0", str(count - 1))]
    for arrows in (chain, star, ring):
        layout = arranged(Diagram(boxes, tuple(arrows)), direction="up")
        assert layout.crossings == 0
        assert len(layout.boxes) == count


PROGRAM = """
from argmap.layout import Arrow, Box, Diagram, Frame, arrange
names = [f"claim-{i}" for i in range(30)]
boxes = [Box(n, 80.0 + 7 * i, 50.0, "f" if i % 5 == 0 else None) for i, n in enumerate(names)]
arrows = [Arrow(f"{i}-{k}", names[i], names[i * k % 30]) for i in range(30) for k in (2, 7)]
print(arrange(Diagram(tuple(boxes), tuple(arrows), (Frame("f", None, 90.0, 20.0),))))
"""


def test_the_same_diagram_gives_the_same_layout_in_every_process() -> None:
    """Else a drawing in version control changes though its map doesn't."""
    said = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert "Layout(" in said[0]
