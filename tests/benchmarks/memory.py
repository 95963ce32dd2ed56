"""Memory: what reading, writing, drawing and weighing pathological inputs takes at most, against the bound that is promised.

Usage: ``python tests/benchmarks/memory.py [--small] [WORD ...]`` in the project's folder, on Linux; words choose among the names.
Each input of ``pathological.py`` is run in a process of its own, at two sizes. It prints a table in Markdown, with the goal of
``50 MB + 20 x`` the bytes of the input beside. Where a document takes more it is told how large that is which reading it gives, as objects
of Python: where that alone is more than the goal, reading may take at most twice as much. It ends with status 1 if a peak is over its bound
and no reason for it is known. The bytes of a map are those of its document.
"""

from __future__ import annotations

import gc
import os
import sys
import tracemalloc
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

import argmap
from tests.benchmarks import pathological as inputs
from tests.benchmarks.pathological import MAPS, Make

MEGABYTE = 1_000_000
CONSTANT = 50 * MEGABYTE
GOAL = 20
"""Beyond a constant, so many bytes for each byte of the input."""

GIVEN = 2
"""Where what is read takes more than that itself: so many times of it. A claim takes 216 bytes, and three in the shortest table."""

DOCUMENT, MAP = 250_000, 30_000
"""Bytes of the smaller input; the larger one has four times as many."""

KNOWN = {
    name: reason for name, reason in inputs.KNOWN.items() if name.startswith(("draw", "write"))
}
"""What takes more for a reason, told below the table; it is tried at a quarter of the size."""


class Peak(NamedTuple):
    """How large an input was, and what it took at most beyond what there was before, in bytes."""

    input: int
    memory: int

    def bound(self, times: int) -> int:
        """The most that it may take."""
        return CONSTANT + times * self.input


def status(field: str) -> int:
    """A field of what Linux says of this process's memory, in bytes."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) * 1024
    raise LookupError(field)


def peak(run: Callable[[], object]) -> int:
    """What a call takes at most, beyond what this process had before."""
    gc.collect()
    before = status("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak begins anew
    run()
    return max(0, status("VmHWM") - before)


def given(run: Callable[[], object]) -> int:
    """How much is there as long as what a call gives is, in bytes."""
    tracemalloc.start()
    kept = run()
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return held


def apart(make: Make, n: int, measure: Callable[[Callable[[], object]], int] = peak) -> int:
    """The peak of an input of a size, or another measure, in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        make(16)()  # what is loaded once is loaded now
        os.write(writing, str(measure(make(n))).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    if not said:
        raise MemoryError(f"the process ended at n = {n}")
    return int(said)


def sized(size: Callable[[int], int], wanted: int) -> int:
    """The least power of two at which an input has the bytes wanted."""
    n = 16
    while size(n) < wanted:
        n *= 2
    return n


def _document_size(document: Callable[[int], str], n: int) -> int:
    return len(document(n).encode())


def _map_size(shape: Callable[[int], argmap.ArgumentMap], n: int) -> int:
    return len(argmap.dumps(shape(n)).encode())


def measurable() -> Iterator[tuple[str, Make, Callable[[int], int], int]]:
    """Each input: its name, how it is made, how many bytes it has at a size, and how many it shall have."""
    made = dict(inputs.inputs())
    for format, (_, document) in inputs.DOCUMENTS.items():
        name = f"read {format}"
        yield name, made.pop(name), partial(_document_size, document), DOCUMENT
    shapes = {make.__name__.replace("_", " "): make for make in MAPS}
    for name, make in made.items():
        shape = shapes.get(name.rpartition(": ")[2], inputs.chain)
        yield name, make, partial(_map_size, shape), MAP


def main(words: list[str]) -> int:
    """The table, and 1 if a peak is over its bound without a known reason."""
    warnings.simplefilter("ignore")
    small = "--small" in words
    words = [word for word in words if word != "--small"]
    print("| input | kB | MB at most | kB, four times | MB at most | goal | bytes a byte |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    over: list[str] = []
    told: list[str] = []
    count = beyond = 0
    for name, make, size, wanted in measurable():
        if words and not any(word in name for word in words):
            continue
        count += 1
        n = sized(size, wanted // (8 if small else 4 if name in KNOWN else 1))
        first, last = [Peak(size(k), apart(make, k)) for k in (n, 4 * n)]
        grown = (last.memory - first.memory) / max(1, last.input - first.input)
        too_much = last.memory > last.bound(GOAL)
        beyond += too_much
        if too_much and name not in KNOWN:
            least = apart(make, 4 * n, given)
            held = last.bound(GOAL) < least and last.memory <= GIVEN * least
            over += [] if held else [name]
            told.append(
                f"{name}: what it gives takes {least / MEGABYTE:.1f} MB by itself, "
                f"and reading it {last.memory / max(1, least):.2f} times of that at most"
            )
        mark = "**" if too_much else ""
        print(
            f"| {name} | {first.input / 1000:,.0f} | {first.memory / MEGABYTE:.1f} | {last.input / 1000:,.0f} "
            f"| {mark}{last.memory / MEGABYTE:.1f}{mark} | {last.bound(GOAL) / MEGABYTE:.0f} | {grown:.1f} |",
            flush=True,
        )
    print()
    for line in (*[f"{name}: {reason}" for name, reason in KNOWN.items()], *told):
        print(line)
    print(f"{count} inputs; {beyond} beyond the goal of 50 MB + {GOAL} x bytes")
    print(f"{len(over)} of them for no reason that is known: {', '.join(over) or 'none'}")
    return bool(over)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
