"""Part of the sixth pass: places on the line for rows that have been ordered, so that frames can be drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import inf

from .graph import Graph
from .linear import Line
from .longedges import Layered
from .nesting import Nesting, nesting_of
from .rowsorder import ASIDE, Ordered, frame_rows

__all__ = ["rekeyed"]

INSIDE = 0.01
"""How far from the ends of its frame a node stands on the line at least."""


def rekeyed(
    rows: Ordered, layered: Layered, graph: Graph, line: Line, keys: Sequence[float]
) -> tuple[float, ...]:
    """Keys near ``keys`` by which the rows sort as they stand, and every node lies in its own frames alone.

    The rows hold the nodes of each frame together, in the order of the frames on the line.
    """
    result = list(keys)
    nesting = nesting_of(graph)
    spans = frame_rows(layered, graph)
    inside: dict[int, list[int]] = {}
    for frame in sorted(range(len(graph.nests)), key=line.begin.__getitem__):
        inside.setdefault(graph.nests[frame].parent, []).append(frame)
    begins = {parent: [line.begin[each] for each in frames] for parent, frames in inside.items()}
    for row, nodes in enumerate(rows):
        homes = [layered.home[node] for node in nodes]
        tops = _tops(homes, line, nesting)
        least = -inf
        before = -1
        for node, home, top in zip(nodes, homes, tops, strict=True):
            low = max(least, _bottom(before, home, line, nesting))
            key = min(max(keys[node], low), top)
            if home in inside:
                start = max(bisect_right(begins[home], key) - 1, 0)
                key = _past(key, low, row, inside[home][start:], line, spans)
            result[node] = least = key
            before = home
    return tuple(result)


def _tops(homes: Sequence[int], line: Line, nesting: Nesting) -> list[float]:
    """For every node of a row how far right on the line what follows and its own frame let it stand."""
    tops = [inf] * len(homes)
    top = inf
    after = -1
    for index in range(len(homes) - 1, -1, -1):
        home = homes[index]
        next_frame = nesting.apart(after, home)
        if next_frame >= 0:
            top = line.begin[next_frame] - ASIDE
        if not nesting.holds(home, after):
            top = line.end[home] - INSIDE
        tops[index] = top
        after = home
    return tops


def _bottom(before: int, home: int, line: Line, nesting: Nesting) -> float:
    """How far left the node before and its own frame let a node stand."""
    if not nesting.holds(home, before):
        return line.begin[home] + INSIDE
    last_frame = nesting.apart(before, home)
    return line.end[last_frame] + ASIDE if last_frame >= 0 else -inf


def _past(
    key: float,
    low: float,
    row: int,
    frames: Sequence[int],
    line: Line,
    spans: dict[int, tuple[int, int]],
) -> float:
    """``key``, or beside those of ``frames``, from left to right, that pass the row and hold it."""
    for frame in frames:
        begin, end = line.begin[frame], line.end[frame]
        if begin > key:
            break
        first, last = spans[frame]
        if first <= row <= last and key <= end:
            key = _beside(key, begin, end, low)
    return key


def _beside(key: float, begin: float, end: float, low: float) -> float:
    """The side of a frame that is nearer to ``key``, the right one where the left is below ``low``."""
    left = begin - ASIDE
    return left if left >= low and key - begin <= end - key else end + ASIDE
