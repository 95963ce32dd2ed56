"""Trees of brackets: boxes that bear on something together stand in one frame, and each frame hangs below a box.

What hangs below the boxes of a frame has the room across for itself alone, so no line can meet a box. All is
worked out ``across`` the tree and ``along`` it, from its top outwards, and turned at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ..values import NamedTuple
from .diagram import Box, Direction, Layout, Place, Point, Route, Spacing

__all__ = ["Bracket", "brackets"]

PAD = 9.0
"""What a frame leaves free around its boxes, px."""

WIDEST = 1_600.0
"""How wide a tree may get before ``auto`` turns it to the left, px."""

LEAD = 20.0
"""How far a line runs straight off its frame before it bends, px, or half of the way."""

APART = 16.0
"""How far two lines that end at the same box are apart at most, px."""


class Bracket(NamedTuple):
    """Boxes in one frame, whose line leads to ``head``, a box or another bracket.

    ``width`` and ``height`` are the room its title needs.
    """

    id: str
    head: str
    members: tuple[str, ...]
    width: float
    height: float


class _Span(NamedTuple):
    """From where to where something reaches."""

    begin: float
    end: float

    @property
    def middle(self) -> float:
        return (self.begin + self.end) / 2


def brackets(
    boxes: Sequence[Box],
    groups: Sequence[Bracket],
    direction: Direction | Literal["auto"],
    spacing: Spacing,
    max_width: float | None = None,
) -> Layout:
    """The tree of ``groups``, given with heads before what hangs below them; boxes in none are its tops.

    Tops stand one below the other. ``direction`` is where the lines lead; ``auto`` is up if that is at most
    ``max_width`` px wide (else 1,600), else left. Every frame's route leads from its border to what it bears on.
    """
    if direction != "auto":
        return _Growth(boxes, groups, direction, spacing).layout()
    upright = _Growth(boxes, groups, "up", spacing).layout()
    if upright.width <= (WIDEST if max_width is None else max_width):
        return upright
    return _Growth(boxes, groups, "left", spacing).layout()


class _Growth:
    """The work for one direction; places are spans across and along, by the ids of boxes and brackets."""

    def __init__(
        self,
        boxes: Sequence[Box],
        groups: Sequence[Bracket],
        direction: Direction,
        spacing: Spacing,
    ) -> None:
        self._boxes = boxes
        self._groups = groups
        self._direction = direction
        self._upright = direction in ("up", "down")
        self._spacing = spacing
        self._size = {
            box.id: (box.width, box.height) if self._upright else (box.height, box.width)
            for box in boxes
        }
        held = {member for group in groups for member in group.members}
        self._tops = [Bracket("", "", (box.id,), 0.0, 0.0) for box in boxes if box.id not in held]
        self._below: dict[str, list[Bracket]] = {}
        self._number: dict[str, int] = {}
        for group in groups:
            kin = self._below.setdefault(group.head, [])
            self._number[group.id] = len(kin)
            kin.append(group)
        self._room: dict[str, float] = {}
        self._across: dict[str, _Span] = {}
        self._along: dict[str, _Span] = {}
        self._outside: dict[str, float] = {}

    def layout(self) -> Layout:
        """All of it."""
        for group in reversed(self._groups):
            self._room[group.id] = self._needed(group)
        width, depth = self._stand()
        return Layout(
            tuple([self._place(box.id, depth) for box in self._boxes]),
            tuple([self._route(group, depth) for group in self._groups]),
            tuple([self._place(group.id, depth) for group in self._groups]),
            *((width, depth) if self._upright else (depth, width)),
            self._direction,
        )

    def _kin(self, group: Bracket) -> list[Bracket]:
        """What hangs below the boxes of a bracket, in their order, and then below itself."""
        return [each for id in (*group.members, group.id) for each in self._below.get(id, ())]

    def _hanging(self, kin: Sequence[Bracket]) -> float:
        """The room across of what hangs side by side."""
        gaps = self._spacing.between_boxes * max(len(kin) - 1, 0)
        return sum([self._room[each.id] for each in kin]) + gaps

    def _own(self, group: Bracket) -> float:
        """The breadth of a bracket's frame; a top has none."""
        gaps = PAD * (len(group.members) - 1)
        boxes = sum([self._size[member][0] for member in group.members]) + gaps
        if not group.id:
            return boxes
        if self._upright:
            return max(boxes + 2 * PAD, group.width)
        return boxes + 2 * PAD + group.height

    def _needed(self, group: Bracket) -> float:
        return max(self._own(group), self._hanging(self._kin(group)))

    def _stand(self) -> tuple[float, float]:
        """Give everything its place; how far it all reaches across and along."""
        across = along = deepest = widest = 0.0
        for top in self._tops:
            room = self._needed(top)
            deepest = max(deepest, self._grow(top, across, room, along))
            widest = max(widest, across + room)
            if self._upright:
                along = deepest + self._spacing.between_parts
            else:
                across += room + self._spacing.between_parts
        return widest, deepest

    def _grow(self, top: Bracket, across: float, room: float, along: float) -> float:
        """Place a top in its room and all that hangs below it; how far along that reaches."""
        deepest = along
        todo = [(top, across, room, along)]
        for group, begin, room, start in todo:
            end = self._set(group, begin + (room - self._own(group)) / 2, start)
            deepest = max(deepest, end)
            kin = self._kin(group)
            at = begin + (room - self._hanging(kin)) / 2
            for each in kin:
                todo.append((each, at, self._room[each.id], end + self._spacing.between_rows))
                at += self._room[each.id] + self._spacing.between_boxes
        return deepest

    def _set(self, group: Bracket, begin: float, along: float) -> float:
        """Place a bracket and its boxes, all equally long; where along it ends."""
        framed = bool(group.id)
        pad = PAD if framed else 0.0
        titled = group.height if self._direction == "up" else 0.0
        longest = max([self._size[member][1] for member in group.members])
        longest = longest if self._upright else max(longest, group.width - 2 * pad)
        inside = along + pad + titled
        end = inside + longest + pad + (group.height if self._direction == "down" else 0.0)
        own = self._own(group)
        boxes = [self._size[member][0] for member in group.members]
        lacking = own - sum(boxes) - PAD * (len(boxes) - 1)  # its borders, and what its title needs
        at = begin + (lacking / 2 if self._upright else lacking - pad)
        for member, breadth in zip(group.members, boxes, strict=True):
            self._across[member] = _Span(at, at + breadth)
            self._along[member] = _Span(inside, inside + longest)
            self._outside[member] = end
            at += breadth + PAD
        if framed:
            self._across[group.id] = _Span(begin, begin + own)
            self._along[group.id] = _Span(along, end)
            self._outside[group.id] = end
        return end

    def _place(self, id: str, depth: float) -> Place:
        across, along = self._across[id], self._along[id]
        begin = depth - along.end if self._direction in ("down", "right") else along.begin
        length, breadth = along.end - along.begin, across.end - across.begin
        if self._upright:
            return Place(id, across.begin, begin, breadth, length)
        return Place(id, begin, across.begin, length, breadth)

    def _route(self, group: Bracket, depth: float) -> Route:
        """From the middle of a frame: straight, then a curve between the rows, then straight to its end."""
        at, begins = self._across[group.id].middle, self._along[group.id].begin
        ends, above = self._end(group), self._outside[group.head]
        bend = begins - min(LEAD, (begins - above) / 2)
        half = (bend + above) / 2
        points = [(at, begins), (at, begins), (at, bend), (at, bend)]
        points += [(at, half), (ends, half), (ends, above)]
        last = (ends, self._along[group.head].end)
        points += [] if last == points[-1] else [points[-1], last, last]
        return Route(group.id, tuple([self._turned(each, depth) for each in points]))

    def _end(self, group: Bracket) -> float:
        """Where across a line ends: spread over the side of a box, or at the far end of a bracket's."""
        kin, side = self._below[group.head], self._across[group.head]
        if group.head not in self._size:
            return side.end - PAD / 2 * (len(kin) - self._number[group.id]) / len(kin)
        step = min(APART, (side.end - side.begin) / (len(kin) + 1))
        return side.middle + (self._number[group.id] - (len(kin) - 1) / 2) * step

    def _turned(self, at: Point, depth: float) -> Point:
        across, along = at
        along = depth - along if self._direction in ("down", "right") else along
        return (across, along) if self._upright else (along, across)
