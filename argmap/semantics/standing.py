"""What is kept of an evaluation, so that the map may be edited and not be weighed anew.

The grounded labels follow an edit (`argmap.semantics.relabelling`). What they leave open falls into clusters that no attack ties
together, and all semantics of maps label each cluster for itself (non-interference, and for stable labellings that there are some:
Baroni, Caminada and Giacomin 2011, Knowledge Engineering Review 26, p. 365); so the clusters that an edit doesn't reach stay as they are.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import define, field

from ..model.claim import Claim
from ..model.link import Link
from ..model.map import ArgumentMap
from ..pause import no_garbage
from .circles import circle_of
from .compiled import Compiled
from .edited_framework import EditedFramework
from .encoding import MakeSolver
from .foundations import Foundations
from .graph import components
from .grounded import UNDECIDED
from .layered import Layered
from .possible_for import BITS, WORD, possible_for
from .program import Changes
from .relabelling import Relabelling

__all__ = ["Standing"]

_ROOM, _LEAST = 2, 100
"""If there are so many times the arguments that it began with, and a few, a framework is crowded."""


@define
class _Bits:
    """The labels of each argument under a semantics, as bits; 0 in a cluster that no labelling fits, of which there are ``failing`` members."""

    bits: Layered[int]
    failing: int = 0
    failed: int | None = None
    """How many failed before the edit; None if nobody asked then."""
    changed: dict[int, int] = field(factory=dict)
    """What it was before for each that is something else."""

    def grow(self, size: int) -> None:
        """Take in what is new, as undecided."""
        for _ in range(len(self.bits), size):
            self.bits.append(BITS[UNDECIDED])

    def put(self, argument: int, bits: int) -> None:
        """Let an argument have other labels."""
        before = self.bits[argument]
        if bits != before:
            self.failing += (not bits) - (not before)
            self.bits.put(argument, bits)
            self.changed.setdefault(argument, before)

    def other_words(self) -> list[int]:
        """The arguments that have another label."""
        bits = self.bits
        return [each for each, before in self.changed.items() if WORD[before] != WORD[bits[each]]]

    def copy(self) -> _Bits:
        """The same, to go its own way, with nothing changed yet."""
        return _Bits(self.bits.copy(), self.failing, self.failing)


@define
class Standing:
    """The framework of a map, its grounded labels with their ranks and loops, and its circles of support.

    ``possible`` has what was asked of other semantics.
    """

    framework: EditedFramework
    labels: Layered[int]
    ranks: Layered[int]
    loops: dict[int, Sequence[int]]
    circles: dict[int, Foundations]
    next_rank: int
    make: MakeSolver
    possible: dict[str, _Bits] = field(factory=dict)
    changed: dict[int, int] = field(factory=dict)

    @property
    def crowded(self) -> bool:
        """Whether edits left so much behind that the map is better weighed anew."""
        began = len(self.framework.compiled.graph)
        return len(self.labels) > _ROOM * (began + _LEAST)

    @classmethod
    @no_garbage()
    def of(
        cls,
        framework: EditedFramework,
        compiled: Compiled,
        make: MakeSolver,
        known: Mapping[str, Sequence[int]],
    ) -> Standing:
        """What is kept of an evaluation that found the labels ``known``, as bits, under some semantics."""
        grounded = compiled.grounded
        ranks = array("l", bytes(array("l").itemsize * len(grounded.labels)))
        for rank, argument in enumerate(grounded.order):
            ranks[argument] = rank
        loops = {each: loop for loop in grounded.loops for each in loop}
        for each, loop in loops.items():
            ranks[each] = ranks[loop[0]]
        made = cls(
            framework,
            Layered(grounded.labels),
            Layered(ranks),
            loops,
            _indexed(compiled.circles),
            len(grounded.order),
            make,
        )
        for semantics, possible in known.items():
            if any(possible):  # else it isn't known which clusters no labelling fits
                made.possible[semantics] = _Bits(Layered(possible))
        return made

    def after(self, before: ArgumentMap, after: ArgumentMap, changes: Changes) -> Standing:
        """What is kept of the evaluation of the map ``after`` an edit."""
        framework = self.framework.edited(before, after, changes)
        circles, moved = self._circles(framework)
        relabelling = Relabelling(
            framework,
            self.labels.copy(),
            self.ranks.copy(),
            dict(self.loops),
            circles,
            self.next_rank,
        )
        changed = relabelling.follow()
        made = Standing(
            framework,
            relabelling.labels,
            relabelling.ranks,
            relabelling.loops,
            circles,
            relabelling.next_rank,
            self.make,
            {semantics: bits.copy() for semantics, bits in self.possible.items()},
            changed,
        )
        if made.possible:
            made._relabel_clusters(
                [*framework.touched.targets, *framework.touched.sources, *changed, *moved]
            )
        return made

    def bits(self, semantics: str, name: str) -> int:
        """The labels that a claim or link has in some labelling of a semantics, as bits."""
        at = self.framework.number(name)
        if semantics == "grounded":
            return BITS[self.labels[at]]
        found = self.of_semantics(semantics)
        return 0 if found.failing else found.bits[at]

    def changed_ids(self, semantics: str, map: ArgumentMap) -> tuple[str, ...] | None:
        """The ids of a map whose labels the edit changed, and new ones; None if that isn't known, or it changed all."""
        framework = self.framework
        new = [each for each in framework.touched.targets if each in framework.names]
        if semantics == "grounded":
            changed = list(self.changed)
        else:
            found = self.of_semantics(semantics)
            if found.failed is None or bool(found.failed) != bool(found.failing):
                return None
            changed = [] if found.failing else found.other_words()
        named = [(framework.name(each), each) for each in sorted(dict.fromkeys([*changed, *new]))]
        return tuple(
            [
                name
                for name, at in named
                if name is not None
                and isinstance(map.elements.get(name), Claim | Link)
                and framework.number(name) == at
            ]
        )

    def keep(self, semantics: str) -> None:
        """Keep the labels under a semantics up through edits."""
        if semantics != "grounded":
            self.of_semantics(semantics)

    def of_semantics(self, semantics: str) -> _Bits:
        """The labels under a semantics: found when they are first asked for."""
        if semantics not in self.possible:
            labels = list(self.labels)
            found = _Bits(Layered([BITS[label] for label in labels]))
            undecided = [each for each, label in enumerate(labels) if label == UNDECIDED]
            for cluster in self._clusters(undecided):
                self._solve(cluster, {semantics: found})
            self.possible[semantics] = found
        return self.possible[semantics]

    def _circles(self, framework: EditedFramework) -> tuple[dict[int, Foundations], list[int]]:
        """The circles of support after an edit, and the members of those that are others before or after it."""
        todo = list(dict.fromkeys(_supported(framework)))
        found = dict.fromkeys(todo)
        circles = dict(self.circles)
        moved: list[int] = []
        for each in todo:
            nexts = [*framework.supporting(each)]
            if each in circles:
                gone = circles[each]
                members = _members(gone)
                for member in (*members, *gone.lacks.values()):
                    del circles[member]
                moved += members
                nexts += members
            fresh = [other for other in dict.fromkeys(nexts) if other not in found]
            found |= dict.fromkeys(fresh)
            todo += fresh
        nexts_of = {each: [*framework.supporting(each)] for each in todo}
        parts = components(todo, nexts_of, found.__contains__)
        fresh_circles = [_circle(framework, part) for part in parts if len(part) > 1]
        return circles | _indexed(fresh_circles), moved + [
            m for c in fresh_circles for m in _members(c)
        ]

    def _relabel_clusters(self, seeds: Iterable[int]) -> None:
        """Find the labels of the clusters that an edit reached, and of what it decided."""
        labels, graph = self.labels, self.framework
        for bits in self.possible.values():
            bits.grow(len(labels))
        near = dict.fromkeys(seeds)
        for seed in [*near]:
            near |= dict.fromkeys([*graph.attackers[seed], *graph.attacked[seed]])
            if labels[seed]:
                for bits in self.possible.values():
                    bits.put(seed, BITS[labels[seed]])
        for cluster in self._clusters([each for each in near if not labels[each]]):
            self._solve(cluster, self.possible)

    def _clusters(self, seeds: Iterable[int]) -> Iterator[list[int]]:
        """The clusters of what is undecided that have some members, atoms first."""
        labels, graph = self.labels, self.framework
        found: dict[int, None] = {}
        for seed in seeds:
            if seed in found:
                continue
            found[seed] = None
            cluster = [seed]
            for each in cluster:
                for other in (*graph.attackers[each], *graph.attacked[each]):
                    if other not in found and not labels[other]:
                        found[other] = None
                        cluster.append(other)
            yield sorted(cluster, key=lambda each: (graph.role(each) is not None, each))

    def _solve(self, cluster: Sequence[int], asked: Mapping[str, _Bits]) -> None:
        graph = self.framework.graph.part(cluster)
        inside = {id(circle): circle for circle in map(self.circles.get, cluster) if circle}
        circles = Foundations.joined(inside.values()).within(cluster, ()) if inside else None
        atoms = sum([self.framework.role(each) is None for each in cluster])
        for semantics, bits in asked.items():
            found = possible_for(
                graph,
                semantics,
                [UNDECIDED] * len(cluster),
                counted=atoms,
                foundations=circles,
                make=self.make,
            )
            for argument, possible in zip(cluster, found, strict=True):
                bits.put(argument, possible)


def _supported(framework: EditedFramework) -> Iterator[int]:
    """The atoms that an edit ties to others by supports, or unties."""
    for each in framework.touched.targets:
        role = framework.role(each)
        if role is None:
            yield each
        elif role == "lacks":
            yield from framework.attacked[each]


def _circle(framework: EditedFramework, members: Sequence[int]) -> Foundations:
    needs = {each: framework.needs(each) for each in members}
    lacks = {each: framework.lacks(each) for each in members}
    return circle_of(
        needs, {each: helper for each, helper in lacks.items() if helper is not None}, members
    )


def _members(circle: Foundations) -> list[int]:
    return [*dict.fromkeys([*circle.lacks, *circle.premises])]


def _indexed(circles: Iterable[Foundations]) -> dict[int, Foundations]:
    """Circles by the atoms and helpers on them."""
    found: dict[int, Foundations] = {}
    for circle in circles:
        found |= dict.fromkeys([*_members(circle), *circle.lacks.values()], circle)
    return found
