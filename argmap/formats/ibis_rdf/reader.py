"""Reads IBIS out of the triples of a document: issues, positions and arguments, and the relations between them."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ...jsontext import parse_json
from ...limits import Limits
from ...model.link import MANNERS, Answer, Rebuttal, Rephrase, Support
from ...model.map import ArgumentMap
from ...rdftext import TYPE, RdfDocument, Term, Triple, line_of, parse_rdf
from ...source import SourceText, Span
from ..format import Reading
from ..making import Making
from ..notes import Note, Notes
from ..placed import PlacedDocument
from .faults import fault_note
from .names import id_of, one_name
from .words import ENDS, ISSUE, RELATIONS, TEXTS, name_of, type_of

__all__ = ["NAME", "read"]

NAME = "ibis-rdf"
_TITLE = "IBIS RDF"
_KINDS: dict[str, type[Support | Rebuttal]] = {"support": Support, "rebuttal": Rebuttal}


def read(source: SourceText, *, strict: bool, limits: Limits) -> Reading:
    """The map that a document of IBIS in RDF says.

    Issues are issues; positions, arguments and the like are claims with their class as a tag, the id is the
    IRI. What responds to an issue answers it; what supports and opposes does so; what generalizes and
    specializes rephrases. What the document states besides is kept, line by line. The page of a
    crawler's cache is read out of its JSON. Raises `MissingExtra` without rdflib, but for a page.
    """
    source = _page_of(source, limits)
    document = RdfDocument()
    if source.text.strip():
        document = parse_rdf(source, limits=limits, what=_TITLE)

    def where(path: Any, key: bool) -> Span:
        return source.span(0)

    reader = _Reader(Making(source, limits), document, Notes(PlacedDocument(where)))
    return reader.reading(strict=strict)


def _page_of(source: SourceText, limits: Limits) -> SourceText:
    """The page in the JSON of a crawler's cache, or the document itself."""
    if not (source.text.lstrip().startswith("{") and '"body"' in source.text):
        return source
    value = parse_json(source, limits=limits).value
    held = value if isinstance(value, dict) else {}
    body = held.get("body")
    if "@context" in held or not isinstance(body, str):
        return source
    return SourceText(f"{source.name}#body", body)


@define
class _Reader:
    making: Making
    document: RdfDocument
    notes: Notes
    names: dict[Term, Term] = field(factory=dict)
    types: dict[Term, str] = field(factory=dict)
    texts: dict[Term, dict[str, Triple]] = field(factory=dict)
    relations: dict[Term, Triple] = field(factory=dict)
    ends: dict[Term, dict[str, Triple]] = field(factory=dict)
    said: set[Triple] = field(factory=set)
    linked: set[tuple[str, str, str]] = field(factory=set)
    faults: dict[tuple[str, str], list[str]] = field(factory=dict)

    def reading(self, *, strict: bool) -> Reading:
        self.names = one_name(self.document.triples)
        for triple in self.document.triples:
            self._gather(triple)
        for term, type in self.types.items():
            self._node(term, type)
        for term, typed in self.relations.items():
            self._reified(term, typed)
        for triple in self.document.triples:
            self._stated(triple)
        parts = self.making.parts()
        map = ArgumentMap(**parts, data=self._kept())
        ids = list(self.making.elements)
        if not ids:
            message = "the document names no issue, position or argument of IBIS"
            self.notes.add(Note("no-elements", message, ()))
        self.notes.compare_ids(ids, lambda index: ())
        for (code, name), named in self.faults.items():
            self.notes.add(fault_note(code, name, named))
        return Reading(map, self.notes.told(strict=strict), NAME)

    def _one(self, term: Term) -> Term:
        return self.names.get(term, term)

    def _gather(self, triple: Triple) -> None:
        """Sort what is stated: what each node is, its texts, and the ends of relations."""
        subject, predicate, value = self._one(triple[0]), triple[1].value, triple[2]
        if predicate == TYPE and value.kind != "literal":
            type = type_of(value.value)
            if type and self.types.setdefault(subject, type) == type:
                self.said.add(triple)
            elif name_of(value.value) in RELATIONS:
                self.relations.setdefault(subject, triple)
        elif predicate in TEXTS and value.kind == "literal":
            self.texts.setdefault(subject, {}).setdefault(predicate, triple)
        elif value.kind != "literal" and (end := ENDS.get(name_of(predicate))):
            self.ends.setdefault(subject, {}).setdefault(end, triple)

    # Issues and claims.

    def _node(self, term: Term, type: str) -> None:
        id = id_of(term)
        self.making.limits.check("id_characters", len(id), name=self.making.source.name)
        text, data = self._text(term, id)
        if type == ISSUE:
            self.making.issue(text, id=id, data=data)
        else:
            self.making.claim(text, id=id, tags=(type,), data=data)

    def _text(self, term: Term, id: str) -> tuple[str, dict[str, Any]]:
        """The text of a node, and in what language it is."""
        stated = self.texts.get(term, {})
        found = next((stated[predicate] for predicate in TEXTS if predicate in stated), None)
        if found is not None:
            self.said.add(found)
            kept = {"language": found[2].language, "datatype": found[2].datatype}
            held = {name: value for name, value in kept.items() if value}
            return found[2].value, {NAME: held} if held else {}
        shown = self.document.text_of(term)
        self._fault("text-of-page" if shown else "no-text", "", id)
        return shown, {}

    # Relations.

    def _reified(self, term: Term, typed: Triple) -> None:
        """A relation that is a node of its own."""
        name, ends, id = name_of(typed[2].value), self.ends.get(term, {}), id_of(term)
        if len(ends) < 2 or term in self.types:
            self._fault("loose-link", name, id)
            return
        tail, head = [self._one(ends[way][2]) for way in ("from", "to")]
        self.making.limits.check("id_characters", len(id), name=self.making.source.name)
        if self._relate(name, tail, head, id=id):
            self.said |= {typed, *ends.values()}

    def _stated(self, triple: Triple) -> None:
        """A relation that is stated by a property."""
        name = name_of(triple[1].value)
        if name not in RELATIONS or triple[2].kind == "literal":
            return
        ends = [self._one(triple[0]), self._one(triple[2])]
        if RELATIONS[name].back:
            ends.reverse()
        if self._relate(name, *ends):
            self.said.add(triple)

    def _relate(self, name: str, tail: Term, head: Term, *, id: str = "") -> bool:
        """Whether the relation is a link of the map; one that is stated twice is one link."""
        missing = [id_of(term) for term in (tail, head) if term not in self.types]
        if missing:
            self._fault("dangling-edge", name, *missing)
            return False
        way, ends = RELATIONS[name].way, (id_of(tail), id_of(head))
        answers = self.types[head] == ISSUE
        if self.types[tail] == ISSUE or answers != (way == "answer"):
            self._fault("loose-edge", name, *ends)
            return False
        if way in MANNERS and tail == head:
            self._fault("loose-edge", name, *ends)
            return False
        key = ("specialises", *ends[::-1]) if way == "generalises" else (way, *ends)
        if id or key not in self.linked:
            self._link(way, ends, id)
        self.linked.add(key)
        return True

    def _link(self, way: str, ends: tuple[str, str], id: str) -> None:
        tail, head = ends
        if way == "answer":
            self.making.link(Answer, tail, head, id=id)
        elif way in MANNERS:
            self.making.link(Rephrase, tail, head, way, id=id)
        else:
            self.making.link(_KINDS[way], (tail,), head, id=id)

    # The rest.

    def _fault(self, code: str, name: str, *ids: str) -> None:
        self.faults.setdefault((code, name), []).extend(ids)

    def _kept(self) -> dict[str, Any]:
        """What the document states besides, line by line."""
        others = [triple for triple in self.document.triples if triple not in self.said]
        longest = max([len(term.value) for triple in others for term in triple], default=0)
        self.making.limits.check("text_characters", longest, name=self.making.source.name)
        return {NAME: {"triples": [line_of(triple) for triple in others]}} if others else {}
