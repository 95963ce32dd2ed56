"""Boxes and frames as one tree: what hangs below what, a frame with its content as one branch."""

from __future__ import annotations

from ..values import NamedTuple
from .graph import Graph
from .nesting import nesting_of
from .ranks import Links

__all__ = ["Items", "items"]

CLIMBS = 200
"""How many steps a cross-link may climb on average until the rest are left out of account."""


class Items(NamedTuple):
    """A tree of items, by number.

    First the boxes, then the inside of every frame, then every frame with what hangs below it, and
    last the root. ``order`` is from the root down, level by level. ``parent`` and ``kids`` are the tree, kids in the
    author's order. ``cross`` are the arrows that the tree leaves out, as pairs of boxes, and
    ``ends`` tells for an item on the way of some of them where those end.
    """

    boxes: int
    frames: int
    order: tuple[int, ...]
    parent: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]
    cross: tuple[tuple[int, int], ...]
    ends: dict[int, tuple[int, ...]]


def items(graph: Graph, linked: Links, rank: tuple[int, ...]) -> Items:
    """The tree of the boxes and frames of ``graph``; ``rank`` tells how high a box stands."""
    trunk, cross = _trunk(graph, linked, rank)
    parent = _hung(graph, rank, trunk)
    kids: list[list[int]] = [[] for _ in parent]
    for item, above in enumerate(parent):
        if above >= 0:
            kids[above].append(item)
    order = [len(parent) - 1]
    for item in order:
        order += kids[item]
    place = _author(graph, linked, order, kids)
    for below in kids:
        below.sort(key=place.__getitem__)
    order = [len(parent) - 1]
    for item in order:
        order += kids[item]
    return Items(
        boxes=len(rank),
        frames=len(graph.nests),
        order=tuple(order),
        parent=tuple(parent),
        kids=tuple([tuple(below) for below in kids]),
        cross=tuple(cross),
        ends=_ends(order, parent, cross),
    )


def _trunk(
    graph: Graph, linked: Links, rank: tuple[int, ...]
) -> tuple[list[int], list[tuple[int, int]]]:
    """For every box the one it hangs below, or -1, and the arrows left over (low, high)."""
    trunk: list[int] = []
    cross: list[tuple[int, int]] = []
    for box, above in enumerate(linked.up):
        if not above:
            trunk.append(-1)
            continue
        if len(above) == 1:  # as most often
            trunk.append(above[0])
            continue
        home = graph.home[box]
        best = max(above, key=lambda high: (graph.home[high] == home, rank[high]))
        trunk.append(best)
        rest = list(above)
        rest.remove(best)
        cross += [(box, high) for high in rest if high != best]
    return trunk, cross


def _hung(graph: Graph, rank: tuple[int, ...], trunk: list[int]) -> list[int]:
    """For every item the one it hangs below: an item of the same frame, or that frame's inside."""
    boxes, frames = len(rank), len(graph.nests)
    root = boxes + 2 * frames
    if not frames:
        return [*[above if above >= 0 else root for above in trunk], -1]
    nesting = nesting_of(graph)
    parent = [-1] * (root + 1)
    top = _tops(graph, rank)

    def holder(frame: int) -> int:
        return boxes + frame if frame >= 0 else root

    def seen_from(frame: int, box: int) -> int:
        """The item right inside ``frame`` that holds ``box``, or -1."""
        home = graph.home[box]
        if home == frame:
            return box
        return boxes + frames + nesting.towards(frame, home) if nesting.holds(frame, home) else -1

    def hang(item: int, member: int, frame: int) -> None:
        above = seen_from(frame, trunk[member]) if trunk[member] >= 0 else -1
        parent[item] = above if above >= 0 else holder(frame)

    for frame, nest in enumerate(graph.nests):
        parent[boxes + frame] = boxes + frames + frame
        hang(boxes + frames + frame, top[frame], nest.parent)
    for box, home in enumerate(graph.home):
        hang(box, box, home)
    return parent


def _tops(graph: Graph, rank: tuple[int, ...]) -> list[int]:
    """The first of the highest boxes of every frame; each holds a box, or a frame that does."""
    inside: list[list[int]] = [[] for _ in (*graph.nests, -1)]
    for box, home in enumerate(graph.home):
        inside[home].append(box)
    top = [0] * len(graph.nests)
    for frame in range(len(top) - 1, -1, -1):
        top[frame] = min(inside[frame], key=lambda box: (rank[box], box))
        inside[graph.nests[frame].parent].append(top[frame])
    return top


def _author(graph: Graph, linked: Links, order: list[int], kids: list[list[int]]) -> list[int]:
    """Each item's place in the author's order: a joint's is its first premise's, a frame's its first box's."""
    count = len(graph.before)
    place = [*range(count), *[count] * (len(kids) - count)]
    for item in reversed(order):
        if item >= count:
            place[item] = min([place[below] for below in kids[item]], default=count)
        elif graph.joint[item] and linked.down[item]:
            place[item] = min([place[low] for low in linked.down[item]])
    return place


def _ends(
    order: list[int], parent: list[int], cross: list[tuple[int, int]]
) -> dict[int, tuple[int, ...]]:
    """For every item that a cross-link leaves on its way between two boxes, where it ends."""
    depth = [0] * len(parent)
    for item in order[1:]:
        depth[item] = depth[parent[item]] + 1
    left = CLIMBS * len(parent)
    ends: dict[int, list[int]] = {}
    for low, high in cross:
        one, other = low, high
        ways: tuple[list[int], list[int]] = ([], [])
        while one != other and left > 0:
            left -= 1
            if depth[one] >= depth[other]:
                ways[0].append(one)
                one = parent[one]
            else:
                ways[1].append(other)
                other = parent[other]
        if one == other and ways[1]:
            for item in ways[0]:
                ends.setdefault(item, []).append(high)
        for item in ways[1]:
            ends.setdefault(item, []).append(low)
    return {item: tuple(far) for item, far in ends.items()}
