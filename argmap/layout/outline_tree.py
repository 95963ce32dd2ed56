"""What hangs below what in an outline: every box below one that it points to, frames kept whole."""

from __future__ import annotations

from collections.abc import Sequence

from ..values import NamedTuple
from .diagram import Diagram

__all__ = ["Hanging", "hanging"]

Ends = list[tuple[int, int]]


class Hanging(NamedTuple):
    """A tree of items: boxes by their numbers, then frames, at last the page.

    ``kids`` of a box hang below it, those of a frame or of the page stand in it. ``order`` has
    parents before their kids, in the order in which they are read; ``place`` is where an item is in
    it, and ``size`` how many items it and all below it are.
    """

    boxes: int
    above: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]
    order: tuple[int, ...]
    place: tuple[int, ...]
    size: tuple[int, ...]

    def below(self, item: int, other: int) -> bool:
        """Whether ``item`` is somewhere below ``other``."""
        return self.place[other] < self.place[item] < self.place[other] + self.size[other]


def hanging(diagram: Diagram, ends: Ends) -> Hanging:
    """The tree of ``diagram``, whose arrows have these ``ends`` (tail, head).

    A box hangs below the nearest to a main claim of those it points to, in its own frame if one is
    there; what points nowhere, or only into other frames, stands on the page or in its frame. Kids are
    in the author's order; a joint is where the first of its premises is.
    """
    boxes, frames = len(diagram.boxes), len(diagram.frames)
    page = boxes + frames
    heads: list[list[int]] = [[] for _ in range(boxes)]
    tails: list[list[int]] = [[] for _ in range(boxes)]
    for tail, head in ends:
        if tail != head:
            heads[tail].append(head)
            tails[head].append(tail)
    reached, depth = _depths(heads, tails)
    paths = _paths(diagram, page)
    trunk = [_trunk(box, heads[box], depth, paths) for box in range(boxes)]
    above = _hung(reached, trunk, paths, page)
    kids: list[list[int]] = [[] for _ in range(page + 1)]
    for item, holder in enumerate(above[:page]):
        kids[holder].append(item)
    place = _author(diagram, tails, depth, reached, _order(kids))
    for member in reversed(_order(kids)[1:]):
        if member >= boxes:
            place[member] = min([place[kid] for kid in kids[member]], default=page)
    for below in kids:
        below.sort(key=place.__getitem__)
    return _numbered(boxes, above, kids)


def _depths(heads: list[list[int]], tails: list[list[int]]) -> tuple[list[int], list[int]]:
    """The boxes from the main claims outwards, and how many arrows each is away from one.

    Where everything runs in circles, the first box is taken for a main claim.
    """
    depth = [-1] * len(heads)
    reached: list[int] = []
    starts = [[box for box, above in enumerate(heads) if not above]]
    for start in (*starts, *[[box] for box in range(len(heads))]):
        fresh = [box for box in start if depth[box] < 0]
        first = len(reached)
        reached += fresh
        for box in fresh:
            depth[box] = 0
        while first < len(reached):
            box = reached[first]
            first += 1
            for tail in tails[box]:
                if depth[tail] < 0:
                    depth[tail] = depth[box] + 1
                    reached.append(tail)
    return reached, depth


def _paths(diagram: Diagram, page: int) -> list[tuple[int, ...]]:
    """For every item the holders around it, the page first."""
    boxes = len(diagram.boxes)
    number = {frame.id: boxes + index for index, frame in enumerate(diagram.frames)}
    parents = [page if f.parent is None else number[f.parent] for f in diagram.frames]
    known: dict[int, tuple[int, ...]] = {page: (page,)}
    for frame in range(boxes, page):
        climb = [frame]
        while climb[-1] not in known:
            climb.append(parents[climb[-1] - boxes])
        for each in reversed(climb[:-1]):
            known[each] = (*known[parents[each - boxes]], each)
    around = [page if box.frame is None else number[box.frame] for box in diagram.boxes]
    return [*[known[home] for home in around], *[known[p] for p in parents]]


def _trunk(box: int, heads: list[int], depth: list[int], paths: list[tuple[int, ...]]) -> int:
    """What a box hangs below, or -1: of the nearest to a main claim, one in its own frame first."""
    nearer = [head for head in heads if depth[head] < depth[box]]
    return min(nearer, key=lambda head: paths[head] != paths[box], default=-1)


def _hung(
    reached: list[int], trunk: list[int], paths: list[tuple[int, ...]], page: int
) -> list[int]:
    """For every item its holder, or the box it hangs below: one that stands in the same holder."""
    above = [path[-1] for path in paths]
    hung = [False] * page
    for box in reached:
        head = trunk[box]
        if head < 0:
            continue
        holders = paths[head]
        inside = (*paths[box], box)
        if inside[: len(holders)] == holders and not hung[inside[len(holders)]]:
            above[inside[len(holders)]] = head
            hung[inside[len(holders)]] = True
    return [*above, -1]


def _author(
    diagram: Diagram,
    tails: list[list[int]],
    depth: list[int],
    reached: list[int],
    items: Sequence[int],
) -> list[int]:
    """The place of every box in the author's order; a joint's is its first premise's."""
    place = [*range(len(diagram.boxes)), *[0] * (len(items) - len(diagram.boxes))]
    for box in reversed(reached):
        if diagram.boxes[box].joint:
            later = [place[tail] for tail in tails[box] if depth[tail] > depth[box]]
            place[box] = min(later, default=place[box])
    return place


def _order(kids: list[list[int]]) -> list[int]:
    """All items, each before its kids and after what is read before it."""
    order: list[int] = []
    todo = [len(kids) - 1]
    while todo:
        item = todo.pop()
        order.append(item)
        todo.extend(reversed(kids[item]))
    return order


def _numbered(boxes: int, above: list[int], kids: list[list[int]]) -> Hanging:
    order = _order(kids)
    place = [0] * len(order)
    size = [1] * len(order)
    for index, item in enumerate(order):
        place[item] = index
    for item in reversed(order[1:]):
        size[above[item]] += size[item]
    return Hanging(
        boxes,
        tuple(above),
        tuple([tuple(below) for below in kids]),
        tuple(order),
        tuple(place),
        tuple(size),
    )
