"""AIF in RDF: in every syntax, with whatever else a document states, and nothing opened besides."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.rdftext import syntax_of

AIF = "http://www.arg.dundee.ac.uk/aif#"
SAMPLE = (Path(__file__).parent / "samples" / "aif-rdf@hand.ttl").read_text("utf-8")
PAGE = (Path(__file__).parent / "samples" / "aif-rdf@page.xhtml").read_text("utf-8")
XML = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:aif="{AIF}">
  <aif:RA-node>
    <aif:Conclusion><aif:I-node rdf:about="urn:x:a"><aif:claimText>A.</aif:claimText></aif:I-node></aif:Conclusion>
    <aif:Premise><aif:I-node rdf:about="urn:x:b"><aif:claimText>B.</aif:claimText></aif:I-node></aif:Premise>
    <aif:claimText>expert opinion</aif:claimText>
  </aif:RA-node>
</rdf:RDF>"""
JSON_LD = """{"@context": {"aif": "http://www.arg.dundee.ac.uk/aif#"}, "@graph": [
  {"@id": "urn:x:a", "@type": "aif:I-node", "aif:claimText": "A."},
  {"@id": "urn:x:s", "@type": "aif:CA-node", "aif:Premise": {"@id": "urn:x:a"}, "aif:Conclusion": {"@id": "urn:x:a"}}
]}"""
TRIG = """@prefix aif: <http://www.arg.dundee.ac.uk/aif#> . # a { in a comment
<urn:x:g> { <urn:x:a> a aif:I-node ; aif:claimText "A {}." . }"""


def _read(text: str) -> argmap.ArgumentMap:
    return argmap.parse(text, format="aif-rdf").map


def test_nodes_and_what_else_is_stated() -> None:
    """A statement of the document would be lost, or a node be read as another."""
    map = _read(SAMPLE)
    good = "https://example.org/#good"
    assert map[good] == argmap.Claim(good, "Co-ops are good.", data={"aif-rdf": {"lang": "en"}})
    assert [link.kind for link in map.links] == ["support", "rebuttal"]
    assert map.schemes == ()
    label, *others = map.data["aif-rdf"]["triples"]
    assert label.endswith('label> "GOOD" .')
    assert [line.split()[-2] for line in others] == ["_:b1", '"so"', "_:b2"]
    rendering = argmap.render(map, "aif-rdf")
    text = rendering.text
    assert [loss.what for loss in rendering.losses] == ["the numbers of blank nodes that were kept"]
    assert label in text
    assert _read(text) == map
    assert argmap.parse(text).format == "aif-rdf"


@pytest.mark.parametrize(
    ("text", "syntax", "claims", "links"),
    [
        (SAMPLE, "turtle", 3, 2),
        (XML, "xml", 2, 1),
        (JSON_LD, "json-ld", 1, 1),
        (TRIG, "trig", 1, 0),
    ],
)
def test_every_syntax(text: str, syntax: str, claims: int, links: int) -> None:
    """A document would be taken for one in another syntax."""
    assert syntax_of(text) == syntax
    map = _read(text)
    assert (len(map.claims), len(map.links)) == (claims, links)


def test_blank_nodes_in_the_order_of_the_document() -> None:
    """JSON-LD would be read in another order every time, for rdflib names blank nodes by chance."""
    text = json.dumps({"@id": "urn:x:a", "urn:x:p": [{"urn:x:q": n} for n in range(9)]})
    lines = _read(text).data["aif-rdf"]["triples"]
    found = [line.split('"')[1] for line in lines if line.startswith("_:")]
    assert found == [str(n) for n in range(9)]


def test_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with RDFa would not be read, only with rdflib, or a type with a mark behind it make no step."""
    hidden: Any = None
    monkeypatch.setitem(sys.modules, "rdflib", hidden)
    reading = argmap.parse(PAGE)
    map = reading.map
    assert reading.format == "aif-rdf"
    assert {claim.id: claim.text for claim in map.claims} == {
        "urn:x:good": "Co-ops are good.",
        "urn:x:near": "they are near",
        "urn:x:far": "Some are far.",
    }
    assert [(link.id, link.kind) for link in map.links] == [
        ("urn:x:s", "support"),
        ("urn:x:c", "undercut"),
    ]
    found = reading.findings[0]
    assert (found.code, found.place, found.ids) == ("mark-in-type", "<text>:10:29", ("urn:x:s",))
    assert "the type 'RA-node;' ends in a mark" in found.message
    assert len(map.data["aif-rdf"]["triples"]) == 3


def test_ids_that_are_no_iris() -> None:
    """An id would come back as another, or break the document."""
    ids = ["a b", "<x>", "urn:argmap:y", "https://x.org/%41", "é", "mailto:a@b", "_", 'q"\\']
    map = argmap.ArgumentMap(claims=tuple([argmap.Claim(id, 'So "it" is\\\n') for id in ids]))
    text = argmap.dumps(map, "aif-rdf")
    assert _read(text) == map
    assert "<mailto:a@b>" in text
    assert _read("<urn:argmap:> a <http://www.arg.dundee.ac.uk/aif#I-node> .").claims[0].id


def test_loose_nodes_are_told() -> None:
    """A scheme without a conclusion would be dropped, or the order of what is kept change in silence."""
    text = SAMPLE.replace("aif:Conclusion :good", "rdfs:seeAlso :good")
    reading = argmap.parse(text, format="aif-rdf")
    assert "loose-scheme" in [finding.code for finding in reading.findings]
    losses = argmap.render(reading.map, "aif-rdf").losses
    assert {loss.code for loss in losses} == {"map-data"}


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("@prefix aif: <http://x#> .\n:a a :b .", "2:1", "this isn't RDF"),
        (XML.replace("</rdf:RDF>", ""), "7:1", "the document ends inside <RDF>"),
        (
            XML.replace("rdf:about", "rdf:ID", 1).replace('"urn:x:a"', '"1 x"', 1),
            "",
            "this isn't RDF",
        ),
        (
            JSON_LD.replace('{"aif": "http://www.arg.dundee.ac.uk/aif#"}', '"https://x.org/c"'),
            "1:14",
            "isn't fetched",
        ),
        (JSON_LD.replace('{"aif"', '{"@import": "https://x.org", "aif"'), "1:26", "isn't fetched"),
        (JSON_LD.replace("]}", "]"), "4:2", "ends inside"),
        (
            SAMPLE.replace("No.", "No\\u0007"),
            "",
            "an escape stands for a control character, U+0007",
        ),
        (SAMPLE + "\x01", "9:1", "a control character"),
        (
            JSON_LD.replace('"aif:Premise"', '"@reverse"').replace('{"@id": "urn:x:a"}', "5", 1),
            "",
            "this isn't RDF",
        ),
        ("<x:a> <x:b> " + "[ <x:c> " * 5_000 + "] " * 5_000 + " .", "", "nests too deep"),
    ],
)
def test_what_is_wrong_is_said(text: str, place: str, message: str) -> None:
    """An error of rdflib's own would reach the user, or something be fetched."""
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse(text, format="aif-rdf")
    assert message in str(caught.value)
    assert place in str(caught.value)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who hasn't rdflib would see an ImportError that says nothing of the extra."""
    hidden: Any = None
    monkeypatch.setitem(sys.modules, "rdflib", hidden)
    with pytest.raises(argmap.MissingExtra, match=r"\[rdf\]"):
        argmap.parse(SAMPLE, format="aif-rdf")
    assert argmap.parse("", format="aif-rdf").map == argmap.ArgumentMap()


@pytest.mark.corpus("aif-rdf/knoxa*/**/*.xml")
def test_real_files(corpus_file: Path) -> None:
    """A real document would be refused, or a node of it be lost."""
    text = corpus_file.read_text("utf-8")
    map = argmap.parse(text, format="aif-rdf").map
    assert len(map.claims) == text.count("<aif:I-node")
    assert len(map.links) == text.count("<aif:RA-node") + text.count("<aif:CA-node")
    assert _read(argmap.render(map, "aif-rdf").text) == map


@pytest.mark.corpus("aif-rdf/dstl*/**/*.xhtml")
def test_real_pages(corpus_file: Path) -> None:
    """A page of the real ones would be refused, or a node of it be lost."""
    text = corpus_file.read_text("utf-8")
    reading = argmap.parse(text, format="aif-rdf")
    map = reading.map
    nodes = {name: len(re.findall(rf'typeof="aif:{name}-node', text)) for name in ("I", "RA", "CA")}
    loose = [finding for finding in reading.findings if finding.code == "loose-scheme"]
    assert len(map.claims) == nodes["I"]
    assert len(map.links) + len(loose) == nodes["RA"] + nodes["CA"]
    assert _read(argmap.render(map, "aif-rdf").text) == map


@pytest.mark.corpus("argunet/**/*.graphml", "aif-rdf/**/*.graphml")
def test_real_graphml(corpus_file: Path) -> None:
    """A real export of Argunet or drawing of yEd would be refused, or an edge of it be lost."""
    text = corpus_file.read_text("utf-8")
    map = argmap.parse(text).map
    assert map.links
    assert argmap.parse(argmap.render(map, "graphml").text).map == map
    if "argunet" in text:
        attacks = text.count('type="attack"') + text.count('type="sketchedAttack"')
        found = [link for link in map.links if isinstance(link, argmap.Attack)]
        assert len(found) == attacks
        assert len(map.groups) == text.count("<arg:group ")
