"""What a style is: how a view is shown, and how that is laid out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from attrs import evolve

from ...errors import Loss
from ...layout import Direction, Layout, arrange
from ...layout.check import check_max_width
from ...layout.diagram import Spacing
from ...model.map import ArgumentMap
from ...values import frozen
from ..readings import Reading
from ..sizes import Sized, diagram
from ..theme import Theme
from ..view import View, Wire

__all__ = ["Shown", "Style", "Wanted", "claims", "link_of", "placed", "whole_wires"]

Way: TypeAlias = Direction | Literal["auto"]


class Shown(NamedTuple):
    """What a style makes of a view, and what it draws with another shape than it should have."""

    view: View
    losses: tuple[Loss, ...] = ()


class Wanted(NamedTuple):
    """What is asked of a layout, as `argmap.layout.arrange` takes it; an ``engine`` of None is the style's."""

    engine: str | None
    direction: Way
    spacing: Spacing
    max_width: float | None
    aspect: float | None
    previous: Layout | None


def claims(map: ArgumentMap) -> Reading:
    """The reading that most styles take."""
    return "claims"


def link_of(wire: Wire) -> str:
    """The id of the link that a line is, or is a part of: it leads to that link's joint, or from there."""
    if not wire.headed:
        return wire.head
    return wire.id if wire.signed else wire.tail


def whole_wires(view: View) -> list[Wire]:
    """The lines of a view but those of stubs, which lead to nothing that is shown."""
    stubs = {joint.id for joint in view.joints if joint.stub}
    return [wire for wire in view.wires if wire.tail not in stubs and wire.head not in stubs]


@frozen(kw_only=True)
class Style:
    """A tradition of drawing.

    ``show`` gives the view in its shapes, ``reading`` says what a map is taken for where nobody does, and
    ``engine`` and ``direction`` are its own where none is asked for. Its texts are ``broad`` times as wide as the theme says. A style with a ``places`` of its own is
    no graph but a tree of blocks: it takes no engine and no aspect.
    """

    name: str
    title: str
    show: Callable[[View], Shown] = Shown
    reading: Callable[[ArgumentMap], Reading] = claims
    engine: str = "layered"
    direction: Way = "auto"
    broad: float = 1.0
    places: Callable[[Sized, Wanted], Layout] | None = None

    def measuring(self, look: Theme) -> Theme:
        """``look`` as texts are measured in this style."""
        return evolve(look, text_width=min(look.text_width * self.broad, 2_000.0))


def placed(style: Style, sized: Sized, wanted: Wanted) -> Layout:
    """Where everything stands; raises ValueError for an engine or an aspect that the style has no use for."""
    way = style.direction if wanted.direction == "auto" else wanted.direction
    if style.places is None:
        return arrange(
            diagram(sized),
            **wanted._replace(engine=wanted.engine or style.engine, direction=way)._asdict(),
        )
    for name in ("engine", "aspect"):
        if getattr(wanted, name) is not None:
            raise ValueError(f"style {style.name!r} has a layout of its own, which takes no {name}")
    check_max_width(wanted.max_width)
    return style.places(sized, wanted._replace(direction=way))
