"""Parts side by side on shelves, in the diagram's order, in a shape that fits a page."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from attrs import frozen

from .diagram import Point, Spacing

__all__ = ["Box", "Piece", "packed"]

Box = tuple[float, float, float, float]
"""Left, top, width and height."""


@frozen
class Piece:
    """One part laid out: boxes by their number in the part, routes by arrow, frames by number."""

    boxes: tuple[Box, ...]
    routes: dict[int, tuple[Point, ...]]
    frames: dict[int, Box]
    width: float
    height: float
    crossings: int


def packed(pieces: Sequence[Piece], spacing: Spacing) -> tuple[tuple[Point, ...], float, float]:
    """Where each piece's corner lies, and the width and height of all."""
    gap = spacing.between_parts
    area = sum([(piece.width + gap) * (piece.height + gap) for piece in pieces])
    widest = max([piece.width for piece in pieces], default=0.0)
    page = max(widest, sqrt(area * 1.7))
    corners: list[Point] = []
    x = y = tall = width = 0.0
    for piece in pieces:
        if x and x + piece.width > page:
            x, y, tall = 0.0, y + tall + gap, 0.0
        corners.append((x, y))
        width = max(width, x + piece.width)
        x += piece.width + gap
        tall = max(tall, piece.height)
    return tuple(corners), width, y + tall
