"""Every case of every category is tried by a test or has a reason, and the documentation says so."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest


def test_the_page_is_what_the_tests_say(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table would claim what no test tries."""
    monkeypatch.chdir(root)
    tool = runpy.run_path("tests/tools/adversarial_table.py")
    numbers = [case.number for case in tool["cases"]()]
    wanted = [
        f"{letter}{n}"
        for letter, (_, count) in tool["CATEGORIES"].items()
        for n in range(1, count + 1)
    ]
    assert numbers == wanted
    assert len(numbers) == 156
    for case in tool["tested"]():
        assert case.file.startswith(f"test_{case.number[0].lower()}_")
    page = Path("docs/reference/robustness.md").read_text("utf-8")
    assert page == "\n".join(tool["lines"]()), "run: python tests/tools/adversarial_table.py"
