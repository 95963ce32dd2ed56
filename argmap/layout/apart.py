"""Part of the tenth pass: lines that run aside together between two rows keep apart on their way.

Curves that all turn at half the height lie so close together where they run aside that many look like one thick line. So each
turns at a height of its own. Of two that run to the right and don't cross, the left one turns later: at every moment of its way it is to the left of
the other, and now below it too, so they still don't cross. Lines that run apart, or beside each other at no place, are free.
How late a line turns is told by how many turn one after the other before it, and how many after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from .coordinates import Across
from .diagram import Point
from .fans import UPRIGHT
from .longedges import Layered

__all__ = ["FOLLOWED", "Piece", "crowds", "late"]

Piece = tuple[Point, Point]
"""Where a curve between two rows begins and ends."""

Run = tuple[float, float]
"""From where to where a line runs aside in a strip."""

WIDENED = 150
"""Up to how many boxes rows move apart for them: with 500 claims and many lines everywhere it made drawings a fifth wider."""

APART = 8.0
"""How far apart lines are to run, CSS pixels."""

SHARE = 0.75
"""How far the middle of a curve moves where both its controls move by one."""

MOST = 0.3
"""How far controls move at most, in parts of the strip's height, so that the ends of lines stay upright."""

INSIDE = 0.8
"""How far they move at most, in parts of their distance from the ends, so that none leaves the strip."""

FOLLOWED = 500
"""Up to how many boxes lines are kept apart: in a larger map nobody follows one by its turn, and all pairs are looked at."""

ASIDE = 22.0
"""How far they are to run from the rows, CSS pixels."""

TOGETHER = 12.0
"""From which length on lines run aside together, CSS pixels."""


def late(lines: Iterable[list[Point]], shapes: Mapping[float, float]) -> dict[Piece, float]:
    """How much later than at half the height a piece turns, CSS pixels; below 0 earlier, and what isn't named at half.

    ``lines`` are the stops of each; pieces that begin at one height lie in one strip, whose curves are as upright
    as ``shapes`` tells of the height.
    """
    strips: dict[float, dict[Piece, None]] = {}
    for stops in lines:
        for piece in pairwise(stops):
            if piece[0][0] != piece[1][0]:
                strips.setdefault(piece[0][1], {})[piece] = None
    found: dict[Piece, float] = {}
    for pieces in strips.values():
        runs = [(top[0], bottom[0]) for top, bottom in pieces]
        steps = _turns(runs)
        most = max(map(abs, steps.values()), default=0.0)
        if most:
            (_, top), (_, bottom) = next(iter(pieces))
            share = min(MOST, INSIDE * shapes.get(top, UPRIGHT))
            step = min(APART / SHARE, share * (bottom - top) / most)
            found |= {piece: steps[run] * step for piece, run in zip(pieces, runs, strict=True)}
    return found


def crowds(layered: Layered, across: Across) -> dict[int, float]:
    """How high the strip below a row must be for the lines in it that run aside together, CSS pixels."""
    if layered.boxes > WIDENED:
        return {}
    strips: dict[int, list[Run]] = {}
    for node, below in enumerate(layered.down):
        strips.setdefault(layered.row[node], []).extend(
            [(across.middle[node], across.middle[low]) for low in below]
        )
    most = {row: max(map(abs, _turns(runs).values()), default=0.0) for row, runs in strips.items()}
    return {row: 2 * (turn * APART + ASIDE) for row, turn in most.items() if turn}


def _turns(runs: list[Run]) -> dict[Run, float]:
    """By how many steps each of a strip's lines turns later than at half the height."""
    right = sorted({run: None for run in runs if run[0] < run[1]})
    left = sorted({(-run[0], -run[1]): None for run in runs if run[0] > run[1]})
    return _halves(right) | {(-a, -b): turn for (a, b), turn in _halves(left).items()}


def _halves(runs: list[Run]) -> dict[Run, float]:
    """The same for lines that all run to the right, in their order: half of those that turn before, less half of those after."""
    pairs = list(_pairs(runs))
    before, behind = [0] * len(runs), [0] * len(runs)
    for one, other, step in reversed(pairs):
        before[one] = max(before[one], before[other] + step)
    for one, other, step in pairs:
        behind[other] = max(behind[other], behind[one] + step)
    return {run: (a - b) / 2 for run, a, b in zip(runs, before, behind, strict=True)}


def _pairs(runs: list[Run]) -> Iterator[tuple[int, int, bool]]:
    """Of lines that don't cross which has to turn later than which, and whether by a step."""
    for one, (_, end) in enumerate(runs):
        for other in range(one + 1, len(runs)):
            begin, beyond = runs[other]
            if begin >= end:
                break
            if beyond >= end:
                yield one, other, end - begin > TOGETHER
