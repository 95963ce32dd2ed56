"""The real files of Argdown, and of others as Argdown: what is written is read as the map it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import argmap
from argmap.formats.argdown.foreign import without_foreign

Written = Callable[[argmap.ArgumentMap], argmap.Rendering]
ORDER = {"claims-order", "links-order", "link-numbers"}


def _map(file: Path) -> argmap.ArgumentMap:
    try:
        return argmap.parse(file.read_bytes(), format="argdown").map
    except argmap.ReadError:
        pytest.skip("it can't be read")


@pytest.mark.corpus("argdown*/**/*.argdown")
def test_a_real_document_loses_nothing_but_its_order(written: Written, corpus_file: Path) -> None:
    """A document would say something else once it has been read and written."""
    rendering = written(_map(corpus_file))
    assert {loss.code for loss in rendering.losses} <= ORDER
    again = argmap.parse(rendering.text.encode(), format="argdown").map
    assert {loss.code for loss in argmap.render(again, "argdown").losses} <= ORDER


@pytest.mark.corpus("aif/**/*.json", "ova/**/*.json", "sadface/**/*.json", "xaif/**/*.json")
@pytest.mark.filterwarnings("ignore::argmap.FindingWarning")
def test_maps_of_other_formats(written: Written, corpus_file: Path) -> None:
    """A map from elsewhere would lose more than its report says."""
    try:
        map = argmap.read(corpus_file)
    except (argmap.ReadError, argmap.UnknownFormat):
        pytest.skip("it can't be read")
    written(without_foreign(map)[0])
