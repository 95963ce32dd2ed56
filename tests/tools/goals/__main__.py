"""Measures the goals and writes what it finds into their table in the documentation.

Usage: ``python -m tests.tools.goals [NUMBER ...]`` in the project's folder: the goals of these numbers, or all of them, which takes
an hour or two. A row that isn't measured anew stays as it is; ``tests/test_goals.py`` holds the page to the list of the goals.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.tools.goals.goals import GOALS, Goal
from tests.tools.goals.running import Told, ran

PAGE = Path("docs/reference/goals.md")
INTRODUCTION = """# The goals of robustness, measured

Sixteen things that must hold, each with a number. *Measured* is what the command beside it found, and the page is made by
`python -m tests.tools.goals`, which runs them; a goal that isn't reached says so. What was tried case by case is in
[What was tried to break it](robustness.md), and how many small changes to the code a test notices in
[Mutation testing](mutation.md).

The goals of a release are larger numbers of the same: `--mutants`, `--examples` and `--fuzz-seconds` raise them.

Of memory (8) one input takes more: a table whose rows have three bytes each, `,a` and the end of the line. A row is a claim, and a claim
takes 144 bytes as an object of Python, its id 64 and its place in the map 8, in the least: 216 bytes for three, where the bound allows 155 of half
a million rows. So the map itself is larger than the bound, before anything is read. What is asserted instead is that reading takes at most twice
what it gives; `tests/formats/test_reading_memory.py` holds it, and four others, to less.
""".splitlines()
NOT_YET = "not measured yet"
ROW = re.compile(r"\| (\d+) \| .* \| (.*) \| `.*` \|")


def measured() -> dict[int, str]:
    """What the page says of each goal."""
    lines = PAGE.read_text("utf-8").splitlines() if PAGE.exists() else []
    return {int(row[1]): row[2] for row in map(ROW.fullmatch, lines) if row}


def lines(figures: dict[int, str]) -> Iterator[str]:
    """The page."""
    yield from INTRODUCTION
    yield ""
    yield "| # | goal | wanted | measured | by |"
    yield "|--:|---|---|---|---|"
    for goal in GOALS:
        yield f"| {row(goal, figures.get(goal.number, NOT_YET))} |"
    yield ""


def row(goal: Goal, figure: str) -> str:
    """A goal and what was found."""
    return f"{goal.number} | {goal.holds} | {goal.wanted} | {figure} | `{goal.command}`"


def main(words: list[str]) -> None:
    """Measure, one goal after the other, and write each down at once."""
    chosen = [int(word) for word in words] or [goal.number for goal in GOALS]
    seen: dict[str, Told] = {}
    for goal in GOALS:
        if goal.number in chosen:
            if goal.command not in seen:
                seen[goal.command] = ran(goal.command) if goal.runs else Told(0, "")
            figures = measured() | {goal.number: goal.figure(seen[goal.command])}
            print(goal.number, figures[goal.number], flush=True)
            PAGE.write_text("\n".join(lines(figures)), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
