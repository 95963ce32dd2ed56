"""Part of the sixth pass: a few neighbours put into disorder and sorted anew, which is kept if it crosses less.

Where no move of a single node saves a crossing any more, several at once may: an iterated local search, as
Lourenço, Martin and Stützle 2003 describe it. Only the row and the two beside it are put right again, so a
trial costs a small part of what another start does.
"""

from __future__ import annotations

from .attempts import Attempt
from .crossings import crossings
from .draws import MOST, drawn
from .longedges import Layered
from .sifting import sift
from .sweeps import exchange, number

__all__ = ["shaken"]

WINDOW = 12
"""How many neighbours are put into disorder, at most."""

ROUNDS = 2
"""How often the rows are put right again while that helps."""

EXCHANGES = 8

Stretch = tuple[int, int, int]
"""A row, and where in it nodes that may change places start and stop."""


def shaken(attempt: Attempt, layered: Layered, trials: int) -> Attempt:
    """The attempt after so many trials, or fewer if no crossing is left; frames stay where they are."""
    rows = [nodes[:] for nodes in attempt.rows]
    place = [0] * len(layered.row)
    number(rows, place)
    stretches = [
        (row, start, stop)
        for row, each in enumerate(attempt.runs)
        for start, stop in each
        if stop - start > 2  # two have been exchanged
    ]
    count = attempt.crossings
    for trial in range(trials if stretches else 0):
        if not count:
            break
        stretch = stretches[drawn(1, trial) * len(stretches) // MOST]
        near = slice(max(stretch[0] - 1, 0), stretch[0] + 2)
        kept = [nodes[:] for nodes in rows[near]]
        more = _disturbed(rows, stretch, layered, place, trial)
        more -= _mended(rows[near], attempt.runs[near], layered, place)
        if more >= 0:
            rows[near] = kept
            number(kept, place)
        else:
            count += more
    return attempt._replace(crossings=count, rows=rows)


def _disturbed(
    rows: list[list[int]],
    stretch: Stretch,
    layered: Layered,
    place: list[int],
    trial: int,
) -> int:
    """Put some neighbours of a stretch into disorder; how many crossings more that makes."""
    row, start, stop = stretch
    touched = rows[max(row - 1, 0) : row + 1]
    before = crossings(touched, layered.down, place)
    size = min(stop - start, WINDOW)
    start += drawn(2, trial) * (stop - start - size + 1) // MOST
    old = rows[row][start : start + size]
    part = [old[each] for each in sorted(range(size), key=lambda each: drawn(3 + trial, each))]
    rows[row][start : start + size] = part
    for index, node in enumerate(part, start):
        place[node] = index
    return crossings(touched, layered.down, place) - before


def _mended(
    rows: list[list[int]], runs: list[list[tuple[int, int]]], layered: Layered, place: list[int]
) -> int:
    """Exchange and move the nodes of a few rows while that helps; how many crossings it saved."""
    total = 0
    for _ in range(ROUNDS):
        saved = exchange(rows, runs, layered.up, layered.down, place, EXCHANGES)
        saved += sift(rows, runs, layered.up, layered.down, place)
        total += saved
        if not saved:
            break
    return total
