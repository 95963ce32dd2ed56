"""The title above a drawing and the legend below it."""

from __future__ import annotations

from typing import Literal, TypeAlias, cast

from ..layout.diagram import Route
from ..values import NamedTuple
from .badges import badge
from .bearings import LOOKS, sign
from .marks import SIGNS, Sign
from .scene import Group, Item, Rect, Text, Words
from .sizes import BADGE, leading
from .text import base_direction, shorten, width, wrap
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
    entries = [*_bearings(view), *_cards(view), *_tags(view, theme), *_verdicts(view)]
    if not entries:
        return None, 0.0, 0.0
    items: list[Item] = []
    across, down, widest = 0.0, 0.0, 0.0
    row = leading(theme.note_size) + 6
    for sample, room, words in entries:
        length = room + 6 + width(words, theme.note_size)
        if across and across + length > most:
            across, down = 0.0, down + row
        items += _entry(sample, room, words, x + across, y + down + row / 2, theme)
        widest = max(widest, across + length)
        across += length + 20
    return Group(items=tuple(items), role="group", label="Legend"), widest, down + row


CARD = 22.0
"""Length of the sample card of a legend's entry."""

LONGEST_TAG = 150.0
"""How wide a tag may get before it is cut short, px."""


class Tint(NamedTuple):
    """A colour that means a tag."""

    colour: str


Sample: TypeAlias = Bearing | Sign | Tint | Literal["unstated", "question", "argument", "stub"]


def _bearings(view: View) -> list[tuple[Sample, float, str]]:
    occurring = dict.fromkeys([wire.bearing for wire in view.wires])
    return [(each, SAMPLE, LOOKS[each].words) for each in LOOKS if each in occurring]


def _cards(view: View) -> list[tuple[Sample, float, str]]:
    """The entries of what a card's border says, and of stubs."""
    entries: list[tuple[Sample, float, str]] = []
    if any(card.role == "issue" for card in view.cards):
        entries.append(("question", CARD, "question"))
    if any(card.drawn.shape == "argument" for card in view.cards):
        entries.append(("argument", CARD, "argument"))
    if any(card.implicit for card in view.cards):
        entries.append(("unstated", CARD, "unstated"))
    if any(joint.stub for joint in view.joints):
        entries.append(("stub", CARD, "so many not shown"))
    return entries


def _tags(view: View, theme: Theme) -> list[tuple[Sample, float, str]]:
    """The tags that colours mean, each in its colours."""
    every = [*[card.drawn for card in view.cards], *[panel.drawn for panel in view.panels]]
    meant = dict.fromkeys([(each.colour, each.tag) for each in every if each.colour and each.tag])
    return [
        (Tint(colour), CARD, shorten(f"#{tag}", LONGEST_TAG, theme.note_size))
        for colour, tag in meant
    ]


def _verdicts(view: View) -> list[tuple[Sample, float, str]]:
    marks = [*[card.mark for card in view.cards], *[wire.mark for wire in view.wires]]
    occurring: dict[Sign | None, dict[str, None]] = {}
    for mark in marks:
        if mark is not None:
            occurring.setdefault(mark.sign, {}).setdefault(mark.by)
    return [(each, 2 * BADGE, _told(each, occurring[each])) for each in SIGNS if each in occurring]


def _told(sign: Sign, by: dict[str, None]) -> str:
    """A sign in a word, and what it rests on if that is said."""
    said = ", ".join([each for each in by if each])
    return f"{sign} ({said})" if said else sign


def _entry(sample: Sample, room: float, words: str, x: float, y: float, theme: Theme) -> list[Item]:
    line = Words(
        x=x + room + 6,
        y=y + theme.note_size * 0.36,
        text=words,
        width=width(words, theme.note_size),
    )
    drawn = Group(items=_drawn(sample, x, y, theme), hidden=True)
    return [drawn, Text(lines=(line,), size=theme.note_size, fill="muted")]


def _drawn(sample: Sample, x: float, y: float, theme: Theme) -> tuple[Item, ...]:
    if isinstance(sample, Tint):
        return (_card(sample, x, y)._replace(fill=sample.colour),)
    if sample == "argument":
        outer = _card(sample, x, y)
        inner = Rect(x + 2.5, y - 3.5, CARD - 5, 7, radius=1, fill="panel", stroke="border")
        return (outer, inner)
    if sample == "stub":
        plus = Words(
            x=x + 8, y=y + theme.note_size * 0.36, text="+", width=width("+", theme.note_size)
        )
        grey = Rect(x, y - 6, CARD, 12, radius=2, fill="panel", stroke="border")
        return (grey, Text(lines=(plus,), size=theme.note_size, fill="muted"))
    if sample in SIGNS:
        return (badge(sample, x + BADGE, y, BADGE),)
    if sample == "unstated" or sample == "question":
        return (_card(sample, x, y),)
    if sample == "conflict":
        return _conflict(x, y, theme)
    third = SAMPLE / 3
    route = Route("", ((x, y), (x + third, y), (x + 2 * third, y), (x + SAMPLE, y)))
    bearing = cast("Bearing", sample)
    return wire(Wire("", bearing, "", "", signed=sample != "warrant"), route, theme.line)


def _card(sample: Sample, x: float, y: float) -> Rect:
    """A small card without text."""
    question = sample == "question"
    return Rect(
        x=x,
        y=y - 6,
        width=CARD,
        height=12,
        radius=6 if question else 2,
        fill="card",
        stroke="main" if question else "border",
        dash=(4, 2) if sample == "unstated" else (),
    )


def _conflict(x: float, y: float, theme: Theme) -> tuple[Item, ...]:
    """A line with a head at both ends and its sign in the middle."""
    middle, half = x + SAMPLE / 2, SAMPLE / 6
    items: list[Item] = []
    for way in (-1, 1):
        points = [(middle + way * half * step, y) for step in range(4)]
        items += wire(
            Wire("", "conflict", "", "", signed=False), Route("", tuple(points)), theme.line
        )
    return (*items, sign("conflict", middle, y))
