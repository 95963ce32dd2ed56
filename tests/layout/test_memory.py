"""Layouts that follow an earlier one: what was there stays where it was, as far as that is right."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Direction, Frame, Layout, Spacing
from argmap.layout.layered import layered, tree
from tests.profiles import examples

SPACING = Spacing()


def web(count: int, framed: bool = False) -> Diagram:
    """A map with many cross-links, of cards of several heights."""
    boxes = [
        Box(f"b{i}", 200.0, 50.0 + i * 7 % 40, "f" if framed and i in (4, 9, 10) else None)
        for i in range(count)
    ]
    pairs = [(i, (i - 1) * 7 % i // 2) for i in range(1, count)]
    pairs += [(i, i * 5 % (i // 2 + 1)) for i in range(4, count, 3)]
    arrows = [Arrow(f"a{i}", f"b{a}", f"b{b}") for i, (a, b) in enumerate(pairs)]
    return Diagram(tuple(boxes), tuple(arrows), (Frame("f", None, 60.0, 20.0),) if framed else ())


def with_reason(diagram: Diagram, head: str) -> Diagram:
    """The diagram with one more box, at the end, that points to ``head``."""
    box, arrow = Box("new", 200.0, 70.0), Arrow("new", "new", head)
    return evolve(diagram, boxes=(*diagram.boxes, box), arrows=(*diagram.arrows, arrow))


def middles(layout: Layout) -> dict[str, float]:
    """The middle of every box across the rows, by its id."""
    return {place.id: place.x + place.width / 2 for place in layout.boxes}


def rows(layout: Layout) -> list[list[str]]:
    """The ids in each row of an upright layout, from left to right."""
    found: dict[float, list[tuple[float, str]]] = {}
    for place in layout.boxes:
        found.setdefault(place.y, []).append((place.x, place.id))
    return [[id for _, id in sorted(row)] for _, row in sorted(found.items())]


def same(one: Layout, other: Layout) -> bool:
    """Whether two layouts are the same but for the last digits of their numbers."""
    ends = [
        [x for route in each.routes for at in route.points for x in at] for each in (one, other)
    ]
    places = [[(at.x, at.y) for at in (*each.boxes, *each.frames)] for each in (one, other)]
    return (
        ends[0] == pytest.approx(ends[1])
        and len(places[0]) == len(places[1])
        and all(a == pytest.approx(b) for a, b in zip(*places, strict=True))
    )


def order_kept(before: Layout, after: Layout) -> bool:
    """Whether what stood left of something in its row still does."""
    at = middles(after)
    return all(
        [at[id] for id in row if id in at] == sorted([at[id] for id in row if id in at])
        for row in rows(before)
    )


@settings(max_examples=examples(25))
@given(st.integers(2, 45), st.booleans(), st.sampled_from(["up", "left"]))
def test_what_did_not_change_does_not_move(count: int, framed: bool, direction: Direction) -> None:
    """Else a drawing wanders a little with every run that remembers the one before."""
    diagram = web(max(count, 11 if framed else 2), framed)
    before = layered(diagram, direction, SPACING)
    assert same(layered(diagram, direction, SPACING, before), before)


def test_a_new_reason_leaves_the_others_in_order() -> None:
    """Else a map turns into another picture whenever somebody answers."""
    kept = []
    for count in (5, 12, 19, 33, 40):
        diagram = web(count)
        before = layered(diagram, "up", SPACING)
        for head in range(0, count, 3):
            after = layered(with_reason(diagram, f"b{head}"), "up", SPACING, before)
            kept.append(order_kept(before, after))
    assert sum(kept) >= 0.95 * len(kept)


def test_less_moves_than_without_memory() -> None:
    """Else the memory costs time for nothing."""
    totals = {"with": 0.0, "without": 0.0}
    for head in range(0, 40, 5):
        diagram = web(40)
        before = layered(diagram, "up", SPACING)
        more = with_reason(diagram, f"b{head}")
        old = middles(before)
        for name, previous in (("with", before), ("without", None)):
            new = middles(layered(more, "up", SPACING, previous))
            moves = sorted([new[id] - at for id, at in old.items()])
            whole = moves[len(moves) // 2]
            totals[name] += sum([abs(move - whole) for move in moves])
    assert totals["with"] < 0.6 * totals["without"]


def test_an_order_much_worse_than_the_best_is_given_up() -> None:
    """Else a first bad picture is kept for ever."""
    boxes = tuple([Box(str(i), 100.0, 40.0) for i in range(13)])
    arrows = tuple([Arrow(str(i), str(i), str(max(i - 6, 0))) for i in range(1, 13)])
    diagram = Diagram(boxes, arrows)
    before = layered(diagram, "up", SPACING)
    mirrored = evolve(
        before,
        boxes=tuple([at._replace(x=-at.x) if int(at.id) > 6 else at for at in before.boxes]),
    )
    assert layered(diagram, "up", SPACING, mirrored).crossings == 0


def test_the_order_outlives_a_turn_of_the_page() -> None:
    """Else a map that outgrows its upright page is also shuffled."""
    diagram = web(20)
    before = layered(diagram, "up", SPACING)
    after = layered(diagram, "left", SPACING, before)
    down = {place.id: place.y + place.height / 2 for place in after.boxes}
    for row in rows(before):
        assert [down[id] for id in row] == sorted([down[id] for id in row])
    again = layered(diagram, "up", SPACING, after)
    assert rows(again) == rows(before)


def test_a_new_first_reason_stands_before_the_others() -> None:
    """Else the author's order is lost for what comes later."""
    boxes = tuple([Box(each, 100.0, 40.0) for each in "mabc"])
    arrows = tuple([Arrow(each, each, "m") for each in "abc"])
    before = layered(Diagram(boxes, arrows), "up", SPACING)
    more = Diagram(
        (boxes[0], Box("x", 100.0, 40.0), *boxes[1:], Box("y", 100.0, 40.0)),
        (Arrow("x", "x", "m"), *arrows, Arrow("y", "y", "m")),
    )
    after = layered(more, "up", SPACING, before)
    assert rows(after)[1] == ["x", "a", "b", "c", "y"]


def test_memory_of_other_things_changes_nothing() -> None:
    """Else a layout of another map, or of none, leaves traces."""
    diagram = web(15)
    plain = layered(diagram, "up", SPACING)
    strangers = layered(Diagram((Box("z", 10.0, 10.0),)), "left", SPACING)
    assert layered(diagram, "up", SPACING, strangers) == plain
    assert layered(diagram, "up", SPACING, layered(Diagram(()), "up", SPACING)) == plain


def test_a_frame_may_come_and_go() -> None:
    """Else a group that is opened or closed brings a KeyError, or a shuffle."""
    plain, framed = web(25), web(25, framed=True)
    empty = evolve(framed, frames=(*framed.frames, Frame("e", None, 30.0, 20.0)))
    before = layered(plain, "up", SPACING)
    inside = layered(framed, "up", SPACING, before)
    assert layered(plain, "up", SPACING, inside).crossings <= 1.4 * before.crossings + 3
    assert {place.id for place in layered(empty, "up", SPACING, inside).frames} == {"f", "e"}


def test_a_line_past_new_boxes_only_finds_its_way() -> None:
    """Else an old arrow that gets a bend in a new row is sent through the page's corner."""
    old = Diagram((Box("a", 100.0, 40.0), Box("c", 100.0, 40.0)), (Arrow("ca", "c", "a"),))
    before = layered(old, "up", SPACING)
    news = (Arrow("ba", "b", "a"), Arrow("cb", "c", "b"))
    new = Diagram((*old.boxes, Box("b", 100.0, 40.0)), (*old.arrows, *news))
    after = layered(new, "up", SPACING, before)
    assert after.crossings == 0
    assert after.width < 250


def test_rigid_trees_take_a_memory_too() -> None:
    """Else the tree engine can't be given what the layered one can."""
    diagram = Diagram(
        tuple([Box(str(i), 100.0, 40.0) for i in range(9)]),
        tuple([Arrow(str(i), str(i), str((i - 1) // 2)) for i in range(1, 9)]),
    )
    before = tree(diagram, "up", SPACING)
    assert same(tree(diagram, "up", SPACING, before), before)
    assert order_kept(before, tree(with_reason(diagram, "4"), "up", SPACING, before))
