"""IBIS in RDF: both vocabularies, pages of a crawler, what is kept, and what doesn't hold together."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.limits import Limits
from argmap.model.link import Answer, Rebuttal, Rephrase, Support

SAMPLES = Path(__file__).parent / "samples"
HAND = (SAMPLES / "ibis-rdf@hand.ttl").read_text("utf-8")
CATALYST = (SAMPLES / "ibis-rdf@catalyst.trig").read_text("utf-8")
PAGE = (SAMPLES / "ibis-rdf@page.xhtml").read_text("utf-8")
UUID = "urn:uuid:00000000-0000-4000-8000-00000000000"
HEAD = HAND.partition(":far a")[0] + "@prefix c: <http://purl.org/catalyst/ibis#> .\n"


def _read(text: str) -> argmap.formats.Reading:
    return argmap.parse(text, format="ibis-rdf")


def _found(text: str) -> dict[str, str]:
    """The findings of a document: code and message."""
    return {finding.code: finding.message for finding in _read(text).findings}


def test_relations_that_are_properties() -> None:
    """An issue, a position or an argument would be missing, or be tied to another."""
    reading = _read(HAND)
    map = reading.map
    assert [issue.text for issue in map.issues] == ["How do we reach them?"]
    assert [(claim.text, claim.tags) for claim in map.claims] == [
        ("By a van.", ("position",)),
        ("It costs too much.", ("argument",)),
        ("It is cheap.", ("argument",)),
    ]
    assert map.links == (
        Answer("answer-1", "urn:x:van", "urn:x:far"),
        Support("support-1", ("urn:x:cheap",), "urn:x:van"),
        Rebuttal("rebuttal-1", ("urn:x:cost",), "urn:x:van"),
        Rephrase("rephrase-1", "urn:x:cheap", "urn:x:cost", "specialises"),
    )
    assert map["urn:x:far"].data == {"ibis-rdf": {"language": "en"}}
    suggested, created = map.data["ibis-rdf"]["triples"]
    assert suggested.split()[1].endswith("#suggested-by>")
    assert created.endswith('created> "2026" .')
    assert reading.findings == ()
    assert argmap.parse(HAND).format == "ibis-rdf"


def test_relations_that_are_nodes() -> None:
    """A relation of Catalyst's would be lost, or a title not be taken for the text."""
    map = _read(CATALYST).map
    assert [issue.text for issue in map.issues] == ["How do we reach them?"]
    assert [claim.text for claim in map.claims] == ["By a van.", "It costs too much."]
    at = "https://example.org/"
    assert map[f"{at}answer"] == Answer(f"{at}answer", f"{at}van", f"{at}far")
    assert map[f"{at}con"] == Rebuttal(f"{at}con", (f"{at}cost",), f"{at}van")
    assert [line.split()[1] for line in map.data["ibis-rdf"]["triples"]] == [
        "<http://purl.org/dc/terms/description>"
    ]


@pytest.mark.parametrize("crawled", [False, True])
def test_a_page(crawled: bool) -> None:
    """A page would not be read, alone or in a crawler's cache, or name one thing as two."""
    text = json.dumps({"contentType": "application/xhtml+xml", "body": PAGE}) if crawled else PAGE
    reading = argmap.parse(text)
    assert reading.format == "ibis-rdf"
    own = "https://x.org/00000000-0000-4000-8000-000000000001"
    assert [issue.id for issue in reading.map.issues] == [f"{UUID}2"]
    assert {claim.id: claim.text for claim in reading.map.claims} == {
        own: "By a van.",
        f"{UUID}3": "It costs too much.",
        f"{UUID}4": "By bike.",
    }
    assert reading.map.links == (
        Answer("answer-1", own, f"{UUID}2"),
        Rebuttal("rebuttal-1", (f"{UUID}3",), own),
    )
    assert [finding.code for finding in reading.findings] == ["text-of-page"]
    assert reading.findings[0].ids == (own, f"{UUID}2", f"{UUID}4")


def test_a_page_needs_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who hasn't rdflib could not read a page, or would not be told of the extra."""
    hidden: Any = None
    monkeypatch.setitem(sys.modules, "rdflib", hidden)
    assert _read(PAGE).map.links
    with pytest.raises(argmap.MissingExtra, match=r"IBIS RDF.*\[rdf\]"):
        _read(HAND)


@pytest.mark.parametrize(
    ("statements", "code", "message"),
    [
        (":a a ibis:Issue .", "no-text", "nothing says the text of 'urn:x:a'"),
        (
            ":a a ibis:Issue . :b a ibis:Position . :c a ibis:Position .",
            "no-text",
            "nothing says the text of 'urn:x:a' and 2 more",
        ),
        (
            ':a a ibis:Position ; rdf:value "A" ; ibis:responds-to :b .',
            "dangling-edge",
            "'responds-to' is said of 'urn:x:b', and nothing says what that is; it is kept aside",
        ),
        (
            ':a a ibis:Position ; rdf:value "A" . :b a ibis:Issue ; rdf:value "B" ; ibis:supports :a .',
            "loose-edge",
            "'supports' is said between 'urn:x:b' and 1 more, which it can't be said of; it is kept aside",
        ),
        (
            ':a a ibis:Position ; rdf:value "A" ; ibis:responds-to :b . :b a ibis:Position ; rdf:value "B" .',
            "loose-edge",
            "'responds-to' is said between 'urn:x:a' and 1 more, which it can't be said of; it is kept aside",
        ),
        (
            ':a a ibis:Position ; rdf:value "A" ; ibis:generalizes :a .',
            "loose-edge",
            "'generalizes' is said between 'urn:x:a', which it can't be said of; it is kept aside",
        ),
        (
            ":a a c:ArgumentSupportsIdea .",
            "loose-link",
            "the relation 'ArgumentSupportsIdea' doesn't tie two things together: 'urn:x:a'; it is kept aside",
        ),
        (
            ":r a c:ArgumentOpposesIdea ; c:argument_arguing :a ; c:idea_argued :b . :a a ibis:Issue .",
            "dangling-edge",
            "'ArgumentOpposesIdea' is said of 'urn:x:b', and nothing says what that is; it is kept aside",
        ),
        (
            ":a rdf:value 1 .",
            "no-elements",
            "the document names no issue, position or argument of IBIS",
        ),
    ],
)
def test_what_does_not_hold_together(statements: str, code: str, message: str) -> None:
    """A fault would be passed over in silence, or a part of the document be dropped with it."""
    text = HEAD + statements
    assert _found(text)[code] == message
    with pytest.raises(argmap.ReadError):
        argmap.parse(text, format="ibis-rdf", strict=True)
    if "kept" in message:
        name = message.split("'")[1]
        assert f"#{name}>" in _read(text).map.data["ibis-rdf"]["triples"][0]


def test_said_once_and_twice() -> None:
    """A relation that is stated both ways would be two links, or two that differ be one."""
    stated = """:a a ibis:Position ; rdf:value "A" ; ibis:generalizes :b ; ibis:opposes :b .
        :b a ibis:Position ; rdf:value "B"^^rdf:x ; ibis:specializes :a ; ibis:generalizes :a ;
          ibis:opposed-by :a ; ibis:opposes "c" ; a ibis:Argument , c:ArgumentSupportsIdea .
        [] a c:ArgumentSupportsIdea ; c:argument_arguing :a , :b ; c:idea_argued :b ."""
    map = _read(f"{HEAD}{stated}").map
    assert map.links == (
        Support("n1", ("urn:x:a",), "urn:x:b"),
        Rephrase("rephrase-1", "urn:x:a", "urn:x:b", "generalises"),
        Rebuttal("rebuttal-1", ("urn:x:a",), "urn:x:b"),
        Rephrase("rephrase-2", "urn:x:b", "urn:x:a", "generalises"),
    )
    assert map["urn:x:b"].tags == ("position",)
    assert map["urn:x:b"].data["ibis-rdf"]["datatype"].endswith("ns#x")
    kept = [line.partition(" <")[2] for line in map.data["ibis-rdf"]["triples"]]
    assert [line.rpartition("#")[2] for line in kept] == [
        'opposes> "c" .',
        "Argument> .",
        "ArgumentSupportsIdea> .",
        "argument_arguing> <urn:x:b> .",
    ]


def test_limits() -> None:
    """A document past the limits would be taken in."""
    for statements, limit in (
        (':a a ibis:Issue ; rdf:value "AAAA" .', Limits(text_characters=3)),
        (':a rdf:value "AAAA" .', Limits(text_characters=3)),
        (":a a ibis:Issue .", Limits(id_characters=3)),
        (":a a ibis:Position . :b a ibis:Position .", Limits(claims=1)),
    ):
        with pytest.raises(argmap.TooLarge):
            argmap.parse(HEAD + statements, format="ibis-rdf", limits=limit)


def test_what_is_no_page() -> None:
    """JSON that isn't a crawler's would be taken for a page, or an empty file end in an error of another kind."""
    assert list(_found('{"@context": {}, "body": ""}')) == ["no-elements"]
    with pytest.raises(argmap.ReadError, match="this isn't RDF"):
        _read('{"body": 1}')
    assert _read("").map == argmap.ArgumentMap()
    with pytest.raises(argmap.ReadError, match="#body:1:1"):
        argmap.parse('{"body": "<html"}', format="ibis-rdf")
