"""The numbers of claims that are asked for in about their order."""

from __future__ import annotations

from random import Random

import pytest

from argmap import ArgumentMap, Claim, Rebuttal, Undercut
from argmap.semantics.nearby import Nearby
from argmap.semantics.places import Places

IDS = [f"c{n}" for n in range(10)]
MAP = ArgumentMap(
    claims=tuple(map(Claim, IDS)),
    links=(Rebuttal("r", ("c1",), "c0"), Undercut("u", ("c2",), "r")),
)


def _nearby(block: int) -> tuple[Nearby, Places]:
    places = Places(MAP)
    return Nearby(MAP, places, block), places


def test_claims_in_their_order_need_no_table() -> None:
    """A large map would take the time that it takes to put all its names into one."""
    nearby, places = _nearby(2)
    assert [nearby[id] for id in IDS] == [*range(10)]
    assert nearby["c7"] == 7  # the block before the last one is kept
    assert list(nearby) == ["c6", "c7", "c8", "c9"]
    assert "claims" not in vars(places)
    assert nearby.table is nearby


@pytest.mark.parametrize("asked", ["c0", "c9"])
def test_a_claim_that_is_far_away_brings_the_table_of_all(asked: str) -> None:
    """It would have no number, or another's."""
    nearby, places = _nearby(2)
    assert [nearby[id] for id in ("c2", "c5", asked, "c1")] == [2, 5, int(asked[1]), 1]
    assert nearby.table is places.claims


@pytest.mark.parametrize("block", [1, 3, 100])
def test_every_order_has_the_same_numbers(block: int) -> None:
    """A link would be counted at another claim, and the map weighed otherwise than it was written."""
    chance = Random(block)
    for _ in range(50):
        nearby, places = _nearby(block)
        asked = sorted(IDS * 3, key=lambda id: int(id[1]) + chance.random() * chance.choice([1, 4]))
        assert [nearby[id] for id in asked] == [places[id] for id in asked]


def test_what_is_no_claim_has_no_number() -> None:
    """An undercut would be taken for a rebuttal of a claim; a slip in a name would go unseen."""
    nearby, _ = _nearby(2)
    assert nearby["r"] == nearby["u"] == -1
    assert not nearby
    with pytest.raises(KeyError):
        nearby["nobody"]
