"""What a drawing is like, from its places and lines alone, whoever drew it.

A crossing is where two lines of a drawing cross as they are drawn, curves included; lines that meet
at a box they share don't cross there. Nothing here knows how a drawing was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, ceil, floor, hypot, pi, remainder, sqrt
from typing import TypeAlias

from attrs import frozen

__all__ = ["Line", "Measures", "Picture", "Rect", "flat", "measures"]

Point: TypeAlias = tuple[float, float]
Rect: TypeAlias = tuple[float, float, float, float]
"""Left, top, width, height in pixels, y down."""

Segment: TypeAlias = tuple[float, float, float, float, int]
"""A straight piece from (x, y) to (x, y) of the line with this number."""

CELL = 64.0
"""Side of a cell of the grid in which neighbours are looked for."""

NEAR = 8.0
"""How near to a box that two lines share they don't count as crossing."""

INSET = 2.0
"""How deep in a box a line must run to go through it."""

LOOSE = 4.0
"""How far from its box a line may end."""

STRAIGHT = 0.03
"""Radians that a straight line may turn in all."""


@frozen
class Line:
    """A line between boxes, by their numbers, as the points of a polyline; no points: not drawn."""

    tail: int
    head: int
    points: tuple[Point, ...]


@frozen
class Picture:
    """Boxes, lines, and rectangles of texts, each with the number of the box it belongs in."""

    boxes: tuple[Rect, ...]
    lines: tuple[Line, ...]
    texts: tuple[tuple[int, Rect], ...] = ()


@frozen
class Measures:
    """Counts, lengths in pixels, quarter turns a line on average, shares of lines."""

    boxes: int
    lines: int
    undrawn: int
    crossings: int
    hits: int
    overlaps: int
    text_outside: int
    loose: int
    length: float
    width: float
    height: float
    turning: float
    straight: float


def flat(points: Sequence[Point], within: float = 0.25) -> tuple[Point, ...]:
    """Cubic Bézier segments (a start, then three points each) as a polyline ``within`` so many pixels."""
    found = [points[0]]
    for index in range(1, len(points) - 2, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[index - 1 : index + 3]
        bend = max(
            hypot(ax - 2 * bx + cx, ay - 2 * by + cy), hypot(bx - 2 * cx + dx, by - 2 * cy + dy)
        )
        on_chord = (
            abs((bx - ax) * (dy - ay) - (by - ay) * (dx - ax))
            < 0.01
            > abs((cx - ax) * (dy - ay) - (cy - ay) * (dx - ax))
        )
        pieces = 1 if on_chord else min(64, max(1, ceil(sqrt(0.75 * bend / within))))
        for piece in range(1, pieces + 1):
            t = piece / pieces
            u = 1 - t
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            found.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
    return tuple(found)


def measures(picture: Picture) -> Measures:
    """Everything that is measured of a drawing."""
    drawn = [line for line in picture.lines if len(line.points) > 1]
    turns = [_turning(line.points) for line in drawn]
    segments = _segments(picture)
    left, top, right, bottom = _extent(picture)
    return Measures(
        boxes=len(picture.boxes),
        lines=len(picture.lines),
        undrawn=len(picture.lines) - len(drawn),
        crossings=_crossings(picture, segments),
        hits=_hits(picture, segments),
        overlaps=_overlaps(picture.boxes),
        text_outside=sum(not _holds(picture.boxes[box], text) for box, text in picture.texts),
        loose=sum(_is_loose(line, picture.boxes) for line in drawn),
        length=sum(hypot(bx - ax, by - ay) for ax, ay, bx, by, _ in segments),
        width=right - left,
        height=bottom - top,
        turning=sum(turns) / (pi / 2) / len(turns) if turns else 0.0,
        straight=sum(turn < STRAIGHT for turn in turns) / len(turns) if turns else 1.0,
    )


def _segments(picture: Picture) -> list[Segment]:
    return [
        (*one, *other, number)
        for number, line in enumerate(picture.lines)
        for one, other in pairwise(line.points)
        if one != other
    ]


def _extent(picture: Picture) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of all that is drawn."""
    if not picture.boxes:
        return (0.0, 0.0, 0.0, 0.0)
    points = [point for line in picture.lines for point in line.points]
    xs = [x for x, _, _, _ in picture.boxes] + [x for x, _ in points]
    ys = [y for _, y, _, _ in picture.boxes] + [y for _, y in points]
    rights = [x + width for x, _, width, _ in picture.boxes]
    bottoms = [y + height for _, y, _, height in picture.boxes]
    return (min(xs), min(ys), max(*xs, *rights), max(*ys, *bottoms))


def _turning(points: Sequence[Point]) -> float:
    """Radians that a line turns in all, either way."""
    angles = [
        atan2(by - ay, bx - ax)
        for (ax, ay), (bx, by) in pairwise(points)
        if hypot(bx - ax, by - ay) > 1e-6
    ]
    return sum(abs(remainder(after - before, 2 * pi)) for before, after in pairwise(angles))


def _is_loose(line: Line, boxes: Sequence[Rect]) -> bool:
    """Whether a line ends off one of its boxes."""
    ends = ((line.points[0], boxes[line.tail]), (line.points[-1], boxes[line.head]))
    return any(
        hypot(max(left - x, x - left - width, 0.0), max(top - y, y - top - height, 0.0)) > LOOSE
        for (x, y), (left, top, width, height) in ends
    )


def _holds(outer: Rect, inner: Rect) -> bool:
    """Whether a rectangle lies in another, to half a pixel."""
    x, y, width, height = inner
    left, top, across, down = outer
    return (
        x >= left - 0.5
        and y >= top - 0.5
        and x + width <= left + across + 0.5
        and y + height <= top + down + 0.5
    )


def _cells(segment: Segment) -> Iterator[tuple[int, int]]:
    """The cells of the grid that a segment runs through, or next to."""
    ax, ay, bx, by, _ = segment
    if ax > bx:
        ax, ay, bx, by = bx, by, ax, ay
    slope = (by - ay) / (bx - ax) if bx - ax > 1e-9 else 0.0
    for column in range(floor(ax / CELL), floor(bx / CELL) + 1):
        if slope:
            one = ay + slope * (max(ax, column * CELL) - ax)
            other = ay + slope * (min(bx, (column + 1) * CELL) - ax)
        else:
            one, other = ay, by
        if one > other:
            one, other = other, one
        for row in range(floor((one - 1e-6) / CELL), floor((other + 1e-6) / CELL) + 1):
            yield column, row


def _box_cells(boxes: Sequence[Rect]) -> dict[tuple[int, int], list[int]]:
    """The boxes of each cell of the grid."""
    found: dict[tuple[int, int], list[int]] = {}
    for number, (x, y, width, height) in enumerate(boxes):
        for column in range(floor(x / CELL), floor((x + width) / CELL) + 1):
            for row in range(floor(y / CELL), floor((y + height) / CELL) + 1):
                found.setdefault((column, row), []).append(number)
    return found


def _overlaps(boxes: Sequence[Rect]) -> int:
    """How many pairs of boxes share more than half a pixel either way."""
    found = set()
    for together in _box_cells(boxes).values():
        for place, one in enumerate(together):
            x, y, width, height = boxes[one]
            for other in together[:place]:
                left, top, across, down = boxes[other]
                if (
                    min(x + width, left + across) - max(x, left) > 0.5
                    and min(y + height, top + down) - max(y, top) > 0.5
                ):
                    found.add((other, one))
    return len(found)


def _hits(picture: Picture, segments: Sequence[Segment]) -> int:
    """How many pairs of a line and a box there are where the line runs through a box not its own."""
    boxes = _box_cells(picture.boxes)
    own = [(line.tail, line.head) for line in picture.lines]
    found = set()
    for segment in segments:
        number = segment[4]
        for cell in _cells(segment):
            for box in boxes.get(cell, ()):
                if box in own[number] or (number, box) in found:
                    continue
                if _through(segment, picture.boxes[box]):
                    found.add((number, box))
    return len(found)


def _through(segment: Segment, box: Rect) -> bool:
    """Whether a segment runs through a box, `INSET` px inside its border (Liang and Barsky 1984)."""
    ax, ay, bx, by, _ = segment
    left, top = box[0] + INSET, box[1] + INSET
    right, bottom = box[0] + box[2] - INSET, box[1] + box[3] - INSET
    if left >= right or top >= bottom:
        return False
    first, last = 0.0, 1.0
    for start, way, low, high in ((ax, bx - ax, left, right), (ay, by - ay, top, bottom)):
        if abs(way) < 1e-12:
            if not low <= start <= high:
                return False
            continue
        enters, leaves = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, enters), min(last, leaves)
    return first <= last


def _crossings(picture: Picture, segments: Sequence[Segment]) -> int:
    """How often two lines cross, each crossing counted in the one cell that it lies in."""
    cells: dict[tuple[int, int], list[Segment]] = {}
    for segment in segments:
        for cell in _cells(segment):
            cells.setdefault(cell, []).append(segment)
    count = 0
    for (column, row), together in cells.items():
        if len(together) > 1:
            for x, y, one, other in _meetings(together):
                if floor(x / CELL) == column and floor(y / CELL) == row:
                    count += not _at_shared_box(
                        x, y, picture.lines[one], picture.lines[other], picture
                    )
    return count


def _meetings(together: list[Segment]) -> Iterator[tuple[float, float, int, int]]:
    """Where segments of different lines cross: x, y, and the numbers of both lines.

    A segment holds its first end and not its last, so that a line is whole at its bends.
    """
    for place, (ax, ay, bx, by, one) in enumerate(together):
        across, down = bx - ax, by - ay
        low_x, high_x = (ax, bx) if ax < bx else (bx, ax)
        low_y, high_y = (ay, by) if ay < by else (by, ay)
        for cx, cy, dx, dy, other in together[:place]:
            if (
                one == other
                or (cx < low_x and dx < low_x)
                or (cx > high_x and dx > high_x)
                or (cy < low_y and dy < low_y)
                or (cy > high_y and dy > high_y)
            ):
                continue
            area = across * (dy - cy) - down * (dx - cx)
            if -1e-9 < area < 1e-9:
                continue
            t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / area
            u = ((cx - ax) * down - (cy - ay) * across) / area
            if 0 <= t < 1 and 0 <= u < 1:
                yield ax + t * across, ay + t * down, one, other


def _at_shared_box(x: float, y: float, one: Line, other: Line, picture: Picture) -> bool:
    """Whether a point lies in or next to a box that both lines run to."""
    for box in (one.tail, one.head):
        if box == other.tail or box == other.head:
            left, top, width, height = picture.boxes[box]
            if -NEAR < x - left < width + NEAR and -NEAR < y - top < height + NEAR:
                return True
    return False
