"""What holds of the drawing of every map: texts in their cards, lines clear of cards, cards apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.drawing.mark import Mark
from argmap.invariants import check_drawing
from argmap.strategies import maps
from tests.profiles import examples

marks = st.builds(
    Mark, st.sampled_from([None, "accepted", "rejected", "undecided"]), st.none() | st.floats(0, 1)
)


@pytest.mark.parametrize("direction", ["up", "down", "left", "right"])
@settings(max_examples=examples(25))
@given(maps(max_claims=8), st.data())
def test_nothing_is_where_it_must_not_be(
    direction: argmap.layout.Direction, map: argmap.ArgumentMap, data: st.DataObject
) -> None:
    """A text outside its card, a line through one, or a card over another makes a picture unreadable."""
    told = {id: data.draw(marks) for id in list(map)[: data.draw(st.integers(0, 3))]}
    drawing = check_drawing(map, direction=direction, marks=told)
    assert {card.id for card in drawing.view.cards} == {
        *[claim.id for claim in map.claims],
        *[issue.id for issue in map.issues],
    }
