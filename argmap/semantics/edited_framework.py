"""The framework of a map that is edited: what an edit does to the attacks, at the cost of what it changes.

It is that of `argmap.semantics.compiled`, except for numbers: what an edit adds is numbered behind all the rest, and what it takes
away stays behind without a name, attacking nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, count, permutations
from operator import is_not
from typing import Any, TypeVar

from attrs import define, evolve, field

from ..model.claim import Claim
from ..model.descent import edited_since
from ..model.link import Conflict, Link, Rebuttal, Step, Support, Undercut
from ..model.map import ArgumentMap
from .compiled import Compiled
from .graph import AttackGraph
from .layered import Layered
from .program import Changes, inputs, side

__all__ = ["EditedFramework", "Touched"]

Thing = Claim | Link
Value = TypeVar("Value", Claim, Link)


@define
class Touched:
    """The arguments whose attackers an edit changes, and the other ends of the attacks that come or go."""

    targets: dict[int, None] = field(factory=dict)
    sources: dict[int, None] = field(factory=dict)


@define
class EditedFramework:
    """The attacks among what a map has, and among helpers, ready to be edited.

    ``numbers``, ``supports`` and ``roles`` hold what isn't as in ``compiled``; attacks on what is ``settled``, taken away or assumed,
    count for nothing.
    """

    compiled: Compiled
    changes: Changes
    require_backing: bool
    settled: frozenset[int]
    attackers: Layered[Sequence[int]]
    attacked: Layered[Sequence[int]]
    numbers: dict[str, int] = field(factory=dict)
    supports: dict[str, Sequence[int]] = field(factory=dict)
    roles: dict[int, str] = field(factory=dict)
    names: dict[int, str] = field(factory=dict)
    touched: Touched = field(factory=Touched)

    @classmethod
    def of(
        cls, compiled: Compiled, changes: Changes, *, require_backing: bool, settled: Iterable[str]
    ) -> EditedFramework:
        """That of a map, as it is before any edit."""
        return cls(
            compiled,
            changes,
            require_backing,
            frozenset([compiled.number[id] for id in settled]),
            Layered(compiled.graph.attackers),
            Layered(compiled.graph.attacked),
        )

    def edited(self, before: ArgumentMap, after: ArgumentMap, changes: Changes) -> EditedFramework:
        """That of the map ``after`` an edit of the one ``before``, with what was ``touched``."""
        made = evolve(
            self,
            attackers=self.attackers.copy(),
            attacked=self.attacked.copy(),
            numbers=dict(self.numbers),
            supports=dict(self.supports),
            roles=dict(self.roles),
            names=dict(self.names),
            touched=Touched(),
        )
        made._edit(before, after, changes)
        return made

    @property
    def graph(self) -> AttackGraph:
        """Who attacks whom."""
        attackers: Any = self.attackers
        attacked: Any = self.attacked
        return AttackGraph(attackers, attacked)

    def number(self, name: str) -> int:
        """The number of an atom."""
        return self.numbers[name] if name in self.numbers else self.compiled.number[name]

    def name(self, argument: int) -> str | None:
        """The atom that an argument is; None for a helper."""
        if argument < self.compiled.size:
            return self.compiled.names[argument]
        return self.names.get(argument)

    def role(self, argument: int) -> str | None:
        """What a helper says of an atom, ``fails`` or ``lacks``; None for an atom."""
        return self.compiled.role(argument) or self.roles.get(argument)

    def lacks(self, argument: int) -> int | None:
        """The helper that rejects an atom as long as nothing supports it, if there is one."""
        if argument in self.settled:
            return None
        found = [each for each in self.attackers[argument] if self.role(each) == "lacks"]
        return found[0] if found else None

    def needs(self, argument: int) -> list[int]:
        """The atoms all of which an atom needs."""
        found = [each for each in self.attackers[argument] if self.role(each) == "fails"]
        return [self.attackers[each][0] for each in found]

    def supporting(self, argument: int) -> Iterator[int]:
        """The atoms that may hold because of this one: what it supports, and what else needs a support and this."""
        for each in self.attacked[argument]:
            role = self.role(each)
            if role == "lacks" or (role == "fails" and self.lacks(argument) is not None):
                yield from self.attacked[each]

    def _edit(self, before: ArgumentMap, after: ArgumentMap, changes: Changes) -> None:
        gone, new = _apart(before, after)
        past, self.changes = self.changes, changes
        old_links = [thing for thing in gone.values() if isinstance(thing, Link)]
        new_links = [thing for thing in new.values() if isinstance(thing, Link)]
        own = dict.fromkeys([atom for link in (*old_links, *new_links) for atom in _atoms(link)])
        for source, target in (*_answers(past, changes), *_attacks(changes, past, own)):
            self._retract(self.number(source), self.number(target))
        for link in old_links:
            self._untie(link, past)
        for id in gone:
            if id not in new:
                self._drop(id)
        for id in new:
            if id not in gone:
                self.numbers[id] = self._argument(name=id)
        for link in new_links:
            self._tie(link)
        for id in dict.fromkeys(chain(new, *map(_targets, (*old_links, *new_links)))):
            self._need_support(id, after.elements.get(id))
        for source, target in (*_answers(changes, past), *_attacks(past, changes, own)):
            self._attack(self.number(source), self.number(target))

    def _tie(self, link: Link) -> None:
        """Put a link's attacks in."""
        if isinstance(link, Conflict):
            for one, other in permutations(link.claims, 2):
                name = side(link, one, other)
                self.numbers[name] = self._argument(name=name)
        elif isinstance(link, Support):
            known = self._supports(link.target)
            self.supports[link.target] = (*known, self.number(link.id))
        for source, target in self._attacks(link, self.changes):
            self._attack(source, target)

    def _untie(self, link: Link, changes: Changes) -> None:
        """Take a link's attacks out."""
        for source, target in self._attacks(link, changes):
            self._retract(source, target)
        if isinstance(link, Support):
            at, known = self.number(link.id), self._supports(link.target)
            self.supports[link.target] = [each for each in known if each != at]

    def _attacks(self, link: Link, changes: Changes) -> list[tuple[int, int]]:
        """The attacks that there are because of a link."""
        at = self.number(link.id)
        found = [(self._fails(each), at) for each in inputs(link)]
        if isinstance(link, Support):
            helper = self.lacks(self.number(link.target))
            found += [(at, helper)] if helper is not None else []
        elif isinstance(link, Rebuttal | Undercut) and link.id not in changes.failing:
            found.append((at, self.number(link.target)))
        elif isinstance(link, Conflict):
            for one, other in permutations(link.claims, 2):
                name = side(link, one, other)
                speaks = self.number(name)
                found += [(self._fails(each), speaks) for each in (one, link.id)]
                if name not in changes.failing:
                    found.append((speaks, self.number(other)))
        return found

    def _drop(self, id: str) -> None:
        """Take a claim or link out that nothing names any more: let nothing attack it."""
        at = self.number(id)
        for each in self.attackers[at]:
            self._retract(each, at)

    def _need_support(self, id: str, thing: object) -> None:
        """Let a claim or link need a support if it does, and else not."""
        if not isinstance(thing, Claim | Link):
            return
        at, supports = self.number(id), self._supports(id)
        if at in self.settled:
            return
        if isinstance(thing, Claim):
            needed = thing.stance == "questioned"
        else:
            needed = self.require_backing and bool(supports)
        helper = self.lacks(at)
        if needed and helper is None:
            helper = self._argument(role="lacks")
            for support in supports:
                self._attack(support, helper)
            self._attack(helper, at)
        elif helper is not None and not needed:
            for support in self.attackers[helper]:
                self._retract(support, helper)
            self._retract(helper, at)

    def _supports(self, id: str) -> Sequence[int]:
        """The supports of a claim or link."""
        if id in self.supports:
            return self.supports[id]
        compiled = self.compiled
        return compiled.supports[compiled.number[id]] if id in compiled.number else ()

    def _fails(self, name: str) -> int:
        """The helper that says that an atom fails."""
        at = self.number(name)
        for each in self.attacked[at]:
            if self.role(each) == "fails":
                return each
        helper = self._argument(role="fails")
        self._attack(at, helper)
        return helper

    def _argument(self, *, name: str = "", role: str = "") -> int:
        """One argument more."""
        at = self.attackers.append(())
        self.attacked.append(())
        self.touched.targets[at] = None
        if role:
            self.roles[at] = role
        else:
            self.names[at] = name
        return at

    def _attack(self, source: int, target: int) -> None:
        if target not in self.settled:
            self.attackers.put(target, [*self.attackers[target], source])
            self.attacked.put(source, [*self.attacked[source], target])
            self._touch(source, target)

    def _retract(self, source: int, target: int) -> None:
        if target not in self.settled:
            left = [each for each in self.attackers[target] if each != source]
            self.attackers.put(target, left)
            self.attacked.put(source, [each for each in self.attacked[source] if each != target])
            self._touch(source, target)

    def _touch(self, source: int, target: int) -> None:
        self.touched.targets[target] = None
        self.touched.sources[source] = None


def _apart(before: ArgumentMap, after: ArgumentMap) -> tuple[dict[str, Thing], dict[str, Thing]]:
    """What bears on verdicts and is in one of two maps alone, by id; what changed is in both."""
    ids = edited_since(before, after)
    if ids is None:
        claims = _between(before.claims, after.claims)
        links = _between(before.links, after.links)
        ids = tuple(dict.fromkeys([thing.id for part in (*claims, *links) for thing in part]))
    gone, new = _named(before, ids), _named(after, ids)
    same = [id for id in gone if id in new and _said(gone[id]) == _said(new[id])]
    for id in same:
        del gone[id], new[id]
    return gone, new


def _named(map: ArgumentMap, ids: Iterable[str]) -> dict[str, Thing]:
    """The claims and links of some ids that a map has."""
    found = {id: map.elements.get(id) for id in ids}
    return {id: thing for id, thing in found.items() if isinstance(thing, Claim | Link)}


def _between(
    before: Sequence[Value], after: Sequence[Value]
) -> tuple[Sequence[Value], Sequence[Value]]:
    """What two sequences don't share: all but the same values at the start and the end, and in between."""
    least = min(len(before), len(after))
    start = next(compress(count(), map(is_not, before, after)), least)
    back = next(compress(count(), map(is_not, reversed(before), reversed(after))), least)
    back = min(back, least - start)
    old, new = before[start : len(before) - back], after[start : len(after) - back]
    there, here = dict.fromkeys(map(id, new)), dict.fromkeys(map(id, old))
    gone = [each for each in old if id(each) not in there]
    return gone, [each for each in new if id(each) not in here]


def _said(thing: Thing) -> tuple[Any, ...]:
    """What of a claim or link bears on verdicts."""
    if isinstance(thing, Claim):
        return (Claim, thing.stance == "questioned")
    return (type(thing), inputs(thing), *_targets(thing), getattr(thing, "claims", ()))


def _targets(link: Link) -> tuple[str, ...]:
    return (link.target,) if isinstance(link, Step) else ()


def _atoms(link: Link) -> list[str]:
    """The atoms that are there because of a link."""
    if isinstance(link, Conflict):
        return [link.id, *[side(link, *pair) for pair in permutations(link.claims, 2)]]
    return [link.id]


def _answers(changes: Changes, others: Changes) -> list[tuple[str, str]]:
    """Who attacks back, and whom, by some changes and not by others."""
    found: list[tuple[str, str]] = []
    nothing: Mapping[str, str] = {}
    for target, claims in changes.back.items():
        known = others.back.get(target, nothing)
        found += [(claim, target) for claim in claims if claim not in known]
    return found


def _attacks(
    changes: Changes, others: Changes, besides: Mapping[str, None]
) -> list[tuple[str, str]]:
    """The attacks that fail by some changes and not by others, but for those of some atoms."""
    return [
        (atom, target)
        for atom, target in changes.failing.items()
        if atom not in others.failing and atom not in besides
    ]
