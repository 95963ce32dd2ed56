"""What every layout of ours keeps, whatever the diagram: the promises a drawing rests on."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import isfinite

from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Direction, Frame, Layout, Place, Point, Spacing
from argmap.layout import arrange as arranged
from argmap.layout.graph import APART, CORNER, FEW
from argmap.layout.layered import layered, tree
from tests.profiles import examples

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
    everything = (*layout.boxes, *layout.frames)
    assert all(isfinite(v) for at in everything for v in (at.x, at.y, at.width, at.height))
    ends = [end for arrow in diagram.arrows for end in (arrow.tail, arrow.head)]
    busiest = {id: ends.count(id) for id in ends}
    for box in diagram.boxes:
        place = boxes[box.id]
        assert_size(place, box, busiest.get(box.id, 0), layout.direction)
        assert within(place, page)
    for one, other in combinations(layout.boxes, 2):
        assert not overlap(one, other), (one, other)
    check_frames(diagram, layout, page)
    check_routes(diagram, layout, page)


def assert_size(place: Place, box: Box, arrows: int, direction: Direction) -> None:
    """Assert that a box has its size, but for the side of one with many arrows, which is as long as they need."""
    aside = direction in ("left", "right")
    grown = place.height if aside else place.width
    least = box.height if aside else box.width
    assert (place.width if aside else place.height) == (box.width if aside else box.height)
    assert grown == least or least < grown <= APART * (arrows - 1) + 2 * CORNER
    assert grown == least or (arrows > FEW and not box.joint)


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


@settings(max_examples=examples(150))
@given(diagrams(), st.sampled_from(DIRECTIONS), st.sampled_from(ENGINES))
def test_every_promise_holds(diagram: Diagram, direction: Direction, engine: str) -> None:
    """Else boxes overlap, lines cut through boxes or leave the page, or frames hold strangers."""
    check(diagram, arranged(diagram, direction=direction, engine=engine))


@settings(max_examples=examples(40))
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


@settings(max_examples=examples(30))
@given(diagrams(most=40), st.sampled_from(DIRECTIONS))
def test_every_promise_holds_for_larger_maps(diagram: Diagram, direction: Direction) -> None:
    """Else long arrows and crowded rows bring their own mistakes."""
    check(diagram, arranged(diagram, direction=direction))


@settings(max_examples=examples(80))
@given(diagrams(), diagrams(), st.sampled_from(DIRECTIONS), st.sampled_from(DIRECTIONS), st.data())
def test_every_promise_holds_whatever_is_remembered(
    before: Diagram, after: Diagram, one: Direction, other: Direction, data: st.DataObject
) -> None:
    """Else a drawing that follows another one lies, if only where the two have little in common."""
    engine = data.draw(st.sampled_from([layered, tree]))
    check(after, engine(after, other, Spacing(), arranged(before, direction=one)))


@settings(max_examples=examples(60))
@given(diagrams())
def test_heads_stand_above_tails_where_nothing_runs_in_circles(diagram: Diagram) -> None:
    """Else a conclusion stands below its reasons though it needn't."""
    order = {box.id: number for number, box in enumerate(diagram.boxes)}
    downhill = tuple([a for a in diagram.arrows if order[a.tail] > order[a.head]])
    layout = arranged(Diagram(diagram.boxes, downhill, diagram.frames), direction="up")
    places = {place.id: place for place in layout.boxes}
    for arrow in downhill:
        head, tail = places[arrow.head], places[arrow.tail]
        assert head.y + head.height < tail.y


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


@settings(max_examples=examples(60))
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


@settings(max_examples=examples(40))
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
