"""Cards, joints and groups as shapes at their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ..layout.diagram import Place, Point
from .badges import INKS, badge, bar
from .bearings import LOOKS, sign
from .drawn import Ground, ground
from .scene import Anchor, Group, Item, Path, Rect, Text, Words
from .sizes import BADGE, Block, SizedCard, SizedJoint, SizedPanel, leading
from .text import Line, base_direction
from .theme import Theme
from .view import Card

if TYPE_CHECKING:
    from .mark import Mark

__all__ = ["Box", "begun", "card", "heading", "inside_of", "joint", "panel", "stripe_at", "words"]

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height."""

Inside: TypeAlias = tuple[float, float, float]
"""Left, top and width of what a card has room for its texts in."""

_ROUND = 13.0
"""The radius of an issue's corners."""


def card(sized: SizedCard, place: Place, theme: Theme) -> Group:
    """A card: its border, its stripe in the colour of its role where reading begins, its texts.

    An issue has round corners, an argument a second frame inside, filled if it has a colour; a claim with a
    colour has a broad frame of it. What a comparison has added or changed has a thick border, what it has removed a dotted one. A layout may have made a card higher or wider than it need be; then its
    texts stand in the middle of its height.
    """
    shown = sized.card
    colour = _colour(shown)
    change = None if shown.mark is None else shown.mark.change
    main = shown.role in ("main", "issue")
    border = Rect(
        place.x,
        place.y,
        place.width,
        place.height,
        _ROUND if shown.role == "issue" else 4,
        "card",
        colour if main else "ink" if change else "border",
        2.4 if change in ("added", "changed") else 1.4 if main else 1,
        (2, 3) if change == "removed" else (5, 3) if shown.implicit else (),
    )
    stripe = Path(
        "ML",
        stripe_at(sized, (place.x, place.y, place.width, place.height), theme),
        None,
        colour,
        theme.stripe,
        (5, 3) if shown.implicit else (),
    )
    inside = inside_of(sized, (place.x, place.y, place.width, place.height), theme)
    inks = _inks(shown)
    texts = [_block(block, inside, shown.mark, inks) for block in sized.blocks]
    return Group(
        items=(border, stripe, *_frame(sized, place, theme), *texts, *_mark(sized, inside, inks)),
        id=f"card-{shown.id}",
        role="listitem",
        label=shown.name,
        description=_description(shown),
    )


def _description(card: Card) -> str:
    """Why a verdict is what it is, and which pictures belong to a card."""
    if card.mark is None and not card.drawn.images:
        return ""
    parts = [] if card.mark is None else [card.mark.why]
    parts += [f"Pictures: {', '.join(card.drawn.images)}"] if card.drawn.images else []
    return " ".join([part for part in parts if part])


def _inks(card: Card) -> tuple[str, str]:
    """The colours of a card's words and of what is below them."""
    if card.drawn.shape == "argument" and card.drawn.colour:
        found = ground(card.drawn.colour)
        return found.ink, found.fill
    return INKS


_GAP = 2.5
"""How far a card's second frame stands off from its border, px."""
_BROAD = 3.0
"""How broad a claim's coloured frame is, px."""


def _frame(sized: SizedCard, place: Place, theme: Theme) -> tuple[Rect, ...]:
    """The second frame of a card: filled for an argument, broad for a claim with a colour, else none."""
    shape, colour, *_ = sized.card.drawn
    if shape == "claim" and not colour:
        return ()
    line = _BROAD if shape == "claim" else 1.0
    gap = _GAP + line / 2
    frame = Rect(
        x=place.x + gap + (0.0 if sized.rtl else theme.stripe),
        y=place.y + gap,
        width=place.width - theme.stripe - 2 * gap,
        height=place.height - 2 * gap,
        radius=3,
        stroke=colour or "border",
        line=line,
    )
    return (frame if shape == "claim" else frame._replace(fill=colour or "panel"),)


def stripe_at(sized: SizedCard, box: Box, theme: Theme) -> tuple[float, float, float, float]:
    """The two ends of the stripe of a card in that box."""
    x, y, width, height = box
    middle = theme.stripe / 2 + 0.5
    middle = x + (width - middle if sized.rtl else middle)
    short = _ROUND * 0.6 if sized.card.role == "issue" else 1.0
    return middle, y + short, middle, y + height - short


def inside_of(sized: SizedCard, box: Box, theme: Theme) -> Inside:
    """Where the texts of a card stand: from the padding on the left to that on the right."""
    x, y, width, height = box
    return (
        x + (theme.padding + (0.0 if sized.rtl else theme.stripe)),
        y + (height - sized.height) / 2,
        width - theme.stripe - 2 * theme.padding,
    )


def _colour(card: Card) -> str:
    if card.role == "main" or card.role == "issue":
        return "main"
    return "neutral" if card.role == "loose" else LOOKS[card.role].colour


def _mark(sized: SizedCard, inside: Inside, inks: tuple[str, str]) -> list[Item]:
    """The badge before the words of a mark, and the bar of its strength below them."""
    mark, block = sized.card.mark, sized.blocks[-1]
    if mark is None or block.kind != "mark":
        return []
    items: list[Item] = []
    left, top, width = inside
    if mark.sign is not None:
        middle = top + block.top + leading(block.size) / 2
        items.append(badge(mark.sign, left + BADGE, middle, BADGE, inks))
    if mark.strength is not None:
        below = top + block.top + block.height + 2
        items += bar(mark.strength, left, below, width, inks)
    return items


def _block(block: Block, inside: Inside, mark: Mark | None, inks: tuple[str, str]) -> Item:
    rejected = mark is not None and mark.sign in ("rejected", "removed")
    muted = inks == INKS and (block.kind == "note" or rejected)
    fill = "muted" if muted else inks[0]
    text = Text(words(block, *begun(block, inside)), block.size, fill, block.bold, block.rtl)
    return Anchor(url=block.url, items=(text,)) if block.url else text


def begun(block: Block, inside: Inside) -> Point:
    """Where the first line of a block begins, at its base line."""
    x, y, width = inside
    size = block.size
    return (
        x + (width if block.rtl else block.indent),
        y + block.top + leading(size) / 2 + size * 0.36,
    )


def words(block: Block, x: float, first: float) -> tuple[Words, ...]:
    """The lines of a block at their base lines, the ``first`` line's at that height."""
    step = leading(block.size)
    return tuple(
        [
            _made(Words, (x, first + number * step, text, width))
            for number, (text, width) in enumerate(block.lines)
        ]
    )


_made = tuple.__new__
"""What makes a value of its fields in half the time: of the lines of texts there are most."""


def joint(sized: SizedJoint, place: Place, theme: Theme) -> Group:
    """A joint: the sign of its link in a circle, or in a pill beside its label; a stub has square corners, and a mark is a tag."""
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
        radius=2 if sized.joint.stub else radius,
        fill="panel" if sized.joint.stub else "background",
        stroke=look.colour,
        line=1.3,
    )
    rtl = base_direction(sized.label.text) == "rtl"
    base = place.y + radius + theme.note_size * 0.36
    right = place.x + place.width
    x = right - 20 if rtl else place.x + 20
    label = Words(x=x, y=base, text=sized.label.text, width=sized.label.width)
    mark = sign(bearing, right - radius if rtl else place.x + radius, place.y + radius, 6.0)
    text = Text(lines=(label,), size=theme.note_size, fill=look.colour, bold=True, rtl=rtl)
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
    """A group: a pale frame, with a second one inside in its colour, if it has one; a link's is of its look."""
    look = None if sized.panel.bearing is None else LOOKS[sized.panel.bearing]
    frame = Rect(
        x=place.x,
        y=place.y,
        width=place.width,
        height=place.height,
        radius=9,
        fill="panel",
        stroke="panel_border" if look is None else look.colour,
        line=1 if look is None else 1.6,
        dash=() if look is None else look.dash,
    )
    colour = sized.panel.drawn.colour
    inner = Rect(
        x=place.x + 2,
        y=place.y + 2,
        width=place.width - 4,
        height=place.height - 4,
        radius=7.5,
        stroke=colour,
        line=2,
    )
    return Group(
        items=(frame, inner) if colour else (frame,),
        label=f"Group: {sized.panel.title}" if look is None else f"Reason: {sized.panel.title}",
        role="group",
    )


def heading(sized: SizedPanel, place: Place, theme: Theme) -> tuple[Item, Item]:
    """A group's title in the corner of its frame where reading begins, on a ground that covers lines.

    The ground has the group's colour.
    """
    below = sized.panel.drawn.colour
    bearing = sized.panel.bearing
    plain = Ground("panel", "muted" if bearing is None else LOOKS[bearing].colour)
    inks = ground(below) if below else plain
    size = theme.text_size - 1
    middle = place.y + 6 + leading(size) / 2
    rtl = base_direction(sized.title.text) == "rtl"
    left = place.x + theme.padding
    if rtl:
        left = place.x + place.width - theme.padding - sized.title.width
    chip = Rect(
        x=left - 3,
        y=middle - size * 0.7,
        width=sized.title.width + 6,
        height=size * 1.4,
        radius=3,
        fill=inks.fill,
    )
    x = left + sized.title.width if rtl else left
    title = Words(x=x, y=middle + size * 0.36, text=sized.title.text, width=sized.title.width)
    return chip, Text(lines=(title,), size=size, fill=inks.ink, bold=True, rtl=rtl)
