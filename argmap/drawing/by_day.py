"""What pictures with their own fonts, PNG and PDF, are made of: scenes by day, and what sets their texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from ..errors import Loss
from ..model.map import ArgumentMap
from .ground import on_background
from .lettering import Lettering, fonts
from .paper import Paper
from .scene import Scene
from .svg import Drawing, draw
from .theme import Theme
from .theme import theme as named_theme

__all__ = ["lettering", "scenes"]


def scenes(
    map: ArgumentMap,
    *,
    page: Paper | str | None,
    background: str | None,
    theme: Theme | str,
    scale: float | Literal["fit"],
    options: Mapping[str, Any],
) -> tuple[tuple[Scene, ...], tuple[Loss, ...]]:
    """The scene of a map, or with a ``page`` that of each page, and what the style has no shape for.

    ``options`` are those of `draw`, or with a ``page`` those of `argmap.draw_pages`.
    """
    look = on_background(named_theme(theme), background)
    drawings: tuple[Drawing, ...]
    if page is None:
        drawings = (draw(map, theme=look, scale=scale, **options),)
    else:
        from .pages import draw_pages

        drawings = draw_pages(map, page, theme=look, scale=scale, **options)  # type: ignore[arg-type]  # draw_pages checks
    return tuple([drawing.scene for drawing in drawings]), drawings[0].losses


def lettering(
    scene: Scene, font_folders: Sequence[str] | None, *, what: str, extra: str
) -> Lettering:
    """What sets the texts of ``scene`` and others like it; raises `MissingExtra`, as `fonts` does."""
    book = fonts(scene.theme.fonts, font_folders, language=scene.language, what=what, extra=extra)
    return Lettering(book, language=scene.language)
