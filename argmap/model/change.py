"""Edits of whole drafts as functions from parts to parts: rename, remove, put back.

Parts are the tables of a draft: for each kind of thing a dict of id to value, in the author's order.
An edit works on copies; the draft takes them over only when the whole edit has succeeded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve, field

from ..values import frozen
from .claim import Spoken
from .link import Link
from .records import RECORD_TABLES, Citation, Group, Participant, Record, Scheme, Source

if TYPE_CHECKING:
    from .map import Element

__all__ = ["TABLES", "Parts", "Removed", "hanging", "removal", "renamed", "restored", "table_of"]

TABLES = ("elements", *RECORD_TABLES)
_KINDS: dict[str, type[Record]] = {
    "groups": Group,
    "participants": Participant,
    "sources": Source,
    "schemes": Scheme,
}
_MENTIONS: dict[str, tuple[str, ...]] = {
    "groups": ("group", "parent"),
    "participants": ("said_by",),
    "sources": ("citations",),
    "schemes": ("scheme",),
}
"""For each table of records the fields in which others mention them."""


class Parts(dict[str, dict[str, Any]]):
    """The tables of a draft by name; what refers to what is looked up here as in a map."""

    def copy(self) -> Parts:
        """The same values in tables of their own."""
        return Parts({table: dict(values) for table, values in self.items()})

    @property
    def elements(self) -> Mapping[str, Element]:
        """Every issue, claim and link by its id."""
        return self["elements"]

    @property
    def records(self) -> Mapping[type, Mapping[str, Record]]:
        """Every record by its kind and id."""
        return {kind: self[table] for table, kind in _KINDS.items()}


@frozen
class Removed:
    """What a removal took, so that it can be put back.

    ``taken`` holds (table, position, value) for all that went, the elements asked for and what hung on
    them; ``before`` the values, as they were, that stay but mentioned what went.
    """

    taken: tuple[tuple[str, int, Any], ...]
    before: tuple[tuple[str, Any], ...] = field(default=(), repr=False)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all that went, in the draft's order."""
        return tuple([value.id for _, _, value in self.taken])


def table_of(value: Element | Record) -> str:
    """The name of the table that a value belongs in."""
    return f"{value.kind}s" if isinstance(value, Record) else "elements"


def removal(parts: Parts, asked: Iterable[tuple[str, str]]) -> tuple[Parts, Removed]:
    """``parts`` without the things ``asked`` for (pairs of table and id), and what went.

    With a claim, an issue or a link goes every link it is an end of. With a record go the mentions of
    it; what stood in a group moves to the group around it.
    """
    gone: dict[str, set[str]] = {table: set() for table in TABLES}
    for table, id in asked:
        gone[table].add(id)
    hanging(parts.elements, gone["elements"])
    mentions = any(gone[table] for table in _MENTIONS)
    taken: list[tuple[str, int, Any]] = []
    before: list[tuple[str, Any]] = []
    left = Parts({table: {} for table in parts})
    for table, values in parts.items():
        for position, (id, value) in enumerate(values.items()):
            if id in gone[table]:
                taken.append((table, position, value))
                continue
            kept = _unmentioned(value, gone, parts) if mentions else value
            if kept is not value:
                before.append((table, value))
            left[table][id] = kept
    return left, Removed(tuple(taken), tuple(before))


def hanging(elements: Mapping[str, Element], gone: set[str]) -> None:
    """Add to ``gone`` the links that hang on what goes, and the links that hang on those."""
    users: dict[str, list[str]] = {}
    for link in elements.values():
        if isinstance(link, Link):
            for _, end in link.ends():
                users.setdefault(end, []).append(link.id)
    todo = list(gone)
    while todo:
        for id in users.get(todo.pop(), ()):
            if id not in gone:
                gone.add(id)
                todo.append(id)


def _unmentioned(value: Any, gone: Mapping[str, set[str]], parts: Parts) -> Any:
    """``value`` without mention of records that are gone; the same object if it mentions none."""
    changes: dict[str, Any] = {}
    for name in _MENTIONS["groups"]:
        around = getattr(value, name, None)
        while around in gone["groups"]:
            around = parts["groups"][around].parent
        changes[name] = around
    if isinstance(value, Spoken):
        people, sources = gone["participants"], gone["sources"]
        changes["said_by"] = tuple([id for id in value.said_by if id not in people])
        changes["citations"] = tuple([c for c in value.citations if c.source not in sources])
    if getattr(value, "scheme", None) in gone["schemes"]:
        changes["scheme"] = None
    changed = {n: new for n, new in changes.items() if new != getattr(value, n, None)}
    return evolve(value, **changed) if changed else value


def restored(parts: Parts, removed: Removed) -> Parts:
    """``parts`` with what a removal took back at its old places, and the mentions of it.

    What was edited since keeps its edits, and gets its old mentions back where it still has that field
    as the removal left it. An id that is taken by now raises KeyError.
    """
    back = parts.copy()
    for table in TABLES:
        returning = [(place, value) for name, place, value in removed.taken if name == table]
        for _, value in returning:
            if value.id in back[table]:
                raise KeyError(value.id)
        if returning:
            back[table] = _inserted(back[table], returning)
    for table, value in removed.before:
        if value.id in back[table]:
            back[table][value.id] = _mentioning(back[table][value.id], value)
    return back


def _mentioning(value: Any, before: Any) -> Any:
    """``value`` with the mentions of records that ``before`` had."""
    names = [name for mentions in _MENTIONS.values() for name in mentions if hasattr(value, name)]
    return evolve(value, **{name: getattr(before, name) for name in names})


def _inserted(values: dict[str, Any], returning: list[tuple[int, Any]]) -> dict[str, Any]:
    merged = list(values.values())
    for place, value in returning:
        merged.insert(place, value)
    return {value.id: value for value in merged}


def renamed(parts: Parts, table: str, old: str, new: str) -> Parts:
    """``parts`` in which the thing ``old`` of ``table`` is called ``new`` wherever it is named."""
    changed = Parts({name: {} for name in parts})
    for name, values in parts.items():
        for value in values.values():
            changes = _rewritten(value, _MENTIONS.get(table) or _ends(value), old, new)
            if name == table and value.id == old:
                changes["id"] = new
            kept = evolve(value, **changes) if changes else value
            changed[name][kept.id] = kept
    return changed


def _ends(value: Any) -> tuple[str, ...]:
    """The fields of a link that hold ids of elements."""
    return tuple([n for n, _ in value.INPUTS + value.OUTPUTS]) if isinstance(value, Link) else ()


def _rewritten(value: Any, names: tuple[str, ...], old: str, new: str) -> dict[str, Any]:
    """The fields among ``names`` that mention ``old``, with ``new`` in its place."""
    changes: dict[str, Any] = {}
    for name in names:
        held = getattr(value, name, None)
        if isinstance(held, tuple):
            changes[name] = tuple([_swapped(item, old, new) for item in held])
        else:
            changes[name] = _swapped(held, old, new)
    return {n: now for n, now in changes.items() if now != getattr(value, n, None)}


def _swapped(item: Any, old: str, new: str) -> Any:
    if isinstance(item, Citation):
        return evolve(item, source=new) if item.source == old else item
    return new if item == old else item
