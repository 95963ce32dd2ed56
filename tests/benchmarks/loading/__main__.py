"""Loads AIF with argmap and with arguebuf, side by side, and prints a table of CPU seconds.

Usage: ``python tests/benchmarks/loading CORPUS PYTHON``. CORPUS is the folder of real files, PYTHON an interpreter that has
arguebuf (2.7.2 was measured). All take turns, each in a process of its own; the least of five rounds counts.
Two rows tell how far a loader in Python could go: *json.loads* only parses the text, *and objects*
makes the barest object for each node and edge besides, without a look at what is in it. The files that both
libraries load stand in rows of their own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from making import made  # type: ignore[import-not-found, unused-ignore]  # it stands beside this file

CHILD = Path(__file__).with_name("child.py")
NODES = 100_000
ROUNDS = 5
PEER = "arguebuf"
LOADERS = ("argmap", PEER, "json.loads", "and objects")


def ran(python: str, library: str, rounds: int, files: list[Path]) -> dict[str, Any]:
    """What a child says of loading the files."""
    command = [python, str(CHILD), library, str(rounds), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def compare(name: str, files: list[Path], python: str, rounds: int) -> list[Path]:
    """Print the rows of a set of documents; the files that both libraries load."""
    found = {
        library: ran(python if library == PEER else sys.executable, library, rounds, files)
        for library in LOADERS
    }
    for library, told in found.items():
        ratio = found[PEER]["seconds"] / told["seconds"]
        cells = [name, library, f"{len(told['loaded']):,} of {len(files):,}", f"{told['claims']:,}"]
        print(f"| {' | '.join(cells)} | {told['seconds']:.3f} | {ratio:.1f} |", flush=True)
    both = set(found["argmap"]["loaded"]).intersection(found[PEER]["loaded"])
    return [path for path in files if str(path) in both]


def main(corpus: str, python: str) -> None:
    """Print the table."""
    files = [p for p in sorted(Path(corpus, "aif").rglob("*.json")) if ".arguebuf." not in p.name]
    print(f"| documents | loader | loaded | claims | s | {PEER}'s time over it |")
    print("|---|---|--:|--:|--:|--:|")
    both = compare("the AIF corpus", files, python, ROUNDS)
    compare("what both load of it", both, python, ROUNDS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.json"
        path.write_text(json.dumps(made(NODES)), "utf-8")
        compare(f"{NODES:,} nodes", [path], python, ROUNDS)


if __name__ == "__main__":
    main(*sys.argv[1:])
