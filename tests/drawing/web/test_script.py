"""The script of web pages as a program: it parses, and its lint finds nothing.

ESLint is no dependency: ``npm install eslint`` anywhere, and ``ARGMAP_ESLINT`` names its program.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from argmap.drawing.web.assets import script

NODE = shutil.which("node")
LINT = os.environ.get("ARGMAP_ESLINT", "")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The whole script in a file."""
    file = tmp_path / "page.js"
    file.write_text(script(), "utf-8")
    return file


def said(*words: str | Path) -> str:
    """What a program says, if it has a complaint."""
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.skipif(NODE is None, reason="no Node here to parse the script with")
def test_it_is_a_program(program: Path) -> None:
    """No page would do anything."""
    assert said(NODE or "", "--check", program) == ""


@pytest.mark.skipif(not LINT, reason="ARGMAP_ESLINT names no ESLint")
def test_the_lint_finds_nothing(program: Path, root: Path) -> None:
    """A name that isn't there would fail when somebody presses the button, or a text would become markup."""
    config = root / "tests/drawing/web/eslint.config.mjs"
    shutil.copy(config, program.parent)
    done = subprocess.run(
        [LINT, "--max-warnings=0", program.name],
        cwd=program.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
