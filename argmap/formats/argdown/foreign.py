"""What of a map's free data no document of Argdown holds: what other formats keep there, and what nests too deep."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from attrs import define, evolve, field

from ...errors import Loss
from ...model.data import Data
from ...model.map import ArgumentMap
from ...registry import FORMATS
from .own import ARGDOWN

__all__ = ["without_foreign"]

_TABLES = ("claims", "links", "groups", "participants", "sources", "schemes")
_AROUND = 12
"""How much deeper than in the map data may stand in a document."""


def without_foreign(map: ArgumentMap) -> tuple[ArgumentMap, list[Loss]]:
    """The map without data that can't be written or that nobody would write, and a loss for each of it."""
    formats = {name for name in FORMATS.names() if name != ARGDOWN}
    sieve = _Sieve(formats)
    tables = {
        table: tuple([sieve.left(each, f"{each.kind}-data", each.id) for each in held])
        for table in _TABLES
        for held in (getattr(map, table),)
    }
    about = sieve.left(map.about, "about-data", "")
    left = sieve.left(map, "map-data", "")
    return (evolve(left, **tables, about=about) if sieve.losses else map), sieve.losses


@define
class _Sieve:
    formats: Container[str]
    losses: list[Loss] = field(factory=list)

    def left(self, element: Any, code: str, id: str) -> Any:
        """The element with what of its data can be written."""
        if not element.data:
            return element
        whys = {name: self._why(name, held) for name, held in element.data.items()}
        if not any(whys.values()):
            return element
        self.losses += [
            Loss(code, id, f"the data under {name!r}", why) for name, why in whys.items() if why
        ]
        return evolve(
            element, data={name: element.data[name] for name, why in whys.items() if not why}
        )

    def _why(self, name: str, held: Any) -> str:
        if isinstance(held, Mapping) and name in self.formats:
            return "it is what that format keeps for itself"
        return "" if _fits(held) else "it nests too deep"


def _fits(held: Any) -> bool:
    if not isinstance(held, Mapping | tuple):
        return True
    for _ in range(_AROUND):
        held = {"": held}
    try:
        return bool(Data(held))
    except ValueError:
        return False
