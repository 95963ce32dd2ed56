"""What of a map's texts a picture can't show, for want of a font."""

from __future__ import annotations

from ..errors import Loss
from .lettering import Lettering

__all__ = ["missing_glyphs"]


def missing_glyphs(lettering: Lettering) -> tuple[Loss, ...]:
    """A loss for each character that no font has; it is drawn as an empty box."""
    return tuple([_loss(cluster) for cluster in lettering.missing])


def _loss(cluster: str) -> Loss:
    codes = " ".join([f"U+{ord(letter):04X}" for letter in cluster])
    what = f"the character {cluster} ({codes})"
    return Loss("glyph", "", what, "no font at hand has it; install one that does")
