"""A part's coordinates as a picture whose left upper corner is (0, 0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .coordinates import Across
from .diagram import Point
from .graph import Graph
from .picture import Picture
from .routes import loop
from .rows import Along

__all__ = ["aligned", "reach", "trimmed"]


def aligned(graph: Graph, across: Across) -> Across:
    """All of a part moved to the left as far as it goes."""
    left, _ = reach(graph, across)
    return Across(
        tuple([x - left for x in across.middle]),
        tuple([(begin - left, end - left) for begin, end in across.frames]),
    )


def trimmed(
    graph: Graph,
    across: Across,
    along: Along,
    routes: tuple[tuple[Point, ...], ...],
    crossings: int,
    beside: Iterable[float] = (),
) -> Picture:
    """The picture of a part that is `aligned`, with lines ``beside`` it."""
    return Picture(
        boxes=tuple(
            [
                (middle - before, top, 2 * before, height)
                for middle, before, top, height in zip(
                    across.middle, graph.before, along.box, graph.height, strict=False
                )
            ]
        ),
        routes=routes,
        frames=tuple(
            [
                (begin, top, end - begin, bottom - top)
                for (begin, end), (top, bottom) in zip(across.frames, along.frames, strict=True)
            ]
        ),
        loops=tuple(_loops(graph, across, along)),
        width=max([reach(graph, across)[1], *beside]),
        height=along.foot[-1],
        crossings=crossings,
    )


def reach(graph: Graph, across: Across) -> tuple[float, float]:
    """How far left and right boxes, bends and frames stand out."""
    boxes = len(graph.before)
    others = [*across.middle[boxes:], *[x for frame in across.frames for x in frame]]
    lefts = [at - before for at, before in zip(across.middle, graph.before, strict=False)]
    rights = [at + after for at, after in zip(across.middle, graph.after, strict=False)]
    return min([*lefts, *others]), max([*rights, *others])


def _loops(graph: Graph, across: Across, along: Along) -> Iterator[tuple[Point, ...]]:
    """Every box's loops on its right side, the inner ones first."""
    for box, reaches in enumerate(graph.loops):
        right = across.middle[box] + graph.before[box]
        for index, reach in enumerate(reaches, 1):
            share = 0.3 + 0.4 * index / len(reaches)
            yield loop(right, along.box[box], graph.height[box], reach, share)
