"""Layout: boxes and arrows become places and routes. Nothing here knows of arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from ..registry import Registry
from .diagram import (
    Arrow,
    Box,
    Diagram,
    Direction,
    Frame,
    Layout,
    Place,
    Point,
    Route,
    Spacing,
)

__all__ = [
    "ENGINES",
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
    "arrange",
]

Engine = Callable[[Diagram, Direction, Spacing], Layout]

ENGINES: Registry[Engine] = Registry(
    "layout engine",
    {
        "layered": "argmap.layout.layered:layered",
        "dot": "argmap.layout.graphviz:dot",
        "pygraphviz": "argmap.layout.graphviz:pygraphviz",
    },
    group="argmap.engines",
)

WIDEST = 1_600.0
"""How wide a drawing may get before ``auto`` turns it to the left, CSS pixels."""

_SPACING = Spacing()


def arrange(
    diagram: Diagram,
    *,
    engine: str = "layered",
    direction: Direction | Literal["auto"] = "auto",
    spacing: Spacing = _SPACING,
) -> Layout:
    """The places of all boxes and the routes of all arrows."""
    lay_out = ENGINES.get(engine)
    if direction == "auto":
        upright = lay_out(diagram, "up", spacing)
        return upright if upright.width <= WIDEST else lay_out(diagram, "left", spacing)
    if direction not in get_args(Direction):
        raise ValueError(f"the direction is auto, up, down, left or right, not {direction!r}")
    return lay_out(diagram, direction, spacing)
