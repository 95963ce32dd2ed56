"""How two maps differ: each thing once, in a known order, and nothing where they are equal."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from argmap import (
    About,
    Answer,
    ArgumentMap,
    Claim,
    Group,
    Issue,
    Rebuttal,
    Source,
    Support,
    Undercut,
)
from argmap.model.differences import differences
from argmap.strategies import maps

MAP = ArgumentMap(
    claims=(Claim("a", "A."), Claim("b", group="g"), Claim("c", title="C")),
    issues=(Issue("i"),),
    links=(Support("s", ("b",), "a"), Undercut("u", ("c",), "s")),
    groups=(Group("g"), Group("h", parent="g")),
    sources=(Source("book"),),
    about=About("Debate"),
    data={"x": 1},
)
A, B, C = MAP.claims
S, U = MAP.links
G, H = MAP.groups
RENAMED = evolve(
    MAP,
    claims=(evolve(A, id="top"), evolve(B, group="k"), C),
    links=(Support("t", ("b",), "top"), Undercut("u", ("c",), "t")),
    groups=(Group("k"), Group("h", parent="k")),
)


def _told(after: ArgumentMap, **renamed: Any) -> list[tuple[Any, ...]]:
    found = differences(MAP, after, **renamed)
    return [(each.table, each.id, each.part, each.before, each.after) for each in found]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"claims": (evolve(A, text="No."), B, C)}, [("claims", "a", "text", "A.", "No.")]),
        ({"claims": (B, A, C)}, [("claims", "", "order", (A, B, C), (B, A, C))]),
        ({"claims": (*MAP.claims, Claim("d"))}, [("claims", "d", "", None, Claim("d"))]),
        ({"links": (S,)}, [("links", "u", "", U, None)]),
        (
            {"links": (S, U, Answer("n", "a", "i"), Rebuttal("r", ("a",), "b"))},
            [
                ("links", "n", "", None, Answer("n", "a", "i")),
                ("links", "r", "", None, Rebuttal("r", ("a",), "b")),
            ],
        ),
        (
            {"links": (Rebuttal("s", ("b",), "a"), U)},
            [("links", "s", "", S, Rebuttal("s", ("b",), "a"))],
        ),
        (
            {"links": (Support("s", ("c",), "a"), U)},
            [("links", "s", "premises", ("b",), ("c",))],
        ),
        ({"issues": ()}, [("issues", "i", "", MAP.issues[0], None)]),
        (
            {"issues": (), "claims": (*MAP.claims, Claim("i"))},
            [("issues", "i", "", MAP.issues[0], Claim("i"))],
        ),
        ({"groups": (G, evolve(H, parent=None))}, [("groups", "h", "parent", "g", None)]),
        (
            {"sources": (Source("web"),)},
            [
                ("sources", "book", "", Source("book"), None),
                ("sources", "web", "", None, Source("web")),
            ],
        ),
        ({"about": About("Talk")}, [("about", "", "title", "Debate", "Talk")]),
        ({"data": {}}, [("data", "", "data", MAP.data, {})]),
    ],
)
def test_each_difference_is_told_once(changes: Any, expected: list[Any]) -> None:
    """A change would be missed, told twice, or told of another thing."""
    assert _told(evolve(MAP, **changes)) == expected


def test_new_ids_are_one_difference_each() -> None:
    """Whatever mentions a thing that got another id would pass for changed."""
    told = _told(RENAMED, ids={"a": "top", "s": "t"}, groups={"g": "k"})
    assert told == [
        ("claims", "a", "id", "a", "top"),
        ("links", "s", "id", "s", "t"),
        ("groups", "g", "id", "g", "k"),
    ]
    assert ("claims", "a", "", A, None) in _told(RENAMED)
    assert ("claims", "top", "", None, RENAMED.claims[0]) in _told(RENAMED)
    assert ("claims", "b", "group", "g", "k") in _told(RENAMED)


def test_an_end_that_keeps_its_id_beside_one_with_another_is_no_difference() -> None:
    """A link would pass for changed because one of the claims it ties got another id."""
    after = evolve(MAP, claims=(A, evolve(B, id="bee"), C), links=(Support("s", ("bee",), "a"), U))
    assert _told(after, ids={"b": "bee"}) == [("claims", "b", "id", "b", "bee")]


@given(maps(hostile=True), maps(hostile=True))
def test_maps_are_equal_where_nothing_is_told(one: ArgumentMap, other: ArgumentMap) -> None:
    """Two maps that differ would pass for the same, or the other way round."""
    assert (one == other) is not any(True for _ in differences(one, other))
    assert not list(differences(one, one))
