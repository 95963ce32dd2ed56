"""Cards, joints and groups as shapes at their places."""

from __future__ import annotations

from ..layout.diagram import Place
from .badges import badge, bar
from .bearings import LOOKS, sign
from .marks import Mark
from .scene import Anchor, Group, Item, Path, Rect, Text, Words
from .sizes import BADGE, Block, SizedCard, SizedJoint, SizedPanel, leading
from .text import Line
from .theme import Theme
from .view import Card

__all__ = ["card", "heading", "joint", "panel", "words"]


def card(sized: SizedCard, place: Place, theme: Theme) -> Group:
    """A card: its border, its stripe in the colour of its role, its texts."""
    shown = sized.card
    colour = _colour(shown)
    main = shown.role in ("main", "issue")
    border = Rect(
        x=place.x,
        y=place.y,
        width=place.width,
        height=place.height,
        radius=4,
        fill="card",
        stroke=colour if main else "border",
        line=1.4 if main else 1,
        dash=(5, 3) if shown.implicit else (),
    )
    middle = place.x + theme.stripe / 2 + 0.5
    stripe = Path(
        moves=(("M", (middle, place.y + 1)), ("L", (middle, place.y + place.height - 1))),
        stroke=colour,
        line=theme.stripe,
        dash=(5, 3) if shown.implicit else (),
    )
    texts = [_block(block, place, theme, shown.mark) for block in sized.blocks]
    return Group(
        items=(border, stripe, *texts, *_mark(sized, place, theme)),
        id=f"card-{shown.id}",
        role="listitem",
        label=shown.name,
    )


def _colour(card: Card) -> str:
    if card.role == "main" or card.role == "issue":
        return "main"
    return "neutral" if card.role == "loose" else LOOKS[card.role].colour


def _mark(sized: SizedCard, place: Place, theme: Theme) -> list[Item]:
    """The badge before the words of a mark, and the bar of its strength below them."""
    mark, block = sized.card.mark, sized.blocks[-1]
    if mark is None or block.kind != "mark":
        return []
    left = place.x + theme.stripe + theme.padding
    items: list[Item] = []
    if mark.verdict is not None:
        middle = place.y + block.top + leading(block.size) / 2
        items.append(badge(mark.verdict, left + BADGE, middle, BADGE))
    if mark.strength is not None:
        width = place.width - theme.stripe - 2 * theme.padding
        items += bar(mark.strength, left, place.y + block.top + block.height + 2, width)
    return items


def _block(block: Block, place: Place, theme: Theme, mark: Mark | None) -> Item:
    left = place.x + theme.stripe + theme.padding + block.indent
    right = place.x + place.width - theme.padding
    rejected = mark is not None and mark.verdict == "rejected"
    fill = "muted" if block.kind == "note" or rejected else "ink"
    x = right if block.rtl else left
    top = place.y + block.top
    text = Text(
        lines=words(block, x, top), size=block.size, fill=fill, bold=block.bold, rtl=block.rtl
    )
    return Anchor(url=block.url, items=(text,)) if block.url else text


def words(block: Block, x: float, top: float) -> tuple[Words, ...]:
    """The lines of a block at their base lines, the first line's upper edge at ``top``."""
    step = leading(block.size)
    first = top + step / 2 + block.size * 0.36
    return tuple(
        [
            Words(x=x, y=first + number * step, text=line.text, width=line.width)
            for number, line in enumerate(block.lines)
        ]
    )


def joint(sized: SizedJoint, place: Place, theme: Theme) -> Group:
    """A joint: the sign of its link in a circle, or in a pill beside its label; a mark in a tag."""
    bearing = sized.joint.bearing
    radius = place.height / 2
    if sized.label is None:
        return sign(bearing, place.x + place.width / 2, place.y + radius, radius - 0.6)
    look = LOOKS[bearing]
    if sized.joint.away:
        return _tag(sized.label, look.colour, place, theme)
    pill = Rect(
        x=place.x,
        y=place.y,
        width=place.width,
        height=place.height,
        radius=radius,
        fill="background",
        stroke=look.colour,
        line=1.3,
    )
    base = place.y + radius + theme.note_size * 0.36
    label = Words(x=place.x + 20, y=base, text=sized.label.text, width=sized.label.width)
    mark = sign(bearing, place.x + radius, place.y + radius, 6.0)
    text = Text(lines=(label,), size=theme.note_size, fill=look.colour, bold=True)
    return Group(items=(pill, mark, text))


def _tag(label: Line, colour: str, place: Place, theme: Theme) -> Group:
    """A tag with square corners that says where a line goes on."""
    border = Rect(
        x=place.x,
        y=place.y,
        width=place.width,
        height=place.height,
        radius=2,
        fill="panel",
        stroke=colour,
    )
    base = place.y + place.height / 2 + theme.note_size * 0.36
    words = Words(x=place.x + 5, y=base, text=label.text, width=label.width)
    text = Text(lines=(words,), size=theme.note_size, fill="ink", bold=True)
    return Group(items=(border, text))


def panel(sized: SizedPanel, place: Place) -> Group:
    """A group: a pale frame."""
    frame = Rect(
        x=place.x,
        y=place.y,
        width=place.width,
        height=place.height,
        radius=9,
        fill="panel",
        stroke="panel_border",
    )
    return Group(items=(frame,), label=f"Group: {sized.panel.title}", role="group")


def heading(sized: SizedPanel, place: Place, theme: Theme) -> tuple[Item, Item]:
    """A group's title in the upper left corner of its frame, on a ground that lines don't shine through."""
    size = theme.text_size - 1
    middle = place.y + 6 + leading(size) / 2
    left = place.x + theme.padding
    ground = Rect(
        x=left - 3,
        y=middle - size * 0.7,
        width=sized.title.width + 6,
        height=size * 1.4,
        radius=3,
        fill="panel",
    )
    title = Words(x=left, y=middle + size * 0.36, text=sized.title.text, width=sized.title.width)
    return ground, Text(lines=(title,), size=size, fill="muted", bold=True)
