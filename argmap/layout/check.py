"""What a layout refuses: ids that clash or lead nowhere, sizes that no drawing can have."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from attrs import asdict

from .diagram import Diagram, Frame, Spacing

__all__ = ["check_aspect", "check_diagram", "check_max_width", "check_spacing"]


def check_diagram(diagram: Diagram) -> None:
    """Raise `ValueError` for the first thing in ``diagram`` that no layout can place."""
    boxes = _unique("box", [box.id for box in diagram.boxes])
    frames = _unique("frame", [frame.id for frame in diagram.frames])
    _unique("arrow", [arrow.id for arrow in diagram.arrows])
    for box in diagram.boxes:
        _size(f"box {box.id!r}", box.width, box.height)
        if box.frame is not None and box.frame not in frames:
            raise ValueError(f"box {box.id!r} stands in frame {box.frame!r}, and there is none")
    for arrow in diagram.arrows:
        for end, id in (("tail", arrow.tail), ("head", arrow.head)):
            if id not in boxes:
                raise ValueError(f"the {end} of arrow {arrow.id!r} is {id!r}, and no box is")
    for frame in diagram.frames:
        _size(f"frame {frame.id!r}", frame.width, frame.height)
        if frame.parent is not None and frame.parent not in frames:
            raise ValueError(f"frame {frame.id!r} stands in {frame.parent!r}, and no frame is")
    _no_frame_in_itself(diagram.frames)


def check_spacing(spacing: Spacing) -> None:
    """Raise `ValueError` if a distance of ``spacing`` is negative or no finite number."""
    for name, distance in asdict(spacing).items():
        if not isfinite(distance) or distance < 0:
            raise ValueError(f"spacing {name} is {distance}: it must be 0 or a finite length above")


def check_max_width(width: float | None) -> None:
    """Raise `ValueError` if a greatest width is given that isn't a finite length above 0."""
    if width is not None and not (isfinite(width) and width > 0):
        raise ValueError(f"max_width is {width}: it must be a finite length above 0")


def check_aspect(aspect: float | None) -> None:
    """Raise `ValueError` if a shape is given that isn't a finite number above 0."""
    if aspect is not None and not (isfinite(aspect) and aspect > 0):
        raise ValueError(f"aspect is {aspect}: it must be a finite number above 0")


def _unique(noun: str, ids: Iterable[str]) -> frozenset[str]:
    seen: dict[str, None] = {}
    for id in ids:
        if id in seen:
            raise ValueError(f"the {noun} {id!r} is there twice")
        seen[id] = None
    return frozenset(seen)


def _size(what: str, width: float, height: float) -> None:
    for name, length in (("width", width), ("height", height)):
        if not isfinite(length) or length < 0:
            raise ValueError(f"{what} has {name} {length}: it must be 0 or a finite length above")


def _no_frame_in_itself(frames: tuple[Frame, ...]) -> None:
    parents = {frame.id: frame.parent for frame in frames}
    sound: set[str | None] = {None}
    for frame in frames:
        climbed: dict[str | None, None] = {}
        around: str | None = frame.id
        while around not in sound and around not in climbed:
            climbed[around] = None
            around = parents[around] if around is not None else None
        if around not in sound:
            raise ValueError(f"frame {around!r} stands in itself")
        sound.update(climbed)
