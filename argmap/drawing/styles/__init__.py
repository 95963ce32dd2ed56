"""Styles: the same map as the traditions of the field draw it, each a value in a file of its own.

A style says what of a view becomes which shape, and where it stands. What a tradition has no shape for is
drawn with one that it has, and told as a loss; nothing is left out.
"""

from __future__ import annotations

from ...registry import Registry
from .style import Shown, Style

__all__ = ["STYLES", "Shown", "Style"]

STYLES: Registry[Style] = Registry(
    "style",
    {
        "argmap": "argmap.drawing.styles.own:ARGMAP",
        "argdown": "argmap.drawing.styles.argdown:ARGDOWN",
        "boxes": "argmap.drawing.styles.boxes:BOXES",
        "toulmin": "argmap.drawing.styles.toulmin:TOULMIN",
        "outline": "argmap.drawing.styles.own:OUTLINE",
        "kialo": "argmap.drawing.styles.kialo:KIALO",
    },
    group="argmap.styles",
)
