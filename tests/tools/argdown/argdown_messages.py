"""Writes the page that lays argmap's messages on mistakes in Argdown beside the reference implementation's.

Usage: ``python tests/tools/argdown/argdown_messages.py``. The mistakes are those in ``tests/cases/argdown``, each of which a test reads.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[2]
PAGE = TESTS.parent / "docs" / "reference" / "formats" / "argdown-messages.md"
HEAD = """# Messages on Argdown

What argmap says of the mistakes that people make in Argdown, beside what the reference implementation
(argdown-core 2.0.1) says of the same text. A place is line and column. Each mistake is a case of argmap's tests.

The page is written by `tests/tools/argdown/argdown_messages.py`.
"""
REFUSED = """
## Refused

| text | place | argmap | next step | argdown-core |
|---|---|---|---|---|
"""
READ = """
## Read, with a finding

argmap reads these; with `strict=True` it refuses those that the reference refuses.

| text | place | argmap | next step | argdown-core |
|---|---|---|---|---|
"""


def cases() -> list[dict[str, Any]]:
    """Every mistake, in the order of the files."""
    paths = sorted((TESTS / "cases" / "argdown").glob("*.toml"))
    return [tomllib.loads(path.read_text("utf-8")) for path in paths]


def row(case: dict[str, Any]) -> str:
    """A mistake's row."""
    told = case.get("refused") or case["finding"]
    reference = case.get("reference")
    if reference is None:
        reference = "reads it" if "finding" in case else "refuses it"
    else:
        reference = code(reference)
    place = told["place"].removeprefix("debate.argdown").removeprefix(":") or "the whole"
    cells = [text(case["text"]), place, code(told["message"]), code(told["next"]), reference]
    return f"| {' | '.join(cells)} |\n"


def text(text: str) -> str:
    """A document as code, with a sign for each line end."""
    return code(text.strip("\n").replace("\n", "⏎")) if text.strip() else "(blanks)"


def code(text: str) -> str:
    """Text as inline code that can stand in a table."""
    shown = "".join([each if each.isprintable() else f"\\x{ord(each):02x}" for each in text])
    shown = shown.replace("|", "\\|")
    fence = "``" if "`" in shown else "`"
    return f"{fence} {shown} {fence}" if fence == "``" or shown != shown.strip() else f"`{shown}`"


def page() -> Iterator[str]:
    """The page, in pieces."""
    yield HEAD
    yield REFUSED
    yield from (row(case) for case in cases() if "refused" in case)
    yield READ
    yield from (row(case) for case in cases() if "finding" in case)


if __name__ == "__main__":
    PAGE.write_text("".join(page()), "utf-8")
