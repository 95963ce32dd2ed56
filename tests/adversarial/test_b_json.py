"""Adversarial cases B: JSON."""

from __future__ import annotations

from typing import Any

import pytest

import argmap
from argmap.formats import formats

case = pytest.mark.case

JSON = ("json", "xaif", "ova", "aif", "sadface", "arguebuf", "node-link", "cytoscape", "mup")


def of(claim: str) -> str:
    """A map of this one claim."""
    return f'{{"argmap": 1, "claims": [{claim}]}}'


@case("B1", "a key twice", "refused at the second, which names the first's place")
def test_b1_a_key_twice(refused: Any) -> None:
    """The second would win, silently."""
    said = refused('{"argmap":1,"claims":[{"id":"a","id":"b"}]}')
    assert said.startswith(
        "<text>:1:33: the key 'id' is there twice; the first is at line 1, column 24"
    )


@case("B2", "`NaN`, `Infinity`, `1e400`", "refused at the number")
@pytest.mark.parametrize(("text", "said"), [("NaN", "NaN isn't"), ("Infinity", "Infinity isn't"),
    ("-Infinity", "-Infinity isn't"), ("1e400", "beyond the greatest")])  # fmt: skip # one a line would be a page
def test_b2_no_numbers(text: str, said: str, refused: Any) -> None:
    """A weight would be none, and what is written of it no JSON."""
    told = refused(of(f'{{"id":"a","weight":{text}}}'))
    assert told.startswith("<text>:1:45: ")
    assert said in told


@case(
    "B3", "201 nested arrays; 100,000", "too large: nested deeper than 200, at that place, at once"
)
@pytest.mark.parametrize("name", JSON)
def test_b3_nesting(name: str, refused: Any) -> None:
    """The stack would end, with a RecursionError that nobody catches."""
    for text in ("[" * 201 + "]" * 201, "[" * 100_000, '{"a":' * 100_000):
        assert "the document is nested deeper than 200" in refused(text, name, argmap.TooLarge)


@case("B4", "an integer of 5,000 digits", "refused at the number")
def test_b4_a_long_integer(refused: Any) -> None:
    """Python's own ValueError would come out, without a place."""
    assert refused(of(f'{{"id":"a","weight":{"1" * 5_000}}}')).startswith(
        "<text>:1:45: a number of 5,000 digits; the most is 4,300"
    )


@case("B5", "a comma at the end, a comment, single quotes", "refused with that hint")
@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ('{"argmap":1,"claims":[{"id":"a"},]}', "1:33", "take the comma out"),
        ('{"argmap":1 /* no */}', "1:13", "JSON has no comments; take it out"),
        ('{"argmap":1} // no', "1:14", ""),
        ("{'argmap':1}", "1:2", "write texts in straight double quotes"),
        ("{argmap:1}", "1:2", "write the key in double quotes"),
    ],
)
def test_b5_what_is_nearly_json(text: str, place: str, hint: str, refused: Any) -> None:
    """Somebody who writes JavaScript would look for the fault for an hour."""
    said = refused(text, "json")
    assert said.startswith(f"<text>:{place}: ")
    assert hint in said


@case("B6", '`[]`, `"x"`, `null` as a whole document', "refused: must be an object")
@pytest.mark.parametrize("name", JSON)
def test_b6_roots_of_other_kinds(name: str, refused: Any) -> None:
    """An AttributeError would come out."""
    for text in ("[]", '"x"', "null", "3", "true"):
        assert "the document must be an object, not " in refused(text, name)


@case(
    "B7",
    "values of the wrong type",
    'refused with the path; AIF\'s `1` and `"1"` are told, the second kept aside',
)
def test_b7_wrong_types(refused: Any) -> None:
    """A text would be taken for a list of its letters."""
    assert "claims must be a list, not a text (at claims)" in refused('{"argmap":1,"claims":"abc"}')
    assert "(at claims[0].text)" in refused(of('{"id":"a","text":null}'))
    assert "(at claims[0].id)" in refused(of('{"id":1}'))
    assert "(at nodes)" in refused('{"nodes":"abc","edges":[]}', "aif")
    node = '{"nodeID":%s,"text":"%s","type":"I"}'
    aif = f'{{"nodes":[{node % (1, "a")},{node % (chr(34) + "1" + chr(34), "b")}],"edges":[]}}'
    reading = argmap.parse(aif, format="aif")
    assert [finding.code for finding in reading.findings] == ["duplicate-node"]
    assert '"b"' in argmap.dumps(reading.map, "aif")
    assert "(at nodes[1]" in refused(aif, "aif", strict=True)


@case("B8", "unknown keys", "accepted with a finding, kept, and written again")
def test_b8_unknown_keys() -> None:
    """What a newer program has written would be dropped."""
    reading = argmap.parse(of('{"id":"a","new":7}'))
    assert [finding.code for finding in reading.findings] == ["unknown-key"]
    assert reading.map.claims[0].data["unknown"]["new"] == 7
    assert argmap.parse(argmap.dumps(reading.map)).map == reading.map


@case(
    "B9", "a file of a newer version", "refused: written by a newer argmap (3); this reads up to 1"
)
def test_b9_a_newer_version(refused: Any) -> None:
    """What the newer version means by it would be guessed."""
    said = refused('{"argmap": 3, "claims": []}')
    assert "written by a newer argmap (3); this reads up to 1" in said
    assert "install a newer argmap" in said


@case("B10", "1,000,000 empty objects", "too large: 100,000 claims; in AIF refused at the first")
def test_b10_a_million_objects(refused: Any) -> None:
    """They would be made, one by one, until the memory is full."""
    assert "the limit is 100,000 (at claims)" in refused(
        of(",".join(["{}"] * 100_001)), error=argmap.TooLarge
    )  # the whole million is tried every night


@case("B11", "keys `__proto__`, `__class__`, `constructor`", "accepted as plain data and ids")
def test_b11_names_that_mean_something_elsewhere() -> None:
    """A page of JavaScript, or Python's own machinery, would obey them."""
    map = argmap.loads(
        of('{"id":"__proto__","data":{"__proto__":{"x":1},"__class__":"int","constructor":2}}')
    )
    assert map.claims[0].data["__class__"] == "int"
    assert type(map.claims[0]) is argmap.Claim
    assert argmap.loads(argmap.dumps(map)) == map


@case("B12", "data after the end", "refused at it")
@pytest.mark.parametrize("more", [" x", '{"argmap": 1}', "]", " 0"])
def test_b12_more_after_the_end(more: str, refused: Any) -> None:
    """Half of two documents in one file would be dropped."""
    place = 28 + (len(more) - len(more.lstrip()))
    assert refused(of("") + more).startswith(f"<text>:1:{place}: there is more after the end")
    assert {format.name for format in formats()} >= set(JSON)
