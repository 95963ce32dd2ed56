"""Hanging trees collapsed: they come back whole, and cross as often as they did as one node a row."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Frame, Spacing, ordering
from argmap.layout.crossings import crossings
from argmap.layout.cycles import turned
from argmap.layout.graph import Graph, numbered
from argmap.layout.hanging import collapsed
from argmap.layout.items import Items, items
from argmap.layout.longedges import Layered, layered_graph
from argmap.layout.ranks import links, ranks
from argmap.layout.rowsorder import Ordered
from argmap.layout.sweeps import number
from tests.profiles import examples


def passes(
    pairs: list[tuple[int, int]], homes: dict[int, str] | None = None
) -> tuple[Layered, Graph, Items]:
    """The passes before the ordering, for arrows (tail, head) between boxes by number."""
    homes = homes or {}
    count = 1 + max([0, *[end for pair in pairs for end in pair]])
    diagram = Diagram(
        tuple([Box(f"b{i}", 100, 50, homes.get(i)) for i in range(count)]),
        tuple([Arrow(f"a{i}", f"b{a}", f"b{b}") for i, (a, b) in enumerate(pairs)]),
        tuple([Frame(each) for each in dict.fromkeys(homes.values())]),
    )
    graph = numbered(diagram, "up", Spacing()).graph
    turns = turned(graph)
    linked = links(graph, turns)
    rank = ranks(graph, linked)
    return layered_graph(graph, turns, rank, Spacing()), graph, items(graph, linked, rank)


def counted(rows: Ordered, layered: Layered) -> int:
    """How often steps cross."""
    place = [0] * len(layered.row)
    number(rows, place)
    return crossings(rows, layered.down, place)


def in_rows(layered: Layered) -> Ordered:
    """The nodes of every row by number."""
    rows: Ordered = [[] for _ in range(layered.rows)]
    for node, row in enumerate(layered.row):
        rows[row].append(node)
    return rows


trunk = st.lists(st.integers(0, 99), min_size=4, max_size=25).map(
    lambda heads: [(tail, head % tail) for tail, head in enumerate(heads, 1)]
)
across = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), max_size=4)


@settings(max_examples=examples(80))
@given(trunk, across, st.randoms(use_true_random=False))
def test_one_node_for_many_crosses_as_often_as_they_do(
    tree: list[tuple[int, int]], links: list[tuple[int, int]], chance: Random
) -> None:
    """Else the search weighs other crossings than those that are drawn."""
    size = len(tree)
    more = [(a, b) for a, b in links if b < a <= size]
    layered, _, _ = passes([*tree, *more])
    lean = collapsed(layered)
    rows = lean.without(in_rows(layered))
    for nodes in rows:
        chance.shuffle(nodes)
    keys = [float(node * 7 % 11) for node in range(len(layered.row))]
    whole = lean.whole(rows, layered, keys)
    assert [sorted(nodes) for nodes in whole] == in_rows(layered)
    assert counted(whole, layered) == counted(rows, lean.layered)


def test_what_hangs_on_a_claim_stands_for_itself_row_by_row() -> None:
    """Else the trees in a map take part in every sweep, node by node."""
    pairs = [(1, 0), (2, 0), (3, 1), (3, 2), (4, 1), (5, 1), (6, 4), (7, 4), (8, 5)]
    layered, _, _ = passes(pairs)
    lean = collapsed(layered)
    assert lean.trees == ((4, 5),)
    assert [node for node, hidden in enumerate(lean.hidden) if hidden] == [5, 7, 8]
    assert lean.layered.down[1] == (3, 4, 4)
    assert lean.layered.up[6] == (4, 4, 4)
    keys = [0.0, 1.0, 2.0, 3.0, 5.0, 4.0, 8.0, 7.0, 6.0]
    assert lean.whole([[0], [1, 2], [3, 4], [6]], layered, keys) == [
        [0],
        [1, 2],
        [3, 5, 4],
        [8, 7, 6],
    ]


def test_frames_and_mere_chains_are_left_alone() -> None:
    """Else a node stands for others outside its frame, or work is done that saves nothing."""
    chain = [(1, 0), (2, 0), (3, 1), (3, 2), (4, 1), (5, 4)]
    assert collapsed(passes(chain)[0]).trees == ()
    fan = [(1, 0), (2, 0), (3, 0), (4, 0), (5, 4)]
    layered, _, _ = passes(fan, {1: "f", 2: "f", 5: "g"})
    assert collapsed(layered).trees == ((1, 2),)


def test_a_large_map_is_ordered_with_its_trees_collapsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a tree is torn, or the number of crossings told isn't that of the rows."""
    tangle = [(i, i * 7 % (i // 2 + 1)) for i in range(1, 40)]
    tangle += [(i, i * 5 % (i // 2 + 1)) for i in range(4, 40, 3)]
    tangle += [(i, 10 + i % 25) for i in range(40, 90)]
    homes = {i: "f" for i in range(40, 90) if i % 25 < 8}
    plain = [ordering.ordered(*passes(tangle, each)).crossings for each in ({}, homes)]
    monkeypatch.setattr(ordering, "LARGE", 20)
    for each, count in zip(({}, homes), plain, strict=True):
        layered, graph, tree = passes(tangle, each)
        order = ordering.ordered(layered, graph, tree)
        rows = [list(nodes) for nodes in order.rows]
        assert [sorted(nodes) for nodes in rows] == in_rows(layered)
        assert counted(rows, layered) == order.crossings <= 1.2 * count
