"""The pages on semantics show what argmap finds."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest


def test_pictures_and_tables_are_what_argmap_makes(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader would see a verdict that argmap doesn't give."""
    monkeypatch.chdir(root)
    tool = runpy.run_path(str(root / "tests/tools/semantics_pages.py"))
    shown = 0
    for path, text in tool["files"]():
        assert path.read_text("utf-8") == text, f"{path}: python tests/tools/semantics_pages.py"
        shown += path.suffix == ".svg" and path.name in path.with_suffix(".md").read_text("utf-8")
    assert shown == 7


def test_the_debate_tells_the_semantics_apart(root: Path) -> None:
    """A picture would show the same for two semantics that the pages tell apart."""
    tool = runpy.run_path(str(root / "tests/tools/semantics_pages.py"))
    lines = list(tool["verdicts"]())
    columns = list(
        zip(*[line.strip("| ").split(" | ") for line in (lines[0], *lines[2:])], strict=True)
    )
    found = {column[0]: column[1:] for column in columns[1:]}
    assert found["complete"] == found["grounded"]
    assert found["stable"] == found["semi-stable"]
    told = ("grounded", "preferred", "stable", "ideal", "eager")
    assert len({found[name] for name in told}) == len(told)
