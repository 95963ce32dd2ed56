"""Maps in the terms of graph tools: nodes with attributes, and edges between them, in whatever syntax.

Every claim, issue and link is a node with the fields of its class for attributes, and every end of a link an edge
with a role. `read_graph` takes the graph as node-link JSON has it; a format of another syntax gives its
own graph that shape, and a document that knows where each part of it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..errors import InvalidMap, Problem
from ..jsontext import Path
from ..model.link import Conflict
from ..model.map import ArgumentMap
from ..model.records import About
from .broken import fault_in, place_in, refused
from .codec import RECORDS, encode, encode_map
from .decoder import Decoder
from .format import Reading
from .graph_decoder import GraphDecoder, with_aside
from .node_shapes import NODES
from .placed import Document
from .rules import free, text

__all__ = ["STEPS", "about_of", "apart", "ends", "label_of", "nodes_of", "read_graph"]

STEPS = {
    "pro": "support",
    "supports": "support",
    "con": "attack",
    "attacks": "attack",
    "rebuts": "rebuttal",
    "undercuts": "undercut",
    **{name: name for name in ("support", "attack", "rebuttal", "undercut")},
}
"""What people call an edge that is a step of its own, and the kind that `read_graph` knows it by."""


def nodes_of(map: ArgumentMap) -> list[dict[str, Any]]:
    """The attributes of each node: its id, its kind and the fields that aren't at their defaults."""
    return [encode(NODES[element.kind], element) for element in map.elements.values()]


def about_of(map: ArgumentMap) -> dict[str, Any]:
    """The attributes of the graph: the version, what the map is about, records and free data."""
    return encode_map(map, RECORDS)


def label_of(node: Mapping[str, Any]) -> str:
    """What a graph tool shows of a node: its title, else its text, else its kind, else its id."""
    shown = node.get("title") or node.get("text") or node.get("kind")
    return str(shown or node["id"])


def apart(
    node: dict[str, Any], name: str, sayable: Callable[[str, Any], bool]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The attributes of a node, or of a graph, and what its free data hold under ``name`` that is ``sayable``."""
    data = node.get("data", {})
    kept = data.get(name)
    said = {k: held for k, held in kept.items() if sayable(k, held)} if _is_object(kept) else {}
    if not said:
        return node, {}
    left = {key: held for key, held in data.items() if key != name}
    if len(said) < len(kept):
        left[name] = {key: held for key, held in kept.items() if key not in said}
    made = {key: held for key, held in node.items() if key != "data"}
    return made | ({"data": left} if left else {}), said


def _is_object(value: Any) -> bool:
    return isinstance(value, dict)


def ends(map: ArgumentMap) -> Iterator[tuple[str, str, str]]:
    """Triples (source, target, role), link by link, as `ArgumentMap.graph` has them."""
    for link in map.links:
        inputs = dict(link.INPUTS).values()
        for role, end in link.ends():
            if role in inputs:
                yield end, link.id, role
            if role not in inputs or isinstance(link, Conflict):
                yield link.id, end, role


def read_graph(
    decoder: Decoder,
    root: dict[str, Any],
    *,
    strict: bool,
    format: str,
    edges: str = "edges",
    known: tuple[str, ...] = (),
    aside: str = "",
) -> Reading:
    """The map that a graph says: attributes under ``graph``, and lists of ``nodes`` and ``edges``.

    Keys of ``root`` that are none of these nor ``known`` are kept in the map's free data, with a
    finding; what nodes and the graph hold under ``aside``, without one.
    """
    parts = _map_parts(decoder, root, ("graph", "nodes", edges, *known), aside)
    graph = GraphDecoder(decoder, ours=_ours(root), aside=aside)
    for index, item in enumerate(decoder.items(root, "nodes")):
        graph.node(item, ("nodes", index))
    for index, item in enumerate(decoder.items(root, edges)):
        graph.edge(item, (edges, index))
    parts |= graph.parts()
    for limit in ("claims", "links"):
        decoder.check_count(limit, len(parts[limit]), ("nodes",))
    map = _checked(decoder.document, root, graph, parts)
    ids = tuple(graph.paths)
    decoder.notes.compare_ids(ids, lambda index: (*graph.paths[ids[index]], "id"))
    return Reading(map, decoder.notes.told(strict=strict), format)


def _checked(
    document: Document, root: dict[str, Any], graph: GraphDecoder, parts: dict[str, Any]
) -> ArgumentMap:
    try:
        return ArgumentMap(**parts)
    except InvalidMap as error:
        raise refused(
            document, error, lambda problem: _place(root, graph, problem), graph.paths
        ) from None


def _map_parts(
    decoder: Decoder, root: dict[str, Any], known: tuple[str, ...], aside: str
) -> dict[str, Any]:
    """What the key ``graph`` and keys that aren't ``known`` say of the map as a whole."""
    about = dict(decoder.expect_object(root.get("graph", {}), ("graph",), "graph"))
    kept = about.pop(aside, None)
    if _ours(root):
        decoder.check_version(about, ("graph",))
        parts = decoder.map_parts(about, ("graph",))
    else:
        strange = dict(about)
        parts = {}
        if isinstance(about.get("name"), str):
            title = decoder.ruled(text, strange.pop("name"), ("graph", "name"), "name")
            parts["about"] = About(title)
        decoder.keep("graph", parts, strange, ("graph",), known=("argmap", "name"), apart=False)
    strange = {name: given for name, given in root.items() if name not in known}
    decoder.keep("document", parts, strange, (), known=known, apart=False)
    if kept:
        parts["data"] = decoder.ruled(free, with_aside(parts, aside, kept), (), "the document")
    return parts


def _ours(root: dict[str, Any]) -> bool:
    """Whether argmap wrote the document, or something that knows its form."""
    return "argmap" in root.get("graph", ())


def _place(root: dict[str, Any], graph: GraphDecoder, problem: Problem) -> Path:
    """The way to what a problem is about: a key of its node, an edge, a record, or the node."""
    id, *others = problem.ids
    node = graph.paths.get(id) or graph.made.get(id, ())
    if problem.code in ("unique-id", "group-tree"):
        node = ()
    fault = fault_in(graph.items[id], problem) if node and id in graph.items else None
    if fault is not None:
        return (*node, *fault)
    for other in others or [id]:
        edge = graph.edges.get((id, other)) or graph.edges.get((other, id))
        if edge is not None:
            return edge
    record = place_in(root["graph"], problem) if graph.ours else ()
    return ("graph", *record) if record else node
