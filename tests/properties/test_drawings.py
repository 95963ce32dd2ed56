"""What holds of the drawing of every map: texts in their cards, lines clear of cards, cards apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.drawing.marks import Mark
from argmap.drawing.scene import Anchor, Group, Item, Path, Rect, Scene, Text
from argmap.strategies import maps

Area: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

SLACK = 0.6
"""Half a line's width: a line may touch a border."""


def items(group: Group | Anchor) -> Iterator[Item]:
    """Everything in a group, those in groups within it too."""
    for item in group.items:
        yield item
        if isinstance(item, Group | Anchor):
            yield from items(item)


def area(rect: Rect) -> Area:
    """A rectangle's sides."""
    return (rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)


def cards(scene: Scene) -> dict[str, Group]:
    """The groups of all cards, by the ids of what they show."""
    (shown,) = [each for each in scene.items if isinstance(each, Group) and each.role == "list"]
    return {each.id.removeprefix("card-"): each for each in shown.items if isinstance(each, Group)}


def border(card: Group) -> Area:
    """A card's own rectangle."""
    rect = card.items[0]
    assert isinstance(rect, Rect)
    return area(rect)


def overlap(one: Area, other: Area, slack: float = 0.01) -> bool:
    """Whether two areas share more than a border."""
    return (
        one[0] + slack < other[2]
        and other[0] + slack < one[2]
        and one[1] + slack < other[3]
        and other[1] + slack < one[3]
    )


def words(card: Group) -> Iterator[Area]:
    """The areas of all lines of text of a card."""
    for text in items(card):
        if isinstance(text, Text):
            for line in text.lines:
                left = line.x - line.width if text.rtl else line.x
                yield (left, line.y - text.size * 0.8, left + line.width, line.y + text.size * 0.25)


def flat(path: Path, pieces: int = 16) -> Iterator[tuple[float, float]]:
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


def strokes(scene: Scene) -> Iterator[Path]:
    """All lines and heads, not the strokes of signs."""
    for group in scene.items:
        if isinstance(group, Group) and group.hidden:
            yield from [item for item in group.items if isinstance(item, Path)]


marks = st.builds(
    Mark, st.sampled_from([None, "accepted", "rejected", "undecided"]), st.none() | st.floats(0, 1)
)


@pytest.mark.parametrize("direction", ["up", "down", "left", "right"])
@settings(max_examples=25)
@given(maps(max_claims=8), st.data())
def test_nothing_is_where_it_must_not_be(
    direction: argmap.layout.Direction, map: argmap.ArgumentMap, data: st.DataObject
) -> None:
    """A text outside its card, a line through one, or a card over another makes a picture unreadable."""
    told = {id: data.draw(marks) for id in list(map)[: data.draw(st.integers(0, 3))]}
    scene = argmap.draw(map, direction=direction, marks=told).scene
    shown = cards(scene)
    assert set(shown) == {*[claim.id for claim in map.claims], *[issue.id for issue in map.issues]}
    borders = {id: border(card) for id, card in shown.items()}
    page = (0.0, 0.0, scene.width, scene.height)
    for id, card in shown.items():
        left, top, right, bottom = borders[id]
        assert page[0] <= left <= right <= page[2]
        assert page[1] <= top <= bottom <= page[3]
        lines = list(words(card))
        for line in lines:
            assert left + 5 <= line[0] <= line[2] <= right - 5, id
            assert top + 2 <= line[1] <= line[3] <= bottom - 2, id
        assert not any(overlap(a, b) for a, b in combinations(lines, 2)), id
    assert not any(overlap(a, b) for a, b in combinations(borders.values(), 2))
    for stroke in strokes(scene):
        for x, y in flat(stroke):
            for id, (left, top, right, bottom) in borders.items():
                within = left + SLACK < x < right - SLACK and top + SLACK < y < bottom - SLACK
                assert not within, f"a line runs through {id}"
