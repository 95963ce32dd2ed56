"""The view with every text wrapped and every box sized, and the diagram that it asks a layout for."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..layout.diagram import Arrow, Box, Diagram, Frame
from ..values import NamedTuple
from .marks import words
from .text import Line, base_direction, shorten, spare, width, wrap
from .theme import Theme
from .view import Card, Joint, Note, Panel, View

if TYPE_CHECKING:
    from .mark import Mark

__all__ = [
    "BADGE",
    "Block",
    "Sized",
    "SizedCard",
    "SizedJoint",
    "SizedPanel",
    "diagram",
    "inhabited",
    "leading",
    "measure",
    "sized_joint",
]

SIGN = 18.0
"""Width and height of a joint that shows its sign alone."""

LONGEST_LABEL = 150.0

WIDE = 1.2
"""How much wider than high a long text is made."""

WIDEST = 3.0
"""How many times the theme's width a text gets at most."""

BADGE = 6.0
"""Radius of the badge before a mark."""

BlockKind: TypeAlias = Literal["title", "text", "note", "mark"]


class Block(NamedTuple):
    """Some lines in one style, ``top`` below the upper edge of their box; ``url`` or none.

    ``indent`` is what is left free before them, for a badge.
    """

    kind: BlockKind
    lines: tuple[Line, ...]
    size: float
    bold: bool
    top: float
    rtl: bool
    url: str = ""
    indent: float = 0.0

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return len(self.lines) * leading(self.size)


class SizedCard(NamedTuple):
    """A card with its wrapped texts and its size; ``rtl`` if its text is read from the right."""

    card: Card
    blocks: tuple[Block, ...]
    width: float
    height: float
    rtl: bool = False


class SizedJoint(NamedTuple):
    """A joint, its label cut to fit, and its size."""

    joint: Joint
    label: Line | None
    width: float
    height: float


class SizedPanel(NamedTuple):
    """A group, its title cut to fit, and the room the title needs."""

    panel: Panel
    title: Line
    width: float
    height: float


class Sized(NamedTuple):
    """A view of which every text is measured."""

    view: View
    cards: tuple[SizedCard, ...]
    joints: tuple[SizedJoint, ...]
    panels: tuple[SizedPanel, ...]


def leading(size: float) -> float:
    """The distance between the base lines of two lines of text."""
    return round(size * 1.31)


def measure(view: View, theme: Theme) -> Sized:
    """``view`` with its texts wrapped to the theme's width."""
    return Sized(
        view,
        tuple([_card(card, theme) for card in view.cards]),
        tuple([sized_joint(joint, theme) for joint in view.joints]),
        tuple([_panel(panel, theme) for panel in view.panels]),
    )


def diagram(sized: Sized) -> Diagram:
    """What is asked of a layout: boxes for cards and joints, arrows for wires, frames for groups."""
    cards = [Box(c.card.id, c.width, c.height, c.card.panel) for c in sized.cards]
    joints = [Box(j.joint.id, j.width, j.height, j.joint.panel, joint=True) for j in sized.joints]
    return Diagram(
        (*cards, *joints),
        tuple([Arrow(wire.id, wire.tail, wire.head, wire.bearing) for wire in sized.view.wires]),
        tuple([Frame(p.panel.id, p.panel.parent, p.width, p.height) for p in inhabited(sized)]),
    )


def inhabited(sized: Sized) -> list[SizedPanel]:
    """The groups that hold a card or joint, themselves or in a group inside."""
    parents = {panel.panel.id: panel.panel.parent for panel in sized.panels}
    needed: set[str] = set()
    for group in (*[c.card.panel for c in sized.cards], *[j.joint.panel for j in sized.joints]):
        around = group
        while around is not None and around not in needed:
            needed.add(around)
            around = parents[around]
    return [panel for panel in sized.panels if panel.panel.id in needed]


def _card(card: Card, theme: Theme) -> SizedCard:
    main = card.role in ("main", "issue")
    blocks: list[Block] = []
    top = theme.padding - 1
    bold = main and not card.title
    lines, room = _wrapped(card.text, theme, bold=bold)
    if card.heading:
        blocks.append(_block("note", card.heading, theme, top, room, bold=True))
        top += blocks[-1].height + 1
    if card.title:
        blocks.append(_block("title", card.title, theme, top, room, bold=True))
        top += blocks[-1].height + 1
    rtl = base_direction(card.text) == "rtl"
    blocks.append(Block("text", lines, theme.text_size, bold, top, rtl))
    top += blocks[-1].height
    for note in card.notes:
        blocks.append(_note(note, theme, top + 3, room))
        top += blocks[-1].height + 1
    if card.mark is not None and words(card.mark):
        blocks.append(_mark(card.mark, theme, top + 5, room))
        top += blocks[-1].height + (9 if card.mark.strength is not None else 5)
    widest = max(
        [
            block.indent + (line[1] if line[0].isascii() else line[1] + spare(line))
            for block in blocks
            for line in block.lines
        ]
    )
    across = theme.stripe + 2 * theme.padding
    return SizedCard(
        card,
        tuple(blocks),
        float(max(72, round(widest + across + 0.5))),
        float(round(top + theme.padding + (2 if card.notes else 0))),
        rtl,
    )


def _wrapped(text: str, theme: Theme, *, bold: bool) -> tuple[tuple[Line, ...], float]:
    """The lines of a card's text, and how wide its other texts may get.

    That is the theme's width, and more for a text that would tower in it: a long text gets lines about as
    long, in sum, as makes it a little wider than high.
    """
    room, size = theme.text_width, theme.text_size
    lines = _lines(text, room, size, bold=bold)
    total = sum([width for _, width in lines])
    wish = min(sqrt(WIDE * total * leading(size)), WIDEST * room)
    if wish <= room:
        return lines, room
    return _lines(text, wish, size, bold=bold), wish


def _lines(text: str, room: float, size: float, *, bold: bool) -> tuple[Line, ...]:
    """The lines of a text; of none one that is empty."""
    return wrap(text, room, size, bold=bold) or (Line(text, 0.0),)


def _block(
    kind: BlockKind, text: str, theme: Theme, top: float, room: float, *, bold: bool
) -> Block:
    size = theme.note_size if kind in ("note", "mark") else theme.text_size
    lines = _lines(text, room, size, bold=bold)
    return Block(kind, lines, size, bold, top, base_direction(text) == "rtl")


def _note(note: Note, theme: Theme, top: float, room: float) -> Block:
    block = _block("note", note.text, theme, top, room, bold=False)
    return block._replace(url=note.url)


def _mark(mark: Mark, theme: Theme, top: float, room: float) -> Block:
    """The words of a mark, with room for its badge."""
    block = _block("mark", words(mark), theme, top, room, bold=False)
    return block if mark.sign is None else block._replace(indent=2 * BADGE + 5)


def sized_joint(joint: Joint, theme: Theme) -> SizedJoint:
    """``joint`` with its label measured, and cut short if need be."""
    label = shorten(joint.label, LONGEST_LABEL, theme.note_size, bold=True)
    text = " \N{MIDDLE DOT} ".join([part for part in (label, joint.qualifier) if part])
    if not text:
        return SizedJoint(joint, None, SIGN, SIGN)
    line = Line(text, width(text, theme.note_size, bold=True))
    beside = 10 if joint.away else SIGN + 10  # a mark has no sign
    return SizedJoint(joint, line, round(line.width + beside), SIGN + 2)


def _panel(panel: Panel, theme: Theme) -> SizedPanel:
    text = shorten(panel.title, 2 * theme.text_width, theme.text_size - 1, bold=True)
    line = Line(text, width(text, theme.text_size - 1, bold=True))
    return SizedPanel(panel, line, line.width + 2 * theme.padding, leading(theme.text_size) + 9)
