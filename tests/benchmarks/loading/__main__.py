"""Loads AIF with argmap and with arguebuf, side by side, and prints a table of CPU seconds.

Usage: ``python tests/benchmarks/loading CORPUS PYTHON``. CORPUS is the folder of real files, PYTHON an interpreter that has
arguebuf (2.7.2 was measured). The two take turns, each in a process of its own; the least of three
rounds counts.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

CHILD = Path(__file__).with_name("child.py")
NODES = 100_000


def made(nodes: int) -> dict[str, Any]:
    """A document of AIF with so many nodes: two of three are claims, the rest steps between them."""
    dice = random.Random(1)
    claims = nodes * 2 // 3
    words = [
        "co",
        "ops",
        "raise",
        "the",
        "standards",
        "of",
        "public",
        "services",
        "where",
        "people",
        "work",
        "near",
    ]
    made_nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []

    def node(type: str, text: str) -> str:
        id = str(len(made_nodes) + 1)
        stamp = "2015-12-14 12:09:15"
        made_nodes.append({"nodeID": id, "text": text, "type": type, "timestamp": stamp})
        return id

    def edge(tail: str, head: str) -> None:
        id = str(len(edges) + 1)
        edges.append({"edgeID": id, "fromID": tail, "toID": head, "formEdgeID": None})

    ids = [node("I", " ".join(dice.choices(words, k=12))) for _ in range(claims)]
    for number in range(nodes - claims):
        step = node(*(("RA", "Default Inference") if number % 3 else ("CA", "Default Conflict")))
        edge(ids[dice.randrange(1, claims)], step)
        edge(step, ids[dice.randrange(claims)])
    return {"nodes": made_nodes, "edges": edges, "locutions": []}


def ran(python: str, library: str, rounds: int, files: list[Path]) -> dict[str, Any]:
    """What a child says of loading the files."""
    command = [python, str(CHILD), library, str(rounds), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def compared(name: str, files: list[Path], python: str, rounds: int) -> str:
    """One row of the table."""
    ours = ran(sys.executable, "argmap", rounds, files)
    theirs = ran(python, "arguebuf", rounds, files)
    ratio = theirs["seconds"] / ours["seconds"]
    cells = [
        name,
        f"{len(files):,}",
        *[f"{side['loaded']:,}" for side in (ours, theirs)],
        *[f"{side['claims']:,}" for side in (ours, theirs)],
        *[f"{side['seconds']:.2f}" for side in (ours, theirs)],
        f"{ratio:.1f}",
    ]
    return f"| {' | '.join(cells)} |"


def main(corpus: str, python: str) -> None:
    """Print the table."""
    files = [p for p in sorted(Path(corpus, "aif").rglob("*.json")) if ".arguebuf." not in p.name]
    print(
        "| documents | files | loaded: argmap | arguebuf | claims: argmap | arguebuf | s: argmap | arguebuf | ratio |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    print(compared("the AIF corpus", files, python, 3), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.json"
        path.write_text(json.dumps(made(NODES)), "utf-8")
        print(compared(f"{NODES:,} nodes", [path], python, 3))


if __name__ == "__main__":
    main(*sys.argv[1:])
