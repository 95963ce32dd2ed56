"""A map as a framework with helpers, in numbers: what the engine works on.

It says what `program` says. Two kinds of helpers stand between what holds and what needs it: ``fails(p)``, which an accepted ``p``
rejects and which rejects what needs ``p``; and ``lacks(c)``, which the supports of ``c`` reject and which rejects ``c``. Without
circles of support the complete labellings are the program's models; with them `Foundations` tells which of them aren't.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import permutations
from typing import Any

from attrs import define, field, frozen

from ..model.link import Conflict, Link, Step, Support, Undercut
from ..model.map import ArgumentMap
from ..pause import no_garbage
from .circles import circles_of
from .foundations import Foundations, unfounded
from .graph import AttackGraph, add, turned
from .grounded import REJECTED, UNDECIDED, Labelling
from .places import Places
from .program import NO_CHANGES, Changes, inputs, side
from .reliance import Reliance

__all__ = ["Argument", "Compiled", "compiled", "compiled_flat"]


@frozen
class Argument:
    """Where an argument of the framework comes from.

    ``role`` is ``atom`` for the claim, link or side called ``name`` itself, ``fails`` for "``name`` fails", ``lacks`` for "nothing
    supports ``name``".
    """

    role: str
    name: str

    def __str__(self) -> str:
        return self.name if self.role == "atom" else f"{self.role}({self.name})"


@frozen(eq=False)
class Decided:
    """The grounded labels, the arguments that they decide in order, and the groups that only held themselves up."""

    labels: tuple[int, ...]
    order: Sequence[int]
    loops: Sequence[Sequence[int]]


@frozen(slots=False, eq=False)
class Compiled:
    """A map's framework: its graph, the atoms' numbers, which come first, its helpers, its circles of support."""

    graph: AttackGraph
    number: Places
    helpers: Sequence[int]
    """The atom of which each helper says that it fails; ``-1 -`` the atom where it says that it lacks support."""
    circles: tuple[Foundations, ...]
    foundations: Foundations | None
    supports: Sequence[Sequence[int]] = ()
    """The supports of each atom."""
    known: Sequence[int] | None = None
    """The grounded labels of the atoms, if they were found before."""

    @property
    def size(self) -> int:
        """How many atoms there are; the helpers come behind them."""
        return len(self.number)

    def arguments(self) -> tuple[Argument, ...]:
        """What each argument is."""
        names = list(self.number)
        atoms = [Argument("atom", name) for name in names]
        helpers = [
            Argument("fails", names[of]) if of >= 0 else Argument("lacks", names[-1 - of])
            for of in self.helpers
        ]
        return (*atoms, *helpers)

    def role(self, argument: int) -> str | None:
        """What a helper says of an atom, ``fails`` or ``lacks``; None for what is no helper of this framework."""
        at = argument - len(self.number)
        if not 0 <= at < len(self.helpers):
            return None
        return "fails" if self.helpers[at] >= 0 else "lacks"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The atoms by number."""
        return tuple(self.number)

    @cached_property
    def start(self) -> tuple[int, ...]:
        """The labels of `grounded`, in which all labellings begin."""
        if self.known is None:
            return self.grounded.labels
        labels = [*self.known]
        for of in self.helpers:
            says = labels[of] if of >= 0 else self._best(labels, -1 - of)
            labels.append(-says)
        return tuple(labels)

    def _best(self, labels: Sequence[int], atom: int) -> int:
        """The highest label among the supports of an atom."""
        return max([labels[support] for support in self.supports[atom]], default=REJECTED)

    @cached_property
    def grounded(self) -> Decided:
        """The well-founded model (Van Gelder, Ross and Schlipf 1991, JACM 38, p. 620), computed once.

        What only holds itself up is rejected, circle by circle, until no circle has anything unfounded.
        """
        with no_garbage():
            return self._decided()

    def _decided(self) -> Decided:
        order: list[int] = []
        labelling = Labelling(self.graph, order)
        labelling.spread()
        loops: list[list[int]] = []
        changed = bool(self.circles)
        while changed:
            changed = False
            for circle in self.circles:
                loop = unfounded(self.graph, circle, labelling.labels, UNDECIDED)
                if loop:
                    changed = True
                    loops.append(loop)
                    labelling.reject(loop)
        return Decided(tuple(labelling.labels), order, loops)


@no_garbage()
def compiled(
    map: ArgumentMap,
    *,
    require_backing: bool = False,
    without: Iterable[str] = (),
    assume: Iterable[str] = (),
    changes: Changes = NO_CHANGES,
    known: Reliance | None = None,
) -> Compiled:
    """The framework of a map, in time linear in it; ``without`` some atoms, and with others accepted anyway.

    ``known`` is what its atoms rely on, if that was found before; it must say the same.
    """
    builder = _Builder(known.places if known else Places(map), changes.failing)
    builder.links(map, require_backing=require_backing)
    for at, claim in enumerate(map.claims):
        if claim.stance == "questioned":
            builder.lacking(at)
    for target, claims in changes.back.items():
        for each in claims:
            builder.attack(builder.number[each], builder.number[target])
    builder.change(without, assume)
    graph = builder.graph()
    circles = circles_of(graph, builder.fails, builder.lacks)
    whole = Foundations.joined(circles) if circles else None
    labels = known.labels if known else None
    return Compiled(
        graph, builder.number, builder.helpers, circles, whole, builder.supports, labels
    )


def compiled_flat(
    map: ArgumentMap,
    attacks: Iterable[tuple[str, str]],
    *,
    without: Iterable[str] = (),
    assume: Iterable[str] = (),
) -> Compiled:
    """The framework in which claims attack one another as said, and links follow what they need."""
    number = Places(map)
    builder = _Builder(number, dict.fromkeys(number, ""))
    builder.links(map, require_backing=False)
    for source, target in attacks:
        builder.attack(builder.number[source], builder.number[target])
    builder.change(without, assume)
    return Compiled(builder.graph(), builder.number, builder.helpers, (), None)


@define
class _Builder:
    """The framework as far as it is built: the attackers of each argument, the supports of each atom, and the helpers.

    ``attackers`` and ``supports`` are rows as `add` makes them, of ``alone``, which has a tuple of each argument's number: a large map is
    weighed as fast as memory is read, and these would be the most of it. Attacks of atoms that are ``failing`` count for nothing. ``fails`` has the helper of each atom, or 0.
    """

    number: Places
    failing: Mapping[str, str]
    alone: list[tuple[int]] = field(init=False)
    attackers: list[Any] = field(init=False)
    fails: list[int] = field(init=False)
    helpers: list[int] = field(factory=list)
    supports: list[Any] = field(init=False)
    lacks: dict[int, int] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.alone = list(zip(self.number.numbers, strict=True))
        self.attackers = [()] * len(self.alone)
        self.supports = [*self.attackers]
        self.fails = [0] * len(self.alone)

    def links(self, map: ArgumentMap, *, require_backing: bool) -> None:
        """Put in what the links need and attack."""
        failing, claims = self.failing, self.number.claims
        cut = self.number.some([link.target for link in map.links if isinstance(link, Undercut)])
        at = len(map.claims)
        for link in map.links:
            if not isinstance(link, Step):
                at = self._besides(link, at)
                continue
            target = claims.get(link.target)
            if target is None:
                target = cut.get(link.target) or self.number[link.target]  # no link's is 0
            if isinstance(link, Support):
                add(self.supports, target, self.alone[at])
            elif link.id not in failing:
                add(self.attackers, target, self.alone[at])
            for each in link.premises:
                self._needing(at, claims[each])
            for each in link.warrants:
                self._needing(at, claims[each])
            at += 1
        if require_backing:
            for at in range(len(map.claims), len(self.number)):
                if self.supports[at]:
                    self.lacking(at)

    def attack(self, source: int, target: int) -> None:
        """Let one atom attack another."""
        add(self.attackers, target, self.alone[source])

    def lacking(self, number: int) -> None:
        """Reject an atom as long as none of its supports is accepted."""
        self.attack(self._lacks(number, self.supports[number]), number)

    def change(self, without: Iterable[str], assume: Iterable[str]) -> None:
        """Take atoms away, which is to reject them, or accept them whatever attacks them."""
        gone = [self.number[name] for name in without]
        for at in (*gone, *[self.number[name] for name in assume]):
            self.attackers[at] = ()
        for at in dict.fromkeys(gone):
            self.attack(self._lacks(at, ()), at)
        for at in (*gone, *[self.number[name] for name in assume]):
            self.lacks.pop(at, None)

    def graph(self) -> AttackGraph:
        """The graph of all attacks."""
        return AttackGraph(self.attackers, turned(self.attackers, self.alone))

    def _needing(self, number: int, needed: int) -> None:
        """Reject an atom as long as another one, which it needs, fails."""
        helper = self.fails[needed]
        if not helper:
            helper = self.fails[needed] = self._helper(self.alone[needed], needed)
        add(self.attackers, number, self.alone[helper])

    def _besides(self, link: Link, at: int) -> int:
        """Put in what a link that is no step needs and attacks; the number of what comes behind it."""
        number = self.number
        for each in inputs(link):
            self._needing(at, number[each])
        if isinstance(link, Conflict):
            for one, other in permutations(link.claims, 2):
                at += 1
                self._needing(at, number[one])
                self._needing(at, number[link.id])
                if side(link, one, other) not in self.failing:
                    self.attack(at, number[other])
        return at + 1

    def _lacks(self, of: int, supports: Sequence[int]) -> int:
        helper = self.lacks[of] = self._helper(supports, -1 - of)
        return helper

    def _helper(self, attackers: Any, says: int) -> int:
        """One argument more, and what it says as `Compiled.helpers` has it."""
        number = len(self.alone)
        self.alone.append((number,))
        self.attackers.append(attackers)
        self.helpers.append(says)
        return number
