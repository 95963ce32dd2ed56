"""Rules about what leads back to itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from ..model.link import Preference
from ..semantics.graph import components
from .facts import Facts
from .rule import Hit

__all__ = [
    "circular_support",
    "odd_attack_circle",
    "preference_circle",
    "self_attack",
    "self_support",
]


def circular_support(facts: Facts) -> Iterator[Hit]:
    """Claims support one another in a circle.

    Nothing in a circle of supports is a reason for anything outside it: each claim is as doubtful as the next. argmap's
    verdicts don't let a circle lift itself, so a questioned claim in it stays without ground.

    Example: *It is legal because it is right*, and *it is right because it is legal*.

    Mend: find the claim of the circle that has a reason of its own and drop the support that leads back to it.
    """
    nexts: dict[str, list[str]] = {}
    for support in facts.supports:
        for premise in support.premises:
            if premise != support.target and facts.claim(support.target) is not None:
                nexts.setdefault(premise, []).append(support.target)
    for circle in _circles(facts, nexts):
        spelt = " → ".join([*circle, circle[0]])
        hint = "drop the support that isn't meant, or give one of them a reason from outside"
        yield Hit(tuple(circle), f"claims support one another in a circle: {spelt}", hint)


def self_support(facts: Facts) -> Iterator[Hit]:
    """A claim is a premise of its own support.

    A claim can't be a reason for itself. It is legal in argmap, because real maps have it, and never helps.

    Example: a support of *c* by *c*.

    Mend: put the reason that was meant in the claim's place, or remove the support.
    """
    for support in facts.supports:
        if support.target in support.premises:
            message = f"{facts.name(support.target)} supports itself"
            yield Hit(
                (support.target, support.id), message, "remove the support, or name its reason"
            )


def self_attack(facts: Facts) -> Iterator[Hit]:
    """A claim attacks itself.

    A claim that speaks against itself can't be accepted, and whatever it attacks besides stays undecided. That is right for a
    paradox and for few other things.

    Example: a rebuttal of *c* by *c*, or an undercut whose premise is a premise of the step it undercuts.

    Mend: name the claim that was meant to attack it; if it is a paradox, ignore this rule there.
    """
    for attack in (*facts.rebuttals, *facts.undercuts):
        target = facts.map.elements[attack.target]
        own = (attack.target, *getattr(target, "premises", ()))
        for premise in attack.premises:
            if premise in own:
                message = f"{facts.name(premise)} attacks {'itself' if premise == attack.target else 'its own step'}"
                yield Hit(
                    (premise, attack.id), message, "name the claim that was meant to attack it"
                )


def odd_attack_circle(facts: Facts) -> Iterator[Hit]:
    """Claims attack one another in a circle of odd length.

    Of three claims that attack each other in turn none can be accepted and none rejected: there is no stable way to see such
    a debate. Circles of even length are two sides of a quarrel; odd ones are mostly a slip in a link's direction.

    Example: *a* attacks *b*, *b* attacks *c*, *c* attacks *a*.

    Mend: look at the direction of each attack; if they are right, one of the claims may say two things.
    """
    nexts: dict[str, list[str]] = {}
    for rebuttal in facts.rebuttals:
        for premise in rebuttal.premises:
            if premise != rebuttal.target:
                nexts.setdefault(premise, []).append(rebuttal.target)
    for part in _parts(facts, nexts):
        inside = frozenset(part)
        circle = _odd_circle(part, {id: [n for n in nexts[id] if n in inside] for id in part})
        if circle:
            spelt = " → ".join([*circle, circle[0]])
            message = f"claims attack one another in a circle of odd length: {spelt}"
            yield Hit(tuple(circle), message, "look at the direction of each attack")


def preference_circle(facts: Facts) -> Iterator[Hit]:
    """Preferences lead back to where they began.

    If *a* outranks *b*, *b* outranks *c* and *c* outranks *a*, no order keeps to them.

    Example: two experts of whom each is preferred to the other.

    Mend: remove the preference that isn't meant.
    """
    nexts: dict[str, list[str]] = {}
    for link in facts.map.links:
        if isinstance(link, Preference):
            nexts.setdefault(link.preferred, []).append(link.over)
    for circle in _circles(facts, nexts):
        spelt = " → ".join([*circle, circle[0]])
        yield Hit(tuple(circle), f"preferences lead in a circle: {spelt}", "remove one of them")


def _parts(facts: Facts, nexts: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The strong components of ``nexts`` with more than one member, each in the map's order, by their first member."""
    ids = tuple(facts.map.elements)
    number = {id: index for index, id in enumerate(ids)}
    arrows = {number[id]: [number[other] for other in others] for id, others in nexts.items()}
    found = components(sorted(arrows), arrows, arrows.__contains__)
    return [[ids[at] for at in part] for part in sorted(found) if len(part) > 1]


def _circles(facts: Facts, nexts: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """A shortest circle through the first member of each strong component."""
    for part in _parts(facts, nexts):
        yield _shortest(part[0], nexts, frozenset(part))


def _shortest(start: str, nexts: Mapping[str, Sequence[str]], inside: frozenset[str]) -> list[str]:
    """A shortest way along ``nexts`` from ``start`` back to it; there is one."""
    came: dict[str, str] = {}
    todo = deque([start])
    while start not in came:
        id = todo.popleft()
        for other in nexts[id]:
            if other in inside and other not in came:
                came[other] = id
                todo.append(other)
    way = [came[start]]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]


def _odd_circle(part: Sequence[str], nexts: Mapping[str, Sequence[str]]) -> list[str]:
    """A circle of odd length in a strong component, or nothing: a shortest one through its first member.

    In a strong component every circle is even just if its members can be put on two sides that only attack each other.
    """
    start = part[0]
    came: dict[tuple[str, int], tuple[str, int]] = {}
    todo = [(start, 0)]
    for id, parity in todo:
        for other in nexts[id]:
            at = (other, 1 - parity)
            if at not in came:
                came[at] = (id, parity)
                todo.append(at)
    at = (start, 1)
    if at not in came:
        return []
    way: list[str] = []
    while not way or at != (start, 0):
        at = came[at]
        way.append(at[0])
    return way[::-1]
