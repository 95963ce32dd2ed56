"""The real files of the XML formats: every honest one is read, with as much in it as the file itself says."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

xml_corpus_table = import_module("xml_corpus_table")

REFUSED = {"impact-kb.xml": "document type declaration is more than a name and a file"}
"""Files that declare entities, and are refused for it."""

BROKEN = {"1.xml"}
"""Files that no reader of XML takes, of which we read what they say."""


@pytest.mark.corpus
@pytest.mark.parametrize("folder", xml_corpus_table.FOLDERS)
def test_real_files_are_read_whole(corpus: Path, folder: str) -> None:
    """An honest file would be refused, or some of its claims and relations be missing."""
    found = xml_corpus_table.row(corpus, folder)
    assert found.files > 0
    for name, message in found.refused.items():
        assert REFUSED[name] in message
    assert found.read == found.files - len(found.refused)
    assert {line.partition(":")[0] for line in found.different} <= BROKEN
    assert found.same == found.written
    if folder != "cmv-xml":
        assert found.ours == found.counted


@pytest.mark.corpus
def test_the_table_tells_of_every_folder(corpus: Path) -> None:
    """The script that is shown to others would leave a format out."""
    lines = "\n".join(xml_corpus_table.table(corpus))
    assert all(f"{folder}: " in lines for folder in xml_corpus_table.FOLDERS)
    assert "counted: " in lines
