"""Part of the sixth pass: places on the line for rows that have been ordered, so that frames can be drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import inf

from .graph import Graph, paths_of
from .linear import Line
from .longedges import Layered
from .rowsorder import ASIDE, Ordered, frame_rows

__all__ = ["rekeyed"]

INSIDE = 0.01
"""How far from the ends of its frame a node stands on the line at least."""

Path = tuple[int, ...]


def rekeyed(
    rows: Ordered, layered: Layered, graph: Graph, line: Line, keys: Sequence[float]
) -> tuple[float, ...]:
    """Keys near ``keys`` by which the rows sort as they stand, and every node lies in its own frames alone.

    The rows hold the nodes of each frame together, in the order of the frames on the line.
    """
    result = list(keys)
    paths = paths_of(graph)
    spans = frame_rows(layered, graph)
    inside: dict[int, list[int]] = {}
    for frame in sorted(range(len(graph.nests)), key=line.begin.__getitem__):
        inside.setdefault(graph.nests[frame].parent, []).append(frame)
    begins = {parent: [line.begin[each] for each in frames] for parent, frames in inside.items()}
    for row, nodes in enumerate(rows):
        homes = [paths[layered.home[node]] for node in nodes]
        tops = _tops(homes, line)
        least = -inf
        before: Path = ()
        for node, home, top in zip(nodes, homes, tops, strict=True):
            low = max(least, _bottom(before, home, line))
            key = min(max(keys[node], low), top)
            around = home[-1] if home else -1
            if around in inside:
                start = max(bisect_right(begins[around], key) - 1, 0)
                key = _past(key, low, row, inside[around][start:], line, spans)
            result[node] = least = key
            before = home
    return tuple(result)


def _tops(homes: Sequence[Path], line: Line) -> list[float]:
    """For every node of a row how far right on the line what follows and its own frame let it stand."""
    tops = [inf] * len(homes)
    top = inf
    after: Path = ()
    for index in range(len(homes) - 1, -1, -1):
        home = homes[index]
        shared = _shared(home, after)
        if len(after) > shared:
            top = line.begin[after[shared]] - ASIDE
        if len(home) > shared:
            top = line.end[home[-1]] - INSIDE
        tops[index] = top
        after = home
    return tops


def _bottom(before: Path, home: Path, line: Line) -> float:
    """How far left the node before and its own frame let a node stand."""
    shared = _shared(home, before)
    if len(home) > shared:
        return line.begin[home[-1]] + INSIDE
    return line.end[before[shared]] + ASIDE if len(before) > shared else -inf


def _shared(one: Path, other: Path) -> int:
    """How many frames are around both of two nodes."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


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
