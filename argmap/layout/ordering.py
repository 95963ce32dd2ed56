"""Sixth pass: the order of the nodes in every row, with few crossings."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from .crossings import crossings
from .graph import Graph
from .items import Items
from .linear import Line, arranged
from .longedges import Layered
from .rowsorder import Ordered, Runs, keys_of, rows_of, runs_of
from .sifting import sift
from .sweeps import exchange, number, sweep_down, sweep_up

__all__ = ["Order", "ordered"]

SWEEPS = 24
PATIENCE = 4
EXCHANGES = 8
POLISHES = 6
WORTH = 0.995
"""What a round must make of the crossings to count as progress: this part of them, or less."""


@frozen
class Order:
    """The nodes of every row from left to right, and how often the steps between them cross.

    ``line`` is where boxes and frames stand on one line, ``keys`` where the nodes do that stand in the
    same place of their row; so frames that have no node in a row have a place in it too.
    """

    rows: tuple[tuple[int, ...], ...]
    crossings: int
    line: Line
    keys: tuple[float, ...]


@frozen
class Flavour:
    """One way to look for a good order: which sweep first, and when neighbours are exchanged."""

    up_first: bool
    exchange_before: bool
    exchange_between: bool


THOROUGH = (Flavour(True, False, True), Flavour(False, False, True))
BRISK = (Flavour(True, True, False), Flavour(True, True, True))
QUICK = (Flavour(True, True, False),)

EFFORTS = ((150, 12, THOROUGH), (400, 8, THOROUGH), (1_800, 4, BRISK), (5_000, 2, QUICK))
"""Up to how many nodes, how many starts, and the flavours of each start: counted, never timed."""


def ordered(layered: Layered, graph: Graph, items: Items) -> Order:
    """The best of several orders; the first, which keeps the author's order, wins a tie."""
    best: Order | None = None
    for line, flavour in _attempts(len(layered.row), items):
        if best is not None and not best.crossings:
            break
        keys = keys_of(layered, graph, line)
        rows = rows_of(layered, keys)
        count = _improved(rows, runs_of(layered, rows), layered, flavour)
        if best is None or count < best.crossings:
            fixed = tuple([tuple(nodes) for nodes in rows])
            best = Order(fixed, count, line, _renewed(keys, rows, rows_of(layered, keys)))
    return best if best is not None else Order((), 0, arranged(items, 0), ())


def _renewed(keys: list[float], rows: Ordered, before: Ordered) -> tuple[float, ...]:
    """The keys, given to the nodes that stand now where others stood ``before``."""
    renewed = list(keys)
    for now, then in zip(rows, before, strict=True):
        for node, old in zip(now, then, strict=True):
            renewed[node] = keys[old]
    return tuple(renewed)


def _attempts(nodes: int, items: Items) -> Iterator[tuple[Line, Flavour]]:
    """The starts and flavours that a graph of so many nodes is worth."""
    efforts = [(starts, flavours) for most, starts, flavours in EFFORTS if nodes <= most]
    starts, flavours = efforts[0] if efforts else (1, QUICK)
    for seed in range(starts):
        line = arranged(items, seed)
        for flavour in flavours:
            yield line, flavour


def _improved(rows: Ordered, runs: Runs, layered: Layered, flavour: Flavour) -> int:
    """Sweep ``rows`` up and down and keep them where they cross least; how often they do."""
    up, down = layered.up, layered.down
    place = [0] * len(layered.row)
    number(rows, place)
    least = crossings(rows, down, place)
    if flavour.exchange_before and least:
        least -= exchange(rows, runs, up, down, place, 3)
    best = [nodes[:] for nodes in rows]
    worse = 0
    for turn in range(SWEEPS):
        if worse >= PATIENCE or not least:
            break
        _sweep(rows, runs, layered, place, flavour, turn)
        count = crossings(rows, down, place)
        worse = 0 if count < least * WORTH else worse + 1
        if count < least:
            least, best = count, [nodes[:] for nodes in rows]
    rows[:] = best
    number(rows, place)
    return _polished(rows, runs, layered, place, least)


def _polished(rows: Ordered, runs: Runs, layered: Layered, place: list[int], count: int) -> int:
    """Move single nodes and exchange neighbours while that is worth it; how often steps cross then."""
    for _ in range(POLISHES):
        before = count
        if count:
            count -= exchange(rows, runs, layered.up, layered.down, place, EXCHANGES)
        if count:
            count -= sift(rows, runs, layered.up, layered.down, place)
        if count >= before * WORTH:
            break
    return count


def _sweep(
    rows: Ordered, runs: Runs, layered: Layered, place: list[int], flavour: Flavour, turn: int
) -> None:
    """One sweep each way; in which order equals end up changes from turn to turn."""
    one, two = turn % 2 == 1, turn % 4 > 1
    if flavour.up_first:
        sweep_up(rows, runs, layered.down, place, flip=one)
        sweep_down(rows, runs, layered.up, place, flip=two)
    else:
        sweep_down(rows, runs, layered.up, place, flip=one)
        sweep_up(rows, runs, layered.down, place, flip=two)
    if flavour.exchange_between:
        exchange(rows, runs, layered.up, layered.down, place, 2)
