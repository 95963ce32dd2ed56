"""Part of the sixth pass: nodes moved past whole frames, which sweeps and sifting never pass.

The order of the frames stays as the line has it; a node of the frame around them, or of none, may stand on
either side of each, in its own row.
"""

from __future__ import annotations

from collections.abc import Sequence

from .crossings import overlapping
from .graph import Graph
from .longedges import Layered
from .nesting import Nesting, nesting_of
from .rowsorder import Ordered
from .sifting import REACH, Due, Fan, fans_of, move

__all__ = ["jumped"]

PATIENCE = 16
"""The search ends where a node would cross that many more lines than now, for each of its own: a frame is wide."""


def jumped(
    rows: Ordered,
    layered: Layered,
    graph: Graph,
    place: list[int],
    *,
    due: Due = None,
    moved: dict[int, None] | None = None,
) -> int:
    """Move nodes one by one past frames to where they cross least; how many crossings less.

    What a node passes on the way are nodes of its own frame and whole frames in it. ``due`` and ``moved`` are as
    in `sifting.sift`.
    """
    nesting = nesting_of(graph)
    total = 0
    for nodes in rows:
        homes = [layered.home[node] for node in nodes]
        if all(home == homes[0] for home in homes):
            continue
        tried = [node for node in nodes if due is None or node in due]
        if not tried:
            continue
        line = fans_of(nodes, layered.up, layered.down, place)
        within = [nesting.first[home] for home in homes]
        for node in tried:
            at = place[node]
            saved, steps = _best(at, homes, within, line, nesting)
            if steps:
                total += saved
                move(nodes, at, at + steps, place)
                if moved is not None:
                    moved[node] = None
                line.insert(at + steps, line.pop(at))
                homes.insert(at + steps, homes.pop(at))
                within.insert(at + steps, within.pop(at))
    return total


def _best(
    at: int,
    homes: Sequence[int],
    within: Sequence[int],
    line: Sequence[Fan],
    nesting: Nesting,
) -> tuple[int, int]:
    """How many crossings the node at a place saves at most where it goes aside, and how many places to the right, or less than 0.

    ``within`` has for each place the number of the first frame in its home, and so tells what the node's own frame holds.
    As in `sifting` what is usual of `difference` is decided on the spot.
    """
    own = homes[at]
    up, first, last, down, top, end, above, below = line[at]
    last = last if up else -1
    end = end if down else -1
    worst = -PATIENCE * (up + down)
    most = steps = 0
    framed = own >= 0
    low, high = nesting.first[own], nesting.last[own]
    ahead = range(at + 1, min(len(line), at + REACH))
    behind = range(at - 1, max(-1, at - REACH), -1)
    for others, sign, own_up, own_down in ((ahead, 1, up, down), (behind, -1, -up, -down)):
        saved = 0
        for other in others:
            if framed and not low <= within[other] <= high:
                break
            ups, over_first, over_last, downs, under_first, under_last, over, under = line[other]
            if last < over_first:
                saved -= own_up * ups
            elif over_last < first:
                saved += own_up * ups
            elif ups > 1 or up > 1:
                saved += sign * overlapping(above, over)
            if end < under_first:
                saved -= own_down * downs
            elif under_last < top:
                saved += own_down * downs
            elif downs > 1 or down > 1:
                saved += sign * overlapping(below, under)
            if saved > most and _between(homes, other, other + sign, own, nesting):
                most, steps = saved, other - at
            elif saved < worst:
                break
    return most, steps


def _between(homes: Sequence[int], one: int, other: int, own: int, nesting: Nesting) -> bool:
    """Whether no frame in ``own``, which holds the first of two neighbours, holds both."""
    if not 0 <= other < len(homes) or homes[one] == own:
        return True
    return not nesting.holds(nesting.towards(own, homes[one]), homes[other])
