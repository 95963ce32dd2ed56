"""A networkx graph as a map: one that came from a map, edited or not, or any graph of somebody's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from attrs import evolve

from ..errors import ReadError
from .claim import Claim, Issue
from .ids import fresh_id
from .link import Link, Rebuttal, Step, Support
from .map import ArgumentMap, Element
from .records import About

if TYPE_CHECKING:
    from networkx import DiGraph, Graph

__all__ = ["from_networkx"]

_NAME = "networkx graph"


def from_networkx(
    graph: Graph[Any], *, text: str = "text", kind: str = "kind", default: str = "support"
) -> ArgumentMap:
    """The map that a directed graph says.

    If its nodes carry ``kind`` and ``element`` as `ArgumentMap.graph` gives them, the *edges* say how things
    stand together and the elements say the rest, so an edited copy of ``map.graph`` comes back.

    Else every node is a claim, worded by its attribute ``text`` (or ``label``, or its own name), and every
    edge a link from tail to head whose attribute ``kind`` names it (``support``, ``rebuttal`` or
    ``attack``; ``default`` where there is none). Nodes that aren't str get their str as id.

    Raises `ReadError` for an undirected graph, two nodes with one id, or an unknown kind, and
    `InvalidMap` for a graph that breaks the invariants of a map.
    """
    if not graph.is_directed():
        raise ReadError(
            "an argument map is directed, and this graph isn't",
            name=_NAME,
            hint="say who argues for whom: networkx.DiGraph(...)",
        )
    ours = len(graph) or "map" in graph.graph
    if ours and all("element" in data for _, data in graph.nodes(data=True)):
        return _from_map_graph(cast("DiGraph[Any]", graph))
    return _from_plain_graph(graph, text, kind, default)


def _from_map_graph(graph: DiGraph[Any]) -> ArgumentMap:
    elements = [_element(graph, node, data["element"]) for node, data in graph.nodes(data=True)]
    base: ArgumentMap = graph.graph.get("map") or ArgumentMap()
    return evolve(
        base,
        claims=tuple([element for element in elements if isinstance(element, Claim)]),
        issues=tuple([element for element in elements if isinstance(element, Issue)]),
        links=tuple([element for element in elements if isinstance(element, Link)]),
    )


def _element(graph: DiGraph[Any], node: Any, element: Element) -> Element:
    """The element of a node, named as the node is and tied to what the node's edges say."""
    if not isinstance(element, Link):
        return evolve(element, id=_text(node))
    ends: dict[str, Any] = {}
    for name, role in element.INPUTS:
        ends[name] = tuple(_named(graph.in_edges(node, data="role"), role, 0))
    for name, role in element.OUTPUTS:
        ends[name] = tuple(_named(graph.out_edges(node, data="role"), role, 1))
    for name, found in ends.items():
        if isinstance(getattr(element, name), str):
            ends[name] = _only(node, element.kind, name, found)
    return evolve(element, id=_text(node), **ends)


def _named(edges: Any, role: str, side: int) -> Iterator[str]:
    return (_text(edge[side]) for edge in edges if edge[2] == role)


def _only(node: Any, kind: str, name: str, found: tuple[str, ...]) -> str:
    if len(found) != 1:
        raise ReadError(
            f"the {kind} has {len(found)} edges for its {name} and needs one",
            name=_NAME,
            path=repr(node),
        )
    return found[0]


def _from_plain_graph(graph: Graph[Any], text: str, kind: str, default: str) -> ArgumentMap:
    names = _ids(graph)
    claims = tuple(
        [Claim(names[node], _wording(data, text, node)) for node, data in graph.nodes(data=True)]
    )
    taken = set(names.values())
    counts: dict[str, int] = {}
    links: list[Link] = []
    for tail, head, data in graph.edges(data=True):
        step = _kind(data.get(kind, default), tail, head)
        id = fresh_id(f"{step.kind}-{len(links) + 1}", taken, counts)
        taken.add(id)
        links.append(step(id, (names[tail],), names[head], label=_label(data)))
    title = _text(graph.graph.get("name", ""))
    return ArgumentMap(claims=claims, links=tuple(links), about=About(title))


def _ids(graph: Graph[Any]) -> dict[Any, str]:
    found: dict[str, Any] = {}
    for node in graph:
        id = _text(node)
        if id in found:
            raise ReadError(f"the nodes {found[id]!r} and {node!r} have one id, {id!r}", name=_NAME)
        found[id] = node
    return {node: id for id, node in found.items()}


def _wording(data: Mapping[str, Any], text: str, node: Any) -> str:
    return _text(data.get(text, data.get("label", node)))


def _label(data: Mapping[str, Any]) -> str:
    return _text(data.get("label", ""))


def _text(value: Any) -> str:
    return value if type(value) is str else str(value)


_BETWEEN_CLAIMS: dict[str, type[Step]] = {
    "support": Support,
    "rebuttal": Rebuttal,
    "attack": Rebuttal,
}


def _kind(name: Any, tail: Any, head: Any) -> type[Step]:
    found = _BETWEEN_CLAIMS.get(name) if isinstance(name, str) else None
    if found is None:
        raise ReadError(
            f"the edge has the kind {name!r}; between claims there are support, rebuttal and attack",
            name=_NAME,
            path=f"{tail!r} -> {head!r}",
        )
    return found
