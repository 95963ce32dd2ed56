"""Mermaid, D2, TikZ, PlantUML and DOT of one map with a bit of everything, letter by letter.

The documents are in ``tests/cases/drawing/languages``. One that has changed is looked at and written anew by
``ARGMAP_WRITE_CASES=1 pytest tests/drawing/test_whole_documents.py``.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

import argmap

CASES = Path(__file__).parent.parent / "cases/drawing/languages"
MAP = argmap.ArgumentMap(
    claims=(
        argmap.Claim("t", "The <thesis> of all & sundry", title="Thesis", group="g"),
        argmap.Claim("p", 'A premise, "quoted"', group="h"),
        argmap.Claim("q", "An unstated one\nin two lines", implicit=True, group="h"),
        argmap.Claim("o", "An objection", stance="questioned", said_by=("ann",)),
        argmap.Claim("w", "A warrant \\ {of} 100 %"),
        argmap.Claim("l", "A lone claim"),
    ),
    issues=(argmap.Issue("i", "Which way?"),),
    links=(
        argmap.Support("s", ("p", "q"), "t", warrants=("w",), label="so"),
        argmap.Rebuttal("r", ("o",), "t"),
        argmap.Undercut("u", ("p",), "r"),
        argmap.Conflict("k", ("p", "o")),
        argmap.Rephrase("e", "q", "p"),
        argmap.Answer("n", "t", "i"),
        argmap.Preference("f", "t", "o"),
        argmap.Support("x", ("w",), "o", strict=True),
    ),
    groups=(argmap.Group("g", "Outer"), argmap.Group("h", "Inner", parent="g")),
    participants=(argmap.Participant("ann", "Ann"),),
    about=argmap.About("All kinds"),
)
THEMED = ("d2", "mermaid", "tikz")
NUMBER = re.compile(r"-?[0-9]+(?:[.][0-9]+)?(?=bp|[,)])")
CURVES = re.compile(r"(?: (?:--|[.][.] controls [(]n,n[)] and [(]n,n[)] [.][.]) [(]n,n[)])+")


def written(language: str, theme: str) -> str:
    """The document; where the layout has put something isn't what is asked here."""
    themed: Any = {"theme": theme} if language in THEMED else {}
    text = argmap.render(MAP, language, **themed).text
    if language == "tikz":
        text = CURVES.sub(" .. (n,n)", NUMBER.sub("n", text))
    return text


@pytest.mark.parametrize(
    ("language", "theme", "name"),
    [
        ("d2", "light", "map.d2"),
        ("d2", "dark", "dark.d2"),
        ("mermaid", "light", "map.mmd"),
        ("mermaid", "dark", "dark.mmd"),
        ("plantuml", "light", "map.puml"),
        ("dot", "light", "map.dot"),
        ("tikz", "light", "map.tex"),
        ("tikz", "dark", "dark.tex"),
    ],
)
def test_a_document_is_as_it_was(language: str, theme: str, name: str) -> None:
    """A colour, a style or a line could be missing, and every text still be there."""
    text = written(language, theme)
    if os.environ.get("ARGMAP_WRITE_CASES"):
        (CASES / name).write_text(text, "utf-8")
    assert text == (CASES / name).read_text("utf-8")
