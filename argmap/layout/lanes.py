"""Part of the fourth pass: very long arrows of a large map in lanes beside all boxes, where each would need a bend in every row.

n arrows that lead past n rows each have the square of n bends, which take more time and memory than anything else does. In a
lane such an arrow is drawn as one upright line on the right of the map, with a curve from and to the rows of its ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from .coordinates import Across
from .diagram import Spacing
from .graph import Graph
from .longedges import Layered
from .trim import reach

__all__ = ["lane_places", "lanes_of"]

MANY = 20_000
"""How many bends a drawing may have anyway."""

EACH = 32
"""How many it may have beyond for each box and arrow, before arrows go into lanes; real maps have at most ten."""

FAR = 16
"""Past how many rows an arrow leads then that goes into a lane."""


def lanes_of(graph: Graph, rank: Sequence[int]) -> dict[int, int]:
    """The arrows that go into lanes, and the lane of each, counted from the innermost; mostly none.

    The lanes of arrows that lead past the same rows differ, and an arrow that begins nearer to the end of others
    is farther in, so that they don't cross there.
    """
    bends = sum([abs(rank[tail] - rank[head]) - 1 for tail, head in graph.arrows])
    if bends <= max(MANY, EACH * (len(rank) + len(graph.arrows))):
        return {}
    rows = [sorted((rank[tail], rank[head])) for tail, head in graph.arrows]
    far = [arrow for arrow, (high, low) in enumerate(rows) if low - high - 1 > FAR]
    far.sort(key=lambda arrow: (-rows[arrow][0], rows[arrow][1], arrow))
    lanes: dict[int, int] = {}
    ended: list[
        tuple[int, int]
    ] = []  # of each lane, from the lowest, where its last arrow ends on top
    for arrow in far:
        high, low = rows[arrow]
        free = bool(ended) and -ended[0][0] >= low
        lanes[arrow] = heappop(ended)[1] if free else len(ended)
        heappush(ended, (-high, lanes[arrow]))
    return lanes


def lane_places(
    graph: Graph, layered: Layered, across: Across, spacing: Spacing
) -> dict[int, float]:
    """Where across the rows the upright line of each arrow in a lane stands: right of all boxes, bends and frames."""
    if not layered.lanes:
        return {}
    edge = reach(graph, across)[1] + spacing.between_boxes
    return {arrow: edge + spacing.between_lines * lane for arrow, lane in layered.lanes.items()}
