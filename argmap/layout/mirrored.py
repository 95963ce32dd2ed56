"""Part of the sixth pass: of an order and its mirror image, which cross alike, the more like the author's."""

from __future__ import annotations

from bisect import bisect

from .attempts import Attempt, on_line
from .crossings import crossings
from .graph import Graph
from .items import Items
from .linear import Line, along_wishes
from .longedges import Layered
from .sweeps import number

__all__ = ["as_written"]


def as_written(attempt: Attempt, layered: Layered, graph: Graph, items: Items) -> Attempt:
    """``attempt``, or its mirror image if that has more arrows to a box in the order they were given in."""
    place = [0] * len(layered.row)
    number(attempt.rows, place)
    below: list[list[tuple[int, int]]] = [[] for _ in range(layered.boxes)]
    for arrow, chain in enumerate(layered.chains):
        below[chain[0]].append((place[chain[1]], arrow))
    swapped = pairs = 0
    for arrows in below:
        seen: list[int] = []
        for _, arrow in sorted(arrows):
            at = bisect(seen, arrow)
            swapped += len(seen) - at
            pairs += len(seen)
            seen.insert(at, arrow)
    return _mirrored(attempt, layered, graph, items) if 2 * swapped > pairs else attempt


def _mirrored(attempt: Attempt, layered: Layered, graph: Graph, items: Items) -> Attempt:
    """What stands left stands right; with frames, for bends pass them by rules, only if that crosses no more."""
    line = attempt.line
    if not graph.nests:
        flipped = Line(tuple([-at for at in line.middle]), (), ())
        rows = [nodes[::-1] for nodes in attempt.rows]
        keys = [-key for key in attempt.keys]
        return Attempt(attempt.crossings, rows, attempt.runs, keys, flipped)
    place = [0] * len(layered.row)
    number(attempt.rows, place)
    frames = [-(begin + end) / 2 for begin, end in zip(line.begin, line.end, strict=True)]
    wishes = [*[-at for at in line.middle], *frames, *frames, 0.0]
    other = on_line(along_wishes(items, wishes), layered, graph)
    for nodes, stretches in zip(other.rows, other.runs, strict=True):
        for start, stop in stretches:
            nodes[start:stop] = sorted(nodes[start:stop], key=lambda node: -place[node])
    number(other.rows, place)
    count = crossings(other.rows, layered.down, place)
    if count > attempt.crossings:
        return attempt
    return Attempt(count, other.rows, other.runs, other.keys, other.line)
