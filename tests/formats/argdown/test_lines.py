"""Lines that are taken at once are read as they are piece by piece."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

import argmap
from argmap.files import read_source
from argmap.formats.argdown.notes import Notes
from argmap.formats.argdown.scanner import scan
from argmap.formats.argdown.tokens import LINE, NUMBER, RELATION
from argmap.model.check import check
from argmap.source import SourceText
from argmap.strategies.documents import argdown_documents

KINDS = (LINE, NUMBER, RELATION)
BothWays = Callable[[str], tuple[object, object]]


def whole(text: str) -> list[str]:
    """What is said by the lines that are taken at once."""
    tokens = scan(text, Notes(SourceText("d", text)), whole=True)
    held = [value if kind == LINE else value[-1] for kind, _, _, value in tokens if kind in KINDS]
    return [said[2] or said[3] for said in held if said is not None]


@pytest.mark.parametrize(
    ("text", "at_once"),
    [
        (
            "Yes, it (so) is.\n  + [A]: So: it is. \n  - No.\n\nx\n",
            ["Yes, it (so) is.", "A", "No."],
        ),
        ("[A]\n <_ <B>: b\n <- <B>\n\n\nx", ["A", "B", "B"]),
        ("[A]: a\n  - b\nmore\n\n", ["A"]),
        ("a\n  _ b\n +> c\n  -> d\n\n", ["a", "b", "c", "d"]),
        ("<A>\n\n(1) p\n(2) [P]\n-- rule --\n(3) [Q]: q\n\n", ["A", "p", "P", "Q"]),
        ("  [A]: a\n\n  b\n\n  <B>: c\n\n", ["A", "b", "B"]),
        ("[A]: a\n\n[B]:\n\nc\n\n", ["A", "c"]),
        ("[A]: a *so*\n  + b #t\n  - c {d: 1}\n  >< d\n\n", []),
        ("[A]: a /* x */\n  + b [c](d)\n\n", []),
        ("a\n(1) b\n----\n(2) c\n\n", ["a", "b", "c"]),
        ("(1) <A>: b\n----\n(2) c\n\n", ["c"]),
        ("(1) [A]\n  + b\n----\n(2) c\n\n", ["A", "b", "c"]),
        ("a\n\n  + b\n  - c\n\n", ["a", "b", "c"]),
        ("# H\n  + b\n\n", ["b"]),
        ("(1) b\n\nc\n\n", ["b", "c"]),
        ("  + b\n  >< <C>\n\n", ["b"]),
        ("a === b\n  + === c\n\n", []),
        ("===\ntitle: x\n===\n\na\n  + b\n\n", ["a", "b"]),
        ("a *b\n  + c\n\nd* e\n\n", ["c"]),
        ("*a\n\nb\n\nc*d\n\n", ["b"]),
        ("a\r\n  + b\r\n\r\n", ["b"]),
    ],
)
def test_a_line_at_once(text: str, at_once: list[str], both_ways: BothWays) -> None:
    """A line would be read otherwise where it is taken at once, or be looked at piece by piece for nothing."""
    assert whole(text) == at_once
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
