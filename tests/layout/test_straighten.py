"""Bends of long arrows below one another, as a whole or piece by piece."""

from __future__ import annotations

import pytest

from argmap.layout.longedges import Layered
from argmap.layout.sides import Bounded
from argmap.layout.straighten import straightened


def beside(walls: list[tuple[float, float]], top: float, low: float) -> list[float]:
    """Where the bends of one long arrow end up, with a box on the left and the right of each.

    ``walls`` are the borders of those boxes; each bend stands half-way between at first. The arrow
    leads from ``top`` to ``low``.
    """
    count = len(walls)
    bends = tuple(range(2, 2 + count))
    chain = (0, *bends, 1)
    lefts = tuple(range(2 + count, 2 + 2 * count))
    rights = tuple(range(2 + 2 * count, 2 + 3 * count))
    place = [top, low, *[(a + b) / 2 for a, b in walls], *[a for a, _ in walls]]
    place += [b for _, b in walls]
    rows = ((0,), *zip(lefts, bends, rights, strict=True), (1,))
    size = len(place)
    layered = Layered(2, count + 2, (), (), (), (chain,), (), (), ())
    bounded = Bounded(size, rows, (0.0,) * size, (0.0,) * size, ())
    after = straightened(place, bounded, layered)
    assert after[2 + count :] == place[2 + count :]
    assert after[:2] == [top, low]
    return after[2 : 2 + count]


@pytest.mark.parametrize(
    ("walls", "top", "low", "expected"),
    [
        ([(0, 10), (5, 20)], 0, 8, [8, 8]),  # there is room above the lower end
        ([(0, 10), (5, 20)], 7, 90, [7, 7]),  # or else below the upper one
        ([(0, 10), (20, 30)], 4, 25, [4, 20]),  # two pieces, no wider aside than need be
        ([(0, 10), (3, 9), (20, 30), (25, 40)], 0, 0, [3, 3, 25, 25]),
        ([(20, 30), (0, 10), (5, 30)], 50, 7, [30, 10, 10]),
    ],
)
def test_bends_stand_in_as_few_pieces_as_there_is_room_for(
    walls: list[tuple[float, float]], top: float, low: float, expected: list[float]
) -> None:
    """Else a long line that can't be straight as a whole wriggles at every bend."""
    assert beside(walls, top, low) == expected


def test_a_bend_without_room_stays() -> None:
    """Else rounding moves it into what stands beside it."""
    assert beside([(10, 10), (10, 10)], 0, 0) == [10, 10]
