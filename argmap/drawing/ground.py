"""What a picture stands on: the theme's background, another colour, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from .scene import Item, Rect, Scene
from .theme import Theme

__all__ = ["TRANSPARENT", "checked", "grounded", "on_background"]

TRANSPARENT = "transparent"

_COLOUR = re.compile(r"#[0-9a-f]{6}")


def on_background(theme: Theme, background: str | None) -> Theme:
    """``theme`` as it looks by day on ``background``: ``#rrggbb``, ``transparent``, or None for its own.

    Raises ValueError for what is no colour.
    """
    own = evolve(theme, night=None)
    chosen = None if background is None else checked(background)
    if chosen is None or chosen == TRANSPARENT:
        return own
    return evolve(own, palette=evolve(own.palette, background=chosen))


def checked(background: str) -> str:
    """``background`` in small letters; raises ValueError for what is none."""
    small = background.lower()
    if small != TRANSPARENT and not _COLOUR.fullmatch(small):
        raise ValueError(f"a background is #rrggbb or {TRANSPARENT}, not {background!r}")
    return small


def grounded(scene: Scene, background: str | None) -> Scene:
    """``scene`` without the ground it is painted on, if the background is to be ``transparent``."""
    return evolve(scene, items=_bare(scene.items)) if background == TRANSPARENT else scene


def _bare(items: Sequence[Item]) -> tuple[Item, ...]:
    first = items[0] if items else None
    painted = isinstance(first, Rect) and (first.x, first.y, first.fill) == (0, 0, "background")
    return tuple(items[1:] if painted else items)
