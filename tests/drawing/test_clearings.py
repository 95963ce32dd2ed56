"""Signs of lines keep clear of each other and of titles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import hypot

import pytest

from argmap import ArgumentMap
from argmap.drawing.clearings import CLEAR, Clearings
from argmap.drawing.compose import map_items
from argmap.drawing.scene import Group, Item, Rect
from argmap.drawing.sizes import diagram, measure
from argmap.drawing.theme import theme
from argmap.drawing.view import view
from argmap.layout import Direction, arrange
from tests.benchmarks.drawings.generate import Kind, generate


def wishes(*xs: float) -> Iterator[tuple[float, float]]:
    """Places on a line."""
    return iter([(x, 10.0) for x in xs])


def test_a_sign_goes_further_for_another() -> None:
    """Else two signs of one card touch, and neither can be told from the other."""
    clear = Clearings([])
    assert clear.place(wishes(10, 14), 5) == (10, 10)
    assert clear.place(wishes(16, 20, 10 + 10 + CLEAR, 30), 5) == (23, 10)
    assert clear.place(wishes(24, 25), 5) == (24, 10)  # no room at all: as if alone


def test_a_sign_goes_further_for_a_title() -> None:
    """Else it covers the first letters of a group's name."""
    clear = Clearings([Rect(x=60, y=0, width=90, height=18)])
    assert clear.place(wishes(61, 54, 40, 30), 6) == (40, 10)
    assert clear.place(iter([(100.0, -10.0)]), 6) == (100, -10)
    assert clear.place(iter([(140.0, 30.0), (0.0, 0.0)]), 6) == (140, 30)


def shapes(map: ArgumentMap, direction: Direction) -> tuple[list[Rect], list[Rect]]:
    """The signs on the lines of a map's drawing, and the grounds of its groups' titles."""
    look = theme("light")
    sized = measure(view(map), look)
    layout = arrange(diagram(sized), direction=direction, spacing=look.spacing)
    lines = next(each for each in map_items(sized, layout, (0, 0), look) if hidden(each))
    assert isinstance(lines, Group)
    signs = [each.items[0] for each in lines.items if isinstance(each, Group) and each.hidden]
    return [each for each in signs if isinstance(each, Rect)], [
        each for each in lines.items if isinstance(each, Rect)
    ]


def hidden(item: Item) -> bool:
    """Whether an item is a group that isn't read aloud."""
    return isinstance(item, Group) and item.hidden


@pytest.mark.parametrize("direction", ["up", "left"])
@pytest.mark.parametrize("kind", ["D", "G"])
def test_no_sign_touches_another_or_a_title(kind: Kind, direction: Direction) -> None:
    """Else in a usual map with groups a sign stands on a title, or two tails have one blot of signs."""
    for count, seed in ((20, 3), (20, 5), (100, 2)):
        signs, titles = shapes(generate(kind, count, seed), direction)
        middles = [(each.x + each.width / 2, each.y + each.height / 2) for each in signs]
        assert len(signs) >= count
        for (x, y), (a, b) in combinations(middles, 2):
            assert hypot(x - a, y - b) > signs[0].width + 1
        for x, y in middles:
            for title in titles:
                aside = max(title.x - x, x - title.x - title.width)
                assert max(aside, title.y - y, y - title.y - title.height) > signs[0].width / 2
