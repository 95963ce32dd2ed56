"""Columns below a head: each holds what bears on the head in one way, and below that, indented, what bears on it.

Tops, each with its columns, stand in rows. Where columns get long and there is room beside them, they go on side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from ..values import NamedTuple
from .diagram import Box, Layout, Place, Point, Route, Spacing
from .lists import Listing, broken, listed

__all__ = ["Column", "Entry", "columns"]

LANE = 9.0
"""How far apart the lines of different lanes below one box run, px."""

INDENT = 20.0
"""How far right of the last lane a box stands, px: room for a sign on its line."""


WIDEST = 1_600.0
"""How wide a row of tops gets where nobody says, px."""

LONGEST = 1_600.0
"""How high all may get before columns go on side by side, px."""

SHORTER = 0.85
"""How much shorter columns are made at each try."""

TRIES = 16


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
    max_width: float | None = None,
) -> Layout:
    """The places of ``boxes``: those of no column and no entry are tops.

    What is below a top that has columns stands in these. Columns and entries are given in reading order, with heads before what is below them. First come the
    routes of the columns, from their upper side to their head, and then those of the entries. A row of tops is at
    most ``max_width`` px wide (else 1,600), if each of them is. What is more than 1,600 px high goes on side by
    side, as far as that width lets it.
    """
    most = WIDEST if max_width is None else max_width
    best = _Stand(boxes, stands, entries, spacing, inf).layout(most)
    whole = best.height
    for number in range(1, TRIES + 1):
        if best.height <= LONGEST:
            break
        tried = _Stand(boxes, stands, entries, spacing, whole * SHORTER**number).layout(most)
        if tried.width <= most and tried.height < best.height:
            best = tried
    return best


class _Stand:
    """The work, from the tops down."""

    def __init__(
        self,
        boxes: Sequence[Box],
        stands: Sequence[Column],
        entries: Sequence[Entry],
        spacing: Spacing,
        longest: float,
    ) -> None:
        self._boxes = boxes
        self._stands = stands
        self._entries = entries
        self._spacing = spacing
        self._size = {box.id: (box.width, box.height) for box in boxes}
        self._columns: dict[str, list[Column]] = {}
        for column in stands:
            self._columns.setdefault(column.head, []).append(column)
        below: dict[str, list[Entry]] = {}
        for entry in entries:
            below.setdefault(entry.head, []).append(entry)
        self._lanes = {head: sorted({entry.lane for entry in kin}) for head, kin in below.items()}
        self._listing = Listing(
            self._size,
            {head: [entry.id for entry in kin] for head, kin in below.items()},
            lambda id: INDENT + LANE * len(self._lanes[id]),
            spacing.between_lines,
            spacing.between_boxes,
            longest,
        )
        self._blocks = listed([box.id for box in boxes], self._listing)
        self._lefts: dict[str, float] = {}
        self._places: dict[str, Place] = {}

    def layout(self, most: float) -> Layout:
        """All of it."""
        within = {member for column in self._stands for member in column.members}
        within |= {entry.id for entry in self._entries}
        left = top = width = height = 0.0
        for box in self._boxes:
            if box.id in within:
                continue
            broad = self._breadth(box)
            if left and left + broad > most:
                left, top = 0.0, height + self._spacing.between_parts
            height = max(height, self._top(box, left, top, broad))
            width = max(width, left + broad)
            left += broad + self._spacing.between_parts
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

    def _breadth(self, box: Box) -> float:
        """How wide a top is with its columns, or with what stands below it without one."""
        if box.id not in self._columns:
            return self._blocks[box.id].width
        return max(box.width, self._columns_at(box, 0.0, 0.0)[0])

    def _columns_at(self, box: Box, left: float, top: float) -> tuple[float, float]:
        """Place the columns of a top; where they end at the right, and the longest of them below."""
        right, deepest = left, top
        for number, column in enumerate(self._columns[box.id]):
            start = right + (self._spacing.between_boxes if number else 0.0)
            right, bottom = self._column(column, start, top)
            deepest = max(deepest, bottom)
        return right, deepest

    def _top(self, box: Box, left: float, top: float, broad: float) -> float:
        """Place a top over its columns, or over what stands below it without one; how far down that reaches."""
        if box.id not in self._columns:
            return self._lists([[box.id]], left, top, left + broad)
        below = top + box.height + self._spacing.between_rows
        right, deepest = self._columns_at(box, left, below)
        middle = left + (right - left - box.width) / 2
        self._places[box.id] = Place(box.id, max(middle, left), top, box.width, box.height)
        return deepest

    def _column(self, column: Column, left: float, top: float) -> tuple[float, float]:
        """Place a column and all in it; where it ends at the right, and below."""
        pad = self._spacing.in_frame
        lists = broken(column.members, self._blocks, self._listing, self._listing.longest)
        widths = [max([self._blocks[id].width for id in each]) for each in lists]
        needed = sum(widths) + self._spacing.between_boxes * (len(lists) - 1) + 2 * pad
        right = left + max(column.width, needed)
        bottom = self._lists(lists, left + pad, top + column.height + pad / 2, right - pad)
        self._places[column.id] = Place(column.id, left, top, right - left, bottom + pad - top)
        return right, bottom + pad

    def _lists(
        self, lists: Sequence[Sequence[str]], left: float, top: float, right: float
    ) -> float:
        """Place lists of boxes side by side, the last of them up to ``right``, and all below each; how far down they reach."""
        gap, between = self._spacing.between_lines, self._spacing.between_boxes
        deepest = top
        todo = [(lists, left, 0.0, top, right)]
        while todo:
            lists, start, indent, top, right = todo.pop()
            for number, ids in enumerate(lists, 1):
                x, y = start + indent, top
                end = x + max([self._blocks[id].width for id in ids])
                end = right if number == len(lists) else end  # all end at the same line
                for id in ids:
                    block, height = self._blocks[id], self._size[id][1]
                    self._places[id] = Place(id, x, y, end - x, height)
                    self._lefts[id] = start
                    inner = self._listing.indent(id) if block.lists else 0.0
                    todo.append((block.lists, x, inner, y + height + gap, end))
                    y += block.height + gap
                deepest = max(deepest, y - gap)
                start = end + between
        return deepest

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
        x = self._lefts[entry.id] + LANE * (len(lanes) - lanes.index(entry.lane))
        start: Point = (place.x, place.y + place.height / 2)
        corner, end = (x, start[1]), (x, head.y + head.height)
        return Route(entry.id, (start, start, corner, corner, corner, end, end))
