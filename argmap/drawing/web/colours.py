"""The colours of a theme as rules of a style sheet: variables for day and night, and classes that use them."""

from __future__ import annotations

from attrs import fields

from ..drawn import contrast
from ..theme import THEMES, Palette, Theme

__all__ = ["colours", "mode"]


def colours(theme: Theme) -> str:
    """The variables of a theme's colours, and for every colour a class that fills with it and one that draws with it.

    The root's attribute ``data-mode`` chooses: ``day``, ``night``, or ``auto`` as the reader's system wants it. On paper it is day.
    """
    day, night = _day_and_night(theme)
    dark = f"color-scheme:dark;{_variables(night)}"
    names = [field.name for field in fields(Palette)]
    classes = [
        f".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}" for name in names
    ]
    fonts = ", ".join([f'"{font}"' if " " in font else font for font in theme.fonts])
    return (
        f":root{{color-scheme:light;--fonts:{fonts};{_variables(day)}}}\n"
        f"@media screen{{:root[data-mode=night]{{{dark}}}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root[data-mode=auto]{{{dark}}}}}\n"
        f"{''.join(classes)}\n"
    )


def mode(theme: Theme) -> str:
    """How a page begins: as its reader's system wants it, or as a theme without a night is."""
    if theme.night is not None:
        return "auto"
    return "night" if _is_dark(theme.palette) else "day"


def _day_and_night(theme: Theme) -> tuple[Palette, Palette]:
    if theme.night is not None:
        return theme.palette, theme.night
    if _is_dark(theme.palette):
        return THEMES["light"].palette, theme.palette
    return theme.palette, THEMES["dark"].palette


def _is_dark(palette: Palette) -> bool:
    return contrast(palette.background, "#ffffff") > contrast(palette.background, "#000000")


def _variables(palette: Palette) -> str:
    return "".join([f"--{name}:{colour};" for name, colour in palette.named().items()])
