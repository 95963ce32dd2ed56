"""Bad input, one case a file in ``tests/cases/cli``: one message, its exit code, the old file whole.

A case says what would be wrong (``says``), the ``file`` to make and how it is asked for, the exit
``code``, and what the message holds: ``place``, ``message``, and the ``next`` step. Without
``commands`` of its own it is drawn, converted and checked. ``dot`` is a script of the shell that takes
the place of Graphviz, or empty for none.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from argmap.layout import graphviz

CASES = sorted((Path(__file__).parent.parent / "cases" / "cli").glob("*.toml"))

WITH_A_PLACE = (4, 5, 6, 7, 8)
"""The exit codes of errors about a file, whose message begins with its name, line and column."""


def _commands(case: dict[str, Any]) -> list[list[str]]:
    file = case.get("asks", case["file"]["name"])
    usual = [["draw", file, "-o", "old.svg"], ["convert", file, "old.svg"], ["check", file]]
    return [[*command] for command in case.get("commands", usual)]


def _make(here: Path, spec: dict[str, Any]) -> None:
    path = here / spec["name"]
    if "folder" in spec:
        path.mkdir()
        return
    path.parent.mkdir(exist_ok=True)
    if "zeros" in spec:
        with path.open("wb") as file:
            file.truncate(spec["zeros"])  # sparse: it takes no room on the disk
        return
    text = spec.get("text", spec.get("repeat", "") * spec.get("times", 1))
    path.write_bytes(bytes.fromhex(spec["hex"]) if "hex" in spec else text.encode())


def _pretend(here: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts ``script`` in the place of Graphviz, which is given a moment instead of 20 seconds."""
    if os.name == "nt":
        pytest.skip("the pretended program is a script of the shell")
    monkeypatch.setattr(graphviz, "SECONDS", 0.3)
    monkeypatch.setenv("PATH", str(here / "programs"))
    program = here / "programs" / "dot"
    program.parent.mkdir()
    if script:
        program.write_text(f"#!/bin/sh\nPATH=/bin:/usr/bin\n{script}\n")
        program.chmod(0o755)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_bad_input(run: Any, here: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the case says would happen."""
    case = tomllib.loads(path.read_text("utf-8"))
    old = here / case.get("old", "old.svg")
    old.parent.mkdir(exist_ok=True)
    old.write_text("old")
    _make(here, case["file"])
    if "dot" in case:
        _pretend(here, case["dot"], monkeypatch)
    before = sorted(here.rglob("*"))
    for command in _commands(case):
        ended = run(*command)
        assert (ended.code, ended.out) == (case["code"], ""), ended.err
        assert ended.err.startswith("argmap: error: ")
        if case["code"] in WITH_A_PLACE:
            assert ended.err.startswith(f"argmap: error: {case['place']}: ")
        for part in (case["place"], case["message"], case["next"]):
            assert part in ended.err
        assert ended.err.count("argmap: ") == 1
        assert "Traceback" not in ended.err
    assert old.read_text() == "old"
    assert sorted(here.rglob("*")) == before


def test_there_are_cases() -> None:
    """A folder that has moved would leave nothing tested."""
    assert len(CASES) >= 20
