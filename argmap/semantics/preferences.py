"""Preferences: attacks that are too weak for what they aim at, and what becomes of them.

An attack on a claim is *critical* if the claim outranks what the attack rests on. Four reductions say what then becomes of it:

1. it fails (Amgoud and Cayrol 2002, Annals of Mathematics and Artificial Intelligence 34, p. 197);
2. it fails, and the claim attacks back (Amgoud and Vesic 2014, International Journal of Approximate Reasoning 55, p. 585);
3. it fails only if the claim attacks back already;
4. it fails if the claim attacks back already, else the claim does so besides (both Kaci, van der Torre and Villata 2018,
   COMMA, p. 405).

What outranks what is said by `Preference` links, however many steps apart, and where they are silent by weights. An undercut
always counts, and so does what attacks an assumed claim (Modgil and Prakken 2014, Argument & Computation 5, p. 31; Prakken 2010,
Argument & Computation 1, p. 93).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import permutations

from attrs import define, field, frozen

from ..model.claim import Claim
from ..model.link import Conflict, Preference, Rebuttal, Step, Support
from ..model.map import ArgumentMap
from .options import Options
from .program import NO_CHANGES, Changes, inputs, side

__all__ = ["changes"]


@frozen
class _Attack:
    """An attack on a claim: its atom, its link, what it rests on at last, and its target."""

    atom: str
    link: str
    sources: tuple[str, ...]
    target: str


def changes(map: ArgumentMap, options: Options) -> Changes:
    """What preferences change of a map's attacks: nothing, unless ``options`` ask for it.

    With ``weigh="last"`` an attack rests on the link, its premises and its warrants, and is as weak as the weakest of them. With
    ``"weakest"`` a questioned premise is besides no stronger than its strongest support is.
    """
    if options.weigh is None:
        return NO_CHANGES
    ranks = _Ranks(map, options)
    failing: dict[str, str] = {}
    back: dict[str, dict[str, str]] = {}
    for attack in _attacks(map):
        weak = ranks.weak(attack)
        if not weak:
            continue
        returned = ranks.answered(attack)
        if options.reduction <= 2 or returned:
            failing[attack.atom] = attack.target
        if options.reduction == 2 or (options.reduction == 4 and not returned):
            for each in weak:
                back.setdefault(each, {}).setdefault(attack.target, attack.link)
    return Changes(failing, back)


def _attacks(map: ArgumentMap) -> Iterator[_Attack]:
    """The attacks on claims: rebuttals, and each side of each conflict."""
    for link in map.links:
        if isinstance(link, Rebuttal):
            sources = tuple(dict.fromkeys([link.id, *inputs(link)]))
            yield _Attack(link.id, link.id, sources, link.target)
        elif isinstance(link, Conflict):
            for one, other in permutations(link.claims, 2):
                yield _Attack(side(link, one, other), link.id, (one, link.id), other)


@define(slots=False)
class _Ranks:
    """What outranks what in a map."""

    map: ArgumentMap
    options: Options
    over: Mapping[str, Sequence[str]] = field(init=False)
    _below: dict[str, Mapping[str, None]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        over: dict[str, list[str]] = {}
        for link in self.map.links:
            if isinstance(link, Preference) and link.id not in self.options.without:
                over.setdefault(link.preferred, []).append(link.over)
        self.over = over

    def weak(self, attack: _Attack) -> tuple[str, ...]:
        """What an attack rests on at last and its target outranks; nothing if the target is an assumed claim."""
        target = self.map.elements[attack.target]
        if isinstance(target, Claim) and target.stance == "assumed":
            return ()
        weak = self._weak_ones(attack.target, attack.sources)
        return tuple([each for each in attack.sources if each in weak])

    def answered(self, attack: _Attack) -> bool:
        """Whether the target, by itself, attacks something that the attack rests on."""
        return any((attack.target, source) in self._pairs for source in attack.sources)

    @cached_property
    def _pairs(self) -> Mapping[tuple[str, str], None]:
        """Who attacks what by itself."""
        found: dict[tuple[str, str], None] = {}
        for link in self.map.links:
            if isinstance(link, Step) and not isinstance(link, Support) and len(inputs(link)) == 1:
                found[link.premises[0], link.target] = None
            elif isinstance(link, Conflict):
                found |= dict.fromkeys(permutations(link.claims, 2))
        return found

    def _weak_ones(self, target: str, sources: Iterable[str]) -> Mapping[str, None]:
        """Of some elements and what they rest on, those that are weaker than a target."""
        asked = dict.fromkeys(sources)
        if self.options.weigh == "weakest":
            todo = list(asked)
            for each in todo:
                fresh = [other for other in self._rests_on(each) if other not in asked]
                asked |= dict.fromkeys(fresh)
                todo += fresh
        weak = {each: None for each in asked if self._outranks(target, each)}
        if self.options.weigh == "weakest":
            self._spread(asked, weak)
        return weak

    def _spread(self, asked: Mapping[str, None], weak: dict[str, None]) -> None:
        """Take in what rests on something weak: a link on any, a questioned claim on nothing else."""
        users: dict[str, list[str]] = {}
        for each in asked:
            for other in self._rests_on(each):
                users.setdefault(other, []).append(each)
        todo = list(weak)
        for each in todo:
            for user in users.get(each, ()):
                some = isinstance(self.map.elements[user], Step)
                if user not in weak and (some or all(x in weak for x in self._rests_on(user))):
                    weak[user] = None
                    todo.append(user)

    def _rests_on(self, id: str) -> Sequence[str]:
        """The premises of a link, the supports of a questioned claim."""
        element = self.map.elements[id]
        if isinstance(element, Step):
            return inputs(element)
        if isinstance(element, Claim) and element.stance == "questioned":
            return [each.id for each in self.map.links_to[id] if isinstance(each, Support)]
        return ()

    def _outranks(self, one: str, other: str) -> bool:
        up, down = other in self._all_below(one), one in self._all_below(other)
        if up or down:
            return up and not down
        weights = [getattr(self.map.elements[id], "weight", None) for id in (one, other)]
        known = [weight for weight in weights if weight is not None]
        return len(known) > 1 and known[0] > known[1]

    def _all_below(self, id: str) -> Mapping[str, None]:
        """What is over nothing else than ``id`` is, step by step."""
        if id not in self._below:
            found = dict.fromkeys(self.over.get(id, ()))
            todo = list(found)
            for each in todo:
                fresh = [other for other in self.over.get(each, ()) if other not in found]
                found |= dict.fromkeys(fresh)
                todo += fresh
            self._below[id] = found
        return self._below[id]
