"""The real files of AIF's family and of SADFace: read, and written back with nothing lost."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

corpus_table = import_module("corpus_table")


@pytest.mark.corpus
@pytest.mark.parametrize("folder", ["aif", "xaif", "ova", "sadface"])
def test_nothing_is_lost(corpus: Path, folder: str) -> None:
    """A node or an edge of a real document would be lost, or an honest document be refused."""
    found = corpus_table.row(corpus, folder)
    broken = {"20088_target_hevy.json", "19867_hevy.json"}  # a key twice; a comma missing
    assert set(found.refused) <= broken
    assert found.edges_lost == 0
    assert found.nodes_lost == (3 if found.findings["control-character"] else 0)
    assert found.read == found.files - len(found.refused)
    assert any(folder in line for line in corpus_table.table(corpus))
