"""Routes as lines with heads and signs."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import TYPE_CHECKING, TypeAlias, cast

from ..layout.diagram import Point, Route
from .badges import badge
from .bearings import HEAD, LOOKS, RADIUS, head, sign
from .clearings import Clearings
from .marks import SIGNS, Sign
from .scene import Group, Item, Path
from .view import Bearing, Wire

if TYPE_CHECKING:
    from .mark import Mark

__all__ = [
    "Spot",
    "beheaded",
    "clear_of_tail",
    "direction",
    "line",
    "shown",
    "spots",
    "traced",
    "weight",
    "wire",
]

BADGE = 5.0
"""Radius of a badge on a line."""

FURTHER = (0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 28.0, 36.0)
"""How much further on a sign may stand than it would if there were no others."""

PIECES = 24
"""Into how many straight pieces a curve is cut to find a place on it."""


Weights: TypeAlias = tuple[float, float, float, float]
"""How much each of the four points of a cubic curve counts."""

Spot: TypeAlias = tuple[Bearing | Sign, float, float]
"""A sign or a badge on a wire, and where its middle is."""


def wire(wire: Wire, route: Route, width: float) -> tuple[Item, ...]:
    """The line of a wire along its route, ``width`` px wide, with its head, sign and badge.

    A strength makes it wider or thinner; what is rejected is thin, and has a badge unless accepted.
    """
    drawn, way = line(wire, route.points, width)
    return (*drawn, *map(shown, spots(wire, route.points, way)))


def line(
    wire: Wire, points: Sequence[Point], width: float
) -> tuple[tuple[Item, ...], Sequence[Point]]:
    """The line with its head, and the points that are left of it without the head."""
    look = LOOKS[wire.bearing]
    ended: tuple[Item, ...] = ()
    if wire.headed:
        along, tip = direction(points), points[-1]
        points = beheaded(points, along)
        ended = head(look, tip, along)
    width *= weight(wire.mark)
    return (Path(*traced(points), None, look.colour, width, look.dash), *ended), points


def beheaded(points: Sequence[Point], along: Point) -> Sequence[Point]:
    """The points of a line that arrives ``along`` that way, without the length of its head."""
    x, y = points[-1]
    return [*points[:-1], (x - along[0] * (HEAD - 1), y - along[1] * (HEAD - 1))]


def spots(
    wire: Wire, points: Sequence[Point], headless: Sequence[Point], clear: Clearings | None = None
) -> list[Spot]:
    """The sign at the tail of a line, and the badge behind its head, as far as the wire has them.

    Where there is no ``clear`` room at the tail, the sign stands a little further on.
    """
    found: list[Spot] = []
    if wire.signed:
        wishes = (clear_of_tail(headless, RADIUS + 3.5 + more) for more in FURTHER)
        at = next(wishes) if clear is None else clear.place(wishes, RADIUS)
        found.append((wire.bearing, *at))
    meant = None if wire.mark is None else wire.mark.sign
    if wire.headed and meant is not None and meant != "accepted":
        found.append((meant, *clear_of_tail(points[::-1], HEAD + BADGE + 1)))
    return found


def shown(spot: Spot) -> Group:
    """The sign or the badge of a spot."""
    kind, x, y = spot
    if kind in SIGNS:
        return badge(kind, x, y, BADGE)
    return sign(cast("Bearing", kind), x, y)


def weight(mark: Mark | None) -> float:
    """How wide a line is beside an unmarked one."""
    if mark is None:
        return 1.0
    if mark.strength is not None:
        return 0.6 + 1.6 * mark.strength
    return 0.6 if mark.sign in ("rejected", "removed") else 1.0


def traced(points: Sequence[Point]) -> tuple[str, tuple[float, ...]]:
    """The commands of a path, with curves that are straight as lines, one for all pieces of a line."""
    start = corner = points[
        0
    ]  # the corner is where the line that is being drawn began, if it is one
    commands, at = "M", [*start]
    for index in range(1, len(points), 3):
        first, second, end = points[index : index + 3]
        if start == first == second == end:
            continue
        if not _straight(start, first, second, end):
            commands += "C"
            at += (*first, *second, *end)
        elif commands[-1] == "L" and _onward(corner, start, end):
            at[-2:] = end
        else:
            commands += "L"
            at += end
            corner = start
        start = end
    return commands, tuple(at)


def _straight(start: Point, first: Point, second: Point, end: Point) -> bool:
    """Whether both controls lie on the line from start to end."""
    x, y = start
    width, height = end[0] - x, end[1] - y
    return (
        abs((first[0] - x) * height - (first[1] - y) * width) < 0.01
        and abs((second[0] - x) * height - (second[1] - y) * width) < 0.01
    )


def _onward(corner: Point, start: Point, end: Point) -> bool:
    """Whether the line from a corner to ``start`` goes straight on to ``end``."""
    x, y = corner
    before, after = (start[0] - x, start[1] - y), (end[0] - start[0], end[1] - start[1])
    aside = before[0] * after[1] - before[1] * after[0]
    return abs(aside) < 0.01 and before[0] * after[0] + before[1] * after[1] >= 0


def direction(points: Sequence[Point]) -> Point:
    """The unit vector along which a route arrives; straight up where it has no length."""
    return _arriving(points[-1], points[-2::-1])


def _arriving(end: Point, points: Sequence[Point]) -> Point:
    """The same of a route whose end is told, and the points before it from there on."""
    x, y = end
    for px, py in points:
        across, down = x - px, y - py
        length = hypot(across, down)
        if length > 0.5:
            return (across / length, down / length)
    return (0.0, -1.0)


def clear_of_tail(points: Sequence[Point], distance: float) -> Point:
    """The first point of a route that is ``distance`` px off the border it leaves, or its middle.

    The distance is taken straight off the border, which a route leaves at a right angle.
    """
    dx, dy = _arriving(points[0], points[1:])
    x, y = points[0]
    last = len(points) // 3 * PIECES * 2 // 3
    for number in range(len(points) // 3):
        (ax, ay), (bx, by), (cx, cy), (ex, ey) = points[3 * number : 3 * number + 4]
        farthest = max(
            (x - bx) * dx + (y - by) * dy,
            (x - cx) * dx + (y - cy) * dy,
            (x - ex) * dx + (y - ey) * dy,
        )
        if farthest < distance:
            continue  # a curve never leaves the hull of its points
        weights: Sequence[Weights] = _WEIGHTS[1 : max(1, last - number * PIECES)]
        if not dy:
            weights = _off(weights, (ax, bx, cx, ex), (x, dx), distance)
        elif not dx:
            weights = _off(weights, (ay, by, cy, ey), (y, dy), distance)
        for a, b, c, e in weights:
            px, py = a * ax + b * bx + c * cx + e * ex, a * ay + b * by + c * cy + e * ey
            if (x - px) * dx + (y - py) * dy >= distance:
                return (px, py)
    middle = len(points) // 6 * 3
    if len(points) % 6 != 4:
        return points[middle]
    (ax, ay), (bx, by), (cx, cy), (ex, ey) = points[middle : middle + 4]
    a, b, c, e = _WEIGHTS[PIECES // 2]
    return (a * ax + b * bx + c * cx + e * ex, a * ay + b * by + c * cy + e * ey)


def _off(
    weights: Sequence[Weights], points: Weights, way: Point, distance: float
) -> Sequence[Weights]:
    """The first of ``weights`` at which a curve is that far off, if any, where the way is along an axis.

    As most are: then the coordinates across count for nothing, and ``points`` are those along it. The ``way`` is
    where it begins and whether it goes on (1) or back (-1).
    """
    first, second, third, fourth = points
    begun, ahead = way
    for each in weights:
        a, b, c, e = each
        if (begun - (a * first + b * second + c * third + e * fourth)) * ahead >= distance:
            return (each,)
    return ()


def _weights(t: float) -> Weights:
    """How much each of the four points of a cubic curve counts at ``t`` in [0, 1]."""
    u = 1 - t
    return u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t


_WEIGHTS = tuple([_weights(piece / PIECES) for piece in range(PIECES + 1)])
"""The weights at each piece's end."""
