"""Tests of the short way to usual claims and steps: it says what the long way says, or nothing."""

from __future__ import annotations

from typing import Any

import pytest

from argmap import Claim, Rebuttal, Support, Undercut
from argmap.formats.plain import plain_claim, plain_step
from argmap.limits import Limits

LIMITS = Limits()
STEP = {"id": "s", "kind": "support", "premises": ["a", "b"], "target": "c"}


def test_an_id_and_a_text_are_a_claim() -> None:
    """Else the short way would make another value than the long one."""
    assert plain_claim({"text": "Yes.", "id": "a"}, LIMITS) == Claim("a", "Yes.")


@pytest.mark.parametrize(
    "item",
    [
        None,
        ["id", "text"],
        {"id": "a"},
        {"id": "a", "title": "Yes."},
        {"id": "a", "text": None},
        {"id": 1, "text": "Yes."},
        {"id": "a", "text": "Yes.", "implicit": True},
        {"id": "a" * 1_001, "text": "Yes."},
        {"id": "a", "text": "Yes." * 30},
    ],
)
def test_whatever_else_is_said_of_a_claim_is_left_to_the_decoder(item: Any) -> None:
    """Else it would be lost, or a fault be passed over."""
    limits = Limits(id_characters=1_000, text_characters=100)
    assert plain_claim(item, limits) is None


@pytest.mark.parametrize("kind", [Support, Rebuttal, Undercut])
def test_an_id_a_kind_premises_and_a_target_are_a_step(kind: type[Support]) -> None:
    """Else the short way would make another value than the long one."""
    assert plain_step(STEP | {"kind": kind.kind}, LIMITS) == kind("s", ("a", "b"), "c")


@pytest.mark.parametrize(
    "item",
    [
        None,
        [1, 2, 3, 4],
        {**STEP, "strict": True},
        {"id": "s", "kind": "support", "premises": ["a"], "label": "c"},
        {**STEP, "premises": "ab"},
        {**STEP, "premises": ["a", 1]},
        {**STEP, "target": None},
        {**STEP, "id": 1},
        {**STEP, "kind": "conflict"},
        {**STEP, "kind": ["support"]},
        {**STEP, "id": "s" * 51},
        {**STEP, "target": "s" * 101},
        {**STEP, "premises": ["s" * 101]},
    ],
)
def test_whatever_else_is_said_of_a_step_is_left_to_the_decoder(item: Any) -> None:
    """Else it would be lost, or a fault be passed over."""
    assert plain_step(item, Limits(id_characters=50, text_characters=100)) is None
