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
    inputs, targets = _gathered(roles, edges)
    woven = WovenPlaces()
    found: dict[int, Tied] = {}
    pending: dict[int, Tied] = {}
    used: list[int] = []
    new = tuple.__new__  # a named tuple's own takes twice as long
    for step, role in enumerate(roles):
        if role in ("", CLAIM):
            continue
        given, aim = inputs.first[step], targets.first[step]
        target = edges[aim][1] if aim >= 0 else -1
        if (
            given >= 0 <= aim
            and role in _USUAL
            and not (step in inputs.more or step in targets.more)
        ):
            found[step] = ends = new(Tied, ((edges[given][0],), target))
            used += (given, aim)
            if roles[target] != CLAIM:
                pending[step] = ends
            continue
        first: dict[int, int] = {}
        for number in inputs.of(step):
            first.setdefault(edges[number][0], number)
        ins = tuple(first)
        fault = _fault(role, ins, target, roles)
        if fault:
            woven.faults[step] = fault
        else:
            found[step] = pending[step] = Tied(ins, target)
            used += (*first.values(), aim)
    woven.ends = _founded(found, pending, roles) if pending else found
    if len(woven.ends) == len(found):
        woven.in_order = used == list(range(len(edges)))
        woven.used = range(len(edges)) if woven.in_order else set(used)
        return woven
    loose: list[int] = []
    for step in found:
        if step not in woven.ends:
            woven.faults[step] = "leads to no claim"
            loose += (*inputs.of(step), *targets.of(step))
    woven.used = set(used).difference(loose)
    return woven


def ties_of(woven: WovenPlaces) -> list[tuple[int, int]]:
    """The edges of the links, of each the inputs first: each a pair of places."""
    return [
        pair
        for place, (inputs, target) in woven.ends.items()
        for pair in (*[(input, place) for input in inputs], (place, target))
    ]


@define
class _Numbers:
    """Numbers of edges by the step they belong to: the first of each or -1, and all of those that have several."""

    first: list[int]
    more: dict[int, list[int]] = field(factory=dict)

    def add(self, step: int, number: int) -> None:
        """Take in one."""
        if self.first[step] < 0:
            self.first[step] = number
        else:
            self.more.setdefault(step, [self.first[step]]).append(number)

    def of(self, step: int) -> list[int]:
        """All of a step."""
        first = self.first[step]
        return self.more.get(step) or ([first] if first >= 0 else [])


def _gathered(roles: Sequence[str], edges: Pairs) -> tuple[_Numbers, _Numbers]:
    """For each step the numbers of the edges that bring its inputs, and of those to its targets."""
    inputs, targets = [_Numbers([-1] * len(roles)) for _ in range(2)]
    first_inputs, first_targets = inputs.first, targets.first
    undecided = []
    for number, (tail, head) in enumerate(edges):
        if tail < 0 or head < 0 or not (role := roles[tail]) or not (other := roles[head]):
            continue
        # The first edge of a step is put down without a call: a large graph has a hundred thousand of them.
        if role == CLAIM:
            if other != CLAIM:
                if first_inputs[head] < 0:
                    first_inputs[head] = number
                else:
                    inputs.add(head, number)
        elif other == "preference":
            undecided.append(number)
        elif first_targets[tail] < 0:
            first_targets[tail] = number
        else:
            targets.add(tail, number)
    for number in undecided:
        tail, head = edges[number]
        if targets.first[tail] >= 0:
            inputs.add(head, number)
        else:
            targets.add(tail, number)
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
