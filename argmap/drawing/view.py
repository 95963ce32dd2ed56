"""What to show of a map: cards, joints and wires, with every text that will be drawn.

The steps after this one ask the map for nothing more. A claim is a card. A link with one premise
that nothing targets is one wire; any other link is a joint where its wires meet, so that linked
premises come together and an undercut ends on the step it attacks.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, cast

from attrs import frozen

from ..model.claim import Claim, Issue
from ..model.link import Conflict, Link, Step
from ..model.map import ArgumentMap
from ..model.records import Citation, Participant, Scheme, Source
from .reading_order import reading_order
from .scope import scope

__all__ = ["Bearing", "Card", "Joint", "Note", "Panel", "View", "Wire", "view"]

Bearing: TypeAlias = Literal[
    "support", "rebuttal", "undercut", "conflict", "rephrase", "preference", "answer", "warrant"
]
"""How something bears on something; it decides colour, dash and sign."""

Role: TypeAlias = Literal["main", "issue", "loose"] | Bearing
"""What a card is in the map: its main claim, an issue, or what its first link does."""


@frozen
class Note:
    """A small line below a card's text, with the address it leads to or none."""

    text: str
    url: str = ""


@frozen
class Card:
    """A claim or issue: its texts, its role, and ``name``, what a screen reader says of it."""

    id: str
    text: str
    title: str
    notes: tuple[Note, ...]
    role: Role
    implicit: bool
    panel: str | None
    name: str


@frozen
class Joint:
    """A link drawn as a small node; ``label`` is written in it beside the sign of its ``bearing``."""

    id: str
    bearing: Bearing
    label: str
    panel: str | None


@frozen
class Wire:
    """A line between two of the above. ``headed`` has an arrow head, ``signed`` a sign at its tail."""

    id: str
    bearing: Bearing
    tail: str
    head: str
    headed: bool = True
    signed: bool = True


@frozen
class Panel:
    """A group, drawn as a frame."""

    id: str
    title: str
    parent: str | None


@frozen
class View:
    """All that will be drawn; cards in reading order, everything else in the author's."""

    title: str
    description: str
    language: str
    cards: tuple[Card, ...]
    joints: tuple[Joint, ...]
    wires: tuple[Wire, ...]
    panels: tuple[Panel, ...]


def view(map: ArgumentMap, *, focus: str | None = None, depth: int | None = None) -> View:
    """What to show of ``map``: all of it, or what lies within ``depth`` links of ``focus``.

    Without ``focus`` the depth counts from the main claims; with it and no ``depth``, two links are
    shown. A card with hidden links says how many. Raises `UnknownId` for a focus that isn't there
    and ValueError for a negative depth.
    """
    shown = scope(map, focus, depth)
    order = [id for id in reading_order(map) if id in shown]
    links = [link for link in map.links if link.id in shown]
    solid = _targeted(links)
    joints: list[Joint] = []
    wires: list[Wire] = []
    for link in links:
        if link.id in solid or not _single(link):
            joints.append(_joint(map, link))
            wires += _spread(link)
        else:
            wires.append(_wire(link))
    about = map.about
    return View(
        about.title,
        about.description or _counted(order, links),
        about.language,
        tuple([_card(map, id, shown) for id in order]),
        tuple(joints),
        tuple(wires),
        tuple([Panel(group.id, group.title or group.id, group.parent) for group in map.groups]),
    )


def _counted(cards: list[str], links: list[Link]) -> str:
    told, tied = _number(len(cards), "claim"), _number(len(links), "link")
    return f"Argument map with {told} and {tied}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _targeted(links: list[Link]) -> set[str]:
    """The ids of the links that other links are tied to."""
    ids = {link.id for link in links}
    return {end for link in links for _, end in link.ends() if end in ids}


def _single(link: Link) -> bool:
    """Whether a link is one wire when nothing targets it."""
    if isinstance(link, Step):
        return len(link.premises) == 1 and not (link.warrants or link.label or link.scheme)
    return not isinstance(link, Conflict)


def _joint(map: ArgumentMap, link: Link) -> Joint:
    label = ""
    if isinstance(link, Step):
        label = link.label or (_title(map, Scheme, link.scheme) if link.scheme else "")
    return Joint(link.id, _bearing(link), label, link.group or _shared_panel(map, link))


def _shared_panel(map: ArgumentMap, link: Link) -> str | None:
    """The group of a joint that names none: the one all its claims stand in, or none."""
    groups = {map[end].group for _, end in link.ends()}
    return groups.pop() if len(groups) == 1 else None


def _bearing(link: Link) -> Bearing:
    return _BEARINGS[link.kind]


_BEARINGS: dict[str, Bearing] = {
    "support": "support",
    "rebuttal": "rebuttal",
    "undercut": "undercut",
    "conflict": "conflict",
    "rephrase": "rephrase",
    "preference": "preference",
    "answer": "answer",
}


def _tail_and_head(link: Link) -> tuple[str, str]:
    """The first and the last end of a link that is not a conflict."""
    ends = [end for _, end in link.ends()]
    return ends[0], ends[-1]


def _wire(link: Link) -> Wire:
    tail, head = _tail_and_head(link)
    return Wire(link.id, _bearing(link), tail, head)


def _spread(link: Link) -> list[Wire]:
    """The wires of a link that is a joint: into it without heads, out of it with one."""
    bearing = _bearing(link)
    if isinstance(link, Conflict):
        return [
            Wire(f"{link.id} {number}", bearing, link.id, claim, signed=False)
            for number, claim in enumerate(link.claims, 1)
        ]
    if isinstance(link, Step):
        sides: list[tuple[str, Bearing]] = [(premise, bearing) for premise in link.premises]
        sides += [(warrant, "warrant") for warrant in link.warrants]
        head = link.target
    else:
        tail, head = _tail_and_head(link)
        sides = [(tail, bearing)]
    wires = [
        Wire(f"{link.id} {number}", side, tail, link.id, headed=False, signed=False)
        for number, (tail, side) in enumerate(sides, 1)
    ]
    return [*wires, Wire(f"{link.id} 0", bearing, link.id, head, signed=False)]


def _card(map: ArgumentMap, id: str, shown: frozenset[str]) -> Card:
    element = map[id]
    if isinstance(element, Issue):
        return Card(
            id,
            element.text or element.title or id,
            element.title if element.text else "",
            _notes(map, element, shown),
            "issue",
            False,
            element.group,
            f"Issue: {element.text or element.title or id}",
        )
    claim = cast("Claim", element)
    wording = claim.text or claim.title or id
    return Card(
        id,
        wording,
        claim.title if claim.text else "",
        _notes(map, claim, shown),
        _role(map, claim),
        claim.implicit,
        claim.group,
        _name(map, claim, wording),
    )


def _role(map: ArgumentMap, claim: Claim) -> Role:
    if map.depths.get(claim.id) == 0:
        return "main"
    first = next(iter(map.links_from[claim.id]), None)
    return "loose" if first is None else _bearing(first)


_VERBS: dict[str, str] = {
    "support": "supports",
    "rebuttal": "objects to",
    "undercut": "undercuts",
    "rephrase": "rephrases",
    "preference": "is preferred to",
    "answer": "answers",
    "conflict": "conflicts with",
}


def _name(map: ArgumentMap, claim: Claim, wording: str) -> str:
    """What a screen reader says: the wording, and for each link what it does to what."""
    parts = ["Main claim" if _role(map, claim) == "main" else "Claim", f": {wording}"]
    for link in map.links_from[claim.id]:
        ends = [end for _, end in link.ends() if end != claim.id]
        heads = ends if isinstance(link, Conflict) else ends[-1:]
        verb = _VERBS[link.kind].capitalize()
        parts += [f" {verb}: {_called(map, head)}" for head in heads]
    return "".join(parts)


def _called(map: ArgumentMap, id: str) -> str:
    element = map[id]
    if isinstance(element, Link):
        return f"the {element.kind} {id}"
    return element.title or element.text or id


def _place(map: ArgumentMap, citation: Citation) -> Note:
    """Where a citation leads: the source's title with page or section, and its address."""
    source = map.records[Source][citation.source]
    locator = f", {citation.locator}" if citation.locator else ""
    return Note(_title(map, Source, source.id) + locator, getattr(source, "url", ""))


def _title(map: ArgumentMap, kind: type, id: str) -> str:
    """What people call a record: its name or title, or else its id."""
    record = map.records[kind][id]
    return getattr(record, "name", "") or getattr(record, "title", "") or id


def _notes(map: ArgumentMap, element: Claim | Issue, shown: frozenset[str]) -> tuple[Note, ...]:
    """Who says it, where it stands, how it is held, and how many links aren't shown."""
    speakers = ", ".join([_title(map, Participant, id) for id in element.said_by])
    notes = [_place(map, citation) for citation in element.citations]
    if speakers and notes and not notes[0].url:
        notes[0] = Note(f"{speakers} \N{MIDDLE DOT} {notes[0].text}")
    elif speakers:
        notes.insert(0, Note(speakers))
    if isinstance(element, Claim):
        held: list[str] = [] if element.stance == "asserted" else [element.stance]
        held += [] if element.weight is None else [f"weight {element.weight:g}"]
        notes += [Note(", ".join(held))] if held else []
    hidden = [
        link
        for link in (*map.links_to[element.id], *map.links_from[element.id])
        if link.id not in shown
    ]
    return (*notes, Note(f"+{len(hidden)} more")) if hidden else tuple(notes)
