"""What a drawing takes the map for: every claim and link of it, or the boxes of Argdown's own maps."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from ..errors import UnknownName
from ..model.map import ArgumentMap, is_view
from .marks import Marks

__all__ = ["Reading", "as_read"]

Reading: TypeAlias = Literal["claims", "argdown"]
"""``argdown`` shows statements and arguments as boxes, chosen by the settings in a document's front matter."""


def as_read(map: ArgumentMap, reading: Reading, marks: Marks) -> tuple[ArgumentMap, Marks]:
    """The map to draw, and the marks of what is in it; raises `UnknownName` for another reading.

    Colours and pictures are those that a document's front matter asks for. With ``argdown`` a reconstructed argument is one box, which has the id of its last step.
    Of a view the whole is read so, and what the view shows of it is shown.
    """
    if reading not in get_args(Reading):
        raise UnknownName("reading", reading, get_args(Reading))
    if not is_view(map):
        return _taken(map, reading, marks)
    from ..model.view import part_of  # loaded already, as the map is a view

    whole, marks = _taken(map.whole, reading, marks)
    kept = {id for id in whole.elements if id in map.elements or id not in map.whole.elements}
    return part_of(whole, kept), marks


def _taken(map: ArgumentMap, reading: Reading, marks: Marks) -> tuple[ArgumentMap, Marks]:
    if reading == "claims":
        return (_adorned(map) if "argdown" in map.data else map), marks
    from ..formats.argdown.picture import picture  # what draws no Argdown needs no YAML

    shown = picture(map)
    return shown, {id: mark for id, mark in marks.items() if id in shown or id not in map}


def _adorned(map: ArgumentMap) -> ArgumentMap:
    """The map in the colours that its front matter asks for, if it does."""
    from ..formats.argdown.adorned import adorned  # as above

    return adorned(map)
