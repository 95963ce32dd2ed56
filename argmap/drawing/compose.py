"""The drawing put together: title, groups, wires, cards in reading order, legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from attrs import evolve

from ..layout.diagram import Layout, Place, Point
from .cards import heading, joint, panel
from .clearings import Clearings
from .legend import legend, title
from .scene import Group, Item, Rect, Scene, Stamp, Stream, gathered
from .sizes import Sized, SizedJoint
from .stamps import Drawer, Stamps
from .theme import Theme
from .view import Wire
from .wires import Spot, spots

__all__ = ["compose", "map_items", "met_routes", "streamed"]

LEAST = 360.0
"""Least width left to the title and the legend of a small map."""


def compose(sized: Sized, layout: Layout, theme: Theme) -> Scene:
    """The scene of a measured view at the places that a layout gave it."""
    frame, parts = _composed(sized, layout, theme, Drawer(theme))
    return evolve(frame, items=tuple(map(gathered, parts)))


def streamed(sized: Sized, layout: Layout, theme: Theme) -> tuple[Scene, Iterator[Item | Stream]]:
    """The same scene without its items, and the items, to be drawn while they are made: most of them stamps."""
    return _composed(sized, layout, theme, Stamps(theme))


def _composed(
    sized: Sized, layout: Layout, theme: Theme, drawer: Drawer
) -> tuple[Scene, Iterator[Item | Stream]]:
    margin = theme.margin
    room = max(layout.width, LEAST)
    heading, above = title(sized.view.title, margin, margin, room, theme)
    top = margin + above + (14 if above else 0)
    bottom = top + layout.height
    key, across, below = legend(sized.view, margin, bottom + 16, room, theme)
    written = max([words.width for words in heading.lines]) if heading else 0.0
    content = max(layout.width, across, written)
    width = round(content + 2 * margin)
    height = round(bottom + (16 + below if below else 0) + margin)
    left = margin + (content - layout.width) / 2 if layout.width < written else margin
    first: list[Item] = [Rect(x=0, y=0, width=width, height=height, fill="background")]
    first += [heading] if heading else []
    frame = Scene(
        width=width,
        height=height,
        title=sized.view.title,
        description=sized.view.description,
        language=sized.view.language,
        items=(),
        theme=theme,
    )
    parts = _parts(sized, layout, (left, top), theme, drawer)
    return frame, chain(first, parts, [key] if key else [])


def map_items(sized: Sized, layout: Layout, by: Point, theme: Theme) -> list[Item]:
    """The groups, wires and cards, moved by ``by``: everything but title and legend."""
    return list(map(gathered, _parts(sized, layout, by, theme, Drawer(theme))))


def _parts(
    sized: Sized, layout: Layout, by: Point, theme: Theme, drawer: Drawer
) -> list[Item | Stream]:
    frames = {place.id: _moved(place, by) for place in layout.frames}
    boxes = {place.id: place for place in layout.boxes}
    framed = [(p, frames[p.panel.id]) for p in sized.panels if p.panel.id in frames]
    panels = [panel(each, place) for each, place in framed]
    headings = [item for each, place in framed for item in heading(each, place, theme)]
    joints = [(each, _moved(boxes[each.joint.id], by)) for each in sized.joints]
    cards = (drawer.card(each, boxes[each.card.id], by) for each in sized.cards)
    wires = _wires(sized, layout, by, theme, headings, joints, drawer)
    return [
        *_outermost_first(panels),
        Stream(Group(items=(), hidden=True), wires),
        Stream(Group(items=(), role="list", label="Claims, in reading order"), cards),
    ]


def _wires(
    sized: Sized,
    layout: Layout,
    by: Point,
    theme: Theme,
    headings: list[Item],
    joints: list[tuple[SizedJoint, Place]],
    drawer: Drawer,
) -> Iterator[Item | Stamp]:
    """All lines, and over them the titles of groups, the signs on the lines, and the joints."""
    middles = {each.joint.id: _middle(place) for each, place in joints}
    marked: list[Spot] = []
    clear = Clearings([each for each in headings if isinstance(each, Rect)])
    for each, points in met_routes(sized, layout, by, middles):
        drawn, headless = drawer.line(each, points)
        marked += spots(each, points, headless, clear)
        yield from drawn
    yield from headings
    yield from map(drawer.spot, marked)
    for sized_joint, place in joints:
        yield joint(sized_joint, place, theme)


def met_routes(
    sized: Sized, layout: Layout, by: Point, middles: dict[str, Point]
) -> Iterator[tuple[Wire, Sequence[Point]]]:
    """Each wire with the points of its route, moved by ``by`` and drawn on to the ``middles`` of joints."""
    routes = {route.id: route.points for route in layout.routes}
    for each in sized.view.wires:
        yield each, _met(each, _shifted(routes[each.id], by), middles)


def _middle(place: Place) -> Point:
    return (place.x + place.width / 2, place.y + place.height / 2)


def _met(wire: Wire, points: Sequence[Point], middles: dict[str, Point]) -> Sequence[Point]:
    """The points of a route drawn on to the middle of the joints it runs into, which are painted over it.

    A route ends on the border of a joint's box; the joint itself is round and would leave a gap.
    """
    if wire.tail in middles:
        points = (*_straight(middles[wire.tail], points[0]), *points[1:])
    if wire.head in middles and not wire.headed:
        points = (*points, *_straight(points[-1], middles[wire.head])[1:])
    return points


def _straight(start: Point, end: Point) -> tuple[Point, ...]:
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


def _shifted(points: Sequence[Point], by: Point) -> Sequence[Point]:
    across, down = by
    return [(x + across, y + down) for x, y in points]
