"""The reference implementation's conformance set: real documents, those of its guide, and those of its own tests."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.files import read_source

MODEL_SETTINGS = {
    "creating-group-nodes.md__fence08.argdown": "group.regroup",
    "creating-statement-and-argument-nodes.md__fence16.argdown": "model.explodeArguments",
    "RegroupPlugin.spec.ts__L15_1.argdown": "group.regroup",
}
"""Documents whose settings change the reference's model for the picture; here they change only the picture."""


@pytest.fixture(scope="module")
def table() -> Any:
    """The program that prints the tables."""
    return import_module("argdown_table")


@pytest.mark.corpus
@pytest.mark.parametrize("folder", ["argdown", "argdown-snippets", "argdown-suite"])
def test_documents_are_read_as_the_reference_reads_them(
    corpus: Path, folder: str, table: Any
) -> None:
    """A statement, argument, relation or section of a real document would be lost, or be another."""
    count = table.compared(corpus, folder)
    assert count.equal + len(count.differing) == count.files > 30
    assert {Path(name).name for name in count.differing} <= set(MODEL_SETTINGS)


@pytest.mark.corpus("argdown*/**/*.argdown")
def test_strict_is_as_strict_as_the_reference(corpus_file: Path, table: Any) -> None:
    """Else ``strict`` accepts what the author can't use elsewhere, or refuses what works there."""
    source = read_source(str(corpus_file))
    try:
        argmap.parse(source, format="argdown", strict=True)
        accepted = True
    except argmap.ReadError:
        accepted = False
    assert accepted == (table.status(corpus_file) == "ok")


@pytest.mark.corpus
def test_what_the_reference_refuses_for_no_reason_is_read(corpus: Path, table: Any) -> None:
    """A document would be lost over an empty line."""
    told = Counter(said for _, said, _ in table.refused(corpus))
    assert told["read"] > told["refused"]
