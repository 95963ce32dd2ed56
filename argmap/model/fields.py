"""What each kind of field holds, checked once when a value is made.

Values are made by the ten thousand, so the usual case (every field at its default or of the plain
type) is decided by each class itself; `settle` is the way of all others: it turns lists into
tuples and subclasses of str into str, freezes data, and raises TypeError naming the field.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .data import Data, freeze

__all__ = [
    "FLAG",
    "FREE",
    "ID_OR_NONE",
    "TEXT",
    "TEXTS",
    "WEIGHT",
    "Rule",
    "are_texts",
    "of",
    "settle",
]

Rule = Callable[[str, Any], Any]
_STR = {str}


def settle(value: Any, rules: tuple[tuple[str, Rule], ...]) -> None:
    """Bring every field named in ``rules`` into its form; raises TypeError or ValueError."""
    kind = type(value)
    named = _NAMED.get(kind)
    if named is None:
        named = [(name, f"{kind.__name__}.{name}", rule) for name, rule in rules]
        _NAMED[kind] = named
    for name, full_name, rule in named:
        given = getattr(value, name)
        settled = rule(full_name, given)
        if settled is not given:
            object.__setattr__(value, name, settled)


_NAMED: dict[type, list[tuple[str, str, Rule]]] = {}
"""The rules of each class with the names of its fields in full, made when it is first settled."""


def TEXT(name: str, value: Any) -> str:  # noqa: N802 - rules read as constants in the tables
    """A plain str."""
    if type(value) is str:
        return value
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError(f"{name} is a str, not {type(value).__name__}")


def ID_OR_NONE(name: str, value: Any) -> str | None:  # noqa: N802 - as TEXT
    """A plain str, or None."""
    return None if value is None else TEXT(name, value)


def FLAG(name: str, value: Any) -> bool:  # noqa: N802 - as TEXT
    """True or False, nothing merely truthy."""
    if value is True or value is False:
        return value
    raise TypeError(f"{name} is True or False, not {type(value).__name__}")


def WEIGHT(name: str, value: Any) -> float | None:  # noqa: N802 - as TEXT
    """A float, or None; whole numbers become floats. The range is an invariant of the map."""
    if value is None or type(value) is float:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return float(value)
        except OverflowError:
            raise ValueError(f"{name} is a number from 0 to 1, and this one has no end") from None
    raise TypeError(f"{name} is a number or None, not {type(value).__name__}")


def TEXTS(name: str, value: Any) -> tuple[str, ...]:  # noqa: N802 - as TEXT
    """A tuple of str; a lone str is refused, for it would count as its letters."""
    if type(value) is tuple and (not value or are_texts(value)):
        return value
    if isinstance(value, str | bytes):
        raise TypeError(f"{name} is a tuple of str, not one {type(value).__name__}")
    return tuple([TEXT(name, item) for item in _items(name, value)])


def are_texts(values: Any) -> bool:
    """Whether this is a tuple of one plain str or more, and of nothing else."""
    return type(values) is tuple and set(map(type, values)) == _STR


def FREE(name: str, value: Any) -> Data:  # noqa: N802 - as TEXT
    """Free data, frozen."""
    if type(value) is Data:
        return value
    frozen = freeze(value)
    if isinstance(frozen, Data):
        return frozen
    raise TypeError(f"{name} is a mapping, not {type(value).__name__}")


def of(kind: type) -> Rule:
    """The rule of a tuple of values of ``kind``."""

    def rule(name: str, value: Any) -> tuple[Any, ...]:
        settled = value if type(value) is tuple else tuple(_items(name, value))
        for found in dict.fromkeys(map(type, settled)):
            if not issubclass(found, kind):
                raise TypeError(f"{name} holds {kind.__name__} values, not {found.__name__}")
        return settled

    return rule


def _items(name: str, value: Any) -> list[Any]:
    try:
        return list(value)
    except TypeError:
        raise TypeError(f"{name} is a tuple, not {type(value).__name__}") from None
