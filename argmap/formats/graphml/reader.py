"""Reads GraphML: what argmap writes, any tool's graphs, yEd's drawings and Argunet's exports."""

from __future__ import annotations

from typing import Any

from ...limits import Limits
from ...source import SourceText, visible
from ...xmltext import Element, parse_xml
from ..decoder import Decoder
from ..format import Reading
from ..node_graph import STEPS, read_graph
from ..notes import Note
from ..placed import PlacedDocument
from ..scheme_graph import CLAIM, weave
from .argunet import ARGUNET, read_argunet
from .document import NAME, Held, Parts, kept_of, taken_apart

__all__ = ["read"]

_TYPES = {"I-node": CLAIM, "RA-node": "support", "CA-node": "attack"}
"""What a drawing to AIF's conventions calls its nodes."""
_WORDS = ("text", "label", "name", "description")
_KINDS = ("kind", "relation", "interaction", "type", "label")


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of GraphML says.

    Of our own documents nothing is lost. In anybody else's, nodes are claims and edges supports, or what their
    ``kind`` or label says; a node with a graph inside is a group. yEd's labels word what nothing else
    does; its nodes with a ``nodeType`` of AIF are read as AIF's. Argunet's theses and propositions
    are claims, its arguments supports. Drawings are kept. Refused are undirected graphs, hyperedges,
    edges to nodes that aren't there or are groups, and values that aren't of their key's type.
    """
    document = parse_xml(source, limits=limits)
    parts = taken_apart(document, limits)
    decoder = Decoder(PlacedDocument(parts.where), limits)
    for element in document.mended[:1]:
        message = "characters that no text may hold, read as U+FFFD"
        decoder.notes.add(Note("control-character", message, ("graph",)))
        if strict:
            raise document.error((element,), message)
    if any(
        element.namespace == ARGUNET for node in parts.nodes[:1] for element in node.element.walk()
    ):
        return read_argunet(parts, decoder, strict=strict)
    root = _graph(parts)
    root["nodes"] = [_node(parts, held) for held in parts.nodes]
    root["edges"] = [_edge(parts, held, index) for index, held in enumerate(parts.edges)]
    if not parts.argmap:
        if parts.groups:
            _with_groups(parts, root)
        if any(node.get("nodeType") in _TYPES for node in root["nodes"]):
            _as_aif(parts, decoder, root)
    return read_graph(decoder, root, strict=strict, format=NAME, aside=NAME)


def _graph(parts: Parts) -> dict[str, Any]:
    made, rich = parts.data(parts.graph, "graph")
    outer, more = parts.data(parts.document.root, "graph")
    kept = kept_of([*rich, *more], {})
    keys = [key for key in parts.document.root.named("key") if "yfiles.type" in key.attributes]
    kept |= {"keys": kept_of(keys, {})["data"]} if keys else {}
    given = {name: held for name, held in {**outer, **made}.items() if held != "" or parts.argmap}
    return {"graph": given | ({NAME: kept} if kept else {})}


def _rest(element: Element, known: tuple[str, ...]) -> dict[str, str]:
    return {name: held for name, held in element.attributes.items() if name not in known}


def _node(parts: Parts, held: Held) -> dict[str, Any]:
    element = held.element
    if "id" not in element.attributes:
        raise parts.document.error((element,), "the node has no id")
    data, rich = parts.data(element, "node")
    if parts.argmap:
        made = {**data, "id": element.attributes["id"]}
    else:
        made = {"id": element.attributes["id"], **_wording(data, rich), **_free(data)}
    kept = kept_of(rich, _rest(element, ("id",)))
    ports = element.named("port")
    kept |= {"ports": kept_of(ports, {})["data"]} if ports else {}
    return made | ({NAME: kept} if kept else {})


def _wording(data: dict[str, Any], rich: list[Element]) -> dict[str, Any]:
    """The text that says what a node is: of several, the best is text, the next one title."""
    found = {name: data.pop(name) for name in _WORDS if isinstance(data.get(name), str)}
    texts = [text for text in found.values() if text.strip()] or _labels(rich, "NodeLabel")
    left = {name: text for name, text in found.items() if text.strip() and text != texts[0]}
    return ({"text": texts[0]} if texts else {}) | left


def _free(data: dict[str, Any]) -> dict[str, Any]:
    """Attributes that say something; yEd writes the empty ones too."""
    names = {"id": "name"}  # the node's own id is another
    return {names.get(name, name): held for name, held in data.items() if held != ""}


def _labels(rich: list[Element], name: str) -> list[str]:
    found = [part.text.strip() for data in rich for part in data.walk() if part.name == name]
    return [text for text in found if text]


def _edge(parts: Parts, held: Held, index: int) -> dict[str, Any]:
    element = held.element
    for name in ("source", "target"):
        if name not in element.attributes:
            raise parts.document.error((element,), f"the edge has no {name}")
    data, rich = parts.data(element, "edge")
    made = {name: element.attributes[name] for name in ("source", "target")}
    if parts.argmap:
        made |= data
    else:
        made |= _told(_free(data), rich)
        made |= {"id": element.attributes["id"]} if element.attributes.get("id") else {}
    kept = kept_of(rich, _rest(element, ("id", "source", "target", "directed")))
    return made | ({NAME: kept} if kept else {})


def _told(data: dict[str, Any], rich: list[Element]) -> dict[str, Any]:
    """What an edge of anybody's says: the kind of step, and its label."""
    labels = _labels(rich, "EdgeLabel")
    if labels and "label" not in data:
        data = data | {"label": labels[0]}
    for name in _KINDS:
        kind = STEPS.get(data[name].strip().lower()) if isinstance(data.get(name), str) else None
        if kind is not None:
            return {key: held for key, held in data.items() if key != name} | {"kind": kind}
    return data


def _with_groups(parts: Parts, root: dict[str, Any]) -> None:
    """Make nodes that are drawn around others groups of the map."""
    ids = {id(held.element): held.element.attributes.get("id", "") for held in parts.groups}
    for held in parts.edges:
        for name in ("source", "target"):
            if held.element.attributes[name] in ids.values():
                message = f"the edge ends at the group '{visible(held.element.attributes[name])}'"
                hint = "let it end at a node inside"
                raise parts.document.error((held.element, name), message, hint=hint)
    groups = []
    for held in parts.groups:
        data, rich = parts.data(held.element, "node")
        title = _wording(data, rich).get("text", "")
        inside = {} if held.inside is None else {"parent": ids[id(held.inside)]}
        groups.append({"id": ids[id(held.element)], "title": title, **inside})
    root["graph"] |= {"argmap": 1, "groups": groups}
    for held, node in zip(parts.nodes, root["nodes"], strict=True):
        node.setdefault("kind", "claim")
        if held.inside is not None:
            node["group"] = ids[id(held.inside)]


def _as_aif(parts: Parts, decoder: Decoder, root: dict[str, Any]) -> None:
    """Give nodes that a drawing calls I-node, RA-node and CA-node the kinds that they are."""
    ids = [node["id"] for node in root["nodes"]]
    roles = {
        id: _TYPES[node["nodeType"]]
        for id, node in zip(ids, root["nodes"], strict=True)
        if node.get("nodeType") in _TYPES
    }
    pairs = [(edge["source"], edge["target"]) for edge in root["edges"]]
    woven = weave(roles, pairs)
    for index, node in enumerate(root["nodes"]):
        role = roles.get(node["id"])
        if role is None:
            continue
        del node["nodeType"]
        if node["id"] in woven.faults:
            message = f"the {role} '{visible(node['id'])}' {woven.faults[node['id']]}"
            decoder.notes.add(
                Note("loose-scheme", message, ("nodes", index), kept="; it is a claim")
            )
        elif role == CLAIM:
            node["kind"] = "claim"
        else:
            attack = "rebuttal" if roles[woven.ends[node["id"]].target] == CLAIM else "undercut"
            node["kind"] = "support" if role == "support" else attack
            node["label"] = node.pop("text", "")
    loose = [edge for number, edge in enumerate(root["edges"]) if number not in woven.used]
    if loose:
        root["edges"] = [edge for number, edge in enumerate(root["edges"]) if number in woven.used]
        parts.edges = [held for number, held in enumerate(parts.edges) if number in woven.used]
        root["graph"].setdefault(NAME, {})["loose"] = loose
        message = f"edges that no link stands for: {len(loose):,}"
        decoder.notes.add(Note("loose-edge", message, ("graph",), kept="; they are kept aside"))
