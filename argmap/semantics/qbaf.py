"""Quantitative bipolar frameworks: base weights, attacks and supports; and the one that a map means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import permutations
from math import isfinite, prod
from typing import Any, NamedTuple, TypeAlias

from attrs import Attribute, field, frozen

from ..errors import UnknownId, UnknownName
from ..model.claim import Claim
from ..model.link import Attack, Conflict, Support
from ..model.map import ArgumentMap
from ..pause import no_garbage
from .graph import AttackGraph, parts_and_start, turned
from .program import inputs, side

__all__ = ["TOGETHER", "Node", "Qbaf", "qbaf"]

Pair: TypeAlias = tuple[str, str]
TOGETHER = ("min", "product")


def _pairs(value: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(dict.fromkeys([(a, b) for a, b in value]))


def _bases(value: Mapping[str, float]) -> Mapping[str, float]:
    return dict(value)


_NOTHING: list[int] = []


class Node(NamedTuple):
    """What bears on one argument: its base, and the numbers of what it needs and of its attackers and supporters."""

    base: float
    needs: list[int]
    attackers: list[int]
    supporters: list[int]

    def bears(self) -> list[int]:
        """All that bears on it, each once."""
        needs, attackers, supporters = self.needs, self.attackers, self.supporters
        if not needs and not (attackers and supporters):
            return attackers or supporters
        if len(needs) == 1 and not attackers and not supporters:
            return needs
        return list(dict.fromkeys(needs + attackers + supporters))


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
            if type(base) is float and 0 <= base <= 1:
                continue
            number = isinstance(base, int | float) and not isinstance(base, bool) and isfinite(base)
            if not (number and 0 <= base <= 1):
                raise ValueError(f"the base weight of {name!r} is a number in [0, 1], not {base!r}")

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
        return {name: at for at, name in enumerate(self.bases)}

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """What bears on each argument, by number."""
        numbers = self.numbers
        attackers, supporters, needs = [[_NOTHING] * len(numbers) for _ in range(3)]
        for pairs, found in ((self.attacks, attackers), (self.supports, supporters)):
            for source, target in pairs:
                at = numbers[target]
                if found[at]:
                    found[at].append(numbers[source])
                else:
                    found[at] = [numbers[source]]
        for name, needed in self.needs.items():
            if name in numbers:
                needs[numbers[name]] = [numbers[need] for need in needed]
        bases = self.bases.values()
        return tuple(map(Node, bases, needs, attackers, supporters))

    @cached_property
    def parts_and_start(self) -> tuple[list[list[int]], int]:
        """The strong components, each behind what bears on it, and how many at the start are single arguments that rest on no circle."""
        before = [node.bears() for node in self.nodes]
        behind = turned(before, list(zip(self.numbers.values(), strict=True)))
        return parts_and_start(AttackGraph(before, behind))

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
    count only with ``backing``.
    """
    bases: dict[str, float] = {}
    for claim in map.claims:
        without = 0.0 if claim.stance == "questioned" else weight
        bases[claim.id] = without if claim.weight is None else claim.weight
    attacks: list[Pair] = []
    supports: list[Pair] = []
    needs: dict[str, tuple[str, ...]] = {}
    for link in map.links:
        own = getattr(link, "weight", None)
        bases[link.id] = 1.0 if own is None else own
        needs[link.id] = inputs(link)
        if isinstance(link, Attack):
            attacks.append((link.id, link.target))
        elif isinstance(link, Support) and (
            backing or isinstance(map.elements[link.target], Claim)
        ):
            supports.append((link.id, link.target))
        elif isinstance(link, Conflict):
            for one, other in permutations(link.claims, 2):
                name = side(link, one, other)
                bases[name], needs[name] = 1.0, (one, link.id)
                attacks.append((name, other))
    return Qbaf(bases, attacks, supports, needs, together)
