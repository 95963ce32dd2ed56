"""How an element wants to be drawn beside what it is: as an argument, in a colour, with pictures.

A reading of a map leaves it in free data (see `argmap.formats.argdown.adorned`), which may as well come from a stranger:
a colour is six digits or none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from ..model.data import NO_DATA
from ..values import NamedTuple

__all__ = ["PLAIN", "Drawn", "Ground", "contrast", "drawn", "ground"]

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_INKS = ("#000000", "#ffffff")


class Drawn(NamedTuple):
    """A box's shape, its colour ``#rrggbb`` or none, the tag that gives it or none, and its pictures by name."""

    shape: Literal["claim", "argument"] = "claim"
    colour: str = ""
    tag: str = ""
    images: tuple[str, ...] = ()


PLAIN = Drawn()


class Ground(NamedTuple):
    """A colour below words, and that of the words: black or white, whatever stands out more."""

    fill: str
    ink: str


def drawn(data: Mapping[str, Any]) -> Drawn:
    """How the element with this free data is drawn."""
    if data is NO_DATA:
        return PLAIN
    told = data.get("argdown")
    told = told.get("drawn") if isinstance(told, Mapping) else None
    if not isinstance(told, Mapping):
        return PLAIN
    colour, tag, images = told.get("colour"), told.get("tag"), told.get("images")
    return Drawn(
        "argument" if told.get("shape") == "argument" else "claim",
        colour if isinstance(colour, str) and _COLOUR.fullmatch(colour) else "",
        tag if isinstance(tag, str) else "",
        tuple([each for each in images if isinstance(each, str)])
        if isinstance(images, tuple)
        else (),
    )


def ground(colour: str) -> Ground:
    """A ground of this colour, ``#rrggbb``: the contrast of its words is at least 4.58."""
    return Ground(colour, max(_INKS, key=lambda ink: contrast(colour, ink)))


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted([_luminance(first), _luminance(second)])
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """How bright a colour is, from 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
