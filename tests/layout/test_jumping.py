"""Nodes that change the side of a frame in their row, and the keys that rows have afterwards."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Frame, Place, Spacing, arrange
from argmap.layout.attempts import Attempt, started
from argmap.layout.crossings import crossings
from argmap.layout.cycles import turned
from argmap.layout.graph import Graph, numbered
from argmap.layout.items import Items, items
from argmap.layout.jumping import jumped
from argmap.layout.longedges import Layered, layered_graph
from argmap.layout.nesting import nesting_of
from argmap.layout.ranks import links, ranks
from argmap.layout.rekeyed import rekeyed
from argmap.layout.rowsorder import arrange_rows
from argmap.layout.sweeps import number
from tests.profiles import examples

Step = tuple[int, int]
FRAMES = (Frame("f"), Frame("g", "f"), Frame("h"), Frame("k", "h"))
SPACING = Spacing()


def framed(count: int, pairs: list[Step], homes: dict[int, str]) -> Diagram:
    """Boxes by number, some in frames of which two stand in two others."""
    return Diagram(
        tuple([Box(f"b{i}", 100, 50, homes.get(i)) for i in range(count)]),
        tuple([Arrow(f"a{i}", f"b{a}", f"b{b}") for i, (a, b) in enumerate(pairs)]),
        FRAMES,
    )


def passes(diagram: Diagram) -> tuple[Layered, Graph, Items]:
    """The passes before the ordering."""
    graph = numbered(diagram, "up", SPACING).graph
    turns = turned(graph)
    linked = links(graph, turns)
    rank = ranks(graph, linked)
    return layered_graph(graph, turns, rank, SPACING), graph, items(graph, linked, rank)


def jumping(diagram: Diagram) -> tuple[Layered, Graph, Attempt, int]:
    """The rows of the author's order after jumps, and how many crossings these saved."""
    layered, graph, tree = passes(diagram)
    start = started(layered, graph, tree, 0)
    place = [0] * len(layered.row)
    number(start.rows, place)
    saved = jumped(start.rows, layered, graph, place)
    return layered, graph, start, saved


def test_a_box_goes_past_a_frame_that_stands_in_its_way() -> None:
    """Else a box of the map itself stays on the side of a group where it happened to begin."""
    diagram = framed(6, [(1, 0), (2, 0), (3, 0), (4, 3), (5, 1)], {1: "f", 2: "f"})
    layered, graph, _ = passes(diagram)
    rows = [[0], [3, 1, 2], [5, 4]]
    rows += [[node] for node in range(6, len(layered.row))]
    place = [0] * len(layered.row)
    number(rows, place)
    assert jumped(rows[:3], layered, graph, place) == 1
    assert rows[1] == [1, 2, 3]


diagrams = st.builds(
    framed,
    st.just(16),
    st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), min_size=8, max_size=36),
    st.dictionaries(st.integers(0, 15), st.sampled_from("fghk"), min_size=4, max_size=12),
)


@settings(max_examples=examples(60))
@given(diagrams)
def test_what_a_jump_saves_is_told(diagram: Diagram) -> None:
    """Else the count of a drawing isn't that of its lines, and the wrong order may win."""
    layered, _, start, saved = jumping(diagram)
    place = [0] * len(layered.row)
    number(start.rows, place)
    assert saved >= 0
    assert crossings(start.rows, layered.down, place) == start.crossings - saved


@settings(max_examples=examples(60))
@given(diagrams)
def test_after_a_jump_rows_have_keys_outside_of_strange_frames(diagram: Diagram) -> None:
    """Else a frame's side is drawn through its own boxes, or around those of another."""
    layered, graph, start, _ = jumping(diagram)
    keys = rekeyed(start.rows, layered, graph, start.line, start.keys)
    nesting = nesting_of(graph)
    for nodes in start.rows:
        assert nodes == sorted(nodes, key=keys.__getitem__)
        homes = [layered.home[node] for node in nodes]
        shown = [f for f in range(len(FRAMES)) if any(nesting.holds(f, home) for home in homes)]
        for node, home in zip(nodes, homes, strict=True):
            for frame in shown:
                inside = start.line.begin[frame] < keys[node] < start.line.end[frame]
                assert inside == nesting.holds(frame, home)


@settings(max_examples=examples(60))
@given(diagrams)
def test_rows_are_found_again_from_where_nodes_stood(diagram: Diagram) -> None:
    """Else what jumped past a frame is back on its other side in the next drawing of the same map."""
    layered, graph, start, _ = jumping(diagram)
    keys = rekeyed(start.rows, layered, graph, start.line, start.keys)
    stood = [0.0] * len(keys)
    for nodes in start.rows:
        for index, node in enumerate(nodes):
            stood[node] = float(index)
    again = [sorted(nodes, key=start.keys.__getitem__) for nodes in start.rows]
    arrange_rows(again, layered, graph, stood)
    assert again == [sorted(nodes, key=keys.__getitem__) for nodes in start.rows]


def overlap(one: Place, other: Place) -> bool:
    """Whether two places share more than a border."""
    return (
        one.x + 0.01 < other.x + other.width
        and other.x + 0.01 < one.x + one.width
        and one.y + 0.01 < other.y + other.height
        and other.y + 0.01 < one.y + one.height
    )


def test_no_frame_of_a_large_map_holds_a_stranger() -> None:
    """Else groups of a real map reach over cards that aren't theirs, which small maps never show."""
    pairs = [(i, (i - 1) // 3) for i in range(1, 120)]
    pairs += [(i, i * 7 % (i // 3 + 1)) for i in range(9, 120, 4)]
    homes = {i: "fghk"[i % 13 % 4] for i in range(4, 120) if i % 13 < 5}
    diagram = framed(120, pairs, homes)
    layout = arrange(diagram)
    parents = {frame.id: frame.parent for frame in FRAMES}
    for box, place in enumerate(layout.boxes):
        own = homes.get(box)
        around = (own, parents.get(own or ""))
        for frame in layout.frames:
            assert overlap(place, frame) == (frame.id in around)


def test_a_node_stands_beside_a_frame_that_is_only_passing_through_its_row() -> None:
    """Else a frame that has nothing in a row is drawn around what stands there."""
    diagram = framed(5, [(1, 0), (4, 0), (2, 4), (3, 2)], {1: "h", 3: "h"})
    layered, graph, start, _ = jumping(diagram)
    frame = layered.home[1]
    begin, end = start.line.begin[frame], start.line.end[frame]
    for near, beside in ((begin + 0.1, begin), (end - 0.1, end)):
        keys = list(start.keys)
        keys[2] = near
        found = rekeyed(start.rows, layered, graph, start.line, keys)[2]
        assert (found < begin) if beside == begin else (found > end)
