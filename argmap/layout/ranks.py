"""The row of each box: heads above tails, cards on rows of their own, joints on rows in between."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["ranks"]

PASSES = 4
BETWEEN = 4
"""Every fourth row is for cards, so three joints on joints find room between two of them."""


def ranks(
    ups: Sequence[Sequence[int]], downs: Sequence[Sequence[int]], joints: Sequence[bool]
) -> list[int]:
    """The row of each box, counted from the top, without empty rows.

    ``ups`` and ``downs`` are the heads and tails of each box in a graph without circles. Every box stands as high
    as it can (longest path), then boxes that shorten more lines than they lengthen sink by whole rows of cards.
    """
    rank = [1 if joint else 0 for joint in joints]
    order = _topological(ups, downs)
    for box in order:
        for tail in downs[box]:
            rank[tail] = max(rank[tail], _below(rank[box], joint=joints[tail]))
    for _ in range(PASSES):
        if not any([_sinks(box, rank, ups, downs, joints) for box in reversed(order)]):
            break
    rows = {row: number for number, row in enumerate(sorted(set(rank)))}
    return [rows[row] for row in rank]


def _below(row: int, *, joint: bool) -> int:
    """The next row below ``row`` that is one for joints, or one for cards."""
    following = row + 1
    if joint:
        return following if following % BETWEEN else following + 1
    return -(-following // BETWEEN) * BETWEEN


def _sinks(
    box: int,
    rank: list[int],
    ups: Sequence[Sequence[int]],
    downs: Sequence[Sequence[int]],
    joints: Sequence[bool],
) -> bool:
    """Let ``box`` sink if it has more lines below than above and room; whether it did."""
    if len(downs[box]) <= len(ups[box]):
        return False
    room = min([rank[tail] - _below(rank[box], joint=joints[tail]) for tail in downs[box]])
    rank[box] += room // BETWEEN * BETWEEN
    return room >= BETWEEN


def _topological(ups: Sequence[Sequence[int]], downs: Sequence[Sequence[int]]) -> list[int]:
    waiting = [len(heads) for heads in ups]
    order = [box for box, heads in enumerate(waiting) if not heads]
    for box in order:
        for tail in downs[box]:
            waiting[tail] -= 1
            if not waiting[tail]:
                order.append(tail)
    return order
