"""Columns: tops in rows, entries indented below what they bear on."""

from __future__ import annotations

from argmap.layout.columns import Column, Entry, columns
from argmap.layout.diagram import Box, Spacing

SPACING = Spacing()


def test_tops_stand_in_rows() -> None:
    """Forty theses one below the other would be a strip."""
    tops = [Box(f"t{n}", 500, 40) for n in range(4)]
    layout = columns(tops, [], [], SPACING)
    assert [place.y for place in layout.boxes] == [0, 0, 0, 40 + SPACING.between_parts]
    narrow = columns(tops, [], [], SPACING, 400)
    assert len({place.y for place in narrow.boxes}) == 4
    assert narrow.width == 500


def test_entries_are_indented_and_end_at_one_line() -> None:
    """Nobody would see what bears on what."""
    boxes = [Box("t", 100, 40), Box("a", 200, 40), Box("b", 80, 40), Box("c", 80, 40)]
    layout = columns(
        boxes,
        [Column("pros", "t", ("a",), 60, 20)],
        [Entry("b", "a", 0), Entry("c", "a", 1)],
        SPACING,
    )
    top, a, b, c = layout.boxes
    (frame,) = layout.frames
    assert a.x < b.x == c.x
    assert a.x + a.width == b.x + b.width == c.x + c.width
    assert a.y < b.y < c.y
    assert top.x + top.width / 2 == frame.x + frame.width / 2
    pros, first, second = layout.routes
    assert pros.points[0][1] == frame.y
    assert first.points[0] == (b.x, b.y + b.height / 2)
    assert second.points[-1][0] < first.points[-1][0]  # the later line runs further out
    assert first.points[-1][1] == a.y + a.height


def test_nothing_is_nothing() -> None:
    """An empty map is drawn as well."""
    layout = columns([], [], [], SPACING)
    assert (layout.width, layout.height) == (0, 0)


def tower(count: int) -> tuple[list[Box], list[Column], list[Entry]]:
    """A top with a pro below which stand so many others, each with one below it."""
    boxes = [Box("t", 100, 40), Box("a", 200, 40)]
    entries = []
    for number in range(count):
        boxes += [Box(f"b{number}", 200, 100), Box(f"c{number}", 200, 100)]
        entries += [Entry(f"b{number}", "a", 0), Entry(f"c{number}", f"b{number}", 1)]
    return boxes, [Column("pros", "t", ("a",), 60, 20)], entries


def test_long_columns_go_on_side_by_side() -> None:
    """A debate would be a strip, or its lines lead to another claim, or be wider than there is room."""
    layout = columns(*tower(20), SPACING)
    places = {place.id: place for place in layout.boxes}
    assert layout.height <= 1_600
    assert layout.width <= 1_600
    lefts = list(dict.fromkeys([places[f"b{number}"].x for number in range(20)]))
    assert len(lefts) == 4
    assert [places[f"b{number}"].y for number in range(20)].count(places["b0"].y) == 4
    head, (frame,) = places["a"], layout.frames
    assert head.x + head.width == places["b19"].x + places["b19"].width
    assert head.x + head.width < frame.x + frame.width
    for entry, route in zip(tower(20)[2], layout.routes[1:], strict=True):
        above = places[entry.head]
        x, y = route.points[-1]
        assert y == above.y + above.height
        assert above.x < x < above.x + above.width
        assert x < places[entry.id].x


def test_columns_stay_whole_where_there_is_no_room() -> None:
    """The drawing would be wider than it may."""
    narrow = columns(*tower(20), SPACING, 400)
    assert narrow.width < 400
    assert narrow.height > 4_000
    assert columns(*tower(4), SPACING).height < 1_600
