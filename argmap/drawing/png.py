"""A map as a picture of pixels, PNG: its SVG with texts as outlines, painted by resvg."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from attrs import evolve

from ..errors import MissingExtra, TooLarge
from ..formats.format import Format, Rendering
from ..model.map import ArgumentMap
from ..pause import no_garbage
from .by_day import lettering, scenes
from .ground import grounded
from .missing import missing_glyphs
from .outlined import GlyphOutlines
from .paper import Paper
from .scene import Scene
from .sheets import pile
from .svg_writer import svg_bytes
from .theme import Theme

__all__ = ["PIXELS", "PNG", "png", "write_png"]

PIXELS = 64_000_000
"""The most pixels of one picture; each takes four bytes of memory, and several where it is packed."""

LONGEST = 65_535
"""The longest side, pixels: what the programs that show pictures agree on."""


def write_png(
    map: ArgumentMap,
    *,
    page: Paper | str | None = None,
    background: str | None = None,
    theme: Theme | str = "auto",
    scale: float | Literal["fit"] = 1.0,
    font_folders: Sequence[str] | None = None,
    **options: Any,
) -> Rendering:
    """The PNG of a map; ``options`` are those of `draw`, or with a ``page`` those of `argmap.draw_pages`.

    ``scale`` is how many pixels a CSS pixel is wide; ``fit`` shrinks what would have too many. ``background`` is
    ``#rrggbb`` or ``transparent``. Fonts that the system has for other scripts than Latin, Greek, Cyrillic and Hebrew
    are looked for below ``font_folders``, if given. Raises `MissingExtra` without ``argmap[png]``, and `TooLarge`.
    """
    with no_garbage():
        drawn, otherwise = scenes(
            map, page=page, background=background, theme=theme, scale=scale, options=options
        )
        scene = drawn[0] if page is None else pile(drawn)
        if scale == "fit":
            scene = _fitting(scene)
        painted = png(scene, background=background, font_folders=font_folders)
        return evolve(painted, losses=(*otherwise, *painted.losses))


def png(
    scene: Scene, *, background: str | None = None, font_folders: Sequence[str] | None = None
) -> Rendering:
    """The PNG of a scene, ``scale`` pixels for each of its pixels; raises as `write_png` does."""
    try:
        import resvg_py
    except ImportError as error:
        raise MissingExtra("a PNG picture", "png") from error
    _check_size(scene)
    letters = lettering(scene, font_folders, what="a PNG picture", extra="png")
    bare = grounded(evolve(scene, theme=evolve(scene.theme, night=None)), background)
    document = svg_bytes(bare, bare.items, outlines=GlyphOutlines(letters))
    try:
        data = bytes(resvg_py.svg_to_bytes(svg_string=document.decode(), skip_system_fonts=True))
    except ValueError as error:  # resvg takes a million elements
        raise TooLarge(f"the picture can't be painted: {error}", hint=_REMEDY) from error
    return Rendering(data, missing_glyphs(letters), "png")


_REMEDY = "give a smaller scale, scale='fit', or a page; or write SVG or PDF, which have no pixels"


def _check_size(scene: Scene) -> None:
    width, height = scene.width * scene.scale, scene.height * scene.scale
    if width * height > PIXELS or max(width, height) > LONGEST:
        raise TooLarge(
            f"the picture would be {width:,.0f} by {height:,.0f} pixels, and the limit is {PIXELS:,} "
            f"in all and {LONGEST:,} a side",
            hint=_REMEDY,
        )


def _fitting(scene: Scene) -> Scene:
    """``scene`` as large as it is, or as the limits of a picture let it be."""
    width, height = scene.width * scene.scale, scene.height * scene.scale
    shrunk = min(1.0, LONGEST / max(width, height), (0.999 * PIXELS / (width * height)) ** 0.5)
    return evolve(scene, scale=scene.scale * shrunk)


PNG = Format(
    name="png",
    title="PNG picture",
    suffixes=(".png",),
    write=write_png,
    picture=True,
    binary=True,
    cannot_say=(
        "a picture: other wordings, tags, quotations, free data, critical questions, addresses, and "
        "characters that no font at hand has; it needs `argmap[png]`"
    ),
)
