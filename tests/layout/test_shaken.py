"""A few neighbours in disorder, put right again: what may come of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Frame, Spacing, arrange
from argmap.layout.attempts import Attempt, started
from argmap.layout.crossings import crossings
from argmap.layout.cycles import turned
from argmap.layout.draws import MOST, drawn
from argmap.layout.graph import numbered
from argmap.layout.items import items
from argmap.layout.longedges import Layered, layered_graph
from argmap.layout.ranks import links, ranks
from argmap.layout.shaken import _due, shaken
from argmap.layout.sweeps import number
from tests.profiles import examples

Step = tuple[int, int]


def begun(count: int, pairs: list[Step], homes: dict[int, str]) -> tuple[Attempt, Layered]:
    """The author's order of boxes by number, some in one of two frames, and the rows."""
    diagram = Diagram(
        tuple([Box(f"b{i}", 100, 50, homes.get(i)) for i in range(count)]),
        tuple([Arrow(f"a{i}", f"b{a}", f"b{b}") for i, (a, b) in enumerate(pairs)]),
        (Frame("f"), Frame("g")),
    )
    graph = numbered(diagram, "up", Spacing()).graph
    turns = turned(graph)
    linked = links(graph, turns)
    rank = ranks(graph, linked)
    layered = layered_graph(graph, turns, rank, Spacing())
    return started(layered, graph, items(graph, linked, rank), 0), layered


steps = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda step: step[0] != step[1]),
    min_size=8,
    max_size=30,
)
homes = st.dictionaries(st.integers(0, 11), st.sampled_from(["f", "g"]), max_size=8)


@settings(max_examples=examples(60))
@given(steps, homes)
def test_no_trial_makes_more_crossings_or_tears_a_frame(
    pairs: list[Step], homes: dict[int, str]
) -> None:
    """Else a drawing gets worse by it, tells a wrong number, or has strangers in a frame."""
    attempt, layered = begun(12, pairs, homes)
    after = shaken(attempt, layered, 20)
    place = [0] * len(layered.row)
    number(after.rows, place)
    assert after.crossings == crossings(after.rows, layered.down, place) <= attempt.crossings
    for before, nodes in zip(attempt.rows, after.rows, strict=True):
        assert sorted(before) == sorted(nodes)
        assert [layered.home[each] for each in before] == [layered.home[each] for each in nodes]


def test_what_no_single_move_mends_is_mended() -> None:
    """Else the trials cost time for nothing."""
    pairs = [(i, i * 7 % (i // 2 + 1)) for i in range(2, 60)]
    pairs += [(i, i * 5 % (i // 2 + 1)) for i in range(4, 60, 2)]
    attempt, layered = begun(60, pairs, {})
    few = shaken(attempt, layered, 1)
    assert shaken(attempt, layered, 200).crossings < 0.9 * few.crossings


def test_rows_that_nothing_crosses_are_let_be() -> None:
    """Else trials are spent on a tidy part, while the tangled one stays as it is."""
    stretches = [(0, 0, 3), (1, 2, 6), (2, 0, 4), (3, 0, 5), (4, 0, 9)]
    assert _due(stretches, [0, 2, 0, 0, 0]) == [1, 2]
    assert _due(stretches, [1, 0, 0, 0, 0]) == [0, 1]
    assert _due(stretches, [0] * 5) == []


def test_an_order_that_nothing_betters_stays_the_authors() -> None:
    """Else boxes change places for nothing, and a debate isn't told in its order."""
    pairs = [(a, b) for a in range(3, 6) for b in range(3)]
    diagram = Diagram(
        tuple([Box(f"b{i}", 100, 50) for i in range(6)]),
        tuple([Arrow(f"a{a}{b}", f"b{a}", f"b{b}") for a, b in pairs]),
    )
    layout = arrange(diagram, direction="up")
    assert layout.crossings == 9
    told = sorted(layout.boxes, key=lambda box: (box.y, box.x))
    assert [box.id for box in told] == [f"b{each}" for each in range(6)]


def test_an_order_without_crossings_is_left_alone() -> None:
    """Else a tree is stirred for nothing, and an edit moves what it need not."""
    attempt, layered = begun(6, [(i, 0) for i in range(1, 6)], {})
    assert shaken(attempt, layered, 50) == attempt


def test_draws_are_the_same_everywhere_and_spread() -> None:
    """Else the same map looks different on another Python, or all trials are alike."""
    told = [drawn(seed, number) for seed in range(1, 5) for number in range(500)]
    assert [drawn(1, 0), drawn(1, 1), drawn(2, 0)] == [448186802, 1613060534, 621191561]
    assert min(told) >= 0
    assert max(told) < MOST
    tenths = [sum(each * 10 // MOST == tenth for each in told) for tenth in range(10)]
    assert min(tenths) > 150
