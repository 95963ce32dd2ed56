"""Part of the seventh pass: main claims near the middle of a small drawing rather than at one end of it.

The least length has many solutions, or nearly so: in some of them the main claim stands far aside, over
an empty half.
"""

from __future__ import annotations

from collections.abc import Sequence

from .longedges import Layered

__all__ = ["ASIDE", "STRENGTHS", "aside", "gathered"]

AT_FIRST = (4.0, 0.0)
"""How strongly what hangs below nothing is drawn to the middle, beside an arrow's 1, and how strongly all other boxes are."""

STRENGTHS = ((8.0, 0.5), (8.0, 0.4), (8.0, 0.3), (4.0, 0.25))
"""The same where that isn't enough, the strongest first."""

ASIDE = 0.15
"""How far from the middle main claims may stand until that is tried, in parts of the whole width."""

Pull = list[tuple[int, float]]


def gathered(
    pulls: Sequence[Pull],
    place: list[float],
    layered: Layered,
    strength: tuple[float, float] = AT_FIRST,
) -> list[Pull]:
    """``pulls`` with one more to the middle, of some ``strength`` at the boxes on top and another at all others.

    A node that stands for the middle is put behind all others in ``place``.
    """
    top, rest = strength
    result = list(pulls)
    left, right = _reach(layered, place)
    middle = len(place)
    place.append((left + right) / 2)
    for box in range(layered.boxes):
        pull = rest if layered.up[box] else top
        if pull:
            result[box] = [*pulls[box], (middle, pull)]
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
