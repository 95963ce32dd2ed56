"""Part of the sixth pass: branches pulled out of the rows and planted anew, frames and all, which is kept if it crosses less.

What no move of a single node or frame mends is mended by moving a branch together with the frames in it: ruin and
recreate, as Schrimpf, Schneider, Stamm-Wilbrandt and Dueck 2000 describe it. Branches are chosen around lines that cross.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from ..values import NamedTuple
from .attempts import Attempt
from .crossings import crossings_between, difference
from .draws import MOST, drawn
from .graph import Graph
from .items import Items
from .longedges import Layered
from .rowsorder import Ordered, framed_line, keys_of, runs_of
from .sweeps import exchange, number

__all__ = ["paths_of", "replanted"]

LARGEST = 30
"""How many boxes a branch has at most that is planted anew."""

CLIMBS = 8
"""From a box at a crossing, a branch begins less than so many items further up."""

HOPELESS = 4
"""What crosses so many times more after it was planted is not looked at further."""

PLACED = 0.6
"""In how many cases a frame that lies in the branch is told where among its siblings to stand, rather than kept there."""

Path = tuple[int, ...]

Ends = tuple[list[int], list[int]]
"""The sorted places of what a node leads to in the row above and in the row below."""

Chance = Iterator[int]
"""Numbers below `MOST` that look drawn."""


class Grove(NamedTuple):
    """What there is to plant; nothing here changes.

    ``paths`` are the frames around every node, ``branches`` the boxes of every item, none for those too large,
    ``inside`` those of every frame, ``bends`` what goes with every box, ``ends`` the boxes that every node belongs to.
    """

    layered: Layered
    items: Items
    parents: tuple[int, ...]
    paths: list[Path]
    branches: list[tuple[int, ...]]
    inside: list[set[int]]
    bends: list[list[int]]
    ends: list[tuple[int, ...]]


class Bed(NamedTuple):
    """Where all stands now: the rows, every node's place in its own, the frames of each frame in their order.

    ``rank`` is a frame's place among its siblings; a node that is pulled out has the place -1.
    """

    rows: Ordered
    place: list[int]
    siblings: dict[int, list[int]]
    rank: list[int]


def replanted(
    attempt: Attempt, layered: Layered, graph: Graph, items: Items, trials: int
) -> Attempt:
    """The attempt after so many trials, or fewer if no crossing is left; frames may have changed places."""
    left = attempt.crossings
    if not (trials and left):
        return attempt
    grove, bed = _grove(layered, graph, items), _bed(attempt, layered, graph)
    before = {parent: frames[:] for parent, frames in bed.siblings.items()}
    chance = (drawn(1, each) for each in count())
    crossing: list[int] = []
    for _ in range(trials):
        crossing = crossing or _crossing(bed.rows, layered.down, bed.place)
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


def _grove(layered: Layered, graph: Graph, items: Items) -> Grove:
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
    return Bed(rows, place, siblings, rank)


def _crossing(rows: Ordered, down: Sequence[Sequence[int]], place: Sequence[int]) -> list[int]:
    """The nodes at either end of steps that cross."""
    found: dict[int, None] = {}
    for nodes in rows:
        steps = [(node, low) for node in nodes for low in down[node]]
        for index, (node, low) in enumerate(steps):
            at = place[low]
            for other, below in steps[:index]:
                if place[below] > at and other != node:
                    found |= dict.fromkeys((node, low, other, below))
    return list(found)


def _chosen(grove: Grove, crossing: Sequence[int], chance: Chance) -> tuple[int, ...]:
    """The boxes of a branch around a crossing."""
    ends = grove.ends[_pick(chance, crossing)]
    item = box = _pick(chance, ends)
    for _ in range(next(chance) * CLIMBS // MOST):
        above = grove.items.parent[item]
        if not grove.branches[above]:
            break
        item = above
    return grove.branches[item] or (box,)


def _pick(chance: Chance, things: Sequence[int]) -> int:
    return things[next(chance) * len(things) // MOST]


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
    beside = _around(first, last, 2, layered)
    before = _cost(bed, layered, beside)
    _pull(bed, pulled)
    orders = _rearranged(bed, grove, set(boxes), chance)
    for row in sorted(pulled, reverse=next(chance) % 2 > 0):
        nodes = sorted(pulled[row], key=lambda node: next(chance))
        _planted(bed, grove, row, nodes, chance)
    after = _cost(bed, layered, beside)
    if after[0] - before[0] <= HOPELESS:
        near = [bed.rows[row] for row in kept]
        exchange(near, runs_of(layered, near), layered.up, layered.down, bed.place, 1)
        after = _cost(bed, layered, beside)
    if after <= before:
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


def _cost(bed: Bed, layered: Layered, rows: range) -> tuple[int, int]:
    """How often steps cross between some rows, and how far they lead aside: in halves of places, for rows that stand centred."""
    place, down = bed.place, layered.down
    crossed = far = 0
    for row in rows[:-1]:
        nodes = bed.rows[row]
        crossed += crossings_between(nodes, down, place)
        apart = len(bed.rows[row + 1]) - len(nodes)
        far += sum(
            [
                abs(2 * (at - place[low]) + apart)
                for at, node in enumerate(nodes)
                for low in down[node]
            ]
        )
    return crossed, far


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
    nodes = bed.rows[row]
    line = [_ends(grove.layered, node, bed.place) for node in nodes]
    for node in new:
        own = _ends(grove.layered, node, bed.place)
        start, stop = _between(bed, grove, node, nodes)
        depth = len(grove.paths[node])
        around = [grove.paths[each][depth : depth + 1] for each in nodes[start:stop]]
        at = start + _best(own, line[start:stop], around, chance)
        nodes.insert(at, node)
        line.insert(at, own)
    for index, node in enumerate(nodes):
        bed.place[node] = index


def _ends(layered: Layered, node: int, place: Sequence[int]) -> Ends:
    """Where the steps of a node end above and below it, but for what is pulled out."""
    above = [place[high] for high in layered.up[node] if place[high] >= 0]
    below = [place[low] for low in layered.down[node] if place[low] >= 0]
    above.sort()
    below.sort()
    return above, below


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


def _best(own: Ends, line: Sequence[Ends], around: Sequence[Path], chance: Chance) -> int:
    """How many of a ``line`` stand left of a node where it crosses least; of equal places any.

    It can't stand between two that are in the same frame ``around`` them.
    """
    above, below = own
    best = saved = most = 0
    equals = 1
    for index, (over, under) in enumerate(line, 1):
        saved += difference(above, over) + difference(below, under)
        if saved < most or (
            index < len(line) and around[index] and around[index] == around[index - 1]
        ):
            continue
        equals = equals + 1 if saved == most else 1
        if equals == 1 or next(chance) * equals < MOST:
            best, most = index, saved
    return best
