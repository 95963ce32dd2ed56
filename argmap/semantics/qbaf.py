"""Quantitative bipolar frameworks: base weights, attacks and supports; and the one that a map means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import permutations
from math import isfinite, prod
from typing import Any, NamedTuple, TypeAlias

from attrs import Attribute, define, field, frozen

from ..errors import UnknownId, UnknownName
from ..model.link import Attack, Conflict, Support, Undercut
from ..model.map import ArgumentMap
from ..pause import no_garbage
from .columns import Column
from .graph import AttackGraph, add, start_and_parts, turned
from .places import Places
from .program import inputs, side

__all__ = ["TOGETHER", "Node", "Qbaf", "qbaf"]

Pair: TypeAlias = tuple[str, str]
TOGETHER = ("min", "product")


def _pairs(value: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(dict.fromkeys([(a, b) for a, b in value]))


def _bases(value: Mapping[str, float]) -> Mapping[str, float]:
    return dict(value)


def _fit(name: str, base: Any) -> None:
    """Raise `ValueError` for a base that is no number in [0, 1]."""
    if type(base) is float and 0 <= base <= 1:
        return
    number = isinstance(base, int | float) and not isinstance(base, bool) and isfinite(base)
    if not (number and 0 <= base <= 1):
        raise ValueError(f"the base weight of {name!r} is a number in [0, 1], not {base!r}")


class Node(NamedTuple):
    """What bears on one argument: its base, and the numbers of what it needs and of its attackers and supporters."""

    base: float
    needs: Sequence[int]
    attackers: Sequence[int]
    supporters: Sequence[int]

    def bears(self) -> Sequence[int]:
        """All that bears on it, each once."""
        needs, attackers, supporters = self.needs, self.attackers, self.supporters
        if not needs and not (attackers and supporters):
            return attackers or supporters
        if len(needs) == 1 and not attackers and not supporters:
            return needs
        return list(dict.fromkeys([*needs, *attackers, *supporters]))


_bare = tuple.__new__


class _Rows:
    """What bears on each argument, as far as it is known; ``alone`` has a tuple of each number, which most rows are."""

    def __init__(self, alone: list[tuple[int]]) -> None:
        self.alone = alone
        empty: list[Any] = [()] * len(alone)
        self.needs, self.attackers, self.supporters = empty, [*empty], [*empty]

    def nodes(self, bases: Iterable[float]) -> tuple[Node, ...]:
        """The nodes with these bases."""
        parts = zip(bases, self.needs, self.attackers, self.supporters, strict=True)
        return tuple([_bare(Node, each) for each in parts])


@frozen(slots=False, eq=False)
class Qbaf:
    """Arguments with base weights in [0, 1], attacks and supports among them (Baroni, Rago and Toni 2018, AAAI, p. 1765).

    ``needs`` has for an argument what it needs: its base counts times the strength of those ``together``, the weakest
    (``min``) or the ``product``. Raises `ValueError` for a base that isn't a number in [0, 1], `UnknownId` for a name that has no base.
    """

    bases: Mapping[str, float] = field(converter=_bases)
    attacks: tuple[Pair, ...] = field(converter=_pairs, default=())
    supports: tuple[Pair, ...] = field(converter=_pairs, default=())
    needs: Mapping[str, tuple[str, ...]] = field(factory=dict)
    together: str = field(default="min")

    @bases.validator
    def _weights(self, attribute: Attribute[Any], value: Mapping[str, Any]) -> None:
        for name, base in value.items():
            _fit(name, base)

    @attacks.validator
    @supports.validator
    def _known(self, attribute: Attribute[Any], value: tuple[Pair, ...]) -> None:
        bases = self.bases
        for one, other in value:
            if one not in bases or other not in bases:
                self.number_of(other if one in bases else one)

    @together.validator
    def _norm(self, attribute: Attribute[Any], value: str) -> None:
        if value not in TOGETHER:
            raise UnknownName("way to take premises together", value, TOGETHER)

    @property
    def arguments(self) -> tuple[str, ...]:
        """The names, in order."""
        return tuple(self.bases)

    def number_of(self, name: str) -> int:
        """The place of a name; raises `UnknownId`."""
        if name not in self.numbers:
            raise UnknownId(name, self.bases, noun="argument")
        return self.numbers[name]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each name."""
        return dict(zip(self.bases, range(len(self.bases)), strict=True))

    @cached_property
    def _alone(self) -> list[tuple[int]]:
        """A tuple of each number, which all share that need one."""
        return list(zip(self.numbers.values(), strict=True))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """What bears on each argument, by number."""
        numbers = self.numbers
        rows = _Rows(self._alone)
        for pairs, found in ((self.attacks, rows.attackers), (self.supports, rows.supporters)):
            for source, target in pairs:
                add(found, numbers[target], self._alone[numbers[source]])
        for name, needed in self.needs.items():
            if name in numbers:
                rows.needs[numbers[name]] = [numbers[need] for need in needed]
        return rows.nodes(self.bases.values())

    @cached_property
    def start_and_parts(self) -> tuple[list[int], list[list[int]]]:
        """The arguments that rest on no circle, each behind what bears on it, then the strong components of the others."""
        before = [node.bears() for node in self.nodes]
        return start_and_parts(AttackGraph(before, turned(before, self._alone)))

    def goes_round(self, part: Sequence[int]) -> bool:
        """Whether a component is a circle; if it isn't, it is one argument that doesn't bear on itself."""
        return len(part) > 1 or part[0] in self.nodes[part[0]].bears()

    def share(self, strengths: Sequence[float]) -> float:
        """The strength of premises together."""
        if len(strengths) == 1:
            return strengths[0]
        return min(strengths, default=1.0) if self.together == "min" else prod(strengths)


@no_garbage()
def qbaf(
    map: ArgumentMap, *, weight: float = 0.5, together: str = "min", backing: bool = False
) -> Qbaf:
    """The quantitative framework of a map: claims and links are its arguments.

    A claim's base is its weight, else ``weight``, or 0 for a questioned one. A link's base is its weight, else 1, times the strength
    of its premises and warrants ``together``. Supports support, rebuttals, undercuts and the sides of conflicts attack; supports of links
    count only with ``backing``. Raises what `Qbaf` does for a ``weight`` that isn't in [0, 1] and is asked for, and for another ``together``.
    """
    places = Places(map)
    reading = _Reading(places, _Rows(list(zip(places.numbers, strict=True))))
    reading.links(map, backing=backing)
    return reading.framework(list(_weights(map, weight)), together)


def _weights(map: ArgumentMap, weight: float) -> Iterator[float]:
    """The base of each atom."""
    for claim in map.claims:
        if claim.weight is not None:
            yield claim.weight
        elif claim.stance == "questioned":
            yield 0.0
        else:
            _fit(claim.id, weight)
            yield weight
    for link in map.links:
        own = getattr(link, "weight", None)
        yield 1.0 if own is None else own
        if isinstance(link, Conflict):
            yield from [1.0 for _ in permutations(link.claims, 2)]


@define
class _Reading:
    """What a map's links say, by name and by number; ``needs`` has it for what comes behind the claims."""

    places: Places
    rows: _Rows
    attacks: list[Pair] = field(factory=list)
    supports: list[Pair] = field(factory=list)
    needs: list[tuple[str, ...]] = field(factory=list)

    def links(self, map: ArgumentMap, *, backing: bool) -> None:
        """Read the links."""
        claims, rows = self.places.claims, self.rows
        cut = self.places.some([link.target for link in map.links if isinstance(link, Undercut)])
        at = len(map.claims)
        for link in map.links:
            self._needing(at, inputs(link))
            if isinstance(link, Attack):
                self.attacks.append((link.id, link.target))
                target = claims.get(link.target)
                add(rows.attackers, cut[link.target] if target is None else target, rows.alone[at])
            elif isinstance(link, Support) and (backing or link.target in claims):
                self.supports.append((link.id, link.target))
                add(rows.supporters, self.places[link.target], rows.alone[at])
            elif isinstance(link, Conflict):
                for one, other in permutations(link.claims, 2):
                    at += 1
                    name = side(link, one, other)
                    self._needing(at, (one, link.id))
                    self.attacks.append((name, other))
                    add(rows.attackers, claims[other], rows.alone[at])
            at += 1

    def _needing(self, at: int, needed: tuple[str, ...]) -> None:
        self.needs.append(needed)
        claims, rows = self.places.claims, self.rows
        if len(needed) == 1 and needed[0] in claims:  # most links
            rows.needs[at] = rows.alone[claims[needed[0]]]
        else:
            rows.needs[at] = [self.places[each] for each in needed]

    def framework(self, bases: Sequence[float], together: str) -> Qbaf:
        """The framework, without a second look at what is known of a map: its names are there, and no pair comes twice."""
        places, rows = self.places, self.rows
        needs: Mapping[str, tuple[str, ...]] = Column(places, self.needs, first=len(places.claims))
        made = Qbaf({}, (), (), needs, together)
        by_name: Mapping[str, float] = Column(places, bases)
        vars(made).update(bases=by_name, attacks=tuple(self.attacks), supports=tuple(self.supports))
        vars(made).update(numbers=places, nodes=rows.nodes(bases), _alone=rows.alone)
        return made
