"""A wrapped outline of a shape: the width is sought at which its rows make it so."""

from __future__ import annotations

from math import log, sqrt

from .diagram import Diagram, Direction, Layout, Spacing
from .outline import wrapped

__all__ = ["shaped"]

TRIES = 8
"""How many widths are tried: halving, the last two differ by less than a hundredth of the first."""


def shaped(
    diagram: Diagram, direction: Direction, spacing: Spacing, aspect: float, most: float
) -> Layout:
    """The wrapped outline whose width over height is nearest to ``aspect``, at most ``most`` px wide.

    The wider the rows, the lower the drawing, but in steps, so that the nearest of a few tries is taken.
    """
    narrow = wrapped(diagram, direction, spacing, 1.0)
    low, high = narrow.width, max(narrow.width, sqrt(narrow.width * narrow.height * aspect) * 4)
    best = narrow
    for _ in range(TRIES):
        width = min((low + high) / 2, most)
        layout = wrapped(diagram, direction, spacing, width)
        if _far(layout, aspect) < _far(best, aspect):
            best = layout
        if layout.width < aspect * layout.height:
            low = width
        else:
            high = width
    return best


def _far(layout: Layout, aspect: float) -> float:
    """How far a drawing is from a shape: twice too wide is as far as twice too high."""
    return abs(log(max(layout.width, 1.0) / max(layout.height, 1.0) / aspect))
