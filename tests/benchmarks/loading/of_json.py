"""Prints how long it takes to read one large map from every JSON format, and to make it in memory.

Usage: ``python tests/benchmarks/loading/of_json.py [NODES]``. The map has so many nodes (100,000 unless told), two of three
of them claims, the rest steps between them. Times are the processor's, the shortest of three runs; beside each stands
what the standard library's ``json.loads`` takes for the same text, which no reader in Python can fall below.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import argmap
from argmap.pause import no_garbage

sys.path.insert(0, str(Path(__file__).parent))

from making import made  # type: ignore[import-not-found, unused-ignore]  # it stands beside this file

FORMATS = ("json", "node-link", "cytoscape", "aif", "xaif", "sadface", "arguebuf")
LIMITS = argmap.Limits(file_bytes=10**9, claims=10**7, links=10**7)


def seconds(work: Callable[[], Any]) -> float:
    """The shortest of three runs, without pauses for cyclic garbage."""
    found = []
    for _ in range(3):
        with no_garbage():
            start = time.process_time()
            kept = work()
            found.append(time.process_time() - start)
            del kept
    return min(found)


def again(map: argmap.ArgumentMap) -> argmap.ArgumentMap:
    """The same map, every value of it made anew and checked."""
    claims = [argmap.Claim(claim.id, claim.text) for claim in map.claims]
    links = [
        type(link)(link.id, link.premises, link.target)
        for link in map.links
        if isinstance(link, argmap.Step)
    ]
    return argmap.ArgumentMap(claims=tuple(claims), links=tuple(links))


def main(nodes: int) -> None:
    """Print the table."""
    map = argmap.loads(json.dumps(made(nodes)), format="aif")
    print("| | MB | s: json.loads | argmap | ratio |")
    print("|---|--:|--:|--:|--:|")
    for format in FORMATS:
        text = argmap.render(map, format).text
        least = seconds(partial(json.loads, text))
        took = seconds(partial(argmap.parse, text, format=format, limits=LIMITS))
        size = len(text.encode()) / 1_000_000
        print(
            f"| {format} | {size:.1f} | {least:.2f} | {took:.2f} | {took / least:.1f} |", flush=True
        )
    took = seconds(lambda: again(map))
    elements = len(map.claims) + len(map.links)
    print(f"\nMade in memory and checked: {took:.2f} s, {elements / took:,.0f} elements a second.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
