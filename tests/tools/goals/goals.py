"""The sixteen goals: what must hold, what is wanted, the command that measures it, and how its figure is read."""

from __future__ import annotations

import platform
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from tests.tools.goals.running import Told

__all__ = ["GOALS", "Goal"]

MUTATION = Path("docs/reference/mutation.md")
ROUND_TRIPS = "python -m pytest tests/nightly/test_round_trips.py -k lost --examples 500"
SETTLES = "python -m pytest tests/nightly/test_round_trips.py -k settles --examples 500"


@frozen
class Goal:
    """A goal, and the measurement of it."""

    number: int
    holds: str
    wanted: str
    command: str
    figure: Callable[[Told], str]
    runs: bool = True
    """Whether the command is run; one that takes hours has written a page of its own."""


def _mutants(told: Told) -> str:
    return (
        f"{told.of('mutants')} mutants of {told.passed - 1} formats: {told.of('refused')} refused, "
        f"{told.of('read')} read, others 0{told.verdict()}"
    )


def _whole(told: Told) -> str:
    return (
        f"{told.of('whole')} maps in {told.passed} formats, written without a loss and read again: "
        f"differences 0{told.verdict()}"
    )


def _lossy(told: Told) -> str:
    return f"{told.of('with losses')} maps written with losses: unreported 0{told.verdict()}"


def _canonical(told: Told) -> str:
    return f"{told.of('written again')} maps written, read and written again in {told.passed} formats: differences 0{told.verdict()}"


def _texts(told: Told) -> str:
    names = ("SVG", "DOT", "DOT by Graphviz", "Mermaid", "Markdown")
    shown = ", ".join(f"{name} {told.of(name)}" for name in names)
    return f"hostile texts shown letter by letter: {shown}; changed 0{told.verdict()}"


def _scripts(told: Told) -> str:
    if told.skipped:
        return "not measured: no Chromium here"
    return f"{told.of('payloads')} payloads, each opened in 4 ways: ran 0{told.verdict()}"


def _rows(printed: str) -> list[list[str]]:
    """The cells of the tables in Markdown that a program printed, without their heads."""
    table = [line.strip("|").split("|") for line in printed.splitlines() if line.startswith("|")]
    return [[cell.strip(" *") for cell in row] for row in table[2:]]


def _number(cell: str) -> float:
    return float(cell.replace(",", ""))


def _linear(told: Told) -> str:
    rows = _rows(told.printed)
    known = re.findall(r"^([^|\n]+): a heading", told.printed, re.MULTILINE)
    names = set(known)
    rest = [row for row in rows if row[0] not in names]
    ratio = max(_number(row[4]) for row in rest)
    longest = max(_number(row[3]) for row in rows) / 1000
    return (
        f"{len(rows)} inputs: {len(rest)} of a ratio of {ratio:.1f} at most; output that itself grows "
        f"with the square: {', '.join(sorted(names))}; the longest run {longest:.1f} s"
    )


def _memory(told: Told) -> str:
    rows = _rows(told.printed)
    held = sum(_number(row[4]) <= _number(row[5]) for row in rows)
    more = re.findall(
        r"^(\S.+): what it gives takes (\S+) MB by itself, and reading it (\S+) times",
        told.printed,
        re.MULTILINE,
    )
    others = [
        f"; *{name}* takes {times} times the {alone} MB that what it gives takes by itself, which is more than the bound"
        for name, alone, times in more
    ]
    wrong = "" if told.code == 0 else "; **others take more**"
    return f"{held} of {len(rows)} inputs within it{''.join(others)}{wrong}"


def _files(told: Told) -> str:
    return (
        f"{told.of('faults')} faults and {told.of('kills')} kills: the old file or the new one whole after each"
        f"{told.verdict()}"
    )


def _graphviz(told: Told) -> str:
    return f"{told.passed} cases: a typed error within the limit; orphans 0{told.verdict()}"


def _bytes(told: Told) -> str:
    return (
        f"{told.of('interpreters')} interpreters (5 seeds, `-O`, `-OO`, `-X dev -W error`), {told.of('documents')} documents of each: "
        f"1 digest; on {platform.system()} with Python {platform.python_version()}{told.verdict()}"
    )


def _semantics(told: Told) -> str:
    return (
        "every framework of at most 3 arguments against the definitions, the 3,161 of at most 4 up to renaming and random ones "
        f"against other solvers: {told.passed} tests, differences 0{told.verdict()}"
    )


def _tests(_: Told) -> str:
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    floor = settings["tool"]["coverage"]["report"]["fail_under"]
    (line,) = re.findall(r"^\| all.*", MUTATION.read_text("utf-8"), re.MULTILINE)
    _, mutants, tried, _, _, score, interval = [cell.strip() for cell in line.strip("|").split("|")]
    return f"branches {floor} % (below it the tests fail); mutants noticed {score} ({interval}), by {tried} of {mutants}"


def _threads(told: Told) -> str:
    build = told.words.get("build", "")
    return f"8 threads, {told.of('operations')} operations in all, on a build {build}: same results{told.verdict()}"


def _errors(told: Told) -> str:
    refused = max(told.counts.get("refused", 0), 1)
    place, fix = [
        told.counts.get(f"with {name}", 0) / refused for name in ("a place", "what to do")
    ]
    return f"of {refused:,} errors {place:.1%} have line and column, {fix:.1%} say what to do{told.verdict()}"


def _drafts(told: Told) -> str:
    return f"{told.of('programs')} programs of up to 30 edits: broken 0{told.verdict()}"


GOALS = (
    Goal(
        1,
        "a reader raises `ReadError` or gives a valid map",
        "20,000 mutants of each format, in a night; others 0",
        "python -m pytest tests/formats/test_mutants.py --mutants 20000",
        _mutants,
    ),
    Goal(2, "nothing is lost", "500 maps a format; differences 0", ROUND_TRIPS, _whole),
    Goal(3, "what can't be said is told", "500 maps a format; unreported 0", ROUND_TRIPS, _lossy),
    Goal(4, "writing settles", "500 maps a format; differences 0", SETTLES, _canonical),
    Goal(
        5,
        "text stays text",
        "2,000 texts; changed 0",
        "python -m pytest tests/drawing/test_hostile.py tests/test_dottext.py tests/nightly/test_hostile_texts.py",
        _texts,
    ),
    Goal(
        6,
        "no script runs",
        "60 payloads, 4 ways; ran 0",
        "python -m pytest tests/drawing/test_browser_payloads.py",
        _scripts,
    ),
    Goal(
        7,
        "time is linear",
        "60 pathological inputs; time at 4n over time at n under 6, and under 5 s",
        "python tests/benchmarks/pathological.py read",
        _linear,
    ),
    Goal(
        8,
        "memory is bounded",
        "the same inputs; at most 50 MB + 20 × bytes, or twice what is given where that alone is more",
        "python tests/benchmarks/memory.py json xml csv kialo af: draw: evaluate",
        _memory,
    ),
    Goal(
        9,
        "files survive",
        "200 faults; the old file or the new one whole: 100 %",
        "python -m pytest tests/test_files_faults.py",
        _files,
    ),
    Goal(
        10,
        "Graphviz can't hurt",
        "20 cases; typed errors, orphans 0",
        "python -m pytest tests/test_process.py tests/layout/test_graphviz_answer.py tests/adversarial/test_g_graphviz.py",
        _graphviz,
    ),
    Goal(
        11,
        "same bytes",
        "5 hash seeds, 3 systems, all Pythons; 1 digest",
        "python -m pytest tests/test_hash_seeds.py",
        _bytes,
    ),
    Goal(
        12,
        "semantics are right",
        "every framework of at most 3 arguments, at night 4; differences 0",
        "python -m pytest tests/semantics/test_extensions.py",
        _semantics,
    ),
    Goal(
        13,
        "tests mean something",
        "branches 100 %, mutants 90 %",
        "python tests/tools/mutation.py --each 35 --seed 12",
        _tests,
        runs=False,
    ),
    Goal(
        14,
        "threads may share a map",
        "8 threads × 1,000 operations, normal and free-threaded; same results",
        "python -m pytest tests/nightly/test_threads.py",
        _threads,
    ),
    Goal(
        15,
        "errors help",
        "place 100 %, what to do 90 %",
        "python -m pytest tests/nightly/test_errors_help.py --mutants 200",
        _errors,
    ),
    Goal(
        16,
        "drafts hold",
        "200 programs of edits; broken 0",
        "python -m pytest tests/nightly/test_drafts.py --examples 200",
        _drafts,
    ),
)
