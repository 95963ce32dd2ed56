"""Sixth pass: the order of the nodes in every row, with few crossings."""

from __future__ import annotations

from attrs import evolve, frozen

from .crossings import crossings
from .graph import Graph
from .items import Items
from .linear import Line, arranged
from .longedges import Layered
from .rowsorder import Ordered, Runs, keys_of, rows_of, runs_of
from .sifting import sift
from .sweeps import exchange, number, sweep_down, sweep_up
from .twins import untwisted

__all__ = ["EFFORTS", "Effort", "Order", "ordered"]


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
class Effort:
    """What a graph of at most ``nodes`` nodes (or twice as many steps) is worth, counted, never timed.

    So many ``starts`` are swept until ``patience`` sweeps in a row bring nothing, ``sweeps`` at most;
    the best ``polished`` of them get so many ``rounds`` of moving single nodes. ``up_first`` is the
    better way to begin in large graphs, down first in small ones.
    """

    nodes: float
    starts: int
    polished: int
    rounds: int
    sweeps: int = 24
    patience: int = 4
    up_first: bool = True


EFFORTS = (
    Effort(80, starts=32, polished=8, rounds=6, up_first=False),
    Effort(400, starts=16, polished=4, rounds=6, up_first=False),
    Effort(1_800, starts=6, polished=2, rounds=6),
    Effort(5_000, starts=2, polished=1, rounds=6),
    Effort(20_000, starts=1, polished=1, rounds=2),
    Effort(float("inf"), starts=1, polished=0, rounds=0, sweeps=6, patience=2),
)

FRAMED = 3
"""How many times as many starts a graph with frames is worth: sweeps can't reorder its frames."""

EXCHANGES = 8

WORTH = 0.995
"""What a round must make of the crossings to count as progress: this part of them, or less."""


@frozen
class Attempt:
    """An order of the rows that may become the best, and how often steps cross in it."""

    crossings: int
    rows: Ordered
    runs: Runs
    keys: list[float]
    line: Line


def ordered(layered: Layered, graph: Graph, items: Items) -> Order:
    """The best of several orders; the first, which starts from the author's order, wins a tie."""
    size = max(len(layered.row), sum([len(below) for below in layered.down]) // 2)
    effort = next(each for each in EFFORTS if size <= each.nodes)
    attempts = _attempts(layered, graph, items, effort)
    ranked = sorted(range(len(attempts)), key=lambda each: attempts[each].crossings)
    chosen = sorted({*ranked[: max(effort.polished, 1)], *([0] if effort.starts > 2 else [])})
    best = min(
        [_polished(attempts[each], layered, effort) for each in chosen],
        key=lambda attempt: attempt.crossings,
    )
    rows = untwisted(best.rows, layered)
    keys = _renewed(best.keys, rows, rows_of(layered, best.keys))
    return Order(tuple([tuple(nodes) for nodes in rows]), best.crossings, best.line, keys)


def _attempts(layered: Layered, graph: Graph, items: Items, effort: Effort) -> list[Attempt]:
    """The author's order as it is, then the starts, each swept; none after one without crossings."""
    first = _start(layered, graph, items, 0)
    attempts = [first]
    for seed in range(effort.starts * (FRAMED if graph.nests else 1)):
        if not attempts[-1].crossings:
            break
        start = _start(layered, graph, items, seed) if seed else first
        rows = [nodes[:] for nodes in start.rows]
        count = _swept(rows, start.runs, layered, effort)
        attempts.append(evolve(start, crossings=count, rows=rows))
    return attempts


def _start(layered: Layered, graph: Graph, items: Items, seed: int) -> Attempt:
    """The rows as a seed's line gives them."""
    line = arranged(items, seed)
    keys = keys_of(layered, graph, line)
    rows = rows_of(layered, keys)
    place = [0] * len(layered.row)
    number(rows, place)
    count = crossings(rows, layered.down, place)
    return Attempt(count, rows, runs_of(layered, rows), keys, line)


def _swept(rows: Ordered, runs: Runs, layered: Layered, effort: Effort) -> int:
    """Sweep ``rows`` up and down and keep them where they cross least; how often they do."""
    up, down = layered.up, layered.down
    place = [0] * len(layered.row)
    number(rows, place)
    least = crossings(rows, down, place)
    if effort.up_first and least:
        least -= exchange(rows, runs, up, down, place, 3)
    best = [nodes[:] for nodes in rows]
    worse = turn = 0
    while least and worse < effort.patience and turn < effort.sweeps:
        _sweep(rows, runs, layered, place, turn, up_first=effort.up_first)
        turn += 1
        count = crossings(rows, down, place)
        worse = 0 if count < least * WORTH else worse + 1
        if count < least:
            least, best = count, [nodes[:] for nodes in rows]
    rows[:] = best
    return least


def _sweep(
    rows: Ordered, runs: Runs, layered: Layered, place: list[int], turn: int, *, up_first: bool
) -> None:
    """One sweep each way; in which order equals end up changes from turn to turn."""
    one, two = turn % 2 == 1, turn % 4 > 1
    if up_first:
        sweep_up(rows, runs, layered.down, place, flip=one)
        sweep_down(rows, runs, layered.up, place, flip=two)
    else:
        sweep_down(rows, runs, layered.up, place, flip=one)
        sweep_up(rows, runs, layered.down, place, flip=two)


def _polished(attempt: Attempt, layered: Layered, effort: Effort) -> Attempt:
    """The attempt after moving single nodes and exchanging neighbours while that is worth it."""
    rows, runs, count = attempt.rows, attempt.runs, attempt.crossings
    place = [0] * len(layered.row)
    number(rows, place)
    left = effort.rounds if count else 0
    while left:
        before = count
        count -= exchange(rows, runs, layered.up, layered.down, place, EXCHANGES)
        count -= sift(rows, runs, layered.up, layered.down, place)
        left = left - 1 if count < before * WORTH else 0
    return evolve(attempt, crossings=count)


def _renewed(keys: list[float], rows: Ordered, before: Ordered) -> tuple[float, ...]:
    """The keys, given to the nodes that stand now where others stood ``before``."""
    renewed = list(keys)
    for now, then in zip(rows, before, strict=True):
        for node, old in zip(now, then, strict=True):
            renewed[node] = keys[old]
    return tuple(renewed)
