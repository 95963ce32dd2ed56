"""Triples out of documents in any syntax of RDF: by rdflib, but for pages with RDFa, which are read here.

rdflib is an extra, imported when it is used. Nothing that a document names is opened: XML goes through the strict
reader first, and JSON-LD may not name a context that stands elsewhere.
"""

from __future__ import annotations

import re
from typing import Any, Literal, TypeAlias
from warnings import catch_warnings, simplefilter

from attrs import field, frozen

from ..errors import MissingExtra, ReadError
from ..jsontext import parse_json
from ..limits import Limits
from ..source import SourceText, illegal_character
from ..xmltext import Element, parse_xml
from .rdfa import Page, parse_page
from .term import Term, Triple

__all__ = ["RdfDocument", "Syntax", "parse_rdf", "syntax_of"]

Syntax: TypeAlias = Literal["turtle", "trig", "xml", "json-ld", "rdfa"]

_TITLES: dict[Syntax, str] = {
    "turtle": "Turtle",
    "trig": "TriG",
    "xml": "RDF/XML",
    "json-ld": "JSON-LD",
    "rdfa": "a page with RDFa",
}

_BASE = "document:///"
"""What names without a scheme are relative to."""

_PLACE = re.compile(r":(\d+):(\d+): ")
_QUOTED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"""|"(?:[^"\\\n]|\\.)*+"|'
    r"'(?:[^'\\\n]|\\.)*+'|<[^<>\s]*+>|#[^\n]*+",
    re.DOTALL,
)
_LOUD = re.compile(r"\s+")


_PAGE = re.compile(
    r"(?:\s+|<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>]*>)*+<(?:[\w.-]+:)?html[\s>]",
    re.DOTALL | re.IGNORECASE,
)


@frozen(eq=False)
class RdfDocument:
    """The ``triples`` of a document, each once, in its order; those of named graphs among them."""

    triples: tuple[Triple, ...] = ()
    _shown: dict[Term, Element] = field(factory=dict, repr=False)

    def text_of(self, term: Term) -> str:
        """What a page shows where it speaks of a resource, without stating it; else an empty text."""
        element = self._shown.get(term)
        return " ".join(element.whole_text.split()) if element is not None else ""


def syntax_of(text: str) -> Syntax:
    """The syntax that a document of RDF is in."""
    start = text.lstrip()
    if _PAGE.match(start):
        return "rdfa"
    if start.startswith("<?xml") or re.match(r"<(?:[\w.-]+:)?RDF[\s>]|<!", start):
        return "xml"
    if start.startswith(("{", "[")) and '"@' in text:
        return "json-ld"
    return "trig" if "{" in text and "{" in _QUOTED.sub("", text) else "turtle"


def parse_rdf(source: SourceText, *, limits: Limits, what: str) -> RdfDocument:
    """What a document states.

    Raises `ReadError` with the place for what isn't RDF, and `MissingExtra` where rdflib isn't here, but
    for pages with RDFa, which need none; ``what`` is the format that asks.
    """
    at = illegal_character(source.text)
    if at is not None:
        raise ReadError(f"a control character, U+{ord(source.text[at]):04X}", span=source.span(at))
    syntax = syntax_of(source.text)
    if syntax == "rdfa":
        page: Page = parse_page(source, limits=limits, base=_BASE)
        return RdfDocument(page.triples, page.shown)
    if syntax == "xml":
        parse_xml(source, limits=limits)
    elif syntax == "json-ld":
        _check_contexts(source, limits)
    numbers: dict[str, str] = {}
    triples = tuple([_plain(triple, numbers) for triple in _parsed(source, syntax, what)])
    for term in [term for triple in triples for term in triple]:
        at = illegal_character(term.value)
        if at is not None:  # written as an escape, so that the text itself doesn't show it
            message = f"an escape stands for a control character, U+{ord(term.value[at]):04X}"
            raise ReadError(message, name=source.name, hint="take it out")
    return RdfDocument(triples)


def _parsed(source: SourceText, syntax: Syntax, what: str) -> list[Any]:
    try:
        from rdflib import Dataset, Graph
    except ImportError as error:
        raise MissingExtra(what, "rdf") from error
    named = syntax in ("trig", "json-ld")
    graph: Any = Dataset(default_union=True) if named else Graph(store="SimpleMemory")
    found: dict[Any, None] = {}
    add = graph.store.add

    def taken(triple: Any, context: Any, quoted: bool = False) -> None:
        found.setdefault(triple)
        add(triple, context, quoted)

    # The store that named graphs need keeps no order, and its blank nodes have other names every time.
    graph.store.add = taken
    try:
        with catch_warnings():
            simplefilter("ignore", DeprecationWarning)  # rdflib's own, of its own code
            graph.parse(data=source.text, format=syntax, publicID=_BASE)
        return list(found)
    except RecursionError:
        raise ReadError("the document nests too deep for rdflib", name=source.name) from None
    except Exception as error:  # rdflib raises whatever went wrong inside it
        raise _refused(source, error, syntax) from error


def _refused(source: SourceText, error: Exception, syntax: Syntax) -> ReadError:
    """What rdflib says of a document, with the place where it knows it."""
    told = _LOUD.sub(" ", str(getattr(error, "_why", "") or error)).strip()[:200]
    message = f"this isn't RDF: {told or type(error).__name__}"
    hint = f"mend it there, or a little before; it was read as {_TITLES[syntax]}"
    line = getattr(error, "lines", None)
    found = _PLACE.search(str(error))
    if isinstance(line, int):
        starts = source.line_starts()
        return ReadError(message, span=source.span(starts[min(line, len(starts) - 1)]), hint=hint)
    if found:
        starts = source.line_starts()
        start = starts[min(int(found[1]) - 1, len(starts) - 1)]
        span = source.span(min(start + int(found[2]), len(source.text)))
        return ReadError(message, span=span, hint=hint)
    return ReadError(message, span=source.span(0), hint=hint)


def _check_contexts(source: SourceText, limits: Limits) -> None:
    """Refuse a context that stands elsewhere: it would have to be fetched."""
    document = parse_json(source, limits=limits)
    todo: list[tuple[Any, tuple[str | int, ...]]] = [(document.value, ())]
    while todo:
        value, path = todo.pop()
        if isinstance(value, list):
            todo += [(item, (*path, index)) for index, item in enumerate(value)]
        elif isinstance(value, dict):
            for name, held in value.items():
                named = held if isinstance(held, list) else [held]
                elsewhere = any(isinstance(each, str) for each in named)
                if name == "@import" or (name == "@context" and elsewhere):
                    hint = "write the context itself into the document"
                    message = "a context that stands elsewhere isn't fetched"
                    raise document.error((*path, name), message, hint=hint)
                todo.append((held, (*path, name)))


def _plain(triple: Any, numbers: dict[str, str]) -> Triple:
    first, second, third = [_term(part, numbers) for part in triple]
    return first, second, third


def _term(part: Any, numbers: dict[str, str]) -> Term:
    kind = type(part).__name__
    if kind == "URIRef":
        return Term("iri", str(part))
    if kind == "BNode":
        return Term("blank", numbers.setdefault(str(part), f"_:n{len(numbers) + 1}"))
    return Term("literal", str(part), part.language or "", str(part.datatype or ""))
