"""Writes the table of formats, and the table of what is lost between each two, into the documentation.

Usage: ``python tests/tools/format_table.py`` in the project's folder. ``tests/formats/test_format_table.py`` holds the page to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import argmap
from argmap.formats import formats

PAGE = Path("docs/reference/formats/table.md")
PARTS = (
    ("T", "titles"),
    ("S", "stances, weights, other fields of claims"),
    ("F", "labels, schemes, strictness, other fields of links"),
    ("W", "warrants"),
    ("I", "issues and answers"),
    ("C", "conflicts"),
    ("P", "preferences"),
    ("R", "rephrases"),
    ("G", "groups"),
    ("V", "speakers and citations"),
    ("D", "tags and free data"),
    ("A", "what the map is about"),
)
"""A letter for each kind of thing that a format may not say, and what it stands for."""

_FIELDS = {
    "title": "T",
    "group": "G",
    "said_by": "V",
    "citations": "V",
    "tags": "D",
    "data": "D",
    "warrants": "W",
}
_KINDS = {
    "issue": "I",
    "answer": "I",
    "conflict": "C",
    "preference": "P",
    "rephrase": "R",
    "group": "G",
    "participant": "V",
    "source": "V",
    "scheme": "F",
    "about": "A",
    "map": "D",
}


def everything() -> argmap.ArgumentMap:
    """A map with something of each part, and nothing that hides another."""
    draft = argmap.Draft("Co-ops", language="en")
    group = draft.group("Money")
    source = draft.source("Report")
    good = draft.claim("Co-ops are good.", title="Good", stance="questioned", weight=0.5)
    near = draft.claim("They are near.", said_by="Ann", cites=source, tags=["x"], data={"n": 1})
    known = draft.claim("What is near is known.", group=group)
    slow = draft.claim("They are slow.")
    step = draft.support(good, by=near, scheme="expert", label="so", warrants=[known])
    draft.undercut(step, by=slow)
    draft.conflict(near, slow)
    draft.prefer(near, over=slow)
    draft.rephrase(near, by=known)
    draft.answer(draft.issue("Why?"), by=good)
    return draft.map()


def letter(code: str) -> str:
    """The letter of what a loss of this code is about; nothing for orders and numbers."""
    kind, _, field = code.partition("-")
    if field in ("order", "numbers", "id", "premises"):
        return ""
    if kind in ("claim", "issue") and field:
        return _FIELDS.get(field, "S")
    if kind in ("support", "rebuttal", "undercut"):
        return _FIELDS.get(field, "F") if field else ""
    return _KINDS.get(kind, "")


def lost(format: argmap.Format) -> str:
    """The letters of what a format doesn't say of a map with everything, in the order of the parts."""
    losses = argmap.render(everything(), format.name).losses
    found = {letter(loss.code) for loss in losses}
    return "".join([sign for sign, _ in PARTS if sign in found])


def lines() -> Iterator[str]:
    """The page."""
    written = [format for format in formats() if format.write and not format.picture]
    yield "# All formats"
    yield ""
    yield "This page is made by `tests/tools/format_table.py` from the formats themselves; a test holds it to them."
    yield "A letter is a kind of thing that a format has no place for; each loss is told when a map is written"
    yield "(see [Reports](../reports.md)). A dash: nothing is lost."
    yield ""
    yield "| name | format | suffixes | read | write | lost |"
    yield "|---|---|---|:-:|:-:|---|"
    for format in formats():
        suffixes = " ".join([f"`{suffix}`" for suffix in format.suffixes])
        marks = ["yes" if able else "" for able in (format.read, format.write)]
        left = "a picture" if format.picture else lost(format) or "-" if format.write else ""
        yield f"| `{format.name}` | {format.title} | {suffixes} | {' | '.join(marks)} | {left} |"
    yield ""
    yield "| letter | what is lost |"
    yield "|---|---|"
    yield from [f"| {sign} | {what} |" for sign, what in PARTS]
    yield ""
    yield "## From one format to another"
    yield ""
    yield "What a map loses on the way depends on both ends: what the first format can't say was never in the map."
    yield "Each cell has what the second can't say of what the first can."
    yield ""
    names = [format.name for format in written]
    gone = {format.name: lost(format) for format in written}
    sources = [format for format in written if format.read]
    yield f"| from \\ to | {' | '.join([f'`{name}`' for name in names])} |"
    yield f"|---|{'---|' * len(names)}"
    for source in sources:
        cells = [
            "".join([sign for sign in gone[name] if sign not in gone[source.name]]) or "-"
            for name in names
        ]
        yield f"| `{source.name}` | {' | '.join(cells)} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text("\n".join(lines()), "utf-8")
