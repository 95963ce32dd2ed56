"""What is known from a layout before: so that a map that changes a little looks much the same."""

from __future__ import annotations

from collections.abc import Sequence

from ..values import NamedTuple
from .components import Part
from .diagram import Diagram, Layout, Point
from .graph import Numbered
from .items import Items
from .longedges import Layered

__all__ = ["NOTHING", "Memory", "moved", "remembered", "wishes"]


class Memory(NamedTuple):
    """Where the boxes of a part stood before, across the rows and along them, and how its arrows ran.

    ``boxes`` has the middle of every box that was there, ``arrows`` the points of every arrow's line.
    """

    boxes: dict[int, Point]
    arrows: dict[int, tuple[Point, ...]]


NOTHING = Memory({}, {})


def remembered(
    previous: Layout | None, diagram: Diagram, whole: Numbered, parts: Sequence[Part]
) -> list[Memory]:
    """What ``previous`` tells about each part, by ids; it may have had another direction."""
    if previous is None:
        return [NOTHING] * len(parts)
    aside = previous.direction in ("left", "right")

    def turned(x: float, y: float) -> Point:
        return (y, x) if aside else (x, y)

    middle = {
        place.id: turned(place.x + place.width / 2, place.y + place.height / 2)
        for place in previous.boxes
    }
    lines = {route.id: route.points for route in previous.routes}
    ids = [box.id for box in diagram.boxes]
    ids += [""] * (len(whole.graph.before) - len(ids))
    result = []
    for part in parts:
        known = {new: ids[old] for new, old in enumerate(part.boxes)}
        names = {new: diagram.arrows[whole.arrows[old]].id for new, old in enumerate(part.arrows)}
        result.append(
            Memory(
                {box: middle[id] for box, id in known.items() if id in middle},
                {
                    arrow: tuple([turned(x, y) for x, y in lines[id]])
                    for arrow, id in names.items()
                    if id in lines
                },
            )
        )
    return result


def wishes(memory: Memory, layered: Layered, items: Items) -> tuple[list[float], list[float]]:
    """Where every item and every node of the rows stood before, across; what is new, by what it belongs to.

    A new box stands by the one before it under the same box, or after it, or else by what is above it. A
    bend stands where its arrow ran past the boxes of its row, or else on the way between its ends.
    """
    at = _boxes(memory, items)
    rows = _rows(memory, layered)
    wish = at[: layered.boxes] + [0.0] * (len(layered.row) - layered.boxes)
    for arrow, chain in enumerate(layered.chains):
        line, last = memory.arrows.get(arrow, ()), len(chain) - 1
        start, end = wish[chain[0]], wish[chain[-1]]
        for index, bend in enumerate(chain[1:-1], 1):
            between = start + (end - start) * index / last
            wish[bend] = _passing(line, rows.get(layered.row[bend]), between)
    return at, wish


def moved(place: Sequence[float], memory: Memory) -> float:
    """How far all remembered boxes moved together, across, a move of the whole not counted."""
    moves = sorted([place[box] - old for box, (old, _) in memory.boxes.items()])
    whole = moves[len(moves) // 2]
    return sum([abs(move - whole) for move in moves])


def _boxes(memory: Memory, items: Items) -> list[float]:
    """Where every item stood: what isn't known itself, in the middle of what hangs below it."""
    known = memory.boxes
    at = [known[item][0] if item in known else 0.0 for item in range(len(items.parent))]
    told = [item in known for item in range(len(at))]
    for item in reversed(items.order):
        if not told[item]:
            below = [at[kid] for kid in items.kids[item] if told[kid]]
            if below:
                at[item], told[item] = sum(below) / len(below), True
    for item in items.order:
        before = next((at[kid] for kid in items.kids[item] if told[kid]), at[item])
        for kid in items.kids[item]:
            if not told[kid]:
                at[kid] = before
            before = at[kid]
    return at


def _rows(memory: Memory, layered: Layered) -> dict[int, float]:
    """How far along every row was, where one of its boxes was there."""
    rows: dict[int, float] = {}
    for box, (_, along) in memory.boxes.items():
        rows.setdefault(layered.row[box], along)
    return rows


def _passing(line: Sequence[Point], along: float | None, otherwise: float) -> float:
    """Where a line passes a row, across."""
    if along is None:
        return otherwise
    for (x, y), (to_x, to_y) in zip(line[::3], line[3::3], strict=False):
        if y <= along <= to_y or to_y <= along <= y:
            return x if y == to_y else x + (to_x - x) * (along - y) / (to_y - y)
    return otherwise
