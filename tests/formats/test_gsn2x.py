"""Assurance cases in gsn2x's YAML as maps, and maps as such YAML."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import argmap
from argmap import About, Claim, Rebuttal, Support, Undercut

TEXT = """\
module:
  name: Main
  brief: The whole case
  uses: [sub.gsn.yaml]
G1:
  text: The brakes are safe.
  supportedBy: [S1, G9]
  inContextOf: [A1, J9]
S1:
  text: Over every failure
  supportedBy: Sn1
Sn1: {text: Results of the test}
A1: {text: The driver is awake.}
J1: {text: So says the norm.}
G2:
  text: Not developed.
  undeveloped: true
  inContextOf: [J1]
CG1: {text: They are not., challenges: G1, supportedBy: [CSn1]}
CSn1: {text: An accident}
G3: {text: The test was old., challenges: [S1 -> Sn1, X9]}
rest: {nodeType: Context, text: Elsewhere}
"""


def _read(text: str, **options: Any) -> argmap.Reading:
    return argmap.parse(text, format="gsn2x", **options)


def _codes(text: str) -> list[str]:
    """The codes of what is found, after it was seen that the same map is written and read."""
    reading = _read(text)
    rendering = argmap.render(reading.map, "gsn2x")
    assert rendering.losses == ()
    assert _read(rendering.text).map == reading.map
    return [finding.code for finding in reading.findings]


def test_everything() -> None:
    """Arrows would run the wrong way, a context be lost, or a reference to another module be dropped."""
    reading = argmap.parse(TEXT)
    map = reading.map
    assert (reading.format, map.about) == ("gsn2x", About("Main", "The whole case"))
    assert {claim.id: claim.stance for claim in map.claims} == {
        "G1": "questioned",
        "S1": "questioned",
        "Sn1": "asserted",
        "A1": "assumed",
        "J1": "asserted",
        "G2": "questioned",
        "CG1": "questioned",
        "CSn1": "asserted",
        "G3": "questioned",
        "rest": "asserted",
    }
    assert map.links == (
        Support("G1-support", ("S1",), "G1", warrants=("A1",)),
        Support("S1-support", ("Sn1",), "S1"),
        Support("CG1-support", ("CSn1",), "CG1"),
        Rebuttal("CG1-challenge", ("CG1",), "G1"),
        Undercut("G3-challenge", ("G3",), "S1-support"),
    )
    assert map.claims[0].data == {
        "gsn2x": {"supportedBy": ("S1", "G9"), "inContextOf": ("A1", "J9")}
    }
    assert _codes(TEXT) == ["dangling-reference"] * 3
    with pytest.raises(argmap.ReadError, match="'G1' names 'G9', which isn't in this file"):
        _read(TEXT, strict=True)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("G1: {text: A}\nG1: {text: B}", ["key-twice"]),
        ("G1: {supportedBy: [Sn1, Sn1]}\nSn1: {text: B}", ["no-text"]),
        ("x1: {text: A}", ["unknown-kind"]),
        ("G1: {text: A, inContextOf: C1, supportedBy: C1}\nC1: {text: C}", []),
        ("G1: {text: A, challenges: {relation: [G1, G2]}}", ["unknown-challenge"]),
        ("G1: {text: A, challenges: G1 -> G2}\nG2: {text: B}", ["dangling-reference"]),
        ("G1: {text: A, challenges: X -> G2}", ["dangling-reference"]),
        ("G1: {text: 5, nodeType: Solution}", []),
        ("G1: {text: A, nodeType: Odd}", []),
        ("G1: {text: A, nodeType: Goal}", []),
        ("e: {text: A, nodeType: Solution}\nf: {text: A, nodeType: Goal}", []),
        ("version: 5\nG1: {text: A}", ["unknown-key"]),
        ("G1: {text: A}\n'': {text: B, supportedBy: [G1]}", ["unknown-key"]),
        ("G1: {text: A\u0092}", ["control-character"]),
        ("module: {name: 5}", []),
        ("module: {name: M}", []),
        ("", []),
    ],
)
def test_defects(text: str, codes: list[str]) -> None:
    """A defect would pass without a word, the file be refused, or what is odd be lost when it is written."""
    assert _codes(text) == codes
    if codes and codes != ["control-character"]:
        with pytest.raises(argmap.ReadError):
            _read(text, strict=True)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("[G1]", "1:1", "the document must be a mapping"),
        ("module: x", "1:1", "module must be a mapping"),
        ("G2: {text: A}\nG1: {supportedBy: {a: b}}", "2:1", "supportedBy must be names"),
        (f"? G{'1' * 1_100}\n: {{text: A}}", "", "id characters"),
    ],
)
def test_refusals(text: str, place: str, message: str) -> None:
    """What can't be read would be read as nothing, or be refused without the place."""
    with pytest.raises(argmap.ReadError) as caught:
        _read(text)
    assert message in caught.value.message
    assert f":{place}:" in str(caught.value) or not place


def test_a_map_of_ones_own() -> None:
    """Solutions would need support, or an assumption stand where a goal must."""
    claims = (
        Claim("main", "Main", stance="questioned"),
        Claim("leaf", "Leaf"),
        Claim("middle", "Middle"),
        Claim("just", "Just"),
        Claim("assume", "Assume", stance="assumed"),
        Claim("Garden", "Garden"),
    )
    links = (
        Support("main-support", ("middle", "leaf"), "main", warrants=("just", "assume")),
        Support("middle-support", ("leaf",), "middle"),
    )
    rendering = argmap.render(argmap.ArgumentMap(claims=claims, links=links), "gsn2x")
    assert [line.split()[1] for line in rendering.text.splitlines() if "nodeType" in line] == [
        "Goal",
        "Solution",
        "Goal",
        "Justification",
        "Assumption",
        "Solution",
    ]
    assert [(loss.code, loss.element) for loss in rendering.losses] == [("claim-stance", "middle")]


def test_what_gsn2x_lacks() -> None:
    """Two supports of one claim would be one, or a linked challenge be two, without a word."""
    claims = tuple([Claim(f"G{n}", f"Goal {n}", stance="questioned") for n in range(5)])
    map = argmap.ArgumentMap(
        claims=claims,
        issues=(argmap.Issue("i"),),
        links=(
            Support("s", ("G1",), "G0"),
            Support("t", ("G2",), "G0"),
            Support("b", ("G2",), "s"),
            Rebuttal("r", ("G3", "G4"), "G0"),
            Rebuttal("r2", ("G3",), "G0"),
            Undercut("u", ("G4",), "s"),
            Undercut("v", ("G4",), "r"),
            argmap.Conflict("k", ("G1", "G2")),
        ),
    )
    rendering = argmap.render(map, "gsn2x")
    lost = [loss.element for loss in rendering.losses if loss.what.startswith("the ")]
    assert lost == ["i", "t", "b", "r2", "v", "k", ""]
    back = _read(rendering.text).map
    assert [type(link) for link in back.links] == [Support, Rebuttal, Rebuttal, Undercut]


def test_edited_maps() -> None:
    """Kept lists would say what the links no longer do."""
    map = _read(TEXT).map
    fewer = evolve(map, links=tuple([link for link in map.links if link.id != "CG1-challenge"]))
    assert [loss.code for loss in argmap.render(fewer, "gsn2x").losses] == []
    other = evolve(map, links=(Support("G1-support", ("G2",), "G1"), *map.links[1:]))
    assert "claim-data" in [loss.code for loss in argmap.render(other, "gsn2x").losses]


def test_data_of_another_make() -> None:
    """Data that nobody read from gsn2x would end the writer."""
    for held in (5, {"module": 5, "supportedBy": 5, "challenges": [5], "nodeType": 5, "text": 5}):
        data = {"gsn2x": held}
        map = argmap.ArgumentMap(claims=(Claim("G1", "A", data=data),), data=data)
        codes = [loss.code for loss in argmap.render(map, "gsn2x").losses]
        assert {"map-data", "claim-data"} <= set(codes)
