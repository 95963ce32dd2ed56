"""Part of the sixth pass: the rows that an order on a line gives, and what may change places in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import inf

from .graph import Graph
from .items import Items
from .linear import MARGIN, Line, along_wishes
from .longedges import Layered

__all__ = [
    "ASIDE",
    "Ordered",
    "Runs",
    "arrange_rows",
    "frame_rows",
    "framed_line",
    "keys_of",
    "rows_of",
    "runs_of",
]

ASIDE = MARGIN / 4
"""How far from a frame's content, on the line, a bend passes it."""

Ordered = list[list[int]]
"""The nodes of every row from left to right, while they are being ordered."""

Entry = tuple[float, int, int]
"""What stands in a frame: where, then -1 and the number of a node, or a count of 0 and more and that of a frame."""

Runs = list[list[tuple[int, int]]]
"""For every row the stretches of two or more nodes in the same frame, which may change places."""


def rows_of(layered: Layered, keys: Sequence[float]) -> Ordered:
    """The nodes of every row sorted by ``keys``."""
    rows: Ordered = [[] for _ in range(layered.rows)]
    for node, row in enumerate(layered.row):
        rows[row].append(node)
    for nodes in rows:
        nodes.sort(key=keys.__getitem__)
    return rows


def keys_of(layered: Layered, graph: Graph, line: Line) -> list[float]:
    """Where every node stands on ``line``; a bend on the way between its ends, round other frames."""
    key = list(line.middle) + [0.0] * (len(layered.row) - layered.boxes)
    for chain in layered.chains:
        last = len(chain) - 1
        if last > 1:
            start, step = key[chain[0]], (key[chain[-1]] - key[chain[0]]) / last
            for index in range(1, last):
                key[chain[index]] = start + step * index
    if graph.nests:
        _keep_out(layered, graph, line, key)
    return key


def arrange_rows(rows: Ordered, layered: Layered, graph: Graph, wishes: Sequence[float]) -> None:
    """Sort ``rows`` by ``wishes``, each frame's nodes staying together and the frames in their order."""
    if not graph.nests:
        for nodes in rows:
            nodes.sort(key=wishes.__getitem__)
        return
    for nodes in rows:
        sums: dict[int, tuple[float, int]] = {}
        inside: dict[int, list[Entry]] = {-1: []}
        for index, node in enumerate(nodes):
            frame = layered.home[node]
            inside.setdefault(frame, []).append((wishes[node], -1, index))
            while frame >= 0:
                total, count = sums.get(frame, (0.0, 0))
                sums[frame] = (total + wishes[node], count + 1)
                frame = graph.nests[frame].parent
        last: dict[int, float] = {}
        for frame, (total, count) in sums.items():
            parent = graph.nests[frame].parent
            last[parent] = max(total / count, last.get(parent, -inf))
            within = inside.setdefault(parent, [])
            within.append((last[parent], len(within), frame))
        nodes[:] = [nodes[index] for index in _walked(inside)]


def _walked(inside: dict[int, list[Entry]]) -> Iterator[int]:
    """The nodes of a row, by their places in it, as they stand when what is in each frame is sorted."""
    todo = [(0.0, 0, -1)]
    while todo:
        _, frames, number = todo.pop()
        if frames < 0:
            yield number
        else:
            todo += sorted(inside.pop(number), reverse=True)


def framed_line(items: Items, graph: Graph, rows: Ordered, siblings: dict[int, list[int]]) -> Line:
    """Boxes and frames on a line as they stand in ``rows``, the frames of each frame in the order of ``siblings``.

    ``siblings`` has the outermost frames under -1. No branch is an interval here, only frames are.
    """
    boxes, frames = items.boxes, items.frames
    root = boxes + 2 * frames
    wishes = [0.0] * (root + 1)
    for nodes in rows:
        for index, node in enumerate(nodes):
            if node < boxes:
                wishes[node] = (index + 0.5) / len(nodes)
    means = _means(graph, wishes)
    for among in siblings.values():
        last = -inf
        for frame in among:
            wishes[boxes + frames + frame] = last = max(last, means[frame])
    kids: list[list[int]] = [[] for _ in wishes]
    for frame in range(frames):
        kids[boxes + frames + frame].append(boxes + frame)
    for parent, among in siblings.items():
        kids[boxes + parent if parent >= 0 else root] += [boxes + frames + each for each in among]
    for box, home in enumerate(graph.home):
        kids[boxes + home if home >= 0 else root].append(box)
    return along_wishes(_flat(items, kids), wishes)


def _means(graph: Graph, wishes: Sequence[float]) -> list[float]:
    """The mean of what the boxes in every frame wish; a frame with none has a box of its own."""
    total, count = [0.0] * (len(graph.nests) + 1), [0] * (len(graph.nests) + 1)
    for box, home in enumerate(graph.home):
        total[home] += wishes[box]
        count[home] += 1
    for frame in reversed(range(len(graph.nests))):
        around = graph.nests[frame].parent
        total[around] += total[frame]
        count[around] += count[frame]
    return [total[frame] / count[frame] for frame in range(len(graph.nests))]


def _flat(items: Items, kids: list[list[int]]) -> Items:
    """The items with other ``kids``, and nothing told of what links cross."""
    parent = [-1] * len(kids)
    order = [len(kids) - 1]
    for item in order:
        order += kids[item]
        for kid in kids[item]:
            parent[kid] = item
    below = tuple([tuple(each) for each in kids])
    return items._replace(order=tuple(order), parent=tuple(parent), kids=below, cross=(), ends={})


def runs_of(layered: Layered, rows: Ordered) -> Runs:
    """Where in ``rows`` nodes may change places without leaving or entering a frame."""
    if max(layered.home) < 0:
        return [[(0, len(nodes))] if len(nodes) > 1 else [] for nodes in rows]
    return [_runs([layered.home[node] for node in nodes]) for nodes in rows]


def _runs(homes: list[int]) -> list[tuple[int, int]]:
    runs = []
    start = 0
    for index in range(1, len(homes) + 1):
        if index == len(homes) or homes[index] != homes[start]:
            if index - start > 1:
                runs.append((start, index))
            start = index
    return runs


def _keep_out(layered: Layered, graph: Graph, line: Line, key: list[float]) -> None:
    """Move bends out of frames that they don't belong to, a chain on one side of a frame."""
    spans = frame_rows(layered, graph)
    inside: dict[int, list[int]] = {}
    for frame, nest in enumerate(graph.nests):
        inside.setdefault(nest.parent, []).append(frame)
    for frames in inside.values():
        frames.sort(key=line.begin.__getitem__)
    begins = {frame: [line.begin[each] for each in frames] for frame, frames in inside.items()}
    for chain in layered.chains:
        side: dict[int, bool] = {}
        for bend in chain[1:-1]:
            own = layered.home[bend]
            if own >= 0:
                low, high = line.begin[own] + 0.01, line.end[own] - 0.01
                key[bend] = min(max(key[bend], low), high)
            frame = _frame_at(key[bend], inside.get(own, []), begins.get(own, []), line)
            first, last = spans.get(frame, (0, -1))
            if first <= layered.row[bend] <= last:
                left = side.setdefault(frame, _nearer_left(key, chain, line, frame))
                key[bend] = line.begin[frame] - ASIDE if left else line.end[frame] + ASIDE


def _nearer_left(key: list[float], chain: tuple[int, ...], line: Line, frame: int) -> bool:
    """Whether a chain should pass a frame on its left: where its ends are, on average."""
    return key[chain[0]] + key[chain[-1]] < line.begin[frame] + line.end[frame]


def _frame_at(at: float, frames: list[int], begins: list[float], line: Line) -> int:
    """The frame of ``frames`` whose stretch of the line holds ``at``, or -1."""
    index = bisect_right(begins, at) - 1
    if index >= 0 and at <= line.end[frames[index]]:
        return frames[index]
    return -1


def frame_rows(layered: Layered, graph: Graph) -> dict[int, tuple[int, int]]:
    """The first and last row of every frame."""
    spans: dict[int, tuple[int, int]] = {}
    for box in range(layered.boxes):
        row, frame = layered.row[box], layered.home[box]
        while frame >= 0:
            first, last = spans.get(frame, (row, row))
            spans[frame] = (min(first, row), max(last, row))
            frame = graph.nests[frame].parent
    return spans
