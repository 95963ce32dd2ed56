"""The pictures of emoji in a PDF: a font's PNG as an image and the mask of what shines through."""

from __future__ import annotations

from typing import Any

from ..lettering import Font
from ..pixels import Pixels, pixels
from .objects import Objects

__all__ = ["Images"]


class Images:
    """The images that a document uses, by their names in it."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, int], tuple[str, Any] | None] = {}
        self._pixels: dict[str, Pixels] = {}

    def of(self, font: Font, glyph: int) -> tuple[str, Any] | None:
        """The name of a glyph's picture and its box in the font's units, or None if it has none."""
        key = (id(font), glyph)
        if key not in self._found:
            self._found[key] = self._new(font, glyph)
        return self._found[key]

    def _new(self, font: Font, glyph: int) -> tuple[str, Any] | None:
        data = font.font.get_glyph_color_png(glyph)
        box = font.font.get_glyph_extents(glyph)
        found = pixels(bytes(data.data)) if data else None
        if found is None or box is None:
            return None
        called = f"I{len(self._pixels)}"
        self._pixels[called] = found
        return called, box

    def resources(self, objects: Objects) -> str:
        """The dictionary of all images, each put among the ``objects``."""
        parts = [f"/{name} {_put(objects, each)} 0 R" for name, each in self._pixels.items()]
        return f"<< {' '.join(parts)} >>"


def _put(objects: Objects, image: Pixels) -> int:
    width, height, colours, alpha = image
    size = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8"
    mask = objects.stream(alpha, f"{size} /ColorSpace /DeviceGray")
    return objects.stream(colours, f"{size} /ColorSpace /DeviceRGB /SMask {mask} 0 R")
