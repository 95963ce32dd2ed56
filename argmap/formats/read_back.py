"""What a document doesn't say of a map, as losses: how the map that is read from it differs.

A writer reads its own text and gives what it reads here, with which element became which. So nothing that a
reader would miss goes unreported, whatever the reason for it, and an empty report means an equal map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field, fields

from ..errors import Loss
from ..limits import Limits
from ..model.differences import ORDER, Difference, differences
from ..model.link import Link
from ..model.map import ArgumentMap

__all__ = ["UNLIMITED", "Said", "losses_between", "too_deep"]

UNLIMITED = Limits(
    **{part.name: 10**12 for part in fields(Limits) if part.name != "nesting"}, nesting=10**6
)
"""For the reading of what argmap has just written."""

_NOTHING = object()


@define
class Said:
    """What became of the elements of a map.

    ``ids`` has the id in the document of every claim, issue and link that has another one there, and an empty
    text for those that aren't there; ``groups`` the same of groups. ``whys`` says why something of an element
    is lost, and ``reasons`` why one thing of it is, by the loss's code and the element's id.
    """

    ids: dict[str, str] = field(factory=dict)
    whys: dict[str, str] = field(factory=dict)
    groups: dict[str, str] = field(factory=dict)
    reasons: dict[tuple[str, str], str] = field(factory=dict)

    def leave_out(self, id: str, why: str) -> None:
        """Say that an element isn't written."""
        self.ids[id] = ""
        self.whys.setdefault(id, why)

    def take_in(self, id: str) -> None:
        """Say that an element that was left out is written after all."""
        self.ids.pop(id)
        self.whys.pop(id)

    def expect(self, losses: Iterable[Loss]) -> None:
        """Take the reasons of losses that are told in advance, for where they are losses indeed."""
        self.reasons |= {(loss.code, loss.element): loss.why for loss in losses}

    def match_links(self, map: ArgumentMap, back: ArgumentMap) -> None:
        """Find which links are there under ids that the map doesn't have: those with the same ends."""
        new: dict[Any, list[str]] = {}
        for link in reversed(back.links):
            if link.id not in map:
                new.setdefault(_tied(link), []).append(link.id)
        for link in map.links:
            if type(back.elements.get(link.id)) is not type(link) and new.get(_tied(link)):
                self.ids[link.id] = new[_tied(link)].pop()


def losses_between(
    map: ArgumentMap, back: ArgumentMap, title: str, said: Said | None = None
) -> tuple[Loss, ...]:
    """The losses of ``map`` in a document of the format ``title`` from which ``back`` is read.

    Codes are a kind for an element that isn't there, ``kind-field`` for a field that is another,
    ``kind-id`` for another id, ``added-kind`` for what only the document has, and ``table-order``.
    """
    said = said or Said()
    usual = f"{title} has no place for it"
    found = differences(map, back, ids=said.ids, groups=said.groups)
    return tuple([loss for each in found for loss in _losses(each, map, said, usual)])


def too_deep(depth: int) -> tuple[Loss, ...]:
    """A loss if a document nests deeper than readers take unless they are told to."""
    most = Limits().nesting
    if depth <= most:
        return ()
    why = f"it nests {depth:,} deep, and the usual limit is {most:,}"
    return (Loss("nesting", "", "that it can be read without another limit", why),)


def _losses(difference: Difference, map: ArgumentMap, said: Said, usual: str) -> Iterator[Loss]:
    """The losses that a difference is: one, and of free data one for each name."""
    table, id, part = difference.table, difference.id, difference.part
    before, after = difference.before, difference.after
    if part == ORDER:
        why = "they are written in the order of the document"
        yield Loss(f"{table}-order", "", f"the order of the {table}", why)
    elif before is None and part == "":
        what = f"the {after.kind} '{id}'"
        yield Loss(f"added-{after.kind}", "", what, "the document says it besides")
    elif part == "":
        why = usual if after is None else f"it is written as a {after.kind}"
        yield _loss(before.kind, id, f"the {before.kind}", said, why)
    elif part == "data":
        code = f"{_kind(table, id, map)}-data"
        for name in dict.fromkeys([*before, *after]):
            if before.get(name, _NOTHING) != after.get(name, _NOTHING):
                yield _loss(code, id, f"the data under {name!r}", said, usual)
    elif part == "id":
        yield Loss(f"{_kind(table, id, map)}-id", id, "its id", f"it is '{after}' there")
    else:
        words = part.replace("_", " ")
        code = f"{_kind(table, id, map)}-{part}"
        yield _loss(code, id, f"its {words}" if id else words, said, usual)


def _loss(code: str, id: str, what: str, said: Said, why: str) -> Loss:
    return Loss(code, id, what, said.reasons.get((code, id), said.whys.get(id, why)))


def _kind(table: str, id: str, map: ArgumentMap) -> str:
    """What codes call the things of a table."""
    if table == "links":
        return map[id].kind
    return {"about": "about", "data": "map"}.get(table, table.removesuffix("s"))


def _tied(link: Link) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What two links have in common that say the same under two ids."""
    return link.kind, tuple(link.ends())
