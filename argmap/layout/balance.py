"""Part of the seventh pass: main claims near the middle of a small drawing rather than at one end of it.

The least length has many solutions, or nearly so: in some of them the main claim stands far aside, over
an empty half.
"""

from __future__ import annotations

from collections.abc import Sequence

from .longedges import Layered

__all__ = ["ASIDE", "aside", "gathered"]

TOP = 4.0
"""How strongly what hangs below nothing is drawn to the middle, beside an arrow's 1."""

REST = 0.25
"""How strongly all other boxes are, where that isn't enough."""

ASIDE = 0.18
"""How far from the middle main claims may stand until that is tried, in parts of the whole width."""

Pull = list[tuple[int, float]]


def gathered(
    pulls: Sequence[Pull], place: list[float], layered: Layered, *, all_boxes: bool = False
) -> list[Pull]:
    """``pulls`` with one more to the middle at the boxes on top, or at ``all_boxes``.

    A node that stands for the middle is put behind all others in ``place``.
    """
    result = list(pulls)
    left, right = _reach(layered, place)
    middle = len(place)
    place.append((left + right) / 2)
    for box in range(layered.boxes):
        if not layered.up[box]:
            result[box] = [*pulls[box], (middle, TOP)]
        elif all_boxes:
            result[box] = [*pulls[box], (middle, REST)]
    return result


def aside(layered: Layered, place: Sequence[float]) -> float:
    """How far the boxes on top stand from the middle together, in parts of the whole width."""
    left, right = _reach(layered, place)
    tops = [place[box] for box in range(layered.boxes) if not layered.up[box]]
    return abs(sum(tops) / len(tops) - (left + right) / 2) / max(right - left, 1.0)


def _reach(layered: Layered, place: Sequence[float]) -> tuple[float, float]:
    """How far left and right boxes and bends stand out."""
    lefts = [at - room for at, room in zip(place, layered.before, strict=False)]
    rights = [at + room for at, room in zip(place, layered.after, strict=False)]
    return min(lefts), max(rights)
