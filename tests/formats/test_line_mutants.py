"""Broken documents of the formats of lines and trees, and documents four times as long."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

line_mutants = import_module("line_mutants")


@pytest.mark.parametrize("format", line_mutants.DOCUMENTS)
def test_mutants(format: str) -> None:
    """A broken document would end in another error than `ReadError`, or be written as another map."""
    told = line_mutants.run(format, 150)
    assert told["read"] > 0
    assert told["read"] + told["refused"] == 150
    for document in line_mutants.DOCUMENTS[format]:
        assert line_mutants.outcome(format, document) == "read"
