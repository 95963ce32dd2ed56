"""A view cut into pages: what stands on each, and marks that name the page where a line goes on.

A line is drawn on the page of its tail and on that of its head. Where these are two, it ends on each
in a mark: "to p. 3 · B" on the one, "from p. 1 · B" on the other. Lines of one kind to the same head share
a letter, and a mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from .view import Bearing, Card, Joint, View, Wire

__all__ = ["Cut", "Web", "cut_at", "letters", "marked", "page_view", "web"]

Bundle = tuple[str, Bearing]
"""What shares a letter: the head of a line and the line's kind."""

_WIDEST_LETTERS = "WW"
_WIDEST_PAGE = 888


@frozen
class Web:
    """A view with, for every card in reading order, the joints beside it, and the wires of each."""

    view: View
    joints: Mapping[str, tuple[Joint, ...]]
    touching: Mapping[str, tuple[int, ...]]


def web(view: View) -> Web:
    """``view`` made ready to be cut.

    A joint stands with one of what it ties together (of a step: its premises and warrants), the one
    with the fewest lines: else the page of a claim with many conflicts would hold them all. A stub stands
    with what it is at. Where a style has all lines into a joint end in heads, it stands with what they come from.
    """
    touching: dict[str, list[int]] = {}
    tied: dict[str, list[str]] = {joint.id: [] for joint in view.joints}
    headed: dict[str, list[str]] = {}
    stubs = {joint.id for joint in view.joints if joint.stub}
    for number, wire in enumerate(view.wires):
        for end in (wire.tail, wire.head):
            touching.setdefault(end, []).append(number)
        if not wire.headed:
            tied[wire.head].append(wire.tail)
        elif wire.bearing == "conflict" or wire.tail in stubs:
            tied[wire.tail].append(wire.head)
        elif wire.head in tied:
            headed.setdefault(wire.head, []).append(wire.tail)
    joints: dict[str, list[Joint]] = {}
    for joint in view.joints:
        home = joint.id
        while home in tied:
            home = min(tied[home] or headed[home], key=lambda end: len(touching[end]))
        joints.setdefault(home, []).append(joint)
    return Web(
        view,
        {home: tuple(beside) for home, beside in joints.items()},
        {node: tuple(dict.fromkeys(wires)) for node, wires in touching.items()},
    )


@frozen
class Cut:
    """The page of every card and joint, and the letter of every bundle of lines that is cut."""

    page: Mapping[str, int]
    letter: Mapping[Bundle, str]


def cut_at(web: Web, pages: Iterable[Sequence[Card]]) -> Cut:
    """The cut that puts these cards on the pages 1, 2, ...; letters in the order of the lines."""
    page: dict[str, int] = {}
    for number, cards in enumerate(pages, 1):
        for card in cards:
            page[card.id] = number
            page.update({joint.id: number for joint in web.joints.get(card.id, ())})
    cut = [wire for wire in web.view.wires if page[wire.tail] != page[wire.head]]
    bundles = dict.fromkeys([(wire.head, wire.bearing) for wire in cut])
    return Cut(page, {bundle: letters(number) for number, bundle in enumerate(bundles)})


def letters(number: int) -> str:
    """The name of the bundle of a number: A to Z, then AA, AB, ...

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    found = ""
    number += 1
    while number:
        number, last = divmod(number - 1, 26)
        found = chr(ord("A") + last) + found
    return found


def page_view(web: Web, cards: Sequence[Card], cut: Cut | None = None) -> View:
    """What is seen of the view on a page with these cards, with marks where lines go on.

    Without a cut, as long as it isn't known which page is which, the marks are as wide as they may get.
    """
    joints = [joint for card in cards for joint in web.joints.get(card.id, ())]
    panel = {card.id: card.panel for card in cards} | {joint.id: joint.panel for joint in joints}
    numbers = sorted({number for id in panel for number in web.touching.get(id, ())})
    wires: list[Wire] = []
    marks: dict[str, Joint] = {}
    for wire in [web.view.wires[number] for number in numbers]:
        if wire.tail in panel and wire.head in panel:
            wires.append(wire)
            continue
        leaves = wire.tail in panel
        mark = _mark(wire, web, cut, panel[wire.tail if leaves else wire.head], leaves=leaves)
        if leaves:
            ends = (wire.tail, mark.id)
            wires.append(Wire(wire.id, wire.bearing, *ends, False, wire.signed, wire.mark))
        elif mark.id not in marks:
            wires.append(Wire(wire.id, wire.bearing, mark.id, wire.head, wire.headed, False))
        marks.setdefault(mark.id, mark)
    view = web.view
    told = (view.title, view.description, view.language)
    return View(*told, tuple(cards), (*joints, *marks.values()), tuple(wires), view.panels)


def _mark(wire: Wire, web: Web, cut: Cut | None, panel: str | None, *, leaves: bool) -> Joint:
    """The mark of a wire, whose id no link has, as those hold no space."""
    way = "to" if leaves else "from"
    pages = name = None
    if cut is not None:
        name = cut.letter[wire.head, wire.bearing]
        pages = [cut.page[wire.head]] if leaves else _sources(wire, web, cut)
    id = f"{wire.head} {wire.bearing} {way}"
    return Joint(id, wire.bearing, marked(way, pages, name), panel, away=True)


def marked(way: str, pages: Sequence[int] | None, letter: str | None) -> str:
    """The words of a mark; without pages and a letter, as long as they may get.

    >>> marked("from", [1, 2, 3], "B")
    'from pp. 1\u20133 \u00b7 B'
    """
    told = _told(pages or [_WIDEST_PAGE, _WIDEST_PAGE + 1])
    return f"{way} {told} \N{MIDDLE DOT} {letter or _WIDEST_LETTERS}"


def _told(pages: Sequence[int]) -> str:
    """One page, two pages, or the span of more."""
    if len(pages) == 1:
        return f"p. {pages[0]}"
    between = ", " if len(pages) == 2 and pages[0] + 1 < pages[1] else "\N{EN DASH}"
    return f"pp. {pages[0]}{between}{pages[-1]}"


def _sources(wire: Wire, web: Web, cut: Cut) -> list[int]:
    """The pages that the lines of a wire's bundle come from, but for the one of their head."""
    wires = [web.view.wires[number] for number in web.touching[wire.head]]
    bundle = [w for w in wires if (w.head, w.bearing) == (wire.head, wire.bearing)]
    return sorted({cut.page[w.tail] for w in bundle} - {cut.page[wire.head]})
