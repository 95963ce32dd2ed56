"""Reads one large map in several formats, each in a process of its own (Linux), and prints the peak of memory against the bound.

Usage: ``python tests/benchmarks/loading/memory.py [CLAIMS]``. The bound is 50 MB and twenty times the document; a
document past the limits is refused, and that is printed; the last rows are documents of 100 MB, first with the
usual limit and then with one that lets them pass.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

import argmap

FORMATS = ("json", "node-link", "cytoscape", "aif", "graphml", "gexf", "csv")
CHILD = """
import sys
import argmap
from argmap.files import read_source
limits = argmap.Limits(file_bytes=int(sys.argv[3]))
def peak():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
before = peak()
try:
    source = read_source(sys.argv[1], limits=limits)
    told = f"{len(argmap.parse(source, format=sys.argv[2], limits=limits).map.claims):,} claims"
except argmap.TooLarge as error:
    told = f"refused: {error.message}"
print((peak() - before) // 1024, told, sep="|")
"""
MOST = 50_000_000


def large(claims: int, length: int = 3) -> argmap.ArgumentMap:
    """A map of so many claims with long texts, each a support of the one a third of the way before it."""
    words = " co ops raise the standards of public services where people work near and far" * length
    made = [argmap.Claim(f"c{n}", f"{n}{words}") for n in range(claims)]
    links = [argmap.Support(f"s{n}", (f"c{n}",), f"c{n // 3}") for n in range(1, claims)]
    return argmap.ArgumentMap(claims=tuple(made), links=tuple(links))


def measured(path: Path, format: str, most: int) -> str:
    """The row of a document: its size, the peak of memory, the bound, and what came of it."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path), format, str(most)],
        capture_output=True,
        text=True,
        check=True,
    )
    peak, _, told = done.stdout.strip().partition("|")
    size = path.stat().st_size / 1_000_000
    return f"| {format} | {size:.1f} | {peak} | {50 + 20 * size:.0f} | {told} |"


def main(claims: int) -> None:
    """Print the table, and what becomes of a document of 100 MB."""
    print("| format | MB | peak, MB | bound, MB | |")
    print("|---|--:|--:|--:|---|")
    map = large(claims)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map"
        for format in FORMATS:
            path.write_text(argmap.render(map, format).text, "utf-8")
            print(measured(path, format, MOST), flush=True)
        map = large(90_000, 11)
        for format, most in product(("graphml", "json"), (MOST, 4 * MOST)):
            path.write_text(argmap.render(map, format).text, "utf-8")
            print(measured(path, format, most), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
