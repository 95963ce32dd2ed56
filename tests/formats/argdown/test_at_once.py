"""What is told at once is read as it is by tokens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

import argmap
from argmap.files import read_source
from argmap.formats.argdown import at_once
from argmap.formats.argdown.blocks import parse
from argmap.formats.argdown.notes import Notes
from argmap.formats.argdown.scanner import Scanner, take
from argmap.model.check import check
from argmap.source import SourceText
from argmap.strategies.documents import argdown_documents

BothWays = Callable[[str], tuple[object, object]]
ALL = "all"


@pytest.fixture
def by_tokens(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Reads a text, and tells the parts of it of which tokens were made, or that they were made of all of it."""

    def told(text: str) -> list[str]:
        made = []

        def noted(scanner: Scanner, ends: Callable[[str, int, str], object]) -> None:
            start = scanner.at
            take(scanner, ends)
            made.append(text[start : scanner.at].strip())

        monkeypatch.setattr(at_once, "take", noted)
        notes = Notes(SourceText("d", text))
        try:
            whole = parse(text, notes)
        except argmap.ReadError:
            return [ALL]
        monkeypatch.setattr("argmap.formats.argdown.blocks._at_once", lambda text, notes: None)
        assert parse(text, Notes(SourceText("d", text))) == whole
        return made

    return told


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Yes, it (so) is.\n  + [A]: So: it is. \n  - No.\n\nx\n", []),
        ("[A]\n <_ <B>: b\n <- <B>\n\n\nx", []),
        ("[A]: a\n  - b\nmore 1.5\n ‘so’ \nand\n\n", []),
        ("a\r\n  + b \r\n  c\r\n\r\n", []),
        ("a\n  _ b\n  +> c\n   -> d\n\n", []),
        ("<A>\n\n(1) p\n(2) [P]\n-- rule, other --\n(3) [Q]: q\n----\n(4) r\n", []),
        ("<A>\n\n(1) p\n  + x\n-- rule {uses: [1]} --\n  <_ no\n(2) q", []),
        ("# H\n\n## H *i* #t {a: b}\n\na", []),
        ("[A]: a *so* **b** _c_ __d__, [e](f) #t #u g\n  + b #t\n  - c {d: 1}\n  >< d\n\n", []),
        ("[A]: a\tb\t\n c  \\+ **a *b* c**. e.g. x:q:z, :so: on\n", []),
        ("[A]:\n  a [b](c)\n  {d: 1}\n\n[A] {e: f}\n", []),
        ("a\n\n// x === y\n\n/* z */\nb\n\n<!-- c -->\n\nd", []),
        ("a\n  + b /* x */\n  - c\n", ["b /* x */"]),
        ("a\n  + b /* x */", ["b /* x */"]),
        ("(1) b @[A]\n----\n(2) c\n\nd", ["b @[A]"]),
        ("a @[A]\n\nb\n", ["a @[A]"]),
        ("a :y: b\n", ["a :y: b"]),
        ("a\n  + *b c\n  - d\n\ne* f\n", ["*b c", "- d", "e* f"]),
        ("===\ntitle: x\n===\n\na\n  + b\n\n// ===\n\nc", ["===\ntitle: x\n==="]),
        ("\n\na\n", [""]),
        ("* a\n* b\n\nc\n", ["* a\n* b"]),
        ("a\n(1) b\n----\n(2) c\n\n", ["(1) b\n----\n(2) c"]),
        ("# H\n(1) b\n----\n(2) c\n\nd", ["(1) b\n----\n(2) c"]),
        ("a\n\n  + b\n  - c\n\nd", ["+ b\n  - c"]),
        ("# [A]\n\nb", [ALL]),
        ("(1) <A>: b\n----\n(2) c\n\n", [ALL]),
        ("a\n  >< <C>\n", [ALL]),
        ("a\n  >< <C!>\n", [ALL]),
        ("(1) <A!>\n----\n(2) c\n", [ALL]),
    ],
)
def test_what_is_told_at_once(
    text: str, left: list[str], by_tokens: Callable[[str], list[str]], both_ways: BothWays
) -> None:
    """A document would be read otherwise where it is told at once, or by tokens for nothing."""
    first, second = both_ways(text)
    assert first == second
    assert by_tokens(text) == left


def test_very_many_findings_in_their_order(both_ways: BothWays) -> None:
    """Findings of scanner and parser would be told in another order, or more than a hundred of one kind."""
    told, expected = both_ways("a {: } {b: 1} c\n\n" * 70 + "[A]: {: }\n")
    assert told == expected


def test_front_matter_signs_that_a_text_says(both_ways: BothWays) -> None:
    """A finding would be missing where a text or a heading says what would begin front matter."""
    for text in (
        "a\n\nb ======\n",
        "a\n\n# b =====\n\nc ===",
        "a\n  + [b](c) @[d], ====\n\ne ===\n",
    ):
        first, second = both_ways(text)
        assert first == second


@given(argdown_documents(dirty=True))
def test_documents_at_once(both_ways: BothWays, text: str) -> None:
    """A document would be read otherwise by the reader than by the formatter and by editors."""
    at_once, by_pieces = both_ways(text)
    assert at_once == by_pieces


@pytest.mark.corpus("argdown*/**/*.argdown")
def test_real_documents_at_once(corpus_file: Path, both_ways: BothWays) -> None:
    """A real document would be read otherwise by the reader than by the formatter and by editors, or make a broken map."""
    source = read_source(str(corpus_file))
    at_once, by_pieces = both_ways(source.text)
    assert at_once == by_pieces
    try:
        map = argmap.parse(source, format="argdown").map
    except argmap.ReadError:
        return
    assert check(map) == ()
