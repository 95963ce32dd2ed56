"""Files of the same name that belong together."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from argmap.beside import read_beside, write_beside
from argmap.errors import WriteError

TEXT = "We should vote."


def test_packed_documents_have_packed_companions(tmp_path: Path) -> None:
    """A text in plain beside packed notes would be looked for in vain under the other name."""
    file = tmp_path / "essay.ann.gz"
    assert read_beside(file, ".txt") is None
    assert write_beside(file, ".txt", TEXT)
    assert gzip.decompress((tmp_path / "essay.txt.gz").read_bytes()) == TEXT.encode()
    found = read_beside(file, ".txt")
    assert found is not None
    assert (found.name, found.text) == (str(tmp_path / "essay.txt.gz"), TEXT)


@pytest.mark.parametrize("document", ["essay.ann", "essay.ann.gz"])
@pytest.mark.parametrize("companion", ["essay.txt", "essay.txt.gz"])
def test_one_may_be_packed_and_the_other_not(tmp_path: Path, document: str, companion: str) -> None:
    """Somebody has unpacked the text to look at it."""
    written = gzip.compress(TEXT.encode()) if companion.endswith(".gz") else TEXT.encode()
    (tmp_path / companion).write_bytes(written)
    found = read_beside(tmp_path / document, ".txt")
    assert found is not None
    assert found.text == TEXT


def test_the_one_that_is_packed_alike_comes_first(tmp_path: Path) -> None:
    """Of two texts the one that was written with the document is meant."""
    write_beside(tmp_path / "essay.ann.gz", ".txt", "packed")
    write_beside(tmp_path / "essay.ann", ".txt", "plain")
    for name, text in (("essay.ann.gz", "packed"), ("essay.ann", "plain")):
        found = read_beside(tmp_path / name, ".txt")
        assert found is not None
        assert found.text == text


def test_another_text_is_let_be(tmp_path: Path) -> None:
    """What the document is about would be gone."""
    write_beside(tmp_path / "essay.ann", ".txt", TEXT)
    assert write_beside(tmp_path / "essay.ann", ".txt", TEXT)
    with pytest.raises(WriteError, match="there is another text"):
        write_beside(tmp_path / "essay.ann", ".txt", "Other words.")
    assert write_beside(tmp_path / "essay.ann", ".txt", "Other words.", over=True)
    assert not write_beside("-", ".txt", TEXT)
    assert read_beside("-", ".txt") is None


def test_names_of_two_parts(tmp_path: Path) -> None:
    """``claims.csv.gz`` alone is a name too."""
    for name, other in (
        ("debate.claims.csv.gz", "debate.links.csv.gz"),
        ("claims.csv.gz", "links.csv.gz"),
    ):
        assert write_beside(tmp_path / name, ".links.csv", "id", own=".claims.csv")
        assert (tmp_path / other).exists()
