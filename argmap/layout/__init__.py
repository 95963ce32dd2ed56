"""Layout: boxes and arrows become places and routes. Nothing here knows of arguments."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import signature
from math import inf
from typing import Literal, get_args

from ..errors import UnknownName
from ..registry import Registry
from .auto import least_width
from .check import check_aspect, check_diagram, check_max_width, check_spacing
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
        "outline": "argmap.layout.outline:outline",
        "wrapped": "argmap.layout.outline:wrapped",
        "dot": "argmap.layout.graphviz:dot",
        "pygraphviz": "argmap.layout.graphviz:pygraphviz",
    },
    group="argmap.engines",
)

WIDEST = 1_600.0
"""How wide a drawing may get before ``auto`` turns it to the left, CSS pixels."""

_SPACING = Spacing()

_LEFTWARDS = ("outline", "wrapped")
"""The engines for which ``auto`` is left: up they draw the same."""

_IN_ROWS = ("layered", "tree")
"""The engines whose rows are known beforehand, so that a drawing too wide needn't be made."""


def arrange(
    diagram: Diagram,
    *,
    engine: str = "layered",
    direction: Direction | Literal["auto"] = "auto",
    spacing: Spacing = _SPACING,
    max_width: float | None = None,
    aspect: float | None = None,
    previous: Layout | None = None,
) -> Layout:
    """The places of all boxes and the routes of all arrows.

    ``direction`` is where arrows point: ``"up"`` has conclusions on top, ``"left"`` at the left, and
    ``"auto"`` is up if that is at most `WIDEST` px (or ``max_width``) wide and else left. A layout wider
    than ``max_width`` px gives way to a wrapped outline, if that is narrower. With an ``aspect``, width over
    height, it is a wrapped outline as near to that shape as its rows allow, within ``max_width``. With a ``previous`` layout,
    ``auto`` keeps its direction while the width allows, and engines that take one (``layered`` and
    ``tree``) keep boxes near their old places; others ignore it. The same two set several parts side by side
    within the width.

    Raises `ValueError` for ids that clash or lead nowhere and for lengths that are negative or not
    finite, `UnknownName` for an engine or a direction that doesn't exist.
    """
    if direction not in ("auto", *get_args(Direction)):
        raise UnknownName("direction", str(direction), ("auto", *get_args(Direction)))
    check_diagram(diagram)
    check_spacing(spacing)
    check_max_width(max_width)
    check_aspect(aspect)
    most = WIDEST if max_width is None else max_width
    lay_out = _knowing(ENGINES.get(engine), previous=previous, room=most)
    if aspect is not None:
        from .shaped import shaped  # here, as below: few drawings need it

        way = "left" if direction == "auto" else direction
        return shaped(diagram, way, spacing, aspect, inf if max_width is None else max_width)
    if engine == "wrapped":
        return _wrapped(diagram, "left" if direction == "auto" else direction, spacing, most)
    for way in _ways(diagram, engine, direction, spacing, most, previous):
        layout = lay_out(diagram, way, spacing)
        if layout.width <= most:
            return layout
    if max_width is None:
        return layout
    narrow = _wrapped(diagram, "left" if direction == "auto" else direction, spacing, most)
    return min(layout, narrow, key=lambda each: each.width)


def _wrapped(diagram: Diagram, direction: Direction, spacing: Spacing, most: float) -> Layout:
    """The wrapped outline; its passes are loaded only where one is drawn."""
    from .outline import wrapped

    return wrapped(diagram, direction, spacing, most)


def _ways(
    diagram: Diagram,
    engine: str,
    direction: Direction | Literal["auto"],
    spacing: Spacing,
    most: float,
    previous: Layout | None,
) -> tuple[Direction, ...]:
    """The directions to try one after the other, the last one for good."""
    if direction != "auto":
        return (direction,)
    if engine in _LEFTWARDS:
        return ("left",)
    kept: Direction = "up" if previous is None else previous.direction
    if kept in ("left", "right"):
        return (kept,)
    if engine in _IN_ROWS and least_width(diagram, spacing) > most:
        return ("left",)
    return (kept, "left")


def _knowing(engine: Engine, **more: object) -> Engine:
    """The engine with ``more`` given to it, of which it takes what it has parameters for."""
    known = signature(engine).parameters
    taken = {name: value for name, value in more.items() if value is not None and name in known}
    return partial(engine, **taken) if taken else engine
