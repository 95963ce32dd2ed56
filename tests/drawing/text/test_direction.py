"""The base direction of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.text import base_direction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "ltr"),
        ("claim", "ltr"),
        ("123 — 4", "ltr"),
        ("כל בני האדם", "rtl"),
        ("12. كل الناس", "rtl"),
        ("(«שלום»)", "rtl"),
        ("Der Begriff שלום", "ltr"),
        ("שלום means peace", "rtl"),
        ("\u2067שלום\u2069 hello", "ltr"),  # an isolate is passed over
        ("\u2066hello \u2067x\u2069 y\u2069 שלום", "rtl"),
        ("\u2068hello", "ltr"),  # never closed: nothing else is left
        ("\u2068hello\nשלום", "rtl"),  # the paragraph's end closes it
        ("\u2069\u2069שלום", "rtl"),  # an end without a beginning
        ("\u202bhello", "ltr"),  # an embedding's sign is no strong character
        ("…\n…שלום", "rtl"),
    ],
)
def test_the_first_strong_character_decides(text: str, expected: str) -> None:
    """If this fails, a card in Hebrew or Arabic is set from the wrong side."""
    assert base_direction(text) == expected


@given(st.text(st.characters(codec=None)))
def test_every_text_has_a_direction(text: str) -> None:
    """If this fails, some text stops the drawing."""
    assert base_direction(text) in ("ltr", "rtl")
