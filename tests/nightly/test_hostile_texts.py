"""Two thousand hostile texts in Mermaid and in Markdown, each shown letter by letter."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from types import ModuleType

import pytest

import argmap
from argmap.source import illegal_character

HOSTILE = 2_000
BLANK = re.compile(r"\s+")


def letters(text: str) -> str:
    """A text without its white space, which may become line ends."""
    return BLANK.sub("", text)


@pytest.fixture
def labels(dot_reader: ModuleType) -> list[str]:
    """Texts that a claim can say."""
    found = [
        label
        for label in dot_reader.hostile_labels(2 * HOSTILE)
        if illegal_character(label) is None and letters(label) and len(label) < 2_000
    ][:HOSTILE]
    assert len(found) == HOSTILE
    return found


def claims(labels: list[str]) -> argmap.ArgumentMap:
    """A claim for each text."""
    return argmap.ArgumentMap(
        claims=tuple([argmap.Claim(f"c{i}", label) for i, label in enumerate(labels)])
    )


def test_mermaid(labels: list[str], record_property: Callable[[str, object], None]) -> None:
    """A text would be a command, a link or markup, or lose a letter."""
    text = argmap.dumps(claims(labels), "mermaid")
    quoted = re.findall(r'^ *n\d+\["([^"\n]*)"\]$', text, re.MULTILINE)
    assert all(re.fullmatch(r"(?:[A-Za-z0-9 ]|#\d+;|<br/>)*", each) for each in quoted)
    shown = [
        re.sub(r"#(\d+);", lambda found: chr(int(found[1])), each.replace("<br/>", "\n"))
        for each in quoted
    ]
    assert [letters(each) for each in shown] == [letters(label) for label in labels]
    record_property("Mermaid", len(shown))


def test_markdown(labels: list[str], record_property: Callable[[str, object], None]) -> None:
    """A text would be emphasis, a link, a heading or HTML, as a reader of CommonMark has it."""
    markdown_it = pytest.importorskip("markdown_it", reason="no reader of CommonMark here")
    page = markdown_it.MarkdownIt("commonmark").render(argmap.dumps(claims(labels), "markdown"))
    items = re.findall(r"<li>(.*?)</li>", page, re.DOTALL)
    shown = [html.unescape(re.sub(r"</?p>|<br ?/>", "\n", item)) for item in items]
    without_ids = [re.sub(r"\s*\{#[^{}]*\}\s*$", "", each) for each in shown]
    assert [letters(each) for each in without_ids] == [letters(label) for label in labels]
    record_property("Markdown", len(shown))
