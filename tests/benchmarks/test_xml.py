"""XML: how time grows with the document, for hostile texts and for large documents of every format.

python -m pytest tests/benchmarks/test_xml.py

It takes a minute: each document is read a few times, and what counts is the ratio, not the time.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import argmap
from argmap.errors import ReadError
from argmap.limits import Limits
from argmap.source import SourceText
from argmap.xmltext import parse_xml, write_xml

_WIDE = Limits(nesting=10**6, xml_elements=10**7, xml_attributes=10**6, text_characters=10**9)
CONTROL = "<b>\x85</b>"
HOSTILE: dict[str, Callable[[int], str]] = {
    "unclosed tag": lambda n: "<a" + "x" * n,
    "unclosed attribute": lambda n: '<a x="' + "y" * n,
    "unclosed comment": lambda n: "<a><!--" + "-" * n,
    "unclosed section": lambda n: "<a><![CDATA[" + "]" * n,
    "unclosed document type": lambda n: "<!DOCTYPE a SYSTEM " + '"' * n,
    "many comments before": lambda n: "<!---->" * (n // 7) + "<a",
    "one long text": lambda n: f"<a>{'x' * n}</a>",
    "many short texts": lambda n: f"<a>{'<b/>x' * (n // 5)}</a>",
    "references": lambda n: f"<a>{'&amp;' * (n // 5)}</a>",
    "control characters": lambda n: f"<a>{CONTROL * (n // 8)}</a>",
    "nested": lambda n: "<a>" * (n // 7) + "</a>" * (n // 7),
    "attributes": lambda n: "<a " + " ".join([f"a{k}='1'" for k in range(n // 10)]) + "/>",
    "namespaces": lambda n: (
        "<a>" + "".join([f"<b xmlns='u{k}'/>" for k in range(n // 20)]) + "</a>"
    ),
    "wrong at the end": lambda n: f"<a>{'<b>ä</b>' * (n // 8)}</c>",
}
SAMPLES = sorted((Path(__file__).parents[1] / "cases" / "xml").glob("*.xml"))


def fastest(work: Callable[[], object]) -> float:
    """The shorter of two runs, in seconds of this process's own time."""
    found = []
    for _ in range(2):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def read(text: str) -> None:
    """Read or refuse a document, and write what was read."""
    try:
        write_xml(parse_xml(SourceText("a", text), limits=_WIDE).root, indent=None)
    except ReadError as error:
        str(error)


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_grows_with_the_document(name: str, benchmark: BenchmarkFixture) -> None:
    """Four times the document takes about four times as long; with the square it would be sixteen."""
    small, large = (HOSTILE[name](n) for n in (200_000, 800_000))
    ratio = fastest(lambda: read(large)) / fastest(lambda: read(small))
    benchmark.extra_info["time at 4n over time at n"] = round(ratio, 2)
    benchmark.pedantic(read, args=(large,))  # type: ignore[no-untyped-call, unused-ignore]  # its stubs say nothing
    assert ratio < 6


def several(text: str, count: int) -> str:
    """A sample whose root holds what it holds many times over, with ids of each copy's own."""
    first = re.search(r"<[A-Za-z][^>]*>", text)
    assert first is not None
    start, stop = first.end(), text.rindex("</")
    inner = text[start:stop]
    ids = r'\b(id|identifier|src|trg|ref|rid|statement|noderef|viewref|from|to|gid)="([^"]+)"'
    copies = [re.sub(ids, rf'\1="\2-{n}"', inner) for n in range(count)]
    return text[:start] + "".join(copies) + text[stop:]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_formats_grow_with_the_document(path: Path, benchmark: BenchmarkFixture) -> None:
    """A step for each pair of elements would never end on a real corpus."""
    text = path.read_text("utf-8")

    def work(document: str) -> None:
        map = argmap.parse(document, format=path.stem, limits=_WIDE).map
        if path.stem in ("arggraph", "aml"):
            argmap.render(map, path.stem)

    small, large = several(text, 50), several(text, 200)
    ratio = fastest(lambda: work(large)) / fastest(lambda: work(small))
    benchmark.extra_info["time at 4n over time at n"] = round(ratio, 2)
    benchmark.pedantic(work, args=(large,))  # type: ignore[no-untyped-call, unused-ignore]  # its stubs say nothing
    assert ratio < 6
