"""Documents that would take a careless reader for ever: read or refused. ``tests/benchmarks/test_argdown_growth.py`` times them."""

from __future__ import annotations

from importlib import import_module

import pytest

import argmap
from argmap import Limits
from argmap.source import SourceText

PATHOLOGICAL = import_module("argdown_growth").PATHOLOGICAL


def _read(text: str) -> argmap.ArgumentMap:
    limits = Limits(file_bytes=20_000_000, claims=200_000)
    return argmap.parse(SourceText("d", text), format="argdown", limits=limits).map


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_they_are_read_or_refused(name: str) -> None:
    """A document of one sign would end in an error that isn't a `ReadError`, or not at all."""
    told: list[str] = []
    try:
        _read(PATHOLOGICAL[name](300))
    except argmap.ReadError as error:
        told.append(error.name)
    assert told in ([], ["d"])


def test_a_thousand_levels() -> None:
    """A deep debate would end in a `RecursionError`."""
    map = _read(PATHOLOGICAL["relations in relations"](1_000))
    assert max(map.depths.values()) == 1_000


@pytest.mark.slow
def test_one_line_of_ten_megabytes() -> None:
    """A text without line ends would be searched to its end again and again."""
    limits = Limits(text_characters=10_000_000)
    (claim,) = argmap.parse("word " * 2_000_000, format="argdown", limits=limits).map.claims
    assert len(claim.text) == 9_999_999


@pytest.mark.slow
def test_a_hundred_thousand_brackets() -> None:
    """Each bracket would be looked for to the end of the line."""
    assert len(_read("[" * 100_000).claims) == 1


@pytest.mark.slow
def test_titles_whose_hashes_collide() -> None:
    """Statements of 25,000 titles would be compared with one another."""
    assert len(_read(PATHOLOGICAL["titles whose hashes collide"](25_000)).claims) == 25_000
