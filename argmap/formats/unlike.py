"""What a document that was written doesn't say, as losses: found by reading it back and comparing.

So an empty report means an equal map, whatever the format leaves out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import fields

from ..errors import Loss
from ..limits import Limits
from ..model.link import Link
from ..model.map import ArgumentMap
from ..source import SourceText
from .format import Reader

__all__ = ["read_back", "unlike"]

_NO_LIMITS = Limits(**{part.name: sys.maxsize for part in fields(Limits)})

_RECORDS = ("groups", "participants", "sources", "schemes")
_NOTHING = object()


def unlike(
    title: str, before: ArgumentMap, after: ArgumentMap, expected: Iterable[Loss] = ()
) -> tuple[Loss, ...]:
    """A loss for each thing that ``before`` says and ``after`` doesn't, in the order of ``before``.

    ``title`` is the format's; the ``expected`` losses give the reasons where they are of something that is
    lost indeed. For what else is lost it is that the format has no place for it.
    """
    found = _Comparison(title, before, after, expected)
    return (*found.of_elements(), *found.of_records(), *found.of_the_map())


def read_back(read: Reader, text: str) -> ArgumentMap:
    """The map in a text that was just written, however large."""
    return read(SourceText("", text), strict=False, limits=_NO_LIMITS).map


class _Comparison:
    def __init__(
        self, title: str, before: ArgumentMap, after: ArgumentMap, expected: Iterable[Loss]
    ) -> None:
        self.before, self.after = before, after
        self.whys = {(loss.code, loss.element): loss.why for loss in expected}
        self.usual = f"{title} has no place for it"
        self.renamed = {
            _key(link): link.id for link in reversed(after.links) if link.id not in before
        }

    def of_elements(self) -> Iterator[Loss]:
        for table in ("claims", "issues", "links"):
            for element in getattr(self.before, table):
                kind, id = element.kind, element.id
                other: Any = self.after.elements.get(id)
                if type(other) is type(element):
                    yield from self._fields(kind, id, element, other)
                elif isinstance(element, Link) and _key(element) in self.renamed:
                    other = self.after[self.renamed.pop(_key(element))]
                    yield self._loss(f"{kind}-id", id, "its id")
                    yield from self._fields(kind, id, element, other)
                else:
                    yield self._loss(kind, id, f"the {kind}")
            yield from self._order(table, [element.id for element in getattr(self.before, table)])

    def of_records(self) -> Iterator[Loss]:
        for table in _RECORDS:
            there = {record.id: record for record in getattr(self.after, table)}
            for record in getattr(self.before, table):
                kind, id = record.kind, record.id
                if id in there:
                    yield from self._fields(kind, id, record, there[id])
                else:
                    yield self._loss(kind, id, f"the {kind}")
            yield from self._order(table, [record.id for record in getattr(self.before, table)])

    def of_the_map(self) -> Iterator[Loss]:
        yield from self._fields("about", "", self.before.about, self.after.about)
        yield from self._data("map", "", self.before.data, self.after.data)

    def _fields(self, kind: str, id: str, value: Any, other: Any) -> Iterator[Loss]:
        if value == other:
            return
        for part in fields(type(value)):
            name = part.name
            held, there = getattr(value, name), getattr(other, name)
            if name == "data":
                yield from self._data(kind, id, held, there)
            elif name != "id" and held != there:
                yield self._loss(f"{kind}-{name}", id, name)

    def _data(
        self, kind: str, id: str, held: Mapping[str, Any], there: Mapping[str, Any]
    ) -> Iterator[Loss]:
        for name in dict.fromkeys([*held, *there]):
            if held.get(name, _NOTHING) != there.get(name, _NOTHING):
                yield self._loss(f"{kind}-data", id, f"the data under {name!r}")

    def _order(self, table: str, ids: list[str]) -> Iterator[Loss]:
        there = [value.id for value in getattr(self.after, table)]
        known = dict.fromkeys(there)
        common = dict.fromkeys(ids)
        if [id for id in ids if id in known] != [id for id in there if id in common]:
            yield self._loss(f"{table.removesuffix('s')}-order", "", f"the order of the {table}")

    def _loss(self, code: str, id: str, what: str) -> Loss:
        return Loss(code, id, what, self.whys.get((code, id), self.usual))


def _key(link: Link) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What two links have in common that say the same under two ids."""
    return link.kind, tuple(link.ends())
