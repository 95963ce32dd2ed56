"""Part of the sixth pass: hanging trees, each collapsed to one chain while crossings are reduced.

A branch that hangs on one node by one step, and whose nodes hang so as well, has no crossing within, and all of
it should stand together. So what hangs on one node counts, row by row, as one node with as many steps.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..values import NamedTuple
from .longedges import Layered
from .rowsorder import Ordered

__all__ = ["Collapsed", "collapsed"]


class Collapsed(NamedTuple):
    """A graph in which one node of each row of a hanging tree stands for all of them.

    The others keep their numbers and stand in no row. ``trees`` lists of each tree the nodes it hangs from the
    upper one by; ``hidden`` tells of every node whether another stands for it.
    """

    layered: Layered
    trees: tuple[tuple[int, ...], ...]
    hidden: tuple[bool, ...]

    def without(self, rows: Ordered) -> Ordered:
        """``rows`` with one node for each row of a tree."""
        return [[node for node in nodes if not self.hidden[node]] for nodes in rows]

    def whole(self, rows: Ordered, layered: Layered, keys: Sequence[float]) -> Ordered:
        """``rows`` with all nodes of ``layered`` again, those on one node in the order of their ``keys``."""
        members: dict[int, list[int]] = {}
        for tree in self.trees:
            level = sorted(tree, key=keys.__getitem__)
            while level:
                members[min(level)] = level
                level = [
                    low
                    for node in level
                    for low in sorted(layered.down[node], key=keys.__getitem__)
                ]
        return [[each for node in nodes for each in members.get(node, (node,))] for nodes in rows]


def collapsed(layered: Layered) -> Collapsed:
    """``layered`` with its hanging trees collapsed; all nodes of one stand in the same frame."""
    up, down = list(layered.up), list(layered.down)
    hidden = [False] * len(up)
    hangs = _hanging(layered)
    trees: list[tuple[int, ...]] = []
    for node, below in enumerate(layered.down):
        if hangs[node]:
            continue
        tops: dict[int, list[int]] = {}
        for low in below:
            if hangs[low]:
                tops.setdefault(layered.home[low], []).append(low)
        if not tops:
            continue  # as of most, bends above all
        wide = [levels for tree in tops.values() if (levels := _levels(tree, layered.down))]
        if wide:
            away = {low for levels in wide for low in levels[0]}
            down[node] = tuple([low for low in below if low not in away])
            for levels in wide:
                trees.append(tuple(levels[0]))
                _collapse(node, levels, up, down, hidden)
    lean = layered._replace(up=tuple(up), down=tuple(down))
    return Collapsed(lean, tuple(trees), tuple(hidden))


def _hanging(layered: Layered) -> list[bool]:
    """Whether one step leads to a node, and all that leads on from it is a tree in its frame."""
    hangs = [len(above) == 1 for above in layered.up]
    home = layered.home
    rows: list[list[int]] = [[] for _ in range(layered.rows)]
    for node, row in enumerate(layered.row):
        rows[row].append(node)
    for nodes in reversed(rows):
        for node in nodes:
            above = layered.up[node]
            if not hangs[node] or home[node] != home[above[0]]:
                for high in above:
                    hangs[high] = False
    return hangs


def _levels(tree: Sequence[int], down: Sequence[Sequence[int]]) -> list[list[int]]:
    """What hangs on a node, row by row; nothing if that is a mere chain."""
    levels = []
    level = list(tree)
    while level:
        levels.append(level)
        level = [low for node in level for low in down[node]]
    return levels if max(map(len, levels)) > 1 else []


def _collapse(
    node: int,
    levels: Sequence[Sequence[int]],
    up: list[tuple[int, ...]],
    down: list[tuple[int, ...]],
    hidden: list[bool],
) -> None:
    """Let the first node of each row of what hangs on ``node`` stand for the others."""
    for level in levels:
        first = min(level)
        for each in level:
            hidden[each] = each != first
        up[first] = (node,) * len(level)
        down[node] = (*down[node], *[first] * len(level))
        node, down[first] = first, ()
