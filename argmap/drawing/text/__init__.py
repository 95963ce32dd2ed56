"""Texts measured and laid out in lines without a browser, a font file or a native library."""

from __future__ import annotations

from .direction import base_direction
from .graphemes import clusters
from .measure import width
from .spare import spare
from .wrapping import Line, shorten, wrap

__all__ = ["Line", "base_direction", "clusters", "shorten", "spare", "width", "wrap"]
