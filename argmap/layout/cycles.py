"""Second pass: which arrows point down, so that the others form no circle."""

from __future__ import annotations

from .graph import Graph

__all__ = ["turned"]


def turned(graph: Graph, *, backward: bool = False) -> tuple[bool, ...]:
    """Whether each arrow is to be drawn with its head below its tail.

    A walk from the boxes that point nowhere, in the author's order, against the arrows and depth
    first; an arrow from a box that the walk is still below closes a circle and is turned. Where every
    box points somewhere, the author's first stands for the main claim. ``backward`` goes to the author's
    last reasons first, which opens the same circles at other arrows.
    """
    count = len(graph.before)
    tails: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    points = [False] * count
    for index, (tail, head) in enumerate(graph.arrows):
        tails[head].append((tail, index))
        points[tail] = True
    if backward:
        for each in tails:
            each.reverse()
    result = [False] * len(graph.arrows)
    open_, done = [False] * count, [False] * count
    for start in sorted(range(count), key=points.__getitem__):
        if done[start]:
            continue
        open_[start] = True
        walk = [(start, iter(tails[start]))]
        while walk:
            box, rest = walk[-1]
            for tail, index in rest:
                if open_[tail]:
                    result[index] = True
                elif not done[tail]:
                    open_[tail] = True
                    walk.append((tail, iter(tails[tail])))
                    break
            else:
                open_[box], done[box] = False, True
                walk.pop()
    return tuple(result)
