"""Free data on elements and records: JSON values, frozen, so that a map can be hashed and shared."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from math import isfinite
from operator import is_
from typing import Any, TypeAlias

from ..source import illegal_character

__all__ = ["NO_DATA", "Data", "Late", "freeze", "thaw", "trusted_data"]

DEEPEST = 100
"""How deep free data may nest; bounded, so that hashing and pickling can't run out of stack."""


LONGEST = 4_300
"""How many digits a whole number may have; beyond that Python itself refuses to print it."""


_set = object.__setattr__


class _Slots(Mapping[str, Any]):
    """What `Data` has inside; ``_late`` how values are meant that aren't frozen yet, ``_depth`` -1 that nobody has asked."""

    __slots__ = ("_depth", "_late", "_values")
    _values: dict[str, Any]
    _depth: int
    _late: Late | None


class Data(_Slots):
    """A frozen mapping of names to JSON values, in the order given; equal to any equal mapping.

    >>> data = Data({"votes": [3, 1]})
    >>> data["votes"], data == {"votes": (3, 1)}
    ((3, 1), True)
    """

    __slots__ = ()

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
        _set(self, "_late", None)

    def __getitem__(self, name: str) -> Any:
        return _settled(self)[name]

    def __contains__(self, name: object) -> bool:
        return name in _settled(self)

    def get(self, name: str, default: Any = None) -> Any:
        """The value of this name, or ``default``; ``Mapping`` would raise and catch an error for what isn't there."""
        return _settled(self).get(name, default)

    def items(self) -> ItemsView[str, Any]:
        """The names with their values."""
        return _settled(self).items()

    def __iter__(self) -> Iterator[str]:
        return iter(_settled(self))

    def __len__(self) -> int:
        return len(_settled(self))

    def __hash__(self) -> int:
        return hash(frozenset(_settled(self).items()))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Data):
            return _settled(self) == _settled(other)
        if isinstance(other, Mapping):
            return _settled(self) == dict(other)
        return NotImplemented

    def __repr__(self) -> str:
        return repr(_settled(self))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("free data is frozen; make a new mapping and replace the element")

    def __reduce__(self) -> tuple[type[Data], tuple[dict[str, Any]]]:
        return Data, (_settled(self),)


class _OpenData(_Slots):
    """`Data` in the making; an instance becomes one when it is done."""

    __slots__ = ()
    __getitem__ = Data.__getitem__
    __iter__ = Data.__iter__
    __len__ = Data.__len__


Late: TypeAlias = "tuple[str, frozenset[str]]"
"""Under which name trusted data hold their values (none: they are the values), and which keys aren't of them."""

_AS_THEY_ARE: Late = ("", frozenset())


def trusted_data(values: dict[str, Any], late: Late = _AS_THEY_ARE) -> Data:
    """Data of ``values``, or of a name that holds them, which aren't looked at before somebody asks for one.

    Only for what a strict reader of JSON gave, which has refused whatever `Data` would refuse and anything
    that nests deeper; nobody may change the values afterwards.
    """
    made: Any = _OpenData()
    made._values = values
    made._late = late
    made._depth = -1
    made.__class__ = Data
    data: Data = made
    return data


def _settled(data: Data) -> dict[str, Any]:
    """The frozen values of data; those of trusted data are frozen now, a level at a time."""
    late = data._late
    if late is None:
        return data._values
    name, without = late
    values = {key: value for key, value in data._values.items() if key not in without}
    frozen = {
        key: _frozen_late(value) for key, value in ({name: values} if name else values).items()
    }
    _set(data, "_values", frozen)
    _set(data, "_late", None)
    return frozen


def _frozen_late(value: Any) -> Any:
    kind = type(value)
    if kind is dict:
        return trusted_data(value)
    return tuple([_frozen_late(item) for item in value]) if kind is list else value


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


_PAST = 10**LONGEST
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
    if depth + (_depth(value) if kind is Data else 0) > DEEPEST:
        raise ValueError(f"free data nests deeper than {DEEPEST}")
    if kind is Data:
        return value
    if isinstance(value, list | tuple):
        items = tuple([_frozen(item, depth + 1) for item in value])
        return value if kind is tuple and all(map(is_, items, value)) else items
    if isinstance(value, Mapping):
        if not _SCALARS.issuperset(map(type, value.values())):
            value = {key: _frozen(item, depth + 1) for key, item in value.items()}
        return Data(value) if value else NO_DATA
    raise TypeError(f"free data holds JSON values; {kind.__name__} isn't one")


def _depth(value: Any) -> int:
    if isinstance(value, Data):
        if value._depth < 0:
            _set(value, "_depth", 1 + max(map(_depth, _settled(value).values()), default=0))
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
    if not -_PAST < value < _PAST:
        raise ValueError(f"free data holds whole numbers of at most {LONGEST:,} digits")
    return value


def _number(value: float) -> float:
    if not isfinite(value):
        raise ValueError(f"free data holds finite numbers; {value} isn't one")
    return value


NO_DATA = Data()
"""The free data of an element that has none."""
