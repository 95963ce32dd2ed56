"""A part's coordinates as a picture whose left upper corner is (0, 0)."""

from __future__ import annotations

from collections.abc import Iterator

from .coordinates import Across
from .diagram import Point
from .graph import Graph
from .picture import Picture
from .routes import loop
from .rows import Along

__all__ = ["trimmed"]


def trimmed(
    graph: Graph,
    across: Across,
    along: Along,
    routes: tuple[tuple[Point, ...], ...],
    crossings: int,
) -> Picture:
    """All of a part moved to the left as far as it goes."""
    boxes = range(len(graph.before))
    lefts = [across.middle[box] - graph.before[box] for box in boxes]
    rights = [across.middle[box] + graph.after[box] for box in boxes]
    sides = [x for frame in across.frames for x in frame]
    bends = across.middle[len(boxes) :]
    left, right = min([*lefts, *sides, *bends]), max([*rights, *sides, *bends])
    return Picture(
        boxes=tuple(
            [
                (lefts[box] - left, along.box[box], 2 * graph.before[box], graph.height[box])
                for box in boxes
            ]
        ),
        routes=tuple([tuple([(x - left, y) for x, y in route]) for route in routes]),
        frames=tuple(
            [
                (begin - left, top, end - begin, bottom - top)
                for (begin, end), (top, bottom) in zip(across.frames, along.frames, strict=True)
            ]
        ),
        loops=tuple(_loops(graph, across, along, left)),
        width=right - left,
        height=along.foot[-1],
        crossings=crossings,
    )


def _loops(graph: Graph, across: Across, along: Along, left: float) -> Iterator[tuple[Point, ...]]:
    """Every box's loops on its right side, the inner ones first."""
    for box, reaches in enumerate(graph.loops):
        right = across.middle[box] + graph.before[box] - left
        for index, reach in enumerate(reaches, 1):
            share = 0.3 + 0.4 * index / len(reaches)
            yield loop(right, along.box[box], graph.height[box], reach, share)
