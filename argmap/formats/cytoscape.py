"""Cytoscape JSON, the graphs of Cytoscape (``.cyjs``) and Cytoscape.js.

::

    {
      "data": {"argmap": 1, "about": {"title": "Co-ops"}},
      "elements": {
        "nodes": [
          {"data": {"id": "good", "kind": "claim", "text": "Co-ops are good.", "name": "Co-ops are good."}},
          {"data": {"id": "near", "kind": "claim", "text": "They are near.", "name": "They are near."}},
          {"data": {"id": "s", "kind": "support", "name": "support"}}
        ],
        "edges": [
          {"data": {"id": "e1", "source": "near", "target": "s", "interaction": "premise"}},
          {"data": {"id": "e2", "source": "s", "target": "good", "interaction": "target"}}
        ]
      }
    }

The graph is that of node-link JSON. What only Cytoscape has (positions, styles, what is selected) is kept in the
free data under ``cytoscape``, and written back.
"""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..jsontext import Path, parse_json, write_json
from ..limits import Limits
from ..model.ids import fresh_id
from ..model.map import ArgumentMap
from ..source import SourceText, Span
from .decoder import Decoder
from .format import Format, Reading, Rendering
from .node_graph import STEPS, about_of, apart, ends, label_of, nodes_of, read_graph
from .placed import PlacedDocument
from .top_keys import top_keys

__all__ = ["CYTOSCAPE"]

_NAME = "cytoscape"


def write(map: ArgumentMap, *, indent: int | None = 2) -> Rendering:
    """The map as Cytoscape JSON; all on one line where ``indent`` is None."""
    data, besides = apart(about_of(map), _NAME, lambda name, _: name not in _ROOT)
    nodes = [apart(node, _NAME, lambda name, _: name not in _ELEMENT) for node in nodes_of(map)]
    taken: dict[str, Any] = dict.fromkeys(map)
    edges = []
    for number, (source, target, role) in enumerate(ends(map), 1):
        id = fresh_id(f"e{number}", taken, {})
        edges.append({"id": id, "source": source, "target": target, "interaction": role})
    document = {
        **besides,
        "data": data,
        "elements": {
            "nodes": [{"data": node | {"name": label_of(node)}, **kept} for node, kept in nodes],
            "edges": [{"data": edge} for edge in edges],
        },
    }
    return Rendering(write_json(document, indent=indent), format=_NAME)


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of Cytoscape or Cytoscape.js says.

    Nodes and edges are read as those of node-link JSON are; of anybody else's, ``name`` words a claim and
    ``interaction`` says whether an edge supports or attacks.
    """
    document = parse_json(source, limits=limits)
    first = Decoder(document, limits)
    root = first.expect_object(document.value, (), "the document")
    graph = _Graph(first, isinstance(root.get("data"), dict) and "argmap" in root["data"])
    graph.take(root)

    def where(path: Path, key: bool) -> Span:
        return document.span(graph.place(path), key=key)

    decoder = Decoder(PlacedDocument(where), limits)
    return read_graph(decoder, graph.made, strict=strict, format=_NAME, aside=_NAME)


_ROOT = ("data", "elements")
_ELEMENT = ("data", "group")


@define
class _Graph:
    """The graph in the shape of node-link JSON, with the way to each node and edge in the document."""

    decoder: Decoder
    ours: bool
    made: dict[str, Any] = field(factory=lambda: {"graph": {}, "nodes": [], "edges": []})
    paths: dict[str, list[Path]] = field(factory=lambda: {"nodes": [], "edges": []})

    def take(self, root: dict[str, Any]) -> None:
        """Take in the document."""
        if "elements" not in root:
            raise self.decoder.error((), 'the document has no "elements"')
        about = root.get("data", {})
        if isinstance(about, list):  # networkx writes pairs
            about = {str(pair[0]): pair[1] for pair in about if _is_pair(pair)}
        about = dict(self.decoder.expect_object(about, ("data",), "data"))
        rest = {name: held for name, held in root.items() if name not in _ROOT}
        self.made["graph"] = about | ({_NAME: rest} if rest else {})
        elements = root["elements"]
        if isinstance(elements, list):
            for index, item in enumerate(elements):
                self._element(item, self._group(item), ("elements", index))
            return
        held = self.decoder.expect_object(elements, ("elements",), "elements")
        for group in self.paths:
            for index, item in enumerate(self.decoder.items(held, group, ("elements",))):
                self._element(item, group, ("elements", group, index))

    def _group(self, item: Any) -> str:
        data = item.get("data") if isinstance(item, dict) else None
        return "edges" if isinstance(data, dict) and "source" in data else "nodes"

    def _element(self, item: Any, group: str, path: Path) -> None:
        holder = self.decoder.expect_object(item, path, "an element")
        if "data" not in holder:
            raise self.decoder.error(path, 'the element has no "data"')
        data = dict(self.decoder.expect_object(holder["data"], (*path, "data"), "data"))
        rest = {name: held for name, held in holder.items() if name not in _ELEMENT}
        if self.ours:
            data = _ours(data, group)
        elif group == "edges":
            data = _theirs(data)
        if rest:
            data[_NAME] = rest
        self.made[group].append(data)
        self.paths[group].append(path)

    def place(self, path: Path) -> Path:
        """The way in the document to what is at ``path`` in the graph."""
        if path[:1] == ("graph",):
            return ("data", *path[1:])
        if len(path) > 1 and path[0] in self.paths and isinstance(path[1], int):
            own = self.paths[str(path[0])][path[1]]
            inner = path[2:]
            if inner and inner[0] == "role":
                inner = ("interaction", *inner[1:])
            return (*own, "data", *inner)
        return path


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2


def _ours(data: dict[str, Any], group: str) -> dict[str, Any]:
    """What argmap wrote, without what it wrote for Cytoscape's sake."""
    if group == "edges":
        made = {name: held for name, held in data.items() if name not in ("id", "interaction")}
        return made | ({"role": data["interaction"]} if "interaction" in data else {})
    if data.get("id") and data.get("name") == label_of(data):
        del data["name"]
    return data


def _theirs(data: dict[str, Any]) -> dict[str, Any]:
    """An edge of anybody's, whose kind is its interaction where that is a kind."""
    told = data.get("interaction")
    kind = STEPS.get(told.lower()) if isinstance(told, str) else None
    if kind is None or "kind" in data or "role" in data:
        return data
    return {**{name: held for name, held in data.items() if name != "interaction"}, "kind": kind}


def sniff(text: str) -> bool:
    """Whether the outermost object has elements, and isn't a map of our own."""
    keys = top_keys(text)
    return "elements" in keys and "argmap" not in keys


CYTOSCAPE = Format(
    name=_NAME,
    title="Cytoscape JSON",
    suffixes=(".cyjs", ".cytoscape.json", ".json"),
    read=read,
    write=write,
    sniff=sniff,
)
