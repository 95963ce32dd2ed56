"""Loads documents of AIF in one way and prints what it took, as JSON.

Usage: ``python child.py LOADER ROUNDS FILE...``; the loader is ``argmap``, ``arguebuf``, ``json.loads`` or ``and objects``.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any


def loader(name: str) -> Callable[[Path], int]:
    """A function that loads a file, as the library's documentation has it, and tells the number of claims."""
    if name == "argmap":
        import argmap

        return lambda path: len(argmap.parse(path.read_bytes(), format="aif").map.claims)
    if name == "arguebuf":
        import arguebuf  # type: ignore[import-not-found, unused-ignore]  # it is in an environment of its own

        logging.disable(logging.CRITICAL)
        return lambda path: len(arguebuf.load.file(path).atom_nodes)
    return _parsed if name == "json.loads" else _objects()


def _parsed(path: Path) -> int:
    json.loads(path.read_bytes())
    return 0


def _objects() -> Callable[[Path], int]:
    """The least that a loader of objects does: one for each node and each edge, with three fields."""
    from attrs import define

    @define
    class Thing:
        id: Any
        first: Any
        second: Any

    def load(path: Path) -> int:
        root = json.loads(path.read_bytes())
        graph = root.get("AIF", root)
        nodes = [
            Thing(node["nodeID"], node.get("text"), node.get("type")) for node in graph["nodes"]
        ]
        edges = [Thing(edge["edgeID"], edge["fromID"], edge["toID"]) for edge in graph["edges"]]
        return len([node for node in nodes if node.second == "I"]) if edges else 0

    return load


def main(name: str, rounds: int, files: list[Path]) -> dict[str, Any]:
    """The least seconds of CPU that a round took, the files that were loaded, and their claims."""
    load = loader(name)
    best = float("inf")
    for _ in range(rounds):
        loaded = []
        claims = 0
        start = process_time()
        for path in files:
            try:
                claims += load(path)
                loaded.append(str(path))
            except Exception:  # what a peer raises is anybody's guess
                continue
        best = min(best, process_time() - start)
    return {"seconds": best, "loaded": loaded, "claims": claims}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]), [Path(name) for name in sys.argv[3:]])))
