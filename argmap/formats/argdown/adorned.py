"""How an Argdown document wants its boxes drawn: their colours, their shapes, the pictures that belong to them.

A drawing finds it in an element's free data, ``drawn`` under ``argdown``; nothing is ever fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from ...model.data import Data
from ...model.map import ArgumentMap
from .boxes import ArgumentBox, Box, Boxes, boxes
from .colours import Colour, Colours, colours
from .own import ARGDOWN, DRAWN, kept_settings
from .sections import Part, headings
from .values import mapping

__all__ = ["Adornments", "adorned", "adornments", "shape", "with_drawn"]


@frozen
class Adornments:
    """What colours and pictures the settings of a document give."""

    colours: Colours
    images: Mapping[str, Any]

    def of(self, box: Box) -> dict[str, Any]:
        """How a statement or argument is drawn."""
        images = self._images(box)
        return _told(self.colours.of(box)) | ({"images": images} if images else {})

    def of_group(self, part: Part) -> dict[str, Any]:
        """How a section is drawn that is a group."""
        return _told(self.colours.of_group(part))

    def _images(self, box: Box) -> list[str]:
        """The paths of the pictures that data names, and tags by the settings."""
        files = mapping(self.images, "files")
        named = box.data.get("images")
        images = (
            [each for each in named if isinstance(each, str)] if isinstance(named, tuple) else []
        )
        if not self.images.get("useData", True):
            images = []
        if self.images.get("useTags", True):
            images += [tag for tag in box.tags if tag in files]
        return [str(mapping(files, each).get("path", each)) for each in images]


def _told(colour: Colour) -> dict[str, Any]:
    """A colour, and the tag that gives it, as far as there are any."""
    return {name: held for name, held in (("colour", colour.value), ("tag", colour.tag)) if held}


def adornments(map: ArgumentMap, found: Boxes) -> Adornments:
    """How the settings of a map, whose boxes are ``found``, want it drawn."""
    return Adornments(colours(map, found), mapping(kept_settings(map.data), "images"))


def adorned(map: ArgumentMap) -> ArgumentMap:
    """The map itself, its claims and groups in the colours that its front matter asks for, if it does."""
    settings = kept_settings(map.data)
    if not (mapping(settings, "color") or mapping(settings, "images")):
        return map
    found = boxes(map)
    looks = adornments(map, found)
    every: Mapping[str, Box] = {**found.statements, **found.arguments}
    sections = headings(map, mapping(settings, "group"))
    return evolve(
        map,
        claims=tuple(
            [
                evolve(each, data=with_drawn(each.data, looks.of(every[each.id])))
                for each in map.claims
            ]
        ),
        groups=tuple(
            [
                evolve(each, data=with_drawn(each.data, looks.of_group(sections[each.id])))
                for each in map.groups
            ]
        ),
    )


def with_drawn(data: Mapping[str, Any], told: Mapping[str, Any]) -> Mapping[str, Any]:
    """Free data with how the element is drawn."""
    return Data({**data, ARGDOWN: {**mapping(data, ARGDOWN), DRAWN: told}}) if told else data


def shape(box: Box) -> dict[str, str]:
    """What tells an argument from a statement."""
    return {"shape": "argument"} if isinstance(box, ArgumentBox) else {}
