"""A part with all its places and lines, and how it is turned to its direction."""

from __future__ import annotations

from typing import NamedTuple

from .diagram import Direction, Point

__all__ = ["Picture", "Rect", "oriented"]

Rect = tuple[float, float, float, float]
"""Left, top, width and height."""


class Picture(NamedTuple):
    """Boxes, lines and frames in the order of the part's numbers, within width and height."""

    boxes: tuple[Rect, ...]
    routes: tuple[tuple[Point, ...], ...]
    loops: tuple[tuple[Point, ...], ...]
    frames: tuple[Rect, ...]
    width: float
    height: float
    crossings: int


def oriented(picture: Picture, direction: Direction) -> Picture:
    """``picture``, which has its heads on top, with its heads where ``direction`` points.

    Down and right mirror the rows; left and right exchange the axes, so that what stood left stands on
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
        routes=_all(picture.routes, direction, long),
        loops=_all(picture.loops, direction, long),
        frames=tuple([rect(each) for each in picture.frames]),
        width=long if aside else picture.width,
        height=picture.width if aside else long,
        crossings=picture.crossings,
    )


def _all(
    lines: tuple[tuple[Point, ...], ...], direction: Direction, long: float
) -> tuple[tuple[Point, ...], ...]:
    """Lines turned to a direction that isn't up."""
    if direction == "down":
        return tuple([tuple([(x, long - y) for x, y in line]) for line in lines])
    if direction == "left":
        return tuple([tuple([(y, x) for x, y in line]) for line in lines])
    return tuple([tuple([(long - y, x) for x, y in line]) for line in lines])
