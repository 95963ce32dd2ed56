"""Part of the sixth pass: branches pulled out of the rows and planted anew, frames and all, which is kept if it crosses less.

What no move of a single node or frame mends is mended by moving a branch together with the frames in it: ruin and
recreate, as Schrimpf, Schneider, Stamm-Wilbrandt and Dueck 2000 describe it. Branches are chosen around lines that cross.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, count, repeat

from ..values import NamedTuple
from .attempts import Attempt
from .crossings import crossings_between
from .draws import MOST, drawn
from .graph import Graph
from .items import Items
from .longedges import Layered
from .rowsorder import Ordered, framed_line, keys_of, runs_of
from .sweeps import exchange, number

__all__ = ["paths_of", "replanted"]

LARGEST = 30
"""How many boxes a branch has at most that is planted anew."""

CLIMBS = 4
"""From a box at a crossing, a branch begins less than so many items further up."""

HOPELESS = 4
"""What crosses so many times more after it was planted is not looked at further."""

PLACED = 0.6
"""In how many cases a frame that lies in the branch is told where among its siblings to stand, rather than kept there."""

Path = tuple[int, ...]
Cost = tuple[int, int]
"""How often steps cross, and how far they lead aside: in halves of places, for rows that stand centred."""

Chance = Iterator[int]
"""Numbers below `MOST` that look drawn."""


class Grove(NamedTuple):
    """What there is to plant; nothing here changes.

    ``paths`` are the frames around every node, ``branches`` the boxes of every item, none for those too large,
    ``inside`` those of every frame, ``bends`` what goes with every box, ``ends`` the boxes that every node belongs to,
    ``widths`` how many nodes every row has, and none for what is behind the last, or before the first.
    """

    layered: Layered
    items: Items
    parents: tuple[int, ...]
    paths: list[Path]
    branches: list[tuple[int, ...]]
    inside: list[set[int]]
    bends: list[list[int]]
    ends: list[tuple[int, ...]]
    widths: list[int]


class Bed(NamedTuple):
    """Where all stands now: the rows, every node's place in its own, the frames of each frame in their order.

    ``rank`` is a frame's place among its siblings; a node that is pulled out has the place -1. ``costs`` are those of
    every row and the next.
    """

    rows: Ordered
    place: list[int]
    siblings: dict[int, list[int]]
    rank: list[int]
    costs: list[Cost]


def replanted(
    attempt: Attempt, layered: Layered, graph: Graph, items: Items, trials: int
) -> Attempt:
    """The attempt after so many trials, or fewer if no crossing is left; frames may have changed places."""
    left = attempt.crossings
    if not (trials and left):
        return attempt
    grove, bed = _grove(layered, graph, items, attempt.rows), _bed(attempt, layered, graph)
    before = {parent: frames[:] for parent, frames in bed.siblings.items()}
    crossing: list[int] = []
    for trial in range(1, trials + 1):
        # each has numbers of its own, so that an edit doesn't change what all others draw
        chance = map(drawn, repeat(trial), count())
        crossing = crossing or _crossing(bed, grove)
        less = _tried(bed, grove, _chosen(grove, crossing, chance), chance)
        if less >= 0:
            left -= less
            crossing = []
            if not left:
                break
    runs = runs_of(layered, bed.rows)
    if bed.siblings == before:
        return attempt._replace(crossings=left, rows=bed.rows, runs=runs)
    line = framed_line(items, graph, bed.rows, bed.siblings)
    return Attempt(left, bed.rows, runs, keys_of(layered, graph, line), line)


def paths_of(graph: Graph) -> dict[int, Path]:
    """The frames around each frame from the outermost to itself, none for the page; only small graphs have trials."""
    paths: dict[int, Path] = {-1: ()}
    for frame, nest in enumerate(graph.nests):
        paths[frame] = (*paths[nest.parent], frame)
    return paths


def _grove(layered: Layered, graph: Graph, items: Items, rows: Ordered) -> Grove:
    paths = paths_of(graph)
    branches: list[tuple[int, ...]] = [()] * len(items.parent)
    for item in reversed(items.order):
        kids = [branches[kid] for kid in items.kids[item]]
        boxes = ((item,) if item < items.boxes else ()) + tuple(
            [box for kid in kids for box in kid]
        )
        branches[item] = boxes if all(kids) and len(boxes) <= LARGEST else ()
    inside: list[set[int]] = [set() for _ in graph.nests]
    for box, home in enumerate(graph.home):
        for frame in paths[home]:
            inside[frame].add(box)
    bends: list[list[int]] = [[] for _ in range(layered.boxes)]
    ends: list[tuple[int, ...]] = [(node,) for node in range(len(layered.row))]
    for chain in layered.chains:
        for bend in chain[1:-1]:
            ends[bend] = chain[0], chain[-1]
            bends[chain[0]].append(bend)
            bends[chain[-1]].append(bend)
    return Grove(
        layered,
        items,
        tuple([nest.parent for nest in graph.nests]),
        [paths[home] for home in layered.home],
        branches,
        inside,
        bends,
        ends,
        [*map(len, rows), 0],
    )


def _bed(attempt: Attempt, layered: Layered, graph: Graph) -> Bed:
    place = [0] * len(layered.row)
    rows = [nodes[:] for nodes in attempt.rows]
    number(rows, place)
    siblings: dict[int, list[int]] = {}
    rank = [0] * len(graph.nests)
    for frame in sorted(range(len(rank)), key=attempt.line.begin.__getitem__):
        among = siblings.setdefault(graph.nests[frame].parent, [])
        rank[frame] = len(among)
        among.append(frame)
    bed = Bed(rows, place, siblings, rank, [])
    bed.costs.extend(_costs(bed, layered, range(layered.rows)))
    return bed


def _crossing(bed: Bed, grove: Grove) -> list[int]:
    """The boxes at either end of lines that cross, by number."""
    found: set[int] = set()
    down, place = grove.layered.down, bed.place
    for nodes in bed.rows:
        steps = [(node, low) for node in nodes for low in down[node]]
        for index, (node, low) in enumerate(steps):
            at = place[low]
            for other, below in steps[:index]:
                if place[below] > at and other != node:
                    found |= {node, low, other, below}
    return sorted({box for node in found for box in grove.ends[node]})


def _chosen(grove: Grove, crossing: Sequence[int], chance: Chance) -> tuple[int, ...]:
    """The boxes of a branch around a crossing: of any box the one with the next number, which an edit elsewhere doesn't change."""
    at = bisect_left(crossing, next(chance) * grove.layered.boxes // MOST)
    item = box = crossing[at % len(crossing)]
    for _ in range(next(chance) * CLIMBS // MOST):
        above = grove.items.parent[item]
        if not grove.branches[above]:
            break
        item = above
    return grove.branches[item] or (box,)


def _tried(bed: Bed, grove: Grove, boxes: tuple[int, ...], chance: Chance) -> int:
    """Plant ``boxes`` anew; how many crossings less that makes, or -1 if it was worse and all is as it was.

    What crosses alike is worse if its steps lead further aside.
    """
    layered = grove.layered
    pulled: dict[int, dict[int, None]] = {}
    for box in boxes:
        for node in (box, *grove.bends[box]):
            pulled.setdefault(layered.row[node], {})[node] = None
    first, last = min(pulled), max(pulled)
    kept = {row: bed.rows[row][:] for row in _around(first, last, 1, layered)}
    beside = _around(first, last, 2, layered)[:-1]
    before = _sum([bed.costs[row] for row in beside])
    _pull(bed, pulled)
    orders = _rearranged(bed, grove, set(boxes), chance)
    for row in sorted(pulled, reverse=next(chance) % 2 > 0):
        nodes = sorted(pulled[row], key=lambda node: next(chance))
        _planted(bed, grove, row, nodes, chance)
    costs = _costs(bed, layered, beside)
    if _sum(costs)[0] - before[0] <= HOPELESS:
        near = [bed.rows[row] for row in kept]
        exchange(near, runs_of(layered, near), layered.up, layered.down, bed.place, 1)
        costs = _costs(bed, layered, beside)
    after = _sum(costs)
    if after <= before:
        bed.costs[beside.start : beside.stop] = costs
        return before[0] - after[0]
    for row, nodes in kept.items():
        bed.rows[row] = nodes
    number(list(kept.values()), bed.place)
    for frames in reversed(orders):
        _stand(bed, grove, frames)
    return -1


def _around(first: int, last: int, reach: int, layered: Layered) -> range:
    """The rows from the first to the last and so many on either side."""
    return range(max(first - reach, 0), min(last + reach + 1, layered.rows))


def _costs(bed: Bed, layered: Layered, rows: range) -> list[Cost]:
    """What the steps from some rows to the next ones cost."""
    place, down = bed.place, layered.down
    found = []
    for row in rows:
        nodes = bed.rows[row]
        apart = len(bed.rows[row + 1]) - len(nodes) if row + 1 < layered.rows else 0
        aside = [
            abs(2 * (at - place[low]) + apart)
            for at, node in enumerate(nodes)
            for low in down[node]
        ]
        found.append((crossings_between(nodes, down, place), sum(aside)))
    return found


def _sum(costs: Sequence[Cost]) -> Cost:
    return sum([crossed for crossed, _ in costs]), sum([far for _, far in costs])


def _pull(bed: Bed, pulled: dict[int, dict[int, None]]) -> None:
    """Take nodes out of their rows."""
    for row, nodes in pulled.items():
        bed.rows[row] = [node for node in bed.rows[row] if node not in nodes]
        for node in nodes:
            bed.place[node] = -1


def _rearranged(bed: Bed, grove: Grove, boxes: set[int], chance: Chance) -> list[list[int]]:
    """Give some of the frames that hold nothing but ``boxes`` other places; the orders as they were."""
    orders = []
    for frame, inside in enumerate(grove.inside):
        if not (inside and inside <= boxes and next(chance) < PLACED * MOST):
            continue
        before = bed.siblings[grove.parents[frame]]
        frames = [each for each in before if each != frame]
        frames.insert(next(chance) * len(before) // MOST, frame)
        orders.append(before)
        _stand(bed, grove, frames)
    return orders


def _stand(bed: Bed, grove: Grove, frames: list[int]) -> None:
    """Have siblings stand in this order."""
    bed.siblings[grove.parents[frames[0]]] = frames
    for rank, frame in enumerate(frames):
        bed.rank[frame] = rank


def _planted(bed: Bed, grove: Grove, row: int, new: list[int], chance: Chance) -> None:
    """Put nodes into a row one by one, each where it crosses least what stands there already."""
    nodes, paths, place = bed.rows[row], grove.paths, bed.place
    up, down = grove.layered.up, grove.layered.down
    for node in new:
        above = _gains(up[node], place, grove.widths[row - 1])
        below = _gains(down[node], place, grove.widths[row + 1])
        start, stop = _between(bed, grove, node, nodes)
        line = nodes[start:stop]
        saved = [
            sum([above[place[end]] for end in up[each]])
            + sum([below[place[end]] for end in down[each]])
            for each in line
        ]
        depth = len(paths[node])
        around = [paths[each][depth : depth + 1] for each in line]
        nodes.insert(start + _best(saved, around, chance), node)
    for index, node in enumerate(nodes):
        place[node] = index


def _gains(ends: Sequence[int], place: Sequence[int], width: int) -> list[int]:
    """How many crossings less a step to each place of a row makes when it goes past a node that leads to ``ends`` there.

    The last is for what is pulled out: none.
    """
    places = sorted([place[end] for end in ends if place[end] >= 0])
    many, gains = len(places), list[int]()
    for passed, at in enumerate(places):
        if at < len(gains):
            gains[at] -= 1  # two steps to one place
        else:
            gains += [many - 2 * passed] * (at - len(gains))
            gains.append(many - 2 * passed - 1)
    return [*gains, *[-many] * (width - len(gains)), 0]


def _between(bed: Bed, grove: Grove, node: int, nodes: Sequence[int]) -> tuple[int, int]:
    """Where in a row the frames let a node stand: the places from the first to the second, both included."""
    start, stop = 0, len(nodes)
    rank, paths = bed.rank, grove.paths
    for depth, frame in enumerate(paths[node]):
        around = [
            (index, paths[nodes[index]][depth])
            for index in range(start, stop)
            if len(paths[nodes[index]]) > depth
        ]
        same = [index for index, other in around if other == frame]
        if not same:
            left = [index + 1 for index, other in around if rank[other] < rank[frame]]
            right = [index for index, other in around if rank[other] > rank[frame]]
            return (left[-1] if left else start), (right[0] if right else stop)
        start, stop = same[0], same[-1] + 1
    return start, stop


def _best(saved: Sequence[int], around: Sequence[Path], chance: Chance) -> int:
    """Past how many others a node stands where it crosses least, if going past each has ``saved`` so many crossings; of equal places any.

    It can't stand between two that are in the same frame ``around`` them.
    """
    best = most = 0
    equals = 1
    for index, so_far in enumerate(accumulate(saved), 1):
        if so_far < most or (
            index < len(saved) and around[index] and around[index] == around[index - 1]
        ):
            continue
        equals = equals + 1 if so_far == most else 1
        if equals == 1 or next(chance) * equals < MOST:
            best, most = index, so_far
    return best
