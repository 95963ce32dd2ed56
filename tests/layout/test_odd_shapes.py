"""Diagrams that nobody would draw by hand: each ends soon, and is drawn as truly as any other."""

from __future__ import annotations

from itertools import pairwise

import pytest

from argmap.layout import Arrow, Box, Diagram, Frame, Layout, Place, arrange

Step = tuple[int, int]


def diagram(count: int, pairs: list[Step], nested: int = 0) -> Diagram:
    """Cards by number and arrows (tail, head); the first ones each in a frame of its own in the last."""
    boxes = [Box(str(i), 200.0, 60.0, str(i) if i < nested else None) for i in range(count)]
    arrows = [Arrow(str(i), str(a), str(b)) for i, (a, b) in enumerate(pairs)]
    frames = [Frame(str(i), str(i - 1) if i else None, 50.0, 20.0) for i in range(nested)]
    return Diagram(tuple(boxes), tuple(arrows), tuple(frames))


def undercuts(depth: int) -> Diagram:
    """A step, an undercut of it, an undercut of that one, ..."""
    boxes = [Box("m", 200.0, 60.0)]
    arrows = []
    for level in range(depth):
        boxes += [Box(f"c{level}", 200.0, 60.0), Box(f"j{level}", 18.0, 18.0, None, True)]
        arrows.append(Arrow(f"a{level}", f"c{level}", f"j{level}"))
        arrows.append(Arrow(f"b{level}", f"j{level}", f"j{level - 1}" if level else "m"))
    return Diagram(tuple(boxes), tuple(arrows))


SHAPES: dict[str, Diagram] = {
    "a chain of 1,000": diagram(1_000, [(i + 1, i) for i in range(999)]),
    "a star of 1,000": diagram(1_001, [(i, 0) for i in range(1, 1_001)]),
    "a ring of 500": diagram(500, [(i, (i + 1) % 500) for i in range(500)]),
    "all of 20 against all of 20": diagram(40, [(20 + i, j) for i in range(20) for j in range(20)]),
    "everyone against everyone": diagram(12, [(i, j) for i in range(12) for j in range(12)]),
    "100 mutual attacks": diagram(101, [p for i in range(100) for p in ((i, i + 1), (i + 1, i))]),
    "50 frames in each other": diagram(51, [(i + 1, i) for i in range(50)], nested=50),
    "undercuts of undercuts, 50 deep": undercuts(50),
    "three loops at every box": diagram(20, [(i % 20, i % 20) for i in range(60)]),
    "200 parallel arrows": diagram(3, [(1, 0)] * 200 + [(2, 1)]),
    "300 parts": diagram(600, [(2 * i + 1, 2 * i) for i in range(300)]),
    "a shortcut from everywhere": diagram(
        80, [*[(i + 1, i) for i in range(79)], *[(i, 0) for i in range(2, 80)]]
    ),
}


def overlaps(layout: Layout) -> list[tuple[Place, Place]]:
    """Boxes that lie on each other, found row by row from the left."""
    found = []
    standing: list[Place] = []
    for place in sorted(layout.boxes, key=lambda at: at.x):
        standing = [at for at in standing if at.x + at.width > place.x + 0.01]
        found += [
            (at, place)
            for at in standing
            if at.y + 0.01 < place.y + place.height and place.y + 0.01 < at.y + at.height
        ]
        standing.append(place)
    return found


@pytest.mark.parametrize("name", SHAPES)
def test_odd_shapes_are_drawn_soundly(name: str) -> None:
    """Else one strange debate hangs, overflows a stack or is drawn with boxes on each other."""
    shape = SHAPES[name]
    layout = arrange(shape, direction="up")
    assert not overlaps(layout)
    assert len(layout.routes) == len(shape.arrows)
    high = {place.id: place for place in layout.boxes}
    for arrow, route in zip(shape.arrows, layout.routes, strict=True):
        if arrow.tail != arrow.head:
            ys = [y for _, y in route.points[::3]]
            assert ys == sorted(ys) or ys == sorted(ys, reverse=True)
            assert {ys[0], ys[-1]} <= {
                side
                for place in (high[arrow.tail], high[arrow.head])
                for side in (place.y, place.y + place.height)
            }


def test_shapes_that_need_no_crossing_have_none() -> None:
    """Else the simplest large maps are drawn with crossings."""
    plain = [name for name in SHAPES if "all of 20" not in name and "everyone" not in name]
    assert {name: arrange(SHAPES[name]).crossings for name in plain} == dict.fromkeys(plain, 0)
    crowd = arrange(SHAPES["all of 20 against all of 20"]).crossings
    assert crowd == (20 * 19 // 2) ** 2


def test_parallel_arrows_do_not_lie_on_each_other() -> None:
    """Else two arrows between the same boxes look like one."""
    layout = arrange(diagram(2, [(1, 0)] * 5), direction="up")
    starts = sorted([route.points[0][0] for route in layout.routes])
    assert all(b - a > 1.0 for a, b in pairwise(starts))
