"""Adversarial cases E: the field's own formats: Kialo, AIF, SADFace, APX, TGF, ICCMA."""

from __future__ import annotations

import json
from typing import Any

import pytest

import argmap

case = pytest.mark.case

NODES = [("a", "A", "I"), ("b", "B", "I"), ("s", "RA", "RA"), ("u", "RA", "RA")]


def aif(nodes: list[tuple[str, str, str]], *edges: tuple[str, str]) -> str:
    """A document of AIF."""
    return json.dumps({
        "nodes": [{"nodeID": id, "text": text, "type": type} for id, text, type in nodes],
        "edges": [{"edgeID": str(n), "fromID": a, "toID": b} for n, (a, b) in enumerate(edges)],
        "locutions": [],
    })  # fmt: skip # it is read more easily


def kept(document: str, refused: Any) -> list[str]:
    """The codes of the findings of a document that is refused if strict, and written again with all its edges and nodes."""
    reading = argmap.parse(document, format="aif")
    refused(document, "aif", strict=True)
    again = json.loads(argmap.dumps(reading.map, "aif"))
    old = json.loads(document)
    assert {(e["fromID"], e["toID"]) for e in old["edges"]} <= {
        (e["fromID"], e["toID"]) for e in again["edges"]
    }
    assert {n["nodeID"] for n in old["nodes"]} <= {n["nodeID"] for n in again["nodes"]}
    return [finding.code for finding in reading.findings]


@case(
    "E1",
    "AIF: an edge to or from a missing node",
    "a finding, kept aside, written again; refused if strict",
)
def test_e1_dangling_edge(refused: Any) -> None:
    """The edge would be dropped without a word, as others do."""
    assert "dangling-edge" in kept(aif(NODES[:3], ("a", "s"), ("s", "zz")), refused)
    assert "dangling-edge" in kept(aif(NODES[:3], ("zz", "s"), ("s", "b")), refused)


@case(
    "E2",
    "AIF: two schemes that lead to one another",
    "a finding, kept aside; refused if strict; reading ends",
)
def test_e2_scheme_cycle(refused: Any) -> None:
    """Reading would run round for ever."""
    codes = kept(aif(NODES, ("s", "u"), ("u", "s"), ("a", "s"), ("b", "u")), refused)
    assert set(codes) == {"loose-scheme"}


@case(
    "E3", "AIF: a scheme without premise or conclusion", "a finding, kept aside; refused if strict"
)
@pytest.mark.parametrize("edges", [(("a", "s"),), (("s", "a"),), ()])
def test_e3_loose_scheme(edges: tuple[tuple[str, str], ...], refused: Any) -> None:
    """Half an argument would be dropped, or make a map that breaks."""
    assert kept(aif(NODES[:3], *edges), refused) == ["loose-scheme"]


@case("E4", "AIF: L, YA and TA nodes", "kept as data and written again")
def test_e4_dialogue_nodes() -> None:
    """Who said what would be gone."""
    nodes = [
        ("a", "A", "I"),
        ("l", "Bob: A", "L"),
        ("y", "Asserting", "YA"),
        ("m", "Ann: no", "L"),
        ("t", "Default", "TA"),
    ]
    map = argmap.loads(aif(nodes, ("l", "y"), ("y", "a"), ("l", "t"), ("t", "m")), format="aif")
    again = json.loads(argmap.dumps(map, "aif"))
    assert sorted(node["type"] for node in again["nodes"]) == ["I", "L", "L", "TA", "YA"]
    assert len(again["edges"]) == 4


@case(
    "E5",
    'AIF: one id for two edges; node ids `1` and `"1"`',
    "read, all edges kept; the second node a finding",
)
def test_e5_ids_again() -> None:
    """The second edge would take the place of the first."""
    document = json.loads(aif(NODES[:3], ("a", "s"), ("s", "b")))
    for edge in document["edges"]:
        edge["edgeID"] = "1"
    map = argmap.loads(json.dumps(document), format="aif")
    assert len(map.links) == 1
    assert len(json.loads(argmap.dumps(map, "aif"))["edges"]) == 2


@case(
    "E6",
    "Kialo: `1.1.1.` whose parent `1.1.` is missing",
    "refused: continues 1.1., which isn't there",
)
def test_e6_missing_parent(refused: Any) -> None:
    """The claim would hang on another."""
    said = refused("Discussion Title: x\n\n1. A\n1.1.1. Pro: x\n", "kialo")
    assert said.startswith("<text>:4:1: 1.1.1. continues 1.1., which isn't there")


@case("E7", "Kialo: numbers 800 levels deep", "accepted")
def test_e7_deep_numbers() -> None:
    """The stack would end."""
    lines = [f"{'1.' * n} {'Pro: ' if n > 1 else ''}c{n}" for n in range(1, 801)]
    map = argmap.loads("Discussion Title: x\n\n" + "\n".join(lines), format="kialo")
    assert (len(map.claims), len(map.links)) == (800, 799)


@case("E8", "APX: `att(a,b`, `att(`, `arg(att(a,b)).`", "refused at line and column")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("att(a,b", "1:1"),
        ("arg(a).arg(b).att(a,b).att(", "1:24"),
        ("arg(a).\narg(att(a,b)).", "2:1"),
    ],
)
def test_e8_broken_facts(text: str, place: str, refused: Any) -> None:
    """Half a fact would be read as none."""
    assert refused(text, "apx").startswith(f"<text>:{place}: this is no fact of APX")


@case("E9", "TGF without `#`; with two", "refused: no line '#' …; a second line '#'")
def test_e9_dividers(refused: Any) -> None:
    """Attacks would be taken for arguments."""
    assert "no line '#' ends the arguments" in refused("1\n2\n", "tgf")
    assert refused("1\n#\n1 1\n#\n", "tgf").startswith("<text>:4:1: a second line '#'")


@case("E10", "ICCMA: `p af 3` with `4 1`, `0 1`; 1e9 arguments", "refused; too large")
def test_e10_numbers(refused: Any) -> None:
    """An attack by nobody would stand in the map; or a line of fifteen letters take all memory."""
    for number in (4, 0):
        assert f"2:1: there is no argument {number}; there are 3" in refused(
            f"p af 3\n{number} 1\n", "af"
        )
    assert "1,000,000,000 claims" in refused("p af 1000000000\n", "af", argmap.TooLarge)
    for text in ("p af 3\n1 1e9\n", "p af -1\n", "p af 3\n-1 1\n"):
        refused(text, "af")


@case("E11", "two parallel supports of one pair", "both kept; removing one keeps the other")
def test_e11_parallel() -> None:
    """The second would be lost with the first."""
    draft = argmap.loads(
        aif(NODES, ("a", "s"), ("s", "b"), ("a", "u"), ("u", "b")), format="aif"
    ).draft()
    assert [link.id for link in draft.map().links] == ["s", "u"]
    draft.remove("s")
    assert [link.id for link in draft.map().links] == ["u"]
    for name in ("json", "aif", "graphml"):
        assert len(argmap.loads(argmap.dumps(draft.map(), name), format=name).links) == 1


@case("E12", "a major claim that is no claim", "read with it kept as data (SADFace, arguebuf)")
def test_e12_major_claim() -> None:
    """An AttributeError would come out, or the graph break afterwards."""
    map = argmap.ArgumentMap(
        claims=(argmap.Claim("a", "A"), argmap.Claim("b", "B")),
        links=(argmap.Support("s", ("b",), "a"),),
    )
    document = json.loads(argmap.render(map, "arguebuf").text)
    for wrong in ("zz", "s"):
        document["majorClaim"] = wrong
        reading = argmap.parse(json.dumps(document), format="arguebuf")
        assert len(reading.map.claims) == 2
        assert json.loads(argmap.dumps(reading.map, "arguebuf"))["majorClaim"] == wrong
