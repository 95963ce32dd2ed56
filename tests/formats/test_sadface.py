"""SADFace in its dialects as maps, and maps as SADFace."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve

import argmap
from argmap import About, Claim, Rebuttal, Rephrase, Scheme, Support, Undercut

CORE = {
    "analyst_email": "a@b",
    "analyst_name": "Ann",
    "created": "2017-07-11T16:32:36",
    "title": "T",
}


def _document(metadata: Any = None, **besides: Any) -> dict[str, Any]:
    nodes = [
        {"id": "a", "type": "atom", "text": "A", "sources": [], "metadata": {}},
        {"id": "b", "type": "atom", "text": "B", "sources": [{"x": 1}]},
        {"id": "s", "type": "scheme", "name": "support"},
        {"id": "c", "type": "scheme", "name": "Conflict", "metadata": {}},
        {"id": "e", "type": "scheme", "name": "Expert Opinion", "metadata": {}},
        {"id": "d", "type": "scheme", "text": "Default\nSupport"},
        {"id": "z", "type": "note"},
    ]
    ends = ("as", "sb", "bc", "cs", "ae", "eb", "bd", "da")
    edges = [{"id": f"e{n}", "source_id": t[0], "target_id": t[1]} for n, t in enumerate(ends)]
    made = {"nodes": nodes, "edges": edges, "resources": [], "metadata": metadata or {}}
    return made | besides


def _same(document: dict[str, Any]) -> argmap.Reading:
    """The reading of a document, which must come back as it was."""
    reading = argmap.parse(json.dumps(document), format="sadface")
    rendering = argmap.render(reading.map, "sadface")
    assert json.loads(rendering.text) == document
    assert rendering.losses == ()
    return reading


def test_every_kind_of_node() -> None:
    """A scheme would be read as another kind, or particulars be lost."""
    reading = _same(_document({"core": CORE, "more": 1}))
    links = {link.id: link for link in reading.map.links}
    assert {id: type(link) for id, link in links.items()} == {
        "s": Support,
        "c": Undercut,
        "e": Support,
        "d": Support,
    }
    assert reading.map.schemes == (Scheme("expert-opinion", "Expert Opinion"),)
    assert reading.map.about == About("T", authors=("Ann",))
    assert [finding.code for finding in reading.findings] == ["unknown-type"]


@pytest.mark.parametrize(
    "document",
    [
        _document(analyst_name="Ann", created="2017", id="x"),
        {"nodes": [], "edges": [], "resources": [], "metadata": {}, "analyst_name": "Ann"},
        {"metadata": 5, "resources": None},
    ],
)
def test_dialects(document: dict[str, Any]) -> None:
    """Version 0.1, with the particulars at the top, and empty documents would be refused or changed."""
    reading = _same(document)
    assert reading.map.about.authors == ((document["analyst_name"],) if len(document) > 2 else ())


def test_another_title() -> None:
    """The title of a map that was edited would be the old one, or the rest of the particulars be lost."""
    map = _same(_document({"core": CORE})).map
    renamed = evolve(map, about=About("New", "D", ("Bob", "Cy")))
    rendering = argmap.render(renamed, "sadface")
    core = json.loads(rendering.text)["metadata"]["core"]
    assert (core["title"], core["description"], core["analyst_name"]) == ("New", "D", "Bob")
    assert core["analyst_email"] == "a@b"
    assert [loss.code for loss in rendering.losses] == ["about-authors"]


def test_what_sadface_lacks() -> None:
    """A rephrase, or a scheme of an attack, would go without a word."""
    map = argmap.ArgumentMap(
        claims=(Claim("a"), Claim("b")),
        links=(
            Rephrase("m", "a", "b"),
            Rebuttal("r", ("a",), "b", scheme="x"),
            Undercut("u", ("a",), "m"),
            Support("s", ("a",), "b", scheme="y"),
        ),
        schemes=(Scheme("x", "X"), Scheme("y", "conflict")),
    )
    rendering = argmap.render(map, "sadface")
    assert [loss.code for loss in rendering.losses][:4] == [
        "rephrase",
        "undercut",
        "rebuttal-scheme",
        "support-scheme",
    ]
    back = argmap.parse(rendering.text).map
    assert [type(link) for link in back.links] == [Rebuttal, Support]


def test_control_characters_refused_if_strict() -> None:
    """A document in a wrong encoding would pass as a clean one."""
    text = json.dumps(_document()).replace('"A"', '"A\x92"')
    assert argmap.parse(text, format="sadface").findings[0].code == "control-character"
    with pytest.raises(argmap.ReadError, match="control character"):
        argmap.loads(text, format="sadface", strict=True)
