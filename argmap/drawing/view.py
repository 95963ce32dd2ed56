"""What to show of a map: cards, joints and wires, with every text that will be drawn.

The steps after this one ask the map for nothing more. A claim is a card. A link with one premise
that nothing targets is one wire; any other link is a joint where its wires meet, so that linked
premises come together and an undercut ends on the step it attacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from ..model.claim import Claim, Issue
from ..model.data import NO_DATA
from ..model.link import Attack, Conflict, Link, Step
from ..model.map import ArgumentMap, is_view
from ..model.records import Group
from ..values import NamedTuple
from .captions import Note, issue_name, label, name, notes, qualifier
from .drawn import PLAIN, Drawn, drawn
from .marks import Marks, checked
from .reading_order import reading_order

if TYPE_CHECKING:
    from ..model.view import MapView
    from .mark import Mark
    from .stubs import Stub

__all__ = ["Bearing", "Card", "Joint", "Note", "Panel", "View", "Wire", "called", "view"]

Bearing: TypeAlias = Literal[
    "support", "rebuttal", "undercut", "conflict", "rephrase", "preference", "answer", "warrant"
]
"""How something bears on something; it decides colour, dash and sign."""

Role: TypeAlias = Literal["main", "issue", "loose"] | Bearing
"""What a card is in the map: its main claim, an issue, or what its first link does."""


class Card(NamedTuple):
    """A claim or issue: its texts, its role, and ``name``, what a screen reader says of it.

    ``heading`` is a small line above all, which says what it is in a style's own words. A card that only names
    something again has an id of its own, and is ``of`` that element.
    """

    id: str
    text: str
    title: str
    notes: tuple[Note, ...]
    role: Role
    implicit: bool
    panel: str | None
    name: str
    mark: Mark | None = None
    drawn: Drawn = PLAIN
    heading: str = ""
    of: str = ""


class Joint(NamedTuple):
    """A link drawn as a small node, with the sign of its ``bearing``.

    ``label`` and ``qualifier`` are written beside it; only the label may be cut short. One that is
    ``away`` is no link: it says on a page on which other one a line goes on. Nor is a ``stub``: it says in a part
    of a map how much there is that isn't shown.
    """

    id: str
    bearing: Bearing
    label: str
    panel: str | None
    qualifier: str = ""
    mark: Mark | None = None
    away: bool = False
    stub: bool = False


class Wire(NamedTuple):
    """A line between two of the above. ``headed`` has an arrow head, ``signed`` a sign at its tail."""

    id: str
    bearing: Bearing
    tail: str
    head: str
    headed: bool = True
    signed: bool = True
    mark: Mark | None = None


class Panel(NamedTuple):
    """A group, drawn as a frame; one with a ``bearing`` is a link, and holds what bears so together."""

    id: str
    title: str
    parent: str | None
    drawn: Drawn = PLAIN
    bearing: Bearing | None = None


UNWORDED = "?"
"""What is written for an issue without words: its id would tell a reader nothing."""

_NO_MARKS: Marks = {}

_BEARINGS: dict[str, Bearing] = {
    "support": "support",
    "rebuttal": "rebuttal",
    "undercut": "undercut",
    "conflict": "conflict",
    "rephrase": "rephrase",
    "preference": "preference",
    "answer": "answer",
}


def _bearing(link: Link) -> Bearing:
    """What a link does; in Argdown a claim can be undercut as well, which the map holds as a rebuttal."""
    if link.data is not NO_DATA:
        told = link.data.get("argdown")
        if isinstance(told, Mapping) and told.get("relation") == "undercut":
            return "undercut"
    return _BEARINGS[link.kind]


class View(NamedTuple):
    """All that will be drawn; cards in reading order, everything else in the author's."""

    title: str
    description: str
    language: str
    cards: tuple[Card, ...]
    joints: tuple[Joint, ...]
    wires: tuple[Wire, ...]
    panels: tuple[Panel, ...]


def view(
    map: ArgumentMap,
    *,
    focus: str | None = None,
    depth: int | None = None,
    marks: Marks = _NO_MARKS,
    pro_first: bool = False,
) -> View:
    """What to show of ``map``: all of it, or what lies within ``depth`` links of ``focus``.

    Where there is nothing to show the title says so, or the picture would be a blank. ``map`` may be a view itself. Without ``focus`` the depth counts from the main claims; with it and no ``depth``,
    two links are shown. What isn't shown is told by stubs at what it is tied to. ``marks`` says by id how claims and
    links fare. ``pro_first`` puts what attacks a claim after what supports it, and keeps the author's order else.
    Raises `UnknownId` for a focus or a mark of what isn't there and ValueError for a negative depth.
    """
    if focus is not None or depth is not None:
        map = map.view(focus=focus, depth=depth)
    shown = map
    map = shown.whole if is_view(shown) else shown
    marks = checked(map, marks)
    elements = shown.elements
    order = [id for id in reading_order(map, pro_first=pro_first) if id in elements]
    links = list(shown.links)
    if pro_first:
        links.sort(key=lambda link: isinstance(link, Attack))
    hidden = _hidden(shown) if is_view(shown) else ()
    solid = _targeted(links).union([stub.at for stub in hidden])
    joints: list[Joint] = []
    wires: list[Wire] = []
    for link in links:
        mark = marks.get(link.id)
        if link.id in solid or not _single(link):
            joints.append(_joint(map, link, mark))
            wires += _spread(link, mark)
        else:
            wires.append(Wire(link.id, _bearing(link), *_tail_and_head(link), mark=mark))
    panels = {joint.id: joint.panel for joint in joints}
    for stub in hidden:
        joints.append(_stub_joint(stub, panels.get(stub.at) or map[stub.at].group))
        wires.append(_stub_wire(stub))
    about = map.about
    return View(
        called(shown),
        about.description or _counted(shown),
        about.language,
        tuple([_card(map, id, _missing(shown, id), marks.get(id)) for id in order]),
        tuple(joints),
        tuple(wires),
        tuple([_panel(group) for group in map.groups]),
    )


def called(shown: ArgumentMap) -> str:
    """The title that stands above a picture: the map's own, and that there is nothing to see where that is so."""
    title = shown.about.title
    if shown.claims or shown.issues:
        return title
    words = "no claims in this part" if is_view(shown) else "no claims"
    return f"{title} ({words})" if title else words.capitalize()


def _hidden(shown: MapView) -> tuple[Stub, ...]:
    """The stubs of a part of a map."""
    from .stubs import stubs  # here, for most maps are drawn whole

    return stubs(shown)


def _missing(shown: ArgumentMap, id: str) -> int:
    """How many things are omitted that an element is tied to."""
    return len(shown.stubs.get(id, ())) if is_view(shown) else 0


def _stub_joint(stub: Stub, panel: str | None) -> Joint:
    return Joint(stub.id, _bearing(stub.link), f"+{stub.number:,}", panel, stub=True)


def _stub_wire(stub: Stub) -> Wire:
    """The line of a stub, from it to what it is at, or away from there."""
    bearing = _bearing(stub.link)
    if stub.leads_away:
        return Wire(f"{stub.id} 0", bearing, stub.at, stub.id, headed=False, signed=False)
    return Wire(f"{stub.id} 0", bearing, stub.id, stub.at, signed=False)


def _panel(group: Group) -> Panel:
    return Panel(group.id, group.title or group.id, group.parent, drawn(group.data))


def _counted(shown: ArgumentMap) -> str:
    cards = len(shown.claims) + len(shown.issues)
    told = f"Argument map with {_number(cards, 'claim')} and {_number(len(shown.links), 'link')}."
    if not (is_view(shown) and shown.omitted):
        return told
    whole = shown.whole
    number = len(whole.claims) + len(whole.issues)
    return f"{told[:-1]}, a part of one with {number} and {len(whole.links)}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _targeted(links: list[Link]) -> set[str]:
    """The ids of the links that other links are tied to."""
    ids = {link.id for link in links}
    ends = [link.target for link in links if isinstance(link, Step)]  # its premises are claims
    ends += [end for link in links if not isinstance(link, Step) for _, end in link.ends()]
    return ids.intersection(ends)


def _single(link: Link) -> bool:
    """Whether a link is one wire when nothing targets it."""
    if isinstance(link, Step):
        told = link.label or link.scheme or link.strict or link.weight is not None
        return len(link.premises) == 1 and not (link.warrants or told)
    return not isinstance(link, Conflict)


def _joint(map: ArgumentMap, link: Link, mark: Mark | None) -> Joint:
    panel = link.group or _shared_panel(map, link)
    return Joint(link.id, _bearing(link), label(map, link), panel, qualifier(link), mark)


def _shared_panel(map: ArgumentMap, link: Link) -> str | None:
    """The group of a joint that names none: the one all its claims stand in, or none."""
    groups = {map[end].group for _, end in link.ends()}
    return groups.pop() if len(groups) == 1 else None


def _tail_and_head(link: Link) -> tuple[str, str]:
    """The first and the last end of a link that is not a conflict."""
    if isinstance(link, Step):
        return link.premises[0], link.target
    (_, tail), (_, head) = link.ends()
    return tail, head


def _spread(link: Link, mark: Mark | None) -> list[Wire]:
    """The wires of a link that is a joint: into it without heads, out of it with one."""
    bearing = _bearing(link)
    if isinstance(link, Conflict):
        return [
            Wire(f"{link.id} {number}", bearing, link.id, claim, signed=False, mark=mark)
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
    return [*wires, Wire(f"{link.id} 0", bearing, link.id, head, signed=False, mark=mark)]


def _card(map: ArgumentMap, id: str, missing: int, mark: Mark | None) -> Card:
    element = map[id]
    if isinstance(element, Issue):
        return Card(
            id,
            element.text or element.title or UNWORDED,
            element.title if element.text else "",
            notes(map, element),
            "issue",
            False,
            element.group,
            f"{issue_name(map, element)}{_untold(missing)}",
            mark,
        )
    claim = cast("Claim", element)
    wording = claim.text or claim.title or id
    how = drawn(claim.data)
    called = name(map, claim, wording, mark) + _untold(missing)
    return Card(
        id,
        wording,
        claim.title if claim.text else "",
        notes(map, claim),
        _role(map, claim),
        claim.implicit,
        claim.group,
        f"Argument. {called}" if how.shape == "argument" else called,
        mark,
        how,
    )


def _untold(missing: int) -> str:
    """What is said to who can't see the stubs."""
    return f" {missing:,} more not shown." if missing else ""


def _role(map: ArgumentMap, claim: Claim) -> Role:
    if map.depths.get(claim.id) == 0:
        return "main"
    first = next(iter(map.links_from[claim.id]), None)
    return "loose" if first is None else _bearing(first)
