"""A map drawn on pages of a size, as many as it needs, with marks where lines go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import isfinite
from typing import Literal, Protocol

from attrs import evolve

from ..layout import Direction, Layout
from ..model.link import Link
from ..model.map import ArgumentMap
from ..pause import no_garbage
from .continued import Cut, cut_at, page_view, web
from .continued_trees import Grove
from .marks import Marks
from .paper import Paper
from .paper import paper as named_paper
from .parting import parted
from .readings import Reading, as_read
from .scene import Scene
from .sheets import pile, sheet, sheet_scene
from .sizes import Sized, SizedPanel, measure, sized_joint
from .styles import STYLES
from .styles.style import Style, Wanted, placed
from .svg import Drawing
from .theme import Theme
from .theme import theme as named_theme
from .view import Card, View, view

__all__ = ["draw_pages", "piled"]

_NO_MARKS: Marks = {}


def draw_pages(
    map: ArgumentMap,
    page: Paper | str = "a4",
    *,
    focus: str | None = None,
    depth: int | None = None,
    marks: Marks = _NO_MARKS,
    pro_first: bool = False,
    style: str = "argmap",
    reading: Reading | None = None,
    engine: str | None = None,
    direction: Direction | Literal["auto"] = "auto",
    theme: Theme | str = "auto",
    scale: float = 1.0,
) -> tuple[Drawing, ...]:
    """``map`` on pages of one size, at least one.

    ``page`` is a `Paper`, ``a3``, ``a4``, ``a5``, ``letter``, ``legal`` or ``slide``, each with ``-landscape`` if you
    like, or ``WIDTHxHEIGHT`` in px. Claims come in reading order, and a page ends rather before a large branch
    than within a small one. Where a line goes on elsewhere it ends in a mark such as "to p. 3 · B", which
    "from p. 1 · B" answers there. ``scale`` shows everything so many times as large, and so puts less or more
    on a page. A claim that is larger than a page is shrunk to fit.

    All pages have one direction: ``auto`` takes up or left, whichever needs fewer pages, or a wrapped outline
    if that needs much fewer. In ``boxes`` and ``kialo``, which are trees of blocks, a frame with a mark stands for what is on another page.
    Other options are those of `argmap.draw`, and so are the errors.
    """
    size, look = named_paper(page), named_theme(theme)
    if not (isfinite(scale) and scale > 0):
        raise ValueError(f"scale is {scale}: it must be a finite number above 0")
    tradition = STYLES.get(style)
    with no_garbage():
        taken = tradition.reading(map) if reading is None else reading
        map, marks = as_read(map, taken, marks)
        plain = view(map, focus=focus, depth=depth, marks=marks, pro_first=pro_first)
        shown, losses = tradition.show(plain)
        paper = (size.width / scale, size.height / scale)
        press = _Press(tradition, measure(shown, tradition.measuring(look)), paper, look)
        if press.grove is None:
            depths = [_depth(map, card.id) for card in shown.cards]
        else:
            depths = press.grove.depths()
        books = [
            (way, parted(depths, partial(press.fits, way)))
            for way in _ways(tradition, engine, direction)
        ]
        way, begins = min(books, key=lambda book: len(book[1]))
        return tuple(
            [
                evolve(each, scene=evolve(each.scene, scale=scale), losses=losses)
                for each in press.printed(begins, way)
            ]
        )


def _depth(map: ArgumentMap, id: str) -> int:
    """How far a card is from the main claims: that of a step is as far as its first end."""
    element = map[id]
    at = next(iter(element.ends()))[1] if isinstance(element, Link) else id
    return map.depths.get(at, 0)


Way = tuple[str | None, Direction | Literal["auto"]]
"""An engine, or None where the style has places of its own, and a direction."""


_DEARER = {"wrapped": 1.6}
"""How many pages of rows one page of an outline must be worth, as rows read better."""


class _Seen(Protocol):
    """What gives the view of a page with these cards, with marks as a cut has them or as wide as they may get."""

    def __call__(self, cards: Sequence[Card], cut: Cut | None = None, /) -> View: ...


def _ways(style: Style, engine: str | None, direction: Direction | Literal["auto"]) -> list[Way]:
    """The ways to try; an outline looks the same up and left."""
    wish = style.direction if direction == "auto" else direction
    if style.places is not None:
        return [(engine, wish)] if wish != "auto" else [(engine, each) for each in style.ways]
    engine = engine or style.engine
    if wish != "auto":
        return [(engine, wish)]
    ways: list[Way] = [(engine, "left")]
    if engine not in ("outline", "wrapped"):
        ways.insert(0, (engine, "up"))
    return [*ways, ("wrapped", "left")] if engine == "layered" else ways


def piled(pages: Sequence[Drawing]) -> Scene:
    """All pages as one scene, one below the other."""
    return pile(tuple([page.scene for page in pages]))


class _Press:
    """What pages of a view are made with: the paper, the look, and every text measured once."""

    def __init__(
        self, style: Style, measured: Sized, paper: tuple[float, float], theme: Theme
    ) -> None:
        self._style, self._paper, self._theme = style, paper, theme
        self._cards = {each.card.id: each for each in measured.cards}
        self._panels = measured.panels
        self.grove: Grove | None = None
        if style.places is None:
            whole = web(measured.view)
            self._units: list[tuple[Card, ...]] = [(card,) for card in measured.view.cards]
            self._view: _Seen = partial(page_view, whole)
            self._cut: Callable[[Sequence[Sequence[Card]]], Cut] = partial(cut_at, whole)
        else:
            self.grove = Grove(measured.view, whole=style.whole)
            self._units = self.grove.units
            self._view, self._cut = self.grove.page_view, self.grove.cut_at

    def fits(self, way: Way, start: int, end: int) -> bool:
        """Whether these units, of one card or of several, fit on a page, with marks as wide as they may get."""
        cards = self._on(start, end)
        shown = self._view(cards)
        room = sheet(shown, self._paper, self._theme, first=start == 0).room
        if sum([self._area(card) for card in cards]) > room[0] * room[1]:
            return False
        layout = self._layout(self._sized(shown), way, room)
        return layout.width <= room[0] and layout.height <= room[1]

    def _on(self, start: int, end: int | None) -> list[Card]:
        return [card for unit in self._units[start:end] for card in unit]

    def _area(self, card: Card) -> float:
        return self._cards[card.id].width * self._cards[card.id].height

    def _sized(self, shown: View) -> Sized:
        return Sized(
            shown,
            tuple([self._cards[card.id] for card in shown.cards]),
            tuple([sized_joint(joint, self._theme) for joint in shown.joints]),
            self._panels if self.grove is None else self._frames(shown),
        )

    def _frames(self, shown: View) -> tuple[SizedPanel, ...]:
        """The frames of a page; one of a mark has the title, and so the size, of another."""
        by_title = {each.panel.title: each for each in self._panels}
        return tuple([by_title[panel.title]._replace(panel=panel) for panel in shown.panels])

    def _layout(self, sized: Sized, way: Way, room: tuple[float, float]) -> Layout:
        engine, direction = way
        most = room[0] if engine in (None, "wrapped") else None
        wanted = Wanted(engine, direction, self._theme.spacing, most, None, None)
        return placed(self._style, sized, wanted)

    def printed(self, begins: Sequence[int], way: Way) -> list[Drawing]:
        """The pages that begin with the cards of these numbers."""
        pages = [
            self._on(start, end) for start, end in zip(begins, [*begins[1:], None], strict=True)
        ]
        cut = self._cut(pages)
        drawings = []
        for number, page in enumerate(pages, 1):
            sized = self._sized(self._view(page, cut))
            place = sheet(sized.view, self._paper, self._theme, first=number == 1)
            layout = self._layout(sized, way, place.room)
            scene = sheet_scene(place, sized, layout, self._theme, number, len(pages))
            drawings.append(Drawing(sized.view, layout, scene))
        return drawings
