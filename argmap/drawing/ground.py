"""What a picture stands on: the theme's background, another colour, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from .scene import Item, Rect, Scene
from .theme import Theme

__all__ = ["TRANSPARENT", "grounded", "on_background"]

TRANSPARENT = "transparent"

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def on_background(theme: Theme, background: str | None) -> Theme:
    """``theme`` as it looks by day on ``background``: ``#rrggbb``, ``transparent``, or None for its own.

    Raises ValueError for what is no colour.
    """
    theme = evolve(theme, night=None)
    if background is None or background == TRANSPARENT:
        return theme
    if not _COLOUR.fullmatch(background):
        raise ValueError(f"a background is #rrggbb or {TRANSPARENT}, not {background!r}")
    return evolve(theme, palette=evolve(theme.palette, background=background.lower()))


def grounded(scene: Scene, background: str | None) -> Scene:
    """``scene`` without the ground it is painted on, if the background is to be ``transparent``."""
    return evolve(scene, items=_bare(scene.items)) if background == TRANSPARENT else scene


def _bare(items: Sequence[Item]) -> tuple[Item, ...]:
    first = items[0] if items else None
    painted = isinstance(first, Rect) and (first.x, first.y, first.fill) == (0, 0, "background")
    return tuple(items[1:] if painted else items)
