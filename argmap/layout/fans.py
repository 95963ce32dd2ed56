"""Part of the eighth pass: lines that fan out from one joint get room, so that they don't lie on one another.

Curves of one strip between two rows have one shape. Where a joint gathers lines from far aside, those of
its strip stay upright less long at their ends, and the rows move apart.
"""

from __future__ import annotations

from itertools import pairwise

from .coordinates import Across
from .graph import Graph
from .longedges import Layered

__all__ = ["UPRIGHT", "needs", "upright"]

UPRIGHT = 0.62
"""How far the controls of a curve stand from its ends, in parts of its height: the more, the longer it
stays upright at its ends. All curves between two rows have the same; below 1 they never turn back."""

LEAST = 0.25
"""The same where lines would lie on one another else."""

CLEAR = 5.0
"""How far apart two lines of a fan are at least where they run most aside, CSS pixels."""


FAN = 3
"""From how many lines on one side of a joint on they are a fan."""


def needs(layered: Layered, graph: Graph, across: Across) -> dict[int, float]:
    """How high the strip below a row must be for the fans in it, times how little upright its curves are."""
    strips: dict[int, list[tuple[float, float]]] = {}
    for box, joint in enumerate(graph.joint):
        if joint:
            row, at = layered.row[box], across.middle[box]
            for strip, ends in ((row, layered.down[box]), (row - 1, layered.up[box])):
                if len(ends) >= FAN:
                    runs = [across.middle[end] - at for end in ends]
                    strips.setdefault(strip, []).extend([(at + run / 2, run) for run in runs])
    return {strip: _need(sorted(lines)) for strip, lines in strips.items()}


def _need(lines: list[tuple[float, float]]) -> float:
    """What lines need, each told by its middle and its run aside, so that those running one way keep apart.

    Half-way down a curve is at its flattest, 1.5 times its run over 1.5 times the height that isn't upright.
    """
    need = 0.0
    for (one, run), (other, beside) in pairwise(lines):
        if other > one and run * beside > 0:
            need = max(need, CLEAR * min(abs(run), abs(beside)) / (other - one))
    return need


def upright(height: float, need: float) -> float:
    """How upright the curves of a strip stay at their ends, so that its lines keep apart if they can."""
    return min(UPRIGHT, max(LEAST, 1 - need / height)) if height else UPRIGHT
