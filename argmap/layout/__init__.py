"""Layout: boxes and arrows become places and routes. Nothing here knows of arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from ..errors import UnknownName
from ..registry import Registry
from .auto import least_width
from .check import check_diagram, check_spacing
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
    "Engine",
    "Frame",
    "Layout",
    "Place",
    "Point",
    "Route",
    "Spacing",
    "arrange",
]

Engine = Callable[[Diagram, Direction, Spacing], Layout]
"""What lays out a checked diagram in a direction: a plug-in is a function of this kind."""

ENGINES: Registry[Engine] = Registry(
    "layout engine",
    {
        "layered": "argmap.layout.layered:layered",
        "tree": "argmap.layout.layered:tree",
        "dot": "argmap.layout.graphviz:dot",
        "pygraphviz": "argmap.layout.graphviz:pygraphviz",
    },
    group="argmap.engines",
)

WIDEST = 1_600.0
"""How wide a drawing may get before ``auto`` turns it to the left, CSS pixels."""

_SPACING = Spacing()

_IN_ROWS = ("layered", "tree")
"""The engines whose rows are known beforehand, so that a drawing too wide needn't be made."""


def arrange(
    diagram: Diagram,
    *,
    engine: str = "layered",
    direction: Direction | Literal["auto"] = "auto",
    spacing: Spacing = _SPACING,
) -> Layout:
    """The places of all boxes and the routes of all arrows.

    ``direction`` is where arrows point: ``"up"`` has conclusions on top, ``"left"`` at the left, and
    ``"auto"`` is up if that is at most `WIDEST` px wide and else left.

    Raises `ValueError` for ids that clash or lead nowhere and for lengths that are negative or not
    finite, `UnknownName` for an engine or a direction that doesn't exist.
    """
    if direction not in ("auto", *get_args(Direction)):
        raise UnknownName("direction", str(direction), ("auto", *get_args(Direction)))
    lay_out = ENGINES.get(engine)
    check_diagram(diagram)
    check_spacing(spacing)
    if direction != "auto":
        return lay_out(diagram, direction, spacing)
    if engine in _IN_ROWS and least_width(diagram, spacing) > WIDEST:
        return lay_out(diagram, "left", spacing)
    upright = lay_out(diagram, "up", spacing)
    return upright if upright.width <= WIDEST else lay_out(diagram, "left", spacing)
