"""Texts as the glyphs of real fonts, for pictures that can't leave that to their reader.

A line is cut where its direction, its font or its script changes (`itemize`), and HarfBuzz shapes
each piece (`shape`). The fonts are Arimo, whose widths are those that texts are measured with, and
for what it lacks those of the system (`fonts`).
"""

from __future__ import annotations

from .fonts import Font, Fonts, fonts
from .shape import Glyph, Lettering, Run, Shaped

__all__ = ["Font", "Fonts", "Glyph", "Lettering", "Run", "Shaped", "fonts"]
