"""What a layout takes and gives: boxes, arrows and frames in; places and routes out.

Nothing here knows of arguments. Lengths are CSS pixels, x to the right, y down. An arrow points
from its ``tail`` to its ``head``; with ``direction="up"`` heads stand above tails.
"""

from __future__ import annotations

from typing import Literal

from ..values import NamedTuple, frozen

__all__ = [
    "Arrow",
    "Box",
    "Diagram",
    "Direction",
    "Frame",
    "Layout",
    "Place",
    "Point",
    "Route",
    "Spacing",
]

Direction = Literal["up", "down", "left", "right"]
Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle to place; ``frame`` is the id of the innermost frame it stands in, or none.

    A ``joint`` is a small box between rows: where several arrows meet, or one ends on a step.
    """

    id: str
    width: float
    height: float
    frame: str | None = None
    joint: bool = False


class Arrow(NamedTuple):
    """A line to route from the box ``tail`` to the box ``head`` (which may be the same box).

    Lines of one ``kind`` that end at the same box may run together, where an engine draws so.
    """

    id: str
    tail: str
    head: str
    kind: str = ""


class Frame(NamedTuple):
    """A box around boxes; ``width`` and ``height`` are the least room its title needs."""

    id: str
    parent: str | None = None
    width: float = 0.0
    height: float = 0.0


@frozen
class Diagram:
    """All that is to be placed, in the author's order, which the layout keeps among equals."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...] = ()
    frames: tuple[Frame, ...] = ()


@frozen
class Spacing:
    """The distances a layout keeps: between boxes of a row, between rows, around frames, ..."""

    between_boxes: float = 24.0
    between_rows: float = 44.0
    between_lines: float = 14.0
    between_parts: float = 48.0
    in_frame: float = 14.0


class Place(NamedTuple):
    """Where a box or frame stands: its left upper corner and its size."""

    id: str
    x: float
    y: float
    width: float
    height: float


class Route(NamedTuple):
    """The way of an arrow from the border of its tail to the border of its head.

    ``points`` is a start followed by cubic Bézier segments of three points each (two controls and
    an end), so its length is 1 + 3n with n >= 1; a straight piece has its controls on the line.
    """

    id: str
    points: tuple[Point, ...]


@frozen
class Layout:
    """Places of all boxes and frames and routes of all arrows, each in the diagram's order.

    The drawing fits into 0 <= x <= width, 0 <= y <= height. ``direction`` is the one used.
    ``crossings`` is how often two routes cross (counted in the layers, which the curves keep; in a map
    so large that very long arrows lead past it in lanes, without those).
    """

    boxes: tuple[Place, ...]
    routes: tuple[Route, ...]
    frames: tuple[Place, ...]
    width: float
    height: float
    direction: Direction
    crossings: int = 0
