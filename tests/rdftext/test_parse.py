"""RDF that can't be read: what rdflib says of it, with a place and what to do."""

from __future__ import annotations

import pytest

import argmap
from argmap.limits import Limits
from argmap.rdftext import parse_rdf
from argmap.rdftext.parse import _refused, syntax_of
from argmap.rdftext.term import Term
from argmap.source import SourceText


@pytest.mark.parametrize(
    ("text", "place", "read_as"),
    [
        ("@prefix aif: <http://x#> .\n:a a :b .", "2:1", "Turtle"),
        ("<a> <b> <c", "1:1", "Turtle"),
    ],
)
def test_an_error_has_its_place_and_what_it_was_read_as(
    text: str, place: str, read_as: str
) -> None:
    """Whoever gave a document of another syntax would look for a mistake that isn't there."""
    with pytest.raises(argmap.ReadError) as caught:
        parse_rdf(SourceText("x.ttl", text), limits=Limits(), what="x")
    assert str(caught.value).startswith(f"x.ttl:{place}")
    assert caught.value.hint == f"mend it there, or a little before; it was read as {read_as}"


def test_an_error_without_words_is_called_by_its_name() -> None:
    """The message would end behind its colon."""
    told = _refused(SourceText("x.ttl", "a"), IndexError(), "turtle")
    assert told.message == "this isn't RDF: IndexError"
    assert (told.span.start if told.span else None) == 0


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[{"@context": "http://x.org"}]', (14, 28)),
        ('[{"@id": "a", "@context": {"@import": "http://x.org"}}]', (38, 52)),
        ('[{"@id": "a", "b": [1, {"@context": ["c", {}]}]}]', (36, 45)),
    ],
)
def test_a_context_that_stands_elsewhere_is_refused(text: str, place: tuple[int, int]) -> None:
    """It would be fetched from where nobody looks."""
    with pytest.raises(argmap.ReadError) as caught:
        parse_rdf(SourceText("x.jsonld", text), limits=Limits(), what="x")
    error = caught.value
    assert error.message == "a context that stands elsewhere isn't fetched"
    assert error.hint == "write the context itself into the document"
    assert error.span is not None
    assert (error.span.start, error.span.end) == place


def test_a_context_that_stands_in_the_document_is_read() -> None:
    """A list in it, or one far down, is no reason to refuse it."""
    text = '[{"@id": "http://a", "b": ["c", {"@id": "http://d"}], "@context": [{"b": "http://b"}]}]'
    found = parse_rdf(SourceText("x.jsonld", text), limits=Limits(), what="x").triples
    assert [[term.value for term in triple] for triple in found] == [
        ["http://a", "http://b", "c"],
        ["http://a", "http://b", "http://d"],
    ]


def test_terms_are_told_apart() -> None:
    """A literal would be taken for a name, or lose its language."""
    text = '_:z <http://b> "c"@en . _:y <http://b> 2 . _:z <http://b> <http://d> .'
    found = parse_rdf(SourceText("x.ttl", text), limits=Limits(), what="x").triples
    b, n = Term("iri", "http://b"), {triple[0].value for triple in found}
    assert n == {"_:n1", "_:n2"}
    assert {triple[1:] for triple in found} == {
        (b, Term("literal", "c", "en", "")),
        (b, Term("literal", "2", "", "http://www.w3.org/2001/XMLSchema#integer")),
        (b, Term("iri", "http://d")),
    }


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("a\x00", "a control character, U+0000", (1, 2)),
        ('<a> <b> "\\u0007" .', "an escape stands for a control character, U+0007", None),
    ],
)
def test_control_characters_are_refused(
    text: str, message: str, place: tuple[int, int] | None
) -> None:
    """No text of a map may hold them."""
    with pytest.raises(argmap.ReadError) as caught:
        parse_rdf(SourceText("x.ttl", text), limits=Limits(), what="x")
    error = caught.value
    assert error.message == message
    assert (error.span and (error.span.start, error.span.end)) == place
    assert str(error).startswith("x.ttl")


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        ("<a> <b> <c> .", "turtle"),
        ('<a> <b> "{" . # {', "turtle"),
        ("<a> <b> <{> . '''x'''", "turtle"),
        ("<g> { <a> <b> <c> }", "trig"),
        ('[{"@id": "a"}]', "json-ld"),
        ('{"@context": {}}', "json-ld"),
        ("{ <a> <b> <c> }", "trig"),
        ("<?xml version='1.0'?><a/>", "xml"),
        ("<rdf:RDF xmlns:rdf='r'/>", "xml"),
        ("<!DOCTYPE rdf:RDF><RDF/>", "xml"),
        (" <!-- x --><!DOCTYPE html>\n<html><body/></html>", "rdfa"),
        ("<?xml version='1.0'?><h:html xmlns:h='h'/>", "rdfa"),
        ("<htmlx> <b> <c> .", "turtle"),
    ],
)
def test_the_syntax_is_told_by_the_text(text: str, syntax: str) -> None:
    """A document would be refused for what it isn't."""
    assert syntax_of(text) == syntax
