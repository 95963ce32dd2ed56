"""Writes GraphML that networkx, yEd and Gephi read, and that is read again without a loss."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ...model.map import ArgumentMap
from ...xmltext import Element, element_of, write_xml
from ..format import Rendering
from ..node_graph import about_of, apart, ends, nodes_of
from ..typed import as_text, type_of
from .document import NAME

__all__ = ["write"]

SPACE = "http://graphml.graphdrawing.org/xmlns"
_PREFIXES = {
    SPACE: "",
    "http://www.yworks.com/xml/graphml": "y",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
}


def write(map: ArgumentMap) -> Rendering:
    """The map as GraphML; lists and objects are JSON in a text."""
    keys = _Keys()
    about, kept = apart(about_of(map), NAME, _can_say_of_graph)
    theirs = _elements(kept, "keys")
    ids = {key.attributes["id"] for key in theirs}

    def sayable(name: str, held: Any) -> bool:
        return _can_say(name, held, ids)

    graph = Element("graph", {"edgedefault": "directed"}, namespace=SPACE)
    graph.content += keys.data("graph", about)
    for node in nodes_of(map):
        plain, own = apart(node, NAME, sayable)
        attributes = {"id": plain.pop("id"), **own.get("attributes", {})}
        made = Element("node", attributes, keys.data("node", plain), SPACE)
        made.content += [*_elements(own, "data"), *_elements(own, "ports")]
        graph.content.append(made)
    for source, target, role in ends(map):
        data = keys.data("edge", {"role": role})
        graph.content.append(Element("edge", {"source": source, "target": target}, data, SPACE))
    root = Element("graphml", {}, [*keys.made.values(), *theirs, graph], SPACE)
    return Rendering(write_xml(root, prefixes=_PREFIXES), format=NAME)


@define
class _Keys:
    """The declarations of attributes, by kind of element, name and type."""

    made: dict[tuple[str, str, str], Element] = field(factory=dict)

    def data(self, kind: str, attributes: dict[str, Any]) -> list[Element | str]:
        """The ``data`` that say the attributes of one element."""
        made: list[Element | str] = []
        for name, value in attributes.items():
            content: list[Element | str] = [as_text(value)]
            made.append(Element("data", {"key": self._key(kind, name, value)}, content, SPACE))
        return made

    def _key(self, kind: str, name: str, value: Any) -> str:
        type = type_of(value)
        id = f"{kind}.{name}"
        if (kind, name, type) not in self.made:
            declared = {"id": id, "for": kind, "attr.name": name, "attr.type": type}
            self.made[kind, name, type] = Element("key", declared, namespace=SPACE)
        return id


def _can_say_of_graph(name: str, held: Any) -> bool:
    """Whether what is kept are the declarations of drawings."""
    keys = _elements({name: held}, "keys")
    return bool(keys) and all(
        key.name == "key"
        and "yfiles.type" in key.attributes
        and "." not in key.attributes.get("id", ".")
        for key in keys
    )


def _can_say(name: str, held: Any, keys: set[str]) -> bool:
    """Whether what is kept of a node is read again as it is: ``keys`` are those of drawings."""
    if name == "attributes":
        return element_of(["x", held]) is not None and not {"id", "{}"} & set(held)
    parts = _elements({name: held}, name)
    if name == "data":
        return bool(parts) and all(
            part.name == "data" and part.attributes.get("key") in keys for part in parts
        )
    return name == "ports" and bool(parts) and all(part.name == "port" for part in parts)


def _elements(kept: dict[str, Any], name: str) -> list[Element]:
    """The elements that were kept under a name; none if one of them isn't an element."""
    held = kept.get(name)
    made = [element_of(value) for value in held] if isinstance(held, list) else []
    return [] if None in made else [element for element in made if element is not None]
