"""Documents that were broken at random are read or refused, never anything else.

``ARGMAP_MUTANTS`` is how many are made; with ``ARGMAP_CORPUS`` they are made of real documents as well.
"""

from __future__ import annotations

import os
import random
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import argmap
from argmap.files import read_source
from argmap.model.check import check
from argmap.source import SourceText

HERE = Path(__file__).parent
PARTS = 8
COUNT = int(os.environ.get("ARGMAP_MUTANTS", "1200"))
SIGNS = (
    "[",
    "]",
    "<",
    ">",
    "{",
    "}",
    "(1)",
    "----",
    "--",
    "===",
    "\n",
    "\n\n",
    "  + ",
    "\t<_ ",
    "# ",
    "* ",
    "\\",
    "\r",
    "@",
    ":",
    "**",
    "_",
    "//",
    "/*",
    "<!--",
    "{a: [",
    "\x00",
    "\ud800",
    "\ufeff",
    "'",
    '"',
    "&a",
    "*a",
    "!!int x",
)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Documents to break: small ones of ours, and real ones if there are any."""
    named = tomllib.loads((HERE / "reference.toml").read_text("utf-8"))["document"]
    cases = sorted((HERE.parents[1] / "cases" / "argdown").glob("*.toml"))
    texts = [each["text"] for each in named]
    texts += [tomllib.loads(path.read_text("utf-8"))["text"] for path in cases]
    corpus = os.environ.get("ARGMAP_CORPUS")
    if corpus is not None:
        paths = sorted(Path(corpus).glob("argdown*/**/*.argdown"))
        texts += [read_source(str(path)).text for path in paths]
    return texts


def broken(text: str, others: list[str], chance: random.Random) -> str:
    """A text with pieces lost, doubled, put in from elsewhere, or signs put in."""
    for _ in range(chance.randrange(1, 6)):
        start = chance.randrange(len(text) + 1)
        stop = min(len(text), start + chance.choice((1, 1, 5, 40, 400)))
        way = chance.randrange(4)
        if way == 0:
            text = text[:start] + text[stop:]
        elif way == 1:
            text = text[:stop] + text[start:]
        elif way == 2:
            text = text[:start] + chance.choice(SIGNS) + text[start:]
        else:
            other = chance.choice(others)
            place = chance.randrange(len(other) + 1)
            text = text[:start] + other[place : place + 80] + text[start:]
    return text


@pytest.mark.parametrize("part", range(PARTS))
def test_mutants_are_read_or_refused(part: int, texts: list[str]) -> None:
    """Some broken document would end in an error that isn't a `ReadError`, or make a broken map."""
    chance = random.Random(part)
    read = refused = unnamed = 0
    for _ in range(COUNT // PARTS):
        mutant = broken(chance.choice(texts), texts, chance)
        try:
            found = argmap.parse(SourceText("d", mutant), format="argdown")
        except argmap.ReadError as error:
            refused += error.name == "d"
            unnamed += error.name != "d"
        else:
            read += 1
            assert found.format == "argdown"
            assert check(found.map) == ()
    assert read > 0
    assert refused > 0
    assert unnamed == 0


@pytest.mark.parametrize("part", range(PARTS))
def test_mutants_are_read_alike_by_editors(
    part: int, texts: list[str], both_ways: Callable[[str], tuple[object, object]]
) -> None:
    """Some broken document would be read otherwise line by line than piece by piece."""
    chance = random.Random(part)
    for _ in range(COUNT // PARTS):
        at_once, by_pieces = both_ways(broken(chance.choice(texts), texts, chance))
        assert at_once == by_pieces
