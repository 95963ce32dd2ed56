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

from typing import Any, Literal

from ..jsontext import kind_of, parse_json, write_json
from ..limits import Limits
from ..model.map import ArgumentMap
from ..source import SourceText
from .decoder import Decoder
from .format import Format, Reading, Rendering
from .node_graph import about_of, ends, nodes_of, read_graph
from .notes import Note
from .top_keys import top_keys

__all__ = ["NODE_LINK"]

_EDGES = ("links", "edges")
_KEYS = ("directed", "multigraph")


def write(
    map: ArgumentMap, *, indent: int | None = 2, edges: Literal["links", "edges"] = "links"
) -> Rendering:
    """The map as node-link JSON; the list of edges is called ``links`` or ``edges``, for tools differ."""
    if edges not in _EDGES:
        raise ValueError(f"edges is one of {', '.join(_EDGES)}, not {edges!r}")
    document = {
        "directed": True,
        "multigraph": False,
        "graph": about_of(map),
        "nodes": nodes_of(map),
        edges: [
            {"source": source, "target": target, "role": role} for source, target, role in ends(map)
        ],
    }
    return Rendering(write_json(document, indent=indent), format="node-link")


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
    for table in ("nodes", edges := _edge_key(decoder, root)):
        if table not in root:
            hint = "write an empty list if there are none"
            raise decoder.error((), f'the document has no "{table}"', hint=hint)
    return read_graph(decoder, root, strict=strict, format="node-link", edges=edges, known=_KEYS)


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
