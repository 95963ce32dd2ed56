"""SADFace, the Simple Argument Description Format: atoms and schemes, with the analyst's particulars.

::

    {
      "metadata": {"core": {"title": "Co-ops", "version": "0.2"}},
      "resources": [],
      "nodes": [
        {"id": "good", "type": "atom", "text": "Co-ops are good.", "sources": [], "metadata": {}},
        {"id": "near", "type": "atom", "text": "They are near.", "sources": [], "metadata": {}},
        {"id": "s", "type": "scheme", "name": "support", "metadata": {}}
      ],
      "edges": [
        {"id": "edge-1", "source_id": "near", "target_id": "s"},
        {"id": "edge-2", "source_id": "s", "target_id": "good"}
      ]
    }

Version 0.1 has the particulars at the top instead of under ``core``; drafts before it name a scheme by its text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import Loss
from ..jsontext import write_json
from ..limits import Limits
from ..model.map import ArgumentMap
from ..model.records import About
from ..source import SourceText
from .decoder import Decoder
from .dialect import Dialect, Told, different, dressed
from .format import Format, Reading, Rendering
from .graph_reader import GraphReader, Table
from .graph_writer import GraphWriter, kept_of
from .mended import parse_mended
from .scheme_graph import CLAIM
from .top_keys import top_keys
from .unsaid import unsaid_records

__all__ = ["SADFACE"]

_ROLES = {
    "support": "support",
    "default support": "support",
    "default inference": "support",
    "": "support",
    "conflict": "attack",
    "attack": "attack",
    "default conflict": "attack",
}
_NAMES = {"support": "support", "attack": "conflict"}
_CORE = {
    "analyst_email": "",
    "analyst_name": "",
    "created": "",
    "description": "",
    "edited": "",
    "id": "",
    "notes": "",
    "title": "",
    "version": "0.2",
}


def _told(node: Mapping[str, Any]) -> Told:
    if node.get("type") == "atom":
        return Told(CLAIM, _text(node, "text"))
    if node.get("type") != "scheme":
        return Told()
    name = _text(node, "name") or " ".join(_text(node, "text").split())
    role = _ROLES.get(name.strip().lower())
    return Told(role) if role else Told("support", scheme=name)


def _text(node: Mapping[str, Any], name: str) -> str:
    held = node.get(name)
    return held if isinstance(held, str) else ""


def _node(id: str, told: Told) -> dict[str, Any]:
    if told.role == CLAIM:
        return {"id": id, "type": "atom", "text": told.text, "sources": [], "metadata": {}}
    name = told.scheme if told.scheme and told.role == "support" else _NAMES[told.role]
    return {"id": id, "type": "scheme", "name": name, "metadata": {}}


def _edge(name: str, tail: str, head: str) -> dict[str, Any]:
    return {"id": name, "source_id": tail, "target_id": head}


_DIALECT = Dialect(
    name="sadface",
    title="SADFace",
    id="id",
    tail="source_id",
    head="target_id",
    edge_id="id",
    type="type",
    spoken=("id", "type", "name", "text"),
    texts=("text", "name"),
    roles=("support", "attack"),
    told=_told,
    node=_node,
    edge=_edge,
    edge_name="edge-{}".format,
)


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of SADFace says.

    Atoms are claims; schemes named support are supports; schemes named conflict or attack are rebuttals, or undercuts
    where they lead to a scheme; any other name is the scheme of a support. Title, description and
    analyst are the map's; the rest is kept. Edges to nodes that aren't there, nodes that are there
    twice and schemes without a premise or a conclusion are findings, or refused if ``strict``.
    """
    document, findings = parse_mended(source, strict=strict, limits=limits)
    decoder = Decoder(document, limits)
    root = decoder.expect_object(document.value, (), "the document")
    reader = GraphReader(decoder, _DIALECT)
    nodes, edges = decoder.items(root, "nodes"), decoder.items(root, "edges")
    reader.take(Table(nodes, ("nodes",)), Table(edges, ("edges",)))
    parts, kept = reader.parts()
    about = _about(root)
    empty: dict[str, Any] = {name: [] for name in ("nodes", "edges") if name in root}
    if rest := different(_usual(about), {**root, **empty}):
        kept["document"] = rest
    map = reader.map({**parts, "about": about}, kept)
    return Reading(map, (*findings, *decoder.notes.told(strict=strict)), "sadface")


def _core(root: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where the particulars stand: under ``core`` in the metadata, or at the top in version 0.1."""
    metadata = root.get("metadata")
    core = metadata.get("core") if isinstance(metadata, Mapping) else None
    return core if isinstance(core, Mapping) else root


def _about(root: Mapping[str, Any]) -> About:
    core = _core(root)
    name = _text(core, "analyst_name")
    return About(_text(core, "title"), _text(core, "description"), (name,) if name else ())


def _usual(about: About) -> dict[str, Any]:
    """The document that says ``about`` and nothing else."""
    core = _CORE | _particulars(about)
    return {"metadata": {"core": core}, "resources": [], "nodes": [], "edges": []}


def _particulars(about: About) -> dict[str, Any]:
    name = about.authors[0] if about.authors else ""
    return {"analyst_name": name, "description": about.description, "title": about.title}


def write(map: ArgumentMap, *, indent: int | None = 2) -> Rendering:
    """The map as SADFace; all on one line where ``indent`` is None."""
    written = GraphWriter(map, _DIALECT)
    about = map.about
    losses = [*written.losses, *unsaid_records(_DIALECT, map, ("title", "description", "authors"))]
    if len(about.authors) > 1 or about.authors == ("",):
        why = "SADFace has one analyst; the first is written"
        losses.append(Loss("about-authors", "", "the authors", why))
    usual = _usual(about)
    document = dressed(usual, kept_of(map, _DIALECT).get("document"))
    if _particulars(_about(document)) != _particulars(about):
        document["metadata"] = {"core": {**_found_core(document), **_particulars(about)}}
    tables = {"nodes": written.nodes, "edges": written.edges}
    document |= {name: held for name, held in tables.items() if held or name in document}
    return Rendering(write_json(document, indent=indent), tuple(losses), "sadface")


def _found_core(document: Mapping[str, Any]) -> dict[str, Any]:
    core = _core(document)
    return _CORE | {name: core[name] for name in _CORE if name in core}


def sniff(text: str) -> bool:
    """Whether resources stand beside nodes and edges, or edges have SADFace's ends, near the beginning."""
    keys = top_keys(text)
    if "argmap" in keys or "schemaVersion" in keys or "libraryVersion" in keys:
        return False
    ends = '"source_id"' in text[:_LOOKED_AT]
    return ("nodes" in keys or "edges" in keys) and (
        ends or ("resources" in keys and ("metadata" in keys or "analyst_name" in keys))
    )


_LOOKED_AT = 64_000
SADFACE = Format(
    name="sadface",
    title="SADFace",
    suffixes=(".sadface.json", ".sadface", ".json"),
    read=read,
    write=write,
    sniff=sniff,
    cannot_say=(
        "rephrases, preferences, titles, stances, weights, speakers, citations, tags, groups, issues "
        "and warrants; conflicts become rebuttals each way"
    ),
)
