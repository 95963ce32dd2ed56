"""Which arrows run against the rows, so that the rest leads from row to row without a circle."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["against"]


def against(count: int, edges: Sequence[tuple[int, int]]) -> list[bool]:
    """For each edge (tail, head) whether it has to be turned round.

    Depth first from the boxes that argue for nothing (then from the first of what is left), down to the
    tails: an edge that leads back to a box still being visited closes a circle. What a reader
    comes to first keeps its place above.
    """
    below: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    heads = [0] * count
    for number, (tail, head) in enumerate(edges):
        below[head].append((tail, number))
        heads[tail] += 1
    turned = [False] * len(edges)
    state = bytearray(count)
    for start in sorted(range(count), key=lambda box: heads[box] > 0):
        if not state[start]:
            _visit(start, below, state, turned)
    return turned


def _visit(
    start: int, below: list[list[tuple[int, int]]], state: bytearray, turned: list[bool]
) -> None:
    trail = [(start, iter(below[start]))]
    state[start] = 1
    while trail:
        box, rest = trail[-1]
        for tail, number in rest:
            if state[tail] == 1:
                turned[number] = True
            elif not state[tail]:
                state[tail] = 1
                trail.append((tail, iter(below[tail])))
                break
        else:
            state[box] = 2
            trail.pop()
