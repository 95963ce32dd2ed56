"""What a map was edited from, as long as that is known: so that nobody need look for what changed.

A draft notes which elements it touches. That is no part of the map: equal maps may have it or not, and a copy or a pickle
hasn't.
"""

from __future__ import annotations

from weakref import ref

from attrs import field

from ..values import define
from .map import ArgumentMap

__all__ = ["Descent", "edited_since"]

_KEY = "_descent"


@define
class Descent:
    """The map that a draft started as, if what it changed since is known, and the ids of that."""

    origin: ArgumentMap | None
    _ids: dict[str, None] = field(factory=dict)

    def edited(self, *ids: str) -> None:
        """Note that what some ids name isn't the same any more."""
        self._ids |= dict.fromkeys(ids)

    def noted(self, map: ArgumentMap) -> ArgumentMap:
        """The map that a draft has become, which says now what it was edited from."""
        if self.origin is not None:
            map.__dict__[_KEY] = ref(self.origin), tuple(self._ids)
        return map


def edited_since(before: ArgumentMap, after: ArgumentMap) -> tuple[str, ...] | None:
    """The ids that a map may hold otherwise than the one ``before``, all others being the same; None if that isn't known."""
    origin, ids = after.__dict__.get(_KEY, (None, None))
    return ids if origin is not None and origin() is before else None
