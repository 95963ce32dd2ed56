"""Node-link JSON, the form in which graph tools exchange graphs (networkx, d3 and their kin).

::

    {
      "directed": true,
      "multigraph": false,
      "graph": {"argmap": 1, "about": {"title": "Co-ops"}},
      "nodes": [
        {"id": "good", "kind": "claim", "text": "Co-ops are good."},
        {"id": "near", "kind": "claim", "text": "They raise accountability."},
        {"id": "s", "kind": "support"}
      ],
      "links": [
        {"source": "near", "target": "s", "role": "premise"},
        {"source": "s", "target": "good", "role": "target"}
      ]
    }

Every claim, issue and link is a node, and every end of a link an edge, as in `ArgumentMap.graph`. A
directed graph of anybody's own is read as well: nodes without a ``kind`` are claims, and edges
between claims supports, or what their ``kind`` says. Several premises of a link are in the order of
their edges, which a graph tool may change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from ..errors import InvalidMap, Problem
from ..jsontext import Path, kind_of, parse_json, write_json
from ..limits import Limits
from ..model.link import Conflict
from ..model.map import ArgumentMap
from ..model.records import About
from ..source import SourceText
from .broken import fault_in, place_in, refused
from .codec import NODES, RECORDS, encode, encode_map
from .decoder import Decoder
from .format import Format, Reading, Rendering
from .graph_decoder import GraphDecoder
from .notes import Note
from .rules import text
from .top_keys import top_keys

__all__ = ["NODE_LINK"]

_EDGES = ("links", "edges")
_KEYS = ("directed", "multigraph", "graph", "nodes", *_EDGES)


def write(
    map: ArgumentMap, *, indent: int | None = 2, edges: Literal["links", "edges"] = "links"
) -> Rendering:
    """The map as node-link JSON; the list of edges is called ``links`` or ``edges``, for tools differ."""
    if edges not in _EDGES:
        raise ValueError(f"edges is one of {', '.join(_EDGES)}, not {edges!r}")
    nodes = [encode(NODES[element.kind], element) for element in map.elements.values()]
    document = {
        "directed": True,
        "multigraph": False,
        "graph": encode_map(map, RECORDS),
        "nodes": nodes,
        edges: [
            {"source": source, "target": target, "role": role}
            for source, target, role in _ends(map)
        ],
    }
    return Rendering(write_json(document, indent=indent), format="node-link")


def _ends(map: ArgumentMap) -> Iterator[tuple[str, str, str]]:
    """Triples (source, target, role), link by link, as `ArgumentMap.graph` has them."""
    for link in map.links:
        inputs = dict(link.INPUTS).values()
        for role, end in link.ends():
            if role in inputs:
                yield end, link.id, role
            if role not in inputs or isinstance(link, Conflict):
                yield link.id, end, role


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a node-link document says.

    Of our own documents nothing is lost. In anybody else's, nodes without one of our kinds are claims worded by
    ``text``, ``label`` or their id; edges between them are supports, rebuttals or attacks by ``kind``,
    supports without one. Other keys are kept in the free data, each under its own name, with a
    finding; ``strict`` refuses them.

    Refused are undirected graphs, ids that are neither text nor whole number, a number and a text
    that would be one id, and edges to nodes that aren't there.
    """
    document = parse_json(source, limits=limits)
    decoder = Decoder(document, limits)
    root = decoder.expect_object(document.value, (), "the document")
    _check_directed(decoder, root)
    edges = _edge_key(decoder, root)
    parts = _map_parts(decoder, root)
    graph = GraphDecoder(decoder, ours=_ours(root))
    for index, item in enumerate(_items(decoder, root, "nodes")):
        graph.node(item, ("nodes", index))
    for index, item in enumerate(_items(decoder, root, edges)):
        graph.edge(item, (edges, index))
    parts |= graph.parts()
    for limit in ("claims", "links"):
        decoder.check_count(limit, len(parts[limit]), ("nodes",))
    try:
        map = ArgumentMap(**parts)
    except InvalidMap as error:
        raise refused(
            document, error, lambda problem: _place(root, graph, problem), graph.paths
        ) from None
    ids = tuple(graph.paths)
    decoder.notes.compare_ids(ids, lambda index: (*graph.paths[ids[index]], "id"))
    return Reading(map, decoder.notes.told(strict=strict), "node-link")


def _check_directed(decoder: Decoder, root: dict[str, Any]) -> None:
    for name in ("directed", "multigraph"):
        if type(root.get(name, False)) is not bool:
            told = kind_of(root[name])
            raise decoder.error((name,), f"{name} must be true or false, not {told}")
    if root.get("directed") is False:
        hint = "say who argues for whom, and write true"
        message = "an argument map is directed, and this graph isn't"
        raise decoder.error(("directed",), message, hint=hint)
    if "directed" not in root:
        message = "the document doesn't say that its edges are directed"
        kept = "; they are read from source to target"
        decoder.notes.add(Note("undirected", message, (), kept=kept))


def _edge_key(decoder: Decoder, root: dict[str, Any]) -> str:
    """The key of the list of edges: networkx and d3 call it by either name."""
    there = [key for key in _EDGES if key in root]
    if len(there) == 2:
        raise decoder.error(
            ("edges",), 'there are both "links" and "edges"', hint="keep one of them"
        )
    return there[0] if there else "links"


def _items(decoder: Decoder, root: dict[str, Any], table: str) -> list[Any]:
    if table not in root:
        hint = "write an empty list if there are none"
        raise decoder.error((), f'the document has no "{table}"', hint=hint)
    return decoder.items(root, table)


def _map_parts(decoder: Decoder, root: dict[str, Any]) -> dict[str, Any]:
    """What the key ``graph`` and keys that aren't node-link JSON's say of the map as a whole."""
    about = decoder.expect_object(root.get("graph", {}), ("graph",), "graph")
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
    strange = {name: given for name, given in root.items() if name not in _KEYS}
    decoder.keep("document", parts, strange, (), known=_KEYS, apart=False)
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


def sniff(document: str) -> bool:
    """Whether the outermost keys near the beginning are those of node-link JSON."""
    keys = top_keys(document)
    return "argmap" not in keys and ("nodes" in keys or "multigraph" in keys)


NODE_LINK = Format(
    name="node-link",
    title="node-link JSON",
    suffixes=(".node-link.json", ".json"),
    read=read,
    write=write,
    sniff=sniff,
)
