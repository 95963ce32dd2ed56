"""Rows placed for little length: how near to the least a few sweeps come."""

from __future__ import annotations

from argmap.layout import arrange
from tests.benchmarks.drawings.generate import generate
from tests.benchmarks.drawings.metrics import measures
from tests.benchmarks.drawings.question import picture, question


def test_the_lines_of_a_large_tree_are_short() -> None:
    """Else they are a quarter longer than need be: after a few usual sweeps the rows are still packed."""
    asked = question(generate("T", 500, 82), "left")
    layout = arrange(asked.diagram, direction="left", spacing=asked.spacing)
    found = measures(picture(asked, layout))
    assert found.length < 116_500  # 121,100 after fewer and shorter moves, 96,300 in dot's drawing
    assert (found.hits, found.overlaps, found.crossings) == (0, 0, 0)
