"""A map drawn on pages of a size, as many as it needs, with marks where lines go on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import isfinite
from typing import Literal

from attrs import evolve

from ..layout import Direction, Layout, arrange
from ..model.link import Link
from ..model.map import ArgumentMap
from ..pause import no_garbage
from .continued import cut_at, page_view, web
from .marks import Marks
from .paper import Paper
from .paper import paper as named_paper
from .parting import parted
from .readings import Reading, as_read
from .scene import Scene
from .sheets import pile, sheet, sheet_scene
from .sizes import Sized, diagram, measure, sized_joint
from .styles import STYLES
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
    if that needs much fewer. Other options are those of `argmap.draw`, and so are the errors; ValueError is raised for a
    ``style`` that is a tree of blocks, ``boxes`` or ``kialo``, for a line that is cut would have no place in it.
    """
    size, look = named_paper(page), named_theme(theme)
    if not (isfinite(scale) and scale > 0):
        raise ValueError(f"scale is {scale}: it must be a finite number above 0")
    tradition = STYLES.get(style)
    if tradition.places is not None:
        raise ValueError(
            f"style {style!r} has no pages: a line that is cut has no place in a tree of blocks"
        )
    with no_garbage():
        taken = tradition.reading(map) if reading is None else reading
        map, marks = as_read(map, taken, marks)
        plain = view(map, focus=focus, depth=depth, marks=marks, pro_first=pro_first)
        shown, losses = tradition.show(plain)
        measured = measure(shown, tradition.measuring(look))
        press = _Press(measured, (size.width / scale, size.height / scale), look)
        depths = [_depth(map, card.id) for card in shown.cards]
        wish = tradition.direction if direction == "auto" else direction
        books = [
            (way, parted(depths, partial(press.fits, way)))
            for way in _ways(engine or tradition.engine, wish)
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


Way = tuple[str, Direction]
"""An engine and a direction."""


_DEARER = {"wrapped": 1.6}
"""How many pages of rows one page of an outline must be worth, as rows read better."""


def _ways(engine: str, direction: Direction | Literal["auto"]) -> list[Way]:
    """The ways to try; an outline looks the same up and left."""
    if direction != "auto":
        return [(engine, direction)]
    ways: list[Way] = [(engine, "left")]
    if engine not in ("outline", "wrapped"):
        ways.insert(0, (engine, "up"))
    return [*ways, ("wrapped", "left")] if engine == "layered" else ways


def piled(pages: Sequence[Drawing]) -> Scene:
    """All pages as one scene, one below the other."""
    return pile(tuple([page.scene for page in pages]))


class _Press:
    """What pages of a view are made with: the paper, the look, and every text measured once."""

    def __init__(self, measured: Sized, paper: tuple[float, float], theme: Theme) -> None:
        self._web, self._paper, self._theme = web(measured.view), paper, theme
        self._cards = {each.card.id: each for each in measured.cards}
        self._panels = measured.panels

    def fits(self, way: Way, start: int, end: int) -> bool:
        """Whether these cards fit on a page, with marks as wide as they may get."""
        cards = self._web.view.cards[start:end]
        shown = page_view(self._web, cards)
        room = sheet(shown, self._paper, self._theme, first=start == 0).room
        if sum([self._area(card) for card in cards]) > room[0] * room[1]:
            return False
        layout = self._layout(self._sized(shown), way, room)
        return layout.width <= room[0] and layout.height <= room[1]

    def _area(self, card: Card) -> float:
        return self._cards[card.id].width * self._cards[card.id].height

    def _sized(self, shown: View) -> Sized:
        return Sized(
            shown,
            tuple([self._cards[card.id] for card in shown.cards]),
            tuple([sized_joint(joint, self._theme) for joint in shown.joints]),
            self._panels,
        )

    def _layout(self, sized: Sized, way: Way, room: tuple[float, float]) -> Layout:
        engine, direction = way
        return arrange(
            diagram(sized),
            engine=engine,
            direction=direction,
            spacing=self._theme.spacing,
            max_width=room[0] if engine == "wrapped" else None,
        )

    def printed(self, begins: Sequence[int], way: Way) -> list[Drawing]:
        """The pages that begin with the cards of these numbers."""
        cards = self._web.view.cards
        pages = [cards[start:end] for start, end in zip(begins, [*begins[1:], None], strict=True)]
        cut = cut_at(self._web, pages)
        drawings = []
        for number, page in enumerate(pages, 1):
            sized = self._sized(page_view(self._web, page, cut))
            place = sheet(sized.view, self._paper, self._theme, first=number == 1)
            layout = self._layout(sized, way, place.room)
            scene = sheet_scene(place, sized, layout, self._theme, number, len(pages))
            drawings.append(Drawing(sized.view, layout, scene))
        return drawings
