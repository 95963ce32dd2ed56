"""Fourth pass: long arrows cut into steps from row to row, with a bend at every row they pass."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from .diagram import Spacing
from .graph import Graph

__all__ = ["Layered", "is_tree", "layered_graph"]


class Layered(NamedTuple):
    """A graph in which every step leads from one row to the next.

    Nodes below ``boxes`` are the boxes, those above are bends. ``before`` and ``after`` are the room
    a node takes on either side of its middle, half the distance to its neighbours included.
    ``chains`` lists for every arrow its nodes from top to bottom. ``home`` is the frame a node
    stands in: for a bend, the innermost that holds both ends of its arrow.
    """

    boxes: int
    rows: int
    row: tuple[int, ...]
    up: tuple[tuple[int, ...], ...]
    down: tuple[tuple[int, ...], ...]
    chains: tuple[tuple[int, ...], ...]
    home: tuple[int, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]


def layered_graph(
    graph: Graph, turned: tuple[bool, ...], rank: tuple[int, ...], spacing: Spacing
) -> Layered:
    """``graph`` with its boxes in the rows ``rank`` and its arrows in steps."""
    count = len(rank)
    row, home = list(rank), list(graph.home)
    up: list[list[int]] = [[] for _ in rank]
    down: list[list[int]] = [[] for _ in rank]
    chains = []
    for (tail, head), turn in zip(graph.arrows, turned, strict=True):
        low, high = (head, tail) if turn else (tail, head)
        bends = range(len(row), len(row) + rank[low] - rank[high] - 1)
        chain = (high, *bends, low)
        row += range(rank[high] + 1, rank[low])
        if bends:
            home += [_common(graph, low, high)] * len(bends)
        up += [[] for _ in bends]
        down += [[] for _ in bends]
        for above, below in pairwise(chain):
            down[above].append(below)
            up[below].append(above)
        chains.append(chain)
    card, line = spacing.between_boxes / 2, spacing.between_lines / 2
    bends_room = [line] * (len(row) - count)
    return Layered(
        boxes=count,
        rows=max(rank) + 1,
        row=tuple(row),
        up=tuple([tuple(each) for each in up]),
        down=tuple([tuple(each) for each in down]),
        chains=tuple(chains),
        home=tuple(home),
        before=(*[width + card for width in graph.before], *bends_room),
        after=(*[width + card for width in graph.after], *bends_room),
    )


def is_tree(layered: Layered) -> bool:
    """Whether nothing hangs below two nodes and no frame is around anything."""
    return all(len(above) < 2 for above in layered.up) and all(home < 0 for home in layered.home)


def _common(graph: Graph, one: int, other: int) -> int:
    """The innermost frame around both boxes, or -1."""
    around: dict[int, None] = {}
    frame = graph.home[one]
    while frame >= 0:
        around[frame] = None
        frame = graph.nests[frame].parent
    frame = graph.home[other]
    while frame >= 0 and frame not in around:
        frame = graph.nests[frame].parent
    return frame
