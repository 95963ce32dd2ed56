"""An edited map is weighed as if it were weighed anew."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import argmap
from argmap import ArgumentMap, Claim, Evaluation, Link, Rebuttal, Support, Undercut
from argmap.errors import UnknownId
from argmap.semantics import check_certificate
from argmap.semantics.evaluation import SEMANTICS, evaluate
from argmap.strategies import Edited, edited_maps
from tests.semantics.chance_edits import edited_by_chance
from tests.semantics.conftest import chance_map
from tests.semantics.generate import debate, mixed

OPTIONS: tuple[dict[str, Any], ...] = (
    {},
    {},
    {"require_backing": True},
    {"weigh": "last", "reduction": 2},
    {"weigh": "weakest", "reduction": 4},
    {"weigh": "weakest", "reduction": 1},
    {"reading": "evidential"},
    {"reading": "deductive"},
    {"assume": ("c0",)},
    {"without": ("c1",), "assume": ("c2",)},
    {"without": ("c0",), "require_backing": True},
)


def same(one: Evaluation, other: Evaluation) -> bool:
    """Whether two evaluations say the same of everything."""
    return (
        list(one) == list(other)
        and [one[id] for id in one] == [other[id] for id in other]
        and one.labels == other.labels
        and one.exists == other.exists
    )


def follow(chance: Random, map: ArgumentMap, asked: dict[str, Any], steps: int) -> None:
    """Weigh a map after one edit and another, and anew."""
    evaluation = evaluate(map, **asked)
    for semantics in chance.sample(SEMANTICS, 3):
        assert evaluation.under(
            semantics
        ).labels  # these are kept up, others are found when asked for
    for _ in range(steps):
        edited = edited_by_chance(chance, evaluation.map)
        named = [
            edited.elements.get(id) for id in asked.get("without", ()) + asked.get("assume", ())
        ]
        if not all(isinstance(each, Claim | Link) for each in named):
            return
        before, evaluation = evaluation, evaluation.after_edit(edited)
        for semantics in SEMANTICS:
            now, anew = evaluation.under(semantics), evaluate(edited, semantics, **asked)
            assert same(now, anew), (before.map, edited, semantics, asked)
            old = before.under(semantics).labels
            others = {id for id, label in anew.labels.items() if old.get(id) != label}
            assert others <= {*now.changed}, (before.map, edited, semantics, asked)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("asked", OPTIONS, ids=str)
def test_edits_by_chance(asked: dict[str, Any], seed: int) -> None:
    """An edited map would be weighed otherwise than a map that is read as it is."""
    chance = Random(f"{asked}{seed}")
    for _ in range(5):
        map = chance_map(chance)
        follow(chance, map, asked, 4)


@given(edited_maps())
def test_edits_of_users(edited: Edited) -> None:
    """A map after edits of an editor would be weighed otherwise than anew."""
    for semantics in SEMANTICS:
        evaluation = evaluate(edited.before, semantics)
        assert evaluation.exists in (True, False)
        assert same(evaluation.after_edit(edited.after), evaluate(edited.after, semantics))


def test_a_map_that_is_no_draft_of_the_one_before() -> None:
    """What another program made of a map would be taken for the map itself."""
    before = mixed(300, 1)
    evaluation = evaluate(before)
    links = tuple([evolve(link) for link in before.links[:100]] + [*before.links[101:]])
    claims = (*before.claims[:50], Claim("new"), *before.claims[51:])
    kept = [x for x in links if "c50" not in [id for _, id in x.ends()]]
    ids = {x.id for x in kept}
    links = tuple([x for x in kept if not isinstance(x, Undercut) or x.target in ids])
    after = ArgumentMap(claims=claims, links=links)
    found = evaluation.after_edit(after)
    assert same(found, evaluate(after))
    assert len(found.changed) < 100


def test_only_what_an_edit_reaches_is_changed() -> None:
    """An editor would have to look through the whole map for what its edit changed."""
    for semantics, mutual in (
        ("grounded", 0.1),
        ("preferred", 0),
        ("preferred", 0.1),
        ("stable", 0.1),
    ):
        map = debate(2_000, 1, mutual)
        evaluation = evaluate(map, semantics)
        assert set(evaluation.changed) == set(evaluation)
        draft = map.draft()
        objection = draft.rebut("c1999", by=draft.claim("No.", id="no"))
        edited = evaluation.after_edit(draft.map())
        assert same(edited, evaluate(draft.map(), semantics))
        assert {"no", objection.id} <= set(edited.changed)
        assert len(edited.changed) < 50
        old, new = evaluation.labels, edited.labels
        assert {id for id in new if old.get(id) != new[id]} == set(edited.changed)


def test_stable_labellings_come_and_go() -> None:
    """A map without stable labellings would keep the labels of when it had some, or the other way round."""
    map = debate(30, 1, 0.5)
    evaluation = evaluate(map, "stable")
    assert evaluation.exists
    draft = map.draft()
    liar = draft.claim("This is false.", id="liar")
    draft.rebut(liar, by=liar, id="itself")
    odd = evaluation.after_edit(draft.map())
    assert not odd.exists
    assert same(odd, evaluate(draft.map(), "stable"))
    assert set(odd.changed) == set(odd)
    quiet = draft.map().draft()
    quiet.claim("By the way.", id="aside")
    still = odd.after_edit(quiet.map())
    assert still.changed == ("aside",)
    again = quiet.map().draft()
    again.remove("itself")
    even = still.after_edit(again.map())
    assert even.exists
    assert same(even, evaluate(again.map(), "stable"))
    fresh = evaluate(draft.map(), "stable")  # none from the start: nobody knows yet where
    assert not fresh.exists
    assert same(fresh.after_edit(again.map()), evaluate(again.map(), "stable"))


def test_circles_of_support_come_and_go() -> None:
    """Claims would hold one another up, or fall though something holds them up."""
    claims = tuple([Claim(f"c{n}", stance="questioned") for n in range(4)])
    around = [Support(f"s{n}", (f"c{n}",), f"c{(n + 1) % 4}") for n in range(4)]
    map = ArgumentMap(claims=claims, links=tuple(around))
    evaluation = evaluate(map)
    assert set(evaluation.labels.values()) == {"rejected"}
    draft = map.draft()
    draft.support("c2", by=draft.claim("Look.", id="look"), id="outside")
    held = evaluation.after_edit(draft.map())
    assert set(held.labels.values()) == {"accepted"}
    draft.remove("s0")
    broken = held.after_edit(draft.map())
    assert broken.labels["c0"] == "accepted"
    assert broken.labels["c1"] == "rejected"
    closed = draft.map().draft()
    closed.support("c1", by="c0", id="s0")
    closed.remove("outside")
    assert same(broken.after_edit(closed.map()), evaluate(closed.map()))


def test_stances_come_and_go() -> None:
    """A claim would go on needing a support, or go on standing without one."""
    claims = (Claim("a"), Claim("b", stance="questioned"), Claim("c"))
    links = (Support("s", ("a",), "b"), Rebuttal("r", ("c",), "a"))
    evaluation = evaluate(ArgumentMap(claims=claims, links=links))
    for stance, label in (
        ("asserted", "accepted"),
        ("questioned", "rejected"),
        ("assumed", "accepted"),
    ):
        draft = evaluation.map.draft()
        draft.replace("b", stance=stance)
        evaluation = evaluation.after_edit(draft.map())
        assert evaluation["b"].label == label
        assert evaluation.changed == ("b",)


def test_an_edited_map_is_asked_everything() -> None:
    """What an evaluation gives besides verdicts would be that of the map before."""
    map = debate(40, 2, 0.3)
    evaluation = evaluate(map, "preferred")
    assert evaluation.labels
    draft = map.draft()
    draft.rebut("c0", by=draft.claim("No.", id="no"))
    edited = evaluation.after_edit(draft.map())
    anew = evaluate(draft.map(), "preferred")
    assert [*edited.labellings()] == [*anew.labellings()]
    assert edited.count() == anew.count()
    assert edited.shares() == anew.shares()
    assert repr(edited) == repr(anew)
    assert edited.get("no") == anew["no"]
    assert edited.get("never") is None
    certificate = edited.certificate("c0")
    assert certificate is not None
    assert check_certificate(edited.map, certificate)
    grounded, known = edited.under("grounded"), anew.under("grounded")
    assert argmap.flips(grounded, "c0") == argmap.flips(known, "c0")
    assert grounded.after(without=["no"]) == known.after(without=["no"])
    with pytest.raises(UnknownId, match="never"):
        edited["never"]


def test_what_is_to_be_taken_away_must_be_there() -> None:
    """A what-if about something that an edit removed would go on without a word."""
    map = ArgumentMap(
        claims=(Claim("a"), Claim("b"), Claim("c")), links=(Rebuttal("r", ("a",), "b"),)
    )
    evaluation = evaluate(map, without=["a"])
    draft = map.draft()
    draft.remove("a")
    with pytest.raises(UnknownId, match="a"):
        evaluation.after_edit(draft.map())


def test_after_very_many_edits() -> None:
    """What edits leave behind would pile up without end, and what was kept of it be wrong in the end."""
    map = debate(60, 3, 0.2)
    evaluation = evaluate(map, "complete")
    assert evaluation.labels
    chance = Random(5)
    sizes = []
    for turn in range(200):
        draft = evaluation.map.draft()
        if turn:
            draft.remove(f"no{turn - 1}")
        draft.rebut(f"c{chance.randrange(60)}", by=draft.claim("No.", id=f"no{turn}"))
        evaluation = evaluation.after_edit(draft.map())
        standing = evaluation.basis.edited
        sizes.append(len(standing.labels) if standing else 0)
        if turn % 50 == 0 or not standing:
            assert same(evaluation, evaluate(draft.map(), "complete"))
    assert 0 in sizes
    assert max(sizes) < 700
