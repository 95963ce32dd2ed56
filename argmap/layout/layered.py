"""The layered layout, pass by pass, after Sugiyama, Tagawa and Toda 1981."""

from __future__ import annotations

from .components import parts
from .coordinates import across
from .cycles import turned
from .diagram import Diagram, Direction, Layout, Spacing
from .graph import Graph, numbered
from .items import items
from .longedges import layered_graph
from .ordering import ordered
from .page import page
from .pause import no_garbage
from .picture import Picture, oriented
from .ports import ports
from .ranks import links, ranks
from .routes import routes
from .rows import along
from .tidytree import is_tree, narrower, tidy
from .trim import trimmed

__all__ = ["layered", "tree"]


def layered(diagram: Diagram, direction: Direction, spacing: Spacing) -> Layout:
    """Boxes in rows by how far they are from the main claims, with few crossings and straight lines.

    No box overlaps another, no line touches a foreign box, no frame holds a foreign box.
    """
    return _laid_out(diagram, direction, spacing, rigid=False)


def tree(diagram: Diagram, direction: Direction, spacing: Spacing) -> Layout:
    """The same, but every part that is a tree without frames has its branches rigid side by side.

    So each parent stands exactly over the middle of its children, at the price of width: `layered`
    does the same for trees as long as the price is small.
    """
    return _laid_out(diagram, direction, spacing, rigid=True)


def _laid_out(diagram: Diagram, direction: Direction, spacing: Spacing, *, rigid: bool) -> Layout:
    with no_garbage():
        whole = numbered(diagram, direction, spacing)
        split = parts(whole.graph)
        pictures = [_picture(part.graph, spacing, rigid=rigid) for part in split]
        turned_round = [oriented(each, direction) for each in pictures]
        return page(diagram, whole, split, turned_round, direction, spacing)


def _picture(graph: Graph, spacing: Spacing, *, rigid: bool) -> Picture:
    """One connected part, its heads on top."""
    turns = turned(graph)
    linked = links(graph, turns)
    rank = ranks(graph, linked)
    rows = layered_graph(graph, turns, rank, spacing)
    order = ordered(rows, graph, items(graph, linked, rank))
    if (rigid or rows.rows == 1) and is_tree(rows):
        x = tidy(rows, order)
    else:
        x = narrower(rows, order, across(rows, graph, order, spacing))
    y = along(rows, graph, x, spacing)
    ends = ports(graph, rows, order, x)
    return trimmed(graph, x, y, routes(graph, rows, turns, x, y, ends), order.crossings)
