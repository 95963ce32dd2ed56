"""argmap's own style, and the same as an outline."""

from __future__ import annotations

from .style import Style

__all__ = ["ARGMAP", "OUTLINE"]

ARGMAP = Style(name="argmap", title="argmap: cards, joints, arrows")

OUTLINE = Style(
    name="outline", title="Outline: what bears on a claim, indented below", engine="outline"
)
