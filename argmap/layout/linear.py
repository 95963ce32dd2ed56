"""Fifth pass: one order from left to right in which every branch and frame is an interval.

Branches with cross-links stand near where those end, which does more against crossings and long
arrows than any number of sweeps over a bad start.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from ..values import NamedTuple
from .items import Items

__all__ = ["MARGIN", "ROUNDS", "Line", "along_wishes", "arranged"]

ROUNDS = 6
PATIENCE = 1

MARGIN = 0.5
"""What is left free on the line on either side of a frame's content; a box takes 1."""


class Line(NamedTuple):
    """Where every box stands on one line, and where every frame begins and ends.

    On either side of a frame a quarter is free, in which bends can pass it.
    """

    middle: tuple[float, ...]
    begin: tuple[float, ...]
    end: tuple[float, ...]


def arranged(items: Items, seed: int, rounds: int = ROUNDS) -> Line:
    """Boxes and frames on a line; ``seed`` 0 starts from the author's order, others from a shuffle.

    Linear arrangement by repeated means: the children of an item are sorted by half-way points between
    where they are and where the cross-links of their branches end (all the way, two linked branches
    would change places for ever), until the links' total length falls no more, at most for ``rounds``.
    """
    kids = [list(below) for below in items.kids]
    if seed:
        _shuffle(kids, seed)
    size = _sizes(items)
    return _line(items, _shortened(items, kids, size, rounds), size)


def along_wishes(items: Items, wishes: Sequence[float]) -> Line:
    """Boxes and frames on a line, what hangs below the same item in the order of its wishes."""
    kids = [sorted(below, key=wishes.__getitem__) for below in items.kids]
    size = _sizes(items)
    return _line(items, _begins(items, kids, size), size)


def _line(items: Items, begin: list[float], size: list[float]) -> Line:
    frames = range(items.boxes, items.boxes + items.frames)
    return Line(
        tuple([begin[box] + size[box] / 2 for box in range(items.boxes)]),
        tuple([begin[frame] + MARGIN / 2 for frame in frames]),
        tuple([begin[frame] + size[frame] - MARGIN / 2 for frame in frames]),
    )


def _shuffle(lists: list[list[int]], seed: int) -> None:
    """Shuffle every list, the same way for the same seed on every machine and every Python.

    Fisher and Yates's way, with the multiplicative generator of Lewis, Goodman and Miller 1969.
    """
    state = seed
    for each in lists:
        if len(each) < 2:
            continue  # as most are
        for last in range(len(each) - 1, 0, -1):
            state = state * 16_807 % 2_147_483_647
            other = state % (last + 1)
            each[last], each[other] = each[other], each[last]


def _shortened(items: Items, kids: list[list[int]], size: list[float], rounds: int) -> list[float]:
    """Where every item begins after the best of the rounds of sorting ``kids``."""
    half = [wide / 2 for wide in size]
    begin = best = _begins(items, kids, size)
    middle = list(map(add, begin, half))
    least, worse = _length(items, middle), 0
    hot = _hot(items)
    for _ in range(rounds if hot else 0):
        wishes = _wishes(items, begin, middle, half)
        for item in hot:
            kids[item].sort(key=wishes.__getitem__)
        begin = _begins(items, kids, size)
        middle = list(map(add, begin, half))
        length = _length(items, middle)
        worse = 0 if length < least * 0.999 else worse + 1
        if length < least:
            least, best = length, begin
        if worse > PATIENCE:
            break
    return best


def _sizes(items: Items) -> list[float]:
    size = [0.0] * len(items.parent)
    size[: items.boxes] = [1.0] * items.boxes
    size[items.boxes : items.boxes + items.frames] = [2 * MARGIN] * items.frames
    for item in reversed(items.order[1:]):
        size[items.parent[item]] += size[item]
    return size


def _hot(items: Items) -> list[int]:
    """The items whose children the cross-links can order."""
    with_links = dict.fromkeys([items.parent[item] for item in items.ends])
    return [item for item in with_links if len(items.kids[item]) > 1]


def _begins(items: Items, kids: list[list[int]], size: list[float]) -> list[float]:
    """Where every item begins, a box in the middle of what hangs below it."""
    begin = [0.0] * len(size)
    boxes, framed = items.boxes, items.boxes + items.frames
    for item in items.order:
        below = kids[item]
        if not below:
            continue
        at = begin[item]
        middle = -1
        if item < boxes:
            middle = len(below) // 2
        elif item < framed:
            at += MARGIN
        for index, kid in enumerate(below):
            if index == middle:
                at += 1
            begin[kid] = at
            at += size[kid]
    return begin


def _wishes(
    items: Items, begin: list[float], middle: list[float], half: list[float]
) -> list[float]:
    """Where every item would stand: half-way to where the cross-links of its branch end, or where it is."""
    wishes = middle[:]
    for item, far in items.ends.items():
        one = len(far) == 1  # as most often
        mean = middle[far[0]] if one else sum([middle[box] for box in far]) / len(far)
        wishes[item] = (mean + begin[item] + half[item]) / 2
    return wishes


def _length(items: Items, middle: list[float]) -> float:
    return sum([abs(middle[low] - middle[high]) for low, high in items.cross])
