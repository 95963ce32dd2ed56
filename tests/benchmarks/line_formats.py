"""Prints how the time to read and to write grows in the formats of lines and trees, from n to 4n.

Usage: ``python tests/benchmarks/line_formats.py``. Times are of the processor; 4 is linear.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import argmap
from argmap.formats import Format
from argmap.registry import FORMATS
from argmap.source import SourceText

LIMITS = argmap.Limits(text_characters=10**9, claims=10**7, links=10**7, nesting=10**5)


def kialo(n: int) -> str:
    """Many reasons of one thesis, every third a reference to the one before."""
    rows = [
        f"  1.{i}. Pro:\n  Claim {i} [1]\n" if i % 3 else f"  1.{i}. Con:\n  -> See 1.{i - 1}.\n"
        for i in range(1, n + 1)
    ]
    return "\n".join(["Discussion Name:\nT\n\n1. Thesis:\nA\n", *rows, "Sources:\n[1] http://x"])


def references(n: int) -> str:
    """Each claim a reference to the next."""
    rows = "".join([f"  1.{i}. Pro:\n  -> See 1.{i + 1}.\n\n" for i in range(1, n)])
    return f"1. Thesis:\nA\n\n{rows}  1.{n}. Pro:\n  B\n"


def ann(n: int) -> str:
    """A circle of undercuts."""
    spans = "".join([f"T{i}\tClaim {2 * i} {2 * i + 1}\tx\n" for i in range(n)])
    return spans + "".join([f"R{i}\tundercutter Arg1:T{i} Arg2:T{(i + 1) % n}\n" for i in range(n)])


def tgf(n: int) -> str:
    """An attack for each argument."""
    nodes = "".join([f"a{i} label {i}\n" for i in range(n)])
    return f"{nodes}#\n" + "".join([f"a{i} a{i * 7 % n}\n" for i in range(n)])


def apx(n: int) -> str:
    """The same in APX."""
    facts = "".join([f"arg(a{i}).\n" for i in range(n)])
    return facts + "".join([f"att(a{i},a{i * 7 % n}).\n" for i in range(n)])


def af(n: int) -> str:
    """The same in numbers."""
    return f"p af {n}\n" + "".join([f"{i + 1} {i * 7 % n + 1}\n" for i in range(n)])


def argmap_yaml(n: int) -> str:
    """Many reasons of two linked premises."""
    return "A:\n" + "".join([f"  r{i}:\n    B {i}: []\n    C {i}: []\n" for i in range(n)])


def carneades(n: int) -> str:
    """An argument with an undercutter, and an issue, for each statement."""
    tables = {
        "statements": "  s{0}: S\n",
        "arguments": "  a{0}: {{conclusion: s{0}, premises: [s{1}], undercutter: s{2}}}\n",
        "issues": "  i{0}: {{positions: [s{0}, s{2}]}}\n",
    }
    return "".join(
        [
            f"{name}:\n" + "".join([row.format(i, i * 7 % n, i * 3 % n) for i in range(n)])
            for name, row in tables.items()
        ]
    )


def gsn(n: int) -> str:
    """Elements that name one another, and one each that isn't there."""
    row = "G{0}: {{text: A, supportedBy: [G{1}, G{2}], inContextOf: [G{3}], challenges: G{1}}}\n"
    return "".join([row.format(i, i * 7 % n, n + i, i * 3 % n) for i in range(n)])


def mup(n: int) -> str:
    """Many objections to one claim."""
    groups = {
        str(i): {
            "title": "group",
            "id": f"g{i}",
            "attr": {"group": "opposing"},
            "ideas": {"1": {"title": "B", "id": f"b{i}"}},
        }
        for i in range(1, n)
    }
    root = {"title": "A", "id": "1", "ideas": groups}
    return json.dumps({"title": "T", "id": "root", "formatVersion": 3, "ideas": {"1": root}})


def rationale(n: int) -> str:
    """A chain of reasons."""
    rows = [f'n{i} = CreateChild(n{i - 1}, "Reason")\nSetText(n{i}, "B")\n' for i in range(1, n)]
    return 'n0 = Create("Claim")\nSetText("A")\n' + "".join(rows)


INPUTS: list[tuple[str, Callable[[int], str]]] = [
    ("kialo", kialo),
    ("kialo", references),
    ("brat", ann),
    ("tgf", tgf),
    ("apx", apx),
    ("af", af),
    ("argmap-yaml", argmap_yaml),
    ("carneades", carneades),
    ("gsn2x", gsn),
    ("mup", mup),
    ("rationale", rationale),
]


def seconds(work: Callable[[], Any]) -> float:
    """The shortest of two runs."""
    found = []
    for _ in range(2):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def measured(format: Format, text: str) -> tuple[float, float]:
    """How long it takes to read a text, and to write its map."""
    beside = ((".txt", SourceText("x.txt", "é x " * len(text.split()))),)
    source = SourceText("x", text, beside=beside)
    reading = argmap.parse(source, format=format.name, limits=LIMITS)
    reads = seconds(lambda: argmap.parse(source, format=format.name, limits=LIMITS))
    if format.write is None:
        return reads, 0.0
    return reads, seconds(lambda: argmap.render(reading.map, format.name))


def main(n: int) -> None:
    """Print a line for each input."""
    for name, make in INPUTS:
        format: Format = FORMATS.get(name)
        small, large = measured(format, make(n)), measured(format, make(4 * n))
        growth = [f"{b:.2f} s (x{b / a:.1f})" for a, b in zip(small, large, strict=True) if a]
        print(f"{name}, {make.__name__}, {4 * n:,}: {', '.join(growth)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
