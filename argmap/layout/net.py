"""A diagram as numbers: the form in which the passes hand it on."""

from __future__ import annotations

from math import isfinite

from attrs import frozen

from .diagram import Diagram, Direction

__all__ = ["Net", "net"]


@frozen
class Net:
    """Boxes, arrows and frames by number, in the diagram's order; rows run ``across``, heads lie up.

    ``widths`` are measured across, ``heights`` along the way the arrows point. ``homes`` and ``parents`` name frames by
    number, -1 for none. ``loops`` are the arrows from a box to itself; they are no part of ``edges``, which are
    pairs (tail, head), with ``arrows`` telling which arrow each is.
    """

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    joints: tuple[bool, ...]
    homes: tuple[int, ...]
    parents: tuple[int, ...]
    titles: tuple[tuple[float, float], ...]
    edges: tuple[tuple[int, int], ...]
    arrows: tuple[int, ...]
    loops: tuple[tuple[int, int], ...]


def net(diagram: Diagram, direction: Direction) -> Net:
    """``diagram`` as numbers, turned so that arrows point up.

    Raises ValueError for an id used twice, an end or frame that isn't there, and a size that isn't one.
    """
    boxes = _numbers([box.id for box in diagram.boxes], "box")
    frames = _numbers([frame.id for frame in diagram.frames], "frame")
    _numbers([arrow.id for arrow in diagram.arrows], "arrow")
    for box in diagram.boxes:
        if not all(isfinite(size) and size >= 0 for size in (box.width, box.height)):
            raise ValueError(f"the box {box.id!r} has the size {box.width} x {box.height}")
    sides = direction in ("left", "right")
    ends = [
        (_number(boxes, arrow.tail, "box"), _number(boxes, arrow.head, "box"))
        for arrow in diagram.arrows
    ]
    straight = [i for i, (tail, head) in enumerate(ends) if tail != head]
    return Net(
        widths=tuple([box.height if sides else box.width for box in diagram.boxes]),
        heights=tuple([box.width if sides else box.height for box in diagram.boxes]),
        joints=tuple([box.joint for box in diagram.boxes]),
        homes=tuple([_number(frames, box.frame, "frame") for box in diagram.boxes]),
        parents=tuple([_number(frames, frame.parent, "frame") for frame in diagram.frames]),
        titles=tuple([(frame.width, frame.height) for frame in diagram.frames]),
        edges=tuple([ends[i] for i in straight]),
        arrows=tuple(straight),
        loops=tuple([(i, tail) for i, (tail, head) in enumerate(ends) if tail == head]),
    )


def _numbers(ids: list[str], noun: str) -> dict[str, int]:
    numbers = {id: number for number, id in enumerate(ids)}
    if len(numbers) != len(ids):
        twice = next(id for number, id in enumerate(ids) if numbers[id] != number)
        raise ValueError(f"two of {noun} kind have the id {twice!r}")
    return numbers


def _number(numbers: dict[str, int], id: str | None, noun: str) -> int:
    if id is None:
        return -1
    if id not in numbers:
        raise ValueError(f"no {noun} has the id {id!r}")
    return numbers[id]
