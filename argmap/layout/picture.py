"""A part with all its places and lines, and how it is turned to its direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..values import NamedTuple
from .diagram import Direction, Point

__all__ = ["Line", "Picture", "Rect", "oriented", "turned_to"]

Rect = tuple[float, float, float, float]
"""Left, top, width and height."""


Line = tuple[Point, ...]


class Picture(NamedTuple):
    """Boxes, lines and frames in the order of the part's numbers, within width and height."""

    boxes: tuple[Rect, ...]
    routes: tuple[Line, ...]
    loops: tuple[Line, ...]
    frames: tuple[Rect, ...]
    width: float
    height: float
    crossings: int


def oriented(picture: Picture, direction: Direction) -> Picture:
    """``picture``, which has its heads on top, with its heads where ``direction`` points.

    Its routes are turned already, for there are many, and no room for them twice. Down and right mirror the rows; left and right exchange the axes, so that what stood left stands on
    top.
    """
    if direction == "up":
        return picture
    long = picture.height

    def rect(at: Rect) -> Rect:
        x, y, width, height = at
        if direction == "down":
            return (x, long - y - height, width, height)
        return (y if direction == "left" else long - y - height, x, height, width)

    aside = direction in ("left", "right")
    return Picture(
        boxes=tuple([rect(each) for each in picture.boxes]),
        routes=picture.routes,
        loops=tuple(turned_to(direction, picture.loops, long)),
        frames=tuple([rect(each) for each in picture.frames]),
        width=long if aside else picture.width,
        height=picture.width if aside else long,
        crossings=picture.crossings,
    )


def turned_to(direction: Direction, lines: Iterable[Line], long: float) -> Iterator[Line]:
    """Lines of a picture ``long`` px high, one after the other, as `oriented` turns its boxes."""
    if direction == "up":
        yield from lines
    elif direction == "down":
        for line in lines:
            yield tuple([(x, long - y) for x, y in line])
    elif direction == "left":
        for line in lines:
            yield tuple([(y, x) for x, y in line])
    else:
        for line in lines:
            yield tuple([(long - y, x) for x, y in line])
