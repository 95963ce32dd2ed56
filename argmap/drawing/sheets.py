"""One page of a drawing put together: a head, its part of the map, the legend, its number."""

from __future__ import annotations

from attrs import evolve, frozen

from ..layout.diagram import Layout
from .compose import map_items
from .legend import legend, title
from .paper import LARGEST
from .scene import Group, Item, Rect, Scene, Text, Words
from .sizes import Sized, leading
from .text import shorten, width
from .theme import Theme
from .view import View

__all__ = ["Sheet", "pile", "sheet", "sheet_scene"]

GAP = 16.0
"""Between the pages of a pile, and between the parts of a page."""

FOLIO = 60.0
"""The room for a page's number beside the legend."""


@frozen
class Sheet:
    """The room of a page: its own size, and the corner and size of what is left for the map."""

    width: float
    height: float
    top: float
    room: tuple[float, float]
    heading: Text | None
    key: Group | None


def sheet(view: View, paper: tuple[float, float], theme: Theme, *, first: bool) -> Sheet:
    """The room on a page, as wide and high as ``paper``, for what ``view`` shows.

    The first page has the title, others a small one.
    """
    margin = theme.margin
    across = max(paper[0] - 2 * margin, 1.0)
    line = leading(theme.note_size)
    if first:
        heading, above = title(view.title, margin, margin, across, theme)
    else:
        heading, above = _running(view.title, margin, across, theme), float(line)
    top = margin + above + (14 if heading else 0)
    key, _, below = legend(view, margin, 0.0, across - FOLIO, theme)
    bottom = paper[1] - margin - max(below, line) - GAP
    return Sheet(*paper, top, (across, max(bottom - top, 1.0)), heading, key)


def _running(text: str, margin: float, across: float, theme: Theme) -> Text | None:
    """The title, small and on one line."""
    shown = shorten(text, across, theme.note_size, bold=True)
    if not shown:
        return None
    base = margin + theme.note_size
    line = Words(x=margin, y=base, text=shown, width=width(shown, theme.note_size, bold=True))
    return Text(lines=(line,), size=theme.note_size, fill="muted", bold=True)


def sheet_scene(
    room: Sheet, sized: Sized, layout: Layout, theme: Theme, number: int, count: int
) -> Scene:
    """The scene of page ``number`` of ``count``; it is as large as its paper, and shrinks what is too large."""
    view = sized.view
    across, down = room.room
    zoom = min(1.0, across / max(layout.width, 1.0), down / max(layout.height, 1.0))
    left = theme.margin + (across - layout.width * zoom) / 2
    drawn = map_items(sized, layout, (0.0, 0.0), theme)
    items: list[Item] = [Rect(x=0, y=0, width=room.width, height=room.height, fill="background")]
    items += [room.heading] if room.heading else []
    items.append(Group(items=tuple(drawn), moved=(left, room.top), zoom=zoom))
    if room.key is not None:
        below = (0.0, room.top + down + GAP)
        items.append(Group(items=(room.key,), moved=below))
    items.append(_folio(f"{number} / {count}", room, theme))
    return Scene(
        width=room.width,
        height=room.height,
        title=view.title,
        description=view.description,
        language=view.language,
        items=tuple(items),
        theme=theme,
    )


def _folio(text: str, room: Sheet, theme: Theme) -> Text:
    """The page's number in the lower right corner."""
    long = width(text, theme.note_size)
    place = (room.width - theme.margin - long, room.height - theme.margin)
    line = Words(x=place[0], y=place[1], text=text, width=long)
    return Text(lines=(line,), size=theme.note_size, fill="muted")


def pile(pages: tuple[Scene, ...]) -> Scene:
    """All pages one below the other as one scene; in several columns if that is more than `LARGEST` high."""
    first = pages[0]
    across, down = (side * first.scale + GAP for side in (first.width, first.height))
    high = min(len(pages), max(int((LARGEST + GAP) // down), 1))
    columns = -(-len(pages) // high)
    width, height = across * columns - GAP, down * high - GAP
    ground = Rect(x=0, y=0, width=width, height=height, fill="panel_border")
    groups = [
        Group(
            items=page.items,
            role="group",
            label=f"Page {number + 1} of {len(pages)}",
            moved=(across * (number // high), down * (number % high)),
            zoom=page.scale,
        )
        for number, page in enumerate(pages)
    ]
    return evolve(first, width=width, height=height, items=(ground, *groups), scale=1.0)
