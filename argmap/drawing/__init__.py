"""Drawing: a map becomes a view, the view a layout, the layout a scene, the scene a picture."""

from .marks import Mark
from .scene import Scene
from .svg import Drawing, draw
from .theme import THEMES, Palette, Theme
from .view import View, view

__all__ = ["THEMES", "Drawing", "Mark", "Palette", "Scene", "Theme", "View", "draw", "view"]
