"""RDFa in pages, rule by rule: what the attributes of an element say, and what holds for those inside it."""

from __future__ import annotations

import pytest

import argmap
from argmap.limits import Limits
from argmap.rdftext import Term, line_of, parse_rdf
from argmap.source import SourceText

PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" prefix="x: http://x/">
<head><title>A page</title><base href="http://e/d/p#f"/></head>
<body>{}</body></html>"""

XHTML = "http://www.w3.org/1999/xhtml"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def _said(page: str) -> list[str]:
    """The triples of a page, shortened."""
    source = SourceText("x.xhtml", page)
    lines = [line_of(triple) for triple in parse_rdf(source, limits=Limits(), what="x").triples]
    short = {"<http://e/d/": "<", "<http://x/": "<x:", f"<{RDF}type>": "a"}
    for long, little in short.items():
        lines = [line.replace(long, little) for line in lines]
    return [line.removesuffix(" .") for line in lines]


CASES: dict[str, tuple[str, list[str]]] = {
    "the page itself is the subject": ('<p property="x:p">A</p>', ['<p> <x:p> "A"']),
    "about": ('<p about="#a" property="x:p">A</p>', ['<p#a> <x:p> "A"']),
    "about holds inside": (
        '<div about="#a"><p><b property="x:p">A</b></p></div>',
        ['<p#a> <x:p> "A"'],
    ),
    "all the text of an element": ('<p property="x:p">A <b>b</b> c</p>', ['<p> <x:p> "A b c"']),
    "several properties": (
        '<p property="x:p x:q no">A</p>',
        ['<p> <x:p> "A"', '<p> <x:q> "A"'],
    ),
    "content": ('<p property="x:p" content="C">A</p>', ['<p> <x:p> "C"']),
    "content beside a link": ('<a property="x:p" content="C" href="h">A</a>', ['<h> <x:p> "C"']),
    "a language": ('<p lang="en" property="x:p">A</p>', ['<p> <x:p> "A"@en']),
    "an inner language": (
        '<div lang="en"><p xml:lang="de" lang="fr" property="x:p">A</p></div>',
        ['<p> <x:p> "A"@de'],
    ),
    "no language any more": (
        '<div lang="en"><p lang="" property="x:p">A</p></div>',
        ['<p> <x:p> "A"'],
    ),
    "what is no language": ('<p lang="e n" property="x:p">A</p>', ['<p> <x:p> "A"']),
    "a datatype with a mark in it": (
        '<p property="x:p" datatype="x:a&gt;b">A</p>',
        ['<p> <x:p> "A"^^<x:a%3Eb>'],
    ),
    "a datatype": (
        '<p lang="en" property="x:p" datatype="x:d">1</p>',
        ['<p> <x:p> "1"^^<x:d>'],
    ),
    "no datatype": ('<p property="x:p" datatype="" resource="r">1</p>', ['<r> <x:p> "1"']),
    "a datatype that means nothing": ('<p property="x:p" datatype="d">1</p>', ['<p> <x:p> "1"']),
    "markup": (
        '<p property="x:p" datatype="rdf:XMLLiteral">a &lt; <b>c</b></p>',
        [
            f'<p> <x:p> "a &lt; <b xmlns=\\"{XHTML}\\">c</b>"^^<{RDF}XMLLiteral>',
        ],
    ),
    "resource is a value": ('<p property="x:p" resource="r">A</p>', ["<p> <x:p> <r>"]),
    "href is a value": ('<a property="x:p" href="../h">A</a>', ["<p> <x:p> <http://e/h>"]),
    "src is a value": ('<img property="x:p" src="s"/>', ["<p> <x:p> <s>"]),
    "resource goes before href": (
        '<a property="x:p" resource="r" href="h">A</a>',
        ["<p> <x:p> <r>"],
    ),
    "resource is a subject": (
        '<div resource="r"><p property="x:p">A</p></div>',
        ['<r> <x:p> "A"'],
    ),
    "typeof makes a node": ('<p typeof="x:T x:U"/>', ["_:n1 a <x:T>", "_:n1 a <x:U>"]),
    "typeof types what about names": ('<p about="#a" typeof="x:T"/>', ["<p#a> a <x:T>"]),
    "typeof types what href names": ('<a href="h" typeof="x:T"/>', ["<h> a <x:T>"]),
    "typeof of the body": ("</body><body typeof='x:T'>", ["<p> a <x:T>"]),
    "typeof beside property": (
        '<div about="#a" property="x:p" typeof="x:T"><b property="x:q">B</b></div>',
        ["<p#a> a <x:T>", '<p#a> <x:p> "B"', '<p#a> <x:q> "B"'],
    ),
    "a typed value": (
        '<div property="x:p" typeof="x:T"><b property="x:q">B</b></div>',
        ["_:n1 a <x:T>", "<p> <x:p> _:n1", '_:n1 <x:q> "B"'],
    ),
    "a typed value with a name": (
        '<div property="x:p" resource="r" typeof="x:T"><b property="x:q">B</b></div>',
        ["<r> a <x:T>", "<p> <x:p> <r>", '<r> <x:q> "B"'],
    ),
    "rel": ('<a rel="x:r" href="h">A</a>', ["<p> <x:r> <h>"]),
    "rev": ('<a rev="x:r" href="h">A</a>', ["<h> <x:r> <p>"]),
    "rel leads to what stands inside": (
        '<a rel="x:r" href="h"><b property="x:p">B</b></a>',
        ["<p> <x:r> <h>", '<h> <x:p> "B"'],
    ),
    "rel types what it leads to": (
        '<a rel="x:r" href="h" typeof="x:T">A</a>',
        ["<h> a <x:T>", "<p> <x:r> <h>"],
    ),
    "rel types what it is about": (
        '<a about="#a" rel="x:r" href="h" typeof="x:T">A</a>',
        ["<p#a> a <x:T>", "<p#a> <x:r> <h>"],
    ),
    "rel to a node without a name": (
        '<p rel="x:r" typeof="x:T"/>',
        ["_:n1 a <x:T>", "<p> <x:r> _:n1"],
    ),
    "rel waits for each inside": (
        '<ul rel="x:r"><li about="#a">A</li><li><b about="#b">B</b></li></ul>',
        ["<p> <x:r> <p#a>", "<p> <x:r> <p#b>"],
    ),
    "rev waits too": ('<ul rev="x:r"><li about="#a">A</li></ul>', ["<p#a> <x:r> <p>"]),
    "rel waits for a node without a name": (
        '<ul rel="x:r"><li property="x:p">A</li></ul>',
        ['_:n1 <x:p> "A"', "<p> <x:r> _:n1"],
    ),
    "rel beside property": (
        '<a rel="x:r next" property="x:p" href="h">A</a>',
        ["<p> <x:r> <h>", '<p> <x:p> "A"'],
    ),
    "rel that says nothing beside property": (
        '<a rel="next" property="x:p" href="h">A</a>',
        ["<p> <x:p> <h>"],
    ),
    "a term of the initial context": (
        '<a rel="License" href="h">A</a>',
        ["<p> <http://www.w3.org/1999/xhtml/vocab#license> <h>"],
    ),
    "other terms say nothing": ('<a rel="next" href="h">A</a>', []),
    "a vocabulary": (
        '<p vocab="http://v/" property="name">A</p>',
        ["<p> <http://www.w3.org/ns/rdfa#usesVocabulary> <http://v/>", '<p> <http://v/name> "A"'],
    ),
    "no vocabulary any more": (
        '<div vocab="http://v/"><p vocab="" property="name">A</p></div>',
        ["<p> <http://www.w3.org/ns/rdfa#usesVocabulary> <http://v/>"],
    ),
    "a prefix of xmlns": ('<p xmlns:Y="http://x/" property="y:p">A</p>', ['<p> <x:p> "A"']),
    "prefix goes before xmlns": (
        '<p xmlns:y="http://z/" prefix="y: http://x/" property="y:p">A</p>',
        ['<p> <x:p> "A"'],
    ),
    "prefixes among other words": (
        '<p prefix="a b: _: http://z/ : y: http://x/ z:" property="y:p">A</p>',
        ['<p> <x:p> "A"'],
    ),
    "a prefix holds inside alone": (
        '<div><p prefix="x: http://z/" property="x:p">A</p></div><p property="x:p">B</p>',
        ['<p> <http://z/p> "A"', '<p> <x:p> "B"'],
    ),
    "a prefix that everyone knows": (
        '<p property="rdfs:label">A</p>',
        ['<p> <http://www.w3.org/2000/01/rdf-schema#label> "A"'],
    ),
    "an IRI for a property": ('<p property="http://x/p">A</p>', ['<p> <x:p> "A"']),
    "an unknown prefix is a scheme": ('<p property="y:p">A</p>', ['<p> <y:p> "A"']),
    "no prefix before the colon": (
        '<p property=":p">A</p>',
        ['<p> <http://www.w3.org/1999/xhtml/vocab#p> "A"'],
    ),
    "a CURIE for a subject": ('<p about="x:a" property="x:p">A</p>', ['<x:a> <x:p> "A"']),
    "a CURIE in brackets": ('<p about="[x:a]" property="x:p">A</p>', ['<x:a> <x:p> "A"']),
    "brackets around nothing": ('<p about="[y:a]" property="x:p">A</p>', ['<p> <x:p> "A"']),
    "blank nodes": (
        '<p about="_:a" property="x:p" resource="_:b">A</p><p about="_:a" property="x:q">B</p>',
        ["_:n1 <x:p> _:n2", '_:n1 <x:q> "B"'],
    ),
    "said twice": ('<p property="x:p">A</p><p property="x:p">A</p>', ['<p> <x:p> "A"']),
}


@pytest.mark.parametrize("name", CASES)
def test_every_rule(name: str) -> None:
    """A page would be taken to say something else than it does, or nothing."""
    body, triples = CASES[name]
    assert _said(PAGE.format(body)) == triples


def test_a_page_without_a_head() -> None:
    """Names would be relative to nothing, or the root not be about the page."""
    page = '<html xmlns:x="http://x/" typeof="x:T"><p property="x:p" resource="#a">A</p></html>'
    assert _said(page) == ["<document:///> a <x:T>", "<document:///> <x:p> <document:///#a>"]
    assert _said('<h:html xmlns:h="http://www.w3.org/1999/xhtml"><head/></h:html>') == []


def test_little_that_says_much() -> None:
    """A small page with a long prefix would fill the memory."""
    names = " ".join([f"x:{number}" for number in range(2_000)])
    long = PAGE.replace("http://x/", f"http://{'x' * 9_000}/")
    with pytest.raises(argmap.TooLarge, match="more than 64 times as long as the page"):
        _said(long.format(f'<p property="{names}">A</p>'))
    assert len(_said(PAGE.format(f'<p property="{names}">A</p>'))) == 2_000


def test_what_a_page_shows() -> None:
    """A resource that a page only lists would have no text."""
    body = (
        '<li about="#a">A\n <b>b</b></li><i about="#a">again</i><p about="#b" property="x:p">B</p>'
    )
    document = parse_rdf(SourceText("x", PAGE.format(body)), limits=Limits(), what="x")
    shown = [document.text_of(Term("iri", f"http://e/d/p{end}")) for end in ("#a", "#b", "")]
    assert shown == ["A b", "", "A page"]


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (PAGE.format("<br>"), "this doesn't end <br>"),
        (PAGE.format("<p>&nbsp;</p>"), "entity"),
        (PAGE.format("<p>&#x85;</p>"), "a control character stands in this element"),
        (PAGE.format("\x01"), "a control character, U\\+0001"),
    ],
)
def test_what_is_wrong_is_said(page: str, message: str) -> None:
    """A page that is no XML would be read by half, or end in an error of another kind."""
    with pytest.raises(argmap.ReadError, match=message):
        parse_rdf(SourceText("x", page), limits=Limits(), what="x")


@pytest.mark.parametrize(
    ("attributes", "value"),
    [
        ("", Term("literal", "A")),
        ('lang="en"', Term("literal", "A", "en")),
        ('datatype="x:t"', Term("literal", "A", datatype="http://x/t")),
        ('resource="#r"', Term("iri", "http://e/d/p#r")),
    ],
)
def test_what_kind_of_thing_is_said(attributes: str, value: Term) -> None:
    """A text would pass for a name, or a name for a text; written as a line some look the same."""
    page = PAGE.format(f'<p property="x:p" {attributes}>A</p>')
    (triple,) = parse_rdf(SourceText("x.xhtml", page), limits=Limits(), what="x").triples
    assert triple[2] == value
