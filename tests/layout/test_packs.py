"""Neighbours that hang on one node alone move as one, and keep all distances."""

from __future__ import annotations

from itertools import pairwise

import pytest

from argmap.layout import Arrow, Box, Diagram, arrange
from argmap.layout.packs import packs
from argmap.layout.relax import Stretch, shortened


def test_a_pack_is_one_node_with_all_of_its_strength() -> None:
    """Else a large tree's leaves are moved one by one, or too weakly."""
    rows = [
        [Stretch((0,), (0.0,), -1, -1, (0.0, 0.0))],
        [Stretch((1, 2, 3, 4), (0.0, 10.0, 30.0, 40.0), 7, 8, (5.0, 6.0))],
    ]
    pulls = [
        [(1, 1.0), (2, 1.0), (3, 1.0)],
        [(0, 1.0)],
        [(0, 1.0)],
        [(0, 1.0), (5, 1.0)],
        [(5, 1.0)],
        [(3, 1.0), (4, 1.0)],
        [],
    ]
    lean = packs(rows, pulls)
    assert lean.rows[0] == rows[0]
    assert lean.rows[1] == [Stretch((1, 3, 4), (0.0, 25.0, 35.0), 7, 8, (10.0, 6.0))]
    assert lean.pulls[0] == [(3, 1.0), (1, 2.0)]
    assert lean.pulls[1] == [(0, 2.0)]
    assert lean.pulls[3:] == pulls[3:]
    place = lean.entered([0.0, 4.0, 24.0, 50.0, 60.0, 0.0, 0.0, 0.0, 100.0])
    assert place[1] == 14.0
    assert lean.left(place)[1:4] == [9.0, 19.0, 50.0]


def test_packs_keep_off_walls_on_both_sides() -> None:
    """Else leaves at the end of a row stand in a frame's side."""
    stretch = Stretch((1, 2), (0.0, 30.0), 3, 4, (5.0, 6.0))
    for head, ends in ((-500.0, (-15.0, 15.0)), (500.0, (14.0, 44.0))):
        rows, pulls = [[stretch]], [[(1, 1.0), (2, 1.0)], [(0, 1.0)], [(0, 1.0)], [], []]
        lean = packs(rows, pulls)
        place = lean.entered([head, 0.0, 30.0, -20.0, 50.0])
        left = lean.left(shortened(place, lean.rows, lean.pulls, 4))
        assert tuple(left[1:3]) == ends


def test_a_large_tree_keeps_its_distances(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else boxes of a large tree overlap, or its lines get longer."""
    boxes = [Box(f"b{i}", 100 + i % 7 * 20, 50) for i in range(450)]
    arrows = [Arrow(f"a{i}", f"b{i}", f"b{i * 11 % (i // 3 + 1)}") for i in range(1, 450)]
    diagram = Diagram(tuple(boxes), tuple(arrows))
    layout = arrange(diagram, direction="up")
    rows: dict[float, list[tuple[float, float]]] = {}
    for box in layout.boxes:
        rows.setdefault(box.y, []).append((box.x, box.x + box.width))
    for each in rows.values():
        for (_, end), (begin, _) in pairwise(sorted(each)):
            assert begin - end >= 24 - 1e-6
    without = packs([], ())
    monkeypatch.setattr(
        "argmap.layout.coordinates.packs",
        lambda rows, pulls: without._replace(rows=rows, pulls=pulls),
    )
    other = arrange(diagram, direction="up")
    length, before = (
        sum([abs(a[0] - b[0]) for route in each.routes for a, b in pairwise(route.points[::3])])
        for each in (layout, other)
    )
    assert length <= 1.02 * before
