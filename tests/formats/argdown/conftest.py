"""What the tests of Argdown share: a document's outline, and what a map loses by being written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from argmap import ArgumentMap, ReadError, Rendering, render
from argmap import parse as parse_map
from argmap.formats.argdown.blocks import parse, parsed
from argmap.formats.argdown.foreign import without_foreign
from argmap.formats.argdown.notes import Notes
from argmap.formats.legal import legal
from argmap.invariants.differences import differences
from argmap.source import SourceText

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]


Outline = Callable[[str], list[list[Any]]]


@pytest.fixture
def written() -> Callable[[ArgumentMap], Rendering]:
    """Writes a map, reads it again, and asserts that it is what it was but for the losses."""

    def checked(map: ArgumentMap) -> Rendering:
        rendering = render(map, "argdown")
        reading = parse_map(SourceText("d.argdown", rendering.text), format="argdown")
        told = differences(without_foreign(map)[0], reading.map, rendering.losses)
        assert not told, "\n".join(
            [*told, rendering.text, *[str(loss) for loss in rendering.losses]]
        )
        assert {finding.code for finding in reading.findings} <= {"no-document", "undercut-claim"}
        return rendering

    return checked


@pytest.fixture
def outline() -> Outline:
    """Tells a document's rows, as `argdown_outline` does."""
    rows: Outline = import_module("argdown_outline").outline_of
    return rows


BothWays = Callable[[str], tuple[object, object]]


@pytest.fixture(scope="session")
def both_ways() -> BothWays:
    """Reads the tree of a text with lines taken at once, and piece by piece; each with what is found, or what is wrong."""

    def told(text: str, read: Callable[[str, Notes], object]) -> object:
        source, _ = legal(SourceText("d", text))
        notes = Notes(source)
        try:
            return read(source.text, notes), notes.told()
        except ReadError as error:
            return str(error), error.hint

    return lambda text: (told(text, parse), told(text, lambda *given: parsed(*given)[0]))
