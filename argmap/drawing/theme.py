"""How a drawing looks: colours, sizes and distances, as checked values."""

from __future__ import annotations

import re
from math import isfinite
from typing import Any

from attrs import Attribute, field, fields, validators

from ..errors import UnknownName
from ..layout.diagram import Spacing
from ..values import frozen

__all__ = ["THEMES", "Palette", "Theme", "theme"]

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_FONT = re.compile(r"[A-Za-z][A-Za-z0-9 -]{0,60}")


def _colour(owner: Any, attribute: Attribute[str], value: Any) -> None:
    if not (isinstance(value, str) and _COLOUR.fullmatch(value)):
        raise ValueError(f"{attribute.name} is a colour such as #1a7f37, not {value!r}")


def _length(owner: Any, attribute: Attribute[float], value: Any) -> None:
    number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    if not (number and 0 < value <= 2_000):
        raise ValueError(f"{attribute.name} is a length in pixels up to 2,000, not {value!r}")


def _fonts(owner: Any, attribute: Attribute[tuple[str, ...]], value: Any) -> None:
    if not (isinstance(value, tuple) and value and all(map(_is_font, value))):
        raise ValueError(f"{attribute.name} is a tuple of names of fonts, not {value!r}")


def _is_font(name: Any) -> bool:
    return isinstance(name, str) and _FONT.fullmatch(name) is not None


@frozen(kw_only=True)
class Palette:
    """The colours of a drawing, each ``#rrggbb`` in small letters.

    ``background`` lies below all, ``ink`` writes, ``muted`` writes small, ``card`` and ``border`` make cards,
    ``panel`` and ``panel_border`` groups; the others say how things bear on one another.
    """

    background: str = field(validator=_colour)
    ink: str = field(validator=_colour)
    muted: str = field(validator=_colour)
    card: str = field(validator=_colour)
    border: str = field(validator=_colour)
    panel: str = field(validator=_colour)
    panel_border: str = field(validator=_colour)
    main: str = field(validator=_colour)
    support: str = field(validator=_colour)
    rebuttal: str = field(validator=_colour)
    undercut: str = field(validator=_colour)
    conflict: str = field(validator=_colour)
    neutral: str = field(validator=_colour)

    def named(self) -> dict[str, str]:
        """Every colour by its name."""
        return {part.name: getattr(self, part.name) for part in fields(Palette)}


_LIGHT = Palette(
    background="#ffffff",
    ink="#1b1f24",
    muted="#57606a",
    card="#ffffff",
    border="#848d97",
    panel="#f6f8fa",
    panel_border="#868f99",
    main="#0969da",
    support="#1a7f37",
    rebuttal="#cf222e",
    undercut="#8250df",
    conflict="#bc4c00",
    neutral="#57606a",
)
_DARK = Palette(
    background="#0d1117",
    ink="#e6edf3",
    muted="#9aa4af",
    card="#161b22",
    border="#6e7681",
    panel="#12171e",
    panel_border="#656c76",
    main="#58a6ff",
    support="#3fb950",
    rebuttal="#ff7b72",
    undercut="#bc8cff",
    conflict="#f0883e",
    neutral="#9aa4af",
)
_PRINT = Palette(
    background="#ffffff",
    ink="#000000",
    muted="#333333",
    card="#ffffff",
    border="#767676",
    panel="#f7f7f7",
    panel_border="#8a8a8a",
    main="#000000",
    support="#4d4d4d",
    rebuttal="#000000",
    undercut="#4d4d4d",
    conflict="#000000",
    neutral="#4d4d4d",
)


@frozen(kw_only=True)
class Theme:
    """Colours, fonts, sizes; lengths are CSS pixels.

    ``palette`` is written into the drawing itself; ``night``, if there is one, takes over where the
    reader's system prefers dark. Texts are measured as Arial: name fonts of its widths first.
    """

    palette: Palette = field(default=_LIGHT, validator=validators.instance_of(Palette))
    night: Palette | None = field(
        default=None, validator=validators.optional(validators.instance_of(Palette))
    )
    fonts: tuple[str, ...] = field(
        default=("Arial", "Liberation Sans", "Arimo", "Helvetica", "sans-serif"), validator=_fonts
    )
    text_size: float = field(default=13.0, validator=_length)
    note_size: float = field(default=11.0, validator=_length)
    title_size: float = field(default=18.0, validator=_length)
    text_width: float = field(default=184.0, validator=_length)
    padding: float = field(default=11.0, validator=_length)
    stripe: float = field(default=5.0, validator=_length)
    line: float = field(default=1.6, validator=_length)
    margin: float = field(default=24.0, validator=_length)
    spacing: Spacing = Spacing()


THEMES: dict[str, Theme] = {
    "auto": Theme(night=_DARK),
    "light": Theme(),
    "dark": Theme(palette=_DARK),
    "print": Theme(palette=_PRINT),
}
"""Themes by name: ``auto`` follows the reader's system, ``print`` does without colour."""


def theme(chosen: Theme | str) -> Theme:
    """A theme by name, or the theme given; raises `UnknownName`."""
    if isinstance(chosen, Theme):
        return chosen
    if chosen not in THEMES:
        raise UnknownName("theme", chosen, tuple(THEMES))
    return THEMES[chosen]
