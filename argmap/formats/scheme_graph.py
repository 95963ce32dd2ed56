"""Graphs in which claims and steps are nodes of one list and edges say no role: AIF, SADFace, arguebuf.

A node is a claim, a step (support, attack, rephrase, preference) or something else. An edge from a claim to a
step makes the claim one of its inputs, an edge from a step to a claim or to another step makes that its
target. Only the preference takes a step as input: an edge from a step to a preference is the step's target
if the step has no other, else an input of the preference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field, frozen

__all__ = ["CLAIM", "Ends", "Woven", "ties", "weave"]

CLAIM = "claim"
"""The role of a node that is a claim; steps have ``support``, ``attack``, ``rephrase``, ``preference``."""

Edges = Sequence[tuple[str, str]]


@frozen
class Ends:
    """What a step ties together: the ids of its inputs, and of its target."""

    inputs: tuple[str, ...]
    target: str


@define
class Woven:
    """Which steps are links of a map, and which edges say so.

    ``faults`` says of each other step why it is none; ``used`` has the numbers of the edges that the
    links stand for, each once.
    """

    ends: dict[str, Ends] = field(factory=dict)
    faults: dict[str, str] = field(factory=dict)
    used: set[int] = field(factory=set)


def ties(id: str, ends: Ends) -> Iterator[tuple[str, str]]:
    """The edges of a link, inputs first: each a pair of ids."""
    for input in ends.inputs:
        yield input, id
    yield id, ends.target


def weave(roles: Mapping[str, str], edges: Edges) -> Woven:
    """The links that the edges make of the nodes with ``roles``; nodes without a role are passed over.

    A step is a link if it has a target and as many inputs as its kind takes, and if following targets
    from it ends at a claim. Of several targets the first is taken. Linear time.
    """
    inputs, targets = _gathered(roles, edges)
    woven = Woven()
    found: dict[str, Ends] = {}
    for id, role in roles.items():
        if role == CLAIM:
            continue
        first = {edges[number][0]: number for number in reversed(inputs[id])}
        ins = tuple(dict.fromkeys([edges[number][0] for number in inputs[id]]))
        target = edges[targets[id][0]][1] if targets[id] else ""
        fault = _fault(role, ins, target, roles)
        if fault:
            woven.faults[id] = fault
        else:
            found[id] = Ends(ins, target)
            woven.used.update(first.values(), targets[id][:1])
    _found(found, roles, woven)
    for id in found:
        if id not in woven.ends:
            woven.faults[id] = "leads to no claim"
            woven.used.difference_update(inputs[id], targets[id])
    return woven


def _gathered(
    roles: Mapping[str, str], edges: Edges
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """For each step the numbers of the edges that bring its inputs, and of those to its targets."""
    inputs: dict[str, list[int]] = {id: [] for id, role in roles.items() if role != CLAIM}
    targets: dict[str, list[int]] = {id: [] for id in inputs}
    undecided = []
    for number, (tail, head) in enumerate(edges):
        if tail not in roles or head not in roles:
            continue
        if tail not in targets:
            if head in inputs:
                inputs[head].append(number)
        elif roles[head] == "preference":
            undecided.append(number)
        else:
            targets[tail].append(number)
    for number in undecided:
        tail, head = edges[number]
        (inputs[head] if targets[tail] else targets[tail]).append(number)
    return inputs, targets


def _fault(role: str, inputs: tuple[str, ...], target: str, roles: Mapping[str, str]) -> str:
    """Why a step with these ends is no link, or an empty text."""
    if not inputs:
        return "has no premise" if target else "ties nothing together"
    if not target:
        return "has no conclusion"
    if role in ("rephrase", "preference"):
        if len(inputs) > 1:
            return f"has {len(inputs)} premises, and a {role} takes one"
        if inputs[0] == target:
            return "ties a node to itself"
    if role == "rephrase" and roles[target] != CLAIM:
        return "rephrases what isn't a claim"
    return ""


def _found(found: Mapping[str, Ends], roles: Mapping[str, str], woven: Woven) -> None:
    """Put the steps whose ends are claims or founded steps into ``woven.ends``, in their order."""
    waiting: dict[str, list[str]] = {}
    missing: dict[str, int] = {}
    ready = []
    for id, ends in found.items():
        needs = [end for end in (*ends.inputs, ends.target) if roles[end] != CLAIM]
        missing[id] = len(needs)
        for end in needs:
            waiting.setdefault(end, []).append(id)
        if not needs:
            ready.append(id)
    founded = set()
    while ready:
        id = ready.pop()
        founded.add(id)
        for other in waiting.get(id, ()):
            missing[other] -= 1
            if not missing[other]:
                ready.append(other)
    woven.ends.update({id: ends for id, ends in found.items() if id in founded})
