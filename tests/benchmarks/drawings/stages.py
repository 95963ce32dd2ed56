"""Where the time of a whole process goes, stage by stage; see ``staged``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import argmap

from . import dot
from .generate import KINDS, generate
from .processes import Run, run
from .question import question
from .tables import table

__all__ = ["STAGES", "stages"]

STAGES = ("start", "attrs", "imports", "read", "view", "texts", "layout", "shapes", "write")
"""In the order run; what the process takes beyond these is its end."""

TRIALS = 5
MANY = 2_000
"""Beyond so many claims there are two trials, and dot isn't asked."""


def stages(
    kinds: Iterable[str],
    sizes: Sequence[int],
    limit: float,
    folder: Path,
    say: Callable[[str], None],
) -> str:
    """A table of milliseconds, each the least of some trials, beside those of dot where it is."""
    words = [sys.executable, "-m", "tests.benchmarks.drawings.staged"]
    source, text, target = folder / "map.json", folder / "map.dot", folder / "map.svg"
    rows = []
    for kind in [each for each in KINDS if each in kinds]:
        for size in sizes:
            map = generate(kind, size, 101)
            argmap.write(map, source)
            text.write_text(dot.dot_text(question(map, "left")), "utf-8")
            ours: list[Run] = []
            theirs: list[float] = []
            for _ in range(TRIALS if size <= MANY else 2):
                ours.append(run([*words, str(source), str(target)], limit, folder))
                if not ours[-1].ok:
                    raise RuntimeError(f"argmap failed: {ours[-1].messages}")
                if size <= MANY:
                    theirs += _dot(text, limit, folder)
            told = [json.loads(each.output) for each in ours]
            least = [min(column) for column in zip(*told, strict=True)]
            end = min([one.busy - sum(each) for one, each in zip(ours, told, strict=True)])
            whole = min(each.busy for each in ours)
            say(f"stages {kind} {size}: {whole:.3f}")
            taken = [f"{1_000 * each:,.0f}" for each in (*least, max(end, 0.0), whole)]
            rows.append(
                [kind, f"{size:,}", *taken, f"{1_000 * min(theirs):,.0f}" if theirs else "-"]
            )
    return table(("map", "claims", *STAGES, "end", "whole", "dot"), rows)


def _dot(text: Path, limit: float, folder: Path) -> list[float]:
    """The seconds of dot's process; none where there is no dot, or it was stopped."""
    try:
        done = dot.answer(text, limit, folder)
    except FileNotFoundError:
        return []
    return [done.busy] if done.ok else []
