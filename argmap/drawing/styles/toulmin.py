"""The layout of arguments of Toulmin: grounds, so (with a qualifier), claim; since a warrant; unless a rebuttal.

Lines lead to the right, from grounds to claim. A claim that is argued for and argued with is the claim of one layout and ground of the
next. Toulmin (The Uses of Argument, 1958, chapter III) has one rebuttal, an exception to the step; an
objection to a claim is drawn as one.
"""

from __future__ import annotations

from ...errors import Loss
from ..view import Bearing, Joint, View, Wire
from .style import Shown, Style, link_of, whole_wires
from .unfolded import fresh

__all__ = ["TOULMIN"]

WORDS: dict[Bearing, str] = {"support": "so", "rebuttal": "unless", "undercut": "unless"}
"""What is written on a step of this bearing."""

QUALIFIERS = {"entails": "necessarily", "rules out": "certainly not"}
"""Toulmin's words for a step that holds of necessity."""

_NONE: dict[Bearing, str] = {
    "conflict": "Toulmin has no conflict of claims; it is drawn as argmap draws it",
    "rephrase": "Toulmin has no rephrase; it is drawn as argmap draws it",
    "preference": "Toulmin has no preference; it is drawn as argmap draws it",
    "answer": "Toulmin has no question; it is drawn as argmap draws it",
}


def shown(view: View) -> Shown:
    """The view with a word on every step, and with what each claim is in it."""
    work = _Wording(view)
    for wire in view.wires:
        work.add(wire)
    parts = _parts(view, work.known, work.warrants)
    cards = [card._replace(heading=parts.get(card.id, "")) for card in view.cards]
    drawn = view._replace(
        cards=tuple(cards), joints=tuple(work.joints.values()), wires=tuple(work.wires)
    )
    return Shown(drawn, tuple(_otherwise(view, work.known)))


class _Wording:
    """The joints and lines that come of a view's lines, one after the other."""

    def __init__(self, view: View) -> None:
        self.known = {joint.id: joint for joint in view.joints}
        self.warrants = {wire.tail for wire in view.wires if wire.bearing == "warrant"}
        self._panels = {card.id: card.panel for card in view.cards}
        self._taken = dict.fromkeys([*self._panels, *self.known, *[wire.id for wire in view.wires]])
        self._backing = {
            link_of(wire)
            for wire in view.wires
            if wire.headed and (wire.head in self.known or wire.head in self.warrants)
        }
        self.joints = {joint.id: self._worded(joint) for joint in view.joints}
        self.wires: list[Wire] = []

    def add(self, wire: Wire) -> None:
        """Take a line over: through a joint of its own, if it is a step."""
        if wire.tail in self.known or not wire.headed or wire.bearing not in WORDS:
            self.wires.append(wire)
        else:
            step = Joint(wire.id, wire.bearing, "", self._panels[wire.tail], mark=wire.mark)
            self.joints[wire.id] = self._worded(step)
            name = fresh(f"{wire.id} 1", self._taken)
            self._taken[name] = None
            self.wires.append(
                Wire(name, wire.bearing, wire.tail, wire.id, headed=False, signed=False)
            )
            self.wires.append(wire._replace(tail=wire.id, signed=False))

    def _worded(self, joint: Joint) -> Joint:
        """A joint with Toulmin's word, before what it says of itself."""
        if joint.bearing not in WORDS or joint.stub:
            return joint
        word = WORDS[joint.bearing]
        if joint.bearing == "support" and joint.id in self._backing:
            word = "on account of"
        parts = [QUALIFIERS.get(each, each) for each in joint.qualifier.split(" \N{MIDDLE DOT} ")]
        label = f"{word}: {joint.label}" if joint.label else word
        return joint._replace(label=label, qualifier=" \N{MIDDLE DOT} ".join(parts))


def _parts(view: View, known: dict[str, Joint], warrants: set[str]) -> dict[str, str]:
    """What every claim is: that for or against which something speaks, and what it is for others."""
    heads = {wire.tail: wire.head for wire in whole_wires(view) if wire.headed and not wire.signed}
    found: dict[str, dict[str, None]] = {}
    for wire in whole_wires(view):
        if wire.bearing in WORDS and wire.headed and wire.head not in known:
            found.setdefault(wire.head, {})["Claim"] = None
    for wire in whole_wires(view):
        if wire.tail in known or wire.bearing not in (*WORDS, "warrant"):
            continue
        head = heads.get(wire.head, wire.head) if not wire.headed else wire.head
        backs = wire.bearing == "support" and (head in known or head in warrants)
        part = {"warrant": "Warrant: since", "support": "Grounds"}.get(wire.bearing, "Rebuttal")
        found.setdefault(wire.tail, {})["Backing" if backs else part] = None
    return {id: " \N{MIDDLE DOT} ".join(parts) for id, parts in found.items()}


def _otherwise(view: View, known: dict[str, Joint]) -> list[Loss]:
    """What Toulmin's layout has nothing for."""
    losses: dict[str, Loss] = {}
    for wire in whole_wires(view):
        link = link_of(wire)
        attacked = known[wire.head].bearing if wire.headed and wire.head in known else None
        if wire.bearing == "undercut" and attacked in ("rebuttal", "undercut"):
            why = "Toulmin has no exception to an exception; it is drawn as one"
            losses[link] = Loss("toulmin-exception", link, "what it attacks", why)
        if wire.bearing in _NONE:
            losses[link] = Loss(f"toulmin-{wire.bearing}", link, wire.bearing, _NONE[wire.bearing])
    return list(losses.values())


TOULMIN = Style(
    name="toulmin",
    title="Grounds, so, claim; since, unless: the layout of Toulmin",
    show=shown,
    direction="right",
)
