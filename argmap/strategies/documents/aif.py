"""AIF JSON as corpora have it: claims and steps, the talk that they come from, and the dirt of real analyses."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from attrs import define, field
from hypothesis import strategies as st

from ...jsontext import write_json
from ..elements import PICK
from ..made import made, together
from ..texts import texts

__all__ = ["DIRT", "aif_documents"]

DIRT = (
    "a step without a premise",
    "a step without a conclusion",
    "a locution as premise",
    "an edge from a node to itself",
    "steps in a circle",
    "an edge to a node that isn't there",
    "a node twice",
    "a type that AIF hasn't",
    "a claim straight to a claim",
    "an edge twice",
    "a control character",
)
"""What is wrong with analyses in public corpora, and with what programs write."""

_STEPS = (("RA", "Default Inference"), ("CA", "Default Conflict"), ("MA", "Default Rephrase"))


def aif_documents(*, dirty: bool = False, max_claims: int = 6) -> st.SearchStrategy[str]:
    """Analyses in AIF JSON: I, RA, CA and MA nodes, some with the locutions, illocutions and transitions of a dialogue.

    ``dirty=True`` has one to three of the faults in ``argmap.strategies.documents.aif.DIRT``. argmap reads
    all of them; with findings where that is all it can do.

    >>> from argmap.strategies import smallest
    >>> print(smallest(aif_documents(), lambda text: '"I"' in text), end="")
    {
      "nodes": [
        {"nodeID": "1", "text": "It is so.", "type": "I"}
      ],
      "edges": [],
      "locutions": []
    }
    """
    words = made(lambda text: text or "It is so.", texts())
    claims = st.lists(together(words, st.booleans()), max_size=max_claims)
    steps = st.lists(together(PICK, PICK, st.lists(PICK, min_size=1, max_size=2)), max_size=6)
    dirt = st.lists(together(st.sampled_from(DIRT), PICK), min_size=1, max_size=3)
    return made(_document, claims, steps, dirt if dirty else st.just([]))


@define
class _Graph:
    """Nodes and edges in the making."""

    nodes: list[dict[str, Any]] = field(factory=list)
    edges: list[dict[str, Any]] = field(factory=list)
    locutions: list[dict[str, Any]] = field(factory=list)

    def node(self, kind: str, text: str) -> str:
        """Add a node; its id."""
        self.nodes.append({"nodeID": str(len(self.nodes) + 1), "text": text, "type": kind})
        return str(len(self.nodes))

    def edge(self, *ends: str) -> None:
        """Add edges from each of the nodes to the next."""
        for tail, head in pairwise(ends):
            self.edges.append({"edgeID": str(len(self.edges) + 1), "fromID": tail, "toID": head})


def _document(claims: list[Any], steps: list[Any], dirt: list[Any]) -> str:
    graph = _Graph()
    said: list[str] = []
    ids: list[str] = []
    for text, spoken in claims:
        ids.append(graph.node("I", text))
        if spoken:
            said.append(_said(graph, ids[-1], text, said))
    targets = list(ids)
    for kind, target, premises in steps if ids else ():
        _step(graph, ids, targets, kind, target, premises)
    for fault, pick in dirt:
        _soil(graph, fault, ids or [graph.node("I", "It is so.")], pick)
    return write_json({"nodes": graph.nodes, "edges": graph.edges, "locutions": graph.locutions})


def _step(
    graph: _Graph, ids: list[str], targets: list[str], kind: int, target: int, picks: list[int]
) -> None:
    """A step from claims to a claim; a conflict may lead to a step, a rephrase needs another claim."""
    word, name = _STEPS[kind % 3]
    on = targets if word == "CA" else ids
    head = on[target % len(on)]
    tails = list(dict.fromkeys([ids[pick % len(ids)] for pick in picks]))
    if word == "MA":
        tails = [each for each in tails if each != head][:1]
    if tails:
        step = graph.node(word, name)
        for tail in tails:
            graph.edge(tail, step)
        graph.edge(step, head)
        targets += [step] if word != "MA" else []


def _said(graph: _Graph, claim: str, text: str, before: list[str]) -> str:
    """The locution in which a claim is said, answering the one before it."""
    locution = graph.node("L", f"Ann : {text}")
    graph.edge(locution, graph.node("YA", "Asserting"), claim)
    graph.locutions.append({"nodeID": locution, "personID": "1"})
    if before:
        graph.edge(before[-1], graph.node("TA", "Default Transition"), locution)
    return locution


def _soil(graph: _Graph, fault: str, ids: list[str], pick: int) -> None:
    """Add one fault."""
    one, other = ids[pick % len(ids)], ids[(pick // 2) % len(ids)]
    match DIRT.index(fault):
        case 0:
            graph.edge(graph.node("RA", "Default Inference"), one)
        case 1:
            graph.edge(one, graph.node("RA", "Default Inference"))
        case 2:
            graph.edge(graph.node("L", "Ann : so"), graph.node("RA", "Default Inference"), one)
        case 3:
            graph.edge(one, one)
        case 4:
            first, second = (
                graph.node("CA", "Default Conflict"),
                graph.node("CA", "Default Conflict"),
            )
            graph.edge(one, first, second, first)
        case 5:
            graph.edge("nowhere", one)
        case 6:
            graph.nodes.append(dict(graph.nodes[pick % len(graph.nodes)]))
        case 7:
            graph.edge(one, graph.node("XA", "odd"), other)
        case 8:
            graph.edge(one, other)
        case 9:
            graph.edges += graph.edges[:1] or graph.edges
        case _:
            graph.nodes[0] = {**graph.nodes[0], "text": "a\x01b"}
