"""Very many edits of maps: each map is weighed after its edits and anew."""

from __future__ import annotations

from random import Random

import pytest

from tests.semantics.conftest import chance_map
from tests.semantics.test_after_edit import OPTIONS, follow

SEEDS = range(10)
EACH = 100


@pytest.mark.parametrize("seed", SEEDS)
def test_edits_by_chance(seed: int) -> None:
    """An edited map would be weighed otherwise than a map that is read as it is."""
    chance = Random(f"night{seed}")
    for _ in range(EACH):
        follow(chance, chance_map(chance), chance.choice(OPTIONS), 8)
