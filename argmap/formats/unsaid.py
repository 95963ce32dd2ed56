"""What a format of scheme graphs has no place for, as losses: every field of a map that isn't at its default."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, cast

from attrs import NOTHING, fields

from ..errors import Loss
from ..model.map import ArgumentMap
from .dialect import Dialect

__all__ = ["unsaid_fields", "unsaid_records"]


def unsaid_fields(dialect: Dialect, value: Any, said: tuple[str, ...]) -> Iterator[Loss]:
    """A loss for each field of an element that isn't at its default and not ``said``.

    Free data is said under the format's own name, and only there.
    """
    names, defaults, values = _parts(cast("Hashable", type(value)), said)
    held = values(value)
    if held == defaults:
        return
    why = f"{dialect.title} has no place for it"
    for name, default, given in zip(names, defaults, held, strict=True):
        if name == "data":
            yield from _data(dialect, f"{value.kind}-data", value.id, given)
        elif given != default:
            yield Loss(f"{value.kind}-{name}", value.id, name, why)


def unsaid_records(
    dialect: Dialect, map: ArgumentMap, about: Container[str] = ()
) -> Iterator[Loss]:
    """A loss for each record and each thing said of the map as a whole; ``about`` names what is said."""
    why = f"{dialect.title} has no place for it"
    for part in fields(type(map.about)):
        given = getattr(map.about, part.name)
        if part.name == "data":
            yield from _data(dialect, "about-data", "", given)
        elif given != part.default and part.name not in about:
            yield Loss(f"about-{part.name}", "", part.name, why)
    for table in ("groups", "participants", "sources"):
        for record in getattr(map, table):
            yield Loss(record.kind, record.id, f"the {record.kind}", why)
    yield from _data(dialect, "map-data", "", map.data)


def _data(dialect: Dialect, code: str, id: str, data: Mapping[str, Any]) -> Iterator[Loss]:
    for name, held in data.items():
        if name != dialect.name or not isinstance(held, Mapping):
            why = f"{dialect.title} keeps only what was read from it, under '{dialect.name}'"
            yield Loss(code, id, f"the data under {name!r}", why)


@cache
def _parts(kind: Hashable, said: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Any, ...], Any]:
    """Names, defaults and a getter of the fields with a default that aren't said; each kind has several."""
    given = [
        part
        for part in fields(cast("type", kind))
        if part.default is not NOTHING and part.name not in said
    ]
    names = tuple([part.name for part in given])
    return names, tuple([part.default for part in given]), attrgetter(*names)
