"""The JSON of arguebuf: atoms and schemes by id, edges by id.

::

    {
      "schemaVersion": 1,
      "nodes": {
        "good": {"atom": {"text": "Co-ops are good."}},
        "near": {"atom": {"text": "They raise accountability."}},
        "s": {"scheme": {"support": "SUPPORT_EXPERT_OPINION"}}
      },
      "edges": {
        "edge-1": {"source": "near", "target": "s"},
        "edge-2": {"source": "s", "target": "good"}
      }
    }

Kept, and written back, is what the model hasn't: the major claim, times, resources and references,
participants, analysts, user data, premise descriptors.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..jsontext import Path, write_json
from ..limits import Limits
from ..model.map import ArgumentMap
from ..source import SourceText
from .arguebuf_schemes import SUPPORTS
from .decoder import Decoder
from .dialect import Dialect, Told, different, dressed
from .format import Format, Reading, Rendering
from .graph_reader import GraphReader, Table
from .graph_writer import GraphWriter, kept_of
from .mended import parse_mended
from .scheme_graph import CLAIM
from .top_keys import top_keys
from .unsaid import unsaid_records

__all__ = ["ARGUEBUF"]

_ID = "@id"
_OURS = (_ID, "type", "text")
_ROLES = ("support", "attack", "rephrase", "preference")
_USUAL: dict[str, Any] = {"schemaVersion": 1, "nodes": {}, "edges": {}}


def _told(node: Mapping[str, Any]) -> Told:
    if node.get("type") == "atom":
        text = node.get("text")
        return Told(CLAIM, text if isinstance(text, str) else "")
    scheme = node.get("scheme")
    if not isinstance(scheme, Mapping):
        return Told()
    for role in _ROLES:
        if role in scheme:
            name = _name(role, scheme[role])
            return Told(role, scheme=name if role in ("support", "attack") else "")
    return Told()


def _name(role: str, value: Any) -> str:
    """The name of a scheme, from arguebuf's: ``Expert Opinion`` of ``SUPPORT_EXPERT_OPINION``."""
    if not isinstance(value, str):
        return ""
    name = value.removeprefix(f"{role.upper()}_")
    return "" if name in ("DEFAULT", "UNSPECIFIED") else name.replace("_", " ").title()


def _node(id: str, told: Told) -> dict[str, Any]:
    if told.role == CLAIM:
        return {_ID: id, "type": "atom", "text": told.text}
    name = told.scheme.upper().replace(" ", "_")
    known = name if told.role == "support" and name in SUPPORTS else "DEFAULT"
    return {_ID: id, "type": "scheme", "scheme": {told.role: f"{told.role.upper()}_{known}"}}


def _edge(name: str, tail: str, head: str) -> dict[str, Any]:
    return {_ID: name, "source": tail, "target": head}


_DIALECT = Dialect(
    name="arguebuf",
    title="arguebuf",
    id=_ID,
    tail="source",
    head="target",
    edge_id=_ID,
    type="type",
    spoken=(_ID, "type", "text", "scheme"),
    texts=("text",),
    roles=_ROLES,
    told=_told,
    node=_node,
    edge=_edge,
    edge_name="edge-{}".format,
)


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of arguebuf says.

    Atoms are claims, schemes are supports, rephrases, preferences, and rebuttals, or undercuts where they lead to
    a scheme; schemes of no kind are kept aside, with a finding. Edges to nodes that aren't there and
    schemes without a premise or a conclusion are findings, or refused if ``strict``.
    """
    document, findings = parse_mended(source, strict=strict, limits=limits)
    decoder = Decoder(document, limits)
    root = decoder.expect_object(document.value, (), "the document")
    reader = GraphReader(decoder, _DIALECT)
    tables = {
        name: decoder.expect_object(root.get(name, {}), (name,), name)
        for name in ("nodes", "edges")
    }
    nodes = [_flat(decoder, id, node, ("nodes", id)) for id, node in tables["nodes"].items()]
    edges = [
        {_ID: id, **decoder.expect_object(edge, ("edges", id), "an edge")}
        for id, edge in tables["edges"].items()
    ]
    ways = {name: list(table) for name, table in tables.items()}
    reader.take(Table(nodes, ("nodes",), ways["nodes"]), Table(edges, ("edges",), ways["edges"]))
    parts, kept = reader.parts()
    empty: dict[str, Any] = {name: {} for name in tables if name in root}
    if rest := different(_USUAL, {**root, **empty}):
        kept["document"] = rest
    map = reader.map(parts, kept)
    return Reading(map, (*findings, *decoder.notes.told(strict=strict)), "arguebuf")


def _flat(decoder: Decoder, id: str, item: Any, path: Path) -> dict[str, Any]:
    """A node with its id, its type, and for an atom its text as keys of its own."""
    node = decoder.expect_object(item, path, "a node")
    for name in _OURS:
        if name in node:
            raise decoder.error((*path, name), f'a node of arguebuf has no "{name}"')
    if "atom" not in node:
        return {_ID: id, **({"type": "scheme"} if "scheme" in node else {}), **node}
    atom = dict(decoder.expect_object(node["atom"], (*path, "atom"), "an atom"))
    made: dict[str, Any] = {_ID: id, "type": "atom"}
    if "text" in atom:
        made["text"] = atom.pop("text")
    rest = {name: held for name, held in node.items() if name != "atom"}
    return {**made, **({"atom": atom} if atom else {}), **rest}


def _round(node: Mapping[str, Any]) -> dict[str, Any]:
    """A node as arguebuf has it, from one that `_flat` made."""
    made = {name: held for name, held in node.items() if name not in _OURS}
    if node.get("type") != "atom":
        return made
    text = {"text": node["text"]} if "text" in node else {}
    atom = made.pop("atom", None)
    return {"atom": {**text, **(atom if isinstance(atom, dict) else {})}, **made}


def write(map: ArgumentMap, *, indent: int | None = 2) -> Rendering:
    """The map as arguebuf's JSON; all on one line where ``indent`` is None."""
    written = GraphWriter(map, _DIALECT)
    document = dressed(_USUAL, kept_of(map, _DIALECT).get("document"))
    tables = {
        "nodes": {str(node[_ID]): _round(node) for node in written.nodes},
        "edges": {
            str(edge.get(_ID)): {name: held for name, held in edge.items() if name != _ID}
            for edge in written.edges
        },
    }
    document |= {name: held for name, held in tables.items() if held or name in document}
    losses = (*written.losses, *unsaid_records(_DIALECT, map))
    return Rendering(write_json(document, indent=indent), losses, "arguebuf")


def sniff(text: str) -> bool:
    """Whether the outermost object has nodes or edges and the version of arguebuf's schema."""
    keys = top_keys(text)
    ours = "argmap" not in keys and ("nodes" in keys or "edges" in keys)
    if not ours or "multigraph" in keys:
        return False
    beginning = text[:_LOOKED_AT]
    return "schemaVersion" in keys or ('"atom": {' in beginning or '"atom":{' in beginning)


_LOOKED_AT = 64_000
ARGUEBUF = Format(
    name="arguebuf",
    title="arguebuf JSON",
    suffixes=(".arguebuf.json", ".json"),
    read=read,
    write=write,
    sniff=sniff,
    cannot_say=(
        "schemes that it has no name for, titles, stances, weights, tags, groups, issues and "
        "warrants; conflicts become rebuttals each way"
    ),
)
