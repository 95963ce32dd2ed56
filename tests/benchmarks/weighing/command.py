"""``python tests/benchmarks/weighing``: the tables of docs/explanation/beside-the-solvers.md."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from math import exp, log
from pathlib import Path

from tests.benchmarks.weighing.tasks import GROWING, PLAIN, TASKS, calls, growth
from tests.semantics.generate import reply_tree

__all__ = ["main"]

ROOT = Path(__file__).resolve().parents[3]
INSTANCES = ROOT / "tests" / "semantics" / "oracles" / "instances"
LEAST = 0.001
"""In growth and in means less than that isn't told apart."""

Framework = tuple[int, list[tuple[int, int]]]


def main(words: Sequence[str] | None = None) -> int:
    """Print the tables that are asked for."""
    asked = _parser().parse_args(words)
    if asked.task:
        task, sizes = TASKS[asked.task], (asked.size // 4, asked.size)
        print(*growth(task, asked.size), *[calls(task, size) for size in sizes])
        return 0
    print(f"{platform.python_implementation()} {platform.python_version()}\n", flush=True)
    names = asked.tasks.split(",") if asked.tasks else list(TASKS)
    print(_own(names, asked.size), flush=True)
    if asked.peers:
        print("\n" + _grounded(asked.peers, asked.limit), flush=True)
        print("\n" + _instances(asked.peers, asked.limit), flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="weighing", description=__doc__)
    parser.add_argument("--tasks", help="of " + ", ".join(TASKS))
    parser.add_argument("--size", type=int, default=100_000, help="claims")
    parser.add_argument(
        "--limit", type=int, default=60, help="seconds of the processor that a peer may take"
    )
    parser.add_argument(
        "--peers",
        metavar="PYTHON",
        help="a Python that has pygarg, python-argumentation, networkx, python-sat and what argmap needs",
    )
    parser.add_argument("--task", choices=list(TASKS), help="this one alone, in this process")
    return parser


def _own(names: Sequence[str], size: int) -> str:
    rows = [
        f"| {size:,} claims | goal | seconds | 4 n / n | calls, 4 n / n |",
        "|---|--:|--:|--:|--:|",
    ]
    for name in names:
        quarter, whole, few, many = _alone(name, size)
        counted = "" if name in PLAIN else f"{many / few:.1f}"
        grown = f"{whole / max(LEAST, quarter):.1f} | {counted}" if name in GROWING else " | "
        goal, spent = TASKS[name].goal, f"{whole:.2f}" if whole >= LEAST * 10 else f"{whole:.4f}"
        rows.append(f"| {TASKS[name].words} | {goal or ''} | {spent} | {grown} |")
        print(rows[-1], file=sys.stderr, flush=True)
    return "\n".join(rows)


def _alone(name: str, size: int) -> tuple[float, ...]:
    """The seconds of a task for a quarter of a size and for all of it, then its calls, in a process of its own."""
    command = [sys.executable, str(Path(__file__).parent), "--task", name, "--size", str(size)]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return tuple(map(float, found))


def _asked(python: str, name: str, frameworks: Sequence[Framework], limit: int) -> list[float]:
    """A program's seconds for each framework; the limit for what took longer, and not a number behind it."""
    answer = subprocess.run(
        [python, str(Path(__file__).parent / "peers.py"), name, str(limit)],
        input=json.dumps(frameworks),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    return [float("inf") if each == "-" else float(each) for each in answer]


def _grounded(python: str, limit: int) -> str:
    """Grounded, from pairs of numbers to the set, on trees of replies with 2 % of them mutual, and on chains of replies."""
    trees = [(size, reply_tree(size, 1, 0.02)) for size in (100, 1_000, 10_000, 100_000)]
    chains = [(size, [(at, at - 1) for at in range(1, size)]) for size in (100, 1_000, 10_000)]
    tables = {"grounded, a tree of": trees, "grounded, a chain of": chains}
    return "\n\n".join([_table(python, limit, *each) for each in tables.items()])


def _table(python: str, limit: int, title: str, frameworks: Sequence[Framework]) -> str:
    programs = {
        "argmap": "argmap-GR-python",
        "networkx, the graph alone": "networkx-graph",
        "networkx, by counting": "networkx-counting",
        "networkx, until nothing changes": "networkx",
        "networkx, by the definition": "networkx-definition",
        "PyArg": "pyarg",
        "pygarg": "pygarg-GR",
    }
    rows = [f"| {title} | " + " | ".join([f"{size:,}" for size, _ in frameworks]) + " |"]
    rows.append("|---|" + "--:|" * len(frameworks))
    for words, name in programs.items():
        found: list[float] = []
        for each in frameworks:
            slow = any(not one <= limit / 10 for one in found)
            found += [float("nan")] if slow else _asked(python, name, [each], limit)
        rows.append(f"| {words} | " + " | ".join([_time(each, limit) for each in found]) + " |")
        print(rows[-1], file=sys.stderr, flush=True)
    return "\n".join(rows)


def _time(found: float, limit: int) -> str:
    if found != found:  # not a number: it wasn't asked, for the one before took so long
        return "-"
    return f"over {limit:g}" if found > limit else f"{found:.4f}"


def _instances(python: str, limit: int) -> str:
    """All extensions of each instance of the oracle, and how many times as long as argmap with CaDiCaL each takes."""
    frameworks = [_read(path) for path in sorted(INSTANCES.glob("*.af"))]
    rows = [
        f"| {len(frameworks)} instances | solved in {limit:g} s | seconds | times as long (mean) |",
        "|---|--:|--:|--:|",
    ]
    for code, semantics in (("PR", "preferred"), ("ST", "stable")):
        programs = {
            "argmap with CaDiCaL": f"argmap-{code}-cadical195",
            "argmap, nothing installed": f"argmap-{code}-python",
            "pygarg": f"pygarg-{code}",
        }
        base: list[float] = []
        for words, name in programs.items():
            found = _asked(python, name, frameworks, limit)
            base = base or found
            ratios = [
                log(max(LEAST, min(one, limit)) / max(LEAST, min(other, limit)))
                for one, other in zip(found, base, strict=True)
            ]
            solved = sum(each <= limit for each in found)
            spent = sum(min(each, limit) for each in found)
            mean = exp(sum(ratios) / len(ratios))
            rows.append(f"| {words}, {semantics} | {solved} | {spent:.2f} | {mean:.1f} |")
            print(rows[-1], file=sys.stderr, flush=True)
    return "\n".join(rows)


def _read(path: Path) -> Framework:
    lines = [line.split() for line in path.read_text("utf-8").splitlines() if line[:1] != "#"]
    pairs = [(int(a) - 1, int(b) - 1) for a, b in [line for line in lines[1:] if line]]
    return int(lines[0][2]), pairs
