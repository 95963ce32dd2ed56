"""Text as TeX sets it, and the fonts that are asked for."""

from __future__ import annotations

import pytest

from argmap.drawing.tex import fonts, needs_unicode, said, scripts


def test_every_sign_that_tex_would_obey_is_escaped() -> None:
    """A claim's text would be a command, a comment or a formula."""
    assert said(r"\{}$&#_%~^") == (
        r"\textbackslash{}\{\}\$\&\#\_\%\textasciitilde{}\textasciicircum{}"
    )
    assert said("<>|\"`'") == (
        r"\textless{}\textgreater{}\textbar{}{\char34}\textasciigrave{}\textquotesingle{}"
    )
    assert said("a--b,,c") == "a{-}{-}b{,}{,}c"
    assert said(" a \t\n b\x00 ") == "a b\ufffd"
    assert said("a\u00a0b") == "a~b"


def test_what_is_read_from_the_right_is_turned() -> None:
    """LuaTeX sets letters as they come: a text would be read backwards."""
    assert said("a שלום b") == r"a {\textdir TRT{}{\argmaphebrew{}שלום}}{\argmaphebrew{} }b"
    assert said("שלום 12", rtl=True) == (
        r"{\textdir TRT{}{\argmaphebrew{}שלום }{\textdir TLT{}{\argmaphebrew{}12}}}"
    )
    assert said("abc", rtl=True) == r"{\textdir TRT{}{\textdir TLT{}abc}}"


def test_scripts_are_met_in_order() -> None:
    """A script whose letters are joined would be set letter by letter."""
    texts = ["Latin", "ไทย and عربي", "λόγος", "ไทย"]
    assert scripts(texts) == ["thai", "arabic"]


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("plain", False),
        ("Łódź – «ça» … €", False),
        ("λ", True),
        ("👩", True),
        ("a\u0301", True),
        ("\x00", True),
    ],
)
def test_what_needs_unicode(text: str, needed: bool) -> None:
    """A text would be given to pdfLaTeX that it has no letter for, or LuaLaTeX be asked for in vain."""
    assert needs_unicode([text]) is needed


def test_fonts_for_what_is_there() -> None:
    """A font would be missing, or a hundred be loaded that nothing needs."""
    assert not any("fontspec" in line for line in fonts(["Ł"], ["Arial"], ""))
    lines = "\n".join(fonts(["漢字 ไทย — 👩"], ["Arial", "Arimo"], "ja"))
    assert r"\RequireLuaTeX" in lines
    assert lines.index("{Arimo}") < lines.index("{Arial}")  # the last that is there counts
    for family in ("Noto Sans CJK JP", "Noto Sans Thai", "Noto Color Emoji"):
        assert f"IfFontExistsTF{{{family}}}" in lines
    assert r"\newfontfamily\argmapthai" in lines
    assert "script=thai" in lines
    assert "Noto Sans CJK TC" in "\n".join(fonts(["漢"], ["Arial"], "zh-TW"))
    assert "Noto Sans CJK SC" in "\n".join(fonts(["漢"], ["Arial"], ""))
