"""Last pass: the parts put on one page and told in the diagram's words and order."""

from __future__ import annotations

from collections.abc import Sequence

from .components import Part
from .diagram import Diagram, Direction, Layout, Place, Point, Route, Spacing
from .graph import Numbered
from .picture import Picture, Rect
from .shelves import shelved

__all__ = ["page"]


def page(
    diagram: Diagram,
    whole: Numbered,
    parts: Sequence[Part],
    pictures: Sequence[Picture],
    direction: Direction,
    spacing: Spacing,
    room: float,
) -> Layout:
    """The layout of ``diagram`` from the pictures of its parts, at most ``room`` wide if they can be set so."""
    shelves = shelved(
        [(each.width, each.height) for each in pictures],
        spacing.between_parts,
        [len(part.boxes) == 1 and not part.frames for part in parts],
        spacing.between_boxes,
        room,
    )
    boxes: list[Place | None] = [None] * len(diagram.boxes)
    frames: list[Place | None] = [None] * len(diagram.frames)
    routes: list[Route | None] = [None] * len(diagram.arrows)
    for part, picture, corner in zip(parts, pictures, shelves.corners, strict=True):
        for box, rect in zip(part.boxes, picture.boxes, strict=True):
            if box < len(boxes):
                boxes[box] = _place(diagram.boxes[box].id, rect, corner)
        for number, rect in zip(part.frames, picture.frames, strict=True):
            at = whole.frames[number]
            frames[at] = _place(diagram.frames[at].id, rect, corner)
        arrows = [whole.arrows[each] for each in part.arrows]
        arrows += [arrow for box in part.boxes for arrow in whole.loops[box]]
        for arrow, line in zip(arrows, (*picture.routes, *picture.loops), strict=True):
            routes[arrow] = Route(diagram.arrows[arrow].id, _moved(line, corner))
    return Layout(
        boxes=tuple([each for each in boxes if each is not None]),
        routes=tuple([each for each in routes if each is not None]),
        frames=tuple([each for each in frames if each is not None]),
        width=shelves.width,
        height=shelves.height,
        direction=direction,
        crossings=sum([each.crossings for each in pictures]),
    )


def _place(id: str, rect: Rect, corner: Point) -> Place:
    x, y, width, height = rect
    return Place(id, corner[0] + x, corner[1] + y, width, height)


def _moved(line: tuple[Point, ...], by: Point) -> tuple[Point, ...]:
    if by == (0.0, 0.0):
        return line
    return tuple([(x + by[0], y + by[1]) for x, y in line])
