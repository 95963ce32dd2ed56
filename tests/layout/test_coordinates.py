"""Places: trees, straight lines, ports, frames and pages as a person would want them."""

from __future__ import annotations

import gc
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Frame, Layout, Place, Spacing, arrange
from argmap.layout.cycles import turned
from argmap.layout.graph import numbered
from argmap.layout.items import items
from argmap.layout.longedges import layered_graph
from argmap.layout.ordering import ordered
from argmap.layout.ranks import links, ranks
from argmap.layout.shelves import shelved
from argmap.layout.sides import bounded
from argmap.layout.straighten import straightened
from argmap.pause import no_garbage
from tests.profiles import examples


def laid(count: int, pairs: list[tuple[int, int]], engine: str = "layered") -> Layout:
    """Cards by number and arrows (tail, head), conclusions on top."""
    boxes = [Box(f"b{i}", 200, 60) for i in range(count)]
    arrows = [Arrow(f"a{i}", f"b{a}", f"b{b}") for i, (a, b) in enumerate(pairs)]
    return arrange(Diagram(tuple(boxes), tuple(arrows)), direction="up", engine=engine)


def centre(place: Place) -> float:
    """The middle of a place, across."""
    return place.x + place.width / 2


@st.composite
def trees(draw: st.DrawFn) -> list[tuple[int, int]]:
    """A tree with box 0 on top."""
    count = draw(st.integers(1, 25))
    return [(child, draw(st.integers(0, child - 1))) for child in range(1, count)]


@settings(max_examples=examples(60))
@given(trees())
def test_every_parent_of_a_tidy_tree_is_centred(pairs: list[tuple[int, int]]) -> None:
    """Else the tree engine doesn't do the one thing it is for, or branches are torn apart."""
    layout = laid(len(pairs) + 1, pairs, "tree")
    children: dict[int, list[float]] = {}
    for child, parent in pairs:
        children.setdefault(parent, []).append(centre(layout.boxes[child]))
    for parent, places in children.items():
        middle = (min(places) + max(places)) / 2
        assert centre(layout.boxes[parent]) == pytest.approx(middle)
        assert places == sorted(places)
    assert layout.crossings == 0


def test_small_branches_spread_evenly_between_large_ones() -> None:
    """Else small branches cling to the left one of two large ones."""
    fans = [(5 + i, 1) for i in range(6)] + [(11 + i, 4) for i in range(6)]
    layout = laid(17, [(1, 0), (2, 0), (3, 0), (4, 0), *fans], "tree")
    places = [centre(layout.boxes[each]) for each in (1, 2, 3, 4)]
    gaps = [b - a for a, b in pairwise(places)]
    assert gaps[0] == pytest.approx(gaps[1])
    assert gaps[1] == pytest.approx(gaps[2])


def test_wide_trees_are_packed_closer_than_tidy_ones() -> None:
    """Else large trees are half again as wide as they need be."""
    pairs = [(child, (child - 1) * 7919 % child // (1 + child % 3)) for child in range(1, 400)]
    layered, tidy = laid(400, pairs), laid(400, pairs, "tree")
    assert layered.width < tidy.width * 0.95
    assert layered.crossings == tidy.crossings == 0


def test_a_long_arrow_is_straight_where_there_is_room() -> None:
    """Else a line past three rows wriggles."""
    layout = laid(6, [(1, 0), (2, 1), (3, 2), (4, 0), (5, 3), (5, 4)])
    route = layout.routes[5]
    assert len({round(x, 3) for x, _ in route.points[3:-3]}) <= 2
    tall = laid(5, [(1, 0), (2, 1), (3, 2), (4, 3), (4, 0)])
    lines = [{round(x, 3) for x, _ in route.points} for route in tall.routes]
    assert [len(line) for line in lines[:4]] == [1, 1, 1, 1]


def test_ports_keep_their_distance_and_order() -> None:
    """Else two signs lie on each other, or two arrows to the same box cross."""
    layout = laid(4, [(1, 0), (1, 0), (2, 0), (0, 3), (1, 3), (2, 3), (3, 0)])
    for index, box in enumerate(layout.boxes):
        for side in (box.y, box.y + box.height):
            ends = sorted(
                [
                    x
                    for route in layout.routes
                    for x, y in (route.points[0], route.points[-1])
                    if y == side and box.x <= x <= box.x + box.width
                ]
            )
            assert all(b - a >= 16 - 1e-6 for a, b in pairwise(ends)), index


def test_a_crowded_box_still_has_room_for_all() -> None:
    """Else the arrows of a claim with fifty reasons end beside it."""
    layout = laid(51, [(child, 0) for child in range(1, 51)])
    main = layout.boxes[0]
    ends = [route.points[-1][0] for route in layout.routes]
    assert ends == sorted(ends)
    assert len(set(ends)) == 50
    assert main.x < ends[0]
    assert ends[-1] < main.x + main.width


def test_loops_stand_beside_their_box() -> None:
    """Else a claim that attacks itself looks as if it didn't."""
    boxes = (Box("a", 100, 60), Box("b", 100, 60))
    arrows = tuple([Arrow(str(i), "a", "a") for i in range(3)])
    layout = arrange(Diagram(boxes, (*arrows, Arrow("x", "b", "a"))), direction="up")
    widths = []
    for route in layout.routes[:3]:
        start, out, back, end = route.points
        assert start[0] == end[0] == layout.boxes[0].x + 100
        assert layout.boxes[0].y <= start[1] < end[1] <= layout.boxes[0].y + 60
        assert out[0] == back[0] > start[0] + 15
        widths.append(out[0])
    assert widths == sorted(widths)
    assert len(set(widths)) == 3
    assert centre(layout.boxes[0]) == pytest.approx(centre(layout.boxes[1]))


def test_frames_fit_their_content_and_title() -> None:
    """Else a frame is loose around its boxes, or its title runs out of it."""
    for width, height in ((50.0, 20.0), (600.0, 20.0)):
        diagram = Diagram((Box("a", 100, 40, "f"),), (), (Frame("f", None, width, height),))
        layout = arrange(diagram, direction="up")
        frame, box = layout.frames[0], layout.boxes[0]
        assert frame.width == pytest.approx(max(128, width))
        assert frame.height == pytest.approx(14 + 20 + 40 + 14)
        assert box.y == pytest.approx(frame.y + 34)
        sideways = arrange(diagram, direction="left").frames[0]
        assert (sideways.width, sideways.height) == pytest.approx((frame.width, frame.height))


def test_an_empty_frame_has_a_place() -> None:
    """Else a group without claims is lost, or lies on another one."""
    frames = (Frame("e", None, 80, 20), Frame("o"), Frame("i", "o", 60, 20))
    layout = arrange(Diagram((Box("a", 50, 20, "o"),), (), frames), direction="up")
    e, o, i = layout.frames
    assert min(e.width, e.height, i.width, i.height) > 20
    assert o.x < i.x
    assert i.x + i.width < o.x + o.width
    assert e.x >= o.x + o.width or e.y >= o.y + o.height or o.y >= e.y + e.height


def test_rows_move_apart_where_lines_lead_far_aside() -> None:
    """Else many long lines lie almost flat on each other."""
    near, far = laid(3, [(1, 0), (2, 0)]), laid(15, [(child, 0) for child in range(1, 15)])
    assert near.boxes[1].y == pytest.approx(60 + 44)
    assert far.boxes[1].y > 60 + 60


def test_rows_of_a_large_tree_stand_as_near_as_others() -> None:
    """Else the lines of a tree of a hundred are a twelfth longer than they need be."""
    far = laid(90, [(child, 0) for child in range(1, 90)])
    assert far.boxes[1].y == pytest.approx(60 + 44)


sizes = st.lists(st.tuples(st.integers(1, 90), st.integers(1, 90)), max_size=25)


@given(sizes, st.integers(0, 20), st.integers(0, 1 << 25))
def test_parts_on_shelves_keep_apart(sizes: list[tuple[int, int]], gap: int, which: int) -> None:
    """Else two debates on one page run into each other, or into the claims that stand alone."""
    shelves = shelved(sizes, gap, [bool(which >> each & 1) for each in range(len(sizes))], gap)
    for (one, (a, b)), (other, (c, d)) in combinations(zip(shelves.corners, sizes, strict=True), 2):
        beside = one[0] + a + gap <= other[0] or other[0] + c + gap <= one[0]
        assert beside or one[1] + b + gap <= other[1] or other[1] + d + gap <= one[1]
    for (x, y), (width, height) in zip(shelves.corners, sizes, strict=True):
        assert x + width <= shelves.width
        assert y + height <= shelves.height


def test_small_parts_stand_in_columns_beside_a_large_one() -> None:
    """Else a page of one debate and ten lone claims is a very long strip."""
    shelves = shelved([(500, 400), *[(100, 50)] * 6], 20)
    assert shelves.corners[1:4] == ((520, 0), (520, 70), (520, 140))
    assert shelves.height == 400


def test_a_part_may_stand_in_any_column_of_its_shelf() -> None:
    """Else what doesn't fit below the one before begins a shelf, and leaves a hole as large as itself."""
    shelves = shelved([(100, 50), (300, 400), (100, 200), (300, 40)], 20)
    assert [*shelves.corners] == [(0, 0), (120, 0), (0, 70), (0, 420)]
    wider = shelved([(100, 50), (300, 400), (110, 200), (900, 10)], 20)
    assert wider.corners[2] == (440, 0)  # the first column is closed and no wider than 100


def test_claims_that_nothing_ties_make_a_block_below() -> None:
    """Else they stand one below the other far right, or between the debates."""
    shelves = shelved(
        [(40, 30), (500, 300), *[(100, 50), (80, 60)] * 6], 48, [True, False] + [True] * 12, 24
    )
    alone = [shelves.corners[0], *shelves.corners[2:]]
    assert sorted({x for x, _ in alone}) == [0, 124, 248, 372, 496, 620, 744]
    assert [shelves.corners[1], *alone[:2]] == [(0, 0), (0, 348), (124, 348)]
    assert [y for _, y in alone] == sorted([y for _, y in alone])
    assert shelves.width / shelves.height == pytest.approx(1.6, abs=0.1)


def test_a_page_of_small_parts_has_a_good_shape() -> None:
    """Else two short debates and four claims alone are a strip as narrow as the widest of them."""
    trees, cards = [(180, 150), (230, 190)], [(170, 40), (210, 90), (170, 55), (210, 75)]
    shelves = shelved([*trees, *cards], 40, [False] * 2 + [True] * 4, 24)
    assert shelves.corners[1][1] == 0
    assert shelves.width >= shelves.height


def test_shelves_of_several_widths_are_tried() -> None:
    """Else the last of five debates begins a shelf of its own, though a page a little wider holds it."""
    shelves = shelved([(200, 440), (300, 430), (190, 250), (190, 240), (190, 240)], 48)
    assert {y for _, y in shelves.corners[:3]} == {0}
    assert shelves.width < 1.7 * shelves.height
    assert shelved([(200, 440), (300, 430), (190, 250), (190, 240)], 48, most=700).width <= 700


def test_a_few_claims_that_nothing_ties_make_a_row() -> None:
    """Else columns hold two cards further apart than their texts need."""
    sizes = [(200, 50), (50, 50), (60, 20), (400, 90)]
    shelves = shelved(sizes, 48, [True, True, True, False], 24)
    assert [*shelves.corners] == [(0, 138), (224, 138), (298, 138), (0, 0)]
    assert (shelves.width, shelves.height) == (400, 188)


def test_the_collector_is_left_as_it_was() -> None:
    """Else a drawing switches off a program's garbage collection for ever, or switches it on."""
    with no_garbage():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), no_garbage():
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        with no_garbage():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_a_program_has_frozen_stays_so() -> None:
    """Else a server that froze its values before it forked pays for all of them again."""
    gc.freeze()
    try:
        with no_garbage():
            pass
        assert gc.get_freeze_count() > 1_000
    finally:
        gc.unfreeze()


def test_a_parent_is_centred_in_a_map_with_cross_links() -> None:
    """Else only pure trees look calm."""
    layout = laid(9, [(1, 0), (2, 0), (3, 1), (4, 1), (5, 1), (6, 2), (7, 2), (5, 2), (8, 3)])
    for parent, children in ((1, (3, 5)), (2, (5, 7)), (0, (1, 2)), (3, (8, 8))):
        middle = sum(centre(layout.boxes[each]) for each in children) / 2
        assert centre(layout.boxes[parent]) == pytest.approx(middle), parent


def test_bends_are_put_on_one_line_above_the_lower_end() -> None:
    """Else long arrows keep the wriggles that least squares leaves."""
    boxes = tuple([Box(str(i), 100, 40) for i in range(4)])
    pairs = [(1, 0), (2, 1), (3, 2), (3, 0)]
    arrows = tuple([Arrow(str(i), str(a), str(b)) for i, (a, b) in enumerate(pairs)])
    graph = numbered(Diagram(boxes, arrows), "up", Spacing()).graph
    turns = turned(graph)
    linked = links(graph, turns)
    rows = layered_graph(graph, turns, ranks(graph, linked), Spacing())
    order = ordered(rows, graph, items(graph, linked, ranks(graph, linked)))
    room = bounded(rows, graph, order, Spacing())
    first, second = rows.chains[3][1:-1]
    side = 1.0 if order.rows[1].index(first) else -1.0
    place = [0.0] * len(rows.row)
    place[first], place[second], place[3] = 150.0 * side, 99.0 * side, 120.0 * side
    result = straightened(place, room, rows)
    assert result[first] == result[second] == 120.0 * side
    place[3], place[0] = 0.0, 130.0 * side
    result = straightened(place, room, rows)
    assert result[first] == result[second] == 130.0 * side
    place[0] = 0.0
    result = straightened(place, room, rows)
    assert result[first] == result[second]
    assert 62.0 < abs(result[first]) < 80.0
