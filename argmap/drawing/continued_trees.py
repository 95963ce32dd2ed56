"""A tree of blocks cut into pages: a frame that goes on elsewhere holds a mark that names the page.

What bears on a block of another page hangs from a mark, "to p. 1 · A". Where that block stands, a frame with the same words, or
a block in the list, is the mark "from p. 2 · A". Lines of one kind to the same head share a letter.
"""

from __future__ import annotations

from collections.abc import Sequence

from .continued import Cut, letters, marked
from .view import Card, Joint, Panel, View, Wire

__all__ = ["Grove"]


class Grove:
    """A view in the shape of a tree, ready to be cut into pages."""

    def __init__(self, view: View, *, whole: bool) -> None:
        self.view = view
        self._panels = {panel.id: panel for panel in view.panels}
        held: dict[str, list[Card]] = {}
        for card in view.cards:
            if card.panel is not None:
                held.setdefault(card.panel, []).append(card)
        self._held = {id: tuple([card.id for card in cards]) for id, cards in held.items()}
        self.units = self._units(held if whole else {})
        self._hangs = {
            id: wire for wire in view.wires for id in self._held.get(wire.id, (wire.tail,))
        }

    def _units(self, frames: dict[str, list[Card]]) -> list[tuple[Card, ...]]:
        """What no page parts, in reading order: all blocks of one of the ``frames``, where its first stands, or one block."""
        units: dict[str, tuple[Card, ...]] = {}
        for card in self.view.cards:
            if card.panel in frames:
                units.setdefault(f"{card.panel} frame", tuple(frames[card.panel]))
            else:
                units[card.id] = (card,)
        return list(units.values())

    def depths(self) -> list[int]:
        """How far each unit is from the top of its tree, in lines."""
        depth: dict[str, int] = {}
        for unit in self.units:
            for card in unit:
                wire = self._hangs.get(card.id)
                if wire is None:
                    depth[card.id] = 0
                else:
                    depth[card.id] = depth[self._first(wire.head)] + 1
        return [depth[unit[0].id] for unit in self.units]

    def _first(self, head: str) -> str:
        """The card that a line leads to, or the first of the frame that it does."""
        return self._held[head][0] if head in self._held else head

    def cut_at(self, pages: Sequence[Sequence[Card]]) -> Cut:
        """The cut that puts these cards on the pages 1, 2, ...; letters in the order of the lines."""
        page = {card.id: number for number, cards in enumerate(pages, 1) for card in cards}
        cut = [
            wire
            for wire in self.view.wires
            for id in self._tails(wire)
            if page[id] != page[self._first(wire.head)]
        ]
        bundles = dict.fromkeys([(wire.head, wire.bearing) for wire in cut])
        return Cut(page, {bundle: letters(number) for number, bundle in enumerate(bundles)})

    def _tails(self, wire: Wire) -> tuple[str, ...]:
        return self._held.get(wire.id, (wire.tail,))

    def page_view(self, cards: Sequence[Card], cut: Cut | None = None) -> View:
        """What is seen of the view on a page with these cards, with marks where lines go on."""
        return _Leaf(self.view, self._panels, self._held, cards, cut).view()


class _Leaf:
    """The work for one page."""

    def __init__(
        self,
        view: View,
        panels: dict[str, Panel],
        held: dict[str, tuple[str, ...]],
        cards: Sequence[Card],
        cut: Cut | None,
    ) -> None:
        self._view, self._all, self._held = view, panels, held
        self._cards, self._cut = cards, cut
        self._here = {card.id for card in cards}
        self._joints: dict[str, Joint] = {}
        self._panels: list[Panel] = []
        self._framed: list[Wire] = []
        self._listed: list[Wire] = []

    def view(self) -> View:
        """What is seen of it."""
        for wire in self._view.wires:
            tails = self._held.get(wire.id, (wire.tail,))
            here = [id for id in tails if id in self._here]
            at_head = self._held.get(wire.head, (wire.head,))[0] in self._here
            if here:
                self._add(wire if at_head else self._leading_away(wire))
            if at_head and len(here) < len(tails):
                self._coming_in(wire, began=bool(here))
        return self._view._replace(
            cards=tuple(self._cards),
            joints=tuple(self._joints.values()),
            wires=(*self._framed, *self._listed),
            panels=tuple(self._panels),
        )

    def _add(self, wire: Wire, panel: Panel | None = None) -> None:
        panel = panel or self._all.get(wire.id)
        if panel is None:
            self._listed.append(wire)
        else:
            self._panels.append(panel)
            self._framed.append(wire)

    def _leading_away(self, wire: Wire) -> Wire:
        """A line whose head is on another page."""
        head = self._held.get(wire.head, (wire.head,))[0]
        pages = None if self._cut is None else [self._cut.page[head]]
        return wire._replace(head=self._mark(wire, "to", pages, None).id)

    def _coming_in(self, wire: Wire, *, began: bool) -> None:
        """The mark of a line from another page: in the frame that began here, in one of its own, or in a list."""
        name = f"{wire.head} {wire.bearing} from"
        if name in self._joints:
            return
        panel = self._all.get(wire.id)
        if panel is None or began:
            mark = self._mark(wire, "from", self._sources(wire), panel and panel.id)
            if panel is None:
                self._add(Wire(mark.id, wire.bearing, mark.id, wire.head, headed=False))
        else:
            frame = panel._replace(id=f"{name} frame")
            self._mark(wire, "from", self._sources(wire), frame.id)
            line = Wire(frame.id, wire.bearing, frame.id, wire.head, headed=False)
            self._add(line, frame)

    def _mark(self, wire: Wire, way: str, pages: list[int] | None, panel: str | None) -> Joint:
        letter = None if self._cut is None else self._cut.letter[wire.head, wire.bearing]
        label = marked(way, pages, letter)
        mark = Joint(f"{wire.head} {wire.bearing} {way}", wire.bearing, label, panel, away=True)
        return self._joints.setdefault(mark.id, mark)

    def _sources(self, wire: Wire) -> list[int] | None:
        """The pages that the lines of a wire's bundle come from, but for this one."""
        if self._cut is None:
            return None
        bundle = [w for w in self._view.wires if w[1:4:2] == (wire.bearing, wire.head)]
        tails = [id for each in bundle for id in self._held.get(each.id, (each.tail,))]
        return sorted({self._cut.page[id] for id in tails if id not in self._here})
