"""Themes are checked values: nothing a document or a user gives reaches a style unchecked."""

from __future__ import annotations

import pytest
from attrs import evolve

import argmap
from argmap.drawing.bearings import LOOKS
from argmap.drawing.theme import THEMES, Palette, Theme, theme


@pytest.mark.parametrize("bad", ["red", "#FFF", "#12345g", "red;}", "url(x)", "", None, 5])
def test_colours_are_hex_only(bad: object) -> None:
    """A colour is written into markup; anything else could carry markup or a request."""
    with pytest.raises(ValueError, match="is a colour such as"):
        evolve(THEMES["light"].palette, ink=bad)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("bad", [0, -1, float("nan"), float("inf"), True, "13", 2_001])
def test_lengths_are_positive_and_bounded(bad: object) -> None:
    """A size of NaN or a million would make a file nobody can open."""
    with pytest.raises(ValueError, match="is a length in pixels"):
        Theme(text_size=bad)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("bad", [(), ('x" onfocus="y',), ("x; background: url(y)",), "Arial", (5,)])
def test_fonts_are_plain_names(bad: object) -> None:
    """A font's name stands in an attribute that styles the whole drawing."""
    with pytest.raises(ValueError, match="names of fonts"):
        Theme(fonts=bad)  # type: ignore[arg-type]  # wrong on purpose


def test_themes_by_name_or_value() -> None:
    """People name themes; programs pass them."""
    assert theme("dark") is THEMES["dark"]
    own = Theme(text_width=300)
    assert theme(own) is own
    with pytest.raises(argmap.UnknownName, match="did you mean 'dark'"):
        theme("drak")


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


GROUNDS = ("background", "card", "panel")
"""The colours that others stand on; cards and groups are told from them by their borders."""


@pytest.mark.parametrize("palette", [t.palette for t in THEMES.values()] + [THEMES["auto"].night])
def test_contrast_is_enough_in_every_theme(palette: Palette) -> None:
    """Text needs 4.5:1 and lines 3:1 (WCAG 2.2, 1.4.3 and 1.4.11) on everything they stand on."""
    for ground in (palette.background, palette.card, palette.panel):
        assert contrast(palette.ink, ground) >= 7
        assert contrast(palette.muted, ground) >= 4.5
        for name, line in palette.named().items():
            if name not in GROUNDS:
                assert contrast(line, ground) >= 3, name
    for bearing in LOOKS.values():  # a joint's label is written in the colour of its line
        assert contrast(palette.named()[bearing.colour], palette.background) >= 4.5


def test_print_does_without_colour() -> None:
    """What is printed grey must not rely on hue: every colour of the print theme is a grey."""
    assert all(c[1:3] == c[3:5] == c[5:7] for c in THEMES["print"].palette.named().values())
