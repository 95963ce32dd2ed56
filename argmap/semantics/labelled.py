"""The labels of claims and links, by id, read off an engine's numbers when somebody asks for them.

A table of a hundred thousand names takes as long to make as their labels take to find, and who weighs a map under seven semantics
would make seven.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from itertools import islice

from .grounded import Label
from .places import Places

__all__ = ["Labels"]


class Labels(Mapping[str, Label]):
    """The label of each claim and link of a map, in the map's order.

    It is equal to any mapping of the same ids to the same labels, and can't be changed. What is made of it is a dict: ``dict(labels)``,
    which JSON and whatever else takes nothing but one needs, ``labels | others``, a copy of any kind, and what a pickle gives back.

    >>> from argmap import ArgumentMap, Claim
    >>> labels = Labels(Places(ArgumentMap(claims=(Claim("a"),))), [1], {1: "accepted"})
    >>> labels
    {'a': 'accepted'}
    >>> labels | {"b": "rejected"}
    {'a': 'accepted', 'b': 'rejected'}
    """

    __slots__ = ("_numbers", "_places", "_words")

    def __init__(
        self,
        places: Places,
        numbers: Sequence[int],
        words: Mapping[int, Label] | Sequence[Label],
    ) -> None:
        self._places, self._numbers, self._words = places, numbers, words

    def __getitem__(self, id: str) -> Label:
        return self._words[self._numbers[self._places[id]]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return repr(self.copy())

    def __or__(self, others: object) -> dict[str, Label]:
        if not isinstance(others, Mapping):
            return NotImplemented
        return {**self.copy(), **others}

    def __ror__(self, others: object) -> dict[str, Label]:
        if not isinstance(others, Mapping):
            return NotImplemented
        return {**others, **self.copy()}

    def __reversed__(self) -> Iterator[str]:
        return reversed(self._places.names)

    def __reduce__(self) -> tuple[type[dict[str, Label]], tuple[dict[str, Label]]]:
        return dict, (self.copy(),)

    def copy(self) -> dict[str, Label]:
        """A table of its own, as a dict."""
        return dict(self.items())

    def items(self) -> ItemsView[str, Label]:
        """Pairs of an id and its label."""
        return _Items(self)

    def values(self) -> ValuesView[Label]:
        """The labels."""
        return _Values(self)

    def in_order(self) -> Iterator[Label]:
        """The labels, one after the other."""
        return map(self._words.__getitem__, islice(self._numbers, len(self)))


class _Items(ItemsView[str, Label]):
    _mapping: Labels

    def __iter__(self) -> Iterator[tuple[str, Label]]:
        return zip(self._mapping, self._mapping.in_order(), strict=True)


class _Values(ValuesView[Label]):
    _mapping: Labels

    def __iter__(self) -> Iterator[Label]:
        return self._mapping.in_order()
