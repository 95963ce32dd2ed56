"""Readers and writers of the ground floor: how time grows, and beside their peers.

python -m pytest tests/benchmarks
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from argmap.dottext import DotEdge, DotGraph, DotNode, write_dot
from argmap.errors import ReadError
from argmap.jsontext import parse_json, write_json
from argmap.limits import Limits
from argmap.source import SourceText

PATHOLOGICAL: dict[str, Callable[[int], str]] = {
    "open lists": lambda n: "[" * n,
    "many keys": lambda n: "{" + ",".join(f'"{k}":1' for k in range(n)) + "}",
    "quotes": lambda n: '"' * n,
    "backslashes": lambda n: '["' + "\\" * n,
    "one digit after the other": lambda n: "1" * n,
    "sawteeth": lambda n: "[" + ("[" * 9 + "]" * 9 + ",") * (n // 20) + "0]",
}


def fastest(work: Callable[[], object]) -> float:
    """The shortest of three runs, in seconds."""
    found = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def read(text: str) -> None:
    """Read or refuse a document."""
    try:
        parse_json(SourceText("a", text), limits=Limits(nesting=1_000_000))
    except ReadError as error:
        str(error)


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_reading_grows_with_the_document(name: str, benchmark: BenchmarkFixture) -> None:
    """Four times the document takes about four times as long; with the square it would be sixteen."""
    small, large = (PATHOLOGICAL[name](n) for n in (50_000, 200_000))
    ratio = fastest(lambda: read(large)) / fastest(lambda: read(small))
    benchmark.extra_info["time at 4n over time at n"] = round(ratio, 2)
    benchmark(read, large)
    assert ratio < 12


CLAIMS = [{"id": f"c{n}", "text": "words and words " * 8, "tags": ["a"]} for n in range(20_000)]


@pytest.mark.parametrize("writer", ["write_json", "json.dumps"])
def test_writing_beside_the_standard_library(writer: str, benchmark: BenchmarkFixture) -> None:
    """The readable layout may cost about twice the indented writer."""
    work: dict[str, Callable[[], str]] = {
        "write_json": lambda: write_json({"claims": CLAIMS}),
        "json.dumps": lambda: json.dumps({"claims": CLAIMS}, indent=2),
    }
    assert json.loads(benchmark(work[writer]))


@pytest.mark.parametrize("reader", ["parse_json", "json.loads"])
def test_reading_beside_the_standard_library(reader: str, benchmark: BenchmarkFixture) -> None:
    """Strict reading with places may cost half as much again."""
    text = json.dumps({"claims": CLAIMS})
    work: dict[str, Callable[[], object]] = {
        "parse_json": lambda: parse_json(SourceText("a", text)),
        "json.loads": lambda: json.loads(text),
    }
    assert benchmark(work[reader])


def test_dot_grows_with_the_map(benchmark: BenchmarkFixture) -> None:
    """A big map must not wait for its DOT by the square of its size."""

    def work(count: int) -> str:
        nodes = tuple([DotNode(f"n{i}", {"label": "a claim " * 10}) for i in range(count)])
        edges = tuple([DotEdge(f"n{i}", f"n{i // 2}") for i in range(1, count)])
        return write_dot(DotGraph(nodes, edges))

    ratio = fastest(lambda: work(4_000)) / fastest(lambda: work(1_000))
    benchmark.extra_info["time at 4n over time at n"] = round(ratio, 2)
    benchmark(work, 4_000)
    assert ratio < 12
