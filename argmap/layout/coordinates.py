"""Seventh pass: where every node stands across the rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from ..values import NamedTuple
from .balance import ASIDE, STRENGTHS, aside, gathered
from .diagram import Spacing
from .graph import Graph
from .longedges import Layered, is_tree
from .memory import NOTHING, Memory, moved
from .ordering import Order
from .packs import packs
from .relax import centred, packed, relaxed, shortened, stretches
from .sides import Bounded, bounded, framed
from .straighten import straightened
from .tidytree import tidy

__all__ = ["Across", "across"]

SWEEPS = ((400, 4, 40), (2_000, 2, 16), (5_000, 2, 10), (50_000, 2, 4), (inf, 3, 0))
"""Up to how many nodes, how many sweeps for few squares and how many for little length."""

IN_TREES = ((1_000, 60), (3_000, 24), (inf, 6))
"""Up to how many nodes of a tree, where nothing else asks for room, how many sweeps for little length."""

LOOSENED = 0.4
"""How far a large tree is drawn apart before that, in parts of the way to a tree whose branches are rigid."""

CALM = ((60, 1.2), (400, 1.04))
"""Up to how many nodes, how much longer the arrows may get for boxes over the middle of what is below.

In larger maps they would get 1.05 to 1.4 times as long, so it isn't tried.
"""

WIDER = 1.08
"""How much wider the drawing may get for that."""

BALANCED = 1.15
"""How much longer its arrows may get for a main claim nearer to the middle."""

ANCHOR = 1.0
"""How strongly a box is held where it was before, as strongly as by one of its arrows."""

Pull = list[tuple[int, float]]


class Across(NamedTuple):
    """The middle of every node (boxes first, then bends), and the left and right of every frame."""

    middle: tuple[float, ...]
    frames: tuple[tuple[float, float], ...]


def across(
    layered: Layered, graph: Graph, order: Order, spacing: Spacing, memory: Memory = NOTHING
) -> Across:
    """Arrows upright and short, boxes over what hangs below them, distances kept exactly.

    Where something is remembered, boxes are also held near their old places, and what moves them least
    is taken.
    """
    rows = bounded(layered, graph, order, spacing)
    pulls = _pulls(layered, rows)
    made = _placed(rows, layered, graph, order, pulls, NOTHING)
    place = _balanced(_chosen(rows, layered, made), rows, layered, pulls)
    if memory.boxes:
        made += [place, *_placed(rows, layered, graph, order, pulls, memory)]
        place = min(made, key=lambda each: moved(each, memory))
    return Across(tuple(place[: rows.inner]), _frames(rows, place))


def _chosen(rows: Bounded, layered: Layered, made: list[list[float]]) -> list[float]:
    """Of places with short arrows and those with boxes over the middle of what is below, if made, the better."""
    short = made[0]
    for calm in made[1:]:
        dearer = next(factor for most, factor in CALM if rows.inner <= most)
        cheap = _length(layered, calm) <= dearer * _length(layered, short)
        if cheap and _extent(rows, calm) <= WIDER * _extent(rows, short):
            return calm
    return short


def _balanced(
    place: list[float], rows: Bounded, layered: Layered, pulls: list[Pull]
) -> list[float]:
    """``place``, or all drawn to the middle where in a small map what is on top stands aside of it.

    They are drawn as strongly as costs little length.
    """
    aslant = aside(layered, place)
    if rows.inner > CALM[-1][0] or rows.sides or aslant <= ASIDE:
        return place
    most = BALANCED * _length(layered, place)
    drawn = (_drawn(place, rows, layered, pulls, strength) for strength in STRENGTHS)
    cheap = (each for each in drawn if _length(layered, each) <= most)
    return next((each for each in cheap if aside(layered, each) < aslant), place)


def _drawn(
    place: list[float],
    rows: Bounded,
    layered: Layered,
    pulls: list[Pull],
    strength: tuple[float, float],
) -> list[float]:
    """``place`` with all boxes drawn to the middle."""
    nearer = list(place)
    drawn = gathered(pulls, nearer, layered, strength)
    nearer = shortened(nearer, stretches(rows), drawn, SWEEPS[0][2])
    return straightened(nearer, rows, layered)


def _placed(
    rows: Bounded,
    layered: Layered,
    graph: Graph,
    order: Order,
    pulls: list[Pull],
    memory: Memory,
) -> list[list[float]]:
    """Places with short arrows, and in a small map the same with boxes over the middle of what is below them."""
    sweeps, shorter = next(counts for most, *counts in SWEEPS if len(pulls) <= most)
    small = rows.inner <= CALM[-1][0]
    tree = is_tree(layered)
    if tree:
        shorter = next(count for most, count in IN_TREES if len(pulls) <= most)
    cut = stretches(rows)
    place = packed(rows, pulls)
    pulls = _anchored(pulls, place, memory)
    place = relaxed(place, cut, pulls, sweeps)
    if rows.sides:
        place = framed(rows, graph, place)
        cut = stretches(rows, tuple([node for side in rows.sides for node in side.nodes]))
        place = relaxed(place, cut, pulls, sweeps // 2)
    elif tree and not small:
        place[: rows.inner] = _loosened(place[: rows.inner], tidy(layered, order))
    if small and not memory.boxes:
        pulls = gathered(pulls, place, layered)
    if not small:
        lean = packs(cut, pulls)
        short = lean.left(shortened(lean.entered(place), lean.rows, lean.pulls, shorter))
        return [straightened(short, rows, layered)]
    short = straightened(shortened(place, cut, pulls, shorter), rows, layered)
    return [short, straightened(centred(short, cut, layered), rows, layered)]


def _loosened(packed: Sequence[float], rigid: Sequence[float]) -> list[float]:
    """A mean of two placements of a tree: it keeps all distances as both do.

    Where rows are packed, a few long arrows on top are short and many below are long, and sweeps over single
    rows take very many turns to draw the upper rows apart; where branches are rigid, it is the other way round.
    """
    apart = sum(packed) / len(packed) - sum(rigid) / len(rigid)
    return [
        one + LOOSENED * (other + apart - one) for one, other in zip(packed, rigid, strict=True)
    ]


def _anchored(pulls: list[Pull], place: list[float], memory: Memory) -> list[Pull]:
    """``pulls`` with one more at every remembered box, by a node that stands for its old place.

    Those nodes are put behind all others in ``place``, and the boxes themselves to where they were.
    """
    result = list(pulls)
    for box, (old, _) in memory.boxes.items():
        result[box] = [*pulls[box], (len(place), ANCHOR)]
        place[box] = old
        place.append(old)
    return result


def _length(layered: Layered, place: Sequence[float]) -> float:
    """How far all steps lead aside."""
    below = zip(place, layered.down, strict=False)
    return sum([abs(at - place[low]) for at, lows in below for low in lows])


def _extent(rows: Bounded, place: Sequence[float]) -> float:
    """How wide the rows are in all."""
    ends = zip(place, rows.before, rows.after, strict=False)
    reach = [(at - before, at + after) for at, before, after in ends]
    return max([end for _, end in reach]) - min([begin for begin, _ in reach])


def _pulls(layered: Layered, rows: Bounded) -> list[Pull]:
    """Which nodes pull at which: the ends of every step, the more so the more of them are bends.

    The weights are those of Gansner, Koutsofios, North and Vo 1993, section 4.
    """
    boxes = layered.boxes
    nodes = range(len(layered.row))
    from_box = [(each, 1.0 if each < boxes else 2.0) for each in nodes]
    from_bend = [(each, 2.0 if each < boxes else 8.0) for each in nodes]
    pulls: list[Pull] = []
    for node, (above, below) in enumerate(zip(layered.up, layered.down, strict=True)):
        told = from_box if node < boxes else from_bend
        pulls.append([told[each] for each in (*above, *below)])
    pulls += [[] for _ in range(len(rows.before) - len(pulls))]
    for side in rows.sides:
        for one, other in pairwise(side.nodes):
            pulls[one].append((other, 8.0))
            pulls[other].append((one, 8.0))
    return pulls


def _frames(rows: Bounded, place: Sequence[float]) -> tuple[tuple[float, float], ...]:
    lefts = [place[side.nodes[0]] for side in rows.sides if side.left]
    rights = [place[side.nodes[0]] for side in rows.sides if not side.left]
    return tuple(zip(lefts, rights, strict=True))
