"""A map with the changes of a difference made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..errors import EditError, InvalidMap
from ..model.map import TABLES, ArgumentMap
from ..pause import no_garbage
from .changes import Change, Diff
from .order import placed
from .tables import Tables, made, noun, space, tables, translated

__all__ = ["patch"]


@no_garbage()
def patch(map: ArgumentMap, changes: Diff | Iterable[Change]) -> ArgumentMap:
    """``map`` with changes made: ``patch(a, diff(a, b)) == b``.

    Raises `EditError` if the map isn't as the changes take it to be: what is to go or to change isn't there or is another, an id that is
    to come is taken, or what is left would break an invariant.

    >>> from argmap import Claim
    >>> from argmap.comparison import diff
    >>> old, new = ArgumentMap(claims=(Claim("a"),)), ArgumentMap(claims=(Claim("a", "Yes."),))
    >>> patch(old, diff(old, new)) == new
    True
    """
    each = tuple(changes)
    parts = tables(map)
    for change in each:
        if change.kind == "removed":
            _expect(parts[change.table], change)
            del parts[change.table][change.id]
    parts = _renamed(parts, [change for change in each if change.kind == "renamed"])
    own: dict[str, Any] = {}
    behind: dict[str, dict[str, str | None]] = {table: {} for table in TABLES}
    for change in each:
        if change.kind in ("about", "data"):
            own[change.kind] = _exchanged(change, getattr(map, change.kind))
        elif change.kind in ("added", "moved"):
            behind[change.table][change.id] = change.behind
            _put(parts[change.table], change)
        elif change.kind == "changed":
            _expect(parts[change.table], change)
            parts[change.table][change.id] = change.after
    ordered = {table: _ordered(parts[table], behind[table]) for table in TABLES}
    try:
        return made(map, ordered, **own)
    except InvalidMap as error:
        raise EditError(f"the changes don't fit this map: {error}") from error


def _renamed(parts: Tables, changes: list[Change]) -> Tables:
    """The tables with new ids; raises `EditError` for an old one that isn't there, or a new one that is."""
    names: dict[str, dict[str, str]] = {}
    for change in changes:
        if change.before not in parts[change.table]:
            raise EditError(f"there is no {noun(change.table)} {change.before!r} to rename")
        names.setdefault(space(change.table), {})[change.before] = change.after
    new: Tables = {}
    for table, values in parts.items():
        renamed = [translated(value, names) for value in values.values()]
        new[table] = {value.id: value for value in renamed}
        if len(new[table]) < len(values):
            raise EditError(f"two {table} would have the same id")
    return new


def _exchanged(change: Change, held: Any) -> Any:
    if held != change.before:
        raise EditError(f"the map's own {change.kind} isn't what it is to change from")
    return change.after


def _expect(part: dict[str, Any], change: Change) -> None:
    """Raises `EditError` unless a value is what it is taken to be."""
    if part.get(change.id) != change.before:
        what = "isn't as it is taken to be" if change.id in part else "isn't there"
        raise EditError(f"the {change.noun} {change.id!r} {what}")


def _put(part: dict[str, Any], change: Change) -> None:
    """Add a value whose id is free; of one that moves see that it is there."""
    if change.kind == "added":
        if change.id in part:
            raise EditError(f"the id {change.id!r} of a {change.noun} to add is taken")
        part[change.id] = change.after
    elif change.id not in part:
        raise EditError(f"there is no {noun(change.table)} {change.id!r} to move")


def _ordered(part: dict[str, Any], behind: dict[str, str | None]) -> list[Any]:
    """The values of a table, those that come or move where they belong."""
    kept = [id for id in part if id not in behind]
    return [part[id] for id in placed(kept, behind)]
