"""Rows with the sides of frames in them, and the sides brought onto one line each."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from .chains import Rows, path
from .net import Net
from .ordering import Order

__all__ = ["Tokens", "straightened", "tokens"]


@frozen
class Tokens:
    """Nodes and sides of frames in rows: ``sides[token - count]`` is (frame, +1 for right or -1 for left)."""

    count: int
    layers: tuple[tuple[int, ...], ...]
    sides: tuple[tuple[int, int], ...]
    spans: dict[int, tuple[int, int]]


def tokens(net: Net, rows: Rows, order: Order) -> Tokens:
    """The rows of ``order`` with a left and a right side for each frame in every row it spans."""
    spans: dict[int, tuple[int, int]] = {}
    for box in range(rows.count):
        row = rows.rank[box]
        for frame in path(rows.homes[box], net.parents):
            first, last = spans.get(frame, (row, row))
            spans[frame] = (min(first, row), max(last, row))
    depth = {frame: len(path(frame, net.parents)) for frame in spans}
    deepest = max(depth.values(), default=0) + 1
    count = len(rows.rank)
    sides: list[tuple[int, int]] = []
    layers: list[tuple[int, ...]] = []
    for row, layer in enumerate(order.layers):
        keyed = [(order.keys[node], node) for node in layer]
        for frame, (first, last) in spans.items():
            if first <= row <= last:
                inset = 1e-4 * (deepest - depth[frame])
                for key, side in ((order.low[frame] - inset, -1), (order.high[frame] + inset, 1)):
                    keyed.append((key, count + len(sides)))
                    sides.append((frame, side))
        if spans:
            keyed.sort()
        layers.append(tuple([token for _, token in keyed]))
    return Tokens(count, tuple(layers), tuple(sides), spans)


def straightened(
    marks: Tokens, gaps: Sequence[Sequence[float]], x: list[float], net: Net
) -> list[float]:
    """``x`` with every side of a frame at one place in all its rows, and all gaps kept.

    The mean of the leftmost and the rightmost repair: both keep the gaps, so their mean does.
    """
    block = [token if token < marks.count else _block(marks, token) for token in range(len(x))]
    members: dict[int, list[int]] = {}
    for token, name in enumerate(block):
        members.setdefault(name, []).append(token)
    wish = {name: sum([x[t] for t in inside]) / len(inside) for name, inside in members.items()}
    after: dict[int, list[tuple[int, float]]] = {name: [] for name in members}
    before: dict[int, list[tuple[int, float]]] = {name: [] for name in members}
    pairs = [
        (block[left], block[right], gap)
        for layer, row in zip(marks.layers, gaps, strict=True)
        for left, right, gap in zip(layer, layer[1:], row[1:], strict=False)
    ]
    pairs += [(-1 - 2 * f, -2 - 2 * f, net.titles[f][0]) for f in marks.spans]
    for left, right, gap in pairs:
        after[left].append((right, gap))
        before[right].append((left, gap))
    line = _in_line(after, before)
    right = _pushed(line, wish, before, 1)
    left = _pushed(line[::-1], wish, after, -1)
    placed = {name: (right[name] + left[name]) / 2 for name in line}
    for name in line:
        if name < 0 and name % 2 and after[name]:
            placed[name] = max(placed[name], min([placed[o] - g for o, g in after[name]]))
    for name in reversed(line):
        if name < 0 and not name % 2 and before[name]:
            placed[name] = min(placed[name], max([placed[o] + g for o, g in before[name]]))
    return [placed[name] for name in block]


def _block(marks: Tokens, token: int) -> int:
    """One name for all left sides of a frame (odd, below 0), and one for all right ones (even)."""
    frame, side = marks.sides[token - marks.count]
    return -1 - 2 * frame if side < 0 else -2 - 2 * frame


def _in_line(
    after: dict[int, list[tuple[int, float]]], before: dict[int, list[tuple[int, float]]]
) -> list[int]:
    waiting = {name: len(others) for name, others in before.items()}
    line = [name for name, others in waiting.items() if not others]
    for name in line:
        for other, _ in after[name]:
            waiting[other] -= 1
            if not waiting[other]:
                line.append(other)
    if len(line) != len(before):
        raise ValueError("frames change sides from row to row")
    return line


def _pushed(
    line: list[int],
    wish: dict[int, float],
    beside: dict[int, list[tuple[int, float]]],
    way: int,
) -> dict[int, float]:
    """Each block at its wish, or as far beyond as those before it in ``line`` demand."""
    placed: dict[int, float] = {}
    for name in line:
        demands = [way * placed[other] + gap for other, gap in beside[name]]
        placed[name] = way * max([way * wish[name], *demands])
    return placed
