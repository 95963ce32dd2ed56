"""Documents that say much in few bytes: what reading them takes at most, beside what it gives."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest

import argmap
from tests.benchmarks.pathological import DOCUMENTS

COUNT = 4_000
"""How many things the document says; one takes some hundred bytes, so that what doesn't grow is nothing beside them."""

MOST = {
    "csv: rows": 1.5,
    "json: claims": 1.4,
    "json: unknown keys": 1.5,
    "kialo: claims": 1.75,
    "xml: elements": 1.4,
}
"""What is taken at most, in parts of what is given."""


def taken(format: str, text: str) -> tuple[int, int]:
    """What reading a document takes at most, and what of it is there as long as its reading, in bytes."""
    tracemalloc.start()
    reading = argmap.parse(text, format=format)
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(reading.map.claims) + len(reading.findings) >= COUNT
    return most, held


@pytest.mark.parametrize("name", MOST)
def test_reading_takes_little_beside_what_it_gives(name: str) -> None:
    """Else a table of 100,000 rows takes four times its map, for its cells and rows are there to the end."""
    format, document = DOCUMENTS[name]
    make: Callable[[int], str] = document
    taken(format, make(COUNT))  # what is loaded once is loaded now
    most, held = taken(format, make(COUNT))
    assert most < MOST[name] * held


def test_a_cell_is_found_again_in_its_row() -> None:
    """Else a fault in a table is told of the first cell of its row, or of another table's."""
    text = 'id,text\na,"one, two"\n\n\nid,kind,from,to\ns,support,"a",b\n'
    with pytest.raises(argmap.ReadError) as caught:
        argmap.loads(text, format="csv")
    span = caught.value.span
    assert span is not None
    assert (span.line, span.column, text[span.start : span.end]) == (6, 15, "b")
