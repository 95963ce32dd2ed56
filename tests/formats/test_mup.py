"""MindMup's argument maps as maps, and maps as such documents."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve

import argmap
from argmap import Claim, Rebuttal, Support, Undercut


def _idea(id: Any, title: str, *ideas: Any, **attr: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"title": title, "id": id}
    if attr:
        made["attr"] = attr
    if ideas:
        made["ideas"] = {str(rank): idea for rank, idea in enumerate(ideas, 1)}
    return made


def _group(id: Any, side: str, *ideas: Any, **attr: Any) -> dict[str, Any]:
    return _idea(id, "group", *ideas, group=side, contentLocked="true", **attr)


def _document(*ideas: Any, **more: Any) -> dict[str, Any]:
    usual = {"id": "root", "formatVersion": 3, "attr": {"theme": "argMappingSimple"}}
    return {"title": "T", **usual, **more, "ideas": _idea(0, "", *ideas).get("ideas", {})}


FULL = _document(
    _idea(
        "1",
        "Good.\n",
        _group(
            "2",
            "supporting",
            _idea("3", "Near.", styleNames=["attr_implicit_claim", "bold"]),
            _idea("4", "Nearness is good.", note={"text": "n", "index": 1}),
            _group("5", "opposing", _idea("6", "No.")),
            _group("9", "supporting", _idea("10", "Yes.")),
            parentConnector={"label": "why", "width": 3},
        ),
        _group("7", "opposing", _idea("8", "Slow.", styleNames=["attr_implicit_claim"])),
    ),
    theme={"name": "x"},
    links=[{"ideaIdFrom": "1", "ideaIdTo": "8"}],
)


def _read(document: Any, **options: Any) -> argmap.Reading:
    return argmap.parse(json.dumps(document), format="mup", **options)


def _codes(document: Any) -> list[str]:
    """The codes of what is found, after it was seen that the same map is written and read."""
    reading = _read(document)
    rendering = argmap.render(reading.map, "mup")
    assert rendering.losses == ()
    assert argmap.parse(rendering.text, format="mup").map == reading.map
    return [finding.code for finding in reading.findings]


def test_everything() -> None:
    """A step on a step, a note, a style or a free connection would be lost."""
    reading = argmap.parse(json.dumps(FULL), strict=True)
    map = reading.map
    assert (reading.format, map.about.title) == ("mup", "T")
    assert map.claims[0] == Claim("1", "Good.", data={"mup": {"title": "Good.\n"}})
    assert map.claims[1] == Claim(
        "3", "Near.", implicit=True, data={"mup": {"attr": {"styleNames": ("bold",)}}}
    )
    connector = {"mup": {"attr": {"parentConnector": {"width": 3}}}}
    assert map.links == (
        Support("2", ("3", "4"), "1", label="why", data=connector),
        Rebuttal("7", ("8",), "1"),
        Undercut("5", ("6",), "2"),
        Support("9", ("10",), "2"),
    )
    rendering = argmap.render(map, "mup", strict=True)
    assert json.loads(rendering.text) == FULL


def test_version_2() -> None:
    """The main claim of an older document would be its title, or be written as a newer one."""
    one = _idea("1", "Good.", _group("2", "opposing", _idea("3", "Slow.")), theme="x")
    document = {**one, "formatVersion": 2, "theme": {"name": "y"}}
    assert _codes(document) == []
    map = _read(document).map
    assert [claim.text for claim in map.claims] == ["Good.", "Slow."]
    assert json.loads(argmap.render(map, "mup").text) == document
    more = argmap.render(evolve(map, claims=(*map.claims, Claim("x", "X"))), "mup")
    assert json.loads(more.text)["formatVersion"] == 3
    assert [loss.code for loss in more.losses] == ["claims-order", "map-data"]
    del document["formatVersion"]
    assert _codes(document) == []


def test_ranks() -> None:
    """Claims would stand in the order of the keys as texts, or a strange key end the reader."""
    ideas = {"10": _idea("1", "ten"), "-2": _idea("2", "left"), "9": _idea("3", "nine")}
    document = {**_document(), "ideas": {**ideas, "x": _idea("4", "x"), "-1": _idea("5", "l")}}
    texts = [claim.text for claim in _read(document, strict=True).map.claims]
    assert texts == ["x", "nine", "ten", "l", "left"]


@pytest.mark.parametrize(
    ("document", "codes"),
    [
        (
            _document(_idea("1", "A", _idea("2", "B"), _group("3", "opposing", _idea("4", "C")))),
            ["no-group"],
        ),
        (
            _document(
                _idea(
                    "1",
                    "A",
                    _group("2", "opposing"),
                    _group("3", "opposing", _idea("4", "C", _idea("5", "D", _idea("6", "E")))),
                    _idea("7", "B"),
                )
            ),
            ["loose-group", "no-group", "no-group", "no-group"],
        ),
        (_document(_idea("1", "A", _group("2", "maybe", _idea("3", "B")))), ["loose-group"]),
        (
            _document(
                _idea("1", "A", _group("2", "opposing", _idea("3", "B"), _group("4", "opposing")))
            ),
            ["loose-group"],
        ),
        (_document(_idea("1", "A"), _idea("1", "B")), ["duplicate-id"]),
        (_document(_idea(None, "A")), ["no-id"]),
        (_document(_idea(1, "A"), _idea(2, "B", _group(3, "opposing", _idea(4, "C")))), []),
        (_document({"title": "A", "id": "1", "attr": [], "ideas": [], "x": 5}), []),
        (
            _document(
                _idea(
                    "1", "A", _group("2", "opposing", _idea("3", "B"), parentConnector={"label": 5})
                )
            ),
            [],
        ),
        (
            _document(_idea("1", "A", {**_group("2", "opposing", _idea("3", "B")), "title": "g"})),
            [],
        ),
        (_document(_idea("1", "A", _idea("2", "group", _idea("3", "B"), group="supporting"))), []),
        (_document(), []),
    ],
)
def test_defects(document: Any, codes: list[str]) -> None:
    """A defect would pass without a word, the document be refused, or what is odd be lost when it is written."""
    assert _codes(document) == codes
    if codes:
        with pytest.raises(argmap.ReadError):
            _read(document, strict=True)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"title": "T"}, 'has no "ideas"'),
        ([], "the document must be an object"),
        (_document(_idea("1", "A", _idea("2", "B"))), "this is a mind map"),
        ({**_idea("1", "A", _idea("2", "B")), "formatVersion": 2}, "this is a mind map"),
        (_document(5), "an idea must be an object"),
        (_document({"id": 1, "title": 5}), "title must be a text"),
        (_document(_idea("1" * 2_000, "A")), "id characters"),
    ],
)
def test_refusals(document: Any, message: str) -> None:
    """A mind map would be an argument map without an argument."""
    with pytest.raises(argmap.ReadError) as caught:
        _read(document)
    assert message in str(caught.value)
    assert str(caught.value).startswith("<text>:1:")


def test_what_nests_too_deep_to_be_kept() -> None:
    """A strange attribute that nests without end would end in another error."""
    deep: Any = 1
    for _ in range(120):
        deep = [deep]
    with pytest.raises(argmap.ReadError, match="can't be kept"):
        _read(_document(_idea("1", "A", x=deep)))


def test_what_it_lacks() -> None:
    """A claim would be written in two places, or the root take the id of a claim."""
    claims = (Claim("root", "A", "Title"), Claim("b", "B"))
    links = (Support("s", ("b",), "root"), Rebuttal("r", ("b",), "root"))
    map = argmap.ArgumentMap(claims=claims, links=links, issues=(argmap.Issue("i"),))
    rendering = argmap.render(map, "mup")
    assert [loss.code for loss in rendering.losses] == [
        "claim-title",
        "issue",
        "rebuttal",
        "map-data",
    ]


def test_changed_maps() -> None:
    """A loose claim would be hung below itself, or below what isn't there."""
    map = _read(
        _document(_idea("1", "A", _idea("2", "B"), _group("3", "opposing", _idea("4", "C"))))
    ).map
    turned = evolve(map, links=(Support("s", ("1",), "2"),))
    assert [loss.code for loss in argmap.render(turned, "mup").losses] == [
        "claim-data",
        "claims-order",
    ]
    below = {"mup": {"below": ["3", 1]}}
    moved = evolve(map, claims=(map.claims[0], evolve(map.claims[1], data=below), map.claims[2]))
    assert "claim-data" in [loss.code for loss in argmap.render(moved, "mup").losses]
    chain = {
        name: Claim(name, name, data={"mup": {"below": [above, 1]}})
        for name, above in (("a", "b"), ("b", "c"), ("c", "a"))
    }
    round = argmap.ArgumentMap(
        claims=(*chain.values(), Claim("d"), Claim("e")), links=(Support("s", ("e",), "d"),)
    )
    assert len(argmap.parse(argmap.render(round, "mup").text, format="mup").map.claims) == 5


def test_data_of_another_make() -> None:
    """Data that nobody read from such a document would end the writer."""
    for held in (
        5,
        {"aside": 5, "attr": 5, "title": 5, "below": 5, "ideas": 5, "formatVersion": 2},
    ):
        data = {"mup": held}
        claims = (Claim("a", "A", implicit=True, data=data), Claim("b", "B"))
        links = (Support("s", ("b",), "a", label="x", data=data),)
        map = argmap.ArgumentMap(claims=claims, links=links, data=data)
        codes = [loss.code for loss in argmap.render(map, "mup").losses]
        assert {"claim-data", "support-data"} <= set(codes)
    odd = {"mup": {"aside": [5], "attr": {"styleNames": 5, "parentConnector": 5}}}
    claims = (Claim("a", "A", implicit=True, data=odd), Claim("b", "B"))
    links = (Support("s", ("b",), "a", label="x", data=odd),)
    assert argmap.render(argmap.ArgumentMap(claims=claims, links=links), "mup").losses
