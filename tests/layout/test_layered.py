"""Layouts as a person would want them, by example, and the same ones in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise

import pytest

from argmap.layout import Arrow, Box, Diagram, Direction, Frame, Place, arrange

ENGINES = ["layered", "tree"]


def test_heads_stand_where_the_direction_points() -> None:
    """Else "up" doesn't have conclusions on top."""
    diagram = Diagram((Box("head", 90, 40), Box("tail", 90, 40)), (Arrow("a", "tail", "head"),))
    ways: list[tuple[Direction, int, int]] = [
        ("up", 1, 1),
        ("down", -1, 1),
        ("left", 1, 0),
        ("right", -1, 0),
    ]
    for direction, sign, axis in ways:
        layout = arrange(diagram, direction=direction)
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
        layout = arrange(diagram, direction="up", engine=engine)
        main, *children = layout.boxes
        assert [place.x for place in children] == sorted([place.x for place in children])
        assert main.x == pytest.approx(children[2].x)
        middle = dict(zip("mabcde", layout.boxes, strict=True))["c"]
        route = next(route for route in layout.routes if route.id == "c")
        assert {round(x, 3) for x, _ in route.points} == {round(middle.x + 100, 3)}
        starts = sorted([route.points[-1][0] for route in layout.routes])
        assert all(b - a >= 16 - 0.01 for a, b in pairwise(starts))


def test_a_joint_stands_between_its_premises_and_its_conclusion() -> None:
    """Else linked premises don't meet below what they support, or an undercut comes from above."""
    diagram = Diagram(
        (card("m"), card("p"), card("q"), card("u"), Box("j", 18, 18, joint=True)),
        (Arrow("1", "p", "j"), Arrow("2", "q", "j"), Arrow("3", "u", "j"), Arrow("4", "j", "m")),
    )
    layout = arrange(diagram, direction="up")
    m, p, q, u, j = layout.boxes
    assert m.y + m.height < j.y
    assert p.y == q.y == u.y > j.y + j.height
    assert p.y - (m.y + m.height) < 120
    assert j.x + 9 == pytest.approx(q.x + 100)


def test_many_parts_make_a_page() -> None:
    """Else a hundred lone claims stand in one endless row."""
    layout = arrange(Diagram(tuple([card(str(i)) for i in range(100)])), direction="up")
    assert 1.0 < layout.width / layout.height < 2.5


def test_nothing_and_one_box() -> None:
    """Else the smallest maps can't be drawn."""
    for engine in ENGINES:
        nothing = arrange(Diagram(()), engine=engine)
        assert (nothing.width, nothing.height, nothing.boxes) == (0.0, 0.0, ())
        one = arrange(Diagram((card("a"),)), engine=engine)
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
        layout = arrange(Diagram(boxes, tuple(arrows)), direction="up")
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


def test_of_two_mirror_images_the_one_in_the_authors_order_is_drawn() -> None:
    """Else the first reason stands last wherever a tangle made a shuffled order the best one."""
    for frame in (None, "f"):
        boxes = [card("m"), *[Box(each, 200, 70, frame) for each in "abcdefgh"]]
        pairs = ["am", "bm", "cm", "dm", "ea", "ed", "fb", "fd", "ga", "gc", "hb", "hc"]
        arrows = [Arrow(pair, *pair) for pair in pairs]
        frames = (Frame("f", None, 60, 20),) if frame else ()
        layout = arrange(Diagram(tuple(boxes), tuple(arrows), frames), direction="up")
        at = {place.id: place.x for place in layout.boxes}
        reasons = [at[each] for each in "abcd"]
        swapped = sum(one > other for n, one in enumerate(reasons) for other in reasons[n:])
        assert swapped <= 3, (frame, at)


def test_a_box_grows_for_many_arrows() -> None:
    """Else thirty arrow heads on a card of one line are one black blot."""
    boxes = (Box("m", 200, 38), *[card(f"r{n}") for n in range(30)])
    arrows = tuple([Arrow(f"a{n}", f"r{n}", "m") for n in range(30)])
    for direction in ("left", "right"):
        layout = arrange(Diagram(boxes, arrows), direction=direction)
        assert (layout.boxes[0].width, layout.boxes[0].height) == (200, 29 * 10 + 28)
        ends = sorted([route.points[-1][1] for route in layout.routes])
        assert all(after - before >= 10 - 0.01 for before, after in pairwise(ends))
    small = arrange(Diagram(boxes[:4], arrows[:3]), direction="left")
    assert small.boxes[0].height == 38


def test_a_frame_is_drawn_in_to_what_is_in_it() -> None:
    """Else a group has an empty band on one side, which looks as if something were missing."""
    boxes = (card("m"), Box("in", 200, 70, "f"), Box("tall", 200, 400))
    arrows = (Arrow("a", "in", "m"), Arrow("b", "tall", "m"))
    diagram = Diagram(boxes, arrows, (Frame("f", None, 60, 20),))
    for engine in ENGINES:
        (frame,) = arrange(diagram, direction="up", engine=engine).frames
        assert (frame.width, frame.height) == (228, 70 + 20 + 28)
    wide = Diagram((Box("in", 40, 30, "f"),), (), (Frame("f", None, 300, 20),))
    (frame,) = arrange(wide, direction="up").frames
    assert frame.width == 300


def test_parallel_arrows_are_parallel_lines() -> None:
    """Else three links between two claims wriggle where another link makes room for a joint between them."""
    boxes = (card("a"), card("b"), card("c"), Box("j", 18, 18, None, True))
    pairs = ["ba", "ba", "ba", "cj", "ja"]
    arrows = [Arrow(f"{pair}{n}", *pair) for n, pair in enumerate(pairs)]
    layout = arrange(Diagram(boxes, tuple(arrows)), direction="up")
    for route in layout.routes[:3]:
        assert {round(x, 2) for x, _ in route.points} == {round(route.points[0][0], 2)}
