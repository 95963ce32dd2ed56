"""What a map was edited from, as long as that is known: so that nobody need look for what changed.

A draft notes which elements it touches. That is no part of the map: equal maps may have it or not, and a copy or a pickle
hasn't.
"""

from __future__ import annotations

from collections.abc import Iterable
from weakref import ref

from .map import ArgumentMap

__all__ = ["edited_since", "note_descent"]

_KEY = "_descent"


def note_descent(map: ArgumentMap, before: ArgumentMap, ids: Iterable[str]) -> None:
    """Note that a map has the very elements of the one ``before``, but for those of some ids."""
    map.__dict__[_KEY] = ref(before), tuple(ids)


def edited_since(before: ArgumentMap, after: ArgumentMap) -> tuple[str, ...] | None:
    """The ids that a map may hold otherwise than the one ``before``, all others being the same; None if that isn't known."""
    origin, ids = after.__dict__.get(_KEY, (None, None))
    return ids if origin is not None and origin() is before else None
