"""Fourth pass: long arrows cut into steps from row to row, with a bend at every row they pass."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..values import NamedTuple
from .diagram import Spacing
from .graph import Graph

__all__ = ["Layered", "is_tree", "layered_graph"]

NO_LANES: Mapping[int, int] = MappingProxyType({})


class Layered(NamedTuple):
    """A graph in which every step leads from one row to the next.

    Nodes below ``boxes`` are the boxes, those above are bends. ``before`` and ``after`` are the room
    a node takes on either side of its middle, half the distance to its neighbours included.
    ``chains`` lists for every arrow its nodes from top to bottom. ``home`` is the frame a node
    stands in: for a bend, the innermost that holds both ends of its arrow. ``lanes`` are the arrows that
    lead past all rows beside the boxes, without bends and steps, each with the number of its lane.
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
    lanes: Mapping[int, int] = NO_LANES


def layered_graph(
    graph: Graph,
    turned: tuple[bool, ...],
    rank: tuple[int, ...],
    spacing: Spacing,
    *,
    around: bool = False,
    lanes: Mapping[int, int] = NO_LANES,
) -> Layered:
    """``graph`` with its boxes in the rows ``rank`` and its arrows in steps, but for those in ``lanes``.

    Arrows leave frames where the frames' rows end; ``around`` has them leave at the frames' sides.
    """
    count = len(rank)
    row, home = list(rank), list(graph.home)
    spans = [] if around else _spans(graph, rank)
    up: list[list[int]] = [[] for _ in rank]
    down: list[list[int]] = [[] for _ in rank]
    above: list[tuple[int, ...]] = []
    below: list[tuple[int, ...]] = []
    chains: list[tuple[int, ...]] = []
    for arrow, ((tail, head), turn) in enumerate(zip(graph.arrows, turned, strict=True)):
        low, high = (head, tail) if turn else (tail, head)
        if arrow in lanes:
            chains.append((high, low))
            continue
        bends = range(len(row), len(row) + rank[low] - rank[high] - 1)
        chain = (high, *bends, low)
        down[high].append(chain[1])
        up[low].append(chain[-2])
        chains.append(chain)
        if bends:
            passed = range(rank[high] + 1, rank[low])
            row += passed
            home += _homes(graph, spans, (high, low), passed) if graph.nests else [-1] * len(bends)
            above += [(each,) for each in chain[:-2]]
            below += [(each,) for each in chain[2:]]
    card, line = spacing.between_boxes / 2, spacing.between_lines / 2
    bends_room = [line] * (len(row) - count)
    return Layered(
        boxes=count,
        rows=max(rank) + 1,
        row=tuple(row),
        up=(*[tuple(each) for each in up], *above),
        down=(*[tuple(each) for each in down], *below),
        chains=tuple(chains),
        home=tuple(home),
        before=(*[width + card for width in graph.before], *bends_room),
        after=(*[width + card for width in graph.after], *bends_room),
        lanes=lanes,
    )


def is_tree(layered: Layered) -> bool:
    """Whether nothing hangs below two nodes and no frame is around anything."""
    if layered.lanes or max(layered.home) >= 0:
        return False
    return max(map(len, layered.up)) < 2


def _spans(graph: Graph, rank: tuple[int, ...]) -> list[tuple[int, int]]:
    """The first and last row of every frame."""
    spans = [(len(rank), -1)] * len(graph.nests)
    for row, home in zip(rank, graph.home, strict=True):
        if home >= 0:
            spans[home] = (min(spans[home][0], row), max(spans[home][1], row))
    for frame in range(len(spans) - 1, -1, -1):
        parent = graph.nests[frame].parent
        if parent >= 0:
            outer, inner = spans[parent], spans[frame]
            spans[parent] = (min(outer[0], inner[0]), max(outer[1], inner[1]))
    return spans


def _homes(
    graph: Graph, spans: list[tuple[int, int]], ends: tuple[int, int], rows: range
) -> list[int]:
    """The frame of an arrow's bend in each of ``rows``: one around an end of it, if that passes the row.

    The frames of the upper end come first, and among them the innermost. Without ``spans``, and where no such
    frame is, the innermost around both ends.
    """
    upper, lower = (_around(graph, end) for end in ends)
    common = next((each for each in upper if each in lower), -1)
    if not spans:
        return [common] * len(rows)
    frames = [each for each in upper if each not in lower]
    frames += [each for each in lower if each not in upper]
    return [
        next((each for each in frames if spans[each][0] <= row <= spans[each][1]), common)
        for row in rows
    ]


def _around(graph: Graph, box: int) -> list[int]:
    """The frames around a box, the innermost first."""
    frames = []
    frame = graph.home[box]
    while frame >= 0:
        frames.append(frame)
        frame = graph.nests[frame].parent
    return frames
