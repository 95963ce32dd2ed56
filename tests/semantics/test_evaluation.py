"""A map's verdicts are those of its program's three-valued stable models."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

import argmap
from argmap import ArgumentMap, Claim, Conflict, Link, Rebuttal, Support, Undercut
from argmap.errors import UnknownId, UnknownName
from argmap.semantics.evaluation import SEMANTICS, evaluate
from argmap.semantics.grounded import WORDS
from argmap.semantics.program import program
from tests.semantics.reference import models, of_semantics

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "oracles" / "argument_maps.json").read_text("utf-8")
)["cases"]


@pytest.mark.parametrize("require_backing", [False, True])
def test_labellings_are_the_programs_models(
    require_backing: bool, chance_maps: list[ArgumentMap]
) -> None:
    """A map would be weighed otherwise than its documented meaning says."""
    half = chance_maps[require_backing::2]  # the nightly tests take thousands
    for map in half:
        _agrees(map, require_backing=require_backing)


def test_what_is_taken_away_or_assumed(chance_maps: list[ArgumentMap]) -> None:
    """A what-if would answer another question."""
    chance = Random(3)
    for map in chance_maps[:40]:
        ids = [*[c.id for c in map.claims], *[link.id for link in map.links]]
        one, other = chance.sample(ids, 2)
        _agrees(map, without=(one,), assume=(other,))


def _agrees(map: ArgumentMap, **asked: Any) -> None:
    meaning = program(map, **asked)
    all_models = models(meaning)
    for semantics in SEMANTICS:
        expected = of_semantics(all_models, semantics)
        evaluation = evaluate(map, semantics, solver="python", **asked)
        at = [meaning.atoms.index(id) for id in evaluation]
        right = [tuple([WORDS[model[each]] for each in at]) for model in expected]
        found = [tuple(each.values()) for each in evaluation.labellings()]
        assert sorted(found) == sorted(right), (map, semantics, asked)
        assert evaluation.exists == bool(right)
        for number, id in enumerate(evaluation):
            assert {*evaluation[id].labels} == {each[number] for each in right}, (map, id)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_maps_as_other_programs_weigh_them(case: dict[str, Any]) -> None:
    """Argmap would disagree with clingo on a map."""
    claims = tuple(
        [
            Claim(id, stance="asserted" if asserted else "questioned")
            for id, asserted in case["claims"].items()
        ]
    )
    links = []
    for each in case["inferences"]:
        against = Rebuttal if each["target"] in case["claims"] else Undercut
        kind = Support if each["sign"] > 0 else against
        links.append(kind(each["id"], tuple(each["premises"]), each["target"]))
    map = ArgumentMap(claims=claims, links=tuple(links))
    for semantics in ("complete", "grounded", "preferred", "stable"):
        expected = case[semantics] if semantics != "grounded" else [case["grounded"]]
        found = [_sets(each) for each in evaluate(map, semantics).labellings()]
        if semantics == "stable":
            assert sorted(accepted for accepted, _ in found) == sorted(map_sorted(expected))
        else:
            right = [(sorted(each["in"]), sorted(each["undec"])) for each in expected]
            assert sorted(found) == sorted(right), semantics


def map_sorted(sets: list[list[str]]) -> list[list[str]]:
    """Each set in order."""
    return [sorted(each) for each in sets]


def _sets(labels: Any) -> tuple[list[str], list[str]]:
    return tuple(  # type: ignore[return-value] # two lists
        [
            sorted(id for id, label in labels.items() if label == wanted)
            for wanted in ("accepted", "undecided")
        ]
    )


def test_an_unknown_semantics_is_named_with_the_nearest() -> None:
    """A slip of the pen would be answered by a traceback."""
    with pytest.raises(argmap.UnknownName, match="did you mean 'preferred'"):
        evaluate(ArgumentMap(), "prefered")


@pytest.mark.parametrize("option", ["without", "assume"])
def test_an_unknown_id_is_named(option: str) -> None:
    """Taking away what isn't there would pass for an answer; an issue has no verdict."""
    map = ArgumentMap(claims=(Claim("cuts"),), issues=(argmap.Issue("q"),))
    asked: dict[str, Any] = {option: ["cut"]}
    with pytest.raises(argmap.UnknownId, match="did you mean 'cuts'"):
        evaluate(map, **asked)
    with pytest.raises(argmap.UnknownId):
        evaluate(map, **{option: ["q"]})  # type: ignore[arg-type] # one of the two
    with pytest.raises(argmap.UnknownId):
        evaluate(map)["q"]


def test_an_evaluation_in_short() -> None:
    """A person at the prompt would see nothing of it."""
    map = ArgumentMap(
        claims=(Claim("a"), Claim("b")),
        links=(Rebuttal("r", ("a",), "b"), Rebuttal("s", ("b",), "a")),
    )
    evaluation = evaluate(map, "preferred")
    assert repr(evaluation) == "<Evaluation preferred: 0 accepted, 0 rejected, 4 undecided>"
    assert len(evaluation) == 4
    assert evaluation["a"].credulous
    assert not evaluation["a"].skeptical
    assert len(list(evaluation.labellings(limit=1))) == 1
    assert evaluate(map, without=["b"])["a"].skeptical


def test_two_to_the_twentieth_labellings_cost_nothing_until_they_are_asked_for() -> None:
    """The first labelling would wait for the last."""
    claims = [Claim(f"{side}{n}") for n in range(20) for side in "ab"]
    links = [
        Rebuttal(f"r{side}{n}", (f"{side}{n}",), f"{'b' if side == 'a' else 'a'}{n}")
        for n in range(20)
        for side in "ab"
    ]
    evaluation = evaluate(ArgumentMap(claims=tuple(claims), links=tuple(links)), "preferred")
    assert len(list(evaluation.labellings(limit=3))) == 3
    assert {evaluation[claim.id].labels for claim in claims} == {("accepted", "rejected")}


def _chain(stances: dict[str, str], *links: Link) -> ArgumentMap:
    claims = [Claim(id, stance=stance) for id, stance in stances.items()]  # type: ignore[arg-type] # a stance
    return ArgumentMap(claims=tuple(claims), links=links)


UNFOUNDED = [
    _chain(
        {"c0": "asserted", "c2": "questioned"},
        Support("l1", ("c2",), "c2"),
        Support("l3", ("c0",), "c2"),
        Rebuttal("l4", ("c2",), "c0"),
    ),
    _chain(
        {"c0": "assumed", "c1": "asserted", "c2": "assumed", "c3": "questioned"},
        Support("l0", ("c3",), "c3"),
        Rebuttal("l1", ("c0", "c3"), "c3"),
        Conflict("k1", ("c3", "c0")),
        Rebuttal("l2", ("c2",), "c2"),
        Support("l3", ("c2",), "c3"),
        Undercut("l4", ("c2", "c0", "c1"), "l2"),
        Rebuttal("l5", ("c1",), "c2", warrants=("c2",)),
        Rebuttal("l6", ("c0",), "c3"),
    ),
]
"""Maps in which the search for something larger ends with a set that only holds itself up."""


@pytest.mark.parametrize("map", UNFOUNDED)
def test_a_search_that_ends_with_something_unfounded_keeps_what_it_had(map: ArgumentMap) -> None:
    """What was tried last and refused would be told for the labelling that was found before it."""
    _agrees(map)


def test_under_another_semantics(chance_maps: list[ArgumentMap]) -> None:
    """What two semantics share would be taken for what they don't."""
    for map in chance_maps[:20]:
        evaluation = evaluate(map)
        for semantics in SEMANTICS:
            other = evaluation.under(semantics)
            assert other.semantics == semantics
            assert other.labels == evaluate(map, semantics).labels
    with pytest.raises(argmap.UnknownName, match="did you mean 'preferred'"):
        evaluation.under("prefered")


def test_a_claim_for_its_id_is_told_so() -> None:
    """A claim itself where its id is wanted would end in a bare KeyError."""
    claim: Any = Claim("a", "A.")
    map = ArgumentMap(claims=(claim,))
    with pytest.raises(UnknownId, match="did you mean its id, 'a'"):
        evaluate(map, without=[claim])
    with pytest.raises(UnknownId, match="did you mean its id, 'a'"):
        evaluate(map)[claim]


def test_what_is_no_label_or_not_so_is_told() -> None:
    """A slip would be answered by nothing, or by a labelling in which it isn't so."""
    claims = (Claim("a"), Claim("b"))
    evaluation = evaluate(ArgumentMap(claims=claims, links=(Rebuttal("r", ("b",), "a"),)))
    with pytest.raises(ValueError, match="no grounded labelling has 'a' accepted"):
        evaluation.labelling_with("a", "accepted")
    assert evaluation.labelling_with("a", "rejected")["b"] == "accepted"
    for ask in (evaluation.of, lambda label: evaluation.labelling_with("a", label)):
        with pytest.raises(UnknownName, match="did you mean 'accepted'"):
            ask("acepted")  # type: ignore[arg-type] # a slip
    with pytest.raises(UnknownName, match="no label is named ''"):
        evaluation.certificate("a", "")  # type: ignore[arg-type] # a slip
