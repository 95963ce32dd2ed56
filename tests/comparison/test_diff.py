"""What differs is found, told, and can be made again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

import argmap
from argmap import (
    About,
    ArgumentMap,
    Change,
    Claim,
    Conflict,
    Diff,
    EditError,
    Group,
    Issue,
    Participant,
    Rebuttal,
    Rephrase,
    Support,
    Undercut,
    diff,
    patch,
)
from argmap.comparison import Turn, matched, told, values
from argmap.comparison.likeness import likeness, pairs_alike
from argmap.comparison.order import placed, staying
from argmap.strategies import maps
from tests.profiles import examples

from .edits import Edit, edited, edits

GOOD = Claim("good", "Co-ops are good for public services.")
NEAR = Claim("near", "They are near to those whom they serve.")
CUTS = Claim("cuts", "Co-ops are cover for cuts of budgets.")
STEP = Support("step", ("near",), "good")
OLD = ArgumentMap(claims=(GOOD, NEAR, CUTS), links=(STEP,))


def lines(new: ArgumentMap, old: ArgumentMap = OLD) -> list[str]:
    """What is told of the difference, after seeing that a patch makes it."""
    found = diff(old, new)
    assert patch(old, found) == new
    json.dumps(values(found))
    return list(told(found))


def test_nothing_differs() -> None:
    """A map would differ from itself."""
    assert diff(OLD, OLD) == Diff()
    assert not diff(OLD, OLD)
    assert lines(OLD) == []


def test_links_of_the_same_ends_are_told_apart_by_their_ids() -> None:
    """What stands on one of two arrows that say the same would differ from itself."""
    links = (STEP, Support("twin", ("near",), "good"), argmap.Preference("p", "step", "twin"))
    map = ArgumentMap(claims=OLD.claims, links=links)
    assert not diff(map, map)
    assert lines(ArgumentMap(claims=OLD.claims, links=links[:2]), map) == [
        "- preference p of step and twin"
    ]


def test_what_is_reworded_is_the_same_claim() -> None:
    """A new word would look like one claim gone and another come, with all their links."""
    new = Claim("good", "Co-ops are very good for the public services.", title="Good", weight=0.5)
    assert lines(ArgumentMap(claims=(new, NEAR, CUTS), links=(STEP,))) == [
        (
            "~ claim good: reworded, “Co-ops are good for public services.” is now "
            "“Co-ops are very good for the public services.”"
        ),
        "~ claim good: retitled, nothing is now “Good”",
        "~ claim good: weighted, nothing is now 0.5",
    ]


def test_a_claim_that_is_called_otherwise_is_the_same() -> None:
    """Ids that a format makes from texts would change with each word."""
    new = Claim("fine", "Co-ops are fine for public services.")
    step = Support("other", ("near",), "fine")
    assert lines(ArgumentMap(claims=(new, NEAR, CUTS), links=(step,))) == [
        "= claim good is called fine",
        "= link step is called other",
        (
            "~ claim fine: reworded, “Co-ops are good for public services.” is now "
            "“Co-ops are fine for public services.”"
        ),
    ]


def test_numbers_that_have_changed_are_seen_through() -> None:
    """A claim put in front would seem to reword all that come behind it."""
    texts = ["Co-ops are good for all.", "They are near to people.", "They cost less than firms."]
    old = ArgumentMap(claims=tuple([Claim(str(n), text) for n, text in enumerate(texts)]))
    texts.insert(0, "Here is quite another thing.")
    new = ArgumentMap(claims=tuple([Claim(str(n), text) for n, text in enumerate(texts)]))
    found = diff(old, new)
    assert patch(old, found) == new
    assert [change.id for change in found.of("added")] == ["0"]
    assert len(found.of("renamed", "claims")) == len(found) - 1 == 3


def test_links_are_found_by_their_ends() -> None:
    """Ids of links are seldom chosen by a person."""
    other = Support("s1", ("cuts",), "good")
    new = ArgumentMap(claims=OLD.claims, links=(other, Support("s2", ("near",), "good")))
    assert lines(new) == ["= link step is called s2", "+ support s1 of good by cuts"]


@pytest.mark.parametrize(
    ("link", "line"),
    [
        (Support("step", ("near",), "cuts"), "~ support step: re-targeted, “good” is now “cuts”"),
        (
            Support("step", ("near", "cuts"), "good"),
            "~ support step: with other premises, near is now near, cuts",
        ),
        (
            Rebuttal("step", ("near",), "good"),
            "~ rebuttal step: kind changed, “support” is now “rebuttal”",
        ),
        (
            Support("step", ("near",), "good", weight=0.5),
            "~ support step: weighted, nothing is now 0.5",
        ),
        (
            Support("step", ("near",), "good", strict=True),
            "~ support step: strict changed, False is now True",
        ),
    ],
)
def test_a_link_that_has_changed_is_the_same_link(link: Support, line: str) -> None:
    """A step with one more premise would look like another step."""
    assert line in lines(ArgumentMap(claims=OLD.claims, links=(link,)))


def test_a_step_under_an_undercut_is_found_again() -> None:
    """What targets a link has no end that is known before the link is."""
    undercut = Undercut("u", ("cuts",), "step")
    old = ArgumentMap(claims=OLD.claims, links=(STEP, undercut))
    new = ArgumentMap(
        claims=OLD.claims,
        links=(Support("a", ("near",), "good"), Undercut("b", ("cuts",), "a")),
    )
    assert lines(new, old) == ["= link step is called a", "= link u is called b"]


def test_a_claim_is_found_by_its_place() -> None:
    """A claim that is worded altogether anew still answers the same."""
    new = Claim("x", "Whoever runs a school lives next door.")
    map = ArgumentMap(claims=(GOOD, new, CUTS), links=(Support("s", ("x",), "good"),))
    assert matched(OLD, map)["claims"] == {"good": "good", "near": "x", "cuts": "cuts"}
    assert "= claim near is called x" in lines(map)


def test_what_comes_and_goes() -> None:
    """An added claim or a lost one is the first that one asks for."""
    wages = Claim("wages", "Wages rise when workers decide.")
    new = ArgumentMap(claims=(GOOD, wages, CUTS))
    assert lines(new) == [
        "- claim near (“They are near to those whom they serve.”)",
        "- support step of good by near",
        "+ claim wages (“Wages rise when workers decide.”)",
    ]


def test_what_moves() -> None:
    """Order is the author's, and a difference."""
    assert lines(ArgumentMap(claims=(CUTS, GOOD, NEAR), links=(STEP,))) == [
        "> claim cuts comes first"
    ]
    assert lines(ArgumentMap(claims=(GOOD, CUTS, NEAR), links=(STEP,))) == [
        "> claim cuts comes behind good"
    ]


def test_verdicts_that_turn() -> None:
    """What an edit does to the outcome is what a reviewer wants to know."""
    new = ArgumentMap(claims=OLD.claims, links=(STEP, Rebuttal("r", ("cuts",), "good")))
    assert lines(new) == [
        "+ rebuttal r of good by cuts",
        "! good: accepted is now rejected [grounded]",
    ]
    assert diff(OLD, new).turns == (Turn("good", "accepted", "rejected"),)
    assert diff(OLD, new, verdicts=False).turns == ()


def test_records_and_the_map_itself() -> None:
    """A speaker, a section or a title can change as well."""
    old = ArgumentMap(
        claims=(GOOD,),
        issues=(Issue("i", "Who?"),),
        participants=(Participant("ann", "Ann"),),
        groups=(Group("g", "Money"),),
    )
    new = ArgumentMap(
        claims=(Claim("good", GOOD.text, said_by=("anna",), group="g"),),
        issues=(Issue("i", "Who decides?"),),
        participants=(Participant("anna", "Ann"),),
        groups=(Group("g", "Costs"),),
        about=About("Co-ops"),
        data={"seen": True},
    )
    assert lines(new, old) == [
        "= participant ann is called anna",
        "~ issue i: reworded, “Who?” is now “Who decides?”",
        "~ claim good: said_by changed, nothing is now anna",
        "~ claim good: filed elsewhere, nothing is now “g”",
        "~ group g: retitled, “Money” is now “Costs”",
        "~ the map: retitled, nothing is now “Co-ops”",
        "~ the map's own data",
    ]


def test_conflicts_and_rephrases() -> None:
    """The sides of a conflict have no order, the ends of a rephrase have."""
    old = ArgumentMap(claims=OLD.claims, links=(Conflict("c", ("good", "cuts")),))
    new = ArgumentMap(claims=OLD.claims, links=(Conflict("d", ("cuts", "good")),))
    assert lines(new, old)[0] == "= link c is called d"
    tied = ArgumentMap(claims=OLD.claims, links=(Rephrase("r", "good", "near"),))
    aimed = ArgumentMap(claims=OLD.claims, links=(Rephrase("r", "cuts", "near"),))
    assert lines(aimed, tied) == ["~ rephrase r: re-targeted, “good” is now “cuts”"]
    assert lines(new, tied)[:1] == ["- rephrase r of good and near"]
    assert "+ conflict d between cuts and good" in lines(new, tied)


def test_citations_are_told() -> None:
    """A source that is renamed is renamed where it is cited."""
    from argmap import Citation, Source

    old = ArgumentMap(
        claims=(Claim("a", GOOD.text, citations=(Citation("s"),)),),
        sources=(Source("s", "A book"),),
    )
    new = ArgumentMap(
        claims=(Claim("a", GOOD.text, citations=(Citation("t"), Citation("t", "words"))),),
        sources=(Source("t", "A book"),),
    )
    assert lines(new, old)[0] == "= source s is called t"
    assert "citations changed" in lines(new, old)[1]


@pytest.mark.parametrize(
    "change",
    [
        Change("removed", "claims", "good", before=Claim("good", "Other words.")),
        Change("removed", "claims", "gone", before=Claim("gone")),
        Change("removed", "claims", "good", before=GOOD),
        Change("changed", "claims", "good", before=NEAR, after=GOOD),
        Change("added", "claims", "good", after=GOOD),
        Change("moved", "claims", "gone"),
        Change("renamed", "claims", "x", "gone", "x"),
        Change("renamed", "claims", "near", "good", "near"),
        Change("about", before=About("Other"), after=About()),
        Change("data", before={"x": 1}, after={}),
    ],
)
def test_a_patch_that_doesnt_fit_is_refused(change: Change) -> None:
    """A patch of another map would silently do half of it."""
    with pytest.raises(EditError):
        patch(OLD, [change])


@settings(max_examples=examples(100))
@given(maps(max_claims=6, hostile=True), maps(max_claims=6, hostile=True))
def test_a_patch_makes_any_map_of_any_other(one: ArgumentMap, other: ArgumentMap) -> None:
    """I31: a difference that leaves something out isn't one."""
    assert patch(one, diff(one, other, verdicts=False)) == other
    assert not diff(one, one)


@settings(max_examples=examples(100))
@given(maps(max_claims=6), edits)
def test_a_patch_makes_an_edit_again(map: ArgumentMap, wanted: list[Edit]) -> None:
    """An edit is what a difference is mostly asked of."""
    new = edited(map, wanted)
    found = diff(map, new)
    assert patch(map, found) == new
    assert bool(found) == (new != map)
    assert len(told(found)) >= bool(found)
    json.dumps(values(found))


def test_likeness() -> None:
    """Texts of one letter, or of none, are texts."""
    assert likeness("", "") == 1
    assert likeness("a", "b") == 0
    assert likeness("合作社提高问责", "合作社提高了问责") > 0.5
    assert pairs_alike({}, {"a": "x"}, least=0.5) == {}
    same = {str(number): "Co-ops are good." for number in range(70)}
    assert pairs_alike({"a": "Co-ops are good."}, same, least=0.5) == {}


def test_the_most_alike_are_paired_first() -> None:
    """A claim would be taken for one that another is more like."""
    ones = {"a": "Co-ops are good for towns.", "b": "Co-ops are good for small towns."}
    others = {"x": "Co-ops are good for small towns!", "y": "Co-ops are good for towns!"}
    assert pairs_alike(ones, others, least=0.5) == {"a": "y", "b": "x"}


def test_order() -> None:
    """As little as can be is said to have moved."""
    assert staying("abcd", "dabc") == frozenset("abc")
    assert staying("abcd", "xyz") == frozenset()
    assert staying("abcde", "bacde") in (frozenset("acde"), frozenset("bcde"))
    assert placed("ac", {"b": "a", "z": None, "y": "z", "w": "gone"}) == list("zyabcw")
