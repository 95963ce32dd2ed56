"""Prints the tables of docs/reference/strategies.md.

Usage: ``python -m tests.benchmarks.strategies``; ``--examples 400`` and ``--seeds 9`` say how much is drawn.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any

import argmap.strategies as made
from argmap import ArgumentMap
from argmap.strategies.switches import SHAPES

from .measure import found, measured, sizes
from .planted import PLANTED

STRATEGIES: dict[str, Any] = {
    **{f"maps(shape={shape!r})": made.maps(shape=shape) for shape in SHAPES},  # type: ignore[arg-type]  # names of shapes
    "maps(hostile=True)": made.maps(hostile=True),
    "maps(connected=True)": made.maps(connected=True),
    "trees()": made.trees(),
    "pcs()": made.pcs(),
    "edited_maps()": made.edited_maps(),
    "claims()": made.claims(),
    "links()": made.links(),
    "supports()": made.supports(),
    "rebuttals()": made.rebuttals(),
    "undercuts()": made.undercuts(),
    "texts(hostile=True)": made.texts(hostile=True),
    "free_data()": made.free_data(),
    "abstract_frameworks()": made.abstract_frameworks(),
    "qbafs()": made.qbafs(),
    "argdown_documents()": made.argdown_documents(),
    "argdown_documents(dirty=True)": made.argdown_documents(dirty=True),
    "aif_documents()": made.aif_documents(),
    "aif_documents(dirty=True)": made.aif_documents(dirty=True),
    "kialo_exports()": made.kialo_exports(),
    "documents('json')": made.documents("json"),
    "documents('graphml')": made.documents("graphml"),
}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; the first column is left-aligned, the others right-aligned."""
    rule = ["---"] + ["--:"] * (len(head) - 1)
    return "\n".join(["| " + " | ".join(row) + " |" for row in (head, rule, *rows)])


def speeds(examples: int) -> str:
    """Examples a second of the processor, and what was thrown away."""
    rows = []
    for name, strategy in STRATEGIES.items():
        done = measured(strategy, examples)
        shares = [f"{100 * part / done.begun:.1f} %" for part in (done.rejected, done.begun_anew)]
        rows.append((f"`{name}`", f"{len(done.values) / done.seconds:,.0f}", *shares))
    return table(("strategy", "examples a second", "rejected", "begun anew"), rows)


def shapes(examples: int) -> str:
    """What the maps of each shape are like."""
    rows = []
    for shape in SHAPES:
        maps = measured(made.maps(shape=shape), examples).values  # type: ignore[arg-type]  # a shape's name
        rows.append((shape, sizes(maps)))
    return table(("shape", *rows[0][1]), [(name, *told.values()) for name, told in rows])


def bugs(seeds: int) -> str:
    """How soon planted bugs are found, and how small the example is in the end."""
    rows = []
    for planted in PLANTED:
        done = found(planted, seeds)
        most = max(done.examples)
        row = (
            planted.bug,
            f"`{planted.drawn}`",
            f"{done.median:.0f}",
            str(most),
            size(done.smallest),
        )
        rows.append(row)
    counts = median([float(row[2]) for row in rows])
    head = ("planted bug", "drawn from", "examples until found", "at most", "smallest example")
    return f"{table(head, rows)}\n\nMedian of the medians: {counts:.0f} examples."


def size(value: Any) -> str:
    """How large an example is: a map's claims and links, a text's characters."""
    map = getattr(value, "before", value)
    if isinstance(map, ArgumentMap):
        return f"{len(map.claims)} claims, {len(map.links)} links".replace("1 claims", "1 claim")
    return f"{len(map)} characters"


def main() -> None:
    """Print the tables."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.strategies", description=__doc__)
    parser.add_argument("--examples", type=int, default=400)
    parser.add_argument("--seeds", type=int, default=9)
    asked = parser.parse_args()
    print(speeds(asked.examples), end="\n\n", flush=True)
    print(shapes(asked.examples), end="\n\n", flush=True)
    print(bugs(asked.seeds))


if __name__ == "__main__":
    main()
