"""A map as tables of ids and values, and values with other ids in the places of those they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from attrs import evolve

from ..model.link import Link
from ..model.map import TABLES, ArgumentMap
from ..model.records import Citation

__all__ = [
    "Names",
    "Table",
    "Tables",
    "made",
    "mentioned",
    "noun",
    "space",
    "tables",
    "translated",
]

Table: TypeAlias = dict[str, Any]
"""Values by id, in the author's order."""

Tables: TypeAlias = dict[str, Table]
"""The tables of a map by name."""

Names: TypeAlias = Mapping[str, Mapping[str, str]]
"""For each space of ids the new id of each old one that changes."""

_ELEMENTS = ("issues", "claims", "links")
_MENTIONS = (
    ("groups", "group"),
    ("groups", "parent"),
    ("participants", "said_by"),
    ("schemes", "scheme"),
)
"""Fields that name records, and the table of what they name."""


def tables(map: ArgumentMap) -> Tables:
    """The tables of a map."""
    return {name: {value.id: value for value in getattr(map, name)} for name in TABLES}


def made(map: ArgumentMap, changed: Mapping[str, Iterable[Any]], **more: Any) -> ArgumentMap:
    """A map with other tables; raises `InvalidMap`."""
    parts: dict[str, Any] = {name: tuple(values) for name, values in changed.items()}
    return evolve(map, **parts, **more)


def space(table: str) -> str:
    """In which space of ids a table's are unique: claims, issues and links share one."""
    return "elements" if table in _ELEMENTS else table


def noun(table: str) -> str:
    """What one value of a table is called."""
    return table.removesuffix("s")


def mentioned(value: Any) -> Iterator[tuple[str, str]]:
    """What a value names: pairs of a space of ids and an id."""
    if isinstance(value, Link):
        for _, end in value.ends():
            yield "elements", end
    for table, field in _MENTIONS:
        held: Any = getattr(value, field, None) or ()
        for id in (held,) if isinstance(held, str) else held:
            yield table, id
    for citation in getattr(value, "citations", ()):
        yield "sources", citation.source


def translated(value: Any, names: Names) -> Any:
    """``value`` with new ids for its own and those it names; the same object if none changes."""
    changes: dict[str, Any] = {}
    elements = names.get("elements", {})
    own = elements if hasattr(value, "said_by") else names.get(f"{value.kind}s", {})
    if value.id in own:
        changes["id"] = own[value.id]
    if isinstance(value, Link) and elements:
        for field, _ in value.INPUTS + value.OUTPUTS:
            changes[field] = _swapped(getattr(value, field), elements)
    for table, field in _MENTIONS:
        held = getattr(value, field, None)
        if held and table in names:
            changes[field] = _swapped(held, names[table])
    sources = names.get("sources", {})
    if sources and hasattr(value, "citations"):
        changes["citations"] = tuple([_cited(citation, sources) for citation in value.citations])
    new = {field: held for field, held in changes.items() if held != getattr(value, field)}
    return evolve(value, **new) if new else value


def _swapped(held: Any, names: Mapping[str, str]) -> Any:
    if isinstance(held, tuple):
        return tuple([names.get(each, each) for each in held])
    return names.get(held, held)


def _cited(citation: Citation, names: Mapping[str, str]) -> Citation:
    source = names.get(citation.source, citation.source)
    return citation if source == citation.source else evolve(citation, source=source)
