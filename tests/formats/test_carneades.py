"""Carneades' YAML as maps, and maps as Carneades' YAML."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import argmap
from argmap import About, Answer, Claim, Conflict, Issue, Rebuttal, Scheme, Support, Undercut

TEXT = """\
meta:
  title: Co-ops
  source: a book
statements:
  good: Co-ops are good.
  ¬good:
    text: Co-ops aren't good.
    label: The contrary
  near:
    text: They are near.
    assumed: true
  7: Seven.
  cut: ""
argument_schemes:
  - id: s1
    weight: {constant: 0.5}
  - id: unused
issues:
  i1:
    positions: [good, ¬good]
    standard: PE
arguments:
  a1:
    scheme: cumulative
    conclusion: good
    premises: [near, 7]
    weight: 0.25
    undercutter: cut
    parameters: [x]
  a2:
    scheme: s1
    conclusion: ¬good
    premises: {major: near, minor: "7"}
assumptions: [7]
tests:
  in: [good]
"""


def _read(text: str, **options: Any) -> argmap.Reading:
    return argmap.parse(text, format="carneades", **options)


def _codes(text: str) -> list[str]:
    """The codes of what is found, after it was seen that the same map is written and read."""
    reading = _read(text)
    rendering = argmap.render(reading.map, "carneades")
    assert rendering.losses == ()
    assert _read(rendering.text).map == reading.map
    return [finding.code for finding in reading.findings]


def test_everything() -> None:
    """A standard, a role, an assumption or an undercutter would be lost."""
    reading = argmap.parse(TEXT, strict=True)
    map = reading.map
    assert (reading.format, map.about) == ("carneades", About("Co-ops"))
    assert map.claims == (
        Claim("good", "Co-ops are good.", stance="questioned"),
        Claim("¬good", "Co-ops aren't good.", "The contrary", stance="questioned"),
        Claim("near", "They are near.", stance="assumed", data={"carneades": {"assumed": True}}),
        Claim("7", "Seven.", stance="assumed"),
        Claim("cut", stance="questioned"),
    )
    assert map.issues == (Issue("i1", data={"carneades": {"standard": "PE"}}),)
    premises = ("near", "7")
    assert map.links == (
        Support(
            "a1",
            premises,
            "good",
            scheme="cumulative",
            weight=0.25,
            data={"carneades": {"parameters": ("x",)}},
        ),
        Undercut("a1-undercutter", ("cut",), "a1"),
        Support(
            "a2", premises, "¬good", scheme="s1", data={"carneades": {"roles": ("major", "minor")}}
        ),
        Answer("i1-good", "good", "i1"),
        Answer("i1-¬good", "¬good", "i1"),
        Conflict("i1-conflict", ("good", "¬good")),
    )
    assert [scheme.id for scheme in map.schemes] == ["s1", "unused", "cumulative"]
    assert _codes(TEXT) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("statements: {a: A}\narguments: {x: {conclusion: a}}", ["no-premise"]),
        ("statements: {a: A}\narguments: {a: {conclusion: a, premises: a}}", []),
        ("statements: {a: A}\nassumptions: [a, p(x)]", ["dangling-assumption"]),
        (
            "statements: {a: A}\narguments: {x: {conclusion: a, premises: [y, y]}, z: {conclusion: y, premises: a}}",
            ["dangling-statement", "premise-twice"],
        ),
        (
            "arguments: {x: {conclusion: x, premises: x}}\nassumptions: [x]",
            ["dangling-assumption", "dangling-statement"],
        ),
        ("statements: {a: A}\nissues: {i: {positions: [a, a]}, j: }", ["position-twice"]),
        ("statements: {a: A, a: B}", ["key-twice"]),
        ("statements: {a: A, b: B}\nissues: {i: {positions: [a, b]}, j: {positions: [a, b]}}", []),
        (
            "statements: {a: A}\narguments: {x: {conclusion: a, premises: a}, y: {conclusion: x, premises: x}}",
            ["dangling-statement"],
        ),
        ("statements: {a: A}\nmore: {x: [1]}", ["unknown-key"]),
        ("statements: {a: A\u0092}", ["control-character"]),
        ("statements: {a: {label: [x], text: 5, assumed: 7}, b: , c: true, d: 1.5, '': E}", []),
        (
            "statements: {a: A}\narguments: {x: {conclusion: a, premises: {r: [a, a]}, weight: 7}}",
            ["premise-twice"],
        ),
        ("statements: {a: A, b: B}\narguments: {x: {conclusion: a, premises: {r: [a, b]}}}", []),
        ("argument_schemes: {a: b}\nissue_schemes: {n: [a, b]}", []),
        ("argument_schemes: [a, {name: b}]", []),
        ("", []),
    ],
)
def test_defects(text: str, codes: list[str]) -> None:
    """A defect would pass without a word, the document be refused, or what is odd be lost when it is written."""
    assert sorted(_codes(text)) == codes
    if [code for code in codes if code not in ("no-premise", "control-character")]:
        with pytest.raises(argmap.ReadError):
            _read(text, strict=True)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("- a", "1:1", "the document must be a mapping"),
        ("statements: [a]", "1:1", "statements must be a mapping"),
        ("statements: {a: A}\narguments: {x: {premises: a}}", "2:13", "'x' has no conclusion"),
        ("assumptions: [[a]]", "1:1", "assumptions must be names in a list"),
        ("arguments:\n  x: [1]", "2:3", "an argument must be a mapping"),
        (f"statements: {{a: {{x: {'[' * 110}1{']' * 110}}}}}", "1:14", "can't be kept"),
        (f"? {'x' * 1_100}\n: 1\n", "1:1", ""),
    ],
)
def test_refusals(text: str, place: str, message: str) -> None:
    """What can't be read would be read as nothing, or be refused without the place."""
    if not message:
        assert [f.code for f in _read(text).findings] == ["unknown-key"]
        return
    with pytest.raises(argmap.ReadError) as caught:
        _read(text)
    assert message in caught.value.message
    assert f":{place}:" in str(caught.value)


def test_long_ids() -> None:
    """A name past the limit would be taken."""
    for text in (
        f"statements: {{? {'x' * 1_100} : A}}",
        f"arguments: {{? {'x' * 1_100} : {{conclusion: a}}}}",
    ):
        with pytest.raises(argmap.TooLarge, match="id characters"):
            _read(text)


def _claims(*ids: str) -> tuple[Claim, ...]:
    return tuple([Claim(id, id.upper(), stance="questioned") for id in ids])


def test_rebuttals() -> None:
    """A rebuttal would be dropped, though Carneades has arguments for the contrary."""
    map = argmap.ArgumentMap(
        claims=_claims("a", "b", "c"),
        issues=(Issue("i"),),
        links=(
            Rebuttal("r", ("b",), "a"),
            Rebuttal("r2", ("c",), "a"),
            Answer("i-b", "b", "i"),
            Rebuttal("r3", ("c",), "b"),
        ),
    )
    rendering = argmap.render(map, "carneades")
    told = {loss.element: loss.why for loss in rendering.losses if loss.element}
    assert told["r"] == told["r2"] == "it is written as an argument for '¬a'"
    back = _read(rendering.text).map
    assert back["¬a"] == Claim("¬a", "It is not so: A", stance="questioned")
    conflicts = [link.claims for link in back.links if isinstance(link, Conflict)]
    assert conflicts == [("b", "¬b"), ("a", "¬a")]
    codes = [loss.code for loss in rendering.losses if loss.code.startswith("added")]
    assert codes.count("added-claim") == 2


def test_what_carneades_lacks() -> None:
    """A second undercut, a conflict of its own or an id of one's own would go without a word."""
    map = argmap.ArgumentMap(
        claims=(*_claims("a", "b", "c"), Claim("d", "D")),
        links=(
            Support("s", ("b",), "a", warrants=("c",)),
            Undercut("u", ("c",), "s"),
            Undercut("u2", ("b",), "s"),
            Undercut("u3", ("b",), "u"),
            Support("t", ("b",), "s"),
            Conflict("k", ("a", "b"), True),
            Answer("i-a", "a", "i"),
            Answer("i-c", "c", "i"),
            Conflict("i-conflict", ("a", "c")),
            Conflict("k2", ("a", "c")),
            argmap.Rephrase("p", "a", "b"),
        ),
        schemes=(Scheme("x", "X"),),
        issues=(Issue("i"),),
    )
    rendering = argmap.render(map, "carneades")
    codes = {loss.element: loss.code for loss in rendering.losses if loss.element}
    assert codes == {
        "x": "scheme-name",
        "d": "claim-stance",
        "s": "support-warrants",
        "u": "undercut-id",
        "u2": "undercut",
        "u3": "undercut",
        "t": "support",
        "k": "conflict-id",
        "k2": "conflict",
        "p": "rephrase",
    }


def test_edited_maps() -> None:
    """Kept names or roles would be given to what they no longer fit."""
    map = _read(
        "statements: {a: A, b: B}\narguments: {a: {conclusion: b, premises: {r: a, s: b}}}"
    ).map
    assert map.links[0].id == "a-2"
    renamed = evolve(map, claims=(*map.claims, *_claims("c")))
    assert argmap.render(renamed, "carneades").losses == ()
    fewer = evolve(map, links=(Support("a-2", ("a",), "b", data=map.links[0].data),))
    assert [loss.code for loss in argmap.render(fewer, "carneades").losses] == ["support-data"]
    twice = evolve(map, links=(map.links[0], evolve(map.links[0], id="x")))
    assert [loss.code for loss in argmap.render(twice, "carneades").losses] == ["support-data"]


def test_data_of_another_make() -> None:
    """Data that nobody read from Carneades would end the writer."""
    bad = {"roles": 5, "id": 5, "meta": 5, "assumptions": 5, "argument_schemes": 5, "positions": 5}
    for held in (5, bad, {**bad, "assumptions": [5], "roles": ["x", "x"]}):
        data = {"carneades": held}
        map = argmap.ArgumentMap(
            claims=(Claim("a", "A", data=data), Claim("b", "B")),
            issues=(Issue("i", data=data),),
            links=(Support("s", ("b",), "a", data=data), Answer("n", "a", "i")),
            data=data,
        )
        codes = {loss.code for loss in argmap.render(map, "carneades").losses}
        assert "map-data" in codes
