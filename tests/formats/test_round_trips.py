"""Any map through every format that is read and written: equal again, but for what the losses name."""

from __future__ import annotations

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

import argmap
from argmap.formats import formats
from argmap.invariants import check_round_trip
from argmap.strategies import maps as made_maps

BOTH_WAYS = [format.name for format in formats() if format.read and format.write]


def test_any_map(maps: st.SearchStrategy[argmap.ArgumentMap]) -> None:
    """Something of a map would be lost or changed without a loss that says so.

    Each map is tried in every format, for to make one takes four times as long as to write it and read it again.
    """

    @settings(deadline=None)
    @given(made_maps() | made_maps(hostile=True) | maps)
    def check(map: argmap.ArgumentMap) -> None:
        for format in BOTH_WAYS:
            note(format)
            check_round_trip(format, map)

    check()


@pytest.mark.parametrize("format", BOTH_WAYS)
def test_a_full_map(format: str, full: argmap.ArgumentMap) -> None:
    """A field of the model would be forgotten by a format without a word."""
    check_round_trip(format, full)
    check_round_trip(format, argmap.ArgumentMap())
