"""What each name has, read off a row when somebody asks.

A table of a hundred thousand names takes as long to make as what stands in it takes to find. So what is known by number stays so, and
looks as a table does.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from itertools import islice
from typing import Any, Generic, TypeVar

from .places import Places

__all__ = ["Column"]

Value = TypeVar("Value")


class Column(Mapping[str, Value], Generic[Value]):
    """The values of a map's atoms from the ``first`` on, by name, in the map's order; ``row`` has them, and may have more behind them.

    It is equal to any mapping of the same names to the same values, and can't be changed. What is made of it is a dict: ``dict(column)``,
    which JSON and whatever else takes nothing but one needs, ``column | others``, a copy of any kind, and what a pickle gives back.

    >>> from argmap import ArgumentMap, Claim
    >>> column = Column(Places(ArgumentMap(claims=(Claim("a"), Claim("b")))), [0.5], first=1)
    >>> column
    {'b': 0.5}
    >>> column | {"c": 1.0}
    {'b': 0.5, 'c': 1.0}
    """

    __slots__ = ("_first", "_places", "_row")

    def __init__(self, places: Places, row: Sequence[Any], first: int = 0) -> None:
        self._places, self._row, self._first = places, row, first

    def __getitem__(self, name: str) -> Value:
        at = self._places[name] - self._first
        if at < 0:
            raise KeyError(name)
        found: Value = self._row[at]
        return found

    def __iter__(self) -> Iterator[str]:
        return islice(self._places, self._first, None)

    def __len__(self) -> int:
        return len(self._places) - self._first

    def __repr__(self) -> str:
        return repr(self.copy())

    def __or__(self, others: object) -> dict[str, Value]:
        if not isinstance(others, Mapping):
            return NotImplemented
        return {**self.copy(), **others}

    def __ror__(self, others: object) -> dict[str, Value]:
        if not isinstance(others, Mapping):
            return NotImplemented
        return {**others, **self.copy()}

    def __reversed__(self) -> Iterator[str]:
        return islice(reversed(self._places.names), len(self))

    def __reduce__(self) -> tuple[type[dict[str, Value]], tuple[dict[str, Value]]]:
        return dict, (self.copy(),)

    def copy(self) -> dict[str, Value]:
        """A table of its own, as a dict."""
        return dict(self.items())

    def items(self) -> ItemsView[str, Value]:
        """Pairs of a name and its value."""
        return _Items(self)

    def values(self) -> ValuesView[Value]:
        """The values."""
        return _Values(self)

    def in_order(self) -> Iterator[Value]:
        """The values, one after the other."""
        return islice(self._row, len(self))


class _Items(ItemsView[str, Value]):
    _mapping: Column[Value]

    def __iter__(self) -> Iterator[tuple[str, Value]]:
        return zip(self._mapping, self._mapping.in_order(), strict=True)


class _Values(ValuesView[Value]):
    _mapping: Column[Value]

    def __iter__(self) -> Iterator[Value]:
        return self._mapping.in_order()
