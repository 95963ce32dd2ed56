"""How verdicts and strengths look, so that none needs its colour: filled, hollow, half."""

from __future__ import annotations

from .marks import Verdict
from .scene import Group, Item, Move, Path, Rect

__all__ = ["INKS", "badge", "bar"]

INKS = ("ink", "background")
"""The colours of lines and of what they stand on, by the names of a palette."""

BEND = 0.5523
"""How far the controls of a cubic curve stand off, in radii, to bend it like a quarter of a circle."""


def badge(
    verdict: Verdict, x: float, y: float, radius: float, inks: tuple[str, str] = INKS
) -> Group:
    """A disc centred at (x, y): filled with a tick, hollow with a cross, or half filled.

    It only repeats what is said in words. ``inks`` are the colours of lines and of what they stand on.
    """
    disc = Rect(
        x=x - radius,
        y=y - radius,
        width=2 * radius,
        height=2 * radius,
        radius=radius,
        fill=inks[0] if verdict == "accepted" else inks[1],
        stroke=inks[0],
        line=1.2,
    )
    return Group(items=(disc, _inside(verdict, x, y, radius, inks)), hidden=True)


def _inside(verdict: Verdict, x: float, y: float, radius: float, inks: tuple[str, str]) -> Item:
    r = radius * 0.5
    if verdict == "undecided":
        return Path(moves=_half(x, y, radius), fill=inks[0])
    tick: tuple[Move, ...] = (
        ("M", (x - r, y)),
        ("L", (x - r * 0.2, y + r * 0.8)),
        ("L", (x + r, y - r * 0.8)),
    )
    if verdict == "accepted":
        return Path(moves=tick, stroke=inks[1], line=1.5)
    d = r * 0.85
    cross: tuple[Move, ...] = (
        ("M", (x - d, y - d)),
        ("L", (x + d, y + d)),
        ("M", (x - d, y + d)),
        ("L", (x + d, y - d)),
    )
    return Path(moves=cross, stroke=inks[0], line=1.5)


def _half(x: float, y: float, r: float) -> tuple[Move, ...]:
    """The lower half of a disc."""
    c = r * BEND
    return (
        ("M", (x - r, y)),
        ("C", (x - r, y + c, x - c, y + r, x, y + r)),
        ("C", (x + c, y + r, x + r, y + c, x + r, y)),
        ("Z", ()),
    )


def bar(
    strength: float, x: float, y: float, width: float, inks: tuple[str, str] = INKS
) -> tuple[Item, ...]:
    """A thin bar, filled from the left as far as ``strength`` in [0, 1] goes."""
    line = "border" if inks == INKS else inks[0]
    track = Rect(x=x, y=y, width=width, height=4, radius=2, stroke=line, fill=inks[1])
    if not strength:
        return (track,)
    return (track, Rect(x=x, y=y, width=width * strength, height=4, radius=2, fill=inks[0]))
