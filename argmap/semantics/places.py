"""The numbers of a map's atoms: claims first, then links with the sides of conflicts.

Nearly all that a map names are claims. So they have a table of their own, and each table is made when somebody asks for one of its
names: to put a hundred thousand of them in a table takes a good part of the time that it takes to weigh what they name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from ..model.link import Conflict
from ..model.map import ArgumentMap, Element
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
        self._map, self._many = map, len(map.claims)
        self._sided = Conflict in kinds_of(map.links)

    def claim_names(self) -> Iterator[str]:
        """The claims in their order."""
        first = len(self._map.issues)
        return islice(self._map.elements, first, first + self._many)

    @cached_property
    def claims(self) -> Mapping[str, int]:
        """The numbers of the claims."""
        return dict(zip(self.claim_names(), range(self._many), strict=True))

    @cached_property
    def names(self) -> Sequence[str]:
        """The atoms by number."""
        return atoms(self._map)

    @cached_property
    def numbers(self) -> Sequence[int]:
        """The numbers themselves, for who needs them all."""
        return [*self.claims.values(), *range(self._many, len(self))]

    @cached_property
    def _rest(self) -> Mapping[str, int]:
        """The numbers of links and sides."""
        first = self._many
        return dict(zip(self.names[first:], range(first, len(self)), strict=True))

    def some(self, names: Iterable[str]) -> Mapping[str, int]:
        """The numbers of a few links, found without a table of all."""
        wanted = [*dict.fromkeys(names)]
        links = [self._map.elements[name] for name in wanted]
        return dict(zip(wanted, self.of(links), strict=True))

    def of(self, links: Sequence[Element]) -> Sequence[int]:
        """The numbers of a few of the map's links, by which objects they are: no other is looked at."""
        if self._sided or not links:
            return [self._rest[link.id] for link in links]
        wanted = {*map(id, links)}
        all_links = enumerate(map(id, self._map.links), self._many)
        found = {link: at for at, link in all_links if link in wanted}
        return [found[id(link)] for link in links]

    def __getitem__(self, name: str) -> int:
        claims = self.claims
        return claims[name] if name in claims else self._rest[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names) if self._sided else self._many + len(self._map.links)
