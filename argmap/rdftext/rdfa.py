"""RDFa in pages of XHTML: the triples that the attributes of their elements say.

::

    <p about="#s" typeof="aif:RA-node">
      <b resource="#near" property="aif:Premise">This</b> shows
      <b resource="#good" property="aif:Conclusion">that</b>.
    </p>

Source: RDFa Core 1.1, section 7.5, with the rules that HTML adds (HTML+RDFa 1.1, section 3.1) for ``head``, ``body``,
``base``, ``lang`` and for ``rel`` beside ``property``. Not read: ``inlist``, whose triples come as plain
ones, the elements ``time`` and ``data``, and the terms of XHTML (``stylesheet``, ``next``). A page that isn't
XML is refused. rdflib has read RDFa no more since its version 6.0, and what reads it by rdflib's side opens
what a page names; so the rules stand here, over the strict reader of XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define, evolve, field, frozen

from ..errors import TooLarge
from ..limits import Limits
from ..source import SourceText
from ..xmltext import Element, XmlDocument, escape_text, parse_xml, write_xml
from .rdfa_names import Blanks, Names
from .term import TYPE, Term, Triple

__all__ = ["Page", "parse_page"]

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_MARKUP = (f"{_RDF}XMLLiteral", f"{_RDF}HTML")
_VOCABULARY = "http://www.w3.org/ns/rdfa#usesVocabulary"


_LEAST, _MOST = 1_000_000, 64
"""How many characters a page may say: so many, and so many times its own. Prefixes and nesting make much of little."""


@frozen(eq=False)
class Page:
    """The ``triples`` of a page in its order, and the element that shows each resource, said or not."""

    triples: tuple[Triple, ...]
    shown: dict[Term, Element]


@frozen
class _Scope:
    """What holds for the children of an element; the specification's evaluation context."""

    names: Names
    subject: Term
    object: Term
    language: str = ""
    waiting: tuple[tuple[Term, bool], ...] = ()


@frozen
class _Ends:
    """What an element is about: its subject, what its ``rel`` leads to, what its ``typeof`` types."""

    subject: Term
    object: Term | None = None
    typed: Term | None = None
    passed_over: bool = False


def parse_page(source: SourceText, *, limits: Limits, base: str) -> Page:
    """The triples that a page says; ``base`` is what its names are relative to, if it doesn't say so itself.

    Raises as `parse_xml` does, and for a control character, which no term may hold.
    """
    document = parse_xml(source, limits=limits)
    if document.mended:
        spot = (document.mended[0],)
        raise document.error(spot, "a control character stands in this element", hint="take it out")
    page = _Page(document, Names(_base_of(document.root, base), Blanks()))
    page.read()
    return Page(tuple(dict.fromkeys(page.triples)), page.shown)


def _base_of(root: Element, given: str) -> str:
    """What the names of a page are relative to: what ``base`` in its head says, without a fragment."""
    head = root.first("head")
    said = head.first("base") if head is not None else None
    href = said.attributes.get("href", "").strip() if said is not None else ""
    return href.partition("#")[0] or given


@define(eq=False)
class _Page:
    document: XmlDocument
    names: Names
    triples: list[Triple] = field(factory=list)
    shown: dict[Term, Element] = field(factory=dict)
    room: int = field(init=False)

    @room.default
    def _is_bounded(self) -> int:
        return _LEAST + _MOST * len(self.document.source.text)

    def read(self) -> None:
        """Take in every element, each before those inside it."""
        root, own = self.document.root, Term("iri", self.names.base)
        head = root.first("head")
        title = head.first("title") if head is not None else None
        if title is not None:
            self.shown[own] = title
        todo = [(root, _Scope(self.names, own, own))]
        while todo:
            element, scope = todo.pop()
            inside = self._element(element, scope)
            todo += [(child, inside) for child in reversed(element.children)]

    def _element(self, element: Element, scope: _Scope) -> _Scope:
        held = element.attributes
        declared = self.document.declared.get(element.start, {})
        if not held and not declared:
            return scope
        names = scope.names.within(declared, held.get("prefix"), held.get("vocab"))
        if names.vocabulary and "vocab" in held:
            self._say(Term("iri", names.base), _VOCABULARY, Term("iri", names.vocabulary))
        language = held.get(_LANGUAGE, held.get("lang", scope.language)).strip()
        known = _TAG.fullmatch(language)
        scope = evolve(scope, names=names, language=language if known else "")
        forward, back = self._relations(held, names)
        related = forward is not None or back is not None
        ends = self._ends(element, scope, related=related)
        if ends.typed is not None:
            for type in names.each(held.get("typeof", "")):
                self._say(ends.typed, TYPE, type)
        ways = [*[(term, True) for term in forward or ()], *[(term, False) for term in back or ()]]
        waiting: tuple[tuple[Term, bool], ...] = ()
        object = ends.object
        if related and object is not None:
            self._relate(ends.subject, ways, object)
        elif related:
            waiting, object = tuple(ways), names.blanks.fresh()
        self._properties(element, scope, ends, related=related)
        if ends.passed_over:
            return scope
        if scope.waiting:
            self._relate(scope.subject, scope.waiting, ends.subject)
        return evolve(scope, subject=ends.subject, object=object or ends.subject, waiting=waiting)

    def _relations(
        self, held: dict[str, str], names: Names
    ) -> tuple[list[Term] | None, list[Term] | None]:
        """What ``rel`` and ``rev`` say; beside ``property`` they need a colon in a name to say anything."""
        found: list[list[Term] | None] = []
        for attribute in ("rel", "rev"):
            written = held.get(attribute)
            if written is not None and "property" in held:
                written = " ".join([name for name in written.split() if ":" in name]) or None
            found.append(None if written is None else list(names.each(written)))
        return found[0], found[1]

    def _ends(self, element: Element, scope: _Scope, *, related: bool) -> _Ends:
        held, names = element.attributes, scope.names
        about = names.resource(held["about"]) if "about" in held else None
        if about is not None and "property" not in held:
            self.shown.setdefault(about, element)
        typed = "typeof" in held
        first = about
        if first is None and element is self.document.root:
            first = Term("iri", names.base)
        place = scope.object if element.name in ("head", "body") else None
        valued = "property" in held and not ("content" in held or "datatype" in held)
        if related:
            object = self._named(held, names)
            if object is None and typed and about is None:
                object = names.blanks.fresh()
            subject = first or scope.object
            return _Ends(subject, object, (about or object) if typed else None)
        if valued:
            subject = first or scope.object
            if not typed:
                return _Ends(subject)
            if first is not None:
                return _Ends(subject, None, first)
            made = self._named(held, names) or place or names.blanks.fresh()
            return _Ends(subject, made, made)
        found = first or self._named(held, names) or place
        if found is None and typed:
            found = names.blanks.fresh()
        if found is None:
            return _Ends(scope.object, passed_over="property" not in held)
        return _Ends(found, None, found if typed else None)

    def _named(self, held: dict[str, str], names: Names) -> Term | None:
        """What ``resource``, ``href`` or ``src`` names, the first that does."""
        found = names.resource(held["resource"]) if "resource" in held else None
        for name in ("href", "src"):
            if found is None and name in held:
                found = names.iri(held[name])
        return found

    def _properties(self, element: Element, scope: _Scope, ends: _Ends, *, related: bool) -> None:
        predicates = list(scope.names.each(element.attributes.get("property", "")))
        if predicates:
            value = self._value(element, scope, ends, related=related)
            for predicate in predicates:
                self._say(ends.subject, predicate.value, value)

    def _value(self, element: Element, scope: _Scope, ends: _Ends, *, related: bool) -> Term:
        held = element.attributes
        content = held.get("content")
        datatype = scope.names.first(held["datatype"]) if "datatype" in held else None
        if datatype in _MARKUP:
            return Term("literal", _markup(element), datatype=str(datatype))
        if datatype is None and content is None:
            named = None if related else self._named(held, scope.names)
            if named is None and ends.typed is not None and "about" not in held:
                named = ends.typed
            if named is not None:
                return named
        text = element.whole_text if content is None else content
        if datatype:
            return Term("literal", text, datatype=datatype)
        return Term("literal", text, scope.language)

    def _relate(self, subject: Term, ways: Iterable[tuple[Term, bool]], object: Term) -> None:
        for predicate, forward in ways:
            ends = (subject, object) if forward else (object, subject)
            self._say(ends[0], predicate.value, ends[1])

    def _say(self, subject: Term, predicate: str, value: Term) -> None:
        self.room -= len(subject.value) + len(predicate) + len(value.value)
        if self.room < 0:
            raise TooLarge(
                f"what the page says is more than {_MOST} times as long as the page",
                name=self.document.source.name,
                hint="use shorter prefixes, or elements that don't hold one another",
            )
        self.triples.append((subject, Term("iri", predicate), value))


def _markup(element: Element) -> str:
    """What stands between the tags of an element, as XML."""
    pieces = [
        escape_text(part)
        if isinstance(part, str)
        else write_xml(part, indent=None, prefixes={part.namespace: ""})
        .partition("\n")[2]
        .removesuffix("\n")
        for part in element.content
    ]
    return "".join(pieces)
