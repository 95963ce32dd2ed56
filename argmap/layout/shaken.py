"""Part of the sixth pass: a few neighbours put into disorder and sorted anew, which is kept if it crosses less.

Where no move of a single node saves a crossing any more, several at once may: an iterated local search, as
Lourenço, Martin and Stützle 2003 describe it. Only the row and the two beside it are put right again, where
that seems worth it, so a trial costs a small part of what another start does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .attempts import Attempt
from .crossings import crossings_between
from .draws import MOST, drawn
from .longedges import Layered
from .sifting import sift
from .sweeps import exchange, number

__all__ = ["shaken"]

WINDOW = 8
"""How many neighbours are put into disorder, at most."""

EXCHANGES = 8
"""How often the three rows exchange neighbours, at most."""

HOPELESS = 10
"""What crosses so many times more when neighbours have been exchanged is not looked at further."""

Stretch = tuple[int, int, int]
"""A row, and where in it nodes that may change places start and stop."""


def shaken(attempt: Attempt, layered: Layered, trials: int) -> Attempt:
    """The attempt after so many trials, or fewer if no crossing is left; frames stay where they are.

    Rows whose steps cross are tried, nearly all as often, and most of them in the same trials after an edit somewhere else.
    """
    rows = [nodes[:] for nodes in attempt.rows]
    down, place = layered.down, [0] * len(layered.row)
    number(rows, place)
    between = [crossings_between(nodes, down, place) for nodes in rows]
    stretches = [
        (row, start, stop)
        for row, each in enumerate(attempt.runs)
        for start, stop in each
        if stop - start > 2  # two have been exchanged
    ]
    due = _due(stretches, between)
    for trial in range(trials):
        if not due:
            break
        at = bisect_left(due, drawn(1, trial) * len(stretches) // MOST)
        row, start, stop = stretches[due[at % len(due)]]
        near = slice(max(row - 1, 0), row + 2)
        kept = [nodes[:] for nodes in rows[near]]
        part = _disturbed(rows[row], start, stop, place, trial)
        exchange(rows[near], attempt.runs[near], layered.up, down, place, EXCHANGES)
        if rows[near] == kept:
            continue
        beside = range(max(row - 2, 0), min(row + 2, len(rows)))
        before = sum([between[each] for each in beside])
        more = sum([crossings_between(rows[each], down, place) for each in beside]) - before
        if more <= HOPELESS:
            ends = [end for node in part for end in (*layered.up[node], *down[node])]
            more -= sift(
                rows[near], attempt.runs[near], layered.up, down, place, due={*part, *ends}
            )
        if more >= 0:
            rows[near] = kept
            number(kept, place)
        else:
            for each in beside:
                between[each] = crossings_between(rows[each], down, place)
            due = _due(stretches, between)
    return attempt._replace(crossings=sum(between), rows=rows)


def _due(stretches: Sequence[Stretch], between: Sequence[int]) -> list[int]:
    """Which stretches are of rows whose steps cross."""
    return [
        index
        for index, (row, _, _) in enumerate(stretches)
        if between[row] or (row and between[row - 1])
    ]


def _disturbed(nodes: list[int], start: int, stop: int, place: list[int], trial: int) -> list[int]:
    """Put some neighbours of a stretch of a row into disorder, and say which."""
    size = min(stop - start, WINDOW)
    start += drawn(2, trial) * (stop - start - size + 1) // MOST
    old = nodes[start : start + size]
    part = [old[each] for each in sorted(range(size), key=lambda each: drawn(3 + trial, each))]
    nodes[start : start + size] = part
    for index, node in enumerate(part, start):
        place[node] = index
    return part
