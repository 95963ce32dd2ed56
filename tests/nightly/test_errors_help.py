"""Errors help: each of many broken documents is refused with its place, and nearly each with what to do.

python -m pytest tests/nightly/test_errors_help.py --mutants 2000
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import argmap

sys.path.insert(0, str(Path(__file__).parents[1] / "formats"))

broken = import_module("test_mutants")

PLACE = re.compile(r"<\w+>(?:#\w+)?:\d+:\d+: ")
"""The document, or a part of it, the line and the column."""


@pytest.mark.parametrize("format", broken.READ)
def test_every_error_has_its_place(
    format: str, request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> None:
    """Somebody with a broken file would have to find the place alone."""
    count = request.config.getoption("--mutants")
    documents = broken._samples(format)
    seen: Counter[str] = Counter()
    placeless: list[str] = []
    for seed, document in enumerate(documents):
        for mutant in broken.mutants(document, count // len(documents), 1_000 + seed):
            try:
                argmap.parse(mutant, format=format)
            except argmap.ReadError as error:
                seen["refused"] += 1
                lines = "(line " in error.hint  # it names each to choose from
                placed = lines or PLACE.match(str(error)) is not None
                seen["with a place"] += placed
                seen["with what to do"] += bool(error.hint)
                placeless += [] if placed else [str(error)]
    for name, number in seen.items():
        record_property(name, number)
    assert placeless == []
