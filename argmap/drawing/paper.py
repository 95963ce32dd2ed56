"""Paper: how large the pages are that a drawing is cut into."""

from __future__ import annotations

import re
from math import isfinite
from typing import Any

from attrs import Attribute, field

from ..errors import UnknownName
from ..values import frozen

__all__ = ["LARGEST", "PAPERS", "Paper", "paper"]

LARGEST = 32_767.0
"""The longest side that every renderer shows, CSS pixels: librsvg refuses more."""

LEAST = 100.0
"""The shortest side of a page, CSS pixels: less has no room for a card and its margins."""

_MEASURES = re.compile(r"([0-9]{1,5})x([0-9]{1,5})")


def _side(owner: Any, attribute: Attribute[float], value: Any) -> None:
    number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    if not (number and value >= LEAST):
        raise ValueError(f"a page's {attribute.name} is {LEAST:g} px or more, not {value!r}")


@frozen
class Paper:
    """The size of a page in CSS pixels, of which an inch has 96."""

    width: float = field(validator=_side)
    height: float = field(validator=_side)

    @property
    def landscape(self) -> Paper:
        """The same page with its long side across."""
        return Paper(max(self.width, self.height), min(self.width, self.height))


PAPERS: dict[str, Paper] = {
    "a3": Paper(1123, 1587),
    "a4": Paper(794, 1123),
    "a5": Paper(559, 794),
    "letter": Paper(816, 1056),
    "legal": Paper(816, 1344),
    "slide": Paper(1280, 720),
}
"""Sizes by name, upright but for ``slide``: ISO 216 and the North American ones, at 96 dpi."""


def paper(chosen: Paper | str) -> Paper:
    """A size by name, by name and ``-landscape``, by ``WIDTHxHEIGHT`` in px, or the one given.

    Raises `UnknownName` for a name that isn't one, and ValueError for a side under 100 px.

    >>> paper("a4-landscape"), paper("1200x800")
    (Paper(width=1123, height=794), Paper(width=1200.0, height=800.0))
    """
    if isinstance(chosen, Paper):
        return chosen
    measures = _MEASURES.fullmatch(chosen)
    if measures:
        return Paper(float(measures[1]), float(measures[2]))
    name = chosen.removesuffix("-landscape")
    if name not in PAPERS:
        raise UnknownName("page size", chosen, (*PAPERS, *[f"{each}-landscape" for each in PAPERS]))
    return PAPERS[name] if name == chosen else PAPERS[name].landscape
