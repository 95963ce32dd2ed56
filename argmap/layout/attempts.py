"""Part of the sixth pass: the orders that the search starts from."""

from __future__ import annotations

from ..values import NamedTuple
from .crossings import crossings
from .graph import Graph
from .items import Items
from .linear import Line, along_wishes, arranged
from .longedges import Layered
from .memory import Memory, wishes
from .rowsorder import Ordered, Runs, arrange_rows, keys_of, rows_of, runs_of
from .sifting import sift
from .sweeps import number

__all__ = ["Attempt", "on_line", "recalled", "started"]

SETTLING = 2
"""How many rounds the new boxes and the bends get to find their places among what was there before."""


class Attempt(NamedTuple):
    """An order of the rows that may become the best, and how often steps cross in it."""

    crossings: int
    rows: Ordered
    runs: Runs
    keys: list[float]
    line: Line


def started(layered: Layered, graph: Graph, items: Items, seed: int) -> Attempt:
    """The rows as a seed's line gives them."""
    return on_line(arranged(items, seed), layered, graph)


def recalled(layered: Layered, graph: Graph, items: Items, memory: Memory) -> Attempt:
    """The rows as they were before, with what is new where it crosses least among them."""
    of_items, of_nodes = wishes(memory, layered, items)
    attempt = on_line(along_wishes(items, of_items), layered, graph)
    rows = attempt.rows
    arrange_rows(rows, layered, graph, of_nodes)
    runs = runs_of(layered, rows)
    place = [0] * len(layered.row)
    number(rows, place)
    count = crossings(rows, layered.down, place)
    for _ in range(SETTLING):
        count -= sift(rows, runs, layered.up, layered.down, place, fixed=memory.boxes)
    return attempt._replace(crossings=count, runs=runs)


def on_line(line: Line, layered: Layered, graph: Graph) -> Attempt:
    """The rows as a line gives them."""
    keys = keys_of(layered, graph, line)
    rows = rows_of(layered, keys)
    place = [0] * len(layered.row)
    number(rows, place)
    count = crossings(rows, layered.down, place)
    return Attempt(count, rows, runs_of(layered, rows), keys, line)
