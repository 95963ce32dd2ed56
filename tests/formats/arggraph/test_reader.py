"""arggraph XML as a map: what is read, and what of dirty documents is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.formats.format import Reading

SAMPLE = (Path(__file__).parents[2] / "cases" / "xml" / "arggraph.xml").read_text("utf-8")


def graph(*edges: str, units: str = "e1>a e2>b e3>c", **attributes: str) -> str:
    """A document of edges such as ``a sup b c1``, and of units each of which is an elementary one."""
    pairs = [unit.split(">") for unit in units.split()]
    edus = [f'<edu id="{edu}">{adu.upper()}.</edu>' for edu, adu in pairs]
    adus = [f'<adu id="{adu}" type="pro"/>' for adu in dict.fromkeys(adu for _, adu in pairs)]
    segs = [f'<edge id="s{n}" src="{e}" trg="{a}" type="seg"/>' for n, (e, a) in enumerate(pairs)]
    made = []
    for edge in edges:
        src, type, trg, id = edge.split()
        made.append(f'<edge id="{id}" src="{src}" trg="{trg}" type="{type}"/>')
    own = "".join([f' {name}="{value}"' for name, value in attributes.items()])
    return f"<arggraph{own}>{''.join([*edus, *adus, *segs, *made])}</arggraph>"


def reading(text: str) -> Reading:
    """What reading a document gives."""
    return argmap.parse(text, format="arggraph")


def ends(map: argmap.ArgumentMap) -> dict[str, Any]:
    """The kind, premises and target of each link by id."""
    steps = [link for link in map.links if isinstance(link, argmap.Support | argmap.Attack)]
    return {step.id: (step.kind, step.premises, step.target) for step in steps}


def codes(found: Reading) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in found.findings]


def test_a_whole_document_is_read() -> None:
    """A unit, a premise or an undercut of an undercut would be lost."""
    found = argmap.parse(SAMPLE)
    map = found.map
    assert (found.format, found.findings) == ("arggraph", ())
    assert map.about.title == "co_ops"
    assert {claim.id: claim.text for claim in map.claims} == {
        "a1": "Co-ops are good, Co-ops are good indeed.",
        "a2": "for they are near.",
        "a3": "What is near is good.",
        "a4": "One in Ghent shows it.",
        "a5": "But some are far away,",
        "a6": "though that is rare.",
    }
    assert [claim.id for claim in map.claims if claim.implicit] == ["a3"]
    assert [claim.said_by[0] for claim in map.claims] == ["pro"] * 4 + ["opp", "pro"]
    assert [one.name for one in map.participants] == ["proponent", "opponent"]
    assert ends(map) == {
        "c5": ("undercut", ("a6",), "c4"),
        "c1": ("support", ("a2", "a3"), "a1"),
        "c3": ("support", ("a4",), "a2"),
        "c4": ("undercut", ("a5",), "c1"),
    }
    assert map["c3"].scheme == "example"  # type: ignore[union-attr]  # it is a support
    assert map.schemes[0].name == "Example"
    assert map.data["arggraph"]["root"] == {"topic_id": "public_sector", "stance": "pro"}


def test_a_document_in_argmaps_own_form_needs_nothing_kept() -> None:
    """Free data of no use would fill every map."""
    text = argmap.dumps(argmap.loads(graph("b sup a x")), "arggraph")
    map = argmap.loads(text)
    assert "segments" in map.data["arggraph"]  # e1 and s0 aren't what argmap would call them
    draft = argmap.Draft("t")
    draft.rebut(draft.claim("A."), by=draft.claim("B."))
    assert argmap.loads(argmap.dumps(draft.map(), "arggraph")).data == {}


@pytest.mark.parametrize(
    ("edges", "links", "found"),
    [
        ("a sup b x; c add x y", {"x": ("support", ("a", "c"), "b")}, []),
        ("a sup b x; c add z y; b add x z", {"x": ("support", ("a", "c", "b"), "b")}, []),
        ("a sup b x; c add a y", {"x": ("support", ("a", "c"), "b")}, ["add-to-unit"]),
        ("c add y y", {}, ["loose-edge"]),
        ("c add z y; b add y z", {}, ["loose-edge", "loose-edge"]),
        ("a und b x", {"x": ("rebuttal", ("a",), "b")}, []),
        (
            "a sup b x; c reb x y",
            {"x": ("support", ("a",), "b"), "y": ("undercut", ("c",), "x")},
            [],
        ),
        (
            "a reb b x; c sup x y",
            {"x": ("rebuttal", ("a",), "b"), "y": ("support", ("c",), "x")},
            [],
        ),
        ("a sup a x", {"x": ("support", ("a",), "a")}, []),
        ("a und y x; b und x y", {}, ["loose-link", "loose-link"]),
        ("a sup q x", {}, ["dangling-reference", "loose-link"]),
        ("q sup a x", {}, ["dangling-edge"]),
        ("b sup a x; b add x y", {"x": ("support", ("b",), "a")}, ["loose-edge"]),
        ("q sup a x; b add x y", {}, ["dangling-edge", "dangling-edge"]),
        ("b sup a x; q add x y", {"x": ("support", ("b",), "a")}, ["dangling-edge"]),
        (
            "b sup a x; c sup a x",
            {"x": ("support", ("b",), "a"), "x-2": ("support", ("c",), "a")},
            ["duplicate-id"],
        ),
        ("b sup a a", {"a-2": ("support", ("b",), "a")}, ["duplicate-id"]),
        ("b foo a x", {}, ["unknown-element"]),
    ],
)
def test_edges_are_links_or_are_told(edges: str, links: dict[str, Any], found: list[str]) -> None:
    """A relation would be lost in silence, or a document be refused for one bad edge."""
    text = graph(*edges.split("; "))
    got = reading(text)
    assert ends(got.map) == links
    assert sorted(codes(got)) == sorted(found)
    assert all(finding.place.startswith("<text>:1:") for finding in got.findings)
    written = argmap.render(got.map, "arggraph")
    assert written.losses == ()
    assert reading(written.text).map == got.map
    if found:
        with pytest.raises(argmap.ReadError):
            argmap.parse(text, format="arggraph", strict=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<arggraph><adu id='a'/></arggraph>", ["no-text", "unknown-type"]),
        ("<arggraph><adu id='a' type='neutral'/></arggraph>", ["no-text", "unknown-type"]),
        ("<arggraph><edu>A</edu><sentence/></arggraph>", ["unknown-element"]),
        (graph("a sup b x", units="e1>a e1>b") + " ", []),
        (graph().replace('src="e1"', 'src="e9"'), ["no-text", "dangling-edge"]),
        (graph().replace('trg="a"', 'trg="z"'), ["no-text", "dangling-edge"]),
        ("<arggraph id='x'><adu id='a' type='pro'/><adu id='a' type='pro'/></arggraph>", None),
        ("<arggraph><edge src='a' trg='b' type='sup'/><edge type='add'/></arggraph>", None),
        (graph("a sup b x").replace(' id="x"', ""), []),
        (graph("a sup b x").replace(' id="x"', ' id="x" y="&quot;" z=""'), []),
        (graph("a sup b x", "c add x y").replace(' id="y"', ""), []),
        (graph("a sup b x").replace('<adu id="a"', '<adu z="1" id="a"'), []),
        (graph("a sup b x", id="arggraph"), []),
        ("<arggraph/>", []),
    ],
)
def test_odd_documents_are_read_and_come_back(text: str, found: list[str] | None) -> None:
    """What a document has besides would be gone when it is saved."""
    got = reading(text)
    assert found is None or sorted(codes(got)) == sorted(found)
    written = argmap.render(got.map, "arggraph")
    assert written.losses == ()
    assert reading(written.text).map == got.map


def test_another_document_is_refused() -> None:
    """Any XML would be read as an empty map."""
    with pytest.raises(argmap.ReadError, match="begins with <arggraph>, not with <graph>"):
        reading("<graph/>")


def test_limits_are_told_with_their_place() -> None:
    """A document could fill the memory, or a user not know where."""
    text = graph("b sup a x", "c sup a y")
    for limit, most in (("claims", 2), ("links", 1), ("id_characters", 0), ("text_characters", 1)):
        with pytest.raises(argmap.TooLarge) as caught:
            argmap.parse(text, format="arggraph", limits=argmap.Limits(**{limit: most}))
        assert caught.value.span is not None
        assert limit.replace("_", " ") in caught.value.message
