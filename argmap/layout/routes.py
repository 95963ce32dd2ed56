"""Ports and curves: where lines meet their boxes, and how they run from row to row.

Curves bend only in the clear space between rows, all of one space between the same two heights. So
no line touches a box, and two lines cross there exactly if their order changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from .chains import Rows
from .coordinates import pooled
from .diagram import Point
from .net import Net

__all__ = ["Bands", "routed"]

APART = 16.0
EDGE = 9.0
LEAD = 15.0
LAND = 9.0


@frozen
class Bands:
    """The heights of rows: where boxes begin and end, and where the clear space around begins and ends."""

    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    clear_tops: tuple[float, ...]
    clear_bottoms: tuple[float, ...]


def routed(net: Net, rows: Rows, x: Sequence[float], bands: Bands) -> list[tuple[Point, ...]]:
    """For each edge the points of its route, from its lower end to its upper end."""
    lower, upper = _ports(net, rows, x)
    found = []
    for number, chain in enumerate(rows.chains):
        stops = [upper[number], *[x[bend] for bend in chain[1:-1]], lower[number]]
        found.append(_route(net, rows, chain, stops, bands))
    return found


def _ports(net: Net, rows: Rows, x: Sequence[float]) -> tuple[list[float], list[float]]:
    """Where each edge leaves its lower end and reaches its upper end."""
    leaving: list[list[int]] = [[] for _ in range(rows.count)]
    arriving: list[list[int]] = [[] for _ in range(rows.count)]
    for number, chain in enumerate(rows.chains):
        arriving[chain[0]].append(number)
        leaving[chain[-1]].append(number)
    lower = [0.0] * len(rows.chains)
    upper = [0.0] * len(rows.chains)
    for box, numbers in enumerate(leaving):
        _share(net, box, x[box], numbers, [x[rows.chains[n][-2]] for n in numbers], lower)
    for box, numbers in enumerate(arriving):
        wishes = [lower[n] if len(rows.chains[n]) == 2 else x[rows.chains[n][1]] for n in numbers]
        _share(net, box, x[box], numbers, wishes, upper)
    for number, chain in enumerate(rows.chains):
        tail = chain[-1]
        near = upper[number] if len(chain) == 2 else x[chain[-2]]
        if len(leaving[tail]) == 1 and abs(near - x[tail]) <= _room(net, tail):
            lower[number] = near
    return lower, upper


def _room(net: Net, box: int) -> float:
    """How far from a box's middle its lines may meet it."""
    return net.widths[box] * 0.2 if net.joints[box] else max(net.widths[box] / 2 - EDGE, 0.0)


def _share(
    net: Net, box: int, middle: float, numbers: list[int], wishes: list[float], ports: list[float]
) -> None:
    """Give the lines on one side of a box their places, in the order of their wishes."""
    if not numbers:
        return
    room = _room(net, box)
    if len(numbers) == 1:
        off = wishes[0] - middle
        ports[numbers[0]] = middle + min(max(off, -room), room) * (0.6 if abs(off) > room else 1)
        return
    apart = min(APART, 2 * room / (len(numbers) - 1))
    near = min(room, max(room * 0.5, apart * (len(numbers) - 1) / 2))
    line = sorted(range(len(numbers)), key=lambda i: (wishes[i], numbers[i]))
    kept = [
        wishes[i]
        if abs(wishes[i] - middle) <= room
        else min(max(wishes[i], middle - near), middle + near)
        for i in line
    ]
    at = pooled(kept, [1.0] * len(line), [0.0, *[apart] * (len(line) - 1)])
    for place, (i, value) in enumerate(zip(line, at, strict=True)):
        least = middle - room + place * apart
        most = middle + room - (len(line) - 1 - place) * apart
        ports[numbers[i]] = min(max(value, least), max(most, least))


def _route(
    net: Net, rows: Rows, chain: tuple[int, ...], stops: list[float], bands: Bands
) -> tuple[Point, ...]:
    tail, head = chain[-1], chain[0]
    points: list[Point] = [(stops[-1], bands.tops[rows.rank[tail]])]
    for step in range(len(chain) - 1, 0, -1):
        row = rows.rank[chain[step]]
        start, end = stops[step], stops[step - 1]
        low, high = bands.clear_tops[row], bands.clear_bottoms[row - 1]
        _line(points, start, low)
        lead, land = min(LEAD, (low - high) * 0.36), min(LAND, (low - high) * 0.2)
        if abs(start - end) > 0.5:
            _line(points, start, low - lead)
            middle = (low - lead + high + land) / 2
            points += [(start, middle), (end, middle), (end, high + land)]
        else:
            end = start if step > 1 else end
        _line(points, end, high)
        stops[step - 1] = end
    _line(points, stops[0], bands.tops[rows.rank[head]] + net.heights[head])
    return tuple(points)


def _line(points: list[Point], x: float, y: float) -> None:
    """A straight piece from the last point, as a curve with its controls on it."""
    (fx, fy) = points[-1]
    if abs(fy - y) > 1e-6 or abs(fx - x) > 1e-6:
        dx, dy = (x - fx) / 3, (y - fy) / 3
        points += [(fx + dx, fy + dy), (x - dx, y - dy), (x, y)]
