"""What would change a verdict is found without trying everything, and is what trying everything finds."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest

import argmap
from argmap import ArgumentMap, Claim, Rebuttal
from argmap.semantics import Crux, Flip, cruxes, evaluate, flips, load_bearing
from argmap.semantics.grounded import WORDS
from argmap.semantics.what_if import WhatIf

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def test_single_changes_are_those_that_trying_finds(chance_maps: list[ArgumentMap]) -> None:
    """A change that would flip a verdict would be missing, or one be told that doesn't."""
    for map in chance_maps[:20]:
        evaluation = evaluate(map)
        for id in evaluation:
            found = {(flip.way, flip.id): flip.label for flip in flips(evaluation, id)}
            assert found == _tried(map, id), (map, id)


def _tried(map: ArgumentMap, id: str) -> dict[tuple[str, str], str]:
    now = evaluate(map)
    right: dict[tuple[str, str], str] = {}
    for other in now:
        for way, label in (("without", "rejected"), ("assume", "accepted")):
            if other != id and now[other].label != label:
                after = evaluate(map, **{way: [other]})[id].label  # type: ignore[arg-type] # lists of ids
                if after != now[id].label:
                    right[way, other] = after
    return right


def test_single_changes_of_frameworks_as_by_exhaustion() -> None:
    """A framework read as a map of rebuttals would hang on something else than the framework does."""
    text = (Path(__file__).parent / "oracles" / "explanations.json").read_text("utf-8")
    for case in json.loads(text)["cases"]:
        claims = tuple([Claim(str(n)) for n in range(case["n"])])
        links = [Rebuttal(f"{a}>{b}", (str(a),), str(b)) for a, b in case["attacks"]]
        evaluation = evaluate(ArgumentMap(claims=claims, links=tuple(links)))
        for query in case["queries"]:
            id = str(query["query"])
            stands = evaluation[id].label == "accepted"
            assert stands == query["grounded_in"]
            found = [
                flip.id
                for flip in flips(evaluation, id)
                if flip.way == "without" and (flip.label == "accepted") != stands
            ]
            attacks = [f"{a}>{b}" for a, b in query["flips_by_removing_attack"]]
            others = [str(a) for a in query["flips_by_removing_argument"] if str(a) != id]
            assert sorted(found) == sorted(attacks + others), (case["id"], id)


def test_labels_under_changes_are_those_of_a_new_weighing(chance_maps: list[ArgumentMap]) -> None:
    """What is labelled again after a change would differ from a weighing from scratch."""
    for map in chance_maps[:25]:
        evaluation = evaluate(map)
        for id, at in evaluation.compiled.number.items():
            if id not in evaluation:
                continue
            for label, asked in ((-1, {"without": [id]}), (1, {"assume": [id]})):
                new = evaluation.what_if.changed({at: label})
                fresh = evaluate(map, **asked)  # type: ignore[arg-type] # lists of ids
                for other, number in evaluation.compiled.number.items():
                    if other in evaluation:
                        after = WORDS[new.get(number, evaluation.grounded[number])]
                        assert after == fresh[other].label, (map, id, other)


def test_changes_together_are_those_of_a_new_weighing(chance_maps: list[ArgumentMap]) -> None:
    """Two changes at once would be told as each by itself, or an earlier one be forgotten."""
    chance = Random(4)
    for map in chance_maps[:30]:
        ids = list(evaluate(map))
        first, one, other = chance.sample(ids, 3)
        evaluation = evaluate(map, without=[first])
        found = {**evaluation.labels, **evaluation.after(without=[one], assume=[other])}
        fresh = evaluate(map, without=[first, one], assume=[other])
        assert found == fresh.labels, (map, first, one, other)
    with pytest.raises(argmap.UnknownId):
        evaluation.after(without=["nobody"])
    with pytest.raises(argmap.UnknownName, match="program"):
        evaluate(map, reading="evidential").after(without=[first])


def test_a_change_costs_what_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change in a large debate would cost as much as the debate."""
    solved = WhatIf._solved
    counts = []
    for size in (200, 3_200):
        claims = [Claim(f"c{n}") for n in range(size)]
        links = [Rebuttal(f"r{n}", (f"c{n}",), f"c{(n - 1) // 2}") for n in range(1, size)]
        evaluation = evaluate(ArgumentMap(claims=tuple(claims), links=tuple(links)))
        assert evaluation.what_if.parts
        seen: list[int] = []

        def counted(
            what_if: WhatIf, part: tuple[int, ...], *rest: Any, to: list[int] = seen
        ) -> Any:
            to.append(len(part))
            return solved(what_if, part, *rest)

        monkeypatch.setattr(WhatIf, "_solved", counted)
        for claim in claims[:100]:
            evaluation.after(without=[claim.id])
        counts.append(len(seen))
    assert counts[1] < counts[0] * 2


def test_the_smallest_sets_are_those_that_trying_finds(chance_maps: list[ArgumentMap]) -> None:
    """A crux would be missed, or a set be told that is larger than it need be."""
    for map in chance_maps[:25]:
        evaluation = evaluate(map)
        for id in evaluation:
            found = {crux.claims: crux.label for crux in cruxes(evaluation, id).sets}
            assert found == _smallest(map, id), (map, id)


def _smallest(map: ArgumentMap, id: str) -> dict[tuple[str, ...], str]:
    label = evaluate(map)[id].label
    others = [claim.id for claim in map.claims if claim.id != id]
    for size in range(1, len(others) + 1):
        tried = {each: evaluate(map, without=each)[id].label for each in combinations(others, size)}
        right: dict[tuple[str, ...], str] = {
            each: after for each, after in tried.items() if after != label
        }
        if right:
            return right
    return {}


def test_the_co_op_debate() -> None:
    """What the debate hangs on would be another than a person finds."""
    evaluation = evaluate(argmap.read(EXAMPLES / "co_op_debate.json"))
    assert Flip("without", "R3", "accepted") in flips(evaluation, "P1")
    assert cruxes(evaluation, "P1").sets == (Crux(("R3",), "accepted"),)
    assert cruxes(evaluation, "P9").sets == (Crux(("R10", "R17", "R8"), "accepted"),)
    assert load_bearing(evaluation) == {"R2": ("T",)}


def test_a_search_that_is_ended_says_so() -> None:
    """A limit would pass for an answer."""
    ids = [f"c{n}" for n in range(6)]
    links = [Rebuttal(f"r{n}", (id,), "a") for n, id in enumerate(ids)]
    map = ArgumentMap(claims=(Claim("a"), *map_claims(ids)), links=tuple(links))
    assert cruxes(evaluate(map), "a", largest=3) == argmap.semantics.Cruxes(
        "a", "rejected", (), complete=False
    )
    assert not cruxes(evaluate(map), "a", largest=6, limit=3).complete
    assert cruxes(evaluate(map), "a", largest=6).sets == (Crux(tuple(ids), "accepted"),)
    assert cruxes(evaluate(map, assume=ids), "a", largest=6).sets == ()


def map_claims(ids: list[str]) -> list[Claim]:
    """A claim for each id."""
    return [Claim(id) for id in ids]


def test_flips_of_another_semantics_are_refused() -> None:
    """Changes of preferred verdicts would be told as those of grounded ones."""
    with pytest.raises(argmap.UnknownName, match="grounded"):
        flips(evaluate(ArgumentMap(claims=(Claim("a"),)), "preferred"), "a")
