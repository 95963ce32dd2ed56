"""Many maps through every format that is read and written: nothing is lost in silence, and writing settles.

python -m pytest tests/nightly/test_round_trips.py --examples 100000
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings

import argmap
from argmap.formats import Rendering, formats
from argmap.invariants import check_round_trip
from argmap.source import SourceText
from argmap.strategies import maps

BOTH_WAYS = [format.name for format in formats() if format.read and format.write]


def _written_again(format: str, rendering: Rendering) -> Rendering:
    """What is written of what is read."""
    beside = tuple([(suffix, SourceText("", text)) for suffix, text in rendering.beside])
    reading = argmap.parse(SourceText("", rendering.text, beside=beside), format=format)
    return argmap.render(reading.map, format)


@pytest.mark.parametrize("format", BOTH_WAYS)
def test_nothing_is_lost(
    format: str, search: settings, record_property: Callable[[str, object], None]
) -> None:
    """Something would be lost or changed that no loss names, or a file without losses change when it is saved."""
    seen: Counter[str] = Counter()

    @search
    @given(maps() | maps(hostile=True))
    def check(map: argmap.ArgumentMap) -> None:
        check_round_trip(format, map)
        seen["with losses" if argmap.render(map, format).losses else "whole"] += 1

    check()
    for name, count in seen.items():
        record_property(name, count)


@pytest.mark.parametrize("format", BOTH_WAYS)
def test_writing_settles(
    format: str, search: settings, record_property: Callable[[str, object], None]
) -> None:
    """A file that says less than its map would change each time it is read and saved."""
    seen: Counter[str] = Counter()

    @search
    @given(maps() | maps(hostile=True))
    def check(map: argmap.ArgumentMap) -> None:
        rendering = argmap.render(map, format)
        if rendering.losses:  # what it does say must settle
            rendering = _written_again(format, rendering)
        again = _written_again(format, rendering)
        assert (again.text, again.beside) == (rendering.text, rendering.beside)
        seen["written again"] += 1

    check()
    record_property("written again", seen["written again"])
