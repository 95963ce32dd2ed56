"""Fenced code blocks, held to what the reference implementation of CommonMark (commonmark.js 0.31) says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.fences.scanner import blocks

DOCUMENTS = json.loads(Path(__file__).with_name("commonmark.json").read_text("utf-8"))
"""Documents, each with line (counted from 0), info and content of its fences as commonmark.js has them."""


@pytest.mark.parametrize("document", DOCUMENTS)
def test_as_commonmark_has_it(document: tuple[str, list[list[object]]]) -> None:
    """A fence would be seen that nobody else sees, or be cut where it goes on."""
    text, fences = document
    found = []
    for block in blocks(text):
        content = "".join([line.text for line in block.lines])
        if block.lines and not content.endswith("\n"):
            content += "\n"
        found.append([text.count("\n", 0, block.start), block.info, content])
    assert found == fences


def test_there_are_documents() -> None:
    """A file that is cut short would leave rules untested."""
    assert len(DOCUMENTS) >= 200


@pytest.mark.parametrize(
    ("above", "heading"),
    [
        ("", ""),
        ("# One\n", "One"),
        ("## One ##  \n", "One"),
        ("#\n", ""),
        ("# One\n\n> Two\n> and more\n> ---\n", "Two and more"),
        ("#One\n", ""),
        ("# One\n\n# Two #3\n", "Two #3"),
    ],
)
def test_the_heading_above(above: str, heading: str) -> None:
    """A person could not tell fences apart by what they stand below."""
    (block,) = blocks(f"{above}```\nx\n```\n")
    assert block.heading == heading


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("  ```\n", "  "),
        ("> ```\n", "> "),
        (">```\n", "> "),
        ("1. > - ```\n", "   >   "),
        ("-\t```\n", " \t"),
    ],
)
def test_what_stands_before_a_line(text: str, prefix: str) -> None:
    """New lines of a fence would fall out of its list or quote."""
    (block,) = blocks(text)
    assert block.prefix == prefix


@given(st.text(st.sampled_from(list("-+*>#`~ \t\n\r<a!1.)")), max_size=80))
def test_any_text(text: str) -> None:
    """A fence would have content that the document doesn't have there."""
    for block in blocks(text):
        assert 0 <= block.start < block.first <= block.stop <= len(text)
        for line in block.lines:
            assert (
                text.startswith(
                    line.text.lstrip(" "), line.start + len(line.text) - len(line.text.lstrip(" "))
                )
                or "\t" in text
            )
