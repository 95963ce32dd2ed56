"""The pages of a map one by one, each a document of its own in a format of pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import evolve

from ..formats.format import Rendering
from ..model.map import ArgumentMap
from .ground import on_background
from .pages import draw_pages
from .paper import Paper
from .scene import Scene
from .svg_writer import svg_bytes
from .theme import Theme
from .theme import theme as named_theme

__all__ = ["each_page"]


def each_page(
    map: ArgumentMap,
    format: str,
    *,
    page: Paper | str,
    background: str | None = None,
    font_folders: Sequence[str] | None = None,
    theme: Theme | str = "auto",
    **options: Any,
) -> Iterator[Rendering]:
    """Each page of ``map`` as ``svg``, ``png`` or ``pdf``; ``options`` are those of `argmap.draw_pages`.

    ``background`` and ``font_folders`` are for PNG and PDF. Raises as their writers do.
    """
    if format == "svg":
        look, told = named_theme(theme), _svg
    else:
        look, told = on_background(named_theme(theme), background), _writer(format)
    for drawing in draw_pages(map, page, theme=look, **options):
        rendering = told(drawing.scene, background=background, font_folders=font_folders)
        yield evolve(rendering, losses=(*drawing.losses, *rendering.losses))


def _svg(scene: Scene, **_: Any) -> Rendering:
    return Rendering(svg_bytes(scene, scene.items), (), "svg")


def _writer(format: str) -> Callable[..., Rendering]:
    if format == "png":
        from .png import png

        return png
    from .pdf import pdf

    return lambda scene, **options: pdf([scene], **options)
