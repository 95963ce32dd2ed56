"""Reads random documents, writes them, reads them again, and tells where an unreported difference is.

Usage: ``python tests/tools/argdown/written_back.py [COUNT] [SEED]``. Documents are put together from the pieces of
Argdown's grammar, as `differential` does. A document that differs is made as short as it gets. Ends with 1 if any differs.
"""

from __future__ import annotations

import random
import sys
from importlib import import_module

import argmap
from argmap.formats.argdown.foreign import without_foreign
from argmap.invariants.differences import differences
from argmap.source import SourceText

differential = import_module("differential")


def unreported(text: str) -> list[str] | None:
    """What differs and isn't told; None for a document that can't be read."""
    try:
        map = argmap.parse(SourceText("d.argdown", text), format="argdown").map
    except argmap.ArgmapError:
        return None
    rendering = argmap.render(map, "argdown")
    try:
        back = argmap.parse(SourceText("d.argdown", rendering.text), format="argdown").map
    except argmap.ArgmapError as error:
        return [f"refused: {error}"]
    return list(differences(without_foreign(map)[0], back, rendering.losses))


def main(count: int, seed: int) -> int:
    """Print the documents that come back otherwise, and how many there were."""
    chance = random.Random(seed)
    read = differing = 0
    for _ in range(count):
        text = differential.grammatical(chance)
        told = unreported(text)
        read += told is not None
        if told:
            differing += 1
            short = differential.shortest(
                text, lambda texts: [bool(unreported(each)) for each in texts]
            )
            print(*(unreported(short) or ()), "", short, "", sep="\n")
    print(f"{differing} of {read} documents that can be read came back otherwise without a word")
    return 1 if differing else 0


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:3]]
    sys.exit(main(*given, *(1_000, 0)[len(given) :]))
