"""A map of 10,000 claims and 10,000 links beside a plain networkx graph of the same size.

python -m pytest tests/benchmarks/test_model.py
"""

from __future__ import annotations

import pickle
import tracemalloc
from collections.abc import Callable
from typing import Any

import networkx
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import argmap

COUNT = 10_000
TEXTS = [
    f"Claim {n} says that something is so, for reasons that take a hundred characters or so to tell in full."
    for n in range(COUNT)
]


def plain() -> networkx.DiGraph[str]:
    """The same nodes and edges, with the same texts and roles, and nothing checked."""
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    for n in range(COUNT):
        graph.add_node(f"c{n}", kind="claim", text=TEXTS[n])
    for n in range(COUNT):
        graph.add_node(f"l{n}", kind="support")
        graph.add_edge(f"c{(n + 1) % COUNT}", f"l{n}", role="premise")
        graph.add_edge(f"l{n}", f"c{n}", role="target")
    return graph


def whole() -> argmap.ArgumentMap:
    """The map, built and checked."""
    return argmap.ArgumentMap(
        claims=tuple([argmap.Claim(f"c{n}", TEXTS[n]) for n in range(COUNT)]),
        links=tuple(
            [argmap.Support(f"l{n}", (f"c{(n + 1) % COUNT}",), f"c{n}") for n in range(COUNT)]
        ),
    )


def drafted() -> argmap.ArgumentMap:
    """The map, built by 20,000 checked edits."""
    draft = argmap.Draft()
    for n in range(COUNT):
        draft.claim(TEXTS[n], id=f"c{n}")
    for n in range(COUNT):
        draft.support(f"c{n}", by=f"c{(n + 1) % COUNT}")
    return draft.map()


MAP = whole()
SAME = whole()
TEXT = argmap.dumps(MAP)
PICKLED = pickle.dumps(MAP)
WORK: dict[str, Callable[[], Any]] = {
    "networkx: build": plain,
    "argmap: build and check": whole,
    "argmap: by a draft": drafted,
    "argmap: equality": lambda: MAP == SAME,
    "argmap: hash": lambda: hash((MAP.claims, MAP.links)),
    "argmap: pickle": lambda: pickle.dumps(MAP),
    "argmap: unpickle": lambda: pickle.loads(PICKLED),
    "argmap: graph": lambda: MAP.draft().map().graph,
    "argmap: native JSON out": lambda: argmap.dumps(MAP),
    "argmap: native JSON in": lambda: argmap.loads(TEXT),
}


@pytest.mark.parametrize("name", WORK)
def test_time(name: str, benchmark: BenchmarkFixture) -> None:
    """Read the table's median column; the first row is the peer."""
    assert benchmark(WORK[name])


def test_memory() -> None:
    """The map takes at most twice the memory of the graph."""
    sizes = []
    for build in (plain, whole):
        tracemalloc.start()
        kept = build()
        sizes.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        assert kept is not None
    print(f"networkx {sizes[0]:,} bytes, argmap {sizes[1]:,}: {sizes[1] / sizes[0]:.2f} x")
    assert sizes[1] <= 2 * sizes[0]
