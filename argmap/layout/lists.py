"""Lists of boxes with what is indented below each, which go on side by side where they get too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ..values import NamedTuple

__all__ = ["Block", "Listing", "broken", "listed"]


class Block(NamedTuple):
    """A box and all below it: the size of that, and the boxes right below it in lists side by side."""

    width: float
    height: float
    lists: tuple[tuple[str, ...], ...] = ()


class Listing(NamedTuple):
    """What lists are made of: sizes of boxes, what is right below each, and distances, px.

    ``indent`` says how far right of a box what is below it begins; ``gap`` is left between boxes of a list and
    ``between`` lists. No list should be higher than ``longest``; one box with all below it may be.
    """

    sizes: Mapping[str, tuple[float, float]]
    below: Mapping[str, Sequence[str]]
    indent: Callable[[str], float]
    gap: float
    between: float
    longest: float


def listed(order: Sequence[str], listing: Listing) -> dict[str, Block]:
    """A block for each box; ``order`` has every box before those below it."""
    blocks: dict[str, Block] = {}
    for id in reversed(order):
        width, height = listing.sizes[id]
        below = listing.below.get(id, ())
        if not below:
            blocks[id] = Block(width, height)
            continue
        lists = broken(below, blocks, listing, listing.longest - height - listing.gap)
        room = [listing.indent(id) + _width(each, blocks) for each in lists]
        across = sum(room) + listing.between * (len(lists) - 1)
        down = max([_height(each, blocks, listing.gap) for each in lists])
        blocks[id] = Block(max(width, across), height + listing.gap + down, lists)
    return blocks


def broken(
    ids: Iterable[str], blocks: Mapping[str, Block], listing: Listing, room: float
) -> tuple[tuple[str, ...], ...]:
    """These boxes in lists, each as full as ``room`` lets it be."""
    lists: list[list[str]] = []
    used = 0.0
    for id in ids:
        taken = blocks[id].height + listing.gap
        if not lists or used + taken - listing.gap > room:
            lists.append([])
            used = 0.0
        lists[-1].append(id)
        used += taken
    return tuple(map(tuple, lists))


def _width(ids: Sequence[str], blocks: Mapping[str, Block]) -> float:
    return max([blocks[id].width for id in ids])


def _height(ids: Sequence[str], blocks: Mapping[str, Block], gap: float) -> float:
    return sum([blocks[id].height + gap for id in ids]) - gap
