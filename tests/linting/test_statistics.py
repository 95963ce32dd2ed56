"""The numbers of a map are those that one counts by hand."""

from __future__ import annotations

import json

from hypothesis import given, settings

from argmap import (
    ArgumentMap,
    Citation,
    Claim,
    Conflict,
    Draft,
    Rebuttal,
    Rephrase,
    Side,
    Source,
    Support,
    Undercut,
    statistics,
)
from argmap.strategies import maps
from tests.profiles import examples


def test_a_small_debate() -> None:
    """A wrong count would be printed in a paper."""
    draft = Draft()
    source = draft.source("A book")
    main = draft.claim("Co-ops are good.", id="main", said_by="Ann")
    near = draft.claim("They are near.", id="near", said_by="Ann")
    known = draft.claim("What is near is known.", id="known", said_by="Ann", implicit=True)
    step = draft.support(main, by=[near, known], id="step")
    seen = draft.claim("I saw it.", id="seen", cites=source)
    draft.support(near, by=seen, id="deep")
    cuts = draft.claim("They hide cuts.", id="cuts", said_by="Bob")
    attack = draft.rebut(main, by=cuts, id="attack")
    draft.undercut(attack, by=draft.claim("Cuts come anyhow.", id="anyhow"), id="under")
    draft.undercut(step, by=cuts, id="other")
    found = statistics(draft.map())
    assert (found.claims, found.main_claims, found.leaves, found.parts) == (6, 1, 4, 1)
    assert {kind: count for kind, count in found.links.items() if count} == {
        "support": 2,
        "rebuttal": 1,
        "undercut": 2,
    }
    assert (found.depth, found.breadth, found.undercut_depth, found.circles) == (2, 2, 1, 0)
    assert (found.linked, found.attacked, found.serial) == (1 / 5, 3 / 5, 1 / 5)
    assert found.answered == 1 / 3
    assert (found.implicit, found.sourced) == (1 / 6, 1 / 4)
    assert found.branching == 5 / 4
    assert found.pro == Side(claims=4, words=14, supports=2, attacks=1, cited=1)
    assert found.con == Side(claims=1, words=3, supports=0, attacks=2, cited=0)
    assert [side.claims for side in found.speakers.values()] == [3, 1]
    assert found.words == 21


def test_nothing_to_count() -> None:
    """A share of nothing is no division by zero."""
    found = statistics(ArgumentMap())
    assert (found.claims, found.linked, found.pro, found.depth) == (0, 0, Side(), 0)


def test_sides_through_conflicts_rephrases_and_circles() -> None:
    """Who contradicts the thesis is against it, who restates it for it."""
    claims = tuple([Claim(id, f"{id} is so.") for id in "abcdef"])
    links = (
        Support("s", ("b",), "a"),
        Support("t", ("c",), "b"),
        Support("u", ("b",), "c"),
        Conflict("x", ("a", "d")),
        Rephrase("r", "e", "a"),
        Rebuttal("q", ("f",), "d"),
    )
    found = statistics(ArgumentMap(claims=claims, links=links))
    assert found.circles == 1
    assert (found.pro.claims, found.con.claims) == (4, 1)


def test_undercuts_of_undercuts_and_of_conflicts() -> None:
    """The depth to which links stand on links is what a reader of the format must bear."""
    claims = tuple([Claim(id) for id in "abcde"])
    links = (
        Undercut("w", ("e",), "v"),
        Undercut("v", ("d",), "u"),
        Undercut("u", ("c",), "x"),
        Conflict("x", ("a", "b")),
    )
    assert statistics(ArgumentMap(claims=claims, links=links)).undercut_depth == 3


def test_quoted_citations() -> None:
    """A citation without words can't be looked up."""
    citations = (Citation("s", "words"), Citation("s"))
    map = ArgumentMap(claims=(Claim("a", citations=citations),), sources=(Source("s"),))
    assert statistics(map).quoted == 0.5


@settings(max_examples=examples(60))
@given(maps(hostile=True))
def test_numbers_are_numbers(map: ArgumentMap) -> None:
    """Any map is counted, and the numbers fit together."""
    found = statistics(map)
    shares = (found.linked, found.serial, found.attacked, found.answered, found.sourced)
    assert all(0 <= share <= 1 for share in shares)
    assert sum(found.links.values()) == len(map.links)
    assert found.pro.claims + found.con.claims <= max(0, len(map.claims) - 1)
    json.dumps(found.values())
