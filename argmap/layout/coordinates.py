"""Seventh pass: where every node stands across the rows."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from attrs import frozen

from .diagram import Spacing
from .graph import Graph
from .longedges import Layered
from .ordering import Order
from .relax import Pulls, Walls, anchored, centred, relaxed
from .sides import Bounded, bounded, framed
from .straighten import straightened

__all__ = ["Across", "across"]

SWEEPS = ((200, 40), (2_000, 12), (50_000, 8), (inf, 3))
"""Up to how many nodes, how many sweeps."""


@frozen
class Across:
    """The middle of every node (boxes first, then bends), and the left and right of every frame."""

    middle: tuple[float, ...]
    frames: tuple[tuple[float, float], ...]


def across(layered: Layered, graph: Graph, order: Order, spacing: Spacing) -> Across:
    """Least squares: arrows upright, boxes over what hangs below them, distances kept exactly."""
    rows = bounded(layered, graph, order, spacing)
    pulls = _pulls(layered, rows)
    sweeps = next(count for most, count in SWEEPS if len(pulls) <= most)
    place = relaxed(anchored(rows, pulls, layered), rows, pulls, sweeps)
    walls: Walls = ()
    if rows.sides:
        place = framed(rows, graph, place)
        walls = tuple([node for side in rows.sides for node in side.nodes])
        place = relaxed(place, rows, pulls, sweeps // 2, walls)
    place = straightened(place, rows, layered)
    place = centred(place, rows, layered, walls)
    place = straightened(place, rows, layered)
    return Across(tuple(place[: rows.inner]), _frames(rows, place))


def _pulls(layered: Layered, rows: Bounded) -> Pulls:
    """Which nodes pull at which: the ends of every step, the more so the more of them are bends.

    The weights are those of Gansner, Koutsofios, North and Vo 1993, section 4.
    """
    boxes = layered.boxes
    pulls: list[list[tuple[int, float]]] = []
    for node, sides in enumerate(zip(layered.up, layered.down, strict=True)):
        bend = node >= boxes
        pulls.append(
            [
                (each, 8.0 if bend and each >= boxes else 2.0 if bend or each >= boxes else 1.0)
                for side in sides
                for each in side
            ]
        )
    pulls += [[] for _ in range(len(rows.before) - len(pulls))]
    for side in rows.sides:
        for above, below in zip(side.nodes, side.nodes[1:], strict=False):
            pulls[above].append((below, 8.0))
            pulls[below].append((above, 8.0))
    return tuple([tuple(each) for each in pulls])


def _frames(rows: Bounded, place: Sequence[float]) -> tuple[tuple[float, float], ...]:
    lefts = [place[side.nodes[0]] for side in rows.sides if side.left]
    rights = [place[side.nodes[0]] for side in rows.sides if not side.left]
    return tuple(zip(lefts, rights, strict=True))
