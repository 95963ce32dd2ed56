"""Drawing: a map becomes a view, the view a layout, the layout a scene, the scene a picture."""

from typing import TYPE_CHECKING, Any

from .scene import Scene
from .svg import Drawing, draw
from .theme import THEMES, Palette, Theme
from .view import View, view

if TYPE_CHECKING:
    from .mark import Mark
    from .paper import PAPERS, Paper

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

if not TYPE_CHECKING:  # pragma: no branch - else a misspelt name would be taken for Any

    def __getattr__(name: str) -> Any:
        if name == "Mark":
            from .mark import Mark  # most maps are drawn without marks

            return Mark
        if name in ("PAPERS", "Paper"):
            from . import paper  # and not on pages

            return getattr(paper, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
