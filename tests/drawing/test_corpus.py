"""Every real file that argmap reads is drawn without a fault, in the direction it gets."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

import argmap
from argmap.layout import arrange
from tests.benchmarks.drawings.metrics import measures
from tests.benchmarks.drawings.question import picture, question

FOLDERS = {"aif": 40, "xaif": 10, "ova": 1, "sadface": 5, "argdown": 50, "argdown-snippets": 90}
"""Which folders of the corpus are drawn, and from how many of their files a map must come."""


def readable(folder: Path) -> Iterator[tuple[str, argmap.ArgumentMap]]:
    """The names and maps of the files that hold one."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore", argmap.FindingWarning)
                    yield file.name, argmap.read(file)
            except argmap.ArgmapError:
                continue  # what is no map is the readers' tests' business


@pytest.mark.corpus
@pytest.mark.parametrize("folder", FOLDERS)
def test_no_real_map_is_drawn_with_a_fault(corpus: Path, folder: str) -> None:
    """Made maps are tidy; a line through a card or a text outside it shows first in a real debate."""
    drawn = 0
    for name, map in readable(corpus / folder):
        asked = question(map, "auto")
        layout = arrange(asked.diagram, spacing=asked.spacing)
        found = measures(picture(asked, layout))
        assert (found.hits, found.overlaps, found.text_outside, found.loose) == (0, 0, 0, 0), name
        drawn += 1
    assert drawn >= FOLDERS[folder]
