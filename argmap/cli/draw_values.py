"""What the options of ``argmap draw`` take: names that are known, numbers and sizes in their bounds."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from math import isfinite
from typing import TYPE_CHECKING

import click

from ..errors import UnknownName

if TYPE_CHECKING:
    from ..drawing import Paper

__all__ = ["background", "engines", "length", "paper", "picture_width", "scale", "styles", "themes"]


_NARROWEST = 100
"""Below this many px no claim has room, whatever its words: a card of one letter and its margins take 120."""


def engines() -> Sequence[str]:
    """The names of what finds places."""
    from ..layout import ENGINES

    return ENGINES.names()


def styles() -> Sequence[str]:
    """The names of the traditions."""
    from ..drawing.styles import STYLES

    return STYLES.names()


def themes() -> Sequence[str]:
    """The names of the colourings."""
    from ..drawing.theme import THEMES

    return tuple(THEMES)


def length(value: str) -> float:
    """A finite number above 0; raises `click.BadParameter`."""
    with suppress(ValueError):
        number = float(value)
        if isfinite(number) and number > 0:
            return number
    raise click.BadParameter(f"{value!r} is no number above 0")


def picture_width(value: str) -> float:
    """A width in px that a picture may have; raises `click.BadParameter`."""
    found = length(value)
    if found < _NARROWEST:
        raise click.BadParameter(
            f"no picture is so narrow as {value} px, for a card isn't; give {_NARROWEST} or more"
        )
    return found


def scale(value: str) -> float | str:
    """A factor above 0, or ``fit``; raises `click.BadParameter`."""
    return value if value == "fit" else length(value)


def paper(value: str) -> Paper:
    """The size of a page; raises `click.BadParameter`."""
    from ..drawing.paper import paper as known

    try:
        return known(value)
    except (UnknownName, ValueError) as error:
        raise click.BadParameter(str(error)) from error


def background(value: str) -> str:
    """A colour, or ``transparent``; raises `click.BadParameter`."""
    from ..drawing.ground import checked

    try:
        return checked(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error
