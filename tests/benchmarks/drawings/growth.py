"""How time and memory grow with a map, four times as large at each step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from .compare import draw_in_a_process, steps
from .generate import Kind, generate
from .tables import number, table

__all__ = ["SIZES", "growth"]

SIZES = (3_125, 12_500, 50_000)


def growth(
    kinds: Iterable[Kind],
    sizes: Sequence[int],
    limit: float,
    folder: Path,
    say: Callable[[str], None],
    first_seed: int = 1,
) -> str:
    """A table of whole processes, one of each size; the last column is time over the time of the size before."""
    head = (
        *("map", "claims", "links", "whole process s", "read s", "draw s", "write s", "MB"),
        "time / the row before",
    )
    rows = []
    for kind in kinds:
        before: float | None = None
        for size in sizes:
            map = generate(kind, size, first_seed)
            done = draw_in_a_process(map, "auto", limit, folder)
            say(f"growth {kind} {size}: {done.told} {done.busy:.2f}")
            told = steps(done) if done.ok else {}
            rows.append(
                [
                    *(kind, f"{size:,}", f"{len(map.links):,}"),
                    number([done.busy]) if done.ok else done.told,
                    *[number([told[step]] if told else []) for step in ("read", "draw", "write")],
                    number([] if done.megabytes is None else [done.megabytes]),
                    number([done.busy / before] if before and done.ok else []),
                ]
            )
            before = done.busy if done.ok else None
    return table(head, rows)
