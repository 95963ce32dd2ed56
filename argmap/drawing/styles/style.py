"""What a style is: how a view is shown, and how that is laid out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from attrs import evolve

from ...errors import Loss
from ...layout import Direction, Layout, arrange
from ...layout.check import check_max_width
from ...layout.diagram import Box, Spacing
from ...model.map import ArgumentMap
from ...values import NamedTuple, frozen
from ..readings import Reading
from ..sizes import Sized, diagram
from ..theme import Theme
from ..view import View, Wire

__all__ = [
    "Shown",
    "Style",
    "Wanted",
    "blocks",
    "claims",
    "framed",
    "link_of",
    "placed",
    "whole_wires",
]

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


def blocks(sized: Sized) -> list[Box]:
    """The boxes of a tree of blocks, heads before what hangs below them: its cards, and on a page the marks where lines go on."""
    heads = {wire.head for wire in sized.view.wires}
    marks = [Box(each.joint.id, each.width, each.height) for each in sized.joints]
    return [
        *[mark for mark in marks if mark.id in heads],
        *[Box(each.card.id, each.width, each.height) for each in sized.cards],
        *[mark for mark in marks if mark.id not in heads],
    ]


def framed(sized: Sized) -> dict[str, list[str]]:
    """What stands in each frame, in its order, a mark last."""
    members: dict[str, list[str]] = {}
    held = [(each.card.panel, each.card.id) for each in sized.cards]
    held += [(each.joint.panel, each.joint.id) for each in sized.joints]
    for panel, id in held:
        if panel is not None:
            members.setdefault(panel, []).append(id)
    return members


@frozen(kw_only=True)
class Style:
    """A tradition of drawing.

    ``show`` gives the view in its shapes, ``reading`` says what a map is taken for where nobody does, and
    ``engine`` and ``direction`` are its own where none is asked for. Its texts are ``broad`` times as wide as the theme says. A style with a ``places`` of its own is
    no graph but a tree of blocks: it takes no engine and no aspect. On pages it is drawn in one of its ``ways``, whichever needs fewer,
    and its frames are never parted if they are ``whole``.
    """

    name: str
    title: str
    show: Callable[[View], Shown] = Shown
    reading: Callable[[ArgumentMap], Reading] = claims
    engine: str = "layered"
    direction: Way = "auto"
    broad: float = 1.0
    places: Callable[[Sized, Wanted], Layout] | None = None
    ways: tuple[Direction, ...] = ("up", "left")
    whole: bool = True

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
