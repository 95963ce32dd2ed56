"""Lines as glyphs: every letter found again, in the font that has it, as wide as it was measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.drawing.lettering import Lettering, fonts
from argmap.drawing.text import width
from argmap.drawing.theme import THEMES
from tests.drawing.made_fonts import a_png, make_font

DOT = a_png(1, 1, kind=2, depth=8, rows=b"\0\xff\0\0")


def lettering(folder: Path, language: str = "") -> Lettering:
    """Lettering with Arimo and the fonts below a folder."""
    book = fonts(THEMES["light"].fonts, [str(folder)], what="it", extra="png")
    return Lettering(book, language=language)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text", ["Votes at sixteen", "Жизнь", "λόγος", "naïve café – “quoted”", "שלום עולם"]
)
def test_a_line_is_as_wide_as_it_was_measured(text: str, bold: bool, tmp_path: Path) -> None:
    """Else letters are squeezed or spread to fit, or run over the border of their card."""
    rtl = text.startswith("ש")
    natural = lettering(tmp_path).line(text, bold=bold, rtl=rtl).width * 13
    assert natural == pytest.approx(width(text, 13, bold=bold), rel=0.02)


def test_the_text_is_in_the_glyphs(tmp_path: Path) -> None:
    """Else a PDF can't be searched."""
    shaped = lettering(tmp_path, "en").line("office 1½", bold=False, rtl=False)
    assert "".join([g.text for run in shaped.runs for g in run.glyphs]) == "office 1½"


def test_from_the_right_glyphs_stand_from_left_to_right_and_know_it(tmp_path: Path) -> None:
    """Else Hebrew is written backwards."""
    shaped = lettering(tmp_path).line("אב (ab)", bold=False, rtl=True)
    assert [run.rtl for run in shaped.runs] == [True, False, True]
    assert [[g.text for g in run.glyphs] for run in shaped.runs] == [
        [")"],
        ["a", "b"],
        ["(", " ", "ב", "א"],
    ]


def test_a_line_is_cut_where_font_or_script_change(tmp_path: Path) -> None:
    """Else a letter is looked for in a font that lacks it, or shaped by the rules of another script."""
    make_font(tmp_path / "1.ttf", "ਅਆ अ।", family="Two Scripts")
    make_font(tmp_path / "2.ttf", "😀", family="Pictures", pictures=DOT)
    shaped = lettering(tmp_path).line("a ਅ ਆ।अ 😀 b", bold=False, rtl=False)
    told = [(run.font.family, "".join([g.text for g in run.glyphs])) for run in shaped.runs]
    assert told == [
        ("Arimo", "a "),
        ("Two Scripts", "ਅ ਆ।"),
        ("Two Scripts", "अ "),
        ("Pictures", "😀"),
        ("Arimo", " b"),
    ]


def test_what_no_font_has_is_told_once_and_drawn_as_a_box(tmp_path: Path) -> None:
    """Else a picture lacks letters, and nobody says so."""
    letters = lettering(tmp_path)
    shaped = letters.line("a ਅਅ\u200d b", bold=False, rtl=False)
    assert next(glyph.id for run in shaped.runs for glyph in run.glyphs if glyph.text == "ਅ") == 0
    letters.line("ਅ", bold=True, rtl=False)
    assert list(letters.missing) == ["ਅ", "ਅ\u200d"]
    assert letters.line("a ਅਅ\u200d b", bold=False, rtl=False) is shaped
    assert letters.line("", bold=False, rtl=False).runs == ()


def test_a_sign_for_text_makes_an_emoji_a_letter(tmp_path: Path) -> None:
    """Else U+FE0E, which asks for no picture, is of no use."""
    make_font(tmp_path / "1.ttf", "😀", family="Outlines")
    make_font(tmp_path / "2.ttf", "😀☺", family="Pictures", pictures=DOT)
    letters = lettering(tmp_path)

    def family(text: str) -> str:
        return letters.line(text, bold=False, rtl=False).runs[0].font.family

    assert family("😀") == "Pictures"
    assert family("😀\ufe0e") == "Outlines"
    assert family("☺\ufe0f") == "Pictures"
    assert family("☺") == "Arimo"
