"""The numbers of a map's atoms: claims first, then links with the sides of conflicts.

Nearly all that a map names are claims. So the table of claims is made at once, and that of the rest when somebody asks for one of
them: to put a hundred thousand names in a table takes longer than to weigh what they name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from ..model.map import ArgumentMap
from .program import atoms

__all__ = ["Places"]


class Places(Mapping[str, int]):
    """The number of each atom of a map, by name, in their order.

    >>> from argmap import Claim, Rebuttal
    >>> made = Places(ArgumentMap(claims=(Claim("a"), Claim("b")), links=(Rebuttal("r", ("a",), "b"),)))
    >>> dict(made), made.some(["r"])
    ({'a': 0, 'b': 1, 'r': 2}, {'r': 2})
    """

    def __init__(self, map: ArgumentMap) -> None:
        self.names = atoms(map)
        self.numbers = list(range(len(self.names)))
        self.claims = dict(zip(self.names[: len(map.claims)], self.numbers, strict=False))

    @cached_property
    def _rest(self) -> Mapping[str, int]:
        """The numbers of links and sides."""
        first = len(self.claims)
        return dict(zip(self.names[first:], self.numbers[first:], strict=True))

    def some(self, names: Iterable[str]) -> Mapping[str, int]:
        """The numbers of a few links or sides, found without a table of all."""
        wanted = dict.fromkeys(names)
        if not wanted:
            return {}
        first = len(self.claims)
        rest = zip(self.names[first:], self.numbers[first:], strict=True)
        return {name: at for name, at in rest if name in wanted}

    def __getitem__(self, name: str) -> int:
        claims = self.claims
        return claims[name] if name in claims else self._rest[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)
