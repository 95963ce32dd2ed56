"""What of a map's texts a picture can't show, for want of a font."""

from __future__ import annotations

from ..errors import Loss
from .lettering import Lettering

__all__ = ["missing_glyphs"]

_TOLD = 12
"""How many characters are told one by one."""


def missing_glyphs(lettering: Lettering) -> tuple[Loss, ...]:
    """The loss of the characters that no font has, if there are any; each is drawn as an empty box."""
    lacking = list(lettering.missing)
    if not lacking:
        return ()
    told = ", ".join([_told(cluster) for cluster in lacking[:_TOLD]])
    more = f" and {len(lacking) - _TOLD:,} more" if len(lacking) > _TOLD else ""
    noun = "the character" if len(lacking) == 1 else "the characters"
    why = "no font at hand has that, so there is a box; install one that does"
    return (Loss("glyph", "", f"{noun} {told}{more}", why),)


def _told(cluster: str) -> str:
    codes = " ".join([f"U+{ord(letter):04X}" for letter in cluster])
    return f"{cluster} {codes}" if cluster.isprintable() else codes
