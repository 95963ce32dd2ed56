"""How each way of bearing looks: colour, dash, head and sign, so that none needs its colour."""

from __future__ import annotations

from typing import Literal

from ..values import NamedTuple
from .scene import Group, Item, Path, Rect
from .view import Bearing

__all__ = ["LOOKS", "Look", "head", "head_at", "sign", "sign_at"]


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

_WING = 4.2
"""Half the width of an arrow head."""

_BAR, _SET_BACK = 5.5, 0.9
"""Half the length of the bar across an arrow head, and how far behind the point it stands."""

RADIUS = 6.5
"""Radius of the sign that stands where a wire leaves its tail."""


def head(look: Look, tip: tuple[float, float], along: tuple[float, float]) -> tuple[Item, ...]:
    """An arrow head with its point at ``tip``, pointing along the unit vector ``along``."""
    at = head_at(look, tip, along)
    wings = at[:6]
    if look.head == "open":
        return (Path("MLL", wings, None, look.colour, 1.6),)
    if look.head == "hollow":
        return (Path("MLLZ", wings, "background", look.colour, 1.4),)
    solid = Path("MLLZ", wings, look.colour)
    if look.head == "solid":
        return (solid,)
    return (solid, Path("ML", at[6:], None, look.colour, 1.8))


def head_at(look: Look, tip: tuple[float, float], along: tuple[float, float]) -> tuple[float, ...]:
    """All coordinates of that head in turn: of its wings, and of its bar if it has one."""
    (x, y), (dx, dy) = tip, along
    back, low, aside, wide = x - dx * HEAD, y - dy * HEAD, dy * _WING, dx * _WING
    wings = (back - aside, low + wide, x, y, back + aside, low - wide)
    if look.head != "barred":
        return wings
    back, low, aside, wide = x - dx * _SET_BACK, y - dy * _SET_BACK, dy * _BAR, dx * _BAR
    return (*wings, back - aside, low + wide, back + aside, low - wide)


def sign(bearing: Bearing, x: float, y: float, radius: float = RADIUS) -> Group:
    """A small circle with the sign of a bearing, centred at (x, y); it only repeats what is said."""
    look = LOOKS[bearing]
    commands, at = _strokes(bearing, x, y, radius * 0.52)
    disc = Rect(*_disc(x, y, radius), radius, "background", look.colour, 1.3)
    return Group((disc, Path(commands, at, None, look.colour, 1.6)), hidden=True)


def sign_at(bearing: Bearing, x: float, y: float, radius: float = RADIUS) -> tuple[float, ...]:
    """All numbers of that sign in turn: of its circle, and of its strokes."""
    return _disc(x, y, radius) + _strokes(bearing, x, y, radius * 0.52)[1]


def _disc(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    """The square around a circle."""
    return x - radius, y - radius, 2 * radius, 2 * radius


def _strokes(bearing: Bearing, x: float, y: float, r: float) -> tuple[str, tuple[float, ...]]:
    """The strokes of a sign: plus, minus, cross, unequal, equal, greater, or a tick of an answer."""
    if bearing in ("support", "warrant"):
        return "MLML", (x - r, y, x + r, y, x, y - r, x, y + r)
    if bearing == "rebuttal":
        return "ML", (x - r, y, x + r, y)
    if bearing == "undercut":
        d = r * 0.8
        return "MLML", (x - d, y - d, x + d, y + d, x - d, y + d, x + d, y - d)
    if bearing == "preference":
        return "MLL", (x - r * 0.7, y - r, x + r * 0.8, y, x - r * 0.7, y + r)
    if bearing == "answer":
        return "MLL", (x - r, y, x - r * 0.2, y + r * 0.8, x + r, y - r * 0.8)
    equal = (x - r, y - 2, x + r, y - 2, x - r, y + 2, x + r, y + 2)
    if bearing == "rephrase":
        return "MLML", equal
    return "MLMLML", (*equal, x - 2, y + r * 1.2, x + 2, y - r * 1.2)
