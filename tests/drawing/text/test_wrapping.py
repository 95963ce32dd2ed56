"""Texts laid out in lines, and cut to one."""

from __future__ import annotations

import re
from itertools import product
from math import inf, nan, nextafter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.text import Line, clusters, shorten, width, wrap
from argmap.drawing.text.breaks import break_kinds, pieces

WORDS = st.lists(st.text("abcdefgilmWM.,äЖ", min_size=1, max_size=9), min_size=1, max_size=9)
TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "ab cd\n\t-/—.(「国。ー\u200b\u0301\u00a0\u3000ไทะ😀\u200d\U0001f3fd&한क\u094d"
        ),
        st.characters(codec=None),
    ),
    max_size=60,
)
SIZES = st.floats(0.5, 100.0)
MOSTS = st.floats(-10.0, 1000.0)
CLAIM = "The Left should welcome the policy because it is genuinely progressive."


def lines(text: str, most: float, size: float = 13.0) -> list[str]:
    """The texts of the lines."""
    return [line.text for line in wrap(text, most, size)]


def bare(text: str) -> str:
    """A text without what breaks and spaces are made of."""
    return re.sub("[ \t\n\r\u2028\u2029\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]", "", text)


def test_a_claim_is_set_in_lines_of_its_width() -> None:
    """If this fails, the text of a card isn't wrapped at its words."""
    assert lines(CLAIM, 160) == [
        "The Left should welcome",
        "the policy because it is",
        "genuinely progressive.",
    ]


def test_a_text_that_fits_is_one_line() -> None:
    """If this fails, a box made as wide as its text breaks it all the same."""
    assert wrap(CLAIM, width(CLAIM)) == (Line(CLAIM, width(CLAIM)),)
    assert len(wrap(CLAIM, width(CLAIM) - 0.01)) == 2


@given(st.text("aWЖ国 😀", min_size=1, max_size=20), SIZES)
def test_a_text_fits_into_its_own_width_and_into_no_less(text: str, size: float) -> None:
    """If this fails, rounding breaks a line that fits, or lets out one that doesn't."""
    text = " ".join(text.split())
    own = width(text, size)
    assert wrap(text, own, size) == ((Line(text, own),) if text else ())
    assert len(wrap(text, nextafter(own, 0.0), size)) > 1 or len(clusters(text)) < 2


def test_lines_may_be_filled_to_the_last_unit() -> None:
    """If this fails, lines that fit exactly are broken."""
    assert lines("国国国国", 26.0) == ["国国", "国国"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" ", [""]),
        ("\n", [""]),
        ("\u3000", [""]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc\u2028d\u2029e", ["a", "b", "c", "d", "e"]),
        ("a\n", ["a"]),
        ("a\n\n b ", ["a", "", "b"]),
        ("  a \t b  ", ["a b"]),
        ("a\u2003b\u1680c", ["a b c"]),
        ("山田\u3000 太郎", ["山田\u3000太郎"]),
        ("12\u00a0%", ["12\u00a0%"]),
        ("a\x85b\x1cc\ud800", ["a\x85b\x1cc\ud800"]),
    ],
)
def test_line_ends_stay_and_runs_of_spaces_are_one(text: str, expected: list[str]) -> None:
    """If this fails, paragraphs run together, or stray spaces shift a line."""
    assert lines(text, 500) == expected


def test_bold_text_breaks_sooner() -> None:
    """If this fails, a bold title is measured with the regular face and leaves its box."""
    most = width(CLAIM)
    assert len(wrap(CLAIM, most)) == 1
    assert len(wrap(CLAIM, most, bold=True)) == 2


def test_chinese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    """If this fails, a line of Chinese begins with punctuation."""
    assert lines("人人生而自由。在尊严上平等。", 13 * 6) == ["人人生而自", "由。在尊严", "上平等。"]


def test_an_address_breaks_after_its_signs() -> None:
    """If this fails, a long address is broken inside its words."""
    found = lines("see https://example.com/some/path/to/the?report=2020", 120)
    assert all(re.search(r"[ /.?=]$", line) for line in found[1:-1])
    assert "".join(found) == "seehttps://example.com/some/path/to/the?report=2020"


def test_a_word_too_long_is_broken_between_clusters_only() -> None:
    """If this fails, a family or a flag is torn apart, or a word leaves its box."""
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    for line in lines(f"{family}\U0001f1e9\U0001f1eae\u0301" * 5, 30):
        assert set(clusters(line)) <= {family, "\U0001f1e9\U0001f1ea", "e\u0301"}
    assert lines("Donaudampf", 40) == ["Donau", "dampf"]


def test_a_character_wider_than_the_line_stands_alone() -> None:
    """If this fails, a narrow box makes the wrapping loop or drop text."""
    assert lines("Wij", 6.0) == ["W", "ij"]
    assert lines("abc", 0.0) == lines("abc", -5.0) == ["a", "b", "c"]


@pytest.mark.parametrize("most", [inf, 1e300, 1e18])
def test_a_line_without_bound_takes_everything(most: float) -> None:
    """If this fails, an endless width overflows."""
    assert lines(CLAIM, most) == [CLAIM]


@pytest.mark.parametrize(("most", "size"), [(nan, 13), (100, nan), (100, 0), (100, -1), (100, inf)])
def test_sizes_that_are_none_are_refused(most: float, size: float) -> None:
    """If this fails, a mistake in a theme shows as a division by zero, or as an endless loop."""
    with pytest.raises(ValueError, match="a size above 0 and a width are needed"):
        wrap("a", most, size)
    with pytest.raises(ValueError, match="a size above 0 and a width are needed"):
        shorten("a", most, size)


@pytest.mark.parametrize(
    ("most", "size"), [(0.0, 5e-324), (1e-310, 5e-324), (1.0, 1e308), (1e308, 1e-300)]
)
def test_sizes_at_the_edge_of_numbers_are_measured(most: float, size: float) -> None:
    """If this fails, a tiny or huge size ends in an overflow or a division by zero."""
    assert "".join(lines("ab", most, size)) == "ab"


@given(TEXTS, MOSTS, SIZES)
def test_lines_hold_the_whole_text_and_no_more_room_than_there_is(
    text: str, most: float, size: float
) -> None:
    """If this fails, text is lost, or leaves its box."""
    found = wrap(text, most, size)
    assert bare("".join(line.text for line in found)) == bare(text)
    assert bool(found) == bool(text)
    for line in found:
        assert line.width == width(line.text, size)
        assert line.width <= max(most, 0.0) or len(clusters(line.text)) == 1
    assert found == wrap(text, most, size)


@given(WORDS, st.floats(100.0, 300.0))
def test_lines_joined_by_spaces_are_the_text(words: list[str], most: float) -> None:
    """If this fails, words of ordinary text are broken or glued together."""
    assert " ".join(lines(" ".join(words), most)) == " ".join(words)


@given(WORDS, st.floats(20.0, 200.0), st.sampled_from((" ", "国")))
def test_lines_are_the_fewest_and_then_the_narrowest(
    words: list[str], most: float, between: str
) -> None:
    """If this fails, a card is higher or wider than its text needs; tried against every way to break it."""
    check_narrowest(between.join(words), most)


@pytest.mark.parametrize("most", [45.0, 60.0, 75.0, 90.0])
def test_every_short_text_has_the_fewest_and_narrowest_lines(most: float) -> None:
    """If this fails, the search for the narrowest lines stops too early or starts too high."""
    for words in product(("il", "mmm", "Wab国"), repeat=5):
        check_narrowest(" ".join(words), most)


def check_narrowest(text: str, most: float) -> None:
    """Assert that no way to break the text needs fewer lines, or as many that are narrower."""
    starts, stops = pieces(break_kinds(text))
    if any(width(text[a:b]) > most for a, b in zip(starts, stops, strict=True)):
        return
    found = wrap(text, most)
    for fewer in range(len(found)):
        assert least_width(text, starts, stops, fewer) > most
    assert max(line.width for line in found) == least_width(text, starts, stops, len(found))


def least_width(text: str, starts: list[int], stops: list[int], count: int) -> float:
    """The width that so many lines of these pieces need: each place of the last break is tried."""
    least = [0.0, *[inf] * len(starts)]
    for _ in range(count):
        least = [
            min(
                (
                    max(before, width(text[starts[first] : stops[after - 1]]))
                    for first, before in enumerate(least[:after])
                ),
                default=inf,
            )
            for after in range(len(starts) + 1)
        ]
    return least[-1]


@pytest.mark.parametrize(
    "pattern",
    [
        "a",
        "ä",
        "国",
        "ไท",
        "e\u0301",
        "word ",
        "-",
        "a/",
        "(",
        "\u200b",
        "。",
        "\U0001f600",
        "क\u094d",
    ],
)
def test_long_texts_take_time_in_proportion(pattern: str) -> None:
    """If this fails, one long word stops the drawing of a map."""
    text = pattern * (100_000 // len(pattern))
    assert bare("".join(lines(text, 200))) == bare(text)
    shorten(text, 200)


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("Principle comes before party.", 500, "Principle comes before party."),
        ("Principle comes before party.", 100, "Principle come…"),
        ("Principle comes before party.", 70, "Principle…"),
        ("a\n\n b\tc", 500, "a b c"),
        ("abc", 13.0, "…"),
        ("abc", 12.9, ""),
        ("", 0, ""),
        ("人人生而自由", 52, "人人生…"),
        ("\U0001f469\u200d\U0001f52c" * 4, 47, "\U0001f469\u200d\U0001f52c" * 2 + "…"),
    ],
)
def test_a_text_is_cut_to_a_width(text: str, most: float, expected: str) -> None:
    """If this fails, a label leaves its place or is cut inside a character."""
    assert shorten(text, most) == expected


@given(TEXTS, MOSTS, SIZES, st.booleans())
def test_a_shortened_text_fits_and_begins_as_the_text_does(
    text: str, most: float, size: float, bold: bool
) -> None:
    """If this fails, a label is too wide, or shows what the text doesn't say."""
    short = shorten(text, most, size, bold=bold)
    assert width(short, size, bold=bold) <= max(most, 0.0)
    whole = shorten(text, inf, size, bold=bold)
    assert bare(whole) == bare(text)
    if short != whole:
        begun = clusters(short.removesuffix("…"))
        assert short == "" or short.endswith("…")
        assert clusters(whole)[: len(begun)] == begun


def test_a_bold_text_is_cut_shorter() -> None:
    """If this fails, a bold label is measured with the regular face."""
    assert len(shorten(CLAIM, 200, bold=True)) < len(shorten(CLAIM, 200))
