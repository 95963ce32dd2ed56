"""Reason boxes, as Rationale and MindMup draw them: premises in a box that says "because", "but" or "however".

The tree has its contention on top. What Rationale calls a rebuttal, an objection to an objection, is a
"however" too, as is an objection to a step, whose box hangs below the box of the reason itself.
"""

from __future__ import annotations

from ...errors import Loss
from ...layout.brackets import Bracket, brackets
from ...layout.diagram import Layout
from ..captions import Note
from ..sizes import Sized
from ..view import Bearing, Card, Panel, View, Wire
from .style import Shown, Style, Wanted, blocks, framed
from .unfolded import Branch, Tree, grouped, unfolded

__all__ = ["BOXES"]

WORDS: dict[Bearing, str] = {
    "support": "because",
    "rebuttal": "but",
    "undercut": "however, it doesn't follow",
    "conflict": "not together with",
    "rephrase": "in other words",
    "preference": "outranked by",
    "answer": "answered by",
}

_NOT_THERE: dict[Bearing, str] = {
    "undercut": "an objection to a step hangs below the box of its reason",
    "conflict": "a box below the first of its claims names the others",
    "rephrase": "a box of its own words stands for it",
    "preference": "a box of its own words stands for it",
}
"""How what Rationale and MindMup have nothing for is drawn."""


def shown(view: View) -> Shown:
    """The view as a tree of boxes: each link is one, with its premises in it."""
    tree = unfolded(view)
    attacks = {branch.id for branch in tree.branches if branch.bearing in ("rebuttal", "undercut")}
    inside = {member: branch for branch in tree.branches for member in branch.members}
    panels = [
        Panel(
            branch.id,
            _title(branch, _holder(branch, inside) in attacks),
            None,
            bearing=branch.bearing,
        )
        for branch in tree.branches
    ]
    wires = [
        Wire(branch.id, branch.bearing, branch.tips[0], branch.head, headed=False, mark=branch.mark)
        for branch in tree.branches
    ]
    cards = [_card(card, inside.get(id)) for id, card in tree.cards.items()]
    boxed = view._replace(cards=tuple(cards), joints=(), wires=tuple(wires), panels=tuple(panels))
    return Shown(boxed, (*tree.losses("boxes"), *_otherwise(tree), *grouped(view, "boxes")))


def _card(card: Card, branch: Branch | None) -> Card:
    """A card in its box, in the colour of its link; a warrant, which stands there as a premise, says what it is."""
    if branch is None:
        return card
    if card.id not in branch.warrants:
        return card._replace(panel=branch.id, role=branch.bearing)
    notes = (*card.notes, Note("licenses the step"))
    return card._replace(panel=branch.id, role="warrant", notes=notes)


def _holder(branch: Branch, inside: dict[str, Branch]) -> str:
    """The box that a branch bears on, or in which the claim stands that it bears on."""
    return inside[branch.head].id if branch.head in inside else branch.head


def _title(branch: Branch, attacked: bool) -> str:
    word = WORDS[branch.bearing]
    if branch.bearing == "rebuttal" and attacked:
        word = "however"
    return f"{word} \N{MIDDLE DOT} {branch.label}" if branch.label else word


def _otherwise(tree: Tree) -> list[Loss]:
    return [
        Loss(f"boxes-{each.bearing}", each.link, each.bearing, _NOT_THERE[each.bearing])
        for each in tree.branches
        if each.bearing in _NOT_THERE
    ]


def places(sized: Sized, wanted: Wanted) -> Layout:
    """Box below box, each reason across the room of what hangs below it."""
    members = framed(sized)
    groups = [
        Bracket(
            panel.panel.id, wire.head, tuple(members[panel.panel.id]), panel.width, panel.height
        )
        for panel, wire in zip(sized.panels, sized.view.wires, strict=True)
    ]
    return brackets(blocks(sized), groups, wanted.direction, wanted.spacing, wanted.max_width)


BOXES = Style(
    name="boxes",
    title="Reason boxes, as in Rationale and MindMup",
    show=shown,
    places=places,
)
