"""Parts of YAML documents: mappings, names and free values, every fault with its place."""

from __future__ import annotations

from typing import Any

from ..errors import ReadError
from ..model.data import Data
from ..source import visible
from ..yamltext import Pairs
from .text_notes import TextNotes

__all__ = ["entries", "free", "name_of", "names", "plain"]


def entries(notes: TextNotes, value: Any, start: int, noun: str) -> Pairs:
    """The entries of a mapping, each key once, the last one; none for nothing. A key that is there twice is a finding."""
    if value is None or value == []:
        return Pairs()
    if not isinstance(value, Pairs):
        raise notes.error(f"{noun} must be a mapping", start, hint="write keys and values")
    last = {key: (key, held, place) for key, held, place in value}
    if len(last) < len(value):
        seen: set[str] = set()
        for key, _, place in value:
            if key in seen:
                message = f"the key '{visible(key[:60])}' is there twice; the last one counts"
                notes.add("key-twice", message, place, place + len(key))
            seen.add(key)
    return Pairs(last.values())


def name_of(value: Any) -> str | None:
    """A scalar as the name that it would be as a key; None for a list, a mapping or nothing."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else None


def names(notes: TextNotes, value: Any, start: int, noun: str) -> list[str]:
    """The names in a list, or the one name that stands for a list of it; none for nothing."""
    if value is None:
        return []
    found = [name_of(item) for item in (value if type(value) is list else [value])]
    if any(name is None for name in found):
        raise notes.error(f"{noun} must be names in a list", start, hint="write [a, b]")
    return [name for name in found if name is not None]


def plain(value: Any) -> Any:
    """A value with dicts for its mappings."""
    root: list[Any] = [None]
    todo: list[tuple[Any, Any, Any]] = [(root, 0, value)]
    while todo:
        holder, key, held = todo.pop()
        if isinstance(held, Pairs):
            made: Any = {name: item for name, item, _ in held}
            holder[key] = made
            todo += [(made, name, item) for name, item in made.items()]
        elif isinstance(held, list):
            holder[key] = list(held)
            todo += [(holder[key], place, item) for place, item in enumerate(held)]
        else:
            holder[key] = held
    return root[0]


def free(notes: TextNotes, name: str, kept: dict[str, Any], start: int) -> Data:
    """Free data with what is ``kept`` under ``name``; nothing if nothing is."""
    try:
        return Data(
            {name: plain(Pairs([(key, held, 0) for key, held in kept.items()]))} if kept else {}
        )
    except ValueError as error:
        raise _unkept(notes, error, start) from None


def _unkept(notes: TextNotes, error: ValueError, start: int) -> ReadError:
    return notes.error(f"this can't be kept: {error}", start)
