"""Graphs in which claims and steps are nodes of one list and edges say no role: AIF, SADFace, arguebuf.

A node is a claim, a step (support, attack, rephrase, preference) or something else. An edge from a claim to a
step makes the claim one of its inputs, an edge from a step to a claim or to another step makes that its
target. Only the preference takes a step as input: an edge from a step to a preference is the step's target
if the step has no other, else an input of the preference.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import define, field, frozen

from .weaving import CLAIM, weave_places

__all__ = ["CLAIM", "Ends", "Woven", "ties", "weave"]

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
    used: Collection[int] = ()


def ties(id: str, ends: Ends) -> Iterator[tuple[str, str]]:
    """The edges of a link, inputs first: each a pair of ids."""
    for input in ends.inputs:
        yield input, id
    yield id, ends.target


def weave(roles: Mapping[str, str], edges: Edges) -> Woven:
    """The links that the edges make of the nodes with ``roles``; nodes without a role are passed over.

    See `argmap.formats.weaving.weave_places`.
    """
    ids = list(roles)
    places = {id: place for place, id in enumerate(ids)}
    pairs = [(places.get(tail, -1), places.get(head, -1)) for tail, head in edges]
    woven = weave_places(list(roles.values()), pairs)
    ends = {
        ids[step]: Ends(tuple([ids[end] for end in inputs]), ids[target])
        for step, (inputs, target) in woven.ends.items()
    }
    return Woven(ends, {ids[step]: fault for step, fault in woven.faults.items()}, woven.used)
