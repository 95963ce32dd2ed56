"""A laid-out map as plain data for the page's script: shapes, places, lines, and what there is to tell.

Claims and joints are nodes, numbered in this order; the shapes of each are relative to its upper left corner, so
that a script can move them without knowing what they show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from ...layout.diagram import Layout, Place, Point
from ...model.map import ArgumentMap
from ..badges import badge
from ..bearings import HEAD, LOOKS, RADIUS, head, sign
from ..cards import card, heading, joint, panel
from ..compose import met_routes
from ..legend import legend
from ..mark import Mark
from ..marks import SIGNS, Marks, words
from ..scene import Path
from ..sizes import Sized, inhabited
from ..text import base_direction
from ..theme import Theme
from ..view import Card, Wire
from ..wires import BADGE, line, spots
from .facts import Facts, card_facts, link_facts, records
from .shapes import Shapes, short

__all__ = ["picture"]

KEY = 250.0
"""How wide the key of signs gets, px."""


def picture(map: ArgumentMap, sized: Sized, layout: Layout, theme: Theme, marks: Marks) -> Facts:
    """All that a page shows of a map; texts stand in it as they are, and mean nothing."""
    shapes = Shapes()
    return {
        "title": sized.view.title,
        "description": sized.view.description,
        "direction": layout.direction,
        "size": [short(layout.width), short(layout.height)],
        **_nodes(map, sized, layout, theme, marks, shapes),
        "lines": list(_lines(sized, layout, theme, shapes)),
        "frames": _frames(sized, layout, theme, shapes),
        "links": [link_facts(map, link, marks.get(link.id)) for link in map.links],
        **records(map),
        **_signs(sized, theme, shapes),
        "looks": shapes.looks(),
    }


def _nodes(
    map: ArgumentMap, sized: Sized, layout: Layout, theme: Theme, marks: Marks, shapes: Shapes
) -> Facts:
    """Claims in reading order and joints in the author's: the place, the shapes, and the facts of each."""
    boxes = {place.id: place for place in layout.boxes}
    claims, joints = [], []
    for each in sized.cards:
        place = boxes[each.card.id]
        drawn = card(each, _at_origin(place), theme)
        facts = _claim(map, each.card, marks.get(each.card.id))
        claims.append({**facts, **_placed(place, shapes.told([drawn], each.card.text))})
    for tied in sized.joints:
        place = boxes[tied.joint.id]
        told = shapes.told([joint(tied, _at_origin(place), theme)])
        joints.append({"id": tied.joint.id, "group": tied.joint.panel, **_placed(place, told)})
    return {"claims": claims, "joints": joints}


def _claim(map: ArgumentMap, card: Card, mark: Mark | None) -> Facts:
    """A card's id, its wording, what a screen reader says before and after what is on it, and what there is to tell."""
    before, _, after = card.name.partition(card.text)
    if mark is not None:
        after = after.removeprefix(f" ({words(mark)})")  # it is on the card
    facts: Facts = {"id": card.id, "text": card.text, "said": [before, after], "role": card.role}
    facts |= {"of": card.of} if card.of else card_facts(map, map[card.id], mark)
    return facts if card.panel == facts.get("group") else facts | {"frame": card.panel}


def _placed(place: Place, told: list[list[object]]) -> Facts:
    at = [short(each) for each in (place.x, place.y, place.width, place.height)]
    return {"at": at, "shapes": told}


def _at_origin(place: Place) -> Place:
    return Place(place.id, 0.0, 0.0, place.width, place.height)


def _lines(sized: Sized, layout: Layout, theme: Theme, shapes: Shapes) -> Iterator[list[Any]]:
    """Each line: tail, head, how it bears, its look, its commands and their coordinates, tip or none, signs on it.

    A line that leads from a frame has the first claim in there as its tail, and is followed by the others; one that leads
    to a frame is of what that frame bears on. Where there are such frames the lines come in the order of their tails.
    """
    nodes = [*[each.card.id for each in sized.cards], *[each.joint.id for each in sized.joints]]
    numbers = {id: number for number, id in enumerate(nodes)}
    boxes = {place.id: place for place in layout.boxes}
    middles = {each.joint.id: _middle(boxes[each.joint.id]) for each in sized.joints}
    reasons = _Reasons(sized)
    for wire, points in reasons.sorted(met_routes(sized, layout, (0.0, 0.0), middles), numbers):
        drawn, headless = line(wire, points, theme.line)
        on_it = [kind for kind, _, _ in spots(wire, points, headless)]
        tip = [short(each) for each in points[-1]] if wire.headed else []
        ends = [numbers[wire.tail], numbers[reasons.head(wire)]]
        beside = [numbers[each] for each in reasons.beside(wire)]
        told = [*ends, wire.bearing, *shapes.line(cast("Path", drawn[0])), tip, on_it]
        yield [*told, beside] if beside else told


class _Reasons:
    """The frames of a view that are links, whose claims bear together on what the line of the frame leads to."""

    def __init__(self, sized: Sized) -> None:
        frames = {panel.id for panel in sized.view.panels if panel.bearing is not None}
        self._heads = {wire.id: wire.head for wire in sized.view.wires if wire.id in frames}
        self._held: dict[str, list[str]] = {id: [] for id in self._heads}
        for each in sized.view.cards:
            if each.panel in self._held:
                self._held[each.panel].append(each.id)

    def head(self, wire: Wire) -> str:
        """The card or joint on which a line bears in the end."""
        head = wire.head
        while head in self._heads:
            head = self._heads[head]
        return head

    def beside(self, wire: Wire) -> list[str]:
        """The cards of the frame from which a line leads, but the first."""
        return [id for id in self._held.get(wire.id, ()) if id != wire.tail]

    def sorted(
        self, routes: Iterable[tuple[Wire, Sequence[Point]]], numbers: Mapping[str, int]
    ) -> Iterable[tuple[Wire, Sequence[Point]]]:
        """The lines in reading order, if there are such frames."""
        return sorted(routes, key=lambda route: numbers[route[0].tail]) if self._heads else routes


def _middle(place: Place) -> tuple[float, float]:
    return (place.x + place.width / 2, place.y + place.height / 2)


def _frames(sized: Sized, layout: Layout, theme: Theme, shapes: Shapes) -> list[Facts]:
    """Frames, the largest first, so that an inner one is painted over its outer one, and their headings."""
    frames = {place.id: place for place in layout.frames}
    found = []
    for each in inhabited(sized):
        place = frames[each.panel.id]
        here = _at_origin(place)
        facts: Facts = {
            "id": each.panel.id,
            "parent": each.panel.parent,
            "room": [short(each.width), short(each.height)],
            "rtl": base_direction(each.title.text) == "rtl",
            "heading": shapes.told(heading(each, here, theme)),
        }
        found.append(facts | _placed(place, shapes.told([panel(each, here)])))
    return sorted(found, key=lambda facts: -facts["at"][2] * facts["at"][3])


def _signs(sized: Sized, theme: Theme, shapes: Shapes) -> Facts:
    """What stands on lines, drawn at the origin, heads pointing up; and the key of what occurs."""
    key, width, height = legend(sized.view, 0.0, 0.0, KEY, theme)
    return {
        "clear": [RADIUS + 3.5, HEAD + BADGE + 1],
        "signs": {
            **{name: shapes.told([sign(name, 0.0, 0.0)]) for name in LOOKS},
            **{name: shapes.told([badge(name, 0.0, 0.0, BADGE)]) for name in SIGNS},
        },
        "heads": {
            name: shapes.told(head(look, (0.0, 0.0), (0.0, -1.0))) for name, look in LOOKS.items()
        },
        "key": {"size": [short(width), short(height)], "shapes": shapes.told([key] if key else [])},
    }
