"""The lines of an outline: along the indentation to what is above, in lanes at the right to all else."""

from __future__ import annotations

from collections.abc import Sequence

from ..values import NamedTuple
from .diagram import Diagram, Point, Spacing
from .outline_blocks import LANE, RAIL, Blocks, first_lane
from .outline_tree import Hanging

__all__ = ["Lines", "lines", "rounded"]

RADIUS = 7.0
"""The radius of the bends."""

HIGH = 16.0
"""How far below its upper side, at most, a line leaves a box."""

Ends = list[tuple[int, int]]
Rect = tuple[float, float, float, float]


class Lines(NamedTuple):
    """The points of every arrow's route, and how far to the right all of it reaches."""

    routes: tuple[tuple[Point, ...], ...]
    width: float


def lines(
    diagram: Diagram,
    tree: Hanging,
    stand: Blocks,
    places: Sequence[Rect],
    ends: Ends,
    kinds: Sequence[Sequence[str]],
    spacing: Spacing,
) -> Lines:
    """The routes of all arrows between boxes at their places."""
    routes: list[list[Point]] = [[] for _ in ends]
    used = [0] * tree.boxes
    aside: list[int] = []
    for index, (tail, head) in enumerate(ends):
        if not tree.below(tail, head):
            aside.append(index)
            continue
        lane = kinds[head].index(diagram.arrows[index].kind)
        if stand.rowed(tail):
            routes[index] = _dropped(places[tail], places[head], lane)
        else:
            routes[index] = _indented(places[tail], places[head], lane, used[tail], spacing)
            used[tail] += 1
    right = _Margin(tree, stand, places, spacing)
    right.fill(diagram, aside, ends, routes)
    radius = [RADIUS] * len(ends)
    for index in aside:
        radius[index] = min(RADIUS, right.gap)  # else a bend may cut into a box beside the lane
    bent = [rounded(route, most) for route, most in zip(routes, radius, strict=True)]
    return Lines(tuple(bent), right.width)


def _lane(head: Rect, lane: int) -> float:
    return head[0] + first_lane(head[2]) + LANE * lane


def _indented(tail: Rect, head: Rect, lane: int, used: int, spacing: Spacing) -> list[Point]:
    """From the left side of a box to the lane under another, and up."""
    x, y = tail[0], tail[1] + min(tail[3] / 2, HIGH) + min(used * spacing.between_lines, tail[3])
    y = min(y, tail[1] + tail[3])
    return [(x, y), (_lane(head, lane), y), *_landed(head, lane)]


def _dropped(tail: Rect, head: Rect, lane: int) -> list[Point]:
    """From the middle of the upper side of a box in a row to the rail above the row, and so on."""
    x, y = tail[0] + tail[2] / 2, tail[1]
    rail = y - RAIL + 1 - LANE * lane
    return [(x, y), (x, rail), (_lane(head, lane), rail), *_landed(head, lane)]


def _landed(head: Rect, lane: int) -> list[Point]:
    """From a lane to the lower side of the box above it, which may be smaller than its lanes reach."""
    x, below = _lane(head, lane), head[1] + head[3]
    port = min(x, head[0] + head[2])
    return [(x, below)] if port == x else [(x, below), (port, below)]


class _Bus(NamedTuple):
    """Arrows of one kind to one box, which share a lane at the right; the bands from top to bottom."""

    head: int
    tails: tuple[int, ...]
    arrows: tuple[int, ...]
    first: int
    last: int


class _Margin:
    """The lanes at the right, each as near to the boxes as those that it passes allow.

    A band is a box by itself or all boxes of a row: no other box stands beside it.
    """

    def __init__(
        self, tree: Hanging, stand: Blocks, places: Sequence[Rect], spacing: Spacing
    ) -> None:
        self.places, self.gap = places, max(spacing.between_lines, 1.0)
        self.reach: list[float] = []
        self.band = [0] * len(places)
        self._bands(tree, stand)
        for frame in range(tree.boxes, len(places)):
            last = self.band[tree.order[tree.place[frame] + tree.size[frame] - 1]]
            span = slice(self.band[frame], last + 1)
            edge = places[frame][0] + places[frame][2]
            self.reach[span] = [max(reach, edge) for reach in self.reach[span]]
        self.width = max(self.reach, default=0.0)

    def _bands(self, tree: Hanging, stand: Blocks) -> None:
        row = [-1] * len(tree.above)
        latest = -1
        for item in tree.order[1:]:
            outer = row[tree.above[item]]
            row[item] = outer if outer >= 0 else stand.row[item]
            if tree.kids[item] and item >= tree.boxes:
                self.band[item] = len(self.reach) - (row[item] >= 0)
                continue
            if row[item] < 0 or row[item] != latest:
                self.reach.append(0.0)
            latest = row[item]
            self.band[item] = len(self.reach) - 1
            self.reach[-1] = max(self.reach[-1], self.places[item][0] + self.places[item][2])

    def fill(
        self, diagram: Diagram, aside: Sequence[int], ends: Ends, routes: list[list[Point]]
    ) -> None:
        """Give each of these arrows its route."""
        buses = sorted(self._buses(diagram, aside, ends), key=lambda bus: bus.last - bus.first)
        port = self._ports(buses)
        for number, bus in enumerate(buses):
            span = slice(bus.first, bus.last + 1)
            lane = max(self.reach[span]) + self.gap
            self.reach[span] = [lane] * (bus.last + 1 - bus.first)
            self.width = max(self.width, lane)
            goal = port[number, bus.head, 0]
            for tail, arrow in zip(bus.tails, bus.arrows, strict=True):
                start = port[number, tail, 1]
                routes[arrow] = [start, (lane, start[1]), (lane, goal[1]), goal]

    def _buses(self, diagram: Diagram, aside: Sequence[int], ends: Ends) -> list[_Bus]:
        shared: dict[tuple[int, str], list[int]] = {}
        for index in aside:
            shared.setdefault((ends[index][1], diagram.arrows[index].kind), []).append(index)
        buses = []
        for (head, _), arrows in shared.items():
            tails = [ends[index][0] for index in arrows]
            bands = [self.band[box] for box in (head, *tails)]
            buses.append(_Bus(head, tuple(tails), tuple(arrows), min(bands), max(bands)))
        return buses

    def _ports(self, buses: Sequence[_Bus]) -> dict[tuple[int, int, int], Point]:
        """Where each line begins or ends on the right side of its box, those to far above in the middle."""
        wishes: dict[int, list[tuple[float, int, int]]] = {}
        for number, bus in enumerate(buses):
            wishes.setdefault(bus.head, []).append((self._side(bus, bus.head), number, 0))
            for tail in dict.fromkeys(bus.tails):
                wishes.setdefault(tail, []).append((self._side(bus, tail), number, 1))
        ports: dict[tuple[int, int, int], Point] = {}
        for box, wished in wishes.items():
            left, top, wide, tall = self.places[box]
            for index, (_, number, end) in enumerate(sorted(wished), 1):
                y = top + tall * index / (len(wished) + 1)
                ports[number, box, end] = (left + wide, y)
        return ports

    def _side(self, bus: _Bus, box: int) -> float:
        """Where a bus should begin at a box: near ones above first, near ones below last."""
        band = self.band[box]
        above, below = band - bus.first, bus.last - band
        return -1 / (1 + above) if above > below else 1 / (1 + below)


def rounded(corners: Sequence[Point], most: float = RADIUS) -> tuple[Point, ...]:
    """A route along these corners, with its bends rounded by at most ``most`` px."""
    way = [corners[0]]
    for corner in corners[1:]:
        if corner != way[-1]:
            way.append(corner)
    if len(way) < 2:
        return (way[0],) * 4
    points = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        radius = min(most, _length(before, corner) / 2, _length(corner, after) / 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        points += [points[-1], start, start]
        points += [_towards(start, corner, 0.55 * radius), _towards(end, corner, 0.55 * radius)]
        points.append(end)
    return (*points, points[-1], way[-1], way[-1])


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, goal: Point, by: float) -> Point:
    """The point ``by`` px from ``start`` on the level or upright way to ``goal``."""
    length = _length(start, goal)
    part = by / length if length else 0.0
    return (start[0] + (goal[0] - start[0]) * part, start[1] + (goal[1] - start[1]) * part)
