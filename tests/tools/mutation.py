"""Mutation testing: what share of small changes to the code some test notices, by a sample of all of them.

Usage: ``nice python tests/tools/mutation.py [--each 40] [--seed 7] [--only AREA]`` in the project's folder, with
``argmap[mutation]`` installed. It lets mutmut make every mutant (settings: ``[tool.mutmut]`` in ``pyproject.toml``), tries so many
of each group of modules, drawn by the seed, with the tests that mirror their modules, and prints the score of each with its confidence
interval, and every mutant that survived. How the mutants ended is kept in the folder ``mutants``: one that has been tried isn't
tried again, but when it survived and tests have changed since; remove the folder when the code has changed. ``--tell`` tells of a
finished run again. What survived and why is in ``docs/reference/mutation.md``.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import json
import math
import signal
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.tools.mutation_mirrors import changed, made, module_of
from tests.tools.mutation_running import BASELINE, TRIED, baseline

MUTANTS = Path("mutants")
GROUPS = {
    "model": ("model.*",),
    "JSON": ("jsontext.*",),
    "XML": ("xmltext.*",),
    "YAML": ("yamltext",),
    "RDF": ("rdftext.*",),
    "frameworks": ("frameworktext.*",),
    "sources": ("source", "encoding"),
    "escapes": ("dottext", "yamlwrite", "drawing.*", "formats.*"),
    "semantics: extensions": tuple(
        f"semantics.{name}"
        for name in (
            *("attacks", "conflict_free", "defences", "extensions", "framework", "graph"),
            *("grounded", "ideal", "initial", "labellings", "layered", "naming", "options"),
            *("origin", "ranges", "scc_recursive", "strongly_admissible", "tasks"),
            "weakly_admissible",
        )
    ),
    "semantics: solving": tuple(
        f"semantics.{name}"
        for name in (
            *("basis", "certificate", "certified", "circles", "compiled", "counting", "decisions"),
            *("elimination", "encoding", "possible", "possible_for", "possible_stable", "program"),
            *("places", "reliance", "replay", "sat", "search", "solvers", "translation"),
            "undecided",
        )
    ),
    "semantics: degrees": tuple(
        f"semantics.{name}"
        for name in (
            *("factors", "gradients", "influence", "plain_qbaf", "qbaf", "ranking", "strengths"),
            "weighted_framework",
        )
    ),
    "semantics: maps": tuple(
        f"semantics.{name}"
        for name in (
            *("additions", "adf", "bipolar", "bipolar_framework", "columns", "crux"),
            *("edited_framework", "evaluation", "explain", "flips", "foundations", "labelled"),
            *("meaning", "preferences", "relabelling", "standing", "what_if"),
        )
    ),
}
"""The modules of each group, below ``argmap``; which files are mutated is said in ``pyproject.toml``."""

Z = 1.96
"""For 95 % of confidence."""

SURVIVED = 0
"""The status of a process whose tests all passed."""

TIMES_OUT = (-signal.SIGPROF, -signal.SIGKILL)
"""The ends of one that took too long."""


class Score(NamedTuple):
    """How many mutants of a group there are, how many were tried, how many some test noticed, and how many of these by taking too long."""

    mutants: int
    tried: int
    noticed: int
    late: int

    @property
    def share(self) -> float:
        """The score."""
        return self.noticed / self.tried

    def interval(self) -> tuple[float, float]:
        """Wilson's interval, which keeps to 0 and 1."""
        n, p = self.tried, self.share
        middle, spread = p + Z * Z / (2 * n), Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return (middle - spread) / (1 + Z * Z / n), (middle + spread) / (1 + Z * Z / n)


def group_of(mutant: str) -> str:
    """The group of a mutant, by the module in its name."""
    module = module_of(mutant)
    found = [
        group
        for group, patterns in GROUPS.items()
        if any(fnmatchcase(module, pattern) for pattern in patterns)
    ]
    if len(found) != 1:
        raise ValueError(f"{mutant} is of no group, or of two: {found}")
    return found[0]


def groups() -> dict[str, list[str]]:
    """Every mutant that mutmut made, by its group, in the order of the names."""
    names: list[str] = []
    for meta in MUTANTS.rglob("*.py.meta"):
        names += json.loads(meta.read_text("utf-8"))["exit_code_by_key"]
    found: dict[str, list[str]] = {group: [] for group in GROUPS}
    for name in sorted(names):
        found[group_of(name)].append(name)
    return found


def sample(each: int, seed: int, only: str) -> list[str]:
    """So many mutants of each group, by chance; a larger sample of the same seed holds the smaller one."""
    chosen: list[str] = []
    for group, names in groups().items():
        Random(seed).shuffle(names)
        chosen += names[:each] if group.startswith(only) else []
    return chosen


def ends() -> dict[str, int]:
    """How the mutants that were tried ended; the last time counts."""
    log = MUTANTS / TRIED
    lines = log.read_text("utf-8").splitlines() if log.exists() else []
    return {name: status for name, status, *_ in map(json.loads, lines)}


def forget(files: set[str]) -> None:
    """What was found out by tests of files that have changed since; what was noticed before stays so."""
    if files:
        kept = [
            each
            for each in baseline(MUTANTS / BASELINE)
            if each.test.partition("::")[0] not in files
        ]
        tried = (MUTANTS / TRIED).read_text("utf-8").splitlines() if ends() else []
        noticed = [line for line in tried if json.loads(line)[1] != SURVIVED]
        MUTANTS.mkdir(exist_ok=True)
        (MUTANTS / BASELINE).write_text("".join(json.dumps(each) + "\n" for each in kept), "utf-8")
        (MUTANTS / TRIED).write_text("".join(line + "\n" for line in noticed), "utf-8")


def run(names: list[str]) -> None:
    """Try mutants, in a process that runs in their folder."""
    command = [sys.executable, "-m", "tests.tools.mutation_running"]
    names_of_all = "\n".join(names)
    subprocess.run(
        command, cwd=MUTANTS, input=names_of_all, stdout=subprocess.DEVNULL, text=True, check=True
    )


def scores(chosen: list[str]) -> dict[str, Score]:
    """The score of each group, by the mutants chosen."""
    found: dict[str, Score] = {}
    of_all = ends()
    for group, mutants in groups().items():
        tried = [of_all[name] for name in chosen if name in of_all and group_of(name) == group]
        noticed = sum(end != SURVIVED for end in tried)
        late = sum(end in TIMES_OUT for end in tried)
        found |= {group: Score(len(mutants), len(tried), noticed, late)} if tried else {}
    return found


def whole(of_groups: list[Score]) -> tuple[float, float]:
    """The score of all mutants, each group weighed by how many it has, and the half of its interval."""
    total = sum(each.mutants for each in of_groups)
    share = sum(each.mutants / total * each.share for each in of_groups)
    variance = sum(
        (each.mutants / total) ** 2 * each.share * (1 - each.share) / each.tried
        for each in of_groups
    )
    return share, Z * math.sqrt(variance)


def change(mutant: str) -> Iterator[str]:
    """The lines of a function that a mutant lacks or has in their place."""
    module, _, name = mutant.rpartition(".")
    code = (MUTANTS / Path(*module.split("."))).with_suffix(".py").read_text("utf-8")
    wanted = f"{name.partition('__mutmut_')[0]}__mutmut_orig", name
    sides = {
        node.name: ast.unparse(node).replace(node.name, "").splitlines()
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.FunctionDef) and node.name in wanted
    }
    shown = difflib.ndiff(sides[wanted[0]], sides[name])
    yield from [each for each in shown if each[:1] in ("+", "-")]


def lines(chosen: list[str]) -> Iterator[str]:
    """The table and the survivors."""
    found = scores(chosen)
    yield "| group | mutants | tried | noticed | of these by time | score | 95 % interval |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for group, score in found.items():
        low, high = score.interval()
        yield (
            f"| {group} | {score.mutants:,} | {score.tried:,} | {score.noticed:,} | {score.late:,} | {score.share:.1%} "
            f"| {low:.1%} to {high:.1%} |"
        )
    share, half = whole(list(found.values()))
    mutants, tried, noticed, late = (sum(column) for column in zip(*found.values(), strict=True))
    yield (
        f"| all, weighed by their mutants | {mutants:,} | {tried:,} | {noticed:,} | {late:,} | {share:.1%} "
        f"| {share - half:.1%} to {min(1, share + half):.1%} |"
    )
    of_all = ends()
    for name in sorted(chosen):
        if of_all.get(name) == SURVIVED:
            yield ""
            yield name
            yield from change(name)


def main() -> None:
    """Make the mutants, try the sample, and tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", help="mutants by their names, in place of a sample")
    parser.add_argument("--each", type=int, default=40, help="mutants of each group")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", default="", help="groups whose names begin so")
    parser.add_argument("--tell", action="store_true", help="only tell of the run before")
    asked = parser.parse_args()
    if not asked.tell:
        forget(changed(MUTANTS))
        made(MUTANTS, 1)
    chosen = asked.names or sample(asked.each, asked.seed, asked.only)
    left = [name for name in chosen if name not in ends()]
    if left and not asked.tell:
        run(left)
    print("\n".join(lines(chosen)))


if __name__ == "__main__":
    main()
