"""A sequence seen through what was written over it: what an edit costs to keep is what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

__all__ = ["Layered"]

Value = TypeVar("Value")

_SHARE = 8
"""If more than one in so many was written over, a copy is made flat."""


class Layered(Generic[Value]):
    """The values of a sequence, but for those that were written over it or behind its end.

    >>> layer = Layered((1, 2, 3))
    >>> layer.put(1, 5)
    >>> layer.append(7), list(layer), list(layer.copy())
    (3, [1, 5, 3, 7], [1, 5, 3, 7])
    """

    __slots__ = ("_below", "_over", "_size")

    def __init__(self, below: Sequence[Value]) -> None:
        self._below = below
        self._over: dict[int, Value] = {}
        self._size = len(below)

    def __getitem__(self, at: int) -> Value:
        over = self._over
        return over[at] if at in over else self._below[at]

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Value]:
        return map(self.__getitem__, range(self._size)) if self._over else iter(self._below)

    def put(self, at: int, value: Value) -> None:
        """Write a value over the one at a place."""
        self._over[at] = value

    def append(self, value: Value) -> int:
        """Write a value behind the end, and tell its place."""
        self._over[self._size] = value
        self._size += 1
        return self._size - 1

    def copy(self) -> Layered[Value]:
        """A layer of the same values that goes its own way from here, in time of what was written over."""
        made: Layered[Value] = Layered(self._below)
        if len(self._over) * _SHARE > self._size:
            made._below = list(self)
        else:
            made._over = dict(self._over)
        made._size = self._size
        return made
