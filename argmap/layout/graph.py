"""The diagram in numbers, turned so that heads stand above tails: what all passes work on."""

from __future__ import annotations

from ..values import NamedTuple
from .diagram import Diagram, Direction, Frame, Spacing

__all__ = ["Graph", "Nest", "numbered"]

APART = 10.0
"""How far the ends of arrows stand apart at least on the side of a box, which grows for them."""

FEW = 3
"""So many have room at any box."""

CORNER = 14.0
"""How far they stand from its corners."""

LOOP = 16.0
"""How far the innermost loop of an arrow from a box to itself reaches out beside the box."""


class Nest(NamedTuple):
    """A frame in numbers: its parent (or -1), the padding on its four sides, its least size.

    ``before`` and ``after`` are the sides across the rows (left, right), ``lead`` and ``trail`` the
    sides along them (top, bottom), before the drawing is turned to its direction.
    """

    parent: int
    before: float
    after: float
    lead: float
    trail: float
    across: float
    along: float


class Graph(NamedTuple):
    """Boxes, arrows and frames by number; lengths as if the direction were up.

    A box reaches ``before`` to the left of its middle and ``after`` to the right, where its loops
    are. ``arrows`` are (tail, head) without loops; ``home`` is a box's innermost frame, or -1.
    A frame comes after its parent. ``loops`` tells how far every loop of a box reaches out.
    """

    before: tuple[float, ...]
    after: tuple[float, ...]
    height: tuple[float, ...]
    joint: tuple[bool, ...]
    arrows: tuple[tuple[int, int], ...]
    home: tuple[int, ...]
    nests: tuple[Nest, ...]
    loops: tuple[tuple[float, ...], ...]


class Numbered(NamedTuple):
    """A graph and what its numbers stand for in the diagram.

    ``arrows`` and ``frames`` are positions in the diagram, ``loops`` those of every box's loops; boxes
    have the numbers of their positions.
    """

    graph: Graph
    arrows: tuple[int, ...]
    frames: tuple[int, ...]
    loops: tuple[tuple[int, ...], ...]


def numbered(diagram: Diagram, direction: Direction, spacing: Spacing) -> Numbered:
    """``diagram`` in numbers, for a drawing in ``direction``.

    A frame with nothing in it gets a box without size, so that it has a place of its own. A box that
    more arrows lead to, or from, than have room on its side is made as long as they need.
    """
    number = {box.id: index for index, box in enumerate(diagram.boxes)}
    ends = [(number[arrow.tail], number[arrow.head]) for arrow in diagram.arrows]
    order = _parents_first(diagram.frames)
    frame = {diagram.frames[index].id: place for place, index in enumerate(order)}
    home = [-1 if box.frame is None else frame[box.frame] for box in diagram.boxes]
    nests = [_nest(diagram.frames[index], frame, direction, spacing) for index in order]
    empty = _empty(nests, home)
    nothing = [0.0] * len(empty)
    loops: list[list[int]] = [[] for _ in (*home, *empty)]
    for index, (tail, head) in enumerate(ends):
        if tail == head:
            loops[tail].append(index)
    reaches = [_reaches(len(each), spacing) if each else () for each in loops]
    aside = direction in ("left", "right")
    sides = [box.height if aside else box.width for box in diagram.boxes]
    half = [*[max(a, b) / 2 for a, b in zip(sides, _needed(diagram, ends), strict=True)], *nothing]
    graph = Graph(
        before=tuple(half),
        after=tuple([a + b[-1] if b else a for a, b in zip(half, reaches, strict=True)]),
        height=(*[box.width if aside else box.height for box in diagram.boxes], *nothing),
        joint=(*[box.joint for box in diagram.boxes], *[False] * len(empty)),
        arrows=tuple([(tail, head) for tail, head in ends if tail != head]),
        home=(*home, *empty),
        nests=tuple(nests),
        loops=tuple(reaches),
    )
    straight = [index for index, (tail, head) in enumerate(ends) if tail != head]
    return Numbered(graph, tuple(straight), tuple(order), tuple([tuple(each) for each in loops]))


def _needed(diagram: Diagram, ends: list[tuple[int, int]]) -> list[float]:
    """How long the side of every box must be for the arrows at it; joints are where lines meet."""
    into, out = [0] * len(diagram.boxes), [0] * len(diagram.boxes)
    for tail, head in ends:
        if tail != head:
            out[tail] += 1
            into[head] += 1
    return [
        0.0 if box.joint or max(a, b) <= FEW else APART * (max(a, b) - 1) + 2 * CORNER
        for box, a, b in zip(diagram.boxes, into, out, strict=True)
    ]


def _reaches(count: int, spacing: Spacing) -> tuple[float, ...]:
    """How far each of so many loops beside a box reaches out."""
    return tuple([LOOP + spacing.between_lines * index for index in range(count)])


def _parents_first(frames: tuple[Frame, ...]) -> list[int]:
    """Positions of the frames, level by level from the outermost, in the author's order."""
    inside: dict[str | None, list[int]] = {}
    for index, frame in enumerate(frames):
        inside.setdefault(frame.parent, []).append(index)
    order = list(inside.get(None, ()))
    for index in order:
        order += inside.get(frames[index].id, ())
    return order


def _nest(frame: Frame, number: dict[str, int], direction: Direction, spacing: Spacing) -> Nest:
    """A frame whose title stands in a band along its upper side, whatever the direction."""
    aside = direction in ("left", "right")
    edge = spacing.in_frame
    top = edge + frame.height
    return Nest(
        parent=-1 if frame.parent is None else number[frame.parent],
        before=top if aside else edge,
        after=edge,
        lead=top if direction == "up" else edge,
        trail=top if direction == "down" else edge,
        across=frame.height if aside else frame.width,
        along=frame.width if aside else frame.height,
    )


def _empty(nests: list[Nest], home: list[int]) -> list[int]:
    """The frames that hold neither a box nor a frame."""
    inhabited = {*home, *[nest.parent for nest in nests]}
    return [index for index in range(len(nests)) if index not in inhabited]
