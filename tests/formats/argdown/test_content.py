"""Texts and what is marked in them."""

from __future__ import annotations

import pytest

from argmap.formats.argdown.blocks import parse
from argmap.formats.argdown.notes import Notes
from argmap.formats.argdown.tree import Entry
from argmap.source import SourceText


def _entries(text: str) -> list[Entry]:
    return list(parse(text, Notes(SourceText("d.argdown", text))).entries)


@pytest.mark.parametrize(
    ("text", "read", "marked"),
    [
        ("*a* b", "a b", [("italic", "a", "")]),
        ("**a** __b__ _c_", "a b c", [("bold", "a", ""), ("bold", "b", ""), ("italic", "c", "")]),
        ("x **a *b* c** y", "x a b c y", [("bold", "a b c", ""), ("italic", "b", "")]),
        ("see [the\npage](http://x.org/y) now", "see the page now", [("link", "the page", "http://x.org/y")]),
        ("as @[B: c] and @<D> say", "as @[B: c] and @<D> say", [
            ("statement-mention", "@[B: c] ", "B: c"), ("argument-mention", "@<D> ", "D")]),
        ("a #b and #(c d)", "a #b and #(c d)", [("tag", "#b ", "b"), ("tag", "#(c d)", "c d")]),
    ],
)  # fmt: skip # a table, a row a line
def test_ranges(text: str, read: str, marked: list[tuple[str, str, str]]) -> None:
    """Bold words would begin a letter too early, or a link lead elsewhere."""
    (entry,) = _entries(text)
    assert entry.text == read
    assert [(r.kind, entry.text[r.start : r.stop], r.value) for r in entry.ranges] == marked


def test_emphasis_ends_with_its_text() -> None:
    """A star in one statement would make another one italic."""
    first, second = _entries("[A]: *a\n  + b* c")
    assert (first.text, second.text) == ("*a", "b* c")
    assert not first.ranges
    assert not second.ranges


def test_emphasis_over_lines() -> None:
    """A mark at a line's end would leave its blank out."""
    (entry,) = _entries("a *b\nc* d")
    assert entry.text == "a b c d"
    assert entry.source == "a *b c* d"


def test_where_entries_stand() -> None:
    """An error in a later step, or an editor, would point at the wrong words."""
    text = "# Head\n\n[A]: alpha {x: 1}\n  + [B]\n\n<C>\n\n(1) p\n-- r --\n(2) q\n"
    found = [text[entry.start : entry.end] for entry in _entries(text)]
    assert found == ["# Head", "[A]: alpha", "+ [B]", "<C>", "(1) p", "-- r --", "(2) q"]


def test_how_a_marked_text_is_written_does_not_hang_on_blanks_at_line_ends() -> None:
    """A text would change by taking out a blank that nobody sees."""
    (one,), (other,) = _entries("*a* \nb"), _entries("*a*\nb")
    assert one.source == other.source == "*a* b"


def test_an_inference_over_lines_of_any_end() -> None:
    """A document from Windows would be refused for an inference over several lines."""
    entries = _entries("(1) p\r\n--\r\nrule, x\r\n--\r\n(2) q\r\n")
    assert entries[1].rules == ("rule", "x")
