"""Circles of support: what would hold itself up must have a foundation outside.

In the framework of a map a questioned claim is rejected by a helper, "it lacks support", which every support of the claim
rejects in turn (see `framework_of`). Where supports go round in circles, the labels alone would let the circle hold itself up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from .graph import AttackGraph
from .grounded import UNDECIDED

__all__ = ["Foundations", "unfounded"]


@frozen(eq=False)
class Foundations:
    """The claims and links on circles of support.

    ``lacks`` has for each such claim its helper, whose attackers are the claim's supports; ``premises`` has for each
    such link its premises. ``maybe`` are claims with a support outside that is undecided.
    """

    lacks: Mapping[int, int]
    premises: Mapping[int, Sequence[int]]
    maybe: frozenset[int] = frozenset()

    def within(self, members: Sequence[int], barred: Iterable[int]) -> Foundations | None:
        """Those among some arguments, numbered in their order, of which some are ``barred``; None if there are none.

        A claim whose helper isn't among them is supported from outside.
        """
        number = {argument: index for index, argument in enumerate(members)}
        held_back = set(barred)
        lacks = {
            claim: helper
            for claim, helper in self.lacks.items()
            if claim in number and helper in number
        }
        premises = {
            number[link]: [number[each] for each in needed if each in number]
            for link, needed in self.premises.items()
            if link in number
        }
        if not lacks:
            return None
        maybe = frozenset([number[c] for c, helper in lacks.items() if helper in held_back])
        return Foundations({number[c]: number[h] for c, h in lacks.items()}, premises, maybe)

    def bodies(self, graph: AttackGraph, loop: Iterable[int]) -> list[int]:
        """The supports from outside a loop of the claims in it."""
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
    settled = foundations.maybe if least == UNDECIDED else ()
    suspects = {each for each in (*lacks, *premises) if labels[each] >= least}
    users: dict[int, list[int]] = {}
    waiting: dict[int, int] = {}
    founded: list[int] = []
    for link, needed in premises.items():
        if link in suspects:
            needed = [premise for premise in needed if premise in suspects]
            waiting[link] = len(needed)
            for premise in needed:
                users.setdefault(premise, []).append(link)
            if not needed:
                founded.append(link)
    for claim, helper in lacks.items():
        if claim in suspects:
            waiting[claim] = 1
            links = graph.attackers[helper]
            for link in links:
                users.setdefault(link, []).append(claim)
            if claim in settled or any(
                labels[link] >= least and link not in suspects for link in links
            ):
                founded.append(claim)
    return sorted(suspects - _founded(founded, users, waiting, suspects))


def _founded(
    founded: list[int],
    users: Mapping[int, Sequence[int]],
    waiting: dict[int, int],
    suspects: set[int],
) -> set[int]:
    """All that rests on what is founded."""
    done = set(founded)
    for each in founded:
        for user in users.get(each, ()):
            waiting[user] -= 1
            if waiting[user] <= 0 and user in suspects and user not in done:
                done.add(user)
                founded.append(user)
    return done
