"""Frames in frames: their intervals say the same as lists of all frames around each, and take less room."""

from __future__ import annotations

import tracemalloc
from collections.abc import Sequence
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from argmap.layout import Box, Diagram, Frame, Spacing, arrange
from argmap.layout.graph import Graph, Nest, numbered
from argmap.layout.longedges import Layered, layered_graph
from argmap.layout.nesting import Nesting, nesting_of
from argmap.layout.rowsorder import arrange_rows

Path = tuple[int, ...]


def nested(parents: Sequence[int], homes: Sequence[int] = ()) -> Graph:
    """A graph of boxes in frames, each of which stands in one that comes before it, or on the page."""
    nests = [Nest(parent, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0) for parent in parents]
    ones = (1.0,) * len(homes)
    loops: tuple[tuple[float, ...], ...] = ((),) * len(homes)
    return Graph(ones, ones, ones, (False,) * len(homes), (), tuple(homes), tuple(nests), loops)


def paths_of(graph: Graph) -> dict[int, Path]:
    """The frames around each frame from the outermost to itself, none for the page: what intervals stand for."""
    paths: dict[int, Path] = {-1: ()}
    for frame, nest in enumerate(graph.nests):
        paths[frame] = (*paths[nest.parent], frame)
    return paths


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Boxes in at most nine frames."""
    count = draw(st.integers(0, 9))
    parents = [draw(st.integers(-1, frame - 1)) for frame in range(count)]
    return nested(parents, draw(st.lists(st.integers(-1, count - 1), min_size=1, max_size=12)))


@given(graphs())
def test_intervals_say_what_is_around_a_frame(graph: Graph) -> None:
    """Else a node jumps past a frame into another, or is kept out of its own."""
    nesting, paths = nesting_of(graph), paths_of(graph)
    for one, own in paths.items():
        for other, others in paths.items():
            shared = len([1 for a, b in zip(own, others, strict=False) if a == b])
            assert nesting.holds(one, other) == (others[: len(own)] == own)
            assert nesting.apart(one, other) == (own[shared] if shared < len(own) else -1)
            if nesting.holds(one, other) and one != other:
                assert nesting.towards(one, other) == others[len(own)]


def in_one_row(graph: Graph) -> Layered:
    """The boxes of a graph side by side."""
    return layered_graph(graph, (), (0,) * len(graph.home), Spacing())


def by_paths(nodes: list[int], graph: Graph, wishes: Sequence[float]) -> list[int]:
    """A row sorted by where each frame around a node stands, from the outermost on, and then by the node's wish.

    A frame stands at the mean of its nodes' wishes, or at that of one before it if that is farther right.
    """
    paths = paths_of(graph)
    held: dict[int, list[float]] = {}
    for node in nodes:
        for frame in paths[graph.home[node]]:
            held.setdefault(frame, []).append(wishes[node])
    at: dict[int, tuple[float, int]] = {}
    last: dict[int, float] = {}
    for index, (frame, each) in enumerate(held.items()):
        parent = graph.nests[frame].parent
        last[parent] = max(sum(each) / len(each), last.get(parent, -inf))
        at[frame] = (last[parent], index)
    return sorted(
        nodes,
        key=lambda node: [*[at[frame] for frame in paths[graph.home[node]]], (wishes[node], -1)],
    )


@given(graphs(), st.data())
def test_a_row_is_sorted_frame_by_frame(graph: Graph, data: st.DataObject) -> None:
    """Else the next drawing of a map has its groups in another order, or one group in two pieces."""
    count = len(graph.home)
    wish = st.sampled_from((0.0, 0.5, 1.0, 3.0))
    wishes = data.draw(st.lists(wish, min_size=count, max_size=count))
    nodes = data.draw(st.permutations(range(count)))
    rows = [list(nodes)]
    arrange_rows(rows, in_one_row(graph), graph, wishes)
    assert rows == [by_paths(nodes, graph, wishes)]


def tower(depth: int) -> Diagram:
    """A box in frames in frames."""
    frames = [Frame(f"f{n}", f"f{n - 1}" if n else None) for n in range(depth)]
    return Diagram((Box("b", 100, 50, f"f{depth - 1}"),), (), tuple(frames))


def taken(depth: int) -> int:
    """What laying out so many frames in one another takes at most, in bytes."""
    diagram = tower(depth)
    tracemalloc.start()
    arrange(diagram)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_frames_in_frames_take_no_more_memory_for_their_depth() -> None:
    """Else some thousand groups in one another, a file of few kilobytes, take a gigabyte."""
    taken(16)
    assert taken(1_200) < 1_200 * 4_000


def test_intervals_are_as_long_as_there_are_frames() -> None:
    """Else what is kept of each frame grows with its depth."""
    nesting: Nesting = nesting_of(numbered(tower(500), "up", Spacing()).graph)
    assert [len(each) for each in nesting] == [501] * 4
    assert sum([len(kids) for kids in nesting.kids]) == 500
