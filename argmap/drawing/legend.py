"""The title above a drawing and the legend below it."""

from __future__ import annotations

from ..layout.diagram import Route
from .bearings import LOOKS
from .scene import Group, Item, Text, Words
from .sizes import leading
from .text import base_direction, width, wrap
from .theme import Theme
from .view import Bearing, View, Wire
from .wires import wire

__all__ = ["legend", "title"]

SAMPLE = 44.0
"""Length of the sample line of a legend's entry."""


def title(text: str, x: float, y: float, most: float, theme: Theme) -> tuple[Text | None, float]:
    """The title's lines from the upper left corner (x, y), at most ``most`` wide, and its height."""
    lines = wrap(text, most, theme.title_size, bold=True)
    if not lines:
        return None, 0.0
    step = leading(theme.title_size)
    first = y + step / 2 + theme.title_size * 0.36
    rtl = base_direction(text) == "rtl"
    placed = [
        Words(x=x + most if rtl else x, y=first + i * step, text=line.text, width=line.width)
        for i, line in enumerate(lines)
    ]
    drawn = Text(lines=tuple(placed), size=theme.title_size, fill="ink", bold=True, rtl=rtl)
    return drawn, len(lines) * step


def legend(
    view: View, x: float, y: float, most: float, theme: Theme
) -> tuple[Group | None, float, float]:
    """The legend of what occurs in ``view``, in rows at most ``most`` wide; its width and height."""
    occurring = dict.fromkeys([wire.bearing for wire in view.wires])
    entries = [bearing for bearing in LOOKS if bearing in occurring]
    if not entries:
        return None, 0.0, 0.0
    items: list[Item] = []
    across, down, widest = 0.0, 0.0, 0.0
    row = leading(theme.note_size) + 6
    for bearing in entries:
        length = SAMPLE + 6 + width(LOOKS[bearing].words, theme.note_size)
        if across and across + length > most:
            across, down = 0.0, down + row
        items += _entry(bearing, x + across, y + down + row / 2, theme)
        widest = max(widest, across + length)
        across += length + 20
    return Group(items=tuple(items), role="group", label="Legend"), widest, down + row


def _entry(bearing: Bearing, x: float, y: float, theme: Theme) -> list[Item]:
    sample = Wire("", bearing, "", "", signed=bearing != "warrant")
    third = SAMPLE / 3
    route = Route("", ((x, y), (x + third, y), (x + 2 * third, y), (x + SAMPLE, y)))
    words = LOOKS[bearing].words
    line = Words(
        x=x + SAMPLE + 6,
        y=y + theme.note_size * 0.36,
        text=words,
        width=width(words, theme.note_size),
    )
    drawn = Group(items=wire(sample, route, theme.line), hidden=True)
    return [drawn, Text(lines=(line,), size=theme.note_size, fill="muted")]
