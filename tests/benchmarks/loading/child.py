"""Loads documents of AIF with one library and prints what it took, as JSON.

Usage: ``python child.py LIBRARY ROUNDS FILE...``; the library is ``argmap`` or ``arguebuf``.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any


def loader(library: str) -> Callable[[Path], Any]:
    """A function that loads a file with the library, as its documentation has it."""
    if library == "argmap":
        import argmap

        return lambda path: argmap.parse(path.read_bytes(), format="aif").map.claims
    import arguebuf  # type: ignore[import-not-found, unused-ignore]  # it is in an environment of its own

    logging.disable(logging.CRITICAL)
    return lambda path: arguebuf.load.file(path).atom_nodes


def main(library: str, rounds: int, files: list[Path]) -> dict[str, Any]:
    """The least seconds of CPU that a round took, how many files were loaded, and their claims."""
    load = loader(library)
    best = float("inf")
    for _ in range(rounds):
        loaded = claims = 0
        start = process_time()
        for path in files:
            try:
                claims += len(load(path))
                loaded += 1
            except Exception:  # what a peer raises is anybody's guess
                continue
        best = min(best, process_time() - start)
    return {"seconds": best, "loaded": loaded, "claims": claims}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]), [Path(name) for name in sys.argv[3:]])))
