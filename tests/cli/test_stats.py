"""``argmap stats``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import argmap
from argmap import ArgumentMap


def test_one_map(run: Any, root: Path) -> None:
    """The numbers stand in a column."""
    ended = run("stats", str(root / "examples" / "co_op_debate.json"))
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert lines[0].split() == ["claims", "30"]
    assert "said by harry-dent: 2 claims, 16 words, 1 for, 1 against" in lines


def test_several(run: Any, here: Path, debate: ArgumentMap) -> None:
    """Each map is named, and one that can't be read doesn't stop the others."""
    (here / "bad.json").write_text("{")
    argmap.write(debate, here / "other.json")
    ended = run("stats", "debate.json", "bad.json", "other.json")
    assert ended.code == 4
    assert "bad.json" in ended.err
    assert [line for line in ended.out.splitlines() if line.endswith(":")] == [
        "debate.json:",
        "other.json:",
    ]
    assert run("stats", "bad.json").out == "no map was read\n"


def test_a_folder(run: Any, here: Path, debate: ArgumentMap) -> None:
    """What isn't a map is let be."""
    (here / "maps" / "old").mkdir(parents=True)
    argmap.write(debate, here / "maps" / "old" / "a, b.json")
    (here / "maps" / "notes.txt").write_text("Milk.")
    ended = run("stats", "maps", "--format", "csv")
    assert (ended.code, ended.err) == (0, "")
    head, row = ended.out.splitlines()
    assert head.startswith("file,claims,issues,links support")
    assert row.startswith('"maps/old/a, b.json",3,0,')
    assert run("stats", "maps/old/a, b.json", "--format", "csv").out.splitlines()[0] == head


def test_fences(run: Any, here: Path) -> None:
    """Each map of a document is counted by itself."""
    (here / "notes.md").write_text("```argdown\n[A]: Yes.\n```\n\n```argdown\n[B]: No.\n```\n")
    told = json.loads(run("stats", "notes.md", "--format", "json").out)
    assert {name: numbers["claims"] for name, numbers in told.items()} == {
        "notes.md#1": 1,
        "notes.md#2": 1,
    }
    assert run("stats", "notes.md", "--fence", "2").code == 0


def test_nothing(run: Any, here: Path) -> None:
    """An empty folder has no numbers, and no table without a head."""
    (here / "none").mkdir()
    assert run("stats", "none", "--format", "csv").out == "file\n"
    assert run("stats", "none", "--format", "json").out == "{}\n"


def test_many_files_leave_no_trace_in_a_log(run: Any, here: Path, debate: ArgumentMap) -> None:
    """A progress bar is for a person at a terminal."""
    names = [f"{number}.json" for number in range(20)]
    for name in names:
        argmap.write(debate, here / name)
    ended = run("stats", *names, "--format", "csv")
    assert ended.err == ""
    assert len(ended.out.splitlines()) == 21
