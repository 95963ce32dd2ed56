"""The order of characters on a line: cases of UAX 9, written out by hand."""

from __future__ import annotations

import pytest

from argmap.drawing.lettering.bidi import levels, visual

CASES = [
    ("abc", False, "abc"),
    ("אבג", True, "גבא"),
    ("אבג", False, "גבא"),
    ("a אב b", False, "a בא b"),
    ("א ab ב", True, "ב ab א"),
    ("אב 12", True, "12 בא"),
    ("אב 12", False, "12 בא"),  # W2 to W7 leave EN; I2 sets it higher than R
    ("عب 12", False, "12 بع"),
    ("a 12 אב", False, "a 12 בא"),
    ("אב 3.5%", True, "3.5% בא"),
    ("عب 3.5%", True, "%3.5 بع"),  # W2: after an Arabic letter a number is Arabic, its sign neutral
    ("אב, a.", True, ".a ,בא"),
    ("אב  ", False, "בא  "),  # L1: white space at the end stays at the end of the line
    ("ab  ", True, "  ab"),
    ("a (אב) ג", False, "a (בא) ג"),  # N0: brackets around what goes the other way
    ("א (ab) ב", True, "ב (ab) א"),
    ("א (ב) a", False, "(ב) א a"),
    ("ab [א", False, "ab [א"),
    ("ב(a)\u0301", True, "\u0301(a)ב"),
    ("ab (אב", False, "ab (בא"),
    ("א(ab\u05d2)ב", False, "א(ab\u05d2)ב"),
    ("א (.) ב", True, "ב (.) א"),
    ("א (ג) ב", False, "ב (ג) א"),
    ("א (ab]) ב", True, "ב ([ab) א"),
    ("1+2 א", True, "א 1+2"),
    ("א 1,2", True, "1,2 א"),
    ("א +", True, "+ א"),
    ("\u0301א", True, "א\u0301"),
    ("א\u200bב", True, "ב\u200bא"),
    ("", True, ""),
]


def shown(text: str, *, rtl: bool) -> str:
    """The characters from left to right, brackets unturned."""
    return "".join(visual(list(text), levels(text, rtl=rtl)))


@pytest.mark.parametrize(("text", "rtl", "wanted"), CASES)
def test_characters_stand_as_the_rules_say(text: str, rtl: bool, wanted: str) -> None:
    """Else a sentence of two directions reads as nonsense."""
    turned = wanted.translate(str.maketrans("()[]", ")(][")) if rtl else wanted
    found = shown(text, rtl=rtl)
    flat = str.maketrans(")]", "([")
    assert found.translate(flat) == turned.translate(flat)


def test_a_pile_of_brackets_is_no_burden() -> None:
    """Else a line of brackets takes for ever, or fails."""
    text = "א" + "(" * 100 + "ב" + ")" * 100
    assert len(levels(text, rtl=True)) == len(text)
    assert levels(text, rtl=False)[0] == 1
