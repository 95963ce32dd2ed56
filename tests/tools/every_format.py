"""Prints a digest of a debate and of twenty made-up maps in every format, written and read again.

Usage: ``python tests/tools/every_format.py examples/co_op_debate.py``. ``tests/test_hash_seeds.py``
runs it in interpreters that differ and compares what they print.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from random import Random
from typing import Any

import argmap
from argmap.drawing.styles import style
from argmap.formats import formats
from argmap.layout import arrange

LETTERS = "abc äß 漢字 \N{HEBREW LETTER ALEF} <&>\"'"
MAPS = 20


def some_map(number: int) -> argmap.ArgumentMap:
    """A map that its number decides: linked premises, undercuts of undercuts, records and sections."""
    dice = Random(number)
    draft = argmap.Draft(f"Map {number}", language="en")
    sections = [None, *[draft.group(f"Part {letter}") for letter in "AB"]]
    claims = [
        draft.claim(
            "".join(dice.choices(LETTERS, k=dice.randint(3, 60))).strip() or "empty",
            tags=dice.sample(["b", "a", "c"], 2),
            said_by=dice.choice(["Ann", "Ben"]),
            stance=dice.choice(["asserted", "assumed", "questioned"]),
            group=dice.choice(sections),
            weight=dice.choice([None, 0.25]),
        )
        for _ in range(dice.randint(4, 12))
    ]
    steps: list[argmap.Step] = []
    for _ in claims:
        target, *premises = dice.sample(claims, dice.randint(2, 4))
        steps.append(dice.choice([draft.support, draft.rebut])(target, by=premises))
        if dice.random() < 0.4:
            steps.append(draft.undercut(dice.choice(steps), by=dice.choice(claims)))
    return draft.map()


def digests(map: argmap.ArgumentMap) -> Iterator[tuple[str, str]]:
    """Each format's name, and a digest of what it writes and of what it reads there again."""
    for format in formats():
        if format.write is not None:
            small: dict[str, Any] = {"scale": 0.2} if format.binary else {}
            rendering = argmap.render(map, format.name, **small)
            told = [rendering.data.decode("latin-1"), *[str(loss) for loss in rendering.losses]]
            if format.read is not None:
                reading = argmap.parse(rendering.text, format=format.name)
                told += [str(finding) for finding in reading.findings]
                told.append(argmap.render(reading.map, "json").text)
            yield format.name, sha256("\0".join(told).encode()).hexdigest()


def main(debate: str) -> None:
    """Print a line for each map and format.

    Five formats draw the same picture, and four fifths of their time go to its layout: each diagram is laid out once.
    """
    vars(style)["arrange"] = cache(arrange)
    maps = {"the debate": runpy.run_path(debate)["debate"]()}
    maps |= {f"map {number}": some_map(number) for number in range(MAPS)}
    for name, map in maps.items():
        for format, digest in digests(map):
            print(f"{name} as {format}: {digest}")


if __name__ == "__main__":
    main(*sys.argv[1:])
