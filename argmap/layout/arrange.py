"""One left-to-right order for everything, in which every subtree and every frame is an interval.

A spanning tree of the boxes, with frames as nodes of it, is drawn from left to right; the rows are
restrictions of this one order. So trees have no crossings, and frames stand side by side in every row.
The children of a node are ordered by where the cross-links of their whole subtrees end.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from attrs import frozen

from .chains import Rows, path

__all__ = ["Arrangement", "Skeleton", "arranged", "skeleton"]

ROUNDS = 16


@frozen
class Skeleton:
    """The spanning tree: boxes 0..n-1, then for each frame its inside, then its outside, then the root.

    ``kids`` are the children in the author's order, ``extra`` the edges that aren't in the tree, ``links`` for each
    item the far ends of the extra edges of its subtree.
    """

    boxes: int
    frames: int
    kids: tuple[tuple[int, ...], ...]
    order: tuple[int, ...]
    sizes: tuple[int, ...]
    extra: tuple[tuple[int, int], ...]
    links: dict[int, tuple[int, ...]]


@frozen
class Arrangement:
    """The place of each node of the rows in the order, and the interval of each frame."""

    keys: list[float]
    low: list[float]
    high: list[float]


def skeleton(rows: Rows, parents: Sequence[int], edges: Sequence[tuple[int, int]]) -> Skeleton:
    """The spanning tree of boxes (heads above tails) and frames."""
    count, frames = rows.count, len(parents)
    root = count + 2 * frames
    heads: list[list[int]] = [[] for _ in range(count)]
    for tail, head in edges:
        heads[tail].append(head)
    mother, extra = _mothers(heads, rows)
    kids: list[list[int]] = [[] for _ in range(root + 1)]
    up = [-1] * (root + 1)

    def attach(item: int, box: int, frame: int) -> None:
        """Hang ``item``, which ``box`` stands for, below its box's mother or into ``frame``."""
        holder = count + frame if frame >= 0 else root
        above = _item_in(mother[box], frame, rows, parents, count, frames)
        up[item] = holder if above is None or above == item else above
        kids[up[item]].append(item)

    first: dict[int, int] = {}
    for box in range(count):
        for frame in path(rows.homes[box], parents):
            if frame not in first or rows.rank[box] < rows.rank[first[frame]]:
                first[frame] = box
    for box in range(count):
        for frame in path(rows.homes[box], parents):
            if first[frame] == box:
                outside, inside = count + frames + frame, count + frame
                kids[outside].append(inside)
                up[inside] = outside
                attach(outside, box, parents[frame])
        attach(box, box, rows.homes[box])
    order = [root]
    for item in order:
        order += kids[item]
    sizes = [1 if item < count else 2 if item >= count + frames else 0 for item in range(root + 1)]
    for item in reversed(order[1:]):
        sizes[up[item]] += sizes[item]
    links = _links(extra, up, order)
    return Skeleton(
        count, frames, tuple(map(tuple, kids)), tuple(order), tuple(sizes), tuple(extra), links
    )


def _mothers(heads: list[list[int]], rows: Rows) -> tuple[list[int], list[tuple[int, int]]]:
    """For each box the head it hangs on (one in its own frame, the lowest), and the other edges."""
    mother = [-1] * len(heads)
    extra: list[tuple[int, int]] = []
    for box, above in enumerate(heads):
        if not above:
            continue
        home = rows.homes[box]
        best = max(above, key=lambda head: (rows.homes[head] == home, rows.rank[head]))
        mother[box] = best
        others = list(above)
        others.remove(best)
        extra += [(box, head) for head in others]
    return mother, extra


def _item_in(
    box: int, frame: int, rows: Rows, parents: Sequence[int], count: int, frames: int
) -> int | None:
    """The child of ``frame`` (or of the root) that holds ``box``, or None if it is elsewhere."""
    if box < 0:
        return None
    around = path(rows.homes[box], parents)
    if frame >= 0:
        if frame not in around:
            return None
        around = around[around.index(frame) + 1 :]
    return count + frames + around[0] if around else box


def _links(
    extra: list[tuple[int, int]], up: list[int], order: list[int]
) -> dict[int, tuple[int, ...]]:
    depth = [0] * len(up)
    for item in order[1:]:
        depth[item] = depth[up[item]] + 1
    links: dict[int, list[int]] = {}
    for one, other in extra:
        left, right = one, other
        while left != right:
            if depth[left] >= depth[right]:
                links.setdefault(left, []).append(other)
                left = up[left]
            else:
                links.setdefault(right, []).append(one)
                right = up[right]
    return {item: tuple(ends) for item, ends in links.items()}


def arranged(tree: Skeleton, rows: Rows, parents: Sequence[int], seed: int) -> Arrangement:
    """The order of all nodes; each ``seed`` but 0 starts from another order of the children."""
    kids = [list(children) for children in tree.kids]
    if seed:
        chance = random.Random(seed)  # noqa: S311 - a fixed sequence, not a secret
        for children in kids:
            chance.shuffle(children)
    places = _places(tree, kids)
    busy = [item for item in tree.order if any(child in tree.links for child in kids[item])]
    best, cost = [list(children) for children in kids], _cost(tree, places)
    for turn in range(ROUNDS):
        if not cost:
            break
        for item in busy if turn % 2 == 0 else reversed(busy):
            kids[item].sort(key=lambda child: _wish(child, tree, places))
        places = _places(tree, kids)
        found = _cost(tree, places)
        if found < cost:
            best, cost = [list(children) for children in kids], found
    return _spread(tree, rows, parents, _places(tree, best))


def _wish(child: int, tree: Skeleton, places: list[tuple[float, float, float]]) -> float:
    ends = tree.links.get(child)
    return sum([places[end][2] for end in ends]) / len(ends) if ends else places[child][2]


def _places(tree: Skeleton, kids: list[list[int]]) -> list[tuple[float, float, float]]:
    """For each item where its interval begins and ends, and its own place within it."""
    places = [(0.0, 0.0, 0.0)] * len(kids)
    places[tree.order[0]] = (0.0, float(tree.sizes[tree.order[0]]), 0.0)
    for item in tree.order:
        start, end, _ = places[item]
        children = kids[item]
        own = 1.0 if item < tree.boxes else 0.0
        at = start + (1.0 if item >= tree.boxes + tree.frames else 0.0)
        mine = start + (end - start) / 2
        for number, child in enumerate(children):
            if number == (len(children) + 1) // 2 and own:
                mine = at + 0.5
                at += own
            places[child] = (at, at + tree.sizes[child], 0.0)
            at += tree.sizes[child]
        if own and len(children) <= 1:
            mine = at + 0.5 if children else start + 0.5
        places[item] = (start, end, mine)
    return places


def _cost(tree: Skeleton, places: list[tuple[float, float, float]]) -> float:
    return sum([abs(places[one][2] - places[other][2]) for one, other in tree.extra])


def _spread(
    tree: Skeleton,
    rows: Rows,
    parents: Sequence[int],
    places: list[tuple[float, float, float]],
) -> Arrangement:
    """Keys of boxes and of bends, bends on the way between their ends but outside of foreign frames."""
    low = [places[tree.boxes + frame][0] for frame in range(tree.frames)]
    high = [places[tree.boxes + frame][1] for frame in range(tree.frames)]
    keys = [place[2] for place in places[: tree.boxes]] + [0.0] * (len(rows.rank) - tree.boxes)
    inside = _children(parents)
    for chain in rows.chains:
        first, last = keys[chain[0]], keys[chain[-1]]
        for step, bend in enumerate(chain[1:-1], 1):
            wish = first + (last - first) * step / (len(chain) - 1)
            keys[bend] = _outside(wish, path(rows.homes[bend], parents), inside, low, high)
    return Arrangement(keys, low, high)


def _children(parents: Sequence[int]) -> dict[int, list[int]]:
    inside: dict[int, list[int]] = {}
    for frame, parent in enumerate(parents):
        inside.setdefault(parent, []).append(frame)
    return inside


def _outside(
    key: float, home: list[int], inside: dict[int, list[int]], low: list[float], high: list[float]
) -> float:
    """The key nearest to ``key`` that lies in all frames of ``home`` and in no other."""
    around = -1
    for mine in [*home, -2]:
        for frame in inside.get(around, ()):
            if frame != mine and low[frame] < key < high[frame]:
                before = key - low[frame] < high[frame] - key
                key = low[frame] - 1e-3 if before else high[frame] + 1e-3
        if mine >= 0:
            key = min(max(key, low[mine] + 1e-3), high[mine] - 1e-3)
            around = mine
    return key
