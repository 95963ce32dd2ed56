"""The colours that an Argdown document asks for, by the settings under ``color`` and by data.

The reference implementation's rules: data before titles before tags. A colour is ``#rgb``, ``#rrggbb``, or a place in the colour
scheme, counted from 0; anything else is none. What isn't given one has the first of the scheme, if the settings name a scheme.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from attrs import field, frozen

from ...model.map import ArgumentMap
from .boxes import ArgumentBox, Box, Boxes
from .colour_schemes import SCHEMES
from .own import ARGDOWN, TAGS, kept_settings
from .sections import Part
from .values import mapping

__all__ = ["NO_COLOUR", "Colour", "Colours", "colours"]

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_GREYS = ("#dadada", "#bababa", "#aaaaaa")


class Colour(NamedTuple):
    """What a box is coloured with, ``#rrggbb`` or empty, and the tag that says so or none."""

    value: str
    tag: str = ""


NO_COLOUR = Colour("")


@frozen
class Colours:
    """The settings of a document, and its tags in the order in which they come in it."""

    settings: Mapping[str, Any]
    tags: Mapping[str, int]
    scheme: Sequence[Any] = field(init=False)
    group_scheme: Sequence[Any] = field(init=False)

    def __attrs_post_init__(self) -> None:
        chosen = self.settings.get("colorScheme")
        if not isinstance(chosen, tuple):
            chosen = SCHEMES.get(str(chosen), SCHEMES["default"])
        object.__setattr__(self, "scheme", chosen)
        held = self.settings.get("groupColorScheme")
        object.__setattr__(self, "group_scheme", held if isinstance(held, tuple) else _GREYS)

    def of(self, box: Box) -> Colour:
        """The colour of a statement or an argument."""
        titles = "argumentColors" if isinstance(box, ArgumentBox) else "statementColors"
        told = self._told(box.data, titles, box.title)
        if told is not None:
            return Colour(_colour(told, self.scheme))
        if box.tags and self.settings.get("colorizeByTag", True):
            tag = self._first(box.tags)
            value = self._by_tag(tag, self.scheme)
            return Colour(value, tag) if value else NO_COLOUR
        if self.settings.get("colorScheme") is not None:
            return Colour(_colour(0, self.scheme))
        return NO_COLOUR

    def of_group(self, part: Part) -> Colour:
        """The colour of a section that is a group."""
        told = self._told(part.data, "groupColors", part.title)
        if told is not None:
            return Colour(_colour(told, self.group_scheme))
        if part.tags and self.settings.get("colorizeGroupsByTag"):
            tag = self._first(part.tags)
            value = self._by_tag(tag, self.group_scheme)
            return Colour(value, tag) if value else NO_COLOUR
        if self.settings.get("groupColorScheme") is not None:
            return Colour(_colour(min(len(self.group_scheme), _depth(part)) - 1, self.group_scheme))
        return NO_COLOUR

    def _told(self, data: Mapping[str, Any], titles: str, title: str) -> Any:
        """What an element's own data says, else the settings by its title."""
        if data.get("color") is not None and not self.settings.get("ignoreColorData"):
            return data["color"]
        return mapping(self.settings, titles).get(title)

    def _first(self, tags: Sequence[str]) -> str:
        """The tag with the highest priority, of several the first."""
        return max(tags, key=self._priority)

    def _priority(self, tag: str) -> float:
        told = mapping(mapping(self.settings, "tagColors"), tag).get("priority")
        return told if isinstance(told, int | float) else 0

    def _by_tag(self, tag: str, scheme: Sequence[Any]) -> str:
        told = mapping(self.settings, "tagColors").get(tag)
        place = self.tags.get(tag, len(self.tags)) + 1
        return _colour(place if told is None else told, scheme)


def _depth(part: Part) -> int:
    """In how many groups a group stands, itself among them."""
    depth, around = 1, part.parent
    while around is not None:
        depth += around.is_group is not False
        around = around.parent
    return depth


def _colour(told: Any, scheme: Sequence[Any]) -> str:
    """A colour as ``#rrggbb``; empty for what is none."""
    if isinstance(told, Mapping):
        told = told.get("color")
    if isinstance(told, int | float) and not isinstance(told, bool):
        told = scheme[int(told)] if 0 <= told < len(scheme) and told == int(told) else None
    if not isinstance(told, str) or not _HEX.fullmatch(told):
        return ""
    digits = told[1:].lower()
    return f"#{digits}" if len(digits) == 6 else "#" + "".join([2 * digit for digit in digits])


def colours(map: ArgumentMap, boxes: Boxes) -> Colours:
    """The colours that a map's settings and tags give."""
    kept = mapping(map.data, ARGDOWN).get(TAGS)
    named = [tag for tag in kept if isinstance(tag, str)] if isinstance(kept, tuple) else []
    order = dict.fromkeys([*named, *_tags(map, boxes)])
    numbers = {tag: number for number, tag in enumerate(order)}
    return Colours(mapping(kept_settings(map.data), "color"), numbers)


def _tags(map: ArgumentMap, boxes: Boxes) -> list[str]:
    """All tags, as near as can be to the order in which a document would have them: an argument stands before its premises."""
    places = {claim.id: float(number) for number, claim in enumerate(map.claims)}
    every: list[Box] = [*boxes.statements.values(), *boxes.arguments.values()]

    def place(box: Box) -> float:
        if box.id in places or not isinstance(box, ArgumentBox):
            return places[box.id]
        return min([places[premise.id] for premise in box.premises]) - 0.5

    return [tag for box in sorted(every, key=place) for tag in box.tags]
