"""The numbers of a map's claims, found without a table of all of them.

People name a claim soon after they wrote it. So the claims that come near to the last one that was asked for are as a rule the ones that
are asked for next, and a table of these stays in the processor's nearest memory, where that of a hundred thousand does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from ..model.claim import Claim
from ..model.map import ArgumentMap
from .attacks import NONE
from .places import Places

__all__ = ["Nearby"]

_BLOCK = 2_048
"""So many claims come into the table at once; the block before stays."""


class Nearby(dict[str, int]):
    """The number of each claim of a map, asked for by its name; of what is no claim `NONE`.

    It holds two blocks of claims that follow one another, and goes on by one when a claim isn't in them. If that claim isn't in the next
    block either, nobody keeps to the order, and from then on the table of all is asked.

    >>> from argmap import Rebuttal
    >>> made = ArgumentMap(claims=(Claim("a"), Claim("b")), links=(Rebuttal("r", ("a",), "b"),))
    >>> nearby = Nearby(made, Places(made))
    >>> nearby["b"], nearby["r"], dict(nearby)
    (1, -1, {'a': 0, 'b': 1})
    """

    def __init__(self, map: ArgumentMap, places: Places, block: int = _BLOCK) -> None:
        super().__init__()
        self._elements, self._places, self._block = map.elements, places, block
        self._ahead = zip(places.claim_names(), range(len(map.claims)), strict=True)
        self._last: dict[str, int] = {}
        self._lost = False

    @property
    def table(self) -> Mapping[str, int]:
        """Where claims are found soonest: here, or in the table of all once that is needed."""
        return self._places.claims if self._lost else self

    def __missing__(self, name: str) -> int:
        if not isinstance(self._elements[name], Claim):
            return NONE
        if not self._lost:
            before, self._last = self._last, dict(islice(self._ahead, self._block))
            self.clear()
            self.update(before)
            self.update(self._last)
            self._lost = name not in self
        return self._places.claims[name] if self._lost else self[name]
