"""Which frame stands in which, as intervals: a frame's holds those of all frames in it, however deep they stand."""

from __future__ import annotations

from bisect import bisect_right

from ..values import NamedTuple
from .graph import Graph

__all__ = ["Nesting", "nesting_of"]


class Nesting(NamedTuple):
    """The frames as a tree below the page, which is -1 and so the last of each list.

    Every list is as long as there are frames, and one; a list of all frames around each frame would grow with
    the square of their depth. ``first`` and ``last`` are a frame's interval; ``kids`` are the frames right in it,
    in the order of their intervals.
    """

    parent: list[int]
    first: list[int]
    last: list[int]
    kids: list[list[int]]

    def holds(self, outer: int, inner: int) -> bool:
        """Whether a frame is around another, or the same; the page is around all."""
        return self.first[outer] <= self.first[inner] <= self.last[outer]

    def towards(self, outer: int, inner: int) -> int:
        """The frame right in ``outer`` that is around ``inner``, which stands in ``outer``, or is the same."""
        kids = self.kids[outer]
        return kids[bisect_right(kids, self.first[inner], key=self.first.__getitem__) - 1]

    def apart(self, one: int, other: int) -> int:
        """The outermost frame that is around ``one``, or the same, and not around ``other``; -1 if none is."""
        frame = -1
        while not self.holds(one, other):
            frame, one = one, self.parent[one]
        return frame


def nesting_of(graph: Graph) -> Nesting:
    """How the frames of a graph, in which each comes after its parent, stand in one another."""
    parent = [*[nest.parent for nest in graph.nests], -1]
    frames = range(len(graph.nests))
    size = [1] * len(parent)
    for frame in reversed(frames):
        size[parent[frame]] += size[frame]
    first = [0] * len(parent)
    free = [1] * len(parent)
    kids: list[list[int]] = [[] for _ in parent]
    for frame in frames:
        around = parent[frame]
        first[frame] = free[around]
        free[around] += size[frame]
        free[frame] = first[frame] + 1
        kids[around].append(frame)
    return Nesting(parent, first, [a + b - 1 for a, b in zip(first, size, strict=True)], kids)
