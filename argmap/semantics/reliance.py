"""What the claims and links of a map rely on, in numbers, and the grounded labels found from that alone.

It says what `program` says, as the framework of `argmap.semantics.compiled` does, but has a number or two for each atom where that has rows
and helpers. So a large map is weighed in half the time, and only of what stays undecided a framework is made.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import permutations

from attrs import define, field

from ..model.link import Conflict, Link, Step, Support, Undercut
from ..model.map import ArgumentMap, Element
from ..pause import no_garbage
from .attacks import MANY, NONE
from .graph import AttackGraph, components
from .grounded import ACCEPTED, REJECTED, UNDECIDED
from .nearby import Nearby
from .places import Places
from .program import inputs
from .undecided import Undecided

__all__ = ["Reliance"]

_PART = 1_024
"""So many links are put in before it is asked again where claims are found soonest."""

_BACKED = -1
"""In place of the number of supports that are left, of a claim that has one that holds."""


@define(slots=False, eq=False)
class Reliance:
    """What each atom of a map waits for: that its attackers fall, that what it needs stands, that a support of it does if it is questioned.

    ``waiting`` counts these. ``aims`` has for each atom the one that it attacks, or ``-2 - claim`` for the questioned claim that it supports;
    ``user_of`` the one that needs it, or ``MANY``, which ``users`` has. ``offers`` counts the supports of questioned claims. ``before`` and
    ``behind`` say whether a questioned claim supports one that comes before it, or behind. Where such claims support one another in a circle,
    it is ``circular``, and there are no ``labels``; else these are the grounded labels, and ``offers`` what is left when they are found.

    >>> from argmap import Claim, Rebuttal
    >>> a, b = Claim("a"), Claim("b", stance="questioned")
    >>> Reliance.of(ArgumentMap(claims=(a, b), links=(Rebuttal("r", ("b",), "a"),))).labels
    [1, -1, -1]
    """

    places: Places
    offers: dict[int, int]
    waiting: list[int] = field(init=False)
    aims: array[int] = field(init=False)
    user_of: array[int] = field(init=False)
    users: dict[int, list[int]] = field(factory=dict)
    before: bool = False
    behind: bool = False
    labels: Sequence[int] = ()

    def __attrs_post_init__(self) -> None:
        size = len(self.places)
        self.waiting, nothing = [0] * size, array("i", [NONE])
        self.aims, self.user_of = nothing * size, nothing * size
        for claim in self.offers:
            self.waiting[claim] = 1

    @classmethod
    @no_garbage()
    def of(cls, map: ArgumentMap) -> Reliance:
        """What the atoms of a map rely on."""
        stances = [claim.stance for claim in map.claims]
        made = cls(Places(map), {at: 0 for at, each in enumerate(stances) if each == "questioned"})
        made._all_links(map)
        if not made.circular:
            made._settle()
        return made

    @cached_property
    def circular(self) -> bool:
        """Whether questioned claims support one another in a circle."""
        if not (self.before and self.behind):
            return False  # as in most maps, for people give their reasons in order
        aims = self.aims
        nexts = {
            claim: [-2 - aims[user] for user in self._users(claim) if aims[user] < NONE]
            for claim in self.offers
        }
        parts = components(nexts, nexts, nexts.__contains__)
        return any(len(part) > 1 or part[0] in nexts[part[0]] for part in parts)

    def _users(self, at: int) -> Sequence[int]:
        """What needs an atom."""
        one = self.user_of[at]
        return (one,) if one >= 0 else self.users.get(at, ())

    def _all_links(self, map: ArgumentMap) -> None:
        """Put in what the links need, attack and support."""
        cutting: dict[int, Element] = {}  # the numbers of what they cut aren't known yet
        at, nearby = len(map.claims), Nearby(map, self.places)
        for first in range(0, len(map.links), _PART):
            at = self._links(map, map.links[first : first + _PART], at, nearby.table, cutting)
        for at, target in zip(cutting, self.places.of([*cutting.values()]), strict=True):
            self._attack(at, target)

    def _links(
        self,
        map: ArgumentMap,
        links: Iterable[Link],
        at: int,
        claims: Mapping[str, int],
        cutting: dict[int, Element],
    ) -> int:
        """Put in some links, of which ``at`` is the first; the number of what comes behind them."""
        offers, aims = self.offers, self.aims
        waiting, user_of = self.waiting, self.user_of
        for link in links:
            if not isinstance(link, Step):
                at = self._besides(link, at)
                continue
            needed = link.premises + link.warrants if link.warrants else link.premises
            waiting[at] += len(needed)
            for name in needed:
                each = claims[name]
                if user_of[each] == NONE:
                    user_of[each] = at
                else:
                    self._one_more(each, at)
            if isinstance(link, Support):
                target = claims[link.target]
                if target in offers:
                    self._offer(at, target, [claims[each] for each in needed])
            elif isinstance(link, Undercut):
                cutting[at] = map.elements[link.target]
            else:
                target = aims[at] = claims[link.target]
                waiting[target] += 1
            at += 1
        return at

    def _attack(self, at: int, target: int) -> None:
        self.aims[at] = target
        self.waiting[target] += 1

    def _offer(self, at: int, claim: int, needed: Sequence[int]) -> None:
        """Let a link support a questioned claim."""
        self.aims[at] = -2 - claim
        self.offers[claim] += 1
        for each in needed:
            if each in self.offers:
                self.before = self.before or claim <= each
                self.behind = self.behind or claim >= each

    def _one_more(self, needed: int, user: int) -> None:
        """Let an atom be needed by one more than it was."""
        one = self.user_of[needed]
        self.user_of[needed] = user if one == NONE else MANY
        if one == MANY:
            self.users[needed].append(user)
        elif one != NONE:
            self.users[needed] = [one, user]

    def _besides(self, link: Link, at: int) -> int:
        """Put in what a link that is no step needs and attacks; the number of what comes behind it."""
        places, number = self.places, at
        for needed in inputs(link):
            self._need(at, places[needed])
        if isinstance(link, Conflict):
            for one, other in permutations(link.claims, 2):
                at += 1
                self._need(at, places[one])
                self._need(at, number)
                self._attack(at, places[other])
        return at + 1

    def _need(self, at: int, needed: int) -> None:
        self.waiting[at] += 1
        self._one_more(needed, at)

    def _settle(self) -> None:
        """Find the labels: what holds first, then what falls by it, and so on."""
        aims, user_of, users = self.aims, self.user_of, self.users
        waiting, offers = self.waiting, self.offers
        labels = [UNDECIDED] * len(waiting)
        todo = [at for at, count in enumerate(waiting) if not count]
        fallen = [claim for claim, count in offers.items() if not count]
        while (
            todo or fallen
        ):  # the last comes first: what it decides is near it, in a map as in memory
            if fallen:
                at = fallen.pop()
                if labels[at]:
                    continue
                labels[at] = REJECTED
                one, aim = user_of[at], aims[at]
                if one != NONE:
                    fallen += (one,) if one >= 0 else users[at]
                if aim >= 0:
                    waiting[aim] -= 1
                    if not waiting[aim]:
                        todo.append(aim)
                elif aim != NONE:
                    _withdraw(offers, -2 - aim, fallen)
                continue
            at = todo.pop()
            labels[at] = ACCEPTED
            one, aim = user_of[at], aims[at]
            for each in (one,) if one >= 0 else users.get(at, ()):
                waiting[each] -= 1
                if not waiting[each]:
                    todo.append(each)
            if aim >= 0:
                fallen.append(aim)
            elif aim != NONE:
                _back(offers, waiting, -2 - aim, todo)
        self.labels, self.waiting = labels, []  # nothing asks what they wait for any more

    def undecided(self) -> Undecided:
        """The framework of what the labels leave undecided."""
        offers = self.offers
        members = [at for at, label in enumerate(self.labels) if label == UNDECIDED]
        number = {at: index for index, at in enumerate(members)}
        pairs: list[tuple[int, int]] = []
        helpers: list[int] = []
        lacks: dict[int, int] = {}
        for at in members:
            aim = self.aims[at]
            claim = -2 - aim
            if aim in number:
                pairs.append((number[at], number[aim]))
            elif claim in number and offers[claim] != _BACKED:
                if claim not in lacks:
                    lacks[claim] = len(members) + len(helpers)
                    helpers.append(-1 - claim)
                    pairs.append((lacks[claim], number[claim]))
                pairs.append((number[at], lacks[claim]))
            users = [number[each] for each in self._users(at) if each in number]
            if users:
                fails = len(members) + len(helpers)
                helpers.append(at)
                pairs.append((number[at], fails))
                pairs += [(fails, user) for user in users]
        size = len(members) + len(helpers)
        graph, start = AttackGraph.of(size, pairs), [UNDECIDED] * size
        return Undecided(graph, members, helpers, start, len(members))


def _withdraw(offers: dict[int, int], claim: int, fallen: list[int]) -> None:
    """Let a questioned claim have one support less; without any it falls."""
    if offers[claim] != _BACKED:
        offers[claim] -= 1
        if not offers[claim]:
            fallen.append(claim)


def _back(offers: dict[int, int], waiting: list[int], claim: int, todo: list[int]) -> None:
    """Let a questioned claim have a support that holds."""
    if offers[claim] != _BACKED:
        offers[claim] = _BACKED
        waiting[claim] -= 1
        if not waiting[claim]:
            todo.append(claim)
