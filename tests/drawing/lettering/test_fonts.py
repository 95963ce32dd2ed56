"""Which font has a character: the measured one, those that a theme names, and then the system's in good order."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from argmap.drawing.lettering import Fonts, fonts
from argmap.drawing.lettering.fonts import system_folders
from argmap.drawing.theme import THEMES
from argmap.errors import MissingExtra
from tests.drawing.made_fonts import a_png, make_font

ARIAL = THEMES["light"].fonts
DOT = a_png(1, 1, kind=2, depth=8, rows=b"\0\xff\0\0")


def found(folder: Path, families: Sequence[str] = ARIAL, *, language: str = "") -> Fonts:
    """The fonts of a theme with those below a folder."""
    return fonts(tuple(families), [str(folder)], language=language, what="it", extra="png")


def family(book: Fonts, letter: str, *, bold: bool = False, emoji: bool = False) -> str | None:
    """What the font is called that has a letter."""
    font = book.of([letter], bold=bold, emoji=emoji)
    return None if font is None else f"{font.family} {font.style}"


def test_latin_is_arimo_whatever_the_system_has(tmp_path: Path) -> None:
    """Else texts are drawn in a font whose widths aren't those that were measured."""
    make_font(tmp_path / "a.ttf", "aא", family="Noto Sans")
    book = found(tmp_path)
    assert family(book, "a") == family(book, "א") == "Arimo Regular"
    assert [book.regular[0].weight, book.bold[0].weight] == [400, 700]


def test_a_theme_with_fonts_of_its_own_gets_them(tmp_path: Path) -> None:
    """Else a theme's fonts count for SVG alone."""
    make_font(tmp_path / "a.ttf", "a", family="Mine")
    book = found(tmp_path, ("Mine", "sans-serif"))
    assert family(book, "a") == "Mine Regular"
    assert family(book, "b") == "Arimo Regular"
    assert family(found(tmp_path, ("Other",)), "a") == "Arimo Regular"


def test_upright_and_plain_fonts_come_first(tmp_path: Path) -> None:
    """Else a word of another script is slanted, or set like a typewriter's."""
    for place, name, style in [
        ("1", "A Mono", "Regular"),
        ("2", "A Sans", "Italic"),
        ("3", "A Sans", "Black"),
        ("4", "Z Sans", "Regular"),
        ("5", "Noto Sans Long Name", "Regular"),
    ]:
        make_font(tmp_path / f"{place}.ttf", "ਅ" if place < "5" else "ਆ", family=name, style=style)
    book = found(tmp_path)
    assert family(book, "ਅ") == "Z Sans Regular"
    assert [f.family for f in book.regular][1] == "Noto Sans Long Name"
    assert [f.style for f in book.regular][-1] == "Italic"


def test_bold_is_the_family_s_own_or_none(tmp_path: Path) -> None:
    """Else bold text takes a letter of another family."""
    make_font(tmp_path / "1.ttf", "ਅ", family="One")
    make_font(tmp_path / "2.ttf", "ਅ", family="One", style="Bold")
    make_font(tmp_path / "3.ttf", "ਆ", family="Two")
    book = found(tmp_path)
    assert family(book, "ਅ", bold=True) == "One Bold"
    assert family(book, "ਆ", bold=True) == "Two Regular"


def test_pictures_are_for_emoji_and_for_want_of_others(tmp_path: Path) -> None:
    """Else emoji are outlines where there are pictures, or digits are pictures."""
    make_font(tmp_path / "1.ttf", "😀ਅ1", family="Pictures", pictures=DOT)
    make_font(tmp_path / "2.ttf", "😀", family="Outlines")
    book = found(tmp_path)
    assert family(book, "😀", emoji=True) == "Pictures Regular"
    assert family(book, "😀") == "Outlines Regular"
    assert family(book, "ਅ") == "Pictures Regular"
    assert family(book, "1") == "Arimo Regular"


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("", "SC"),
        ("zh", "SC"),
        ("zh-Hant-TW", "TC"),
        ("zh-HK", "HK"),
        ("ja", "JP"),
        ("ko-KR", "KR"),
    ],
)
def test_chinese_characters_have_the_shapes_of_the_language(
    tmp_path: Path, language: str, wanted: str
) -> None:
    """Else a Japanese text is set in Chinese shapes."""
    for region in ("HK", "JP", "KR", "SC", "TC"):
        make_font(tmp_path / f"{region}.ttf", "咖", family=f"Noto Sans CJK {region}")
    assert family(found(tmp_path, language=language), "咖") == f"Noto Sans CJK {wanted} Regular"


def test_what_is_no_font_or_has_only_boxes_is_passed_over(tmp_path: Path) -> None:
    """Else one broken file in a folder of fonts spoils every picture, or no lack is ever told."""
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0 no font")
    (tmp_path / "gone.ttf").symlink_to(tmp_path / "nothing")
    (tmp_path / "notes.txt").write_text("no font", encoding="utf-8")
    make_font(tmp_path / "x" / "last.ttf", "ਅ", family="Last Resort")
    assert family(found(tmp_path), "ਅ") is None


def test_without_the_packages_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else who lacks them sees an ImportError of a package never heard of."""
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    with pytest.raises(MissingExtra, match=r"it needs .* pip install .*\[png\].*'"):
        found(Path())


@pytest.mark.parametrize(
    ("platform", "part"),
    [("linux", ".fonts"), ("darwin", "System"), ("win32", "Windows")],
)
def test_each_system_keeps_its_fonts_somewhere(
    monkeypatch: pytest.MonkeyPatch, platform: str, part: str
) -> None:
    """Else other scripts than Europe's are boxes there."""
    monkeypatch.setattr(sys, "platform", platform)
    assert any(part in folder for folder in system_folders())


def test_the_system_s_fonts_are_looked_for_if_nothing_is_said() -> None:
    """Else nobody gets Arabic without an option."""
    assert fonts(ARIAL, what="it", extra="png").regular[0].family == "Arimo"
