"""Small documents are read as the reference implementation reads them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DOCUMENTS = tomllib.loads(Path(__file__).with_name("reference.toml").read_text("utf-8"))["document"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["name"])
def test_as_the_reference_reads_it(
    document: dict[str, str], outline: Callable[[str], list[list[Any]]]
) -> None:
    """Else a rule of Argdown is read in another way than its author meant."""
    rows = [json.loads(line) for line in document["rows"].splitlines()]
    assert json.loads(json.dumps(outline(document["text"]))) == rows


def test_there_are_documents() -> None:
    """A file that is cut short would leave rules untested."""
    assert len(DOCUMENTS) >= 128
