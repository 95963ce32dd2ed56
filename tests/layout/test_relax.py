"""Rows placed for little length: how near to the least a few sweeps come."""

from __future__ import annotations

import pytest

from argmap.layout import arrange
from tests.benchmarks.drawings.generate import generate
from tests.benchmarks.drawings.metrics import measures
from tests.benchmarks.drawings.question import picture, question


@pytest.mark.parametrize(
    ("count", "most"),
    [
        (500, 106_000),  # 111,700 with sweeps over packed rows alone, 96,000 in dot's drawing
        (2_000, 515_000),  # 537,200 and 465,400
    ],
)
def test_the_lines_of_a_large_tree_are_short(count: int, most: float) -> None:
    """Else they are longer than need be: after some sweeps the rows are still packed."""
    asked = question(generate("T", count, 82), "left")
    layout = arrange(asked.diagram, direction="left", spacing=asked.spacing)
    found = measures(picture(asked, layout))
    assert found.length < most
    assert (found.hits, found.overlaps, found.crossings) == (0, 0, 0)
