"""Columns below a head: each holds what bears on the head in one way, and below that, indented, what bears on it.

Tops, each with its columns, stand one below the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .diagram import Box, Layout, Place, Point, Route, Spacing

__all__ = ["Column", "Entry", "columns"]

LANE = 9.0
"""How far apart the lines of different lanes below one box run, px."""

INDENT = 20.0
"""How far right of the last lane a box stands, px: room for a sign on its line."""


class Column(NamedTuple):
    """What stands in a frame below ``head``, one below the other; ``width`` and ``height`` are its title's room."""

    id: str
    head: str
    members: tuple[str, ...]
    width: float
    height: float


class Entry(NamedTuple):
    """A box that stands below ``head`` in a column; entries of a lower ``lane`` stand first, and their line is nearer."""

    id: str
    head: str
    lane: int


def columns(
    boxes: Sequence[Box],
    stands: Sequence[Column],
    entries: Sequence[Entry],
    spacing: Spacing,
) -> Layout:
    """The places of ``boxes``: those of no column and no entry are tops.

    Columns and entries are given in reading order, with heads before what is below them. First come the
    routes of the columns, from their upper side to their head, and then those of the entries.
    """
    return _Stand(boxes, stands, entries, spacing).layout()


class _Stand:
    """The work, from the tops down."""

    def __init__(
        self,
        boxes: Sequence[Box],
        stands: Sequence[Column],
        entries: Sequence[Entry],
        spacing: Spacing,
    ) -> None:
        self._boxes = boxes
        self._stands = stands
        self._entries = entries
        self._spacing = spacing
        self._size = {box.id: (box.width, box.height) for box in boxes}
        self._columns: dict[str, list[Column]] = {}
        for column in stands:
            self._columns.setdefault(column.head, []).append(column)
        self._below: dict[str, list[Entry]] = {}
        for entry in entries:
            self._below.setdefault(entry.head, []).append(entry)
        self._lanes = {
            head: sorted({entry.lane for entry in kin}) for head, kin in self._below.items()
        }
        self._places: dict[str, Place] = {}

    def layout(self) -> Layout:
        """All of it."""
        within = {member for column in self._stands for member in column.members}
        within |= {entry.id for entry in self._entries}
        top = width = 0.0
        for box in self._boxes:
            if box.id not in within:
                right, bottom = self._top(box, top)
                width, top = max(width, right), bottom + self._spacing.between_parts
        height = max(top - self._spacing.between_parts, 0.0)
        return Layout(
            tuple([self._places[box.id] for box in self._boxes]),
            (
                *[self._down(column) for column in self._stands],
                *[self._across(entry) for entry in self._entries],
            ),
            tuple([self._places[column.id] for column in self._stands]),
            width,
            height,
            "up",
        )

    def _top(self, box: Box, top: float) -> tuple[float, float]:
        """Place a top and its columns; how far they reach to the right, and down."""
        below = top + box.height + self._spacing.between_rows
        right, deepest = 0.0, top + box.height
        for column in self._columns.get(box.id, ()):
            left = right + self._spacing.between_boxes if right else 0.0
            right, bottom = self._column(column, left, below)
            deepest = max(deepest, bottom)
        middle = max(right - box.width, 0.0) / 2
        self._places[box.id] = Place(box.id, middle, top, box.width, box.height)
        return max(right, box.width), deepest

    def _column(self, column: Column, left: float, top: float) -> tuple[float, float]:
        """Place a column and all in it; where it ends at the right, and below."""
        pad, gap = self._spacing.in_frame, self._spacing.between_lines
        at, widest = top + column.height + pad / 2, column.width
        todo = [(member, left + pad) for member in reversed(column.members)]
        held: list[Place] = []
        while todo:
            id, x = todo.pop()
            width, height = self._size[id]
            held.append(Place(id, x, at, width, height))
            at += height + gap
            widest = max(widest, x + width + pad - left)
            inner = x + INDENT + LANE * len(self._lanes.get(id, ()))
            todo += [(entry.id, inner) for entry in reversed(self._below.get(id, ()))]
        for place in held:  # all end at the same line
            broad = left + widest - pad - place.x
            self._places[place.id] = Place(place.id, place.x, place.y, broad, place.height)
        bottom = at - gap + pad
        self._places[column.id] = Place(column.id, left, top, widest, bottom - top)
        return left + widest, bottom

    def _down(self, column: Column) -> Route:
        """From the middle of a column's upper side to the lower side of its head."""
        place, head = self._places[column.id], self._places[column.head]
        kin = self._columns[column.head]
        part = (kin.index(column) + 1) / (len(kin) + 1)
        start = (place.x + place.width / 2, place.y)
        end = (head.x + head.width * part, head.y + head.height)
        lead = (start[0], (start[1] * 3 + end[1] * 2) / 5)
        half = (lead[1] + end[1]) / 2
        curve = ((start[0], half), (end[0], half), end)
        return Route(column.id, (start, start, lead, lead, *curve))

    def _across(self, entry: Entry) -> Route:
        """From the left side of a box to its lane, and up to the lower side of what it bears on."""
        place, head = self._places[entry.id], self._places[entry.head]
        lanes = self._lanes[entry.head]
        x = head.x + LANE * (len(lanes) - lanes.index(entry.lane))
        start: Point = (place.x, place.y + place.height / 2)
        corner, end = (x, start[1]), (x, head.y + head.height)
        return Route(entry.id, (start, start, corner, corner, corner, end, end))
