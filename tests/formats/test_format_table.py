"""The table of formats in the documentation says what the formats do."""

from __future__ import annotations

import runpy
from pathlib import Path

from argmap.formats import formats


def test_the_page_is_what_the_formats_are(root: Path) -> None:
    """A format would be missing in the table, or claim to say what it loses."""
    tool = runpy.run_path(str(root / "tests/tools/format_table.py"))
    page = (root / "docs/reference/formats/table.md").read_text("utf-8")
    made = "\n".join(tool["lines"]())
    assert page == made, "run: python tests/tools/format_table.py"
    assert all(f"| `{format.name}` |" in page for format in formats())


def test_what_is_lost_is_told_in_words_too() -> None:
    """``argmap formats`` would not say that a format loses something."""
    tool = runpy.run_path(str(Path(__file__).parent.parent / "tools/format_table.py"))
    for format in formats():
        if format.write and tool["lost"](format):
            assert format.cannot_say, format.name
