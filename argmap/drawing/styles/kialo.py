"""Pros and cons in columns, as Kialo shows a debate: the thesis on top, pros on the left, cons on the right.

Below a pro or con stand its own ones, indented, pros first. Kialo knows no premises that bear only together
and no objection to a step.
"""

from __future__ import annotations

from ...errors import Loss
from ...layout.columns import Column, Entry, columns
from ...layout.diagram import Layout
from ...values import NamedTuple
from ..captions import Note
from ..sizes import Sized
from ..view import Bearing, Card, Panel, View, Wire
from .style import Shown, Style, Wanted, blocks, framed
from .unfolded import Branch, Tree, fresh, grouped, unfolded

__all__ = ["KIALO"]

TITLES: tuple[tuple[str, tuple[Bearing, ...]], ...] = (
    ("Answers", ("answer",)),
    ("Pros", ("support", "warrant")),
    ("Cons", ("rebuttal", "undercut")),
    ("Related", ("conflict", "rephrase", "preference")),
)
"""The columns from left to right, and what stands in each; the first bearing gives it its look."""

LANES = {bearing: lane for lane, bearing in enumerate([b for _, each in TITLES for b in each])}
"""The order in which things stand below a card; each bearing has a line of its own there."""

WORDS: dict[Bearing, str] = {
    "undercut": "against the step",
    "warrant": "licenses the step",
    "conflict": "can't both stand",
    "rephrase": "in other words",
    "preference": "outranks it",
}
"""What is said of a claim that is no plain pro or con."""


class _Hung(NamedTuple):
    """A card of a claim, the card that it stands below, and how it bears on that."""

    id: str
    head: str
    bearing: Bearing
    branch: Branch


def shown(view: View) -> Shown:
    """The view as columns of cards: the premises of a link each by themselves."""
    tree = unfolded(view)
    below: dict[str, list[_Hung]] = {}
    hung = _hung(tree)
    for each in sorted(hung, key=lambda each: LANES[each.bearing]):
        below.setdefault(each.head, []).append(each)
    cards = {**tree.cards, **{each.id: _card(tree.cards[each.id], each) for each in hung}}
    panels, wires, held = _columns(tree, below)
    order = _order(tree.tops, below)
    wires += [
        Wire(each.id, each.bearing, each.id, each.head, headed=False)
        for id in order
        for each in below.get(id, ())
        if each.id not in held
    ]
    standing = [cards[id]._replace(panel=held.get(id)) for id in order]
    inside = view._replace(
        cards=tuple(standing), joints=(), wires=tuple(wires), panels=tuple(panels)
    )
    return Shown(inside, (*tree.losses("kialo"), *grouped(view, "kialo"), *_otherwise(tree)))


def _hung(tree: Tree) -> list[_Hung]:
    """Every premise and warrant, and the card that it stands below: for a link's own, its first premise."""
    first = {branch.id: branch.tips[0] for branch in tree.branches}
    found: list[_Hung] = []
    for branch in tree.branches:
        head = first.get(branch.head, branch.head)
        found += [_Hung(tip, head, branch.bearing, branch) for tip in branch.tips]
        found += [_Hung(each, head, "warrant", branch) for each in branch.warrants]
    return found


def _order(tops: tuple[str, ...], below: dict[str, list[_Hung]]) -> list[str]:
    """The cards as they are read: each, then what bears on it, pros first."""
    order: list[str] = []
    todo = list(reversed(tops))
    while todo:
        order.append(todo.pop())
        todo += [each.id for each in reversed(below.get(order[-1], ()))]
    return order


def _card(card: Card, hung: _Hung) -> Card:
    """A card in the colour of its side, with what its link says of itself."""
    told = [WORDS.get(hung.bearing, ""), hung.branch.label]
    if len(hung.branch.tips) > 1 and hung.bearing not in ("warrant", "conflict"):
        told.insert(0, f"one of {len(hung.branch.tips)} together")
    notes = [Note(each) for each in told if each]
    return card._replace(role=hung.bearing, notes=(*card.notes, *notes))


def _columns(
    tree: Tree, below: dict[str, list[_Hung]]
) -> tuple[list[Panel], list[Wire], dict[str, str]]:
    """The columns of all tops with a line each, and which cards stand in which at once."""
    panels: list[Panel] = []
    wires: list[Wire] = []
    held: dict[str, str] = {}
    taken = dict.fromkeys([*tree.cards, *[branch.id for branch in tree.branches]])
    for top in tree.tops:
        for title, bearings in TITLES:
            members = [each.id for each in below.get(top, ()) if each.bearing in bearings]
            if members:
                name = fresh(f"{top} {title}", taken)
                taken[name] = None
                panels.append(Panel(name, title, None, bearing=bearings[0]))
                wires.append(Wire(name, bearings[0], members[0], top, headed=False))
                held |= dict.fromkeys(members, name)
    return panels, wires, held


def _otherwise(tree: Tree) -> list[Loss]:
    """What is drawn as another thing than it is."""
    losses: list[Loss] = []
    for each in tree.branches:
        if len(each.tips) > 1 and each.bearing != "conflict":
            why = (
                "Kialo has no premises that bear only together; each stands by itself, and says so"
            )
            losses.append(Loss("kialo-linked", each.link, "that its premises are linked", why))
        if each.bearing == "undercut":
            why = "Kialo has no objection to a step; it is a con of the step's first premise, and says so"
            losses.append(Loss("kialo-undercut", each.link, "what it attacks", why))
        if each.bearing in ("conflict", "rephrase", "preference"):
            why = "Kialo has pros and cons alone; it stands under Related"
            losses.append(Loss(f"kialo-{each.bearing}", each.link, each.bearing, why))
        losses += [
            Loss(
                "kialo-warrant", each.link, "a warrant", "Kialo has none; it is a pro, and says so"
            )
            for _ in each.warrants
        ]
    return losses


def places(sized: Sized, wanted: Wanted) -> Layout:
    """Tops over their columns, in rows; it has one direction."""
    if wanted.direction not in ("auto", "up"):
        raise ValueError(f"style 'kialo' has its thesis on top; it isn't drawn {wanted.direction}")
    members = framed(sized)
    wires = sized.view.wires
    stands = [
        Column(each.panel.id, wire.head, tuple(members[each.panel.id]), each.width, each.height)
        for each, wire in zip(sized.panels, wires[: len(sized.panels)], strict=True)
    ]
    return columns(
        blocks(sized),
        stands,
        [Entry(wire.id, wire.head, LANES[wire.bearing]) for wire in wires[len(stands) :]],
        wanted.spacing,
        wanted.max_width,
    )


KIALO = Style(
    name="kialo",
    title="Pros and cons in columns, as in Kialo",
    show=shown,
    places=places,
    ways=("up",),
    whole=False,
    broad=1.5,
)
