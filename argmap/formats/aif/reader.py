"""Reads AIF JSON as AIFdb gives it, xAIF as OVA3 and the AMF modules exchange it, and the JSON of old OVA.

What an analysis holds besides claims and steps (locutions, transitions, illocutions, positions, the text) is kept
in the map's free data under ``aif``, and comes back when AIF or xAIF is written.
"""

from __future__ import annotations

from typing import Any

from ...limits import Limits
from ...source import SourceText, visible
from ..decoder import Decoder
from ..dialect import different, id_of
from ..format import Reading
from ..graph_reader import GraphReader, Table
from ..mended import parse_mended
from ..notes import Note
from .dialect import AIF_DIALECT

__all__ = ["USUAL_DOCUMENT", "USUAL_GRAPH", "WRAPPERS", "read_aif", "read_ova", "read_xaif"]

USUAL_GRAPH: dict[str, Any] = {"nodes": [], "edges": [], "locutions": []}
"""What AIF holds besides its nodes and edges where nothing was kept."""

USUAL_DOCUMENT: dict[str, Any] = {"text": "", "OVA": {}}
"""What xAIF holds besides its AIF where nothing was kept."""

WRAPPERS = ("AIF", "aif")


def read_aif(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of AIF JSON, or of xAIF, says.

    I nodes are claims; RA nodes supports; CA nodes rebuttals, or undercuts where they lead to a step; MA nodes rephrases;
    PA nodes preferences. Several I nodes that lead to one step are its linked premises. Everything else
    is kept. Edges to nodes that aren't there, nodes that are there twice, steps without a premise
    or a conclusion, nodes of types that AIF doesn't have and control characters are findings, or
    refused if ``strict``.
    """
    return _read(source, strict, limits, "aif")


def read_xaif(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of xAIF, or of AIF JSON, says; see `read_aif`."""
    return _read(source, strict, limits, "xaif")


def read_ova(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that an analysis of old OVA says: AIF whose edges repeat the whole nodes; see `read_aif`."""
    return _read(source, strict, limits, "ova")


def _read(source: SourceText, strict: bool, limits: Limits, format: str) -> Reading:
    document, findings = parse_mended(source, strict=strict, limits=limits)
    decoder = Decoder(document, limits)
    root = decoder.expect_object(document.value, (), "the document")
    wrapper = next((name for name in WRAPPERS if name in root), "")
    path = (wrapper,) if wrapper else ()
    graph = decoder.expect_object(root[wrapper], path, wrapper) if wrapper else root
    reader = GraphReader(decoder, AIF_DIALECT)
    if "nodes" not in graph:
        hint = "AIF has nodes and edges; an empty document has empty lists"
        raise decoder.error(path, 'the document has no "nodes"', hint=hint)
    nodes, edges = [decoder.items(graph, table, path) for table in ("nodes", "edges")]
    if format == "ova":
        nodes = [_ova_node(item) for item in nodes]
        edges = [_ova_edge(item, index) for index, item in enumerate(edges)]
    reader.take(Table(nodes, (*path, "nodes")), Table(edges, (*path, "edges")))
    _tell_locutions(decoder, graph, reader, path)
    parts, kept = reader.parts()
    kept |= _besides(graph, root, wrapper)
    map = reader.map(parts, kept)
    return Reading(map, (*findings, *decoder.notes.told(strict=strict)), format)


def _besides(graph: dict[str, Any], root: dict[str, Any], wrapper: str) -> dict[str, Any]:
    """What the document holds besides its nodes and edges."""
    kept: dict[str, Any] = {}
    empty: dict[str, Any] = {name: [] for name in ("nodes", "edges") if name in graph}
    if rest := different(USUAL_GRAPH, {**graph, **empty}):
        kept["graph"] = rest
    if wrapper:
        outer = {name: held for name, held in root.items() if name != wrapper}
        if rest := different(USUAL_DOCUMENT, outer):
            kept["document"] = rest
        if wrapper != WRAPPERS[0]:
            kept["wrapper"] = wrapper
    return kept


def _tell_locutions(decoder: Decoder, graph: Any, reader: GraphReader, path: Any) -> None:
    locutions = graph.get("locutions")
    if not isinstance(locutions, list):
        return
    for index, locution in enumerate(locutions):
        id = id_of(locution.get("nodeID")) if isinstance(locution, dict) else None
        if id not in reader.nodes.places:
            message = f"the locution is of the node '{visible(str(id))}', which isn't there"
            where = (*path, "locutions", index)
            decoder.notes.add(Note("dangling-locution", message, where, kept="; it is kept aside"))


def _ova_node(item: Any) -> Any:
    """A node of old OVA with AIF's keys; its ``scheme`` is the number of the scheme."""
    names = {"id": "nodeID", "scheme": "schemeID"}
    if not isinstance(item, dict):
        return item
    return {names.get(name, name): held for name, held in item.items()}


def _ova_edge(item: Any, index: int) -> Any:
    """An edge of old OVA with AIF's keys, its ends by id instead of whole, numbered as AIF wants."""
    if not isinstance(item, dict):
        return item
    ends: dict[str, Any] = {"edgeID": str(index + 1)}
    for name, key in (("from", "fromID"), ("to", "toID")):
        end = item.get(name)
        ends[key] = end.get("id") if isinstance(end, dict) else end
    return {**ends, **{name: held for name, held in item.items() if name not in ("from", "to")}}
