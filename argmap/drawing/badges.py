"""How verdicts and strengths look, so that none needs its colour: filled, hollow, half."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from .marks import Sign
from .scene import Group, Item, Path, Rect

__all__ = ["INKS", "badge", "bar"]

INKS = ("ink", "background")
"""The colours of lines and of what they stand on, by the names of a palette."""

BEND = 0.5523
"""How far the controls of a cubic curve stand off, in radii, to bend it like a quarter of a circle."""


def badge(sign: Sign, x: float, y: float, radius: float, inks: tuple[str, str] = INKS) -> Group:
    """A disc centred at (x, y): filled with a tick, hollow with a cross, or half filled; of a change with a plus, a minus and so on.

    It only repeats what is said in words. ``inks`` are the colours of lines and of what they stand on.
    """
    disc = Rect(
        x=x - radius,
        y=y - radius,
        width=2 * radius,
        height=2 * radius,
        radius=radius,
        fill=inks[0] if sign in _FILLED else inks[1],
        stroke=inks[0],
        line=1.2,
    )
    return Group(items=(disc, _inside(sign, x, y, radius, inks)), hidden=True)


_FILLED = frozenset({"accepted", "added", "changed"})
_STROKES: Mapping[Sign, tuple[tuple[tuple[float, float], ...], ...]] = {
    "accepted": (((-1, 0), (-0.2, 0.8), (1, -0.8)),),
    "rejected": (((-0.85, -0.85), (0.85, 0.85)), ((-0.85, 0.85), (0.85, -0.85))),
    "added": (((-1.1, 0), (1.1, 0)), ((0, -1.1), (0, 1.1))),
    "removed": (((-1.1, 0), (1.1, 0)),),
    "changed": (((-1.1, 0.3), (-0.4, -0.5), (0.4, 0.5), (1.1, -0.3)),),
    "moved": (((-1.1, 0), (1.1, 0)), ((0.3, -0.8), (1.1, 0), (0.3, 0.8))),
}
"""The lines in a badge, in halves of its radius from the centre."""


def _inside(sign: Sign, x: float, y: float, radius: float, inks: tuple[str, str]) -> Item:
    if sign == "undecided":
        return Path("MCCZ", _half(x, y, radius), fill=inks[0])
    r = radius * 0.5
    strokes = _STROKES[sign]
    commands = "".join(["M" + "L" * (len(stroke) - 1) for stroke in strokes])
    ends = [(x + right * r, y + down * r) for stroke in strokes for right, down in stroke]
    at = tuple(chain.from_iterable(ends))
    return Path(commands, at, stroke=inks[1 if sign in _FILLED else 0], line=1.5)


def _half(x: float, y: float, r: float) -> tuple[float, ...]:
    """The lower half of a disc."""
    c = r * BEND
    first, second = (x - r, y + c, x - c, y + r, x, y + r), (x + c, y + r, x + r, y + c, x + r, y)
    return (x - r, y, *first, *second)


def bar(
    strength: float, x: float, y: float, width: float, inks: tuple[str, str] = INKS
) -> tuple[Item, ...]:
    """A thin bar, filled from the left as far as ``strength`` in [0, 1] goes."""
    line = "border" if inks == INKS else inks[0]
    track = Rect(x=x, y=y, width=width, height=4, radius=2, stroke=line, fill=inks[1])
    if not strength:
        return (track,)
    return (track, Rect(x=x, y=y, width=width * strength, height=4, radius=2, fill=inks[0]))
