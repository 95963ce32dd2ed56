"""Maps as AIF: what is written after an edit, and what is told of what AIF can't say."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

import argmap
from argmap import Claim, Conflict, Preference, Rebuttal, Scheme, Support, Undercut

Make = Callable[..., str]
A, B, C = Claim("a", "A"), Claim("b", "B"), Claim("c", "C")


def _written(map: argmap.ArgumentMap, format: str = "aif") -> tuple[dict[str, Any], list[str]]:
    rendering = argmap.render(map, format)
    return json.loads(rendering.text), [loss.code for loss in rendering.losses]


def _edges(document: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(edge["edgeID"], edge["fromID"], edge["toID"]) for edge in document["edges"]]


def test_a_whole_document() -> None:
    """Other programs would find other keys than AIFdb's, or an arrow turned round."""
    map = argmap.ArgumentMap(
        claims=(A, B, C),
        links=(Support("s", ("a", "b"), "c", scheme="e"), Undercut("u", ("c",), "s")),
        schemes=(Scheme("e", "Expert Opinion"),),
    )
    step: Any = map.links[0]
    wanted = argmap.ArgumentMap(
        claims=map.claims,
        links=(evolve(step, scheme="expert-opinion"), map.links[1]),
        schemes=(Scheme("expert-opinion", "Expert Opinion"),),
    )
    document, codes = _written(map)
    assert codes == ["scheme-id", "scheme-order"]
    assert document["nodes"][3:] == [
        {"nodeID": "s", "text": "Expert Opinion", "type": "RA", "scheme": "Expert Opinion"},
        {"nodeID": "u", "text": "Default Conflict", "type": "CA"},
    ]
    assert _edges(document) == [
        ("1", "a", "s"),
        ("2", "b", "s"),
        ("3", "s", "c"),
        ("4", "c", "u"),
        ("5", "u", "s"),
    ]
    assert argmap.loads(json.dumps(document), format="aif") == wanted


def test_an_edit_after_reading(aif: Make) -> None:
    """What is gone from the map would come back, or what is new come with ids that are taken."""
    text = aif("k:L a:I y:YA b:I s:RA c:I", "k>y y>a a>s s>b a>z c>b")
    map = argmap.parse(text, format="aif").map
    gone = argmap.ArgumentMap(
        claims=(*map.claims[1:], Claim("d", "D")), links=(Support("t", ("c",), "b"),), data=map.data
    )
    document, codes = _written(gone)
    assert codes == []
    assert [node["nodeID"] for node in document["nodes"]] == ["k", "y", "b", "c", "d", "t"]
    assert _edges(document) == [("1", "k", "y"), ("6", "c", "b"), ("2", "c", "t"), ("3", "t", "b")]
    other = evolve(map, claims=(evolve(map.claims[0], text="Other."), *map.claims[1:]))
    document, codes = _written(other)
    assert document["nodes"][1] == {"nodeID": "a", "text": "Other.", "type": "I"}
    taken = evolve(map, claims=(*map.claims, Claim("k", "K")))
    document, codes = _written(taken)
    assert codes == ["kept-node"]
    assert [node["nodeID"] for node in document["nodes"]].count("k") == 1


def test_kept_particulars_that_contradict() -> None:
    """What was kept of a node would overwrite what the map says of it now."""
    kept = {"nodeID": "x", "text": "Old", "timestamp": "now", "@without": 5}
    map = argmap.ArgumentMap(claims=(Claim("a", "A", data={"aif": kept}),))
    document, _ = _written(map)
    assert document["nodes"] == [{"nodeID": "a", "text": "A", "type": "I", "timestamp": "now"}]


@pytest.mark.parametrize(
    "kept",
    [
        {"nodes": 5, "edges": "x", "loose": None, "graph": 1, "document": [], "wrapper": {}},
        {
            "nodes": [5, None, "zz", "a", "a"],
            "edges": [1, {}, {"fromID": [], "edgeID": {}}],
            "loose": [[]],
        },
    ],
)
def test_nonsense_that_is_kept(kept: dict[str, Any]) -> None:
    """Free data that somebody else put under our name would stop the writer."""
    step = Support("s", ("a",), "a", data={"aif": {"type": [], "x": 1}})
    for data in (
        kept,
        {"nodes": ["s", "a"], "edges": [{"fromID": "s", "toID": "a", "edgeID": "1"}]},
    ):
        map = argmap.ArgumentMap(claims=(A,), links=(step,), data={"aif": data})
        for format in ("aif", "xaif"):
            back = argmap.parse(argmap.render(map, format).text, format=format).map
            assert [claim.id for claim in back.claims] == ["a"]
            assert [link.id for link in back.links] == ["s"]


def test_every_field_that_aif_lacks() -> None:
    """Something of a map would go without a word."""
    full = Claim("a", "A", title="T", stance="assumed", weight=0.5, tags=("x",), data={"n": 1})
    map = argmap.ArgumentMap(
        claims=(full, B),
        links=(
            Support("s", ("b",), "a", label="L", strict=True, scheme="e"),
            Rebuttal("r", ("a",), "b", scheme="d", warrants=("b",)),
            Conflict("k", ("a", "b")),
            Undercut("u", ("a",), "k"),
        ),
        schemes=(Scheme("e", "", ("Why?",)), Scheme("d", "RA"), Scheme("f", "F", data={"x": 1})),
        participants=(argmap.Participant("p", "Ann"),),
        about=argmap.About("Title", data={"y": 1}),
        data={"aif": 5},
    )
    document, codes = _written(map)
    wanted = (
        "claim-title claim-stance claim-weight claim-tags claim-data support-label support-strict"
    )
    wanted += " support-scheme rebuttal-scheme conflict scheme-questions scheme-data"
    wanted += " about-title about-data participant map-data scheme-id rebuttal-warrants"
    assert set(codes) == set(wanted.split())
    with pytest.raises(argmap.CannotExpress):
        argmap.dumps(map, "aif", strict=True)
    assert [node["nodeID"] for node in document["nodes"]] == ["a", "b", "s", "r", "k", "k-2", "u"]


def test_issues_and_answers() -> None:
    """An issue would go without a word, or an answer be written as an argument."""
    map = argmap.ArgumentMap(
        claims=(A,), issues=(argmap.Issue("q", "Why?"),), links=(argmap.Answer("n", "a", "q"),)
    )
    document, codes = _written(map)
    assert codes == ["issue", "answer"]
    assert [node["text"] for node in document["nodes"]] == ["A", "Why?"]


def test_links_that_hang_on_what_is_left_out() -> None:
    """A link would point at one that isn't written."""
    sides = tuple([Claim(f"x{n}") for n in range(33)])
    map = argmap.ArgumentMap(
        claims=(A, B, C, *sides),
        links=(
            Conflict("big", tuple([side.id for side in sides])),
            Undercut("u", ("a",), "big"),
            Preference("p", "a", "b"),
            Undercut("v", ("c",), "p"),
            Preference("q", "v", "u"),
            Preference("o", "u", "a"),
        ),
    )
    document, codes = _written(map)
    assert sorted(codes) == ["conflict", "preference", "preference", "undercut"]
    assert [node["nodeID"] for node in document["nodes"] if node["type"] != "I"] == ["p", "v"]
