"""One value from three: as it was, as one side has it, and as the other has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import evolve, fields

from ..model.data import Data

__all__ = ["Clash", "merged_value"]

Clash = Callable[[str, Any, Any, Any], None]
"""Is told a field on which both sides disagree: its name, what it was, what it is here and there."""

_SETS = frozenset({"tags", "wordings", "said_by", "citations", "authors", "questions"})
"""Fields that hold several things of which each stands for itself; premises don't, for they carry a step together."""


def merged_value(base: Any, ours: Any, theirs: Any, clash: Clash) -> Any:
    """A value with the changes of both sides; where they disagree, ours, and ``clash`` is told.

    ``base`` is None for what both sides have added.
    """
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    if type(ours) is not type(theirs):
        clash("kind", getattr(base, "kind", None), ours.kind, theirs.kind)
        return ours
    if base is not None and type(base) is not type(ours):
        base = None
    changes = {
        part.name: _field(
            part.name,
            getattr(base, part.name, part.default),
            getattr(ours, part.name),
            getattr(theirs, part.name),
            clash,
        )
        for part in fields(type(ours))
        if part.name != "id"
    }
    return evolve(ours, **changes)


def _field(name: str, base: Any, ours: Any, theirs: Any, clash: Clash) -> Any:
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    if name in _SETS:
        return tuple(_united(base, ours, theirs))
    if isinstance(ours, Data) and isinstance(theirs, Data):
        return _keys(name, base, ours, theirs, clash)
    clash(name, base, ours, theirs)
    return ours


def _united(base: tuple[Any, ...], ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> Iterator[Any]:
    """What ours has and theirs hasn't taken away, then what theirs has added."""
    for each in dict.fromkeys(ours):
        if each in theirs or each not in base:
            yield each
    for each in dict.fromkeys(theirs):
        if each not in ours and each not in base:
            yield each


def _keys(
    name: str, base: Mapping[str, Any], ours: Data, theirs: Data, clash: Clash
) -> dict[str, Any]:
    """Free data with each key merged by itself."""
    found: dict[str, Any] = {}
    for key in dict.fromkeys([*ours, *theirs]):
        was, here, there = base.get(key, _NONE), ours.get(key, _NONE), theirs.get(key, _NONE)
        value = there if here == was else here
        if here not in (was, there) and there != was:
            clash(
                f"{name}.{key}", *[None if each is _NONE else each for each in (was, here, there)]
            )
            value = here if here is not _NONE else there
        if value is not _NONE:
            found[key] = value
    return found


_NONE = object()
"""Where there is no such key; None is a value."""
