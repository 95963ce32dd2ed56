"""How each way of bearing looks: colour, dash, head and sign, so that none needs its colour."""

from __future__ import annotations

from typing import Literal, NamedTuple

from .scene import Group, Item, Move, Path, Rect
from .view import Bearing

__all__ = ["LOOKS", "Look", "head", "sign"]


class Look(NamedTuple):
    """The palette name of the colour, the dash of the line, the head, and what legends call it."""

    colour: str
    dash: tuple[float, ...] = ()
    head: Literal["solid", "barred", "hollow", "open"] = "solid"
    words: str = ""


LOOKS: dict[Bearing, Look] = {
    "support": Look(colour="support", words="supports"),
    "rebuttal": Look(colour="rebuttal", dash=(7, 3), head="barred", words="objects to"),
    "undercut": Look(colour="undercut", dash=(2.5, 2.5), head="hollow", words="undercuts the step"),
    "conflict": Look(colour="conflict", dash=(7, 3, 2, 3), words="can't both stand"),
    "rephrase": Look(colour="neutral", dash=(1.5, 3), head="open", words="rephrases"),
    "preference": Look(colour="neutral", dash=(9, 3, 2, 3), head="open", words="is preferred to"),
    "answer": Look(colour="main", words="answers"),
    "warrant": Look(colour="support", dash=(1.5, 3), head="open", words="licenses the step"),
}

HEAD = 9.0
"""Length of an arrow head."""

RADIUS = 6.5
"""Radius of the sign that stands where a wire leaves its tail."""


def head(look: Look, tip: tuple[float, float], along: tuple[float, float]) -> tuple[Item, ...]:
    """An arrow head with its point at ``tip``, pointing along the unit vector ``along``."""
    (x, y), (dx, dy) = tip, along

    def at(back: float, aside: float) -> tuple[float, float]:
        return (x - dx * back - dy * aside, y - dy * back + dx * aside)

    wings: tuple[Move, ...] = (("M", at(HEAD, 4.2)), ("L", at(0, 0)), ("L", at(HEAD, -4.2)))
    if look.head == "open":
        return (Path(moves=wings, stroke=look.colour, line=1.6),)
    closed: tuple[Move, ...] = (*wings, ("Z", ()))
    if look.head == "hollow":
        return (Path(moves=closed, fill="background", stroke=look.colour, line=1.4),)
    solid = Path(moves=closed, fill=look.colour)
    if look.head == "solid":
        return (solid,)
    bar = Path(moves=(("M", at(0.9, 5.5)), ("L", at(0.9, -5.5))), stroke=look.colour, line=1.8)
    return (solid, bar)


def sign(bearing: Bearing, x: float, y: float, radius: float = RADIUS) -> Group:
    """A small circle with the sign of a bearing, centred at (x, y); it only repeats what is said."""
    look = LOOKS[bearing]
    disc = Rect(
        x=x - radius,
        y=y - radius,
        width=2 * radius,
        height=2 * radius,
        radius=radius,
        fill="background",
        stroke=look.colour,
        line=1.3,
    )
    mark = Path(moves=_marks(bearing, x, y, radius * 0.52), stroke=look.colour, line=1.6)
    return Group(items=(disc, mark), hidden=True)


def _marks(bearing: Bearing, x: float, y: float, r: float) -> tuple[Move, ...]:
    """The strokes of a sign: plus, minus, cross, unequal, equal, greater, or a tick of an answer."""
    flat = _stroke(x - r, y, x + r, y)
    upper, lower = _stroke(x - r, y - 2, x + r, y - 2), _stroke(x - r, y + 2, x + r, y + 2)
    if bearing in ("support", "warrant"):
        return flat + _stroke(x, y - r, x, y + r)
    if bearing == "rebuttal":
        return flat
    if bearing == "undercut":
        d = r * 0.8
        return _stroke(x - d, y - d, x + d, y + d) + _stroke(x - d, y + d, x + d, y - d)
    if bearing == "conflict":
        return upper + lower + _stroke(x - 2, y + r * 1.2, x + 2, y - r * 1.2)
    if bearing == "rephrase":
        return upper + lower
    if bearing == "preference":
        return (("M", (x - r * 0.7, y - r)), ("L", (x + r * 0.8, y)), ("L", (x - r * 0.7, y + r)))
    return (("M", (x - r, y)), ("L", (x - r * 0.2, y + r * 0.8)), ("L", (x + r, y - r * 0.8)))


def _stroke(x1: float, y1: float, x2: float, y2: float) -> tuple[Move, ...]:
    return (("M", (x1, y1)), ("L", (x2, y2)))
