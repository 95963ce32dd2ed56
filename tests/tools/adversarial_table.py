"""Writes the table of adversarial cases into the documentation, from the marks of the tests that try them.

Usage: ``python tests/tools/adversarial_table.py`` in the project's folder. ``tests/adversarial/test_table.py`` holds the page to it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PAGE = Path("docs/reference/robustness.md")
TESTS = Path("tests/adversarial")
CATEGORIES = {
    "A": ("Bytes and text", 20),
    "B": ("JSON", 12),
    "C": ("XML", 17),
    "D": ("Argdown and outlines", 14),
    "E": ("Kialo, AIF, SADFace, APX, TGF, ICCMA", 12),
    "F": ("DOT in", 12),
    "G": ("DOT out and Graphviz", 14),
    "H": ("SVG, HTML, Mermaid, Markdown, terminal out", 18),
    "I": ("The model", 14),
    "J": ("Files and the command line", 14),
    "K": ("Semantics and layout", 9),
}
"""Each category's name and how many cases it has."""

NO_DOT = "not applicable: DOT is written, not read; the file is refused by that name, and nothing in it is opened"
NOT_APPLICABLE = {
    "F1": ("14, 30, 100,000 nested subgraphs", NO_DOT),
    "F2": ("6,400 nodes and edges", NO_DOT),
    "F3": ("`a -> b -> c -> {d e}`", NO_DOT),
    "F4": ("a node `a:b`, quoted and as a port", NO_DOT),
    "F5": ("keywords as quoted names", NO_DOT),
    "F6": ('`"a" + "b"`, escapes at the end', NO_DOT),
    "F7": ("an HTML label", NO_DOT),
    "F8": ("`image=`, `URL=` and others that open files", NO_DOT),
    "F9": ("two graphs in a file", NO_DOT),
    "F10": ("an unclosed quote of 1 MB", NO_DOT),
    "F11": ("`#` lines, `#!`", NO_DOT),
    "F12": ("`charset=latin1`", NO_DOT),
}
"""What no test tries as it was meant, and why."""


AROUND = """
What is tried besides, with one program or test for each:

| what | where |
|---|---|
| every system call of writing a file fails, before or after it did its work, by five errors and by Ctrl-C; the process is killed at each | `tests/test_files_faults.py` |
| broken documents by chance, in every format that is read (`--mutants N`) | `tests/formats/test_mutants.py` |
| two thousand hostile labels, each shown letter by letter | `tests/drawing/test_hostile.py` |
| more than sixty texts and addresses that would run a script, in a browser, opened in four ways | `tests/drawing/test_browser_payloads.py` |
| the same in web pages, with a script and without, under their policy and without it | `tests/drawing/web/test_payloads.py` |
| Graphviz that is missing, hangs, floods, forks, lies or is too old | `tests/test_process.py`, `tests/layout/test_graphviz_answer.py` |
| the same bytes under five hash seeds, with `-O` and `-OO` | `tests/test_hash_seeds.py` |
| more than a hundred pathological inputs: time at 4n over time at n under 6 | `python tests/benchmarks/pathological.py` |
| the same inputs: memory in proportion to their size | `python tests/benchmarks/memory.py` |
| bytes that atheris finds, guided by the branches they reach, in six readers | `pytest tests/nightly/test_fuzz.py` |
| thousands of small changes to the code, each of which some test must notice | `python tests/tools/mutation.py` |
| the full sizes of cases that take seconds | `pytest tests/nightly` |""".splitlines()


class Case(NamedTuple):
    """One case: its number, what was tried, what happens, and the file of its test."""

    number: str
    tried: str
    happens: str
    file: str


def tested() -> Iterator[Case]:
    """Every case that a test is marked with, in the order of the files."""
    for file in sorted(TESTS.glob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for call in getattr(node, "decorator_list", ()):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "case":
                    number, tried, happens = map(ast.literal_eval, call.args)
                    yield Case(number, tried, happens, file.name)


def cases() -> list[Case]:
    """Every case, in the order of the numbers."""
    without = [Case(number, *words, "") for number, words in NOT_APPLICABLE.items()]
    return sorted([*tested(), *without], key=lambda case: (case.number[0], int(case.number[1:])))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def lines() -> Iterator[str]:
    """The page."""
    found = cases()
    tried = len(found) - len(NOT_APPLICABLE)
    yield "# What was tried to break it"
    yield ""
    yield f"{len(found)} adversarial cases: {tried} are tried by a test, {len(NOT_APPLICABLE)} don't apply, and say why. The"
    yield "page is made by `tests/tools/adversarial_table.py` from the tests in `tests/adversarial`, and a test holds it to them."
    yield ""
    yield "*Refused* is a `ReadError` with its place and the next step, *too large* is `TooLarge`, which names the limit; *a finding* is told"
    yield "when a document is read, and refused by `strict=True`. See [Errors](errors.md); what all of it comes to is in"
    yield "[The goals of robustness, measured](goals.md)."
    yield from AROUND
    for letter, (name, _) in CATEGORIES.items():
        yield ""
        yield f"## {letter}. {name}"
        yield ""
        yield "| case | tried | what happens |"
        yield "|--:|---|---|"
        for case in found:
            if case.number[0] == letter:
                yield f"| {case.number} | {_cell(case.tried)} | {_cell(case.happens)} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text("\n".join(lines()), "utf-8")
