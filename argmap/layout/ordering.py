"""The order of the nodes in each row: the best of a fixed number of starts."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from .arrange import Arrangement, Skeleton, arranged
from .chains import Rows
from .crossings import crossings, difference

__all__ = ["Order", "ordered"]

SWEEPS = 12
ROUNDS = 8


@frozen
class Order:
    """The rows from left to right, how often lines cross, and the keys that frames are placed by."""

    layers: tuple[tuple[int, ...], ...]
    crossings: int
    keys: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def ordered(tree: Skeleton, rows: Rows, parents: Sequence[int]) -> Order:
    """The best order found; restarts are counted, not timed, so the answer is always the same."""
    size = len(rows.rank)
    starts = 12 if size < 300 else 6 if size < 1_200 else 3 if size < 5_000 else 1
    best: Order | None = None
    for seed in range(starts):
        start = arranged(tree, rows, parents, seed)
        for sweeping in (False, True) if not parents else (False,):
            found = _improved(start, rows, sweeping=sweeping)
            if best is None or found.crossings < best.crossings:
                best = found
            if not best.crossings:
                return best
    if best is None:
        raise ValueError("a diagram has a row")
    return best


def _improved(start: Arrangement, rows: Rows, *, sweeping: bool) -> Order:
    keys = list(start.keys)
    layers = _layers(keys, rows)
    place = [0] * len(keys)
    _number(layers, place)
    best = [list(layer) for layer in layers]
    least = crossings(layers, rows.downs, place)
    for turn in range(SWEEPS if sweeping and least else 0):
        _sweep(layers, rows, place, down=turn % 2 == 0)
        found = crossings(layers, rows.downs, place)
        if found < least:
            best, least = [list(layer) for layer in layers], found
    _number(best, place)
    if least:
        least -= _exchange(best, rows, place, keys)
    return Order(tuple(map(tuple, best)), least, tuple(keys), tuple(start.low), tuple(start.high))


def _layers(keys: list[float], rows: Rows) -> list[list[int]]:
    layers: list[list[int]] = [[] for _ in range(max(rows.rank) + 1)]
    for node in sorted(range(len(keys)), key=keys.__getitem__):
        layers[rows.rank[node]].append(node)
    return layers


def _number(layers: list[list[int]], place: list[int]) -> None:
    for layer in layers:
        for number, node in enumerate(layer):
            place[node] = number


def _sweep(layers: list[list[int]], rows: Rows, place: list[int], *, down: bool) -> None:
    """Order each row by the mean place of the neighbours in the row before; who has none stays."""
    beside = rows.ups if down else rows.downs
    for layer in layers[1:] if down else layers[-2::-1]:
        slots = [number for number, node in enumerate(layer) if beside[node]]
        moving = [layer[number] for number in slots]
        moving.sort(key=lambda n: sum([place[o] for o in beside[n]]) / len(beside[n]))
        for number, node in zip(slots, moving, strict=True):
            layer[number] = node
            place[node] = number


def _exchange(layers: list[list[int]], rows: Rows, place: list[int], keys: list[float]) -> int:
    """Change places of neighbours of one frame while that saves crossings; how many it saved."""
    saved = 0
    for _ in range(ROUNDS):
        gain = sum([_exchange_row(layer, rows, place, keys) for layer in layers])
        saved += gain
        if not gain:
            break
    return saved


def _exchange_row(layer: list[int], rows: Rows, place: list[int], keys: list[float]) -> int:
    above = {node: sorted([place[o] for o in rows.ups[node]]) for node in layer}
    below = {node: sorted([place[o] for o in rows.downs[node]]) for node in layer}
    gain = 0
    for number in range(len(layer) - 1):
        left, right = layer[number], layer[number + 1]
        if rows.homes[left] != rows.homes[right]:
            continue
        save = difference(above[left], above[right]) + difference(below[left], below[right])
        if save > 0:
            gain += save
            layer[number], layer[number + 1] = right, left
            place[left], place[right] = number + 1, number
            keys[left], keys[right] = keys[right], keys[left]
    return gain
