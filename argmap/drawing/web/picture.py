"""A laid-out map as plain data for the page's script: shapes, places, lines, and what there is to tell.

Claims and joints are nodes, numbered in this order; the shapes of each are relative to its upper left corner, so
that a script can move them without knowing what they show.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from ...layout.diagram import Layout, Place
from ...model.claim import Claim, Issue
from ...model.link import Link
from ...model.map import ArgumentMap
from ..badges import badge
from ..bearings import HEAD, LOOKS, RADIUS, head, sign
from ..cards import card, heading, joint, panel
from ..compose import met_routes
from ..legend import legend
from ..marks import SIGNS, Mark, Marks, words
from ..scene import Path
from ..sizes import Sized, inhabited
from ..text import base_direction
from ..theme import Theme
from ..view import Card
from ..wires import BADGE, line, spots
from .facts import Facts, claim_facts, link_facts, records
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
        "links": [link_facts(map, link, marks.get(link.id)) for link in _links(map, sized)],
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
    """A claim's id, its wording, what a screen reader says before and after what is on its card, and what there is to tell."""
    element = cast("Claim | Issue", map[card.id])
    before, _, after = card.name.partition(card.text)
    if mark is not None:
        after = after.removeprefix(f" ({words(mark)})")  # it is on the card
    facts = {"id": card.id, "text": card.text, "said": [before, after], "role": card.role}
    return facts | claim_facts(map, element, mark)


def _placed(place: Place, told: list[list[object]]) -> Facts:
    at = [short(each) for each in (place.x, place.y, place.width, place.height)]
    return {"at": at, "shapes": told}


def _at_origin(place: Place) -> Place:
    return Place(place.id, 0.0, 0.0, place.width, place.height)


def _lines(sized: Sized, layout: Layout, theme: Theme, shapes: Shapes) -> Iterator[list[Any]]:
    """Each line: tail, head, how it bears, its look, its commands and their coordinates, tip or none, signs on it."""
    nodes = [*[each.card.id for each in sized.cards], *[each.joint.id for each in sized.joints]]
    numbers = {id: number for number, id in enumerate(nodes)}
    boxes = {place.id: place for place in layout.boxes}
    middles = {each.joint.id: _middle(boxes[each.joint.id]) for each in sized.joints}
    for wire, points in met_routes(sized, layout, (0.0, 0.0), middles):
        drawn, headless = line(wire, points, theme.line)
        on_it = [kind for kind, _, _ in spots(wire, points, headless)]
        tip = [short(each) for each in points[-1]] if wire.headed else []
        ends = [numbers[wire.tail], numbers[wire.head]]
        yield [*ends, wire.bearing, *shapes.line(cast("Path", drawn[0])), tip, on_it]


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


def _links(map: ArgumentMap, sized: Sized) -> list[Link]:
    """The links that are shown, in the author's order."""
    shown = {each.joint.id for each in sized.joints} | {wire.id for wire in sized.view.wires}
    return [link for link in map.links if link.id in shown]


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
