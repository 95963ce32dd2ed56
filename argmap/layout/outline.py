"""Outlines: what bears on a claim stands below it, indented, as in a table of contents.

An outline is as narrow as its deepest indentation and one box. ``wrapped`` puts small branches side
by side in rows as well, as far as a width allows.
"""

from __future__ import annotations

from ..pause import no_garbage
from .diagram import Diagram, Direction, Layout, Place, Point, Route, Spacing
from .outline_blocks import Blocks, blocks
from .outline_lines import Lines, lines
from .outline_tree import Hanging, hanging

__all__ = ["WIDE", "outline", "wrapped"]

WIDE = 1_600.0
"""How wide a wrapped outline gets where nobody says, CSS pixels."""

Ends = list[tuple[int, int]]


def outline(diagram: Diagram, direction: Direction, spacing: Spacing) -> Layout:
    """One box to a line, indented below what it bears on, joined by lines along the indentation.

    Lines that such a tree has no place for run in lanes at the right. Lines of one kind to the same
    box share a lane. ``right`` mirrors this, ``up`` is the same as ``left``, and ``down`` has what bears on
    a claim above it. How often lines cross isn't counted: ``crossings`` is 0.
    """
    return _laid_out(diagram, direction, spacing, 0.0)


def wrapped(
    diagram: Diagram, direction: Direction, spacing: Spacing, max_width: float = WIDE
) -> Layout:
    """The same with small branches side by side, at most ``max_width`` px wide if one box to a line is.

    What has a line to elsewhere, and a frame, has its line to itself.
    """
    layout = _laid_out(diagram, direction, spacing, max_width)
    if layout.width > max_width:
        narrower = 2 * max_width - layout.width
        layout = min(
            layout,
            _laid_out(diagram, direction, spacing, max(narrower, 0.0)),
            key=lambda each: each.width,
        )
    return layout


def _laid_out(diagram: Diagram, direction: Direction, spacing: Spacing, room: float) -> Layout:
    with no_garbage():
        number = {box.id: index for index, box in enumerate(diagram.boxes)}
        ends = [(number[arrow.tail], number[arrow.head]) for arrow in diagram.arrows]
        tree = hanging(diagram, ends)
        kinds = _kinds(diagram, tree, ends)
        counts = [len(each) for each in kinds]
        stand = blocks(diagram, tree, counts, _closed(tree, ends), spacing, room)
        places = _places(diagram, tree, stand, direction)
        drawn = lines(diagram, tree, stand, places, ends, kinds, spacing)
        return _turned(diagram, tree, places, drawn, direction)


def _kinds(diagram: Diagram, tree: Hanging, ends: Ends) -> list[list[str]]:
    """The kinds of lines that end under every box, as they come."""
    kinds: list[dict[str, None]] = [{} for _ in range(tree.boxes)]
    for arrow, (tail, head) in zip(diagram.arrows, ends, strict=True):
        if tree.below(tail, head):
            kinds[head][arrow.kind] = None
    return [list(each) for each in kinds]


def _closed(tree: Hanging, ends: Ends) -> list[bool]:
    """For every item whether no line of its block goes elsewhere, but one to what it hangs below."""
    closed = [True] * len(tree.above)
    known: set[int] = set()
    for tail, head in ends:
        if tree.above[tail] == head and tail not in known:
            known.add(tail)
        else:
            closed[tail] = closed[head] = False
    for item in reversed(tree.order[1:]):
        if not closed[item]:
            closed[tree.above[item]] = False
    return closed


def _places(
    diagram: Diagram, tree: Hanging, stand: Blocks, direction: Direction
) -> list[tuple[float, float, float, float]]:
    """Left, top, width and height of every item itself, without what hangs below it."""
    page = len(tree.above) - 1
    x, y = list(stand.x), list(stand.y)
    for item in tree.order[1:]:
        x[item] += x[tree.above[item]]
        y[item] += y[tree.above[item]]
    places = []
    for item in range(page):
        if item < tree.boxes:
            size = (diagram.boxes[item].width, diagram.boxes[item].height)
        else:
            size = (stand.width[item], stand.height[item])
        places.append((x[item], y[item], *size))
    if direction == "down":  # the room for a title is on top once all is turned
        _titles_below(diagram, tree, places)
    return places


def _titles_below(
    diagram: Diagram, tree: Hanging, places: list[tuple[float, float, float, float]]
) -> None:
    """Move what is in a frame up by the height of the frame's title."""
    up = [0.0] * (len(places) + 1)
    for item in tree.order[1:]:
        holder = tree.above[item]
        up[item] = up[holder]
        if tree.boxes <= holder < len(places):
            up[item] += diagram.frames[holder - tree.boxes].height
        left, top, width, height = places[item]
        places[item] = (left, top - up[item], width, height)


def _turned(
    diagram: Diagram,
    tree: Hanging,
    places: list[tuple[float, float, float, float]],
    drawn: Lines,
    direction: Direction,
) -> Layout:
    """The outline with its heads where ``direction`` points."""
    width, height = drawn.width, max([top + tall for _, top, _, tall in places], default=0.0)

    def point(at: Point) -> Point:
        x, y = at
        return (width - x if direction == "right" else x, height - y if direction == "down" else y)

    def place(id: str, item: int) -> Place:
        left, top, wide, tall = places[item]
        x = width - left - wide if direction == "right" else left
        y = height - top - tall if direction == "down" else top
        return Place(id, x, y, wide, tall)

    return Layout(
        tuple([place(box.id, number) for number, box in enumerate(diagram.boxes)]),
        tuple(
            [
                Route(arrow.id, tuple([point(at) for at in points]))
                for arrow, points in zip(diagram.arrows, drawn.routes, strict=True)
            ]
        ),
        tuple(
            [place(frame.id, tree.boxes + number) for number, frame in enumerate(diagram.frames)]
        ),
        width,
        height,
        direction,
    )
