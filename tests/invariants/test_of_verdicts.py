"""The check of verdicts passes argmap's semantics, and finds what is wrong with others."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

import argmap
from argmap.invariants import check_verdicts
from argmap.semantics.evaluation import SEMANTICS
from argmap.strategies import maps

QUICK = settings(max_examples=8, suppress_health_check=list(HealthCheck), database=None)


def debate() -> argmap.ArgumentMap:
    """Two claims against a third, and in conflict with each other."""
    draft = argmap.Draft()
    good, slow, fast = [draft.claim(text, id=text) for text in ("good", "slow", "fast")]
    draft.rebut(good, by=slow, id="r")
    draft.conflict(slow, fast, id="k")
    return draft.map()


@pytest.mark.parametrize("semantics", SEMANTICS)
def test_every_semantics_passes(semantics: str) -> None:
    """One of argmap's semantics would be unsound, or the check."""

    @QUICK
    @given(maps(max_claims=4))
    def check(map: argmap.ArgumentMap) -> None:
        check_verdicts(map, semantics)

    check()
    assert check_verdicts(debate(), semantics)["r"] == "undecided"


def test_ones_own_passes() -> None:
    """A check that nothing passes is no use."""
    assert check_verdicts(debate(), lambda map: argmap.evaluate(map).labels)["k"] == "accepted"


def _all_accepted(map: argmap.ArgumentMap) -> Mapping[str, str]:
    return dict.fromkeys(argmap.evaluate(map), "accepted")


def _first_only(map: argmap.ArgumentMap) -> Mapping[str, str]:
    return {**argmap.evaluate(map).labels, map.claims[0].id: "accepted"}


def _in_words_of_its_own(map: argmap.ArgumentMap) -> Mapping[str, str]:
    return dict.fromkeys(argmap.evaluate(map), "true")


def _claims_only(map: argmap.ArgumentMap) -> Mapping[str, str]:
    return dict.fromkeys([claim.id for claim in map.claims], "accepted")


def _by_size(map: argmap.ArgumentMap) -> Mapping[str, str]:
    return dict.fromkeys(argmap.evaluate(map), "accepted" if len(map) % 2 else "rejected")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (_all_accepted, "'good' is accepted, and by its rules rejected"),
        (_first_only, "in another order it comes out otherwise"),
        (_in_words_of_its_own, "'good' is 'true'"),
        (_claims_only, "labels are of"),
        (_by_size, "beside a claim that nothing ties to it"),
    ],
)
def test_what_is_wrong_is_found(wrong: Any, said: str) -> None:
    """The very thing the check is for."""
    with pytest.raises(AssertionError, match=said):
        check_verdicts(debate(), wrong)


def test_wavering_is_found() -> None:
    """The same map would be judged one way today and another tomorrow."""
    labels = cycle(["accepted", "rejected"])
    with pytest.raises(AssertionError, match="weighed again it comes out otherwise"):
        check_verdicts(debate(), lambda map: dict.fromkeys(argmap.evaluate(map), next(labels)))


def test_a_certificate_and_a_reason_that_show_nothing_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Evidence would be taken for granted."""
    where = "argmap.invariants.of_verdicts"
    monkeypatch.setattr(f"{where}.check_certificate", lambda map, shown: False)
    with pytest.raises(AssertionError, match="the certificate of 'good' shows nothing"):
        check_verdicts(debate())
    monkeypatch.undo()
    explain = argmap.explain

    def lying(evaluation: Any, id: str) -> Any:
        found = explain(evaluation, id)
        reasons = {name: evolve(each, because=("ghost",)) for name, each in found.reasons.items()}
        return evolve(found, reasons=reasons)

    monkeypatch.setattr(f"{where}.explain", lying)
    with pytest.raises(AssertionError, match="'ghost' isn't there"):
        check_verdicts(debate())


def test_where_there_is_no_labelling_nothing_is_certified() -> None:
    """A stable semantics without a labelling would be called unsound."""
    draft = argmap.Draft()
    liar = draft.claim("liar", id="liar")
    draft.rebut(liar, by=liar, id="r")
    assert check_verdicts(draft.map(), "stable") == {"liar": "undecided", "r": "undecided"}
