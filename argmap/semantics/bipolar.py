"""A map flattened to claims that attack and support one another, and the attacks that follow under a reading of support.

Linked premises come apart, undercuts and backing have no place, stances say nothing: that is what these readings see of a map. Attacks and
supports of the papers go from argument to argument; where attacks are attacked (Baroni, Cerutti, Giacomin and Guida 2011, International
Journal of Approximate Reasoning 52, p. 19) links are arguments, as they are in a map's own meaning.

A chain of supports ``a => ... => b`` then makes further attacks (Cayrol and Lagasquie-Schiex 2013, International Journal of
Approximate Reasoning 54, p. 876):

- ``deductive``, "if a stands, b does": what leads to an attacker attacks as well (*supported*), and so is attacked what leads to the
  attacked (*mediated*, with both *super-mediated*): all ``a``, ``c`` where ``a => ... x``, ``x`` attacks ``y``, ``c => ... y``;
- ``necessary``, "b stands only if a does" (Nouioua and Risch 2011, SUM, p. 163), the other way round: all ``c``, ``e`` where ``a =>
  ... c``, ``a`` attacks ``b``, ``b => ... e`` (*secondary* without the first chain, else *extended*).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from attrs import define, field

from ..model.claim import Claim
from ..model.link import Conflict, Rebuttal, Support
from ..model.map import ArgumentMap
from .origin import Origin
from .program import Changes, inputs, side

__all__ = ["MOST", "Bipolar", "Pair", "bipolar"]

MOST = 2_000_000
"""So many attacks may follow at most; chains of supports can make as many as there are pairs."""

Pair = tuple[str, str]


@define(slots=False)
class Bipolar:
    """Claims, who attacks whom and who supports whom, each by what link; ``unseen`` are links that have no place."""

    claims: tuple[str, ...]
    attacks: dict[Pair, Origin] = field(factory=dict)
    supports: dict[Pair, str] = field(factory=dict)
    unseen: list[str] = field(factory=list)

    def following(self, reading: str) -> Mapping[Pair, Origin]:
        """All attacks under a reading, the shortest chain that makes each told; raises `ValueError` for too many."""
        if reading == "attacks" or not self.supports:
            return self.attacks
        forward = reading == "necessary"
        chains = _Chains(self.supports, forward)
        found: dict[Pair, Origin] = {}
        for (source, target), origin in self.attacks.items():
            for one, before in chains.of(source).items():
                for other, behind in chains.of(target).items():
                    if (one, other) not in found or _longer(found[one, other], before, behind):
                        role = _role(reading, bool(before), bool(behind), origin.role)
                        found[one, other] = Origin(role, (*reversed(before), *origin.ids, *behind))
                chains.count(len(found), reading)
        return found


def _longer(found: Origin, before: Sequence[str], behind: Sequence[str]) -> bool:
    return len(found.ids) > len(before) + len(behind) + 1


def _role(reading: str, before: bool, behind: bool, direct: str) -> str:
    """What an attack is called that a chain on either side makes."""
    if not before and not behind:
        return direct
    if reading == "necessary":
        return "extended" if before else "secondary"
    return "super-mediated" if before and behind else "supported" if before else "mediated"


@define
class _Chains:
    """The shortest chains of supports from each claim, or to it, as the links of each, the claim's own first."""

    supports: Mapping[Pair, str]
    forward: bool
    nexts: dict[str, list[tuple[str, str]]] = field(factory=dict)
    known: dict[str, dict[str, tuple[str, ...]]] = field(factory=dict)
    size: int = 0

    def __attrs_post_init__(self) -> None:
        for (source, target), link in self.supports.items():
            at, other = (source, target) if self.forward else (target, source)
            self.nexts.setdefault(at, []).append((other, link))

    def of(self, claim: str) -> dict[str, tuple[str, ...]]:
        """For each claim at the end of a chain the chain's links; the claim itself is at the end of an empty one."""
        if claim not in self.known:
            self.known[claim] = self._walked(claim)
            self.size += sum(map(len, self.known[claim].values()))
        return self.known[claim]

    def count(self, attacks: int, reading: str) -> None:
        """Raise ValueError where this goes too far."""
        if attacks + self.size > MOST:
            raise ValueError(
                f"the {reading} reading of this map has more than {MOST:,} attacks and links in chains: "
                "its supports make too long chains; the program reading takes it"
            )

    def _walked(self, claim: str) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {claim: ()}
        todo = [claim]
        for each in todo:
            for other, link in self.nexts.get(each, ()):
                if other not in found:
                    found[other] = (*found[each], link)
                    todo.append(other)
            self.size += 1
        return found


def bipolar(map: ArgumentMap, *, without: Sequence[str], changes: Changes) -> Bipolar:
    """The map flattened, without some claims and links, and with the ``changes`` that preferences make."""
    gone = dict.fromkeys(without)
    flat = Bipolar(tuple([claim.id for claim in map.claims]))
    for link in map.links:
        if link.id in gone:
            continue
        if isinstance(link, Rebuttal):
            pairs = [(each, link.target) for each in inputs(link) if link.id not in changes.failing]
            _attack(flat, pairs, Origin("rebuttal", (link.id,)), gone)
        elif isinstance(link, Conflict):
            pairs = list(_sides(link, changes))
            _attack(flat, pairs, Origin("conflict", (link.id,)), gone)
        elif isinstance(link, Support) and isinstance(map.elements[link.target], Claim):
            for each in inputs(link):
                if each not in gone and link.target not in gone:
                    flat.supports.setdefault((each, link.target), link.id)
        elif isinstance(link, Support) or link.kind == "undercut":
            flat.unseen.append(link.id)
    for target, back in changes.back.items():
        if isinstance(map.elements[target], Claim):
            for source, link_id in back.items():
                _attack(flat, [(source, target)], Origin("answer", (link_id,)), gone)
    return flat


def _attack(flat: Bipolar, pairs: Sequence[Pair], origin: Origin, gone: Mapping[str, None]) -> None:
    for pair in pairs:
        if not gone.keys() & set(pair):
            flat.attacks.setdefault(pair, origin)


def _sides(conflict: Conflict, changes: Changes) -> Iterator[Pair]:
    """Who attacks whom by a conflict, but for what is too weak."""
    for one, other in permutations(conflict.claims, 2):
        if side(conflict, one, other) not in changes.failing:
            yield one, other
