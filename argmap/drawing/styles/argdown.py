"""A map as Argdown's own tools draw it: statements in outline, arguments filled, the main claim on top.

A step with a name, with several premises, or that something bears on is an argument with a box of its own;
an undercut ends there. A map read from Argdown shows the boxes that its settings choose.
"""

from __future__ import annotations

from ...errors import Loss
from ...model.map import ArgumentMap
from ..drawn import Drawn
from ..readings import Reading
from ..view import Card, Joint, View, Wire
from .style import Shown, Style, link_of, whole_wires

__all__ = ["ARGDOWN"]

BLUE = "#63aef2"
"""The colour of what has none of its own."""

ARGUMENTS = ("support", "rebuttal", "undercut")
"""The bearings of joints that are arguments."""


def reading(map: ArgumentMap) -> Reading:
    """Argdown's own choice of boxes for what comes from Argdown."""
    return "argdown" if "argdown" in map.data else "claims"


def shown(view: View) -> Shown:
    """The view with a box for each argument, all in colour."""
    boxes: dict[str, Card] = {}
    for joint in view.joints:
        if joint.bearing in ARGUMENTS and not joint.stub:
            boxes[joint.id] = _argument(joint, len(boxes) + 1)
    cards = [_coloured(card) for card in _placed(view, boxes)]
    joints = [joint for joint in view.joints if joint.id not in boxes]
    wires = [_led(wire, boxes) for wire in view.wires]
    why = "in Argdown it objects to the argument as a whole"
    attacking = dict.fromkeys(
        [
            link_of(wire)
            for wire in whole_wires(view)
            if wire.bearing == "undercut" and wire.headed and wire.head in boxes
        ]
    )
    losses = [Loss("argdown-undercut", link, "that it attacks a step", why) for link in attacking]
    drawn = view._replace(cards=tuple(cards), joints=tuple(joints), wires=tuple(wires))
    return Shown(drawn, tuple(losses))


def _argument(joint: Joint, number: int) -> Card:
    name = joint.label or f"Argument {number}"
    text = f"{name} ({joint.qualifier})" if joint.qualifier else name
    called = f"Argument: {text}"
    how = Drawn("argument", BLUE)
    return Card(joint.id, text, "", (), joint.bearing, False, joint.panel, called, joint.mark, how)


def _coloured(card: Card) -> Card:
    """A card in a colour, if it has none."""
    return card if card.drawn.colour else card._replace(drawn=card.drawn._replace(colour=BLUE))


def _placed(view: View, boxes: dict[str, Card]) -> list[Card]:
    """Every argument before its first premise, and what it bears on is read before it."""
    first: dict[str, list[Card]] = {}
    for wire in view.wires:
        if (
            wire.head in boxes
            and not wire.headed
            and boxes[wire.head] not in first.get(wire.tail, [])
        ):
            first.setdefault(wire.tail, []).append(boxes[wire.head])
    placed: dict[str, Card] = {}
    for card in view.cards:
        for box in first.get(card.id, ()):
            placed.setdefault(box.id, box)
        placed[card.id] = card
    return [*placed.values()]


def _led(wire: Wire, boxes: dict[str, Card]) -> Wire:
    """A line of an argument, which runs from box to box as any other."""
    return (
        wire._replace(headed=True, signed=True) if {wire.tail, wire.head} & boxes.keys() else wire
    )


ARGDOWN = Style(
    name="argdown",
    title="Statements and arguments, as Argdown draws them",
    show=shown,
    reading=reading,
    direction="up",
)
