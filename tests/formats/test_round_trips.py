"""Any map through every format that is read and written: equal again, but for what the losses name."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.formats import formats
from argmap.source import SourceText
from argmap.strategies import maps as made_maps

sys.path.insert(0, str(Path(__file__).parent))

differences = import_module("differences").differences

BOTH_WAYS = [format.name for format in formats() if format.read and format.write]


def _compare(map: argmap.ArgumentMap, format: str) -> None:
    rendering = argmap.render(map, format)
    beside = tuple([(suffix, SourceText("", text)) for suffix, text in rendering.beside])
    back = argmap.parse(SourceText("", rendering.text, beside=beside), format=format).map
    found = differences(map, back, rendering.losses)
    assert not found, "\n".join([*found, rendering.text, *map_of(rendering)])
    again = argmap.render(back, format)
    assert (again.text, again.beside) == (rendering.text, rendering.beside) or rendering.losses
    assert again.losses == () or rendering.losses


def map_of(rendering: argmap.Rendering) -> list[str]:
    """The losses, a line each."""
    return [str(loss) for loss in rendering.losses]


@pytest.mark.parametrize("format", BOTH_WAYS)
def test_any_map(format: str, maps: st.SearchStrategy[argmap.ArgumentMap]) -> None:
    """Something of a map would be lost or changed without a loss that says so."""

    @settings(deadline=None, max_examples=60)
    @given(made_maps() | made_maps(hostile=True) | maps)
    def check(map: argmap.ArgumentMap) -> None:
        _compare(map, format)

    check()


@pytest.mark.parametrize("format", BOTH_WAYS)
def test_a_full_map(format: str, full: argmap.ArgumentMap) -> None:
    """A field of the model would be forgotten by a format without a word."""
    _compare(full, format)
    _compare(argmap.ArgumentMap(), format)
