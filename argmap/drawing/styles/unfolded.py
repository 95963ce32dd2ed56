"""A view as a tree: what several claims rest on is drawn once, and named again where it is used again.

Traditions that draw trees (Rationale, MindMup, Kialo) all need it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator, Sequence

from ...errors import Loss
from ...values import NamedTuple
from ..captions import Note
from ..mark import Mark
from ..marks import words
from ..view import Bearing, Card, Joint, View, Wire
from .style import link_of, whole_wires

__all__ = ["Branch", "Tree", "fresh", "grouped", "unfolded"]

LONGEST_AGAIN = 70
"""How much of a claim's wording is written where it is named again, characters."""


class Branch(NamedTuple):
    """A reason or objection: premises that bear together on the card or branch ``head``.

    ``tips`` are the ids of its premises' cards and ``warrants`` of those that license it; ``label`` is
    what the link says of itself. It has the id of its link, unless a card is called so.
    """

    id: str
    link: str
    bearing: Bearing
    head: str
    tips: tuple[str, ...]
    warrants: tuple[str, ...] = ()
    label: str = ""
    mark: Mark | None = None

    @property
    def members(self) -> tuple[str, ...]:
        """Its premises, and then its warrants."""
        return (*self.tips, *self.warrants)


class Tree(NamedTuple):
    """Cards by id in reading order, those that stand at the top, and what hangs below each card or branch.

    ``branches`` have what they hang below before them. ``again`` tells for a card that is only named
    again which element it is of.
    """

    cards: dict[str, Card]
    tops: tuple[str, ...]
    branches: tuple[Branch, ...]
    below: dict[str, tuple[Branch, ...]]
    again: dict[str, str]

    def losses(self, style: str) -> list[Loss]:
        """What no tree can say: which claims are there more than once, and which groups are only named."""
        why = "a tree has one place for each claim; it is told in full at one, and named at the others"
        return [
            Loss(f"{style}-again", of, "where it bears a second time", why)
            for of in self.again.values()
        ]


def fresh(wish: str, taken: Container[str], first: int = 2) -> str:
    """``wish`` itself, or with a number from ``first`` on behind it, so that it is new among those ``taken``."""
    name = wish
    while name in taken:
        name, first = f"{wish} {first}", first + 1
    return name


def _shortened(text: str) -> str:
    """``text``, cut between words if it is long."""
    if len(text) <= LONGEST_AGAIN:
        return text
    whole, _, cut = text[: LONGEST_AGAIN + 1].rpartition(" ")
    return (whole or cut[:LONGEST_AGAIN]) + "\N{HORIZONTAL ELLIPSIS}"


def grouped(view: View, style: str) -> list[Loss]:
    """The groups whose frames a tree has no room for."""
    held = dict.fromkeys([card.panel for card in view.cards if card.panel is not None])
    why = "a tree has no frames of groups; its claims say in a note where they are"
    return [Loss(f"{style}-group", id, "its frame", why) for id in held]


def unfolded(view: View) -> Tree:
    """The tree of ``view``: a card stands at the first place, from the top, that it has."""
    return _Unfolding(_noted(view)).tree()


def _noted(view: View) -> View:
    """``view`` with its stubs as notes of the cards they are at, and in the labels of links."""
    missing: dict[str, list[str]] = {}
    stubs = {joint.id: joint for joint in view.joints if joint.stub}
    for wire in view.wires:
        if wire.tail in stubs:
            missing.setdefault(wire.head, []).append(f"{stubs[wire.tail].label} not shown")
        elif wire.head in stubs:
            missing.setdefault(wire.tail, []).append(f"{stubs[wire.head].label} not shown")
    if not missing:
        return view
    cards = [
        card._replace(notes=(*card.notes, *[Note(told) for told in missing.get(card.id, ())]))
        for card in view.cards
    ]
    joints = [
        joint._replace(label=_listed([joint.label, *missing.get(joint.id, ())]))
        for joint in view.joints
        if not joint.stub
    ]
    return view._replace(cards=tuple(cards), joints=tuple(joints), wires=tuple(whole_wires(view)))


def _listed(parts: Sequence[str]) -> str:
    """What of ``parts`` there is, with dots between."""
    return " \N{MIDDLE DOT} ".join([part for part in parts if part])


class _Unfolding:
    """The work: level by level from the tops, so that a claim stands as near to a top as it can."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known = {card.id: card for card in view.cards}
        self._joints = {joint.id: joint for joint in view.joints}
        self._into: dict[str, list[Wire]] = {}
        self._out: dict[str, list[Wire]] = {}
        for wire in view.wires:
            self._into.setdefault(wire.head, []).append(wire)
            self._out.setdefault(wire.tail, []).append(wire)
        self._titles = {panel.id: panel.title for panel in view.panels}
        self._taken: dict[str, Card | Branch | None] = dict(self._known)
        self._drawn: dict[str, Card] = {}
        self._again: dict[str, str] = {}
        self._times: dict[str, int] = {}
        self._done: set[str] = set()
        self._below: dict[str, list[Branch]] = {}
        self._branches: list[Branch] = []

    def tree(self) -> Tree:
        tops = [card.id for card in self._view.cards if not self._leads(card.id)]
        for top in tops:
            self._place(top)
        self._unfold(tops)
        for id in self._known:  # what only circles hold
            if id not in self._drawn:
                tops.append(id)
                self._place(id)
                self._unfold([id])
        below = {head: tuple(hanging) for head, hanging in self._below.items()}
        cards = {id: self._drawn[id] for id in _read(tops, below)}
        return Tree(cards, tuple(tops), tuple(self._branches), below, self._again)

    def _leads(self, id: str) -> bool:
        """Whether a card bears on anything; in a conflict nothing does."""
        return id in self._out

    def _place(self, id: str) -> str:
        """The id of a card for an element: its own the first time; a link is only named."""
        card = self._known.get(id) or _named(id, self._joints[id])
        if id in self._known and id not in self._drawn:
            notes = card.notes
            if card.panel is not None:
                notes = (*notes, Note(f"in: {self._titles[card.panel]}"))
            self._drawn[id] = card._replace(panel=None, notes=notes)
            return id
        self._times[id] = self._times.get(id, 1) + 1
        name = fresh(f"{id} again", self._taken, self._times[id])
        self._taken[name] = None
        self._again[name] = id
        text = _shortened(card.title or card.text)
        self._drawn[name] = card._replace(
            id=name,
            text=text,
            title="",
            notes=(Note("told in full elsewhere"),),
            panel=None,
            mark=None,
            name=f"Named again: {text}",
            of=id,
        )
        return name

    def _unfold(self, starts: Sequence[str]) -> None:
        todo = deque((start, start) for start in starts)
        while todo:
            element, place = todo.popleft()
            for wire in self._into.get(element, ()):
                if element in self._joints and not wire.headed:
                    continue  # a premise of the link itself
                found = self._branch(wire, element, place)
                if found is None:
                    continue
                self._below.setdefault(place, []).append(found)
                self._branches.append(found)
                todo += [(tip, tip) for tip in found.members if tip not in self._again]
                if found.link in self._joints:
                    todo.append((found.link, found.id))

    def _branch(self, wire: Wire, element: str, place: str) -> Branch | None:
        """The link that a wire is of, or ends; None if it has its place already."""
        link = link_of(wire)
        joint = self._joints.get(link)
        if link in self._done:
            return None
        self._done.add(link)
        name = fresh(link, self._taken)
        self._taken[name] = None
        if joint is None:
            label = _marked("", wire.mark)
            tip = self._place(wire.tail)
            return Branch(name, link, wire.bearing, place, (tip,), (), label, wire.mark)
        inner = [each for each in self._into.get(joint.id, ()) if not each.headed]
        tips = [each.tail for each in inner if each.bearing != "warrant"]
        if joint.bearing == "conflict":
            tips = [each.head for each in self._out[joint.id] if each.head != element]
        return Branch(
            name,
            link,
            joint.bearing,
            place,
            tuple([self._place(tip) for tip in tips]),
            tuple([self._place(each.tail) for each in inner if each.bearing == "warrant"]),
            _marked(_listed([joint.label, joint.qualifier]), joint.mark),
            joint.mark,
        )


def _named(id: str, joint: Joint) -> Card:
    """A card that names a link, where a link is preferred to something."""
    text = f"the {joint.bearing} {id}"
    return Card(id, text, "", (), joint.bearing, False, None, text)


def _marked(label: str, mark: Mark | None) -> str:
    """What a link says of itself, and how it fares."""
    told = "" if mark is None else words(mark)
    return _listed([label, told])


def _read(tops: Sequence[str], below: dict[str, tuple[Branch, ...]]) -> Iterator[str]:
    """The cards of a tree from the top, each before what bears on it."""
    todo = list(reversed(tops))
    branches = {branch.id for hanging in below.values() for branch in hanging}
    while todo:
        id = todo.pop()
        if id not in branches:
            yield id
        for branch in reversed(below.get(id, ())):
            todo += [branch.id, *reversed(branch.members)]
