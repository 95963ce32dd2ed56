"""Compendium's XML as a map: IBIS on maps within maps."""

from __future__ import annotations

from typing import Any

import pytest

import argmap


def test_the_sample_is_read_whole(xml_sample: Any, steps_of: Any) -> None:
    """A con would speak for what it speaks against, or a question become a claim."""
    map = argmap.parse(xml_sample("compendium"), strict=True).map
    assert [(issue.id, issue.text, issue.group) for issue in map.issues] == [
        ("3", "Are co-ops good?", "1")
    ]
    assert {claim.id: claim.tags for claim in map.claims} == {
        "4": ("position",),
        "5": ("pro",),
        "6": ("con",),
        "7": ("argument",),
        "8": ("decision",),
        "11": ("position",),
        "12": ("position",),
    }
    assert steps_of(map) == {
        "21": "support 5 > 4",
        "22": "rebuttal 6 > 4",
        "23": "support 7 > 5",
        "24": "rebuttal 8 > 6",
    }
    answers = [link for link in map.links if isinstance(link, argmap.Answer)]
    assert [(answer.claim, answer.issue) for answer in answers] == [("4", "3"), ("8", "3")]
    rephrase: Any = map["26"]
    assert (rephrase.claim, rephrase.original, rephrase.manner) == ("4", "12", "specialises")
    assert [(group.title, group.parent) for group in map.groups] == [
        ("Home", None),
        ("A list", "1"),
    ]
    assert [(source.title, source.url) for source in map.sources] == [
        ("A report", "http://example.org")
    ]
    assert [citation.source for citation in map["5"].citations + map["3"].citations] == ["9", "9"]
    kept = map.data["compendium"]
    assert [link[1]["id"] for link in kept["links"]] == ["29", "30", "31", "32", "33"]
    assert kept["nodes"][0][1]["label"] == "A note"
    assert kept["views"][0]["XPosition"] == "1"
    assert map["11"].data["compendium"]["type"] == "14"
    assert map.groups[0].data["compendium"] == {"author": "ann", "details": ("Home of Ann",)}


def model(nodes: str, links: str = "") -> str:
    """A document of nodes such as ``1:4`` (id and type), and links such as ``1>2:39``."""
    made = [
        f'<node id="{n.split(":")[0]}" type="{n.split(":")[1]}" label="L"/>' for n in nodes.split()
    ]
    ends = [(*pair.split(":")[0].split(">"), pair.split(":")[1]) for pair in links.split()]
    tied = [f'<link id="l{n}" from="{a}" to="{b}" type="{t}"/>' for n, (a, b, t) in enumerate(ends)]
    return f"<model><nodes>{''.join(made)}</nodes><links>{''.join(tied)}</links></model>"


@pytest.mark.parametrize(
    ("text", "links", "codes"),
    [
        (model("1:4 2:4", "1>2:39 1>2:44 1>1:43"), [], []),
        (model("1:4", "1>9:39 8>9:40"), [], ["dangling-edge", "dangling-edge"]),
        (model("1:99 2:x 3:4"), [], ["unknown-type", "unknown-type"]),
        (model("1:2 1:2 :2"), [], ["duplicate-id", "duplicate-id"]),
        (model("1:4 1:4"), [], ["duplicate-id"]),
        (model("1:9 1:9 :9"), [], ["duplicate-id", "duplicate-id"]),
        (model("1:6 2:4", "1>2:39 1>2:42"), ["support", "rebuttal"], []),
        (model("1:3 2:4 3:10", "1>2:39 2>3:39"), [], []),
    ],
)
def test_odd_documents_are_read(text: str, links: list[str], codes: list[str]) -> None:
    """A link would say what it doesn't, or a node be lost in silence."""
    found = argmap.parse(text, format="compendium")
    assert [link.kind for link in found.map.links] == links
    assert [finding.code for finding in found.findings] == codes


def test_maps_in_a_circle_have_an_outermost() -> None:
    """Two maps that show each other would make no tree."""
    views = "".join([f'<view viewref="{a}" noderef="{b}"/>' for a, b in ("12", "21", "11", "23")])
    nodes = "".join([f'<node id="{n}" type="2" label="M{n}"/>' for n in (1, 2, 3)])
    text = f"<model><views>{views}</views><nodes>{nodes}</nodes></model>"
    map = argmap.parse(text, format="compendium", strict=True).map
    assert [(group.id, group.parent) for group in map.groups] == [
        ("1", None),
        ("2", "1"),
        ("3", "2"),
    ]
