"""Two edits of a map are made one, and what they disagree on is told."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

import argmap
from argmap import (
    About,
    ArgumentMap,
    Claim,
    Group,
    Issue,
    Participant,
    Rebuttal,
    Support,
    merge,
)
from argmap.strategies import maps
from tests.profiles import examples

from .edits import Edit, edited, edits

GOOD = Claim("good", "Co-ops are good for public services.", tags=("a", "b"))
NEAR = Claim("near", "They are near to those whom they serve.")
CUTS = Claim("cuts", "Co-ops are cover for cuts of budgets.")
STEP = Support("step", ("near",), "good")
BASE = ArgumentMap(claims=(GOOD, NEAR, CUTS), links=(STEP,))
TABLES = ("claims", "links", "issues", "groups", "participants", "sources", "schemes")


def content(map: ArgumentMap, base: ArgumentMap) -> tuple[object, ...]:
    """What is in a map, whatever the order, and whatever links are called that the base doesn't have."""
    parts = [frozenset([_sorted(value, base) for value in getattr(map, table)]) for table in TABLES]
    return (*parts, map.about, map.data)


def _sorted(value: Any, base: ArgumentMap) -> Any:
    """A value whose tags, which both sides may have added to, are in the alphabet's order."""
    if isinstance(value, argmap.Link) and value.id not in base:
        value = evolve(value, id="new")
    return evolve(value, tags=tuple(sorted(value.tags))) if hasattr(value, "tags") else value


def told(ours: ArgumentMap, theirs: ArgumentMap, base: ArgumentMap = BASE) -> list[str]:
    """The codes of the conflicts of a merge, which are those of the merge the other way round."""
    merged, other = merge(base, ours, theirs), merge(base, theirs, ours)
    codes = [conflict.code for conflict in merged.conflicts]
    assert sorted(codes) == sorted([conflict.code for conflict in other.conflicts])
    return codes


def with_claims(*claims: Claim, links: tuple[argmap.Link, ...] = (STEP,)) -> ArgumentMap:
    """The base with other claims."""
    return ArgumentMap(claims=claims, links=links)


def test_what_one_side_does_is_done() -> None:
    """Who has changed nothing would undo what the other has done."""
    new = with_claims(evolve(GOOD, title="Good"), NEAR)
    assert merge(BASE, new, BASE).map == merge(BASE, BASE, new).map == new
    assert merge(BASE, new, new).map == new


def test_both_edits_are_made() -> None:
    """Fields of one claim, and claims, are changed side by side."""
    wages = Claim("wages", "Wages rise when workers decide.")
    costs = Claim("costs", "Firms are dearer than co-ops.")
    ours = with_claims(evolve(GOOD, title="Good", tags=("b", "c")), NEAR, CUTS, wages)
    theirs = with_claims(costs, evolve(GOOD, stance="questioned", tags=("a", "b", "d")), NEAR)
    merged = merge(BASE, ours, theirs)
    assert merged.clean
    assert merged.map["good"] == Claim(
        "good", GOOD.text, title="Good", stance="questioned", tags=("b", "c", "d")
    )
    assert [claim.id for claim in merged.map.claims] == ["costs", "good", "near", "wages"]
    assert told(ours, theirs) == []


def test_one_field_changed_twice_is_a_conflict() -> None:
    """The later one would win in silence."""
    ours = with_claims(evolve(GOOD, title="Good"), NEAR, CUTS)
    theirs = with_claims(evolve(GOOD, title="Fine"), NEAR, CUTS)
    (conflict,) = merge(BASE, ours, theirs).conflicts
    assert (
        conflict.message == "title of the claim 'good' is 'Good' here and 'Fine' there; it was ''"
    )
    assert (conflict.code, conflict.ids, conflict.level) == ("merge-field", ("good",), "error")
    assert merge(BASE, ours, theirs).map["good"] == ours["good"]
    assert told(ours, theirs) == ["merge-field"]


def test_a_claim_that_one_removes_and_the_other_changes() -> None:
    """A reworded claim would vanish."""
    ours = with_claims(GOOD, NEAR)
    theirs = with_claims(GOOD, NEAR, evolve(CUTS, weight=0.5))
    merged = merge(BASE, ours, theirs)
    assert merged.map["cuts"] == theirs["cuts"]
    assert told(ours, theirs) == ["merge-removed"]
    assert told(ours, with_claims(GOOD, NEAR)) == []


def test_a_claim_that_one_removes_and_the_other_needs() -> None:
    """A link would point at nothing."""
    ours = with_claims(GOOD, NEAR)
    theirs = with_claims(GOOD, NEAR, CUTS, links=(STEP, Rebuttal("r", ("cuts",), "good")))
    merged = merge(BASE, ours, theirs)
    assert merged.map["cuts"] == CUTS
    assert merged.map["r"] == theirs["r"]
    assert told(ours, theirs) == ["merge-needed"]


def test_a_record_that_one_removes_and_the_other_needs() -> None:
    """A claim would stand in a section that is gone, within one that is gone."""
    groups = (Group("h"), Group("g", parent="h"))
    base = ArgumentMap(claims=(GOOD,), groups=groups)
    ours = ArgumentMap(claims=(GOOD,))
    theirs = ArgumentMap(claims=(evolve(GOOD, group="g"),), groups=groups)
    merged = merge(base, ours, theirs)
    assert [group.id for group in merged.map.groups] == ["h", "g"]
    assert told(ours, theirs, base) == ["merge-needed", "merge-needed"]


def test_names_are_merged() -> None:
    """A claim that one side calls otherwise is changed by the other under its old name."""
    draft = BASE.draft()
    draft.rename("good", "fine")
    ours = draft.map()
    theirs = with_claims(evolve(GOOD, title="Good"), NEAR, CUTS)
    merged = merge(BASE, ours, theirs)
    assert merged.clean
    assert merged.map["fine"] == evolve(GOOD, id="fine", title="Good")
    assert merged.map["step"] == Support("step", ("near",), "fine")
    draft = BASE.draft()
    draft.rename("good", "well")
    assert told(ours, draft.map()) == ["merge-name"]


def test_two_claims_that_take_one_name() -> None:
    """One of them would be lost."""
    drafts = BASE.draft(), BASE.draft()
    drafts[0].rename("good", "it")
    drafts[1].rename("near", "it")
    merged = merge(BASE, drafts[0].map(), drafts[1].map())
    texts = {claim.text for claim in merged.map.claims}
    assert texts == {GOOD.text, NEAR.text, CUTS.text}


def test_different_claims_added_under_one_id() -> None:
    """Ids that are made from a count are taken by both sides."""
    ours = with_claims(GOOD, NEAR, CUTS, Claim("c4", "Wages rise when workers decide."))
    theirs = with_claims(
        GOOD,
        NEAR,
        CUTS,
        Claim("c4", "Ministers live far away."),
        links=(STEP, Rebuttal("r", ("c4",), "good")),
    )
    merged = merge(BASE, ours, theirs)
    assert merged.clean
    assert merged.map["c4"] == ours["c4"]
    assert merged.map["c4-2"] == Claim("c4-2", "Ministers live far away.")
    assert merged.map["r"] == Rebuttal("r", ("c4-2",), "good")


def test_the_same_claim_added_twice() -> None:
    """Two people write the same down, in nearly the same words."""
    wages = Claim("wages", "Wages rise when workers decide.")
    ours = with_claims(GOOD, NEAR, CUTS, wages)
    assert merge(BASE, ours, with_claims(GOOD, NEAR, CUTS, wages, CUTS.__class__("x"))).clean
    theirs = with_claims(GOOD, NEAR, CUTS, evolve(wages, text="Wages rise when workers decide!"))
    assert told(ours, theirs) == ["merge-field"]
    tagged = with_claims(GOOD, NEAR, CUTS, evolve(wages, tags=("x",)))
    assert merge(BASE, ours, tagged).map["wages"].tags == ("x",)


def test_the_same_link_added_twice() -> None:
    """A second arrow would say the same."""
    ours = with_claims(GOOD, NEAR, CUTS, links=(STEP, Rebuttal("r", ("cuts",), "good")))
    theirs = with_claims(
        GOOD, NEAR, CUTS, links=(STEP, Rebuttal("r", ("cuts",), "good", weight=0.5))
    )
    assert merge(BASE, ours, theirs).map["r"] == theirs["r"]
    other = with_claims(GOOD, NEAR, CUTS, links=(STEP, Rebuttal("r", ("near",), "cuts")))
    assert merge(BASE, ours, other).map["r-2"] == Rebuttal("r-2", ("near",), "cuts")


def test_the_same_record_added_twice() -> None:
    """A speaker has a name of their own on each side."""
    ours = evolve(BASE, participants=(Participant("p1", "Ann"),))
    theirs = evolve(BASE, participants=(Participant("p1", "Bob"),))
    assert told(ours, theirs) == ["merge-field"]
    asked = evolve(BASE, issues=(Issue("i", "Who decides?"),))
    asked_too = evolve(BASE, issues=(Issue("i", "Who decides it?"),))
    assert told(asked, asked_too) == ["merge-field"]


def test_kinds_that_differ() -> None:
    """A support can't be half a rebuttal."""
    rebuttal = with_claims(GOOD, NEAR, CUTS, links=(Rebuttal("step", ("near",), "good"),))
    labelled = with_claims(GOOD, NEAR, CUTS, links=(evolve(STEP, label="so"),))
    assert told(rebuttal, labelled) == ["merge-field"]
    both = with_claims(GOOD, NEAR, CUTS, links=(Rebuttal("step", ("near",), "good", label="no"),))
    merged = merge(BASE, rebuttal, both)
    assert merged.map["step"] == both["step"]


def test_the_map_itself_is_merged() -> None:
    """Title and free data are edited as well."""
    base = evolve(BASE, data={"x": 1, "y": 2, "z": 3})
    ours = evolve(base, about=About("Co-ops", authors=("Ann",)), data={"x": 2, "y": 2, "z": 3})
    theirs = evolve(
        base, about=About(language="en", authors=("Bob",)), data={"x": 1, "z": 3, "n": 0}
    )
    merged = merge(base, ours, theirs)
    assert merged.clean
    assert merged.map.about == About("Co-ops", authors=("Ann", "Bob"), language="en")
    assert merged.map.data == {"x": 2, "z": 3, "n": 0}
    assert told(evolve(base, data={"x": 5}), evolve(base, data={"x": 6}), base) == ["merge-field"]
    gone = merge(base, evolve(base, data={}), evolve(base, data={"x": 6, "y": 2, "z": 3}))
    assert [conflict.code for conflict in gone.conflicts] == ["merge-field"]
    assert gone.map.data == {"x": 6}
    assert told(evolve(base, about=About("A")), evolve(base, about=About("B")), base) == [
        "merge-field"
    ]


def test_long_values_are_cut_in_messages() -> None:
    """A conflict of two essays would fill the screen."""
    ours = with_claims(evolve(GOOD, text=f"{GOOD.text} {'So it is. ' * 20}"), NEAR, CUTS)
    theirs = with_claims(evolve(GOOD, text=f"{GOOD.text} Not at all."), NEAR, CUTS)
    (conflict,) = merge(BASE, ours, theirs).conflicts
    assert "…" in conflict.message
    assert len(conflict.message) < 250


def test_what_doesnt_fit_together_is_ours() -> None:
    """A merge that raises stops a rebase of a hundred commits."""
    base = ArgumentMap(claims=(GOOD,), groups=(Group("g"), Group("h")))
    ours = evolve(base, groups=(Group("g", parent="h"), Group("h")))
    theirs = evolve(base, groups=(Group("g"), Group("h", parent="g")))
    merged = merge(base, ours, theirs)
    assert merged.map == ours
    assert [conflict.code for conflict in merged.conflicts] == ["merge-invalid"]


def test_orders_are_merged() -> None:
    """What one side has put in another order stays so."""
    ours = with_claims(CUTS, GOOD, NEAR)
    theirs = with_claims(GOOD, NEAR, CUTS, Claim("x", "A new one comes last."))
    for merged in (merge(BASE, ours, theirs), merge(BASE, theirs, ours)):
        assert [claim.id for claim in merged.map.claims] == ["cuts", "x", "good", "near"]


@settings(max_examples=examples(100))
@given(maps(max_claims=5), edits, edits)
def test_a_merge_is_the_same_from_both_sides(
    map: ArgumentMap, mine: list[Edit], other: list[Edit]
) -> None:
    """I33: who merges whom is an accident."""
    ours, theirs = edited(map, mine), edited(map, other)
    one, two = merge(map, ours, theirs), merge(map, theirs, ours)
    assert one.clean == two.clean
    if one.clean:
        assert content(one.map, map) == content(two.map, map)


@settings(max_examples=examples(60))
@given(maps(max_claims=4), maps(max_claims=4), maps(max_claims=4))
def test_any_maps_are_merged(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> None:
    """I32, I34: an edit on one side is the edit, the same on both is it once, and nothing raises."""
    assert merge(base, ours, base).map == ours
    assert merge(base, base, ours).map == ours
    assert merge(base, ours, ours).map == ours
    assert merge(base, ours, theirs).clean == merge(base, theirs, ours).clean


@pytest.mark.parametrize("ids", [("a", "b"), ("b", "a")])
def test_names_that_cross(ids: tuple[str, str]) -> None:
    """One side gives a claim the name that the other's claim has given up."""
    base = ArgumentMap(claims=(Claim("a", GOOD.text), Claim("b", NEAR.text)))
    draft = base.draft()
    draft.rename(ids[0], "z")
    draft.rename(ids[1], ids[0])
    theirs = evolve(base, claims=(*base.claims, Claim("y", CUTS.text)))
    merged = merge(base, draft.map(), theirs)
    assert merged.clean
    assert {claim.text for claim in merged.map.claims} == {GOOD.text, NEAR.text, CUTS.text}
