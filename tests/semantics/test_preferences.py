"""Preferences act on attacks as the four reductions say, and nowhere unless they are asked for."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any

import pytest

import argmap
from argmap import ArgumentMap, Claim, Conflict, Preference, Rebuttal, Support, Undercut
from argmap.semantics import (
    Framework,
    check_certificate,
    evaluate,
    explain,
    flips,
    translate,
)

Pairs = set[tuple[str, str]]


def _reduced(attacks: Pairs, over: Pairs, reduction: int) -> Pairs:
    """The reductions as Kaci, van der Torre and Villata write them."""
    names = {name for pair in attacks | over for name in pair}
    found: Pairs = set()
    for a, b in product(names, names):
        there, back = (a, b) in attacks, (b, a) in attacks
        first = there and (b, a) not in over
        turned = back and not there and (a, b) in over
        if (
            first
            or (reduction == 2 and back and (a, b) in over)
            or (reduction in (3, 4) and there and not back)
            or (reduction == 4 and turned)
        ):
            found.add((a, b))
    return found


@pytest.mark.parametrize("reduction", [1, 2, 3, 4])
@pytest.mark.parametrize("reading", ["program", "attacks"])
def test_frameworks_are_reduced_as_defined(reduction: int, reading: str) -> None:
    """A reduction would be another than the one of that number."""
    chance = Random(17)
    for _ in range(60):
        ids = [f"c{n}" for n in range(chance.randint(2, 5))]
        pairs = [(a, b) for a in ids for b in ids if a != b]
        attacks = {pair for pair in pairs if chance.random() < 0.35}
        ranks = chance.sample(ids, len(ids))
        chosen = [pair for pair in pairs if ranks.index(pair[0]) < ranks.index(pair[1])]
        given = [pair for pair in chosen if chance.random() < 0.5]
        links: list[argmap.Link] = [Rebuttal(f"{a}>{b}", (a,), b) for a, b in sorted(attacks)]
        links += [Preference(f"p{n}", *pair) for n, pair in enumerate(given)]
        map = ArgumentMap(claims=tuple([Claim(id) for id in ids]), links=tuple(links))
        reduced = _reduced(attacks, _closed(given), reduction)
        right = Framework(ids, sorted(reduced))
        for semantics in ("grounded", "preferred"):
            evaluation = evaluate(
                map, semantics, weigh="last", reduction=reduction, reading=reading
            )
            found = [tuple([each[id] for id in ids]) for each in evaluation.labellings()]
            expected = [tuple(each.values()) for each in right.labellings(semantics)]
            assert sorted(found) == sorted(expected), (map, semantics)
        if reading == "attacks":
            there = translate(map, reading, weigh="last", reduction=reduction)
            assert {*there.attacks} == reduced


def _closed(pairs: list[tuple[str, str]]) -> Pairs:
    over = set(pairs)
    while more := {(a, d) for (a, b), (c, d) in product(over, over) if b == c} - over:
        over |= more
    return over


def _labels(map: ArgumentMap, claim: str, **asked: Any) -> str:
    return evaluate(map, **asked)[claim].label


def _debate(*links: argmap.Link, **weights: float) -> ArgumentMap:
    ids = ("good", "cuts", "fact", "rumour", "odd")
    stances = {"cuts": "questioned"}
    claims = [
        Claim(id, weight=weights.get(id), stance=stances.get(id, "asserted"))  # type: ignore[arg-type] # a stance
        for id in ids
    ]
    return ArgumentMap(claims=tuple(claims), links=links)


RISE = Support("s", ("rumour",), "cuts")
FALL = Rebuttal("r", ("cuts", "fact"), "good")


def test_nothing_is_weighed_unless_asked_for() -> None:
    """A preference would change verdicts that nobody asked to be weighed."""
    map = _debate(RISE, FALL, Preference("p", "good", "fact"))
    assert _labels(map, "good") == "rejected"
    assert _labels(map, "good", weigh="last") == "accepted"
    assert _labels(map, "good", weigh="last", without=["p"]) == "rejected"


def test_an_attack_is_as_weak_as_its_weakest_part() -> None:
    """A single outranked premise would not be enough, or what the target doesn't outrank would be."""
    for weak in ("cuts", "fact", "r"):
        map = _debate(RISE, FALL, Preference("p", "good", weak))
        assert _labels(map, "good", weigh="last") == "accepted"
    for other in ("odd", "rumour", "s"):
        map = _debate(RISE, FALL, Preference("p", "good", other))
        assert _labels(map, "good", weigh="last") == "rejected"
    chain = (Preference("p", "good", "odd"), Preference("q", "odd", "fact"))
    assert _labels(_debate(RISE, FALL, *chain), "good", weigh="last") == "accepted"
    ring = (*chain, Preference("t", "fact", "good"))
    assert _labels(_debate(RISE, FALL, *ring), "good", weigh="last") == "rejected"


def test_the_weakest_of_all_that_a_questioned_premise_rests_on() -> None:
    """An attack would be as strong as its last step, however weak its grounds."""
    for weak in ("rumour", "s"):
        map = _debate(RISE, FALL, Preference("p", "good", weak))
        assert _labels(map, "good", weigh="weakest") == "accepted"
    second = Support("t", ("odd",), "cuts")
    map = _debate(RISE, second, FALL, Preference("p", "good", "rumour"))
    assert _labels(map, "good", weigh="weakest") == "rejected"
    both = (Preference("p", "good", "rumour"), Preference("q", "good", "odd"))
    assert _labels(_debate(RISE, second, FALL, *both), "good", weigh="weakest") == "accepted"
    circle = (Support("s", ("odd",), "cuts"), Support("t", ("cuts",), "odd"))
    map = _debate(*circle, FALL, Preference("p", "good", "s"))
    assert _labels(map, "good", weigh="weakest") == "accepted"
    assert _labels(map, "good", weigh="last") == "rejected"


def test_weights_say_what_preferences_leave_open() -> None:
    """Weights would do nothing, or speak louder than an author's preference."""
    assert _labels(_debate(RISE, FALL, good=0.9, fact=0.4), "good", weigh="last") == "accepted"
    assert _labels(_debate(RISE, FALL, good=0.4, fact=0.4), "good", weigh="last") == "rejected"
    assert _labels(_debate(RISE, FALL, good=0.9), "good", weigh="last") == "rejected"
    against = Preference("p", "fact", "good")
    map = _debate(RISE, FALL, against, good=0.9, fact=0.4)
    assert _labels(map, "good", weigh="last") == "rejected"


def test_undercuts_and_attacks_on_assumptions_always_count() -> None:
    """A step would go on holding though someone shows why it fails."""
    claims = (Claim("a", stance="assumed"), Claim("b"), Claim("c"))
    links = (
        Rebuttal("r", ("b",), "a"),
        Undercut("u", ("c",), "r"),
        Preference("p", "a", "b"),
        Preference("q", "r", "c"),
    )
    map = ArgumentMap(claims=claims, links=links)
    assert _labels(map, "r", weigh="last") == "rejected"
    assert _labels(ArgumentMap(claims=claims, links=(links[0], links[2])), "a", weigh="last") == (
        "rejected"
    )


@pytest.mark.parametrize(
    ("reduction", "labels"),
    [
        (1, ("accepted", "rejected")),
        (2, ("accepted", "rejected")),
        (3, ("accepted", "rejected")),
        (4, ("accepted", "rejected")),
    ],
)
def test_sides_of_conflicts(reduction: int, labels: tuple[str, str]) -> None:
    """Of two who can't stand together the preferred one would not win."""
    claims = (Claim("a"), Claim("b"))
    map = ArgumentMap(claims=claims, links=(Conflict("k", ("a", "b")), Preference("p", "a", "b")))
    found = evaluate(map, weigh="last", reduction=reduction)
    assert (found["a"].label, found["b"].label) == labels


def test_one_who_attacks_back_with_another_does_not_do_so_alone() -> None:
    """A joint attack would be taken for an answer of one of its premises."""
    claims = tuple([Claim(id) for id in "abc"])
    links = (Rebuttal("r", ("b",), "a"), Rebuttal("t", ("a", "c"), "b"), Preference("p", "a", "b"))
    map = ArgumentMap(claims=claims, links=links)
    assert _labels(map, "a", weigh="last", reduction=3) == "undecided"
    assert _labels(map, "a", weigh="last", reduction=4) == "undecided"
    assert _labels(map, "a", weigh="last", reduction=2) == "accepted"


def test_what_outranks_a_link_answers_the_link() -> None:
    """An answer would go against a premise that isn't outranked."""
    claims = (Claim("a"), Claim("b"))
    map = ArgumentMap(claims=claims, links=(Rebuttal("r", ("b",), "a"), Preference("p", "a", "r")))
    found = evaluate(map, weigh="last", reduction=2)
    assert [found[id].label for id in "abr"] == ["accepted", "accepted", "rejected"]
    assert explain(found, "r").sentence == (
        "The rebuttal r of a by b is rejected, because a speaks against it in answer to r and stands "
        "[grounded, weighed by last, reduction 2]"
    )
    assert explain(found, "a").sentence == (
        "a is accepted: it is asserted, and nothing speaks against it; too weak for it: the rebuttal "
        "r of a by b [grounded, weighed by last, reduction 2]"
    )
    certificate = found.certificate("r")
    assert certificate is not None
    assert check_certificate(map, certificate)
    origin = translate(map, weigh="last", reduction=2).attacks["a", "r"]
    assert (origin.role, origin.ids) == ("answer", ("r",))
    for reduction in (1, 2):
        assert not translate(map, "attacks", weigh="last", reduction=reduction).attacks
    sides = ArgumentMap(claims=claims, links=(Conflict("k", ("a", "b")), Preference("p", "a", "b")))
    assert [*translate(sides, "attacks", weigh="last").attacks] == [("a", "b")]


def test_changes_of_preferences_are_among_the_flips() -> None:
    """A verdict that hangs on a preference would be said to hang on nothing."""
    claims = (Claim("a"), Claim("b"), Claim("c"))
    links = (Rebuttal("r", ("b",), "a"), Preference("p", "a", "b"), Preference("q", "b", "c"))
    map = ArgumentMap(claims=claims, links=links)
    found = [(flip.way, flip.id) for flip in flips(evaluate(map, weigh="last"), "a")]
    assert found == [("without", "p")]
    assert flips(evaluate(map, weigh="last"), "b") == ()


@pytest.mark.parametrize("wrong", [0, 5, 1.0, True, "1"])
def test_reductions_that_there_are_not(wrong: Any) -> None:
    """A reduction by a number that there isn't would do what another does."""
    with pytest.raises(ValueError, match="a reduction is 1, 2, 3 or 4"):
        evaluate(ArgumentMap(), weigh="last", reduction=wrong)
    with pytest.raises(argmap.UnknownName, match="did you mean 'weakest'"):
        evaluate(ArgumentMap(), weigh="weakst")
