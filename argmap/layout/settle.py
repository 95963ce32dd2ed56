"""Part of the third pass: rows of what only a frame holds together, so that frames stay low."""

from __future__ import annotations

from math import ceil, sqrt

from .components import connected
from .graph import Graph

__all__ = ["settled"]


def settled(graph: Graph, rank: list[int]) -> list[int]:
    """``rank`` with each piece that no arrow ties to the rest level with the frame it stands in.

    Boxes of a frame that no arrow touches fill rows about as many as there are in each, not one row.
    """
    if not graph.nests:
        return rank  # it is one piece
    pieces = connected(len(rank), graph.arrows)
    if len(pieces) == 1:
        return rank
    result = list(rank)
    top: dict[int, int] = {}
    for piece in sorted(pieces, key=lambda piece: len(piece) == 1):
        if len(piece) > 1:
            _shift(piece, result, _distance(graph, piece, result, top))
            _note(graph, piece, result, top)
    alone: dict[int, list[int]] = {}
    for piece in pieces:
        if len(piece) == 1:
            alone.setdefault(graph.home[piece[0]], []).append(piece[0])
    for home, boxes in alone.items():
        _in_rows(graph, home, boxes, result, top)
    return result


def _path(graph: Graph, frame: int) -> list[int]:
    """The frames around, from the innermost."""
    path = []
    while frame >= 0:
        path.append(frame)
        frame = graph.nests[frame].parent
    return path


def _distance(graph: Graph, piece: list[int], rank: list[int], top: dict[int, int]) -> int:
    """How far to move a piece down so that it starts where the deepest frame it shares does."""
    best = (-1, 0)
    for box in piece:
        path = _path(graph, graph.home[box])
        for index, frame in enumerate(path):
            if frame in top and len(path) - index > best[0]:
                first = min([rank[b] for b in piece if frame in _path(graph, graph.home[b])])
                best = (len(path) - index, top[frame] - first)
    return best[1] + best[1] % 2


def _shift(piece: list[int], rank: list[int], distance: int) -> None:
    for box in piece:
        rank[box] += distance


def _note(graph: Graph, boxes: list[int], rank: list[int], top: dict[int, int]) -> None:
    """Keep the first row of every frame that ``boxes`` stand in."""
    for box in boxes:
        for frame in _path(graph, graph.home[box]):
            top[frame] = min(top.get(frame, rank[box]), rank[box])


def _in_rows(
    graph: Graph, home: int, boxes: list[int], rank: list[int], top: dict[int, int]
) -> None:
    """Set boxes of one frame that no arrow touches into rows."""
    first = next((top[frame] for frame in _path(graph, home) if frame in top), 0)
    columns = max(2, ceil(sqrt(len(boxes))))
    for index, box in enumerate(boxes):
        rank[box] = first - first % 2 + 2 * (index // columns) + graph.joint[box]
    _note(graph, boxes, rank, top)
