"""Who draws the parts of a map: as shapes, or as stamps, of which those of a kind have all but their numbers in common.

Cards, lines and signs are most of what a large drawing consists of; as stamps they take half the time to make and
to write. What is rare, such as a card with a mark, stays a shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ..layout.diagram import Place, Point
from .bearings import LOOKS, head_at, sign_at
from .cards import begun, card, inside_of, stripe_at
from .drawn import PLAIN
from .scene import WORD, Group, Item, Stamp, Text
from .sizes import SizedCard, leading
from .theme import Theme
from .view import Wire
from .wires import Spot, beheaded, direction, line, shown, traced, weight

__all__ = ["Drawer", "Stamps"]


class Drawer:
    """What draws the parts of a map in a theme as shapes, for a scene that keeps them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def card(self, sized: SizedCard, place: Place, by: Point) -> Item | Stamp:
        """A card at its place, moved by ``by``."""
        x, y = place.x + by[0], place.y + by[1]
        return card(sized, Place(place.id, x, y, place.width, place.height), self._theme)

    def line(
        self, wire: Wire, points: Sequence[Point]
    ) -> tuple[Sequence[Item | Stamp], Sequence[Point]]:
        """The line of a wire with its head, and the points that are left of it without the head."""
        return line(wire, points, self._theme.line)

    def spot(self, spot: Spot) -> Item | Stamp:
        """The sign or the badge of a spot."""
        return shown(spot)


class Stamps(Drawer):
    """What draws the same as stamps, for a writer that takes them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._like: dict[object, tuple[Item, ...]] = {}

    def card(self, sized: SizedCard, place: Place, by: Point) -> Item | Stamp:
        """A card at its place, moved by ``by``; a shape where it has more than words, or a line has no width."""
        shown, theme = sized.card, self._theme
        if shown.mark is not None or shown.drawn != PLAIN:
            return super().card(sized, place, by)
        box = (place.x + by[0], place.y + by[1], place.width, place.height)
        inside = inside_of(sized, box, theme)
        at = [*box, *stripe_at(sized, box, theme)]
        words = [f"card-{shown.id}", shown.name]
        kind: list[object] = [shown.role, shown.implicit]
        for block in sized.blocks:
            (x, y), step = begun(block, inside), leading(block.size)
            for number, (text, width) in enumerate(block.lines):
                if not width or block.url:
                    return super().card(sized, place, by)
                at += (x, y + number * step, width)
                words.append(text)
            kind += (block.kind, block.bold, block.rtl, len(block.lines))
        known = tuple(kind)
        like = self._like.get(known)
        if like is None:
            first = cast("Group", super().card(sized, place, by))
            like = self._like[known] = (_wordless(first),)
        return Stamp(like, at, tuple(words))

    def line(
        self, wire: Wire, points: Sequence[Point]
    ) -> tuple[Sequence[Item | Stamp], Sequence[Point]]:
        """The line of a wire with its head as one stamp, and the points that are left of it without the head."""
        bearing = wire.bearing
        left: Sequence[Point] = points
        ended: tuple[float, ...] = ()
        if wire.headed:
            along = direction(points)
            left = beheaded(points, along)
            ended = head_at(LOOKS[bearing], points[-1], along)
        commands, at = traced(left)
        kind = (bearing, wire.headed, commands, weight(wire.mark))
        like = self._like.get(kind)
        if like is None:
            like = self._like[kind] = line(wire, points, self._theme.line)[0]
        return (Stamp(like, at + ended),), left

    def spot(self, spot: Spot) -> Item | Stamp:
        """The sign of a spot as a stamp, or its badge."""
        kind, x, y = spot
        if kind not in LOOKS:
            return super().spot(spot)
        like = self._like.get(kind)
        if like is None:
            like = self._like[kind] = (shown(spot),)
        return Stamp(like, sign_at(kind, x, y))


def _wordless(group: Group) -> Group:
    """A card without its words."""
    items = tuple(
        [
            item._replace(lines=tuple([line._replace(text=WORD) for line in item.lines]))
            if isinstance(item, Text)
            else item
            for item in group.items
        ]
    )
    return group._replace(items=items, id=WORD, label=WORD)
