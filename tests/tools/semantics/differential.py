"""Weighs frameworks by chance here, by clingo and by PyArg, and tells where they differ.

Usage: ``python tests/tools/semantics/differential.py PYTHON [COUNT] [SEED]``, where PYTHON is one that has ``clingo`` and
``python-argumentation``. Ends with 1 if anything differs.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

from argmap.semantics.counting import Counting
from argmap.semantics.extensions import extensions_of
from argmap.semantics.graph import AttackGraph
from argmap.semantics.sat import Solver

SIZES = (3, 4, 5, 6, 7, 8)
DENSITIES = (0.08, 0.15, 0.25, 0.4)
BATCH = 50


def by_chance(count: int, seed: int) -> list[tuple[int, list[tuple[int, int]]]]:
    """Frameworks with self-attacks, sparse and dense."""
    chance = Random(seed)
    found = []
    for _ in range(count):
        size, share = chance.choice(SIZES), chance.choice(DENSITIES)
        pairs = [(a, b) for a in range(size) for b in range(size)]
        found.append((size, [pair for pair in pairs if chance.random() < share]))
    return found


def main(python: str, count: int = 500, seed: int = 1) -> int:
    """Compare, and print how often each program agreed."""
    frameworks = by_chance(count, seed)
    agreed: Counter[str] = Counter()
    differing = 0
    for start in range(0, count, BATCH):
        batch = frameworks[start : start + BATCH]
        answer = subprocess.run(
            [python, str(Path(__file__).parent / "peer_answers.py")],
            input=json.dumps(batch),
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout
        for (size, attacks), answers in zip(batch, json.loads(answer), strict=True):
            graph = AttackGraph.of(size, attacks)
            for program, by_semantics in answers.items():
                for semantics, theirs in by_semantics.items():
                    ours = sorted(extensions_of(graph, semantics, Solver))
                    counted = Counting.of(graph, semantics, Solver).count()
                    if ours == sorted(theirs) and counted == len(theirs):
                        agreed[program] += 1
                    else:
                        differing += 1
                        print(f"{program}, {semantics}: {size} {attacks}\n  {theirs}\n  {ours}")
    print(f"{count} frameworks; {dict(agreed)} answers agree, {differing} differ")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:4])))
