"""Lines that fan out from a joint."""

from __future__ import annotations

from itertools import pairwise

import pytest

from argmap.layout import Arrow, Box, Diagram, Layout, Route, arrange
from argmap.layout.fans import LEAST, UPRIGHT, upright


def gathered(premises: int, joints: int = 1) -> Layout:
    """So many premises of joints that all lead to one claim, each with a reason of its own."""
    boxes = [Box("m", 200, 60)]
    boxes += [Box(f"j{n}", 70, 20, None, True) for n in range(joints)]
    arrows = [Arrow(f"j{n}", f"j{n}", "m") for n in range(joints)]
    for n in range(premises):
        boxes.append(Box(f"p{n}", 200, 60))
        arrows.append(Arrow(f"p{n}", f"p{n}", f"j{n % joints}"))
    return arrange(Diagram(tuple(boxes), tuple(arrows)), direction="up")


def nearest(layout: Layout) -> float:
    """How near two lines of the premises that lead aside the same way come, half-way up."""
    at: dict[bool, list[float]] = {True: [], False: []}
    steep: dict[bool, float] = {True: 1e9, False: 1e9}
    for route in layout.routes:
        if route.id.startswith("p"):
            bent = [each for each in pieces(route) if abs(each[0][0] - each[3][0]) > 1]
            if not bent:
                continue
            (curve,) = bent
            across = curve[3][0] - curve[0][0]
            slope = (curve[3][1] + curve[2][1] - curve[1][1] - curve[0][1]) / (2 * across)
            at[across > 0].append((curve[0][0] + curve[3][0]) / 2)
            steep[across > 0] = min(steep[across > 0], abs(slope))
    gaps = [
        (b - a) * steep[way] for way, middles in at.items() for a, b in pairwise(sorted(middles))
    ]
    return min(gaps)


def pieces(route: Route) -> list[tuple[tuple[float, float], ...]]:
    """The curves of a route."""
    return [route.points[n : n + 4] for n in range(0, len(route.points) - 1, 3)]


def test_lines_of_a_wide_joint_keep_apart() -> None:
    """Else eight of them are drawn on top of each other where they run most aside."""
    assert nearest(gathered(9)) > 4
    assert nearest(gathered(8)) > 4


def test_a_narrow_joint_changes_nothing() -> None:
    """Else lines that are far enough apart lose their upright ends."""
    (first, *_) = pieces(gathered(2).routes[1])
    (x, y), (_, control), _, (_, end) = first
    assert x != first[3][0]
    assert (control - y) / (end - y) == pytest.approx(UPRIGHT)


def test_curves_are_as_upright_as_their_height_allows() -> None:
    """Else a strip without height divides by it, or a curve turns back."""
    assert upright(0, 10) == UPRIGHT
    assert upright(60, 0) == UPRIGHT
    assert upright(60, 30) == 0.5
    assert upright(60, 1_000) == LEAST
