"""AIF in RDF, by the ontology of the Argument Interchange Format: nodes that name their premises and conclusions.

::

    @prefix aif: <http://www.arg.dundee.ac.uk/aif#> .

    <urn:argmap:good> a aif:I-node ; aif:claimText "Co-ops are good." .
    <urn:argmap:near> a aif:I-node ; aif:claimText "They are near." .
    <urn:argmap:s> a aif:RA-node ; aif:claimText "Default Inference" ;
      aif:Premise <urn:argmap:near> ; aif:Conclusion <urn:argmap:good> .

Turtle, TriG, RDF/XML and JSON-LD are read, by rdflib, and pages of XHTML with RDFa; Turtle is written; the last two by
argmap alone. What else a document states is kept in the free data under ``aif-rdf``, and written back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import evolve

from ..errors import Loss
from ..limits import Limits
from ..model.map import ArgumentMap
from ..rdftext import TYPE, Term, Triple, line_of, parse_rdf, term_text
from ..source import SourceText, Span
from .aif.dialect import AIF_DIALECT
from .decoder import Decoder
from .dialect import Told
from .format import Format, Reading, Rendering
from .graph_reader import GraphReader, Table
from .graph_writer import GraphWriter, kept_of
from .notes import Note
from .placed import PlacedDocument
from .unsaid import unsaid_records

__all__ = ["AIF_RDF"]

Edges: TypeAlias = list[dict[str, Any]]
_NAME = "aif-rdf"
_AIF = "http://www.arg.dundee.ac.uk/aif#"
_OWN = "urn:argmap:"
_NODE = re.compile(re.escape(_AIF) + r"([A-Z]+)-node([;,]?)")
_PREDICATES = (TYPE, f"{_AIF}claimText", f"{_AIF}Premise", f"{_AIF}Conclusion")
"""What is written of a node, in this order."""
_INPUTS = ("Premise", "ConflictingElement")
_OUTPUTS = ("Conclusion", "ConflictedElement")
_USUAL = {"default support": "Default Inference"}
_IRI = re.compile(r"(?!urn:argmap:)[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\%]+")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_UNSAFE = re.compile(r"[^\w.~-]|_", re.ASCII)


def _node(id: str, told: Told) -> dict[str, Any]:
    """A node of AIF; RDF has the name of its scheme once."""
    made = AIF_DIALECT.node(id, told)
    made.pop("scheme", None)
    return made


_DIALECT = evolve(
    AIF_DIALECT,
    name=_NAME,
    title="AIF RDF",
    roles=("support", "attack", "rephrase"),
    node=_node,
)


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of AIF in RDF says; see `argmap.formats.aif` for what nodes mean.

    A node's id is its IRI, that of a blank node its number. Raises `MissingExtra` without rdflib, but for
    a page, which needs none. A type with a mark behind it, as some pages list them, is read without.
    """
    if not source.text.strip():
        triples: tuple[Triple, ...] = ()
    else:
        triples = parse_rdf(source, limits=limits, what="AIF RDF").triples

    def where(path: Any, key: bool) -> Span:
        marked = source.text.find(path[1]) if path[:1] == ("type",) else -1
        return source.span(max(marked, 0))

    decoder = Decoder(PlacedDocument(where), limits)
    reader = GraphReader(decoder, _DIALECT)
    nodes, edges, others = _sorted(triples)
    reader.take(Table(list(nodes.values()), ("nodes",)), Table(edges, ("edges",)))
    parts, kept = reader.parts()
    if others:
        kept["triples"] = [line_of(triple) for triple in others]
    _tell_marks(triples, decoder)
    map = reader.map(parts, kept)
    return Reading(map, decoder.notes.told(strict=strict), _NAME)


def _tell_marks(triples: tuple[Triple, ...], decoder: Decoder) -> None:
    """Take note of types that end in a mark, once for each such type."""
    marked: dict[str, list[str]] = {}
    for subject, predicate, value in triples:
        found = _NODE.fullmatch(value.value) if predicate.value == TYPE else None
        if found and found[2]:
            marked.setdefault(found[1] + "-node" + found[2], []).append(_id(subject))
    for type, ids in marked.items():
        message = f"the type '{type}' ends in a mark, and is read without it"
        hint = "put blanks alone between types"
        decoder.notes.add(Note("mark-in-type", message, ("type", type), ids=tuple(ids), hint=hint))


def _sorted(
    triples: tuple[Triple, ...],
) -> tuple[dict[Term, dict[str, Any]], list[dict[str, Any]], list[Triple]]:
    """The nodes by their terms, the edges, and what is neither."""
    nodes: dict[Term, dict[str, Any]] = {}
    for subject, predicate, value in triples:
        found = _NODE.fullmatch(value.value) if predicate.value == TYPE else None
        if found and subject not in nodes:
            nodes[subject] = {"nodeID": _id(subject), "text": None, "type": found[1]}
    edges: list[dict[str, Any]] = []
    others: list[Triple] = []
    for triple in triples:
        subject, predicate, value = triple
        node = nodes.get(subject)
        name = predicate.value.removeprefix(_AIF) if node is not None else ""
        if node is None:
            others.append(triple)
        elif name == "claimText" and value.kind == "literal" and node["text"] is None:
            node["text"] = _USUAL.get(value.value.lower(), value.value)
            node |= {"lang": value.language} if value.language else {}
        elif name in (*_INPUTS, *_OUTPUTS) and value.kind != "literal":
            ends = (value, subject) if name in _INPUTS else (subject, value)
            edges.append(_DIALECT.edge(str(len(edges) + 1), _id(ends[0]), _id(ends[1])))
        elif predicate.value != TYPE or f"{_AIF}{node['type']}-node" != value.value:
            others.append(triple)
    for node in nodes.values():
        node["text"] = node["text"] or ""
    nodes = _in_order(nodes)
    return nodes, _edges_in_order(nodes, edges), _named(_others_in_order(nodes, others), nodes)


def _in_order(nodes: dict[Term, dict[str, Any]]) -> dict[Term, dict[str, Any]]:
    """Claims first, then steps: RDF has no order of its own, and so a map is written."""
    return dict(sorted(nodes.items(), key=lambda pair: pair[1]["type"] != "I"))


def _others_in_order(nodes: Mapping[Term, Any], others: list[Triple]) -> list[Triple]:
    """Other statements as they are read when they stand below the nodes, each node's together."""
    numbers = {term: number for number, term in enumerate(nodes)}
    ranks = {name: rank for rank, name in enumerate(_PREDICATES)}

    def place(triple: Triple) -> tuple[int, int]:
        number = numbers.get(triple[0], len(numbers))
        return number, ranks.get(triple[1].value, len(ranks)) if triple[0] in numbers else 0

    return sorted(others, key=place)


def _edges_in_order(nodes: dict[Term, dict[str, Any]], edges: Edges) -> Edges:
    """The edges step by step, those to premises first, numbered."""
    steps = {node["nodeID"]: n for n, node in enumerate(nodes.values()) if node["type"] != "I"}

    def place(index: int) -> tuple[int, bool]:
        """The step that an edge belongs to, and whether it leads away from it."""
        tail, head = edges[index]["fromID"], edges[index]["toID"]
        return steps.get(tail, steps.get(head, -1)), tail in steps

    order = sorted(range(len(edges)), key=place)
    return [{**edges[index], "edgeID": str(number)} for number, index in enumerate(order, 1)]


def _named(others: list[Triple], nodes: Mapping[Term, Any]) -> list[Triple]:
    """The triples with the names under which nodes are written, other blank nodes numbered anew."""
    names: dict[Term, Term] = {term: _iri(_id(term)) for term in nodes}
    count = 0
    made: list[Triple] = []
    for triple in others:
        for term in triple:
            if term.kind == "blank" and term not in names:
                count += 1
                names[term] = Term("blank", f"_:b{count}")
        first, second, third = [names.get(term, term) for term in triple]
        made.append((first, second, third))
    return made


def _id(term: Term) -> str:
    if term.kind == "blank":
        return term.value.removeprefix("_:")
    if not term.value.startswith(_OWN):
        return term.value
    pieces = re.split(r"%([0-9A-Fa-f]{2})", term.value.removeprefix(_OWN))
    data = b"".join([bytes.fromhex(p) if n % 2 else p.encode() for n, p in enumerate(pieces)])
    return data.decode(errors="replace") or term.value


def _iri(id: str) -> Term:
    """The IRI of an id: itself if it is one, else one of argmap's own."""
    if _IRI.fullmatch(id):
        return Term("iri", id)
    quoted = _UNSAFE.sub(lambda found: "".join([f"%{byte:02X}" for byte in found[0].encode()]), id)
    return Term("iri", f"{_OWN}{quoted}")


def write(map: ArgumentMap) -> Rendering:
    """The map as AIF in Turtle."""
    written = GraphWriter(map, _DIALECT)
    losses: list[Loss] = [*written.losses, *unsaid_records(_DIALECT, map)]
    inputs: dict[str, list[str]] = {}
    outputs: dict[str, list[str]] = {}
    types = {str(node.get("nodeID")): node.get("type") for node in written.nodes}
    for edge in written.edges:
        tail, head = str(edge.get("fromID")), str(edge.get("toID"))
        if types.get(tail) == "I" or tail not in types:
            inputs.setdefault(head, []).append(tail)
        else:
            outputs.setdefault(tail, []).append(head)
    blocks = [_block(node, inputs, outputs) for node in written.nodes]
    kept: Mapping[str, Any] = kept_of(map, _DIALECT)
    if kept.get("loose") or any(isinstance(n, Mapping) for n in _tuple(kept, "nodes")):
        why = "RDF has no order in which they would be read again"
        losses.append(Loss("map-data", "", "the order of what no link stands for", why))
    lines = [line for line in _tuple(kept, "triples") if isinstance(line, str)]
    if any("_:" in line for line in lines):
        why = "RDF has no names for them that last"
        losses.append(Loss("map-data", "", "the numbers of blank nodes that were kept", why))
    text = "\n".join([f"@prefix aif: <{_AIF}> .", "", *blocks, *lines, ""])
    return Rendering(text, tuple(losses), _NAME)


def _block(
    node: Mapping[str, Any], inputs: dict[str, list[str]], outputs: dict[str, list[str]]
) -> str:
    id = str(node.get("nodeID"))
    said = Term("literal", str(node.get("text") or ""), _language(node))
    parts = [f"{term_text(_iri(id))} a aif:{node.get('type')}-node"]
    parts.append(f"  aif:claimText {term_text(said)}")
    for name, ends in (("Premise", inputs), ("Conclusion", outputs)):
        iris = [term_text(_iri(end)) for end in ends.get(id, ())]
        parts += [f"  aif:{name} {', '.join(iris)}"] if iris else []
    return " ;\n".join(parts) + " .\n"


def _tuple(kept: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    held = kept.get(name)
    return held if isinstance(held, tuple) else ()


def _language(node: Mapping[str, Any]) -> str:
    given = node.get("lang")
    return given if isinstance(given, str) and _LANGUAGE.fullmatch(given) else ""


def sniff(text: str) -> bool:
    """Whether the namespace of AIF's ontology stands near the beginning, and no drawing around it."""
    start = text[:20_000]
    return _AIF in start and "graphml" not in start[:2_000]


AIF_RDF = Format(
    name=_NAME,
    title="AIF RDF",
    suffixes=(".ttl", ".rdf", ".trig", ".jsonld", ".nt", ".xhtml", ".xml"),
    read_only=(".rdf", ".jsonld", ".nt", ".xhtml", ".xml"),
    read=read,
    write=write,
    sniff=sniff,
    cannot_say=(
        "preferences, titles, stances, weights, speakers, citations, tags, groups, issues and warrants; "
        "conflicts become rebuttals each way"
    ),
)
