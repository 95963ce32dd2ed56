"""What a document doesn't say of a map, found by reading it back: for formats whose losses depend on the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import fields

from ..errors import Loss
from ..model.map import ArgumentMap

__all__ = ["losses_between"]

_TABLES = ("claims", "issues", "links", "groups", "participants", "sources", "schemes")


def losses_between(
    map: ArgumentMap,
    back: ArgumentMap,
    *,
    title: str,
    elements: Mapping[str, str],
    groups: Mapping[str, str],
) -> Iterator[Loss]:
    """A loss for everything in which ``back``, read from what was written, isn't ``map``.

    ``elements`` and ``groups`` have the new ids of those that got other ones; ``title`` is the format's.
    """
    why = f"{title} has no place for it"
    for table in _TABLES:
        before, after = getattr(map, table), {each.id: each for each in getattr(back, table)}
        renamed = groups if table == "groups" else elements
        for each in before:
            found = after.get(renamed.get(each.id, each.id))
            if found is None or type(found) is not type(each):
                yield Loss(each.kind, each.id, f"the {each.kind}", why)
            else:
                yield from _of_fields(each, found, elements, groups, why)
        ids = [renamed.get(each.id, each.id) for each in before]
        there = dict.fromkeys(ids)
        if [id for id in ids if id in after] != [id for id in after if id in there]:
            order = f"{title} has them in the order of the document"
            yield Loss(f"{table}-order", "", f"the order of the {table}", order)
    for part in fields(type(map.about)):
        if getattr(map.about, part.name) != getattr(back.about, part.name):
            yield Loss(f"about-{part.name}", "", part.name, why)
    if map.data != back.data:
        yield Loss("map-data", "", "the free data of the map", why)


def _of_fields(
    each: Any, found: Any, elements: Mapping[str, str], groups: Mapping[str, str], why: str
) -> Iterator[Loss]:
    for part in fields(type(each)):
        before, after = getattr(each, part.name), getattr(found, part.name)
        if part.name in ("group", "parent"):
            before = _told(before, groups)
        elif part.name not in _TEXTS:
            before = _told(before, elements)
        if before != after:
            what = "its id" if part.name == "id" else part.name
            reason = f"it is read as '{after}'" if part.name == "id" else why
            yield Loss(f"{each.kind}-{part.name}", each.id, what, reason)


_TEXTS = ("id", "text", "title", "wordings", "tags", "data", "label", "name", "citations")
"""Fields that name no element."""


def _told(held: Any, renamed: Mapping[str, str]) -> Any:
    """What a field holds, with the new ids of what it names."""
    if isinstance(held, str):
        return renamed.get(held, held)
    if isinstance(held, tuple):
        return tuple([renamed.get(id, id) if isinstance(id, str) else id for id in held])
    return held
