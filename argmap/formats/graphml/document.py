"""A document of GraphML as keys, nodes, groups and edges, whoever wrote it."""

from __future__ import annotations

from typing import Any

from attrs import define, field, frozen

from ...errors import ReadError
from ...jsontext import Path
from ...limits import Limits
from ...source import Span, visible
from ...xmltext import Element, Spot, XmlDocument, kept
from ..rules import Fault
from ..typed import structured, value_of

__all__ = ["NAME", "Held", "Key", "Parts", "taken_apart"]

NAME = "graphml"
"""The name of the format, under which free data keep what is GraphML's alone."""


@frozen
class Key:
    """The declaration of an attribute: its name, its type, and its text where none is given, or None."""

    name: str
    type: str
    default: str | None = None
    rich: bool = False


@frozen
class Held:
    """A node or an edge, and the node it is in, if that is drawn around it."""

    element: Element
    inside: Element | None = None


@define
class Parts:
    """What stands in a document: the keys by id, the graph, and nodes and edges in their order.

    ``defaults`` has for each kind of element the keys that every one has a value of; ``argmap`` says that
    argmap wrote it.
    """

    document: XmlDocument
    limits: Limits
    graph: Element
    keys: dict[str, Key] = field(factory=dict)
    defaults: dict[str, list[Key]] = field(factory=dict)
    nodes: list[Held] = field(factory=list)
    groups: list[Held] = field(factory=list)
    edges: list[Held] = field(factory=list)
    argmap: bool = False

    def data(self, holder: Element, kind: str) -> tuple[dict[str, Any], list[Element]]:
        """The attributes that the ``data`` of an element say, and the data that are elements themselves."""
        defaults = self.defaults.get(kind, ())
        made = {key.name: self._value(key, key.default, holder) for key in defaults}
        rich = []
        for element in holder.named("data"):
            id = element.attributes.get("key", "")
            key = self.keys.get(id)
            if key is None:
                message = f"no key has the id '{visible(id)}'"
                raise self.document.error((element, "key"), message, hint="declare it by <key>")
            if key.rich or element.children:
                rich.append(element)
            else:
                made[key.name] = self._value(key, element.text, element, of_graph=kind == "graph")
        return made, rich

    def _value(self, key: Key, given: str | None, place: Element, *, of_graph: bool = False) -> Any:
        try:
            value = value_of(given or "", key.type)
            return (
                structured(key.name, value, self.limits, of_graph=of_graph)
                if self.argmap
                else value
            )
        except Fault as fault:
            raise self.document.error((place,), f"{key.name} {fault.message}") from None

    def spot(self, path: Path) -> Spot:
        """The element, or attribute, that is at a path of the graph in node-link's terms."""
        table, index, name = (*path, None, None, None)[:3]
        held = {"nodes": self.nodes, "edges": self.edges}.get(str(table))
        if held is None or not isinstance(index, int):
            return (self._datum(self.graph, str(index)),)
        element = held[index].element
        if isinstance(name, str) and name in element.attributes:
            return element, name
        return (self._datum(element, str(name)),)

    def _datum(self, holder: Element, name: str) -> Element:
        for element in holder.named("data"):
            key = self.keys.get(element.attributes.get("key", ""))
            if key is not None and key.name == name:
                return element
        return holder

    def where(self, path: Path, key: bool) -> Span:
        """The place of what is at a path of the graph in node-link's terms."""
        return self.document.span(self.spot(path))


def taken_apart(document: XmlDocument, limits: Limits) -> Parts:
    """The parts of a document; raises `ReadError` for what no map can say: hyperedges, undirected edges."""
    root = document.root
    if root.name != "graphml":
        hint = "a document of GraphML begins with <graphml>"
        raise document.error((root,), f"this is <{visible(root.name)}>, not GraphML", hint=hint)
    graph = root.first("graph")
    if graph is None:
        raise document.error((root,), "the document has no graph")
    if len(root.named("graph")) > 1:
        raise document.error((root.named("graph")[1],), "a second graph", hint="keep one of them")
    parts = Parts(document, limits, graph)
    for element in root.named("key"):
        _declare(parts, element)
    names = [datum.attributes.get("key", "") for datum in graph.named("data")]
    parts.argmap = any(parts.keys[name].name == "argmap" for name in names if name in parts.keys)
    _walk(parts)
    return parts


def _declare(parts: Parts, element: Element) -> None:
    attributes = element.attributes
    name = attributes.get("attr.name", "")
    first = element.first("default")
    default = first.text if first is not None and not first.children else None
    rich = "yfiles.type" in attributes or not name
    key = Key(name, attributes.get("attr.type", "string"), default, rich)
    parts.keys[attributes.get("id", "")] = key
    if default and not rich:
        kinds = ("node", "edge") if attributes.get("for") == "all" else (attributes.get("for", ""),)
        for kind in kinds:
            parts.defaults.setdefault(kind, []).append(key)


def _walk(parts: Parts) -> None:
    """Take in the nodes and edges of the graph and of the graphs inside its nodes."""
    todo: list[tuple[Element, Element | None]] = [(parts.graph, None)]
    while todo:
        element, inside = todo.pop()
        if element.name == "graph":
            _check_directed(parts, element)
            todo += [(child, inside) for child in reversed(element.children)]
        elif element.name == "node":
            inner = element.first("graph")
            (parts.nodes if inner is None else parts.groups).append(Held(element, inside))
            todo += [] if inner is None else [(inner, element)]
        elif element.name == "edge":
            parts.edges.append(Held(element, inside))
        elif element.name == "hyperedge":
            raise parts.document.error((element,), "a hyperedge, which no map can say")


def _check_directed(parts: Parts, graph: Element) -> None:
    if graph.attributes.get("edgedefault") == "undirected":
        raise _undirected(parts, graph, "edgedefault")
    for edge in graph.named("edge"):
        if edge.attributes.get("directed") == "false":
            raise _undirected(parts, edge, "directed")


def _undirected(parts: Parts, element: Element, name: str) -> ReadError:
    hint = "say who argues for whom, and make it directed"
    message = "an argument map is directed, and this graph isn't"
    return parts.document.error((element, name), message, hint=hint)


def kept_of(rich: list[Element], attributes: dict[str, str]) -> dict[str, Any]:
    """What is GraphML's alone of a node or an edge, as free data keep it; blanks between tags are nothing."""
    for element in [part for each in rich for part in each.walk()]:
        if element.children and not element.text.strip():
            element.content[:] = element.children
    made: dict[str, Any] = {"data": [kept(element) for element in rich]} if rich else {}
    return made | ({"attributes": attributes} if attributes else {})
