"""The figures of the scripts."""

from __future__ import annotations

import sys

import pytest

from argmap.drawing.text.scripts import script


@pytest.mark.parametrize(
    ("first", "last", "ems", "breaks"),
    [
        ("\u4e00", "\u9fff", 1.0, "i"),
        ("\u3041", "\u30ff", 1.0, "i"),
        ("\uac00", "\ud7a3", 0.92, "a"),
        ("\u0600", "\u06ff", 0.50, "a"),
        ("\u0e01", "\u0e5b", 0.55, "t"),
        ("\U0001f300", "\U0001faff", 1.25, "i"),
    ],
)
def test_a_script_holds_from_its_first_to_its_last_character(
    first: str, last: str, ems: float, breaks: str
) -> None:
    """If this fails, the rows of the table overlap or are out of order."""
    for character in (first, last):
        assert script(ord(character))[1:] == (ems, breaks)


def test_every_code_point_has_a_script_that_begins_at_or_before_it() -> None:
    """If this fails, the rows are unsorted and a search in them finds any row at all."""
    firsts = [script(point)[0] for point in range(0, sys.maxunicode + 1, 16)]
    assert firsts == sorted(firsts)
    assert all(
        first <= point
        for first, point in zip(firsts, range(0, sys.maxunicode + 1, 16), strict=True)
    )
