"""The seventh pass for trees: rigid branches side by side, every parent over the middle of its children."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from ..values import NamedTuple
from .longedges import Layered, is_tree
from .memory import NOTHING, Memory, moved
from .ordering import Order

__all__ = ["narrower", "tidy"]

SLACK = 1.05
"""How much wider than the least squares a tidy tree may be and still be preferred for its calm.

Measured on trees of cards: within 1 % up to 40 cards, 5 to 15 % wider at 100, 30 to 70 % from 500 on.
"""

LARGE = 400
"""From how many nodes on a tidy tree is so much wider that it needn't be made to know it."""


class Outline(NamedTuple):
    """How far a branch reaches to the left and right in each row, the deepest row first.

    The lists belong to whoever holds the outline; ``left_at`` and ``right_at`` are added to what stands
    in them, so that a branch moves without touching its rows.
    """

    left: list[float]
    right: list[float]
    left_at: float
    right_at: float

    def copied(self) -> Outline:
        """The same with lists of its own."""
        return Outline(self.left[:], self.right[:], self.left_at, self.right_at)


def tidy(layered: Layered, order: Order) -> tuple[float, ...]:
    """The middle of every node where no branch of a tree reaches into another, as near as that allows.

    The aesthetics are those of Reingold and Tilford 1981, with small branches spread evenly between
    large ones. Two branches are pushed together by comparing their outlines row by row down to where
    the shallower ends, so the time is linear in the nodes but for the spreading, which copies outlines.
    """
    kids = [list(below) for below in layered.down]
    place = {node: index for nodes in order.rows for index, node in enumerate(nodes)}
    for below in kids:
        below.sort(key=place.__getitem__)
    shift = [0.0] * len(kids)
    outlines: dict[int, Outline] = {}
    for nodes in reversed(order.rows):
        for node in nodes:
            below = kids[node]
            if not below:
                continue
            if any(kids[kid] for kid in below):
                branches = [
                    outlines.pop(kid) if kids[kid] else _leaf(layered, kid) for kid in below
                ]
                offsets = _offsets(branches)
                outline = _joined(branches, offsets)
            else:
                offsets = _side_by_side(layered, below)
                left = -layered.before[below[0]]
                outline = Outline([left], [offsets[-1] + layered.after[below[-1]]], 0.0, 0.0)
            middle = (offsets[0] + offsets[-1]) / 2
            for kid, offset in zip(below, offsets, strict=True):
                shift[kid] = offset - middle
            outline.left.append(middle - layered.before[node] - outline.left_at)
            outline.right.append(middle + layered.after[node] - outline.right_at)
            outlines[node] = _moved(outline, -middle)
    middles = [0.0] * len(kids)
    for nodes in order.rows:
        for node in nodes:
            above = layered.up[node]
            middles[node] = shift[node] + (middles[above[0]] if above else 0.0)
    return tuple(middles)


def narrower(
    layered: Layered, order: Order, fitted: tuple[float, ...], memory: Memory = NOTHING
) -> tuple[float, ...]:
    """The middles of the tidy tree where ``layered`` is a tree and that costs little room, else ``fitted``.

    Where something is remembered from before, what moves less of it.
    """
    if len(layered.row) > LARGE or not is_tree(layered):
        return fitted
    exact = tidy(layered, order)
    if memory.boxes:
        nearer = moved(exact, memory) < moved(fitted, memory)
        return exact if nearer else fitted
    return exact if _width(layered, exact) <= SLACK * _width(layered, fitted) else fitted


def _width(layered: Layered, middle: Sequence[float]) -> float:
    return max([a + b for a, b in zip(middle, layered.after, strict=True)]) - min(
        [a - b for a, b in zip(middle, layered.before, strict=True)]
    )


def _leaf(layered: Layered, node: int) -> Outline:
    return Outline([-layered.before[node]], [layered.after[node]], 0.0, 0.0)


def _side_by_side(layered: Layered, leaves: Sequence[int]) -> list[float]:
    """Where leaves stand beside each other."""
    gaps = [layered.after[one] + layered.before[other] for one, other in pairwise(leaves)]
    return list(accumulate(gaps, initial=0.0))


def _moved(outline: Outline, by: float) -> Outline:
    return Outline(outline.left, outline.right, outline.left_at + by, outline.right_at + by)


def _offsets(branches: list[Outline]) -> list[float]:
    """Where branches stand beside each other, evenly spread between packing from the left and the right.

    Packed from the right no branch stands further left, so going over from one to the other by more for
    each branch than for the one before keeps all distances.
    """
    if len(branches) < 3:
        return _packed(branches)
    from_left = _packed(branches)
    mirrored = [
        Outline([-x for x in each.right], [-x for x in each.left], -each.right_at, -each.left_at)
        for each in reversed(branches)
    ]
    from_right = _packed(mirrored)
    last, steps = from_left[-1], len(branches) - 1
    return [
        one + (last - other - one) * index / steps
        for index, (one, other) in enumerate(zip(from_left, reversed(from_right), strict=True))
    ]


def _packed(branches: list[Outline]) -> list[float]:
    """Where each branch stands if it goes as far to the left as those before it let it."""
    if len(branches) < 2:
        return [0.0] * len(branches)
    offsets = [0.0, _distance(branches[0], branches[1])]
    together = branches[0].copied() if len(branches) > 2 else branches[0]
    for before, branch in pairwise(branches[1:]):
        together = _beside(together, _moved(before.copied(), offsets[-1]))
        offsets.append(_distance(together, branch))
    return offsets


def _distance(one: Outline, other: Outline) -> float:
    """How far ``other`` must move to the right to stand right of ``one``."""
    rows = zip(reversed(one.right), reversed(other.left), strict=False)
    return max([right - left for right, left in rows]) + one.right_at - other.left_at


def _joined(branches: list[Outline], offsets: list[float]) -> Outline:
    """The outline of branches at these places; takes their lists."""
    together = _moved(branches[0], offsets[0])
    for branch, at in zip(branches[1:], offsets[1:], strict=True):
        together = _beside(together, _moved(branch, at))
    return together


def _beside(one: Outline, other: Outline) -> Outline:
    """The outline of two branches, ``other`` on the right; takes their lists, touches shared rows only."""
    shared = min(len(one.left), len(other.left))
    left, left_at = one.left, one.left_at
    right, right_at = other.right, other.right_at
    if len(other.left) > shared:
        left, left_at = other.left, other.left_at
        left[len(left) - shared :] = [x + one.left_at - left_at for x in one.left[-shared:]]
    if len(one.right) > shared:
        right, right_at = one.right, one.right_at
        right[len(right) - shared :] = [
            x + other.right_at - right_at for x in other.right[-shared:]
        ]
    return Outline(left, right, left_at, right_at)
