"""Graphviz's answer is a layout or an error: nothing crooked comes through."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from itertools import combinations
from random import Random
from typing import Any

import pytest

from argmap.errors import GraphvizError
from argmap.layout.diagram import Arrow, Box, Diagram, Frame, Layout, Place, Spacing
from argmap.layout.graphviz_answer import read_answer, title_margin, turned

SPACING = Spacing()
DIAGRAM = Diagram(
    (Box("a", 99.5, 40, "f"), Box("b", 60, 30), Box("c", 60, 30)),
    (Arrow("x", "a", "b"), Arrow("y", "b", "b")),
    (Frame("f", None, 50, 19.5), Frame("g", "f")),
)


def outline(left: float, bottom: float, width: float, height: float) -> dict[str, Any]:
    """A rectangle as Graphviz gives it, with y up."""
    right, top = left + width, bottom + height
    corners = [[right, top], [left, top], [left, bottom], [right, bottom]]
    return {"op": "p", "points": corners}


def right_answer() -> dict[str, Any]:
    """What Graphviz would answer: boxes with y up, a straight curve, and a loop."""
    loop = [[100, 180.4], [120, 185], [125, 180], [125, 175], [125, 170], [120, 165], [100, 168]]
    return {
        "name": "argmap",
        "objects": [
            {"name": "cluster_f0", "_draw_": [outline(0, 0, 300, 120)]},
            {"name": "cluster_f1", "_draw_": [outline(200, 40, 60, 29)]},
            {"name": "n0", "_draw_": [{"op": "S", "style": "solid"}, outline(34, 34, 100, 40)]},
            {"name": "n1", "_draw_": [outline(40, 160, 60, 30)]},
            {"name": "n2", "_draw_": [outline(240, 160, 60, 30)]},
            {"name": "s0"},
        ],
        "edges": [
            {"id": "e1", "_draw_": [{"op": "b", "points": loop}]},
            {
                "id": "e0",
                "_draw_": [
                    {"op": "c", "color": "#000000"},
                    {"op": "b", "points": [[80, 74.3], [80, 100], [70, 130], [70, 159]]},
                ],
            },
        ],
    }


def read(answer: object) -> Layout:
    """The layout in an answer, heads down."""
    return read_answer(json.dumps(answer).encode(), DIAGRAM, "down", SPACING)


def test_y_is_turned_down_and_all_stands_within_the_drawing() -> None:
    """Else a drawing is upside down, or cut at its edges."""
    layout = read(right_answer())
    assert layout.boxes == (
        Place("a", 18.25, 120, 99.5, 40),
        Place("b", 24, 4, 60, 30),
        Place("c", 224, 4, 60, 30),
    )
    assert (layout.width, layout.height, layout.direction) == (288, 178, "down")
    assert layout.crossings == 0


def test_a_frame_keeps_the_room_of_its_title_on_top_alone() -> None:
    """Else frames have as much room below and beside as their title needs above."""
    frame, empty = read(right_answer()).frames
    assert frame == Place("f", 4, 74, 260, 100)
    assert empty == Place("g", 184, 125, 60, 29)
    assert title_margin(DIAGRAM.frames[0], SPACING) == 34


def test_a_curve_goes_from_border_to_border() -> None:
    """Else there is a gap between an arrow and its box, for Graphviz rounds their sizes."""
    straight, loop = read(right_answer()).routes
    assert list(straight.points) == [(64, 120), (64, 94.3), (54, 63), (54, 34)]
    assert (loop.points[0], loop.points[-1]) == ((84, 13.6), (84, 26))
    assert list(loop.points[2:-2]) == [(109, 14), (109, 19), (109, 24)]


def test_ends_inside_of_a_box_are_moved_to_its_nearest_side() -> None:
    """Else the head of an arrow is hidden under its box."""
    for end, there in (
        ([70, 162], (54, 34)),
        ([41, 175], (24, 19)),
        ([98, 175], (84, 19)),
        ([70, 188], (54, 4)),
    ):
        answer = right_answer()
        answer["edges"][1]["_draw_"][1]["points"][-1] = end
        assert read(answer).routes[0].points[-1] == there


@pytest.mark.parametrize(("direction", "first"), [("up", (70, 159)), ("right", (80, 74.3))])
def test_a_curve_is_turned_where_its_edge_was(direction: Any, first: tuple[float, float]) -> None:
    """Else an arrow's head is at its tail."""
    answer = right_answer()
    swapped = Diagram(DIAGRAM.boxes, (Arrow("x", "b", "a"), DIAGRAM.arrows[1]), DIAGRAM.frames)
    diagram = swapped if turned(direction) else DIAGRAM
    layout = read_answer(json.dumps(answer).encode(), diagram, direction, SPACING)
    x, y = layout.routes[0].points[0]
    assert x == first[0] - 16
    assert y == pytest.approx(194 - first[1], abs=1.5)


Lie = Callable[[dict[str, Any]], object]


def of(answer: dict[str, Any], name: str) -> dict[str, Any]:
    """The thing of this name or id."""
    things = [*answer["objects"], *answer["edges"]]
    found: dict[str, Any] = next(t for t in things if name in (t.get("name"), t.get("id")))
    return found


def points_of(answer: dict[str, Any], name: str) -> Any:
    """The points of the thing of this name or id."""
    return of(answer, name)["_draw_"][-1]["points"]


def moved(answer: dict[str, Any], x: float, y: float) -> None:
    """Put the inner frame elsewhere."""
    of(answer, "cluster_f1").update(_draw_=[outline(x, y, 60, 29)])


LIES: dict[str, tuple[Lie, str]] = {
    "no objects": (lambda a: a.pop("objects"), "it says nothing of n0"),
    "objects are none": (lambda a: a.update(objects=7), "there is no list of objects"),
    "edges are none": (lambda a: a.update(edges={}), "there is no list of edges"),
    "a box is missing": (lambda a: of(a, "n2").update(name="n3"), "it says nothing of n2"),
    "an arrow is missing": (lambda a: a["edges"].pop(), "it says nothing of e0"),
    "a frame is missing": (lambda a: a["objects"].pop(0), "it says nothing of cluster_f0"),
    "things of other kinds": (lambda a: a.update(objects=[1, None, []]), "says nothing of n0"),
    "nothing drawn": (lambda a: of(a, "n1").pop("_draw_"), "n1 has 0 outlines or curves"),
    "drawn is no list": (lambda a: of(a, "n1").update(_draw_="p"), "there is no list of _draw_"),
    "two curves": (lambda a: of(a, "e0")["_draw_"].append(of(a, "e1")["_draw_"][0]), "e0 has 2"),
    "no points": (lambda a: of(a, "n1")["_draw_"][0].pop("points"), "has no points"),
    "three points": (lambda a: points_of(a, "n1").pop(), "has 3 points"),
    "no whole curve": (lambda a: points_of(a, "e1").pop(), "has 6 points"),
    "no curve": (lambda a: points_of(a, "e0").clear(), "has 0 points"),
    "a text": (lambda a: points_of(a, "e0").insert(0, ["1", 2]), "isn't two numbers"),
    "a truth": (lambda a: points_of(a, "n0").insert(0, [None, 1]), "isn't two numbers"),
    "three numbers": (lambda a: points_of(a, "n0").insert(0, [1, 2, 3]), "isn't two numbers"),
    "far away": (lambda a: points_of(a, "n0").insert(0, [1e8, 2]), "isn't two numbers"),
    "not a number": (lambda a: points_of(a, "n0").insert(0, [float("nan"), 2]), "NaN"),
    "infinity": (lambda a: points_of(a, "n0").insert(0, [float("inf"), 2]), "Infinity"),
    "beside its tail": (lambda a: points_of(a, "e0")[0].__setitem__(1, 80), "doesn't reach"),
    "beside its head": (lambda a: points_of(a, "e0")[-1].__setitem__(0, 30), "doesn't reach"),
    "deep in its head": (lambda a: points_of(a, "e0")[-1].__setitem__(1, 175), "doesn't reach"),
    "on one another": (
        lambda a: of(a, "n2").update(_draw_=[outline(90, 180, 60, 30)]),
        "two boxes or frames lie on one another",
    ),
    "on one another, below": (
        lambda a: of(a, "n2").update(_draw_=[outline(90, 140, 60, 30)]),
        "two boxes or frames lie on one another",
    ),
    "in the same place": (
        lambda a: of(a, "n2").update(_draw_=of(a, "n1")["_draw_"]),
        "two boxes or frames lie on one another",
    ),
    "a stranger in a frame": (
        lambda a: of(a, "n2").update(_draw_=[outline(240, 80, 60, 30)]),
        "two boxes or frames lie on one another",
    ),
    **{
        f"outside of its frame, {side}": (
            partial(moved, x=x, y=y),
            "something stands outside of its frame",
        )
        for side, x, y in (
            ("left", -40, 84),
            ("right", 250, 40),
            ("above", 200, 100),
            ("below", 200, -2),
        )
    },
}


@pytest.mark.parametrize("lie", LIES)
def test_an_answer_that_isnt_a_drawing_is_an_error(lie: str) -> None:
    """Else a crooked drawing comes out (G10)."""
    answer = right_answer()
    tell, said = LIES[lie]
    tell(answer)
    with pytest.raises(GraphvizError, match=f"answered what isn't a drawing: .*{said}"):
        read(answer)


@pytest.mark.parametrize("text", [b"", b"\xff", b"null", b"[]", b"{", b'"objects"', b"{}{}"])
def test_what_isnt_the_json_of_a_drawing_is_an_error(text: bytes) -> None:
    """Else half an answer ends in an exception of the reader's."""
    with pytest.raises(GraphvizError, match=r'isn\'t a drawing: .*; take engine="layered"'):
        read_answer(text, DIAGRAM, "down", SPACING)


def test_boxes_that_touch_or_are_nothing_do_not_lie_on_one_another() -> None:
    """Else neighbours without a distance, or joints without a size, are refused."""
    diagram = Diagram((Box("a", 60, 30), Box("b", 60, 30), Box("c", 60, 30), Box("d", 0, 0)))
    for x, y in ((60, 0), (59.5, 0), (0, 30), (0, 29.5), (60, 30)):
        places = [(0, 0, 60, 30), (x, y, 60, 30), (200, 0, 60, 30), (10, 10, 1, 1)]
        objects = [{"name": f"n{i}", "_draw_": [outline(*p)]} for i, p in enumerate(places)]
        layout = read_answer(json.dumps({"objects": objects}).encode(), diagram, "up", SPACING)
        assert len(layout.boxes) == 4


def test_overlaps_are_found_as_by_comparing_each_with_each() -> None:
    """Else the sweep misses one: three hundred arrangements of eight boxes each."""
    choose = Random(7)
    wrong = 0
    diagram = Diagram(tuple(Box(f"b{i}", 40, 20) for i in range(8)))
    for _ in range(300):
        places = [(choose.randrange(0, 300, 10), choose.randrange(0, 160, 10)) for _ in range(8)]
        objects = [
            {"name": f"n{i}", "_draw_": [outline(x, y, 40, 20)]} for i, (x, y) in enumerate(places)
        ]
        answer = json.dumps({"objects": objects}).encode()
        if any(abs(a[0] - b[0]) < 40 and abs(a[1] - b[1]) < 20 for a, b in combinations(places, 2)):
            wrong += 1
            with pytest.raises(GraphvizError, match="lie on one another"):
                read_answer(answer, diagram, "up", SPACING)
        else:
            assert len(read_answer(answer, diagram, "up", SPACING).boxes) == 8
    assert 50 < wrong < 290


def test_the_right_answer_stays_right_when_it_is_copied() -> None:
    """Else the lies above would be refused for another reason than their own."""
    assert read(deepcopy(right_answer())) == read(right_answer())
