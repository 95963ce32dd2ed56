"""What a new layout changes, as ``patch`` takes it."""

from __future__ import annotations

import re
from difflib import unified_diff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.difference import difference

HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n")
TEXTS = st.lists(st.sampled_from(["a", "b", "  a", "----", "---", "> a", ">", "a b", ""])).map(
    "\n".join
)


def patched(old: str, told: str) -> str:
    """The text that a difference makes of the old one, after asserting that every line fits."""
    lines, made, at = old.splitlines(keepends=True), [], 0
    told = told.replace("\\ No newline at end of file\n", "")
    for piece in re.split(r"^(?=@@ )", told, flags=re.MULTILINE)[1:]:
        head, *body = piece.splitlines(keepends=True)
        found = HUNK.fullmatch(head)
        assert found is not None
        counts = [int(number or 1) for number in (found[2], found[4])]
        start = int(found[1]) - (counts[0] > 0)
        made += lines[at:start]
        assert len(made) == int(found[3]) - (counts[1] > 0)
        gone = [line[1:] for line in body if line[0] != "+"]
        come = [line[1:] for line in body if line[0] != "-"]
        assert (len(gone), len(come)) == tuple(counts)
        assert [line.rstrip("\n") for line in lines[start : start + len(gone)]] == [
            line.rstrip("\n") for line in gone
        ]
        made += come
        at = start + len(gone)
    return "".join([*made, *lines[at:]])


@given(TEXTS, TEXTS)
def test_a_difference_makes_the_new_text_of_the_old(old: str, new: str) -> None:
    """``patch`` would refuse a difference, or make something else of a file."""
    told = difference(old, new, "x")
    assert patched(old, told).rstrip("\n") == new.rstrip("\n")
    assert (told == "") == (old == new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[A]:  a\n\n\n  +b\n", "[A]: a\n  + b\n"),
        ("x\n" * 9 + " y\n" + "z\n" * 6 + " y\n" + "x\n" * 9, "x\n" * 9 + "y\n" + "z\n" * 6 + "y\n" + "x\n" * 9),
        ("x\n" * 9 + " y\n" + "z\n" * 7 + " y\n" + "x\n" * 9, "x\n" * 9 + "y\n" + "z\n" * 7 + "y\n" + "x\n" * 9),
        ("a\n-----\nb\n", "a\n----\nb\n"),
        ("a\n\n\n\nb\n", "a\n\nb\n"),
        ("a\nb\n", "a\n\nb\n"),
        ("a", "a\n"),
        ("\n\na\n", "a\n"),
        ("\n\n", ""),
        ("/* x */ + a\n", "/* x */\n  + a\n"),
    ],
)  # fmt: skip # a table, a row a line
def test_as_others_show_it(old: str, new: str) -> None:
    """A person used to differences would not find their way."""
    usual = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), "a/x", "b/x")
    mine = difference(old, new, "x").replace("\n\\ No newline at end of file", "")
    assert sorted(mine.splitlines()) == sorted(
        "\n".join([line.rstrip("\n") for line in usual]).split("\n")
    )
