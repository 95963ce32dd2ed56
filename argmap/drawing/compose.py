"""The drawing put together: title, groups, wires, cards in reading order, legend."""

from __future__ import annotations

from ..layout.diagram import Layout, Place, Point, Route
from .cards import card, heading, joint, panel
from .legend import legend, title
from .scene import Group, Item, Rect, Scene
from .sizes import Sized
from .theme import Theme
from .view import Wire
from .wires import wire

__all__ = ["compose", "map_items"]

LEAST = 360.0
"""Least width left to the title and the legend of a small map."""


def compose(sized: Sized, layout: Layout, theme: Theme) -> Scene:
    """The scene of a measured view at the places that a layout gave it."""
    margin = theme.margin
    room = max(layout.width, LEAST)
    heading, above = title(sized.view.title, margin, margin, room, theme)
    top = margin + above + (14 if above else 0)
    bottom = top + layout.height
    key, across, below = legend(sized.view, margin, bottom + 16, room, theme)
    written = max([words.width for words in heading.lines]) if heading else 0.0
    content = max(layout.width, across, written)
    page_width = round(content + 2 * margin)
    page_height = round(bottom + (16 + below if below else 0) + margin)
    left = margin + (content - layout.width) / 2 if layout.width < written else margin
    items: list[Item] = [Rect(x=0, y=0, width=page_width, height=page_height, fill="background")]
    items += [heading] if heading else []
    items += map_items(sized, layout, (left, top), theme)
    items += [key] if key else []
    return Scene(
        width=page_width,
        height=page_height,
        title=sized.view.title,
        description=sized.view.description,
        language=sized.view.language,
        items=tuple(items),
        theme=theme,
    )


def map_items(sized: Sized, layout: Layout, by: Point, theme: Theme) -> list[Item]:
    """The groups, wires and cards, moved by ``by``: everything but title and legend."""
    frames = {place.id: _moved(place, by) for place in layout.frames}
    boxes = {place.id: _moved(place, by) for place in layout.boxes}
    routes = {route.id: route for route in layout.routes}
    framed = [(p, frames[p.panel.id]) for p in sized.panels if p.panel.id in frames]
    panels = [panel(each, place) for each, place in framed]
    headings = [item for each, place in framed for item in heading(each, place, theme)]
    middles = {j.joint.id: _middle(boxes[j.joint.id]) for j in sized.joints}
    shapes = [
        shape
        for each in sized.view.wires
        for shape in wire(each, _met(each, _shifted(routes[each.id], by), middles), theme.line)
    ]
    joints = [joint(j, boxes[j.joint.id], theme) for j in sized.joints]
    cards = [card(c, boxes[c.card.id], theme) for c in sized.cards]
    lines = [shape for shape in shapes if not isinstance(shape, Group)]
    signs = [shape for shape in shapes if isinstance(shape, Group)]
    return [
        *_outermost_first(panels),
        Group(items=(*lines, *headings, *signs, *joints), hidden=True),
        Group(items=tuple(cards), role="list", label="Claims, in reading order"),
    ]


def _middle(place: Place) -> Point:
    return (place.x + place.width / 2, place.y + place.height / 2)


def _met(wire: Wire, route: Route, middles: dict[str, Point]) -> Route:
    """The route drawn on to the middle of the joints it runs into, which are painted over it.

    A route ends on the border of a joint's box; the joint itself is round and would leave a gap.
    """
    points = route.points
    if wire.tail in middles:
        points = (*_line(middles[wire.tail], points[0]), *points[1:])
    if wire.head in middles and not wire.headed:
        points = (*points, *_line(points[-1], middles[wire.head])[1:])
    return Route(route.id, points)


def _line(start: Point, end: Point) -> tuple[Point, ...]:
    """A straight piece of a route."""
    return (start, start, end, end)


def _outermost_first(panels: list[Group]) -> list[Group]:
    """Frames by falling area, so that an inner one is painted over its outer one."""

    def area(group: Group) -> float:
        frame = group.items[0]
        return -frame.width * frame.height if isinstance(frame, Rect) else 0.0

    return sorted(panels, key=area)


def _moved(place: Place, by: Point) -> Place:
    return Place(place.id, place.x + by[0], place.y + by[1], place.width, place.height)


def _shifted(route: Route, by: Point) -> Route:
    return Route(route.id, tuple([(x + by[0], y + by[1]) for x, y in route.points]))
