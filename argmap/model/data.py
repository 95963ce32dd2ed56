"""Free data on elements and records: JSON values, frozen, so that a map can be hashed and shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import isfinite
from typing import Any

from ..source import illegal_character

__all__ = ["NO_DATA", "Data", "checked_data", "freeze", "thaw"]

DEEPEST = 100
"""How deep free data may nest; bounded, so that hashing and pickling can't run out of stack."""


LONGEST = 14_000
"""How many bits a whole number may have; from about 4,300 digits on Python itself refuses to print it."""


_set = object.__setattr__


class Data(Mapping[str, Any]):
    """A frozen mapping of names to JSON values, in the order given; equal to any equal mapping.

    >>> data = Data({"votes": [3, 1]})
    >>> data["votes"], data == {"votes": (3, 1)}
    ((3, 1), True)
    """

    __slots__ = ("_depth", "_values")
    _values: dict[str, Any]
    _depth: int

    def __init__(self, values: Mapping[str, Any] | Iterable[tuple[str, Any]] = ()) -> None:
        frozen = {}
        depth = 0
        for key, value in (values if type(values) is dict else dict(values)).items():
            # The usual case is told here and not in a function: a large map has a million of these.
            if not (type(key) is str and key.isprintable()):
                key = _name(key)  # noqa: PLW2901  # the name as it is checked
            if not ((type(value) is str and value.isprintable()) or value is None):
                value = _frozen(value, 1)  # noqa: PLW2901  # the value as it is frozen
                if type(value) in _DEEP:
                    depth = max(depth, _depth(value))
            frozen[key] = value
        _set(self, "_values", frozen)
        _set(self, "_depth", 1 + depth)

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Data):
            return self._values == other._values
        if isinstance(other, Mapping):
            return self._values == dict(other)
        return NotImplemented

    def __repr__(self) -> str:
        return repr(self._values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("free data is frozen; make a new mapping and replace the element")

    def __reduce__(self) -> tuple[type[Data], tuple[dict[str, Any]]]:
        return Data, (self._values,)


def checked_data(values: dict[str, Any], name: str) -> Data | None:
    """Data that hold ``values`` under ``name``, unchecked; None if a value holds others.

    Only for what a strict reader of JSON gave, which has refused whatever `Data` would refuse.
    """
    if not _SCALARS.issuperset(map(type, values.values())):
        return None
    inner, outer = Data.__new__(Data), Data.__new__(Data)
    _set(inner, "_values", values)
    _set(inner, "_depth", 1)
    _set(outer, "_values", {name: inner})
    _set(outer, "_depth", 2)
    return outer


def freeze(value: Any) -> Any:
    """``value`` as frozen JSON: lists as tuples, mappings as `Data`.

    Raises TypeError for what JSON can't say and ValueError for a number that isn't finite, a
    control character or nesting deeper than 100.
    """
    return _frozen(value, 0)


def thaw(value: Any) -> Any:
    """``value`` as plain lists and dicts, as `json.dumps` wants them."""
    if isinstance(value, Data):
        return {name: thaw(item) for name, item in value.items()}
    return [thaw(item) for item in value] if isinstance(value, tuple) else value


_SCALARS = frozenset([str, int, float, bool, type(None)])
_DEEP = (Data, tuple)
"""The kinds of frozen values that hold others."""


def _frozen(value: Any, depth: int) -> Any:
    kind = type(value)
    if (kind is str and value.isprintable()) or value is None or kind is bool:
        return value
    if kind is int:
        return _whole(value)
    if isinstance(value, str):
        return _text(value)
    if kind is float:
        return _number(value)
    if depth + (value._depth if kind is Data else 0) > DEEPEST:
        raise ValueError(f"free data nests deeper than {DEEPEST}")
    if kind is Data:
        return value
    if isinstance(value, list | tuple):
        return tuple([_frozen(item, depth + 1) for item in value])
    if isinstance(value, Mapping):
        if not _SCALARS.issuperset(map(type, value.values())):
            value = {key: _frozen(item, depth + 1) for key, item in value.items()}
        return Data(value)
    raise TypeError(f"free data holds JSON values; {kind.__name__} isn't one")


def _depth(value: Any) -> int:
    if isinstance(value, Data):
        return value._depth
    return 1 + max(map(_depth, value), default=0) if isinstance(value, tuple) else 0


def _name(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a name in free data is a str, not {type(key).__name__}")
    return _text(key)


def _text(value: str) -> str:
    if illegal_character(value) is not None:
        raise ValueError("free data may not hold control characters or lone surrogates")
    return str(value)


def _whole(value: int) -> int:
    if value.bit_length() > LONGEST:
        raise ValueError(f"free data holds whole numbers of at most {LONGEST:,} bits")
    return value


def _number(value: float) -> float:
    if not isfinite(value):
        raise ValueError(f"free data holds finite numbers; {value} isn't one")
    return value


NO_DATA = Data()
"""The free data of an element that has none."""
