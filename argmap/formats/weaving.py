"""Which steps of a scheme graph are links, told of nodes by their places in a list, which is fast.

See `argmap.formats.scheme_graph` for what the roles mean.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from attrs import define, field

__all__ = ["CLAIM", "Tied", "WovenPlaces", "ties_of", "weave_places"]

CLAIM = "claim"
"""The role of a node that is a claim; steps have ``support``, ``attack``, ``rephrase``, ``preference``."""

_USUAL = ("support", "attack")
"""The steps whose inputs are claims, as many as they like."""

Pairs = Sequence[tuple[int, int]]


class Tied(NamedTuple):
    """What a step ties together: the places of its inputs, and of its target."""

    inputs: tuple[int, ...]
    target: int


@define
class WovenPlaces:
    """Which steps are links, and which edges say so.

    ``faults`` says of each other step why it is none; ``used`` has the numbers of the edges that the
    links stand for, each once. ``in_order`` says that these are all edges and that they are those of the first link,
    inputs first, then those of the second, and so on; where it is false they may stand so all the same.
    """

    ends: dict[int, Tied] = field(factory=dict)
    faults: dict[int, str] = field(factory=dict)
    used: Collection[int] = ()
    in_order: bool = False


def weave_places(roles: Sequence[str], edges: Pairs) -> WovenPlaces:
    """The links that the edges make of the nodes; nodes with an empty role and places below 0 are passed over.

    A step is a link if it has a target and as many inputs as its kind takes, and if following targets
    from it ends at a claim. Of several targets the first is taken. Linear time.
    """
    return _usually_woven(roles, edges) or _woven(roles, edges)


def _usually_woven(roles: Sequence[str], edges: Pairs) -> WovenPlaces | None:
    """What `weave_places` gives if each step is a link, and each edge is used that isn't passed over; None if not so."""
    ties = _usual_ties(roles, edges)
    if ties is None:
        return None
    firsts, more, targets, used, in_order = ties
    found: dict[int, Tied] = {}
    pending: dict[int, Tied] = {}
    new = tuple.__new__  # a named tuple's own takes twice as long
    for step, role in enumerate(roles):
        if not role or role == CLAIM:
            continue
        first, target = firsts[step], targets[step]
        inputs = tuple(more[step]) if step in more else (first,)
        if first < 0 or target < 0 or (role not in _USUAL and _fault(role, inputs, target, roles)):
            return None
        found[step] = ends = new(Tied, (inputs, target))
        if roles[target] != CLAIM:
            pending[step] = ends
    if pending and len(_founded(found, pending, roles)) < len(found):
        return None
    return WovenPlaces(found, {}, used, in_order)


def _usual_ties(
    roles: Sequence[str], edges: Pairs
) -> tuple[list[int], dict[int, list[int]], list[int], Collection[int], bool] | None:
    """For each step its first input, all inputs of those that have several, and its target, -1 where there is none.

    Beside them which edges aren't passed over, and whether all stand as `WovenPlaces` says. None if an edge is
    there in vain, or may be an input or a target.
    """
    firsts, targets = [-1] * len(roles), [-1] * len(roles)
    more: dict[int, list[int]] = {}
    in_order = True
    passed = False
    opened = closed = -1  # the step whose edges come just now, and the last that has its target
    roles = [*roles, ""]  # a place of -1 is that of the last
    for tail, head in edges:
        role, other = roles[tail], roles[head]
        if not role or not other:
            passed = True
        elif role != CLAIM:
            if targets[tail] >= 0 or other == "preference":
                return None
            targets[tail] = head
            in_order = in_order and tail == opened
            closed, opened = tail, -1
        elif other == CLAIM:
            return None
        else:
            if head != opened:
                in_order = in_order and opened < 0 and head > closed
                opened = head
            if firsts[head] < 0:
                firsts[head] = tail
            else:
                more.setdefault(head, [firsts[head]]).append(tail)
    if any(len(set(inputs)) < len(inputs) for inputs in more.values()):
        return None
    used: Collection[int] = range(len(edges))
    if passed:
        used = {number for number in used if all(map(roles.__getitem__, edges[number]))}
    return firsts, more, targets, used, in_order and not passed


def _woven(roles: Sequence[str], edges: Pairs) -> WovenPlaces:
    """What `weave_places` gives, whatever the edges are."""
    inputs, targets = _gathered(roles, edges)
    woven = WovenPlaces()
    found: dict[int, Tied] = {}
    pending: dict[int, Tied] = {}
    used: set[int] = set()
    for step, role in enumerate(roles):
        if role in ("", CLAIM):
            continue
        aims = targets.get(step, [])
        target = edges[aims[0]][1] if aims else -1
        first: dict[int, int] = {}
        for number in inputs.get(step, ()):
            first.setdefault(edges[number][0], number)
        ins = tuple(first)
        fault = _fault(role, ins, target, roles)
        if fault:
            woven.faults[step] = fault
            continue
        found[step] = ends = Tied(ins, target)
        if role not in _USUAL or roles[target] != CLAIM:
            pending[step] = ends
        used.update(first.values(), aims[:1])
    woven.ends = _founded(found, pending, roles)
    for step in found:
        if step not in woven.ends:
            woven.faults[step] = "leads to no claim"
            used.difference_update(inputs[step], targets[step])
    woven.used = used
    return woven


def ties_of(woven: WovenPlaces) -> list[tuple[int, int]]:
    """The edges of the links, of each the inputs first: each a pair of places."""
    return [
        pair
        for place, (inputs, target) in woven.ends.items()
        for pair in (*[(input, place) for input in inputs], (place, target))
    ]


def _gathered(
    roles: Sequence[str], edges: Pairs
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """For each step the numbers of the edges that bring its inputs, and of those to its targets."""
    inputs: dict[int, list[int]] = {}
    targets: dict[int, list[int]] = {}
    undecided = []
    roles = [*roles, ""]  # a place of -1 is that of the last
    for number, (tail, head) in enumerate(edges):
        role, other = roles[tail], roles[head]
        if not role or not other:
            continue
        if role == CLAIM:
            if other != CLAIM:
                inputs.setdefault(head, []).append(number)
        elif other == "preference":
            undecided.append(number)
        else:
            targets.setdefault(tail, []).append(number)
    for number in undecided:
        tail, head = edges[number]
        if tail in targets:
            inputs.setdefault(head, []).append(number)
        else:
            targets[tail] = [number]
    return inputs, targets


def _fault(role: str, inputs: tuple[int, ...], target: int, roles: Sequence[str]) -> str:
    """Why a step with these ends is no link, or an empty text."""
    if not inputs:
        return "has no premise" if target >= 0 else "ties nothing together"
    if target < 0:
        return "has no conclusion"
    if role in ("rephrase", "preference"):
        if len(inputs) > 1:
            return f"has {len(inputs)} premises, and a {role} takes one"
        if inputs[0] == target:
            return "ties a node to itself"
    if role == "rephrase" and roles[target] != CLAIM:
        return "rephrases what isn't a claim"
    return ""


def _founded(
    found: Mapping[int, Tied], pending: Mapping[int, Tied], roles: Sequence[str]
) -> dict[int, Tied]:
    """The steps whose ends are claims or founded steps, in their order; those that aren't ``pending`` are such."""
    waiting: dict[int, list[int]] = {}
    missing: dict[int, int] = {}
    ready = []
    for step, ends in pending.items():
        needs = [end for end in (*ends.inputs, ends.target) if roles[end] != CLAIM]
        missing[step] = len(needs)
        for end in needs:
            waiting.setdefault(end, []).append(step)
        if not needs:
            ready.append(step)
    ready += [step for step in waiting if step in found and step not in pending]
    founded = set()
    while ready:
        step = ready.pop()
        founded.add(step)
        for other in waiting.get(step, ()):
            missing[other] -= 1
            if not missing[other]:
                ready.append(other)
    return {step: ends for step, ends in found.items() if step in founded or step not in pending}
