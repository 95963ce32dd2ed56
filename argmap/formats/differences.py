"""What a document doesn't say of a map: how the map that is read from it differs.

A writer reads its own text and gives what it reads here, with which element became which. So nothing that a
reader would miss goes unreported, whatever the reason for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field, fields

from ..errors import Loss
from ..limits import Limits
from ..model.link import Link
from ..model.map import ArgumentMap

__all__ = ["UNLIMITED", "Said", "differences", "too_deep"]

UNLIMITED = Limits(
    **{part.name: 10**12 for part in fields(Limits) if part.name != "nesting"}, nesting=10**6
)
"""For the reading of what argmap has just written."""

_TABLES = ("groups", "participants", "sources", "schemes")


@define
class Said:
    """What became of the elements of a map.

    ``ids`` has the id in the document of every claim, issue and link that has another one there, and an empty
    text for those that aren't there; ``whys`` says why something of an element is lost.
    """

    ids: dict[str, str] = field(factory=dict)
    whys: dict[str, str] = field(factory=dict)

    def leave_out(self, id: str, why: str) -> None:
        """Say that an element isn't written."""
        self.ids[id] = ""
        self.whys.setdefault(id, why)

    def take_in(self, id: str) -> None:
        """Say that an element that was left out is written after all."""
        self.ids.pop(id)
        self.whys.pop(id)


def differences(
    map: ArgumentMap, back: ArgumentMap, title: str, said: Said | None = None
) -> tuple[Loss, ...]:
    """The losses of ``map`` in a document of the format ``title`` from which ``back`` is read.

    Codes are a kind for an element that isn't there, ``kind-field`` for a field that is another,
    ``kind-id`` for another id, ``added-kind`` for what only the document has, and ``table-order``.
    """
    said = said or Said()
    why = f"{title} has no place for it"
    losses = list(_fields(map.about, back.about, "about", "", why))
    for table in _TABLES:
        losses += _records(getattr(map, table), getattr(back, table), table, why)
    if map.data != back.data:
        losses.append(Loss("map-data", "", "the map's free data", why))
    known = dict(back.elements)
    for table in ("issues", "claims", "links"):
        values = getattr(map, table)
        places = {element.id: place for place, element in enumerate(getattr(back, table))}
        order = []
        for element in values:
            new = said.ids.get(element.id, element.id)
            losses += _element(element, known.pop(new, None), said, why)
            if new in places:
                order.append(places[new])
        losses += _order(table, order, sorted(order))
    return (*losses, *_added(known.values()))


def too_deep(depth: int) -> tuple[Loss, ...]:
    """A loss if a document nests deeper than readers take unless they are told to."""
    most = Limits().nesting
    if depth <= most:
        return ()
    why = f"it nests {depth:,} deep, and the usual limit is {most:,}"
    return (Loss("nesting", "", "that it can be read without another limit", why),)


def _fields(
    value: Any, found: Any, kind: str, id: str, why: str, ids: Mapping[str, str] | None = None
) -> Iterator[Loss]:
    """A loss for each field in which ``found`` differs; ``ids`` are the new ids of what it names."""
    if value == found:
        return
    ends = (
        [name for name, _ in value.INPUTS + value.OUTPUTS]
        if ids and isinstance(value, Link)
        else ()
    )
    for part in fields(type(value)):
        given = getattr(value, part.name)
        if part.name == "id":
            continue
        if ids and part.name in ends:
            given = _renamed(given, ids)
        if given != getattr(found, part.name):
            words = "free data" if part.name == "data" else part.name.replace("_", " ")
            yield Loss(f"{kind}-{part.name}", id, f"its {words}" if id else words, why)


def _renamed(given: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(given, str):
        return ids.get(given, given)
    return tuple([ids.get(id, id) for id in given])


def _records(values: Sequence[Any], found: Sequence[Any], table: str, why: str) -> Iterator[Loss]:
    known = {record.id: record for record in found}
    order = []
    for record in values:
        other = known.pop(record.id, None)
        if other is None:
            yield Loss(record.kind, record.id, f"the {record.kind}", why)
        else:
            order.append(record.id)
            yield from _fields(record, other, record.kind, record.id, why)
    yield from _order(table, order, [record.id for record in found if record.id not in known])
    yield from _added(known.values())


def _element(element: Any, found: Any, said: Said, why: str) -> Iterator[Loss]:
    kind, id = element.kind, element.id
    if type(found) is not type(element):
        written = why if found is None else f"it is written as a {found.kind}"
        yield Loss(kind, id, f"the {kind}", said.whys.get(id, written))
        return
    yield from _fields(element, found, kind, id, said.whys.get(id, why), said.ids)
    if found.id != id:
        yield Loss(f"{kind}-id", id, "its id", f"it is '{found.id}' there")


def _added(values: Iterable[Any]) -> Iterator[Loss]:
    for value in values:
        what = f"the {value.kind} '{value.id}'"
        yield Loss(f"added-{value.kind}", "", what, "the document says it besides")


def _order(table: str, order: Sequence[Any], wanted: Sequence[Any]) -> Iterator[Loss]:
    if order != wanted:
        why = "they are written in the order of the document"
        yield Loss(f"{table}-order", "", f"the order of the {table}", why)
