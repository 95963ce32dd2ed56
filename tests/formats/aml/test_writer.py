"""Maps as AML: one tree is written, what doesn't hang in it is told."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import argmap


def _claims(ids: str) -> tuple[argmap.Claim, ...]:
    return tuple([argmap.Claim(id, f"{id}.") for id in ids])


def losses(map: argmap.ArgumentMap) -> dict[tuple[str, str], str]:
    """The reason of each loss, by its code and element."""
    return {(loss.code, loss.element): loss.why for loss in argmap.render(map, "aml").losses}


def test_a_tree_is_said_whole() -> None:
    """The simplest map would be told to lose something."""
    draft = argmap.Draft(description="About it.", authors=["Ann"])
    top = draft.claim("Top.", said_by="Ben")
    first = draft.claim(" <one>\n&\r", implicit=True)
    step = draft.support(top, by=[first, draft.claim("")], scheme="Expert opinion", label="strong")
    assert step.linked
    map = draft.map()
    written = argmap.render(map, "aml")
    assert written.losses == ()
    assert argmap.parse(written.text).map == map
    assert written.text.splitlines()[1] == '<!DOCTYPE ARG SYSTEM "argument.dtd">'
    assert argmap.parse(argmap.dumps(map, "aml", indent=None)).map == map


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([argmap.Support("support-1", ("b",), "a")], {("claim", "c"): "AML holds one tree"}),
        (
            [
                argmap.Support("support-1", ("b",), "a"),
                argmap.Support("support-2", ("b", "c"), "a"),
            ],
            {("support", "support-2"): "'b' stands elsewhere already"},
        ),
        (
            [
                argmap.Rebuttal("rebuttal-1", ("b",), "a"),
                argmap.Rebuttal("rebuttal-2", ("c",), "a"),
            ],
            {("rebuttal", "rebuttal-2"): "one refutation at most"},
        ),
        (
            [argmap.Rebuttal("rebuttal-1", ("b", "c"), "a")],
            {("rebuttal", "rebuttal-1"): "one proposition"},
        ),
        (
            [
                argmap.Support("support-1", ("b",), "a"),
                argmap.Undercut("undercut-1", ("c",), "support-1"),
            ],
            {("undercut", "undercut-1"): "no place"},
        ),
        ([argmap.Conflict("k", ("a", "b"))], {("conflict", "k"): "rebuttals each way"}),
        (
            [argmap.Support("because", ("b",), "a")],
            {("support-id", "because"): "it is 'support-1' there"},
        ),
    ],
)
def test_what_doesnt_hang_in_the_tree_is_told(links: Any, expected: dict[Any, str]) -> None:
    """Somebody would send a tree and believe that it is the map."""
    told = losses(argmap.ArgumentMap(claims=_claims("abc"), links=links))
    for key, why in expected.items():
        assert why in told[key]


def test_places_in_other_sources_are_told() -> None:
    """A place in one text would be written as one in another."""
    data = {"aml": {"text": "So A."}}
    sources = (argmap.Source("text", data=data), argmap.Source("book"))
    places = (
        argmap.Citation("book", start=1),
        argmap.Citation("text"),
        argmap.Citation("text", "A", start=3, end=4),
    )
    claims = (
        argmap.Claim("a", "A", citations=places),
        argmap.Claim("b", "B", citations=places[:2]),
    )
    link = argmap.Support("support-1", ("b",), "a")
    map = argmap.ArgumentMap(claims=claims, links=(link,), sources=sources)
    again = argmap.loads(argmap.render(map, "aml").text)
    assert [claim.citations for claim in again.claims] == [places[2:], ()]
    assert [*losses(map)] == [
        ("claim-citations", "a"),
        ("claim-citations", "b"),
        ("source", "book"),
    ]


def test_the_tree_is_one_with_arguments_in_it() -> None:
    """A remark that stands first would be written, and the argument not."""
    link = argmap.Support("support-1", ("c",), "b")
    map = argmap.ArgumentMap(claims=_claims("abc"), links=(link,))
    assert [claim.id for claim in argmap.loads(argmap.render(map, "aml").text).claims] == ["b", "c"]
    circle = argmap.ArgumentMap(
        claims=_claims("ab"),
        links=(evolve(link, premises=("a",)), argmap.Support("s", ("b",), "a")),
    )
    assert ("support", "support-1") in losses(circle) or ("support", "s") in losses(circle)
    assert argmap.render(argmap.ArgumentMap(), "aml").losses == ()


@pytest.mark.parametrize(
    "kept",
    [
        1,
        {"instances": 1},
        {"instances": {"a": [["x"]]}},
        {"instances": {"a": [["x", "0"]], "b": [["x", "0"]]}},
        {"edata": ["EDATA", ["AUTHOR", "Z"]]},
        {"attributes": {"x y": "1"}},
        {"attributes": {"identifier": "z"}},
        {"supportlabels": ["x"]},
        {"supportlabels": [1, 2]},
        {"form": 3},
        {"offset": 3},
        {"nodelabel": 3},
        {"text": 3},
        {"loose": [["AU"], 3]},
        {"more": [["PROPTEXT", "more"]]},
    ],
)
def test_data_that_nobody_read_does_no_harm(kept: Any) -> None:
    """A map with free data of its own under the format's name couldn't be written."""
    data = {"aml": kept}
    claims = tuple([evolve(claim, data=data) for claim in _claims("ab")])
    map = argmap.ArgumentMap(
        claims=claims,
        links=(argmap.Support("support-1", ("b",), "a", data=data, scheme="s"),),
        sources=(argmap.Source("t", data=data),),
        schemes=(argmap.Scheme("s", "S", data=data),),
        data=data,
    )
    written = argmap.render(map, "aml")
    again = argmap.loads(written.text)
    assert [claim.id for claim in again.claims] == ["a", "b"]
    assert written.losses
