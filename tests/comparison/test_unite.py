"""Two maps are put together, and what they both say is found."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from argmap import (
    About,
    ArgumentMap,
    Claim,
    Conflict,
    Participant,
    Rebuttal,
    Rephrase,
    Support,
    Undercut,
    UnknownName,
    unite,
)
from argmap.strategies import maps
from tests.profiles import examples

GOOD = Claim("good", "Co-ops are good for public services.")
SAME = Claim("fine", "co-ops are good  for public services.", said_by=("ann",), tags=("x",))
ALIKE = Claim("well", "Co-ops are very good for public services.")
NEAR = Claim("near", "They are near to those whom they serve.")
FAR = Claim("near", "Ministers live far away from schools.")
STEP = Support("s", ("near",), "good")
ONE = ArgumentMap(claims=(GOOD, NEAR), links=(STEP,))
ANN = (Participant("ann", "Ann"),)


def test_claims_of_the_same_words_are_one() -> None:
    """A united map would say everything twice."""
    other = ArgumentMap(
        claims=(SAME, FAR), links=(Rebuttal("s", ("near",), "fine"),), participants=ANN
    )
    united, found = unite(ONE, other)
    assert united.claims == (
        Claim("good", GOOD.text, wordings=(SAME.text,), tags=("x",), said_by=("ann",)),
        NEAR,
        Claim("near-2", FAR.text),
    )
    assert united.links == (STEP, Rebuttal("s-2", ("near-2",), "good"))
    assert [(finding.code, finding.ids) for finding in found] == [("unite-same", ("good", "fine"))]


@pytest.mark.parametrize(
    ("unify", "claims", "links"),
    [
        ("rephrase", 2, (Rephrase("rephrase", "well", "good"),)),
        ("same", 2, ()),
        ("apart", 2, ()),
        ("merge", 1, ()),
    ],
)
def test_claims_of_alike_words(unify: Any, claims: int, links: tuple[Any, ...]) -> None:
    """Whether two wordings are one claim is for a person to say."""
    united, found = unite(ArgumentMap(claims=(GOOD,)), ArgumentMap(claims=(ALIKE,)), unify=unify)
    assert len(united.claims) == claims
    assert united.links == links
    assert [finding.code for finding in found] == ([] if unify == "apart" else ["unite-alike"])


def test_a_link_that_both_have_is_one() -> None:
    """Two arrows would say the same."""
    other = ArgumentMap(
        claims=(NEAR, Claim("x", GOOD.text)), links=(Support("t", ("near",), "x", label="so"),)
    )
    united, _ = unite(ONE, other)
    assert united.links == ONE.links


def test_an_undercut_of_a_link_that_both_have() -> None:
    """It would point at the link that isn't added, or at another one of its id."""
    one = ArgumentMap(
        claims=(GOOD, NEAR),
        links=(Rebuttal("l1", ("near",), "good"), Support("l2", ("near",), "good")),
    )
    other = ArgumentMap(
        claims=(GOOD, NEAR),
        links=(Support("l1", ("near",), "good"), Undercut("l2", ("near",), "l1")),
    )
    united, _ = unite(one, other)
    assert united.links == (*one.links, Undercut("l2-2", ("near",), "l2"))


def test_two_claims_of_the_same_words_stay_two() -> None:
    """What a link keeps apart, such as the sides of a conflict, would become one."""
    twice = ArgumentMap(
        claims=(GOOD, Claim("also", GOOD.text)), links=(Conflict("c", ("good", "also")),)
    )
    assert unite(twice, twice) == (twice, ())
    united, _ = unite(ArgumentMap(claims=(Claim("x", GOOD.text),)), twice)
    assert [claim.id for claim in united.claims] == ["x", "also"]


def test_what_the_maps_are_about() -> None:
    """A title of the second map stands where the first has none."""
    about = About("Co-ops")
    united, _ = unite(ONE, ArgumentMap(about=about, data={"x": 1}))
    assert (united.about, united.data) == (about, {"x": 1})
    again, _ = unite(united, ArgumentMap(about=About("Other"), data={"x": 2}))
    assert (again.about, again.data) == (about, {"x": 1})


def test_a_way_that_there_isnt() -> None:
    """A misspelt way would unite nothing."""
    with pytest.raises(UnknownName, match="no way to unify is named 'all'"):
        unite(ONE, ONE, unify="all")  # type: ignore[arg-type]  # that is the test


@settings(max_examples=examples(80))
@given(maps(max_claims=5), maps(max_claims=5))
def test_any_two_maps_are_united(one: ArgumentMap, other: ArgumentMap) -> None:
    """Nothing that argues is lost, and a map united with itself is itself."""
    united, _ = unite(one, other)
    assert unite(one, one) == (one, ())
    assert {claim.id for claim in one.claims} <= set(united.elements)
    words = {" ".join((c.text or c.title).casefold().split()) for c in united.claims}
    assert {" ".join((c.text or c.title).casefold().split()) for c in other.claims} <= words
    apart, found = unite(one, other, unify="apart")
    assert len(apart.claims) <= len(one.claims) + len(other.claims)
    assert not found
