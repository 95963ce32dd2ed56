"""Documents that were broken at random are refused or read, in every format, never anything else.

``--mutants 20000`` breaks so many of each format; beside what argmap writes it takes the documents in
``tests/formats/samples`` and ``tests/cases/xml``, each called by the name of its format.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import argmap
from argmap.formats import formats
from argmap.registry import FORMATS
from argmap.source import SourceText

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

mutants = import_module("mutants").mutants

READ = [format.name for format in formats() if format.read]
SAMPLES = sorted([*(HERE / "samples").iterdir(), *(HERE.parent / "cases" / "xml").iterdir()])


def _written(format: argmap.Format) -> list[str]:
    """What the format writes of a small map with something of everything."""
    if format.write is None:
        return []
    draft = argmap.Draft("Co-ops", language="en")
    good = draft.claim("Co-ops are good.", weight=0.5, tags=["x"], data={"n": [1, 2.5, None]})
    near = draft.claim("They are near.", stance="assumed", said_by="Ann", cites=draft.source("S"))
    step = draft.support(good, by=near, scheme="expert", group=draft.group("G"))
    draft.undercut(step, by=draft.claim("No.", wordings=["Nay."]), warrants=[good])
    draft.answer(draft.issue("Why?"), by=good)
    draft.conflict(good, near, contradictory=True)
    draft.prefer(good, over=step)
    draft.rephrase(good, by=near, manner="restates")
    return [argmap.render(draft.map(), format.name).text]


def _samples(name: str) -> list[str]:
    found = [path.read_text("utf-8") for path in SAMPLES if path.stem.partition("@")[0] == name]
    return [*_written(FORMATS.get(name)), *found]


def _write_again(map: argmap.ArgumentMap, name: str) -> None:
    if FORMATS.get(name).write is not None:
        rendering = argmap.render(map, name)
        if not rendering.losses:
            beside = tuple([(suffix, SourceText("", text)) for suffix, text in rendering.beside])
            source = SourceText("", rendering.text, beside=beside)
            assert argmap.parse(source, format=name).map == map


@pytest.mark.parametrize("name", READ)
def test_mutants_are_read_or_refused(
    name: str, request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> None:
    """Some broken document would end in an error that isn't a `ReadError`, or give a broken map."""
    count = request.config.getoption("--mutants")
    documents = _samples(name)
    refused = read = 0
    for seed, document in enumerate(documents):
        assert argmap.parse(document, format=name).map
        for mutant in mutants(document, count // len(documents), seed):
            try:
                reading = argmap.parse(mutant, format=name)
            except argmap.ReadError:
                refused += 1
            else:
                read += 1
                _write_again(reading.map, name)
    assert 0 < refused < count
    record_property("mutants", refused + read)
    record_property("refused", refused)
    record_property("read", read)


def test_every_reader_has_a_document() -> None:
    """A reader would be tested on nothing."""
    assert [name for name in READ if not _samples(name)] == []
