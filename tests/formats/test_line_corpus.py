"""The real files of the formats of lines and trees: read, counted, and written back as the same map."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

line_corpus_table = import_module("line_corpus_table")

REFUSED = {
    "exampleEmpty.apx": "no fact of APX",
    "BA_100_20_1.apx": "no fact of APX",
    "Compromise (P)RNG Somehow.mup": "this is a mind map",
}
"""Real files that aren't what they are called, and a part of the message."""


@pytest.mark.corpus
@pytest.mark.parametrize("format", line_corpus_table.FORMATS)
def test_real_files(corpus: Path, format: str) -> None:
    """An honest file would be refused, something in it be counted wrong, or be lost when it is written."""
    for row in line_corpus_table.rows(corpus, format):
        name = Path(row.name).name
        if name in REFUSED:
            assert REFUSED[name] in row.refused
            continue
        assert not row.refused, row
        assert row.counts == row.own, row
        assert row.same, row
        assert row.losses == 0, row
