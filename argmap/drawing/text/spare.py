"""How much wider than it is measured a line may be drawn, where a renderer doesn't keep to the measure.

Browsers squeeze a line to its ``textLength``; librsvg and some others don't. Arial and its twins have the
measured widths, but no letters for these scripts, and the fonts that are taken instead differ the most.
"""

from __future__ import annotations

from .scripts import script
from .wrapping import Line

__all__ = ["spare"]

_SHARES = {0x0600: 0.20, 0x0860: 0.20, 0x0900: 0.13}
"""By the first code point of a script, as `script` has it: what DejaVu Sans or Noto Sans needs more."""

PADDED = 6.0
"""How far into a card's padding a line may reach, CSS pixels."""


def spare(line: Line) -> float:
    """The room to keep free beside a line, CSS pixels; none for most scripts.

    >>> spare(Line("argument", 54.9)), spare(Line("حجة", 100.0))
    (0.0, 14.0)
    """
    if line.text.isascii():
        return 0.0
    share = max([_SHARES.get(script(ord(character))[0], 0.0) for character in line.text])
    return max(share * line.width - PADDED, 0.0)
