"""Tests of the limits: whole numbers, checked at the edge, named in the message."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest

from argmap.errors import TooLarge
from argmap.limits import Limits

NAMES = [field.name for field in attrs.fields(Limits)]


@pytest.mark.parametrize("name", NAMES)
def test_each_limit_is_checked_at_its_edge(name: str) -> None:
    """Just the limit passes, one more is TooLarge, and the message says which and how to raise it."""
    limits = attrs.evolve(Limits(), **{name: 1_000})
    limits.check(name, 0)
    limits.check(name, 1_000)
    with pytest.raises(TooLarge) as caught:
        limits.check(name, 1_001, name="a.json", path="claims[3]")
    assert str(caught.value) == (
        f"a.json: 1,001 {name.replace('_', ' ')}, and the limit is 1,000 (at claims[3])\n"
        f"  raise it if you trust the document: Limits({name}=...)"
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_limit_is_a_whole_number_from_zero(name: str) -> None:
    """A negative or broken limit is refused when it is made, not when a file is read."""
    assert getattr(attrs.evolve(Limits(), **{name: 0}), name) == 0
    with pytest.raises(ValueError, match=name):
        attrs.evolve(Limits(), **{name: -1})
    wrongs: list[Any] = [1.5, "10", None]
    for wrong in wrongs:
        with pytest.raises(TypeError, match=name):
            attrs.evolve(Limits(), **{name: wrong})


def test_limits_are_frozen_values() -> None:
    """Limits can be shared between threads and processes: they never change."""
    limits = Limits(claims=7)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        limits.claims = 8  # type: ignore[misc]  # that it is refused is the test
    assert pickle.loads(pickle.dumps(limits)) == limits != Limits()
    assert hash(limits) == hash(Limits(claims=7))


def test_the_defaults_are_those_of_the_docs() -> None:
    """The documented defaults, which tests of other modules and users rely on."""
    of_xml = (1_000_000, 100)
    assert attrs.astuple(Limits()) == (50_000_000, 200, 100_000, 500_000, 100_000, 1_000, *of_xml)
