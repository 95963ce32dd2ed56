"""Exact weighted least squares on a line: places as wished, with least distances between them."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

__all__ = ["fitted"]


def fitted(
    wishes: Sequence[float],
    weights: Sequence[float],
    offsets: Sequence[float],
    low: float = -inf,
    high: float = inf,
) -> list[float]:
    """The places nearest to ``wishes`` that keep their distances.

    ``offsets`` says how far right of the first each is if all stand as close as they may. Nearest means
    the least sum of weighted squares; weights are positive. The first place is at least ``low`` and the
    last at most ``high``; where there is too little room, ``low`` holds. Pool adjacent violators (Ayer
    and others 1955), linear time.
    """
    means: list[float] = []
    masses: list[float] = []
    counts: list[int] = []
    last = -inf
    for wish, mass, offset in zip(wishes, weights, offsets, strict=True):
        mean, count = wish - offset, 1
        while last > mean:
            other = masses.pop()
            mean = (mean * mass + means.pop() * other) / (mass + other)
            mass += other  # noqa: PLW2901 # the mass of the pool that the place joins
            count += counts.pop()
            last = means[-1] if means else -inf
        means.append(mean)
        masses.append(mass)
        counts.append(count)
        last = mean
    most = high - offsets[-1] if offsets else high
    places: list[float] = []
    start = 0
    for mean, count in zip(means, counts, strict=True):
        held = mean if low <= mean <= most else max(min(mean, most), low)
        if count == 1:
            places.append(held + offsets[start])
        else:
            places += [held + offset for offset in offsets[start : start + count]]
        start += count
    return places
