"""Texts as they are written: each is read as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats.argdown.escapes import escaped, is_sayable, is_title

SIGNS = [*"ab1 *_[]<>{}#@/\\.:=-+();,'\"\u00a0", "  ", "   ", "://", "//", "===", "--", "..", ".y."]


def _read(text: str) -> list[str]:
    return [claim.text for claim in argmap.parse(text, format="argdown").map.claims]


@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=12).map("".join).filter(is_sayable))
def test_every_text_is_read_as_it_was(text: str) -> None:
    """A sign of a text would mean something, or a backslash would stay."""
    assert _read(f"[t]: {escaped(text)}\n") == [text]
    assert _read(f"{escaped(text, begins=True)}\n") == [text]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Plain words, and no sign.", "Plain words, and no sign."),
        ("two  blanks", r"tw\o  blanks"),
        ("a stop.  And on", r"a stop\.  And on"),
        (r"a \  b", r"a \\  b"),
        ("an [x]  y", r"an \[x\]  y"),
        (":a:  b", r"\:a\:  b"),
        ("5 < 6 & 7", r"5 \< 6 & 7"),
    ],
)
def test_no_more_backslashes_than_needed(text: str, written: str) -> None:
    """A text would be harder to read than it is."""
    assert escaped(text) == written


@pytest.mark.parametrize("text", ["- no", "+ yes", "1. one", "(1) one", "# no", "> no", "'+ no"])
def test_what_begins_a_line_begins_nothing_else(text: str) -> None:
    """A claim would be read as a relation, a list or a premise."""
    assert _read(f"{escaped(text, begins=True)}\n") == [text]
    assert escaped(text) == text


@pytest.mark.parametrize("text", ["a\nb", " a", "a ", "a\tb", "a \u00a0b", "a\u2028b"])
def test_what_no_line_can_say(text: str) -> None:
    """A text would lose a line end or a blank."""
    assert not is_sayable(text)


@pytest.mark.parametrize(
    "title", ["", "+a", "-a", "_a", "!--a", "a]", "<a", "Untitled 3", " a", "a\nb"]
)
def test_what_is_no_title(title: str) -> None:
    """A title in brackets would be read as something else."""
    assert not is_title(title)
