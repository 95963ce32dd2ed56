"""GEXF, the XML of Gephi: nodes with labels and attributes, edges between them.

::

    <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
      <graph defaultedgetype="directed">
        <attributes class="node">
          <attribute id="node.kind" title="kind" type="string"/>
        </attributes>
        <nodes>
          <node id="good" label="Co-ops are good.">
            <attvalues>
              <attvalue for="node.kind" value="claim"/>
            </attvalues>
          </node>
        </nodes>
        <edges/>
      </graph>
    </gexf>

The graph is that of node-link JSON. GEXF has no attributes of a whole graph: argmap's stand in an element of its own
in ``meta``. Positions, sizes and colours are kept in the free data under ``gexf``.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import define, field

from ..jsontext import Path, parse_json, write_json
from ..limits import Limits
from ..model.map import ArgumentMap
from ..source import SourceText, Span, visible
from ..xmltext import Element, Spot, XmlDocument, element_of, kept, parse_xml, write_xml
from .decoder import Decoder
from .format import Format, Reading, Rendering
from .node_graph import STEPS, about_of, apart, ends, label_of, nodes_of, read_graph
from .notes import Note
from .placed import PlacedDocument
from .rules import Fault
from .typed import as_text, structured, type_of, value_of

__all__ = ["GEXF"]

_NAME = "gexf"
_SPACE = "http://www.gexf.net/1.2draft"
_OWN = "https://argmap.readthedocs.io/ns#"
_KNOWN = ("attvalues", "nodes", "edges")


def write(map: ArgumentMap) -> Rendering:
    """The map as GEXF 1.2, which more programs read than 1.3; lists and objects are JSON in a text."""
    about = about_of(map)
    meta = Element("meta", namespace=_SPACE)
    meta.content.append(Element("creator", content=["argmap"], namespace=_SPACE))
    if map.about.title:
        meta.content.append(Element("description", content=[map.about.title], namespace=_SPACE))
    content: list[Element | str] = [write_json(about, indent=None).rstrip("\n")]
    meta.content.append(Element("map", content=content, namespace=_OWN))
    declared: dict[tuple[str, str, str], Element] = {}
    nodes = Element("nodes", namespace=_SPACE)
    for node in nodes_of(map):
        plain, own = apart(node, _NAME, _can_say)
        attributes = {"id": node["id"], "label": label_of(node)}
        values = _values("node", {n: v for n, v in plain.items() if n != "id"}, declared)
        viz = [element_of(each) for each in own.get("viz", ())]
        inner: list[Element | str] = [values, *[each for each in viz if each is not None]]
        nodes.content.append(Element("node", attributes, inner, _SPACE))
    edges = Element("edges", namespace=_SPACE)
    for number, (source, target, role) in enumerate(ends(map), 1):
        attributes = {"id": f"e{number}", "source": source, "target": target}
        values = _values("edge", {"role": role}, declared)
        edges.content.append(Element("edge", attributes, [values], _SPACE))
    tables = [
        Element(
            "attributes", {"class": kind}, [e for k, e in declared.items() if k[0] == kind], _SPACE
        )
        for kind in ("node", "edge")
    ]
    graph = Element("graph", {"defaultedgetype": "directed"}, [*tables, nodes, edges], _SPACE)
    root = Element("gexf", {"version": "1.2"}, [meta, graph], _SPACE)
    prefixes = {_SPACE: "", _OWN: "argmap", f"{_SPACE}/viz": "viz"}
    return Rendering(write_xml(root, prefixes=prefixes), format=_NAME)


def _values(
    kind: str, attributes: dict[str, Any], declared: dict[tuple[str, str, str], Element]
) -> Element:
    made = Element("attvalues", namespace=_SPACE)
    for name, value in attributes.items():
        type = type_of(value)
        id = f"{kind}.{name}"
        if (kind, name, type) not in declared:
            about = {"id": id, "title": name, "type": type}
            declared[kind, name, type] = Element("attribute", about, namespace=_SPACE)
        held = {"for": id, "value": as_text(value)}
        made.content.append(Element("attvalue", held, namespace=_SPACE))
    return made


def _can_say(name: str, held: Any) -> bool:
    """Whether what is kept of a node is read again as it is: elements that only show it."""
    made = [element_of(value) for value in held] if isinstance(held, list) else []
    return name == "viz" and bool(made) and all(each is not None and _shows(each) for each in made)


def _shows(element: Element) -> bool:
    return element.name not in _KNOWN and not element.content


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of GEXF says, of any version.

    Of our own documents nothing is lost. In anybody else's, nodes are claims worded by their label, edges
    supports, or what ``kind`` or label says. Refused are undirected graphs, edges to nodes that aren't
    there, and values that aren't of their attribute's type.
    """
    document = parse_xml(source, limits=limits)
    graph = _Graph(document, limits)
    root = graph.root()
    decoder = Decoder(PlacedDocument(graph.where), limits)
    for element in document.mended[:1]:
        message = "characters that no text may hold, read as U+FFFD"
        decoder.notes.add(Note("control-character", message, ("graph",)))
        if strict:
            raise document.error((element,), message)
    return read_graph(decoder, root, strict=strict, format=_NAME, aside=_NAME)


@define
class _Graph:
    """The graph in the shape of node-link JSON, and the elements that say it."""

    document: XmlDocument
    limits: Limits
    ours: bool = False
    keys: dict[tuple[str, str], tuple[str, str, str | None]] = field(factory=dict)
    nodes: list[Element] = field(factory=list)
    edges: list[Element] = field(factory=list)

    def root(self) -> dict[str, Any]:
        """The graph with its nodes and edges."""
        outer = self.document.root
        graph = outer.first("graph")
        if outer.name != "gexf" or graph is None:
            hint = "a document of GEXF has <gexf> around <graph>"
            raise self.document.error((outer,), "this isn't GEXF", hint=hint)
        self._directed(graph, "defaultedgetype")
        about = self._about(outer)
        for table in graph.named("attributes"):
            kind = table.attributes.get("class", "node")
            for each in table.named("attribute"):
                default = each.first("default")
                held = each.attributes
                self.keys[kind, held.get("id", "")] = (
                    held.get("title") or held.get("id", ""),
                    held.get("type", "string"),
                    None if default is None else default.text,
                )
        self._walk(graph)
        nodes = [self._node(element) for element in self.nodes]
        return {"graph": about, "nodes": nodes, "edges": [self._edge(each) for each in self.edges]}

    def _about(self, outer: Element) -> dict[str, Any]:
        meta = outer.first("meta")
        own = [] if meta is None else [e for e in meta.children if e.namespace == _OWN]
        if own:
            self.ours = True
            try:
                found = parse_json(SourceText("map", own[0].text), limits=self.limits).value
            except ValueError as error:
                raise self.document.error((own[0],), str(error).partition("\n")[0]) from None
            if isinstance(found, dict) and "argmap" in found:
                return found
            raise self.document.error((own[0],), "this must be an object with a version of argmap")
        title = None if meta is None else meta.first("title") or meta.first("description")
        return {} if title is None or not title.text.strip() else {"name": title.text.strip()}

    def _walk(self, graph: Element) -> None:
        todo = [graph]
        while todo:
            holder = todo.pop()
            for child in holder.children:
                if child.name in ("nodes", "edges"):
                    todo.append(child)
                elif child.name == "node":
                    self.nodes.append(child)
                    todo.append(child)
                elif child.name == "edge":
                    self._directed(child, "type")
                    self.edges.append(child)

    def _directed(self, element: Element, name: str) -> None:
        if element.attributes.get(name, "directed").lower() != "directed" and not (
            name == "defaultedgetype"
            and element.attributes[name].lower() not in ("undirected", "mutual")
        ):
            hint = "say who argues for whom, and make it directed"
            message = (
                f"an argument map is directed, and this says {visible(element.attributes[name])!r}"
            )
            raise self.document.error((element, name), message, hint=hint)

    def _held(self, element: Element, kind: str) -> dict[str, Any]:
        """The attributes of a node or an edge by their titles."""
        made: dict[str, Any] = {}
        for (owner, _), (title, type, default) in self.keys.items():
            if owner == kind and default is not None:
                made[title] = self._value(title, default, type, element)
        for table in element.named("attvalues"):
            for each in table.named("attvalue"):
                id = each.attributes.get("for") or each.attributes.get("id", "")
                if (kind, id) not in self.keys:
                    message = f"no attribute has the id '{visible(id)}'"
                    hint = "declare it in <attributes>, or take it out"
                    raise self.document.error((each, "for"), message, hint=hint)
                title, type, _ = self.keys[kind, id]
                made[title] = self._value(title, each.attributes.get("value", ""), type, each)
        return made

    def _value(self, title: str, given: str, type: str, place: Element) -> Any:
        try:
            value = value_of(given, type)
            return structured(title, value, self.limits) if self.ours else value
        except Fault as fault:
            raise self.document.error((place,), f"{title} {fault.message}") from None

    def _node(self, element: Element) -> dict[str, Any]:
        attributes = self._required(element, ("id",))
        held = self._held(element, "node")
        label = attributes.pop("label", "")
        made = {**held, "id": attributes.pop("id")} if self.ours else self._theirs(held, attributes)
        if label and not (self.ours and label == label_of(made)):
            made.setdefault("label", label)
        rest: dict[str, Any] = {"attributes": attributes} if attributes else {}
        shown = [child for child in element.children if child.name not in _KNOWN]
        rest |= {"viz": [kept(child) for child in shown]} if shown else {}
        return made | ({_NAME: rest} if rest else {})

    def _theirs(self, held: dict[str, Any], attributes: dict[str, str]) -> dict[str, Any]:
        return {"id": attributes.pop("id"), **{n: v for n, v in held.items() if n != "id"}}

    def _edge(self, element: Element) -> dict[str, Any]:
        attributes = self._required(element, ("source", "target"))
        held = self._held(element, "edge")
        made = {**held, "source": attributes.pop("source"), "target": attributes.pop("target")}
        id = attributes.pop("id", "")
        attributes.pop("type", None)
        if self.ours:
            return made | ({_NAME: {"attributes": attributes}} if attributes else {})
        if label := attributes.pop("label", "") or attributes.pop("kind", ""):
            made.setdefault("label", label)
        for name in ("kind", "label"):
            told = made.get(name)
            kind = STEPS.get(told.strip().lower()) if isinstance(told, str) else None
            if kind is not None:
                del made[name]
                made["kind"] = kind
                break
        made |= {"id": id} if id else {}
        return made | ({_NAME: {"attributes": attributes}} if attributes else {})

    def _required(self, element: Element, names: tuple[str, ...]) -> dict[str, str]:
        for name in names:
            if name not in element.attributes:
                raise self.document.error((element,), f"the {element.name} has no {name}")
        return dict(element.attributes)

    def where(self, path: Path, key: bool) -> Span:
        """The place of what is at a path of the graph in node-link's terms."""
        table, index, name = (*path, None, None, None)[:3]
        held = {"nodes": self.nodes, "edges": self.edges}.get(str(table))
        if held is None or not isinstance(index, int):
            return self.document.span((self.document.root,))
        return self.document.span(self._spot(held[index], str(name)))

    def _spot(self, element: Element, name: str) -> Spot:
        if name in element.attributes:
            return element, name
        for table in element.named("attvalues"):
            for each in table.named("attvalue"):
                id = each.attributes.get("for") or each.attributes.get("id", "")
                if self.keys.get((element.name, id), ("",))[0] == name:
                    return each, "value"
        return (element,)


_LOOKED_AT = 4_000
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?gexf[\s>]")


def sniff(text: str) -> bool:
    """Whether a tag ``gexf`` opens near the beginning."""
    return text.lstrip().startswith("<") and _ROOT.search(text[:_LOOKED_AT]) is not None


GEXF = Format(
    name=_NAME,
    title="GEXF",
    suffixes=(".gexf",),
    read=read,
    write=write,
    sniff=sniff,
)
