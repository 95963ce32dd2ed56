"""The numbers of a map's atoms: claims first, then links with the sides of conflicts.

Nearly all that a map names are claims. So the table of claims is made at once, and that of the rest when somebody asks for one of
them: to put a hundred thousand names in a table takes longer than to weigh what they name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from ..model.link import Conflict
from ..model.map import ArgumentMap
from .program import atoms, kinds_of

__all__ = ["Places"]


class Places(Mapping[str, int]):
    """The number of each atom of a map, by name, in their order.

    >>> from argmap import Claim, Rebuttal
    >>> made = Places(ArgumentMap(claims=(Claim("a"), Claim("b")), links=(Rebuttal("r", ("a",), "b"),)))
    >>> dict(made), made.some(["r"])
    ({'a': 0, 'b': 1, 'r': 2}, {'r': 2})
    """

    def __init__(self, map: ArgumentMap) -> None:
        self._map = map
        self._sided = Conflict in kinds_of(map.links)
        names = islice(map.elements, len(map.issues), len(map.issues) + len(map.claims))
        self.claims = dict(zip(names, range(len(map.claims)), strict=True))

    @cached_property
    def names(self) -> Sequence[str]:
        """The atoms by number."""
        return atoms(self._map)

    @cached_property
    def numbers(self) -> Sequence[int]:
        """The numbers themselves, for who needs them all."""
        return [*self.claims.values(), *range(len(self.claims), len(self))]

    @cached_property
    def _rest(self) -> Mapping[str, int]:
        """The numbers of links and sides."""
        first = len(self.claims)
        return dict(zip(self.names[first:], range(first, len(self)), strict=True))

    def some(self, names: Iterable[str]) -> Mapping[str, int]:
        """The numbers of a few links, found without a table of all."""
        wanted = dict.fromkeys(names)
        if not wanted:
            return {}
        if self._sided:
            return {name: self._rest[name] for name in wanted}
        elements = self._map.elements
        links = {id(elements[name]): name for name in wanted}  # not to look at every link
        behind = enumerate(map(id, self._map.links), len(self.claims))
        return {links[link]: at for at, link in behind if link in links}

    def __getitem__(self, name: str) -> int:
        claims = self.claims
        return claims[name] if name in claims else self._rest[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names) if self._sided else len(self.claims) + len(self._map.links)
