"""What holds of every drawing: cards apart and on the page, texts in their cards, lines clear of cards, names for all that is seen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any, TypeAlias

from ..drawing import Drawing, draw
from ..drawing.scene import Anchor, Group, Item, Path, Rect, Scene, Text
from ..model import ArgumentMap

__all__ = ["check_drawing"]

Area: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_SLACK = 0.6
"""Half a line's width: a line may touch a border."""


def check_drawing(drawing: ArgumentMap | Drawing, **options: Any) -> Drawing:
    """The drawing of a map, by the ``options`` of `argmap.draw`, or the one that is given.

    Raises AssertionError where cards overlap or leave the page, a text leaves its card or lies on another, a line runs through
    a card, or something that is seen has no name for those who can't see it.

    >>> from argmap import Draft
    >>> draft = Draft()
    >>> co_ops = draft.claim("Co-ops are good.")
    >>> len(check_drawing(draft.map(), direction="up").view.cards)
    1
    """
    drawn = draw(drawing, **options) if isinstance(drawing, ArgumentMap) else drawing
    if faults := list(_faults(drawn)):
        raise AssertionError("the drawing is unsound:\n  " + "\n  ".join(faults))
    return drawn


def _faults(drawing: Drawing) -> Iterator[str]:
    scene = drawing.scene
    shown = _cards(scene)
    borders = {id: _border(card) for id, card in shown.items()}
    missing = [card.id for card in drawing.view.cards if card.id not in shown]
    yield from [f"{id!r} has no card" for id in missing]
    for id, card in shown.items():
        if not _within(borders[id], (0.0, 0.0, scene.width, scene.height)):
            yield f"the card {id!r} leaves the page"
        yield from [f"the card {id!r} {fault}" for fault in _text_faults(card, borders[id])]
        if not card.label:
            yield f"the card {id!r} has no name for screen readers"
    for (one, a), (other, b) in combinations(borders.items(), 2):
        if _overlap(a, b):
            yield f"the cards {one!r} and {other!r} overlap"
    for stroke in _strokes(scene):
        yield from [f"a line runs through {id!r}" for id in _crossed(stroke, borders)]
    if not scene.title and not scene.description:
        yield "the drawing has neither title nor description"


def _text_faults(card: Group, border: Area) -> Iterator[str]:
    lines = list(_words(card))
    inner = (border[0] + 5, border[1] + 2, border[2] - 5, border[3] - 2)
    if not all(_within(line, inner) for line in lines):
        yield "has a text that leaves it"
    if any(_overlap(a, b) for a, b in combinations(lines, 2)):
        yield "has texts that lie on each other"


def _crossed(stroke: Path, borders: dict[str, Area]) -> list[str]:
    """The cards that a line runs through."""
    points = list(_flat(stroke))
    return [
        id
        for id, (left, top, right, bottom) in borders.items()
        if any(
            left + _SLACK < x < right - _SLACK and top + _SLACK < y < bottom - _SLACK
            for x, y in points
        )
    ]


def _items(group: Group | Anchor) -> Iterator[Item]:
    """Everything in a group, those in groups within it too."""
    waiting: list[Item] = list(group.items)
    for item in waiting:  # it grows by what is within
        yield item
        if isinstance(item, Group | Anchor):
            waiting += item.items


def _cards(scene: Scene) -> dict[str, Group]:
    """The groups of all cards, by the ids of what they show."""
    lists = [each for each in scene.items if isinstance(each, Group) and each.role == "list"]
    cards = [each for shown in lists for each in shown.items if isinstance(each, Group)]
    return {card.id.removeprefix("card-"): card for card in cards}


def _border(card: Group) -> Area:
    """A card's own rectangle."""
    (rect,) = [item for item in card.items[:1] if isinstance(item, Rect)]
    return (rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)


def _words(card: Group) -> Iterator[Area]:
    """The areas of all lines of text of a card."""
    for text in _items(card):
        if isinstance(text, Text):
            for line in text.lines:
                left = line.x - line.width if text.rtl else line.x
                yield (left, line.y - text.size * 0.8, left + line.width, line.y + text.size * 0.25)


def _within(inner: Area, outer: Area) -> bool:
    """Whether an area, sound itself, lies in another."""
    return (
        outer[0] <= inner[0] <= inner[2] <= outer[2]
        and outer[1] <= inner[1] <= inner[3] <= outer[3]
    )


def _overlap(one: Area, other: Area, slack: float = 0.01) -> bool:
    """Whether two areas share more than a border."""
    return (
        one[0] + slack < other[2]
        and other[0] + slack < one[2]
        and one[1] + slack < other[3]
        and other[1] + slack < one[3]
    )


def _flat(path: Path, pieces: int = 16) -> Iterator[tuple[float, float]]:
    """Points along a path."""
    x = y = 0.0
    for command, at in path.moves:
        if command == "C":
            ax, ay, bx, by, cx, cy = at
            for piece in range(1, pieces + 1):
                t = piece / pieces
                u = 1 - t
                a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
                yield (a * x + b * ax + c * bx + d * cx, a * y + b * ay + c * by + d * cy)
            x, y = cx, cy
        elif command in ("M", "L"):
            steps = pieces if command == "L" else 1
            for step in range(1, steps + 1):
                yield (x + (at[0] - x) * step / steps, y + (at[1] - y) * step / steps)
            x, y = at


def _strokes(scene: Scene) -> Iterator[Path]:
    """All lines and heads, not the strokes of signs."""
    for group in scene.items:
        if isinstance(group, Group) and group.hidden:
            yield from [item for item in group.items if isinstance(item, Path)]
