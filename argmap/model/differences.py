"""How two maps differ, one value for each difference: what is gone, what is new, what changed in what stayed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import fields, frozen

from .link import Link
from .map import ArgumentMap
from .records import RECORD_TABLES

__all__ = ["ORDER", "Difference", "differences"]

ORDER = "order"
"""The part of a table that changed where what both maps have stands in another order."""

_ELEMENTS = ("claims", "issues", "links")
_IN_GROUPS = ("group", "parent")
_UNCHANGED: Mapping[str, str] = {}


@frozen
class Difference:
    """One difference: ``before`` is what the one map holds, ``after`` what the other has in its place.

    Both are whole elements or records where ``part`` is empty, with None for what isn't there and another
    kind for what became something else; else what the field ``part`` of the thing ``id`` holds. ``table``
    is the map's field in which it stands: ``claims``, ``about``, ``data``, ...
    """

    table: str
    id: str
    part: str
    before: Any
    after: Any


def differences(
    before: ArgumentMap,
    after: ArgumentMap,
    *,
    ids: Mapping[str, str] = _UNCHANGED,
    groups: Mapping[str, str] = _UNCHANGED,
) -> Iterator[Difference]:
    """Each difference between two maps, in the order of the tables and of ``before``; none if they are equal.

    ``ids`` has, for claims, issues and links that are called otherwise in ``after``, what they are called
    there, and ``groups`` the same for groups. The new id is a difference of the field ``id``; that others
    mention it is none. Time is linear in the maps.
    """
    others = dict(after.elements)
    for table in _ELEMENTS:
        values, found = getattr(before, table), getattr(after, table)
        yield from _table(table, values, found, others, ids, (ids, groups))
    for other in others.values():
        yield Difference(_table_of(other), other.id, "", None, other)
    for table in RECORD_TABLES:
        values, found = getattr(before, table), getattr(after, table)
        others = {record.id: record for record in found}
        renamed = groups if table == "groups" else _UNCHANGED
        yield from _table(table, values, found, others, renamed, (ids, groups))
        for other in others.values():
            yield Difference(table, other.id, "", None, other)
    yield from _fields("about", "", before.about, after.about, (ids, groups))
    if before.data != after.data:
        yield Difference("data", "", "data", before.data, after.data)


_Renamed = tuple[Mapping[str, str], Mapping[str, str]]
"""The new ids of elements and those of groups."""


def _table(
    table: str,
    values: Sequence[Any],
    found: Sequence[Any],
    others: dict[str, Any],
    ids: Mapping[str, str],
    renamed: _Renamed,
) -> Iterator[Difference]:
    """What became of ``values``; what is found of them goes from ``others``."""
    places = {value.id: place for place, value in enumerate(found)}
    order = []
    for value in values:
        new = ids.get(value.id, value.id)
        other = others.pop(new, None)
        if type(other) is not type(value):
            yield Difference(table, value.id, "", value, other)
            continue
        order.append(places[new])
        yield from _fields(table, value.id, value, other, renamed)
    if order != sorted(order):
        yield Difference(table, "", ORDER, values, found)


def _fields(table: str, id: str, value: Any, other: Any, renamed: _Renamed) -> Iterator[Difference]:
    if value == other:
        return
    ids, groups = renamed
    ends = (
        [name for name, _ in value.INPUTS + value.OUTPUTS]
        if ids and isinstance(value, Link)
        else ()
    )
    for name in sorted([part.name for part in fields(type(value))], key="id".__eq__):
        held, there = getattr(value, name), getattr(other, name)
        expected = held
        if name in ends:
            expected = _called(held, ids)
        elif name in _IN_GROUPS:
            expected = groups.get(held, held)
        if expected != there:
            yield Difference(table, id, name, held, there)


def _called(held: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(held, str):
        return ids.get(held, held)
    return tuple([ids.get(id, id) for id in held])


def _table_of(element: Any) -> str:
    return "links" if isinstance(element, Link) else f"{element.kind}s"
