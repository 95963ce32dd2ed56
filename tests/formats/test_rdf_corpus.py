"""The real files in RDF: every honest one is read, with as much in it as the file itself says."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

rdf_corpus_table = import_module("rdf_corpus_table")

REFUSED = {"we-have-issues.xml": "begins with"}
"""A page that says nothing of AIF or of IBIS."""


@pytest.mark.corpus
@pytest.mark.parametrize("folder", rdf_corpus_table.FOLDERS)
def test_real_files_are_read_whole(corpus: Path, folder: str) -> None:
    """An honest file would be refused, or some of its nodes and relations be missing."""
    found = rdf_corpus_table.row(corpus, folder)
    assert found.files > 0
    for name, message in found.refused.items():
        assert REFUSED[name] in message
    assert found.different == []
    assert found.ours == found.counted


@pytest.mark.corpus
def test_the_table_tells_of_every_folder(corpus: Path) -> None:
    """The script that is shown to others would leave a folder out."""
    lines = "\n".join(rdf_corpus_table.table(corpus))
    assert all(f"{folder}: " in lines for folder in rdf_corpus_table.FOLDERS)


@pytest.mark.corpus
def test_every_file_of_a_folder(corpus: Path) -> None:
    """The script over all real files would end in an error, or tell of nothing."""
    table = import_module("every_file_table").table
    first, *others = table(corpus, ["ibis-rdf"])
    assert first.startswith("ibis-rdf: ")
    assert "read: ibis-rdf 7" in first
    assert [line for line in others if "WRONG" in line] == []
