"""How an outline's items stand to each other: each with all below it is a block, blocks under blocks.

A box has what hangs below it under it, indented; a frame has what is in it inside. Blocks from which
no line goes elsewhere may stand side by side in a row, as far as there is room.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..values import NamedTuple
from .diagram import Diagram, Spacing
from .outline_tree import Hanging

__all__ = ["LANE", "RAIL", "Blocks", "blocks", "first_lane"]

LANE = 11.0
"""The distance between lines of two kinds that run side by side to the same box."""

STUB = 26.0
"""The least way of a line from the last lane to a box, which has room for a sign."""

FIRST = 12.0
"""Where the first lane under a box is, from its left side."""

RAIL = 22.0
"""How far above a row the lines of its boxes run together."""


class Blocks(NamedTuple):
    """Where every item stands from the corner of its holder's block, and how large its block is.

    ``rowed`` are the items that stand beside others, with lines from above; the items that share
    a row have one number in ``row``.
    """

    x: tuple[float, ...]
    y: tuple[float, ...]
    width: tuple[float, ...]
    height: tuple[float, ...]
    row: tuple[int, ...]

    def rowed(self, item: int) -> bool:
        """Whether an item stands beside others."""
        return self.row[item] >= 0


def first_lane(width: float) -> float:
    """Where the first lane under a box of a width is: under the middle of a small one."""
    return min(FIRST, width / 2)


def blocks(
    diagram: Diagram,
    tree: Hanging,
    kinds: Sequence[int],
    closed: Sequence[bool],
    spacing: Spacing,
    room: float,
) -> Blocks:
    """The blocks of ``tree``, in rows as wide as ``room`` lets them be; 0 has one block to a row.

    ``kinds`` is how many kinds of lines end under each box, ``closed`` whether a block has no lines to
    elsewhere.
    """
    maker = _Maker(diagram, tree, kinds, closed, spacing, room)
    for item in reversed(tree.order):
        maker.fill(item)
    return Blocks(
        tuple(maker.x), tuple(maker.y), tuple(maker.width), tuple(maker.height), tuple(maker.row)
    )


class _Maker:
    """The blocks while they are put together, from the innermost outwards."""

    def __init__(
        self,
        diagram: Diagram,
        tree: Hanging,
        kinds: Sequence[int],
        closed: Sequence[bool],
        spacing: Spacing,
        room: float,
    ) -> None:
        count = len(tree.above)
        self.diagram, self.tree, self.kinds, self.closed = diagram, tree, kinds, closed
        self.spacing, self.gap = spacing, spacing.between_boxes / 2
        self.x, self.y = [0.0] * count, [0.0] * count
        self.width, self.height = [0.0] * count, [0.0] * count
        self.row = [-1] * count
        self.rows = 0
        self.left = self._lefts(room)

    def _lefts(self, room: float) -> list[float]:
        """How much room every item has for its block, if it stands in no row."""
        left = [room] * len(self.tree.above)
        for item in self.tree.order:
            for kid in self.tree.kids[item]:
                left[kid] = left[item] - self._indent(item) - self._edge(item)
        return left

    def _indent(self, item: int) -> float:
        """How far right of an item's block that of its kids begins."""
        if item >= self.tree.boxes:
            return self._edge(item)
        width = self.diagram.boxes[item].width
        return first_lane(width) + LANE * max(self.kinds[item] - 1, 0) + STUB

    def _edge(self, item: int) -> float:
        """The padding in a frame."""
        inside = self.tree.boxes <= item < len(self.tree.above) - 1
        return self.spacing.in_frame if inside else 0.0

    def fill(self, item: int) -> None:
        """Put the kids of an item at their places, and with them find its size."""
        boxes = self.tree.boxes
        left, top = self._indent(item), self._edge(item)
        width = height = 0.0
        if item < boxes:
            box = self.diagram.boxes[item]
            width, height = box.width, box.height
            top = height + self.gap
        elif item < len(self.tree.above) - 1:
            frame = self.diagram.frames[item - boxes]
            width, height = frame.width, frame.height + top
            top += frame.height
        page = item == len(self.tree.above) - 1
        between = self.spacing.between_parts if page else self.gap
        for group in self._grouped(item):
            if len(group) > 1:
                top += self._above_row(item)
                self.rows += 1
            x = left
            for kid in group:
                self.x[kid], self.y[kid] = x, top
                self.row[kid] = self.rows if len(group) > 1 else -1
                x += self.width[kid] + self.spacing.between_boxes
            width = max(width, x - self.spacing.between_boxes)
            height = top + max([self.height[kid] for kid in group])
            top = height + between
        edge = self._edge(item)
        self.width[item] = width + (edge if self.tree.kids[item] else 0.0)
        self.height[item] = height + edge

    def _above_row(self, item: int) -> float:
        """The room for the lines above a row."""
        if item >= self.tree.boxes:
            return 0.0
        return RAIL + LANE * max(self.kinds[item] - 1, 0) - min(self.gap, 6.0)

    def _grouped(self, item: int) -> list[list[int]]:
        """The kids of an item in their rows."""
        groups: list[list[int]] = []
        used = 0.0
        room = self.left[item] - self._indent(item) - self._edge(item)
        for kid in self.tree.kids[item]:
            needed = self.width[kid] + self.spacing.between_boxes
            joins = groups and self._may(groups[-1][-1]) and self._may(kid)
            if joins and used + self.width[kid] <= room:
                groups[-1].append(kid)
                used += needed
            else:
                groups.append([kid])
                used = needed
        return groups

    def _may(self, item: int) -> bool:
        return item < self.tree.boxes and self.closed[item]
