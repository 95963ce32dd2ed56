"""The documentation has a page for each rule, and says what the rules say of themselves."""

from __future__ import annotations

import runpy
from pathlib import Path


def test_the_pages_are_what_the_rules_say(root: Path) -> None:
    """A code would be told that has no page, or a page of a rule that has changed."""
    tool = runpy.run_path(str(root / "tests/tools/lint_pages.py"))
    folder = root / "docs/reference/lint"
    found = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    assert found == tool["pages"](), "run: python tests/tools/lint_pages.py"
