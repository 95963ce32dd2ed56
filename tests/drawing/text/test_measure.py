"""Widths: the table, what is not in it, and what is drawn into one."""

from __future__ import annotations

import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.text import clusters, measure, width
from argmap.drawing.text.measure import UNITS_PER_EM, Words, advances, units

TEXTS = st.text(st.characters(codec=None), max_size=60)
SCIENTIST = "\U0001f469\u200d\U0001f52c"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
EMOJI = 1.25


def ems(text: str) -> float:
    """The width of a text in ems."""
    return width(text, 1.0)


def test_a_word_has_the_width_that_arial_gives_it() -> None:
    """If this fails, the table is unpacked wrongly: A is 1366 and V 1366 units wide in Arial."""
    assert units("AV i", advances()) == 1366 + 1366 + 569 + 455
    assert width("AV", 2048.0) == 2732.0


def test_bold_is_measured_with_the_bold_face() -> None:
    """If this fails, bold titles leave their boxes."""
    assert units("b", advances(bold=True)) == 1251
    assert width("because", bold=True) > width("because")


def test_width_grows_with_the_size() -> None:
    """If this fails, the size of the font is not applied."""
    assert width("claim", 26.0) == 2 * width("claim", 13.0)


def test_the_empty_text_has_no_width() -> None:
    """If this fails, empty titles take room."""
    assert width("") == 0.0


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u05b8", "\u200b", "\u2060"])
def test_marks_and_invisible_characters_take_no_room(mark: str) -> None:
    """If this fails, an accent that is written apart makes a line wider than it is drawn."""
    assert ems("e" + mark) == ems("e")


def test_a_soft_hyphen_takes_no_room() -> None:
    """If this fails, the font's own width of U+00AD is used, though it is not drawn in a line."""
    assert ems("Donau\u00addampf") == ems("Donaudampf")


def test_a_fixed_hyphen_is_as_wide_as_a_hyphen() -> None:
    """If this fails, U+2011, which the font lacks, is guessed instead of drawn as U+2010."""
    assert ems("\u2011") == ems("\u2010") == 682 / UNITS_PER_EM


@pytest.mark.parametrize("control", ["\0", "\x1b", "\x7f", "\x85", "\ud800"])
def test_controls_and_lone_surrogates_count_as_the_sign_drawn_for_them(control: str) -> None:
    """If this fails, text that a writer replaces by U+FFFD is measured as something else."""
    assert ems(control) == ems("\ufffd") == 1.0


@pytest.mark.parametrize("space", ["\t", "\n", "\r", "\u2028", "\u2029"])
def test_a_tab_and_a_line_end_count_as_a_space(space: str) -> None:
    """If this fails, a text on one line is measured as if its line ends were signs."""
    assert ems(f"a{space}b") == ems("a b")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国", 1.0),
        ("か", 1.0),
        ("，", 1.0),
        ("ｱ", 0.5),
        ("한", 0.92),
        ("ب", 0.50),
        ("का", 0.57 * 1.5),
        ("\u0601", 1.0),  # a sign below a number: a format character, and yet drawn
        ("\U00020000", 1.0),
    ],
)
def test_characters_without_an_entry_have_their_scripts_figure(text: str, expected: float) -> None:
    """If this fails, a script is reserved too little room, or far too much."""
    assert ems(text) == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f600",
        "\u2705",
        "\u2764\ufe0f",
        "1\ufe0f\u20e3",
        "#\u20e3",
        "\U0001f44d\U0001f3fd",
        "\U0001f1e9\U0001f1ea",
        SCIENTIST,
        FAMILY,
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    ],
)
def test_an_emoji_counts_once_however_it_is_spelt(text: str) -> None:
    """If this fails, families, flags, keycaps or skin tones are reserved several places."""
    assert ems(text) == EMOJI


def test_a_chain_that_no_font_draws_as_one_counts_in_full() -> None:
    """If this fails, a hostile chain of joined emoji is drawn far out of its box."""
    assert ems("\u200d".join(["\U0001f469"] * 5)) == 5 * EMOJI


def test_a_skin_tone_without_an_emoji_before_it_counts() -> None:
    """If this fails, a swatch that is drawn on its own takes no room."""
    assert ems("a\U0001f3fd") == ems("a") + EMOJI


def test_hangul_letters_count_as_the_syllable_they_make() -> None:
    """If this fails, Korean text in decomposed form is reserved three times its width."""
    assert ems("\u1112\u1161\u11ab") == ems("\ud55c") == ems("한")
    assert ems("\ud558\u11ab") == ems("\ud55c\u11ab") == ems("하")


def test_a_pile_of_marks_is_as_wide_as_its_letter() -> None:
    """If this fails, text with piled-up marks widens its box without bound."""
    assert ems("Z" + "\u0337\u0327" * 500) == ems("Z")


@given(TEXTS)
def test_a_text_is_as_wide_as_its_clusters(text: str) -> None:
    """If this fails, the lines of a text aren't the parts that its width is the sum of."""
    table = advances()
    assert units(text, table) == sum(units(cluster, table) for cluster in clusters(text))


@given(TEXTS, TEXTS)
def test_more_text_with_a_space_between_is_wider(first: str, second: str) -> None:
    """If this fails, a longer text can be reserved less room than a part of it."""
    both = width(f"{first} {second}")
    assert both >= max(width(first), width(second))
    assert both == pytest.approx(width(first) + width(second) + width(" "), abs=2 * EMOJI * 13)


@given(TEXTS, st.booleans())
def test_widths_are_finite_not_negative_and_the_same_each_time(text: str, bold: bool) -> None:
    """If this fails, some text has no width, or one that changes once its characters were met."""
    once = width(text, bold=bold)
    assert 0.0 <= once <= 2 * 13.0 * len(text)
    assert once == width(text, bold=bold)


def test_no_character_that_carries_text_is_without_room() -> None:
    """If this fails, a whole alphabet is measured as nothing and drawn over what follows."""
    silent = [
        chr(point)
        for point in range(0x20, sys.maxunicode + 1)
        if category(chr(point))[0] in "LNS" and not advances()[chr(point)]
    ]
    assert all("\ua717" <= sign <= "\ua721" for sign in silent)  # the font's own zeros


def test_words_are_measured_again_after_they_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a server that draws for years keeps every word it met, or a word changes its width."""
    monkeypatch.setattr(measure, "_MOST_KEPT", 2)
    words = Words(advances())
    texts = ["to", "be", "or", "not", "to", "be", "n" * 40]
    assert [words[text] for text in texts] == [units(f"{text} ", advances()) for text in texts]
    assert len(words) <= 2
