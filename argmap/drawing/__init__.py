"""Drawing: a map becomes a view, the view a layout, the layout a scene, the scene a picture."""

from .marks import Mark
from .paper import PAPERS, Paper
from .scene import Scene
from .svg import Drawing, draw
from .theme import THEMES, Palette, Theme
from .view import View, view

__all__ = [
    "PAPERS",
    "THEMES",
    "Drawing",
    "Mark",
    "Palette",
    "Paper",
    "Scene",
    "Theme",
    "View",
    "draw",
    "view",
]
