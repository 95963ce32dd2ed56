"""The layered layout of a whole diagram (Sugiyama, Tagawa, Toda 1981)."""

from __future__ import annotations

from .diagram import Diagram, Direction, Layout, Place, Point, Route, Spacing
from .net import net
from .packing import Box, packed
from .parts import parts, sub_net
from .piece import laid_out

__all__ = ["layered"]


def layered(diagram: Diagram, direction: Direction, spacing: Spacing) -> Layout:
    """The places and routes of ``diagram`` with arrows pointing ``direction``: part by part, then packed."""
    whole = net(diagram, direction)
    split = parts(whole)
    pieces = [laid_out(sub_net(whole, part), spacing) for part in split]
    corners, width, height = packed(pieces, spacing)
    boxes: dict[int, Box] = {}
    frames: dict[int, Box] = {}
    routes: dict[int, tuple[Point, ...]] = {}
    for part, piece, (x, y) in zip(split, pieces, corners, strict=True):
        for number, (left, top, w, h) in zip(part, piece.boxes, strict=True):
            boxes[number] = (left + x, top + y, w, h)
        for number, (left, top, w, h) in piece.frames.items():
            frames[number] = (left + x, top + y, w, h)
        for number, route in piece.routes.items():
            routes[number] = tuple([(px + x, py + y) for px, py in route])
    turn = _Turn(direction, width, height)
    return Layout(
        tuple([turn.place(box.id, boxes[n]) for n, box in enumerate(diagram.boxes)]),
        tuple([Route(a.id, turn.points(routes[n])) for n, a in enumerate(diagram.arrows)]),
        tuple(
            [turn.place(f.id, frames.get(n, (0, 0, 0, 0))) for n, f in enumerate(diagram.frames)]
        ),
        *turn.size(),
        direction,
        sum([piece.crossings for piece in pieces]),
    )


class _Turn:
    """From arrows that point up to arrows that point ``direction``."""

    def __init__(self, direction: Direction, width: float, height: float) -> None:
        self.direction = direction
        self.width = width
        self.height = height

    def size(self) -> tuple[float, float]:
        sides = self.direction in ("left", "right")
        return (self.height, self.width) if sides else (self.width, self.height)

    def points(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple([self._point(x, y) for x, y in points])

    def place(self, id: str, box: Box) -> Place:
        left, top, width, height = box
        (x1, y1), (x2, y2) = self._point(left, top), self._point(left + width, top + height)
        return Place(id, min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))

    def _point(self, x: float, y: float) -> Point:
        if self.direction == "up":
            return (x, y)
        if self.direction == "down":
            return (x, self.height - y)
        return (y, x) if self.direction == "left" else (self.height - y, x)
