"""The labels of claims and links, by id, read off an engine's numbers when somebody asks for them.

Who weighs a map under seven semantics would make seven tables of all its names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from .columns import Column
from .grounded import Label
from .places import Places

__all__ = ["Labels"]


class Labels(Column[Label]):
    """The label of each claim and link of a map, in the map's order: a `Column` of words for numbers.

    >>> from argmap import ArgumentMap, Claim
    >>> labels = Labels(Places(ArgumentMap(claims=(Claim("a"),))), [1], {1: "accepted"})
    >>> labels
    {'a': 'accepted'}
    >>> labels | {"b": "rejected"}
    {'a': 'accepted', 'b': 'rejected'}
    """

    __slots__ = ("_words",)

    def __init__(
        self,
        places: Places,
        numbers: Sequence[int],
        words: Mapping[int, Label] | Sequence[Label],
    ) -> None:
        super().__init__(places, numbers)
        self._words = words

    def __getitem__(self, id: str) -> Label:
        return self._words[self._row[self._places[id]]]

    def in_order(self) -> Iterator[Label]:
        """The labels, one after the other."""
        return map(self._words.__getitem__, islice(self._row, len(self)))
