"""A map as a widget of a notebook: a claim can be chosen on the picture, and the program knows which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra
from ..model.map import ArgumentMap

if TYPE_CHECKING:
    from .map_widget import MapWidget

__all__ = ["widget"]


def widget(map: ArgumentMap, **options: Any) -> MapWidget:
    """A widget that shows ``map``; ``options`` are those of `argmap.draw`.

    Its ``selected`` is the id of the claim or issue that was chosen, or an empty text. It may be set, which marks
    another and brings it into view, and ``observe`` calls a function when it changes. Its ``map`` may be set too: the
    picture changes, and what is chosen stays so if it is still there. Raises `MissingExtra` without
    ``argmap[notebook]``, as `argmap.draw` does, and `UnknownId` for a ``selected`` that isn't shown.
    """
    try:
        from .map_widget import MapWidget
    except ImportError as error:
        raise MissingExtra("a widget", "notebook") from error
    return MapWidget(map=map, options=options)
