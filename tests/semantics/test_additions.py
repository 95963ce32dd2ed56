"""What objection would change a verdict, and what is reason enough for an argument, as by exhaustion."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import argmap
from argmap import ArgumentMap, Claim, Rebuttal, Support
from argmap.semantics import (
    Framework,
    additions,
    evaluate,
    flips,
    minimal_defences,
    smallest_defences,
)

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "oracles" / "explanations.json").read_text("utf-8")
)["cases"]


def _members(mask: int) -> tuple[str, ...]:
    return tuple([str(n) for n in range(mask.bit_length()) if mask >> n & 1])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_answer_of_the_oracle(case: dict[str, Any]) -> None:
    """A change would be missing, or a set that is reason enough be larger than it need be: every field of the file is compared."""
    names = [str(n) for n in range(case["n"])]
    pairs = [(str(a), str(b)) for a, b in case["attacks"]]
    framework = Framework(names, pairs)
    links = tuple([Rebuttal(f"{a}>{b}", (a,), b) for a, b in pairs])
    evaluation = evaluate(ArgumentMap(claims=tuple(map(Claim, names)), links=links))
    for query in case["queries"]:
        id = str(query["query"])
        stands = evaluation[id].label == "accepted"
        assert stands == query["grounded_in"]
        added = [
            [int(each.source), int(each.target)]
            for each in additions(evaluation, id)
            if (each.label == "accepted") != stands
        ]
        assert sorted(added) == sorted(query["flips_by_adding_attack"])
        removed = [
            flip.id
            for flip in flips(evaluation, id)
            if flip.way == "without" and (flip.label == "accepted") != stands
        ]
        expected = [f"{a}>{b}" for a, b in query["flips_by_removing_attack"]]
        expected += [str(a) for a in query["flips_by_removing_argument"] if str(a) != id]
        assert sorted(removed) == sorted(expected)
        for found, key in (
            (smallest_defences(framework, id), "min_strongly_admissible"),
            (minimal_defences(framework, id), "minimal_admissible_with_query"),
        ):
            assert sorted(found) == sorted(map(_members, query.get(key, []))), (case["id"], id, key)


def test_additions_are_those_that_trying_finds(chance_maps: list[ArgumentMap]) -> None:
    """An objection would be missed in a map with supports, linked premises, undercuts and circles."""
    for map in chance_maps[:8]:
        evaluation = evaluate(map)
        there = {
            (link.premises, link.target)
            for link in map.links
            if isinstance(link, Rebuttal) and not link.warrants
        }
        for id in [claim.id for claim in map.claims][:2]:
            expected = {}
            for source in map.claims:
                for target in map.claims:
                    if source != target and ((source.id,), target.id) not in there:
                        new = Rebuttal("new", (source.id,), target.id)
                        label = evaluate(evolve(map, links=(*map.links, new)))[id].label
                        if label != evaluation[id].label:
                            expected[source.id, target.id] = label
            found = {(each.source, each.target): each.label for each in additions(evaluation, id)}
            assert found == expected, (map, id)


def test_additions_to_what_was_asked() -> None:
    """An objection to an assumed claim would change something, or one that was taken away count as there."""
    claims = (Claim("a"), Claim("b"))
    map = ArgumentMap(claims=claims, links=(Rebuttal("r", ("b",), "a"),))
    assert [each.target for each in additions(evaluate(map, without=["r"]), "a")] == ["a"]
    assert list(additions(evaluate(map, assume=["a"]), "a")) == []
    with pytest.raises(argmap.UnknownName, match="grounded"):
        additions(evaluate(map, "preferred"), "a")
    with pytest.raises(argmap.UnknownName, match="program"):
        additions(evaluate(map, reading="attacks"), "a")
    with pytest.raises(argmap.UnknownId):
        additions(evaluate(map), "c")


def test_an_objection_by_what_is_undecided_leaves_open() -> None:
    """A doubtful objection would reject, or do nothing."""
    claims = tuple([Claim(id) for id in "abcd"])
    links = (Rebuttal("r", ("a",), "b"), Rebuttal("s", ("b",), "a"), Support("t", ("c",), "d"))
    evaluation = evaluate(ArgumentMap(claims=claims, links=links))
    found = {(each.source, each.target): each.label for each in additions(evaluation, "d")}
    assert found == {
        ("a", "d"): "undecided",
        ("b", "d"): "undecided",
        ("c", "d"): "rejected",
    }


def test_defences_of_what_cannot_be_defended() -> None:
    """An argument against itself would have a defence."""
    framework = Framework(["a", "b", "c"], [("a", "a"), ("b", "c")])
    assert smallest_defences(framework, "a") == ()
    assert minimal_defences(framework, "a") == ()
    assert minimal_defences(framework, "c") == ()
    with pytest.raises(argmap.UnknownId):
        minimal_defences(framework, "d")


def test_a_map_whose_ids_are_those_of_new_links() -> None:
    """The rebuttal that is tried would be refused, or stand in the place of a link that is there."""
    links = (Rebuttal("new", ("b",), "a"), Support("new-2", ("c",), "a"))
    plain = ArgumentMap(claims=tuple(map(Claim, "abc")), links=links)
    other = evolve(plain, links=tuple([evolve(link, id=f"l-{link.id}") for link in links]))
    found = [[*additions(evaluate(each), "a")] for each in (plain, other)]
    assert found[0] == found[1] != []
