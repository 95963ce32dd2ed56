"""What the package says of itself to those who install it."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

import argmap


@pytest.fixture
def project(root: Path) -> dict[str, Any]:
    """The table of the project in pyproject.toml."""
    told: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return told


def test_every_extra_is_told_of_with_its_weight(root: Path, project: dict[str, Any]) -> None:
    """Else somebody finds an extra by chance, or learns of its megabytes afterwards."""
    tool = runpy.run_path(str(root / "tests/tools/extras_table.py"))
    extras = set(project["optional-dependencies"]) - set(tool["FOR_DEVELOPERS"])
    page = (root / "docs/reference/extras.md").read_text("utf-8")
    assert tool["HEAD"] in page
    rows = re.findall(r"^\| `argmap\[([a-z]+)\]` \| \d+ \| [\d.]+ MB \|", page, re.MULTILINE)
    assert set(rows) == extras


def test_the_classifiers_name_every_python_that_is_tried(
    root: Path, project: dict[str, Any]
) -> None:
    """Else an index says that argmap isn't for the Python that somebody has."""
    tried = re.findall(
        r"^stage_python(3\.\d+)", (root / ".ci/run").read_text("utf-8"), re.MULTILINE
    )
    least = project["requires-python"].removeprefix(">=")
    for version in [least, *tried]:
        assert f"Programming Language :: Python :: {version}" in project["classifiers"]


def test_types_are_shipped_and_the_program_is_called_argmap(project: dict[str, Any]) -> None:
    """Else a checker sees Any everywhere, or nobody finds the command."""
    assert Path(argmap.__file__).with_name("py.typed").is_file()
    assert "Typing :: Typed" in project["classifiers"]
    assert project["scripts"] == {
        "argmap": "argmap.cli:main",
        "argmap-pandoc": "argmap.cli.pandoc:main",
    }
