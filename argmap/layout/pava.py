"""Exact weighted least squares on a line: places as wished, with least distances between them."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

__all__ = ["fitted"]


def fitted(
    wishes: Sequence[float],
    weights: Sequence[float],
    gaps: Sequence[float],
    low: float = -inf,
    high: float = inf,
) -> list[float]:
    """The places nearest to ``wishes`` of which each is at least ``gaps[i]`` right of the one before.

    Nearest means the least sum of weighted squares; weights are positive, ``gaps[0]`` isn't used. The
    first place is at least ``low`` and the last at most ``high``; where there is too little room,
    ``low`` holds. Pool adjacent violators (Ayer and others 1955), linear time.
    """
    offset = -gaps[0] if gaps else 0.0
    offsets: list[float] = []
    means: list[float] = []
    masses: list[float] = []
    counts: list[int] = []
    for wish, weight, gap in zip(wishes, weights, gaps, strict=True):
        offset += gap
        offsets.append(offset)
        mean, mass, count = wish - offset, weight, 1
        while means and means[-1] > mean:
            other = masses.pop()
            mean = (mean * mass + means.pop() * other) / (mass + other)
            mass += other
            count += counts.pop()
        means.append(mean)
        masses.append(mass)
        counts.append(count)
    places: list[float] = []
    most = high - offset
    for mean, count in zip(means, counts, strict=True):
        start, held = len(places), max(min(mean, most), low)
        places += [held + shift for shift in offsets[start : start + count]]
    return places
