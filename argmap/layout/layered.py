"""The layered layout, pass by pass, after Sugiyama, Tagawa and Toda 1981."""

from __future__ import annotations

from math import inf

from ..pause import no_garbage
from .components import parts
from .coordinates import Across, across
from .diagram import Diagram, Direction, Layout, Spacing
from .graph import Graph, numbered
from .lanes import lane_places
from .longedges import is_tree
from .memory import Memory, remembered
from .ordering import ordered
from .page import page
from .picture import Picture, oriented, turned_to
from .plans import planned
from .plumb import plumbed
from .ports import ports
from .routes import routes
from .rows import along
from .tidytree import narrower, tidy
from .tight import tight
from .trim import aligned, trimmed

__all__ = ["layered", "tree"]

SPACIOUS = 80
"""Up to how many boxes lines that don't cross get room as well where they lead far aside.

In a larger tree they are as easy to follow without, and a twelfth shorter.
"""


def layered(
    diagram: Diagram,
    direction: Direction,
    spacing: Spacing,
    previous: Layout | None = None,
    room: float = inf,
) -> Layout:
    """Boxes in rows by how far they are from the main claims, with few crossings and straight lines.

    No box overlaps another, no line touches a foreign box, no frame holds a foreign box. Boxes and
    arrows that ``previous`` has, by their ids, keep their order and stay near where they were, unless
    that has more than 1.4 times and 3 more crossings than the best other order. Several parts are put on a page
    of good shape, at most ``room`` wide (CSS pixels) if that can be.
    """
    return _laid_out(diagram, direction, spacing, previous, room, rigid=False)


def tree(
    diagram: Diagram,
    direction: Direction,
    spacing: Spacing,
    previous: Layout | None = None,
    room: float = inf,
) -> Layout:
    """The same, but every part that is a tree without frames has its branches rigid side by side.

    So each parent stands exactly over the middle of its children, at the price of width: `layered`
    does the same for trees as long as the price is small.
    """
    return _laid_out(diagram, direction, spacing, previous, room, rigid=True)


def _laid_out(
    diagram: Diagram,
    direction: Direction,
    spacing: Spacing,
    previous: Layout | None,
    room: float,
    *,
    rigid: bool,
) -> Layout:
    with no_garbage():
        whole = numbered(diagram, direction, spacing)
        split = parts(whole.graph)
        memories = remembered(previous, diagram, whole, split)
        pictures = [
            oriented(_picture(part.graph, direction, spacing, memory, rigid=rigid), direction)
            for part, memory in zip(split, memories, strict=True)
        ]
        return page(diagram, whole, split, pictures, direction, spacing, room)


def _picture(
    graph: Graph, direction: Direction, spacing: Spacing, memory: Memory, *, rigid: bool
) -> Picture:
    """One connected part, its heads on top, but for its routes, which lead where they will."""
    plan = planned(graph, spacing)
    rows = plan.layered
    order = ordered(rows, graph, plan.items, memory, plan.begun)
    if (rigid or rows.rows == 1) and is_tree(rows):
        x = Across(tidy(rows, order), ())
    else:
        x = across(rows, graph, order, spacing, memory)
        x = x._replace(middle=narrower(rows, order, x.middle, memory))
    roomy = order.crossings > 0 or len(graph.before) <= SPACIOUS
    y = along(rows, graph, x, spacing, roomy=roomy)
    x, y = tight(rows, graph, x, y)
    x = plumbed(rows, graph, order, x)
    x = aligned(graph, x)
    ends = ports(graph, rows, order, x)
    lanes = lane_places(graph, rows, x, spacing)
    lines = turned_to(direction, routes(graph, rows, plan.turned, x, y, ends, lanes), y.foot[-1])
    return trimmed(graph, x, y, tuple(lines), order.crossings, lanes.values())
