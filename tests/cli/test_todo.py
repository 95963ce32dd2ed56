"""``argmap todo``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import argmap


def test_the_list_is_numbered(run: Any, root: Path) -> None:
    """The first line is what to do first."""
    ended = run("todo", str(root / "examples" / "co_op_debate.json"))
    lines = ended.out.splitlines()
    assert ended.code == 0
    assert lines[0].startswith("1. Answer the rebuttal rebuttal-1 of T by R2")
    assert len(lines) > 5
    first = run("todo", str(root / "examples" / "co_op_debate.json"), "--first", "1")
    assert first.out.splitlines() == lines[:1]


def test_json(run: Any, here: Path) -> None:
    """A program can't read sentences."""
    argmap.write(
        argmap.ArgumentMap(claims=(argmap.Claim("a", stance="questioned"),)), here / "a.json"
    )
    (task,) = json.loads(run("todo", "a.json", "--format", "json").out)["tasks"]
    assert (task["rank"], task["ids"], task["action"]) == (3, ["a"], "Give a reason for a")


def test_nothing_to_do(run: Any, here: Path) -> None:
    """Silence could mean that nothing was looked at."""
    argmap.write(argmap.ArgumentMap(), here / "a.json")
    assert run("todo", "a.json").out == "the map isn't waiting for anything\n"
