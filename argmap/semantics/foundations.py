"""Circles of support: what would hold itself up must have a foundation outside.

In the framework of a map a questioned claim is rejected by a helper, "it lacks support", which every support of the claim
rejects in turn (see `argmap.semantics.compiled`). Where supports go round in circles, the labels alone would let the circle
hold itself up.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from attrs import define, field, frozen

from .graph import AttackGraph
from .grounded import UNDECIDED

__all__ = ["Foundations", "unfounded"]


@frozen(eq=False)
class Foundations:
    """The claims and links on circles of support.

    ``lacks`` has for each that needs a support its helper, whose attackers are the supports; ``premises`` has for each link what
    it needs of the circle. ``maybe`` are those with a support outside that is undecided.
    """

    lacks: Mapping[int, int]
    premises: Mapping[int, Sequence[int]]
    maybe: frozenset[int] = frozenset()

    @classmethod
    def joined(cls, circles: Iterable[Foundations]) -> Foundations:
        """All the circles in one."""
        lacks: dict[int, int] = {}
        premises: dict[int, Sequence[int]] = {}
        for circle in circles:
            lacks |= circle.lacks
            premises |= circle.premises
        return cls(lacks, premises)

    def within(self, members: Sequence[int], barred: Iterable[int]) -> Foundations | None:
        """Those among some arguments, numbered in their order, of which some are ``barred``; None if there are none.

        What has a helper that isn't among them is supported from outside.
        """
        number = {argument: index for index, argument in enumerate(members)}
        held_back = set(barred)
        lacks = {
            claim: helper
            for claim, helper in self.lacks.items()
            if claim in number and helper in number
        }
        if not lacks:
            return None
        premises = {
            number[link]: [number[each] for each in needed if each in number]
            for link, needed in self.premises.items()
            if link in number
        }
        maybe = frozenset([number[c] for c, helper in lacks.items() if helper in held_back])
        return Foundations({number[c]: number[h] for c, h in lacks.items()}, premises, maybe)

    def besides(self, settled: Container[int]) -> Foundations:
        """All but those whose labels are settled, or that of their helper, so that they need no foundation."""
        return Foundations(
            {
                claim: helper
                for claim, helper in self.lacks.items()
                if claim not in settled and helper not in settled
            },
            {link: needed for link, needed in self.premises.items() if link not in settled},
            self.maybe,
        )

    def bodies(self, graph: AttackGraph, loop: Iterable[int]) -> list[int]:
        """The supports from outside a loop of what needs one in it."""
        inside = set(loop)
        return [
            link
            for claim in sorted(inside)
            if claim in self.lacks
            for link in graph.attackers[self.lacks[claim]]
            if link not in inside
        ]


def unfounded(
    graph: AttackGraph, foundations: Foundations, labels: Sequence[int], least: int
) -> list[int]:
    """Those of the claims and links with a label of at least ``least`` that only hold one another up.

    The greatest unfounded set (Van Gelder, Ross and Schlipf 1991, JACM 38, p. 620), in ascending order, in time linear in the
    circles.
    """
    lacks, premises = foundations.lacks, foundations.premises
    waiting = {each: 0 for each in (*lacks, *premises) if labels[each] >= least}
    wave = _Wave(waiting)
    for link, needed in premises.items():
        if link in waiting:
            for premise in needed:
                if premise in waiting:
                    wave.wait(link, premise)
    for claim, helper in lacks.items():
        if claim in waiting and not (least == UNDECIDED and claim in foundations.maybe):
            supports = [link for link in graph.attackers[helper] if labels[link] >= least]
            if all(link in waiting for link in supports):
                wave.wait_for_one(claim, helper, supports)
    return wave.left()


@define
class _Wave:
    """How many things each waits for, and who waits for it; a helper is told from what it helps by a negative number."""

    waiting: dict[int, int]
    users: dict[int, list[int]] = field(factory=dict)

    def wait(self, user: int, needed: int) -> None:
        """Let one wait for another."""
        self.waiting[user] += 1
        self.users.setdefault(needed, []).append(user)

    def wait_for_one(self, user: int, helper: int, offered: Iterable[int]) -> None:
        """Let one wait for any of several."""
        either = -1 - helper
        self.waiting[either] = 1
        self.wait(user, either)
        for each in offered:
            self.users.setdefault(each, []).append(either)

    def left(self) -> list[int]:
        """Who waits for ever."""
        waiting = self.waiting
        done = [each for each, count in waiting.items() if not count]
        for each in done:
            for user in self.users.get(each, ()):
                waiting[user] -= 1
                if not waiting[user]:
                    done.append(user)
        return sorted(each for each, count in waiting.items() if count > 0 and each >= 0)
