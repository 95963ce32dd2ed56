"""Tenth pass: the lines. Upright within rows, curved only between them, so that no line meets a box.

In the free strip between two rows all curves start and end upright at the same two heights. Two of
them cross once if their ends stand the other way round above than below, and else not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from .apart import FOLLOWED, Piece, late
from .coordinates import Across
from .diagram import Point
from .fans import UPRIGHT
from .graph import Graph
from .longedges import Layered
from .ports import Ports
from .rows import Along

__all__ = ["loop", "routes"]

STRAIGHT = 0.01
"""Nearer ends of a piece stand upright over each other, CSS pixels."""


def routes(
    graph: Graph,
    layered: Layered,
    turned: tuple[bool, ...],
    across: Across,
    along: Along,
    ports: Ports,
    lanes: Mapping[int, float],
) -> Iterator[tuple[Point, ...]]:
    """The points of every arrow's line from tail to head, one line after the other; ``lanes`` is where those in lanes stand."""
    shapes = dict(zip(along.foot, along.upright, strict=True))
    lines: Iterable[list[Point]] = map(_merged, _stops(graph, layered, across, along, ports, lanes))
    turns: dict[Piece, float] = {}
    if len(graph.before) <= FOLLOWED:
        lines = list(lines)
        turns = late(lines, shapes)
    for stops, turn in zip(lines, turned, strict=True):
        points = _curved(stops, shapes, turns)
        yield tuple(points if turn else reversed(points))


def _stops(
    graph: Graph,
    layered: Layered,
    across: Across,
    along: Along,
    ports: Ports,
    lanes: Mapping[int, float],
) -> Iterator[list[Point]]:
    """Where every arrow's line begins and ends, and where it leaves and meets rows, from top to bottom."""
    for index, chain in enumerate(layered.chains):
        high, low = chain[0], chain[-1]
        upper, lower = ports.upper[index], ports.lower[index]
        stops = [(upper, along.box[high] + graph.height[high])]
        at, row = upper, layered.row[high]
        for bend in chain[1:-1]:
            to = across.middle[bend]
            if abs(to - at) >= STRAIGHT:
                stops += [(at, along.foot[row]), (to, along.head[row + 1])]
                at = to
            row += 1
        if index in lanes:
            stops += [(at, along.foot[row]), (lanes[index], along.head[row + 1])]
            at, row = lanes[index], layered.row[low] - 1
        stops += [(at, along.foot[row]), (lower, along.head[row + 1])]
        stops.append((lower, along.box[low]))
        yield stops


def _merged(stops: list[Point]) -> list[Point]:
    """The stops without those in the middle of an upright line."""
    last = stops[0]
    kept = [last]
    for stop, after in pairwise(stops[1:]):
        at = stop[0]
        if stop != last and not (
            -STRAIGHT < last[0] - at < STRAIGHT and -STRAIGHT < at - after[0] < STRAIGHT
        ):
            kept.append(stop)
            last = stop
    return kept if len(kept) > 1 and last == stops[-1] else [*kept, stops[-1]]


def _curved(
    stops: list[Point], shapes: dict[float, float], turns: dict[Piece, float]
) -> list[Point]:
    """The stops joined by Bézier curves that leave and arrive upright.

    ``shapes`` tells how upright those are that begin at a height, ``turns`` how much later than half-way each turns.
    """
    points = stops[:1]
    for piece in pairwise(stops):
        (x, y), (to_x, to_y) = piece
        if -STRAIGHT < x - to_x < STRAIGHT:
            third = (to_y - y) / 3
            points += [(x, y + third), (to_x, to_y - third), (to_x, to_y)]
        else:
            upright = (to_y - y) * shapes.get(y, UPRIGHT)
            turn = turns.get(piece, 0.0)
            points += [(x, y + upright + turn), (to_x, to_y - upright + turn), (to_x, to_y)]
    return points


def loop(right: float, top: float, height: float, reach: float, share: float) -> tuple[Point, ...]:
    """A line from the right side of a box out and back to it, ``reach`` wide.

    ``share`` of the box's height lies between its ends; a flat box gets a drop-shaped one.
    """
    middle, half = top + height / 2, height * share / 2
    wide, high = right + reach * 4 / 3, max(half, 6.0)
    return (
        (right, middle - half),
        (wide, middle - high),
        (wide, middle + high),
        (right, middle + half),
    )
