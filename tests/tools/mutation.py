"""Mutation testing: what share of small changes to the code some test notices, by a sample of all of them.

Usage: ``nice python tests/tools/mutation.py [--each 150] [--seed 7] [--only AREA]`` in the project's folder, with
``argmap[mutation]`` installed. It lets mutmut make every mutant (settings: ``[tool.mutmut]`` in ``pyproject.toml``), tries so many
of each area, drawn by the seed, with the tests that mirror their modules, and prints the score of each with its confidence interval,
and every mutant that survived. A folder ``mutants`` that is there is taken as it is: remove it when code or tests have changed.
``--tell`` tells of a finished run again. What survived and why is in ``docs/reference/mutation.md``.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.tools.mutation_mirrors import make_mutants, write_mirrors

MUTANTS = Path("mutants")
AREAS = {
    "model": ("model.*",),
    "readers": (
        "jsontext.*",
        "xmltext.*",
        "yamltext.*",
        "rdftext.*",
        "frameworktext.*",
        "encoding.*",
    ),
    "escapes": (
        "dottext.*",
        "yamlwrite.*",
        "drawing.*",
        "formats.*",
    ),
    "semantics": ("semantics.*",),
}
"""The modules of each area, below ``argmap``; which files are mutated is said in ``pyproject.toml``."""

Z = 1.96
"""For 95 % of confidence."""

KILLED = (1, 3, 24, -24, 36, 152, 255, -9, 37)
"""Ends of a run that mean that a test failed, or that it didn't end in its time."""


SIDES = ("+++", "---")
"""The two lines of a diff that name its sides."""


class Score(NamedTuple):
    """How many mutants of an area there are, how many were tried, and how many some test noticed."""

    mutants: int
    tried: int
    killed: int

    @property
    def share(self) -> float:
        """The score."""
        return self.killed / self.tried

    def interval(self) -> tuple[float, float]:
        """Wilson's interval, which keeps to 0 and 1."""
        n, p = self.tried, self.share
        middle, spread = p + Z * Z / (2 * n), Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return (middle - spread) / (1 + Z * Z / n), (middle + spread) / (1 + Z * Z / n)


def area_of(mutant: str) -> str:
    """The area of a mutant, by the module in its name."""
    found = [
        area
        for area, patterns in AREAS.items()
        if any(fnmatch(mutant.removeprefix("argmap."), pattern) for pattern in patterns)
    ]
    if len(found) != 1:
        raise ValueError(f"{mutant} is of no area, or of two: {found}")
    return found[0]


def ends() -> dict[str, int | None]:
    """Every mutant that mutmut made, in the order of the names, and how its tests ended, if they were run."""
    found: dict[str, int | None] = {}
    for meta in MUTANTS.rglob("*.py.meta"):
        found |= json.loads(meta.read_text("utf-8"))["exit_code_by_key"]
    return dict(sorted(found.items()))


def mutmut(*words: str) -> str:
    """What the program prints."""
    command = [sys.executable, "-m", "mutmut", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit((done.stdout + done.stderr)[-4_000:])
    return done.stdout


def sample(each: int, seed: int, only: str) -> list[str]:
    """So many mutants of each area, by chance; a larger sample of the same seed holds the smaller one."""
    names = list(ends())
    chosen: list[str] = []
    for area in AREAS:
        of_area = [name for name in names if area_of(name) == area]
        Random(seed).shuffle(of_area)
        chosen += of_area[:each] if only in (area, "") else []
    return chosen


def scores(chosen: list[str]) -> dict[str, Score]:
    """The score of each area, by the mutants chosen."""
    found: dict[str, Score] = {}
    of_all = ends()
    for area in AREAS:
        ended = [of_all[name] for name in chosen if area_of(name) == area]
        tried = [end for end in ended if end is not None]
        mutants = sum(area_of(name) == area for name in of_all)
        killed = sum(end in KILLED for end in tried)
        found |= {area: Score(mutants, len(tried), killed)} if tried else {}
    return found


def whole(of_areas: list[Score]) -> tuple[float, float]:
    """The score of all mutants, each area weighed by how many it has, and the half of its interval."""
    total = sum(each.mutants for each in of_areas)
    share = sum(each.mutants / total * each.share for each in of_areas)
    variance = sum(
        (each.mutants / total) ** 2 * each.share * (1 - each.share) / each.tried
        for each in of_areas
    )
    return share, Z * math.sqrt(variance)


def lines(chosen: list[str]) -> Iterator[str]:
    """The table and the survivors."""
    found = scores(chosen)
    yield "| area | mutants | tried | noticed | score | 95 % interval |"
    yield "|---|--:|--:|--:|--:|--:|"
    for area, score in found.items():
        low, high = score.interval()
        yield (
            f"| {area} | {score.mutants:,} | {score.tried:,} | {score.killed:,} | {score.share:.1%} "
            f"| {low:.1%} to {high:.1%} |"
        )
    share, half = whole(list(found.values()))
    mutants, tried, killed = (sum(column) for column in zip(*found.values(), strict=True))
    yield (
        f"| all, weighed by their mutants | {mutants:,} | {tried:,} | {killed:,} | {share:.1%} "
        f"| {share - half:.1%} to {share + half:.1%} |"
    )
    of_all = ends()
    for name in sorted(chosen):
        if of_all[name] is not None and of_all[name] not in KILLED:
            yield ""
            yield f"{name} (status {of_all[name]})"
            shown = mutmut("show", name).splitlines()
            yield from [each for each in shown if each[:1] in ("+", "-") and each[:3] not in SIDES]


def main() -> None:
    """Make the mutants, try the sample, and tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--each", type=int, default=150, help="mutants of each area")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", default="", choices=["", *AREAS], help="one area")
    parser.add_argument("--children", default="2", help="processes at once")
    parser.add_argument("--tell", action="store_true", help="only tell of the run before")
    asked = parser.parse_args()
    if not (asked.tell or (MUTANTS / "mutmut-stats.json").exists()):
        make_mutants(MUTANTS, int(asked.children))
        write_mirrors(MUTANTS)
    chosen = sample(asked.each, asked.seed, asked.only)
    left = [name for name in chosen if ends()[name] is None]
    if left and not asked.tell:
        mutmut("run", "--max-children", asked.children, *left)
    print("\n".join(lines(chosen)))


if __name__ == "__main__":
    main()
