"""Eighth pass: where every row and every frame begins and ends along the rows."""

from __future__ import annotations

from ..values import NamedTuple
from .apart import crowds
from .coordinates import Across
from .diagram import Spacing
from .fans import LEAST, needs, upright
from .graph import Graph
from .longedges import Layered
from .rowsorder import frame_rows

__all__ = ["Along", "along"]

LOWEST = 8.0
"""Least height of a row, so that a loop beside a flat box has room."""

BESIDE_JOINTS = 0.7
"""How much of the distance between rows of cards is kept on either side of a row of joints."""

STEEP = 120.0
"""How far arrows may lead aside between two rows until the rows move apart."""

SLOPE = 0.1
"""How much rows move apart for what is beyond that, in parts of it."""

ROOMY = 0.6
"""How much they move apart at most, in parts of the usual distance."""

FANNED = 1.5
"""The same where lines fan out from a joint, or run aside together."""


class Along(NamedTuple):
    """For every row: where its boxes begin and end, and where the curves above and below it end.

    Between ``head`` and ``foot`` of a row, lines are upright, and frames begin and end there. ``box``
    is the upper edge of every box, ``frames`` top and bottom of every frame. ``upright`` tells of every
    row how the curves below it begin and end.
    """

    top: tuple[float, ...]
    bottom: tuple[float, ...]
    head: tuple[float, ...]
    foot: tuple[float, ...]
    box: tuple[float, ...]
    frames: tuple[tuple[float, float], ...]
    upright: tuple[float, ...]


def along(
    layered: Layered, graph: Graph, across: Across, spacing: Spacing, *, roomy: bool = True
) -> Along:
    """Rows from the top, each as high as its highest box, with room for frames and curves between.

    In a ``roomy`` layout lines get more height the farther they lead aside.
    """
    heights, cards = [LOWEST] * layered.rows, [False] * layered.rows
    for box, height in enumerate(graph.height):
        row = layered.row[box]
        heights[row] = max(heights[row], height)
        cards[row] = cards[row] or not graph.joint[box]
    fans = needs(layered, graph, across) if roomy else {}
    crowded = crowds(layered, across) if roomy else {}
    gaps = _gaps(layered, cards, across, spacing, SLOPE if roomy else 0.0, fans, crowded)
    spans = frame_rows(layered, graph)
    leads = _nested([nest.lead for nest in graph.nests], graph, {f: s[0] for f, s in spans.items()})
    trails = _nested(
        _trails(graph, spans, heights, gaps), graph, {f: s[1] for f, s in spans.items()}
    )
    lead, trail = [0.0] * layered.rows, [0.0] * layered.rows
    for frame, (first, last) in spans.items():
        lead[first] = max(lead[first], leads[frame])
        trail[last] = max(trail[last], trails[frame])
    top = []
    at = 0.0
    for row, height in enumerate(heights):
        at += lead[row]
        top.append(at)
        at += height + trail[row] + gaps[row]
    bottom = [a + b for a, b in zip(top, heights, strict=True)]
    return Along(
        top=tuple(top),
        bottom=tuple(bottom),
        head=tuple([a - b for a, b in zip(top, lead, strict=True)]),
        foot=tuple([a + b for a, b in zip(bottom, trail, strict=True)]),
        box=tuple(_box_tops(layered, graph, top, heights)),
        frames=tuple(
            [
                (top[spans[f][0]] - leads[f], bottom[spans[f][1]] + trails[f])
                for f in range(len(graph.nests))
            ]
        ),
        upright=tuple([upright(gap, fans.get(row, 0.0)) for row, gap in enumerate(gaps)]),
    )


def _gaps(
    layered: Layered,
    cards: list[bool],
    across: Across,
    spacing: Spacing,
    slope: float,
    fans: dict[int, float],
    crowded: dict[int, float],
) -> list[float]:
    """The free distance below every row: more where arrows lead far aside, 0 below the last row."""
    aside = [0.0] * layered.rows
    for node, below in enumerate(layered.down):
        for low in below:
            row = layered.row[node]
            aside[row] = max(aside[row], abs(across.middle[node] - across.middle[low]))
    gaps = []
    for row, far in enumerate(aside[:-1]):
        full = spacing.between_rows
        extra = min(max(far - STEEP, 0.0) * slope, full * ROOMY)
        joints = not (cards[row] and cards[row + 1])
        gap = full * (BESIDE_JOINTS if joints else 1.0)
        fanned = min(fans.get(row, 0.0) / (1 - LEAST) - gap, full * FANNED)
        crowd = min(crowded.get(row, 0.0) - gap, full * FANNED)
        gaps.append(gap + max(extra, fanned, crowd))
    return [*gaps, 0.0]


def _nested(own: list[float], graph: Graph, edge: dict[int, int]) -> list[float]:
    """For every frame its padding at one edge and that of the frames inside that end there too."""
    total = list(own)
    for frame in range(len(own) - 1, -1, -1):
        parent = graph.nests[frame].parent
        if parent >= 0 and edge[parent] == edge[frame]:
            total[parent] = max(total[parent], own[parent] + total[frame])
    return total


def _trails(
    graph: Graph, spans: dict[int, tuple[int, int]], heights: list[float], gaps: list[float]
) -> list[float]:
    """The padding of every frame behind its content, more where the frame is too short for its title."""
    trails = []
    for frame, nest in enumerate(graph.nests):
        first, last = spans[frame]
        content = sum(heights[first : last + 1]) + sum(gaps[first:last])
        trails.append(max(nest.trail, nest.along - nest.lead - content))
    return trails


def _box_tops(
    layered: Layered, graph: Graph, top: list[float], heights: list[float]
) -> list[float]:
    """Cards hang from the upper edge of their row; joints and very flat boxes stand in its middle."""
    result = []
    for box, height in enumerate(graph.height):
        row = layered.row[box]
        middle = graph.joint[box] or height < LOWEST
        result.append(top[row] + ((heights[row] - height) / 2 if middle else 0.0))
    return result
