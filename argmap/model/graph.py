"""The one door to networkx: a map as a graph, the claims alone as a graph, and a graph as a map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from .claim import Claim
from .link import Conflict, Link

if TYPE_CHECKING:
    from networkx import DiGraph, MultiDiGraph

    from .map import ArgumentMap, Element

    MapGraph: TypeAlias = DiGraph[str]
    ClaimGraph: TypeAlias = MultiDiGraph[str]

__all__ = ["claim_graph", "graph"]


def graph(map: ArgumentMap) -> MapGraph:
    """Every claim, issue and link as a node with its ``kind``, and every end of a link as an edge.

    Edges have a ``role`` and flow ``premise -> link -> target``. The sides of a conflict have an edge
    each way, for it is mutual. Nodes and edges are in the map's order; a node's ``element`` is the
    frozen value, the graph's own attribute ``map`` the whole map. The graph is frozen: take
    ``networkx.DiGraph(map.graph)`` to edit a copy, and `argmap.from_networkx` to come back.
    """
    import networkx

    made: MapGraph = networkx.DiGraph(map=map)
    made.add_nodes_from(
        (id, {"kind": element.kind, "element": element}) for id, element in map.elements.items()
    )
    made.add_edges_from(_edges(map))
    networkx.freeze(made)
    return made


def _edges(map: ArgumentMap) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for link in map.links:
        inputs = dict(link.INPUTS).values()
        for role, end in link.ends():
            if role in inputs:
                yield end, link.id, {"role": role}
            if role not in inputs or isinstance(link, Conflict):
                yield link.id, end, {"role": role}


def claim_graph(map: ArgumentMap) -> ClaimGraph:
    """Claims alone: an edge from every premise, warrant or side to each claim the link bears on.

    Edges carry ``kind`` and ``link`` (its id, which is their key too, so that parallel links stay apart). A
    link that targets a link bears on the claims that the targeted link bears on: an undercut of a
    step points at the conclusion of the step. Answers and preferences of links aren't shown.
    """
    import networkx

    made: ClaimGraph = networkx.MultiDiGraph()
    made.add_nodes_from((claim.id, {"kind": "claim"}) for claim in map.claims)
    for link in map.links:
        data = {"kind": link.kind, "link": link.id}
        for tail, head in _flat(map, link):
            made.add_edge(tail, head, key=link.id, **data)
    networkx.freeze(made)
    return made


def _flat(map: ArgumentMap, link: Link) -> Iterator[tuple[str, str]]:
    if isinstance(link, Conflict):
        for tail in link.claims:
            for head in link.claims:
                if tail != head:
                    yield tail, head
        return
    inputs = dict(link.INPUTS).values()
    tails = [end for role, end in link.ends() if role in inputs]
    for tail in tails:
        if isinstance(map[tail], Claim):
            for head in _borne_on(map, link):
                yield tail, head


def _borne_on(map: ArgumentMap, link: Link) -> tuple[str, ...]:
    """The claims that a link bears on in the end, through the links it targets."""
    target: Element = link
    while isinstance(target, Link) and not isinstance(target, Conflict):  # founded-links: it ends
        target = map[_output(target)]
    if isinstance(target, Conflict):
        return target.claims
    return (target.id,) if isinstance(target, Claim) else ()


def _output(link: Link) -> str:
    ((name, _),) = link.OUTPUTS
    end: str = getattr(link, name)
    return end
