"""The answer of Graphviz's ``dot``: a rectangle for each box and frame, a curve for each arrow.

It is believed only if it is a drawing: every box and arrow is there, none lies on another or
outside of its frame, every curve goes from border to border. The numbers come from what it would
draw (``_draw_``), which has two decimals where its ``pos`` has five digits.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from math import ceil
from typing import Final, TypeAlias

from ..errors import GraphvizError, ReadError
from ..jsontext import JsonValue, parse_json
from ..source import decode
from .diagram import Box, Diagram, Direction, Frame, Layout, Place, Point, Route, Spacing

__all__ = ["read_answer", "title_margin", "turned"]

Thing: TypeAlias = dict[str, JsonValue]

EDGE: Final = 4.0
"""The empty edge around a drawing, CSS pixels."""

SLACK: Final = 4.0
"""How far from a border a curve may end, CSS pixels; it is then moved there. Graphviz rounds."""

FARTHEST: Final = 1e7
"""Beyond this, a number isn't a place."""


def turned(direction: Direction) -> bool:
    """Whether ``dot``, which puts tails first, was given heads for tails."""
    return direction in {"up", "left"}


def title_margin(frame: Frame, spacing: Spacing) -> int:
    """How far a frame stands from what is in it, in whole pixels: its title fits in between."""
    return ceil(spacing.in_frame + frame.height)


def read_answer(text: bytes, diagram: Diagram, direction: Direction, spacing: Spacing) -> Layout:
    """The layout in the JSON that ``dot -Tjson`` has answered with; raises `GraphvizError`."""
    try:
        value = parse_json(decode(text, "Graphviz")).value
    except ReadError as error:
        raise _nonsense(error.message) from error
    objects = {thing.get("name"): thing for thing in _things(value, "objects")}
    edges = {thing.get("id"): thing for thing in _things(value, "edges")}
    places = [
        _centred(box, _points(_called(objects, f"n{number}"), "p"))
        for number, box in enumerate(diagram.boxes)
    ]
    frames = [
        _inset(frame, _points(_called(objects, f"cluster_f{number}"), "p"), spacing)
        for number, frame in enumerate(diagram.frames)
    ]
    stands = {place.id: place for place in places}
    routes = []
    for number, arrow in enumerate(diagram.arrows):
        points = _points(_called(edges, f"e{number}"), "b")
        if turned(direction):
            points.reverse()
        routes.append(Route(arrow.id, _joined(points, stands[arrow.tail], stands[arrow.head])))
    _check(diagram, stands, {place.id: place for place in frames})
    return _framed(places, frames, routes, direction)


def _things(value: JsonValue, key: str) -> list[Thing]:
    things = value.get(key, []) if isinstance(value, dict) else None
    if not isinstance(things, list):
        raise _nonsense(f"there is no list of {key}")
    return [thing for thing in things if isinstance(thing, dict)]


def _called(things: dict[JsonValue, Thing], name: str) -> Thing:
    if name not in things:
        raise _nonsense(f"it says nothing of {name}")
    return things[name]


def _points(thing: Thing, operation: str) -> list[Point]:
    """The points of the one outline (``p``) or curve (``b``) of a thing, with y down."""
    drawn = [step for step in _things(thing, "_draw_") if step.get("op") == operation]
    if len(drawn) != 1:
        raise _nonsense(f"{thing.get('name', thing.get('id'))} has {len(drawn)} outlines or curves")
    points = []
    for point in _list(drawn[0].get("points")):
        x, y = _numbers(point)
        points.append((x, -y))
    if len(points) < 4 or (operation == "b" and len(points) % 3 != 1):
        raise _nonsense(f"an outline or curve has {len(points)} points")
    return points


def _list(value: JsonValue) -> list[JsonValue]:
    if not isinstance(value, list):
        raise _nonsense("an outline or curve has no points")
    return value


def _numbers(point: JsonValue) -> tuple[float, float]:
    match point:
        case [int() | float() as x, int() | float() as y] if (
            abs(x) <= FARTHEST and abs(y) <= FARTHEST
        ):
            return float(x), float(y)
    raise _nonsense("a point isn't two numbers of a drawing's size")


def _rectangle(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _centred(box: Box, points: Sequence[Point]) -> Place:
    """The box in its own size, where Graphviz has it in whole pixels."""
    left, top, right, bottom = _rectangle(points)
    x, y = (left + right - box.width) / 2, (top + bottom - box.height) / 2
    return Place(box.id, x, y, box.width, box.height)


def _inset(frame: Frame, points: Sequence[Point], spacing: Spacing) -> Place:
    """The frame with the room for its title on top alone."""
    left, top, right, bottom = _rectangle(points)
    more = title_margin(frame, spacing) - spacing.in_frame
    return Place(frame.id, left + more, top, right - left - 2 * more, bottom - top - more)


def _joined(points: list[Point], tail: Place, head: Place) -> tuple[Point, ...]:
    """The curve from the border of its tail to that of its head, its ends keeping their slopes."""
    for end, beside, place in ((0, 1, tail), (-1, -2, head)):
        (x, y), (near_x, near_y) = points[end], points[beside]
        to_x, to_y = _on_border(x, y, place)
        if max(abs(to_x - x), abs(to_y - y)) > SLACK:
            raise _nonsense("an arrow doesn't reach its box")
        points[end] = (to_x, to_y)
        points[beside] = (near_x + to_x - x, near_y + to_y - y)
    return tuple(points)


def _on_border(x: float, y: float, place: Place) -> Point:
    """The point on the border of a box that is nearest to a point."""
    left, top = place.x, place.y
    right, bottom = left + place.width, top + place.height
    if not (left < x < right and top < y < bottom):
        return min(max(x, left), right), min(max(y, top), bottom)
    sides = [(x - left, (left, y)), (right - x, (right, y))]
    sides += [(y - top, (x, top)), (bottom - y, (x, bottom))]
    return min(sides)[1]


# The check, and the edge around it all.


def _check(diagram: Diagram, boxes: dict[str, Place], frames: dict[str, Place]) -> None:
    """Raise `GraphvizError` if boxes or frames lie on one another, or outside of their frame."""
    inside: dict[str | None, list[Place]] = {}
    for box in diagram.boxes:
        inside.setdefault(box.frame, []).append(boxes[box.id])
    for frame in diagram.frames:
        inside.setdefault(frame.parent, []).append(frames[frame.id])
    for id, places in inside.items():
        if id is not None and not all(_within(place, frames[id]) for place in places):
            raise _nonsense("something stands outside of its frame")
        if _overlap(places):
            raise _nonsense("two boxes or frames lie on one another")


def _within(place: Place, frame: Place) -> bool:
    return (
        frame.x <= place.x + 1
        and frame.y <= place.y + 1
        and place.x + place.width <= frame.x + frame.width + 1
        and place.y + place.height <= frame.y + frame.height + 1
    )


def _overlap(places: Sequence[Place]) -> bool:
    """Whether two of the places have more than a pixel in common, in O(n log n).

    A line sweeps from left to right. As long as no two have overlapped, those that it cuts lie one
    below the other, so that a new one needs to be compared with its two neighbours alone.
    """
    solid = [place for place in places if place.width > 1 and place.height > 1]
    steps = [(place.x, 1, number) for number, place in enumerate(solid)]
    steps += [(place.x + place.width - 1, 0, number) for number, place in enumerate(solid)]
    cut: list[tuple[float, float]] = []
    for _x, begins, number in sorted(steps):
        top = solid[number].y
        span = (top, top + solid[number].height - 1)
        at = bisect_left(cut, span)
        if not begins:
            del cut[at]
        elif (at > 0 and cut[at - 1][1] > top) or (at < len(cut) and cut[at][0] < span[1]):
            return True
        else:
            insort(cut, span)
    return False


def _framed(
    places: list[Place], frames: list[Place], routes: list[Route], direction: Direction
) -> Layout:
    """All of it moved to where a drawing stands, with its size."""
    corners = [(place.x, place.y) for place in (*places, *frames)]
    corners += [(place.x + place.width, place.y + place.height) for place in (*places, *frames)]
    corners += [point for route in routes for point in route.points]
    left, top, right, bottom = _rectangle(corners)
    by_x, by_y = EDGE - left, EDGE - top

    def moved(place: Place) -> Place:
        x, y = round(place.x + by_x, 3), round(place.y + by_y, 3)
        return Place(place.id, x, y, place.width, place.height)

    return Layout(
        tuple(moved(place) for place in places),
        tuple(
            Route(each.id, tuple((round(x + by_x, 3), round(y + by_y, 3)) for x, y in each.points))
            for each in routes
        ),
        tuple(moved(place) for place in frames),
        round(right - left + 2 * EDGE, 3),
        round(bottom - top + 2 * EDGE, 3),
        direction,
    )


def _nonsense(what: str) -> GraphvizError:
    return GraphvizError(f'Graphviz answered what isn\'t a drawing: {what}; take engine="layered"')
