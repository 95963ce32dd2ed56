"""Branches pulled out and planted anew, frames and all: what may come of it."""

from __future__ import annotations

from itertools import count, repeat
from operator import eq

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Frame, Spacing, arrange
from argmap.layout.attempts import Attempt, started
from argmap.layout.crossings import crossings, difference
from argmap.layout.cycles import turned
from argmap.layout.draws import drawn
from argmap.layout.graph import Graph, numbered
from argmap.layout.items import Items, items
from argmap.layout.longedges import Layered, layered_graph
from argmap.layout.ranks import links, ranks
from argmap.layout.rekeyed import rekeyed
from argmap.layout.replanted import LARGEST, _chosen, _gains, _grove, paths_of, replanted
from argmap.layout.sweeps import number
from tests.profiles import examples

Step = tuple[int, int]
FRAMES = (Frame("f"), Frame("g", "f"), Frame("h"), Frame("k", "f"), Frame("m"))
SPACING = Spacing()


def begun(diagram: Diagram) -> tuple[Attempt, Layered, Graph, Items]:
    """The author's order of a diagram, and what the passes before know."""
    graph = numbered(diagram, "up", SPACING).graph
    turns = turned(graph)
    linked = links(graph, turns)
    rank = ranks(graph, linked)
    layered = layered_graph(graph, turns, rank, SPACING, around=True)
    tree = items(graph, linked, rank)
    return started(layered, graph, tree, 0), layered, graph, tree


def framed(count: int, pairs: list[Step], homes: dict[int, str]) -> Diagram:
    """Boxes by number, some in frames, two of which stand in another."""
    return Diagram(
        tuple([Box(f"b{i}", 100, 50, homes.get(i)) for i in range(count)]),
        tuple([Arrow(f"a{i}", f"b{a}", f"b{b}") for i, (a, b) in enumerate(pairs)]),
        FRAMES,
    )


def torn(rows: list[list[int]], layered: Layered, graph: Graph) -> bool:
    """Whether a frame's nodes are apart in a row, or two frames stand differently in two rows."""
    paths = paths_of(graph)
    before: set[Step] = set()
    for nodes in rows:
        seen: list[int] = []
        last: tuple[int, ...] = ()
        for node in nodes:
            path = paths[layered.home[node]]
            new = [frame for frame in path if frame not in last]
            if any(frame in seen for frame in new):
                return True
            before |= {(one, frame) for frame in new for one in seen if one not in path}
            seen += new
            last = path
    return any((other, one) in before for one, other in before)


steps = st.lists(
    st.tuples(st.integers(0, 13), st.integers(0, 13)).filter(lambda step: step[0] != step[1]),
    min_size=8,
    max_size=30,
)
homes = st.dictionaries(st.integers(0, 13), st.sampled_from([*"fghkm"]), max_size=12)


@settings(max_examples=examples(80))
@given(steps, homes)
def test_no_trial_makes_more_crossings_or_tears_a_frame(
    pairs: list[Step], homes: dict[int, str]
) -> None:
    """Else a drawing gets worse by it, tells a wrong number, or has strangers in a frame."""
    attempt, layered, graph, tree = begun(framed(14, pairs, homes))
    after = replanted(attempt, layered, graph, tree, 30)
    place = [0] * len(layered.row)
    number(after.rows, place)
    assert after.crossings == crossings(after.rows, layered.down, place) <= attempt.crossings
    assert not torn(after.rows, layered, graph)
    for before, nodes in zip(attempt.rows, after.rows, strict=True):
        assert sorted(before) == sorted(nodes)
    keys = rekeyed(after.rows, layered, graph, after.line, after.keys)
    for nodes in after.rows:
        told = [keys[node] for node in nodes]
        assert told == sorted(told)
        for node in nodes:
            for frame, (begin, end) in enumerate(
                zip(after.line.begin, after.line.end, strict=True)
            ):
                inside = frame in paths_of(graph)[layered.home[node]]
                assert (begin < keys[node] < end) or not inside


def tangle(more: int = 0) -> Diagram:
    """Two claims and two groups of reasons, each linked to the other's claim as well as can be crossed; and some reasons more."""
    pairs = [(1, 0), (2, 0), (3, 1), (4, 2), (5, 3), (6, 3), (7, 4), (8, 4), (9, 5), (10, 7)]
    pairs += [(9, 2), (6, 2), (5, 2), (7, 1), (8, 1), (10, 1), (11, 0), (12, 11), (12, 3)]
    pairs += [(13 + each, 12) for each in range(more)]
    return framed(
        13 + more, pairs, {3: "f", 5: "g", 6: "f", 9: "g", 4: "h", 7: "h", 8: "h", 10: "h"}
    )


def test_frames_change_places_where_that_crosses_less() -> None:
    """Else the order of groups stays as it happened to begin, which no move of a single box mends."""
    attempt, layered, graph, tree = begun(tangle())
    after = replanted(attempt, layered, graph, tree, 60)
    assert after.crossings < attempt.crossings
    begin = {frame: after.line.begin[frame] for frame in range(len(graph.nests))}
    assert sorted(begin, key=begin.__getitem__) != sorted(begin, key=attempt.line.begin.__getitem__)


def test_branches_too_large_stay_but_for_their_boxes() -> None:
    """Else one trial in a large map takes the time of a whole layout."""
    many = LARGEST + 5
    pairs = [(each, 0) for each in range(1, many)]
    pairs += [(many + each, 1 + each) for each in range(6)]
    pairs += [(many + each, many - 1 - 3 * each) for each in range(6)]
    attempt, layered, graph, tree = begun(framed(many + 6, pairs, {1: "f", many: "f", 5: "h"}))
    after = replanted(attempt, layered, graph, tree, 40)
    assert after.crossings <= attempt.crossings


@pytest.mark.parametrize("trials", [0, 50])
def test_an_order_is_left_alone_without_trials_or_crossings(trials: int) -> None:
    """Else a tree is stirred for nothing, and an edit moves what it need not."""
    pairs = [(each, 0) for each in range(1, 6)] + [(6, 1)]
    attempt, layered, graph, tree = begun(framed(7, pairs, {1: "f", 6: "f"}))
    assert replanted(attempt, layered, graph, tree, trials) is attempt


def test_an_edit_elsewhere_leaves_most_trials_as_they_were() -> None:
    """Else one reason more at the end of a debate draws all of it anew."""
    told = []
    for more in (0, 1):
        attempt, layered, graph, tree = begun(tangle(more))
        grove = _grove(layered, graph, tree, attempt.rows)
        chances = [map(drawn, repeat(trial), count()) for trial in range(1, 101)]
        chosen = [_chosen(grove, [2, 5, 9], chance) for chance in chances]
        told.append([{box for box in boxes if box < 13} for boxes in chosen])
    assert any(told[0][0] != each for each in told[0])
    assert sum(map(eq, *told)) > 75


@given(st.lists(st.integers(-1, 5), max_size=5), st.lists(st.integers(0, 5), max_size=4))
def test_what_is_saved_past_a_node_is_the_difference(places: list[int], others: list[int]) -> None:
    """Else a box is planted where it crosses more; -1 is the place of what is pulled out."""
    gains = _gains(range(len(places)), places, 6)
    own = sorted([place for place in places if place >= 0])
    assert sum([gains[other] for other in others]) == difference(own, sorted(others))
    assert gains[-1] == 0


def test_two_steps_to_one_place_save_as_two() -> None:
    """Else parallel lines count once; the same as above, with numbers."""
    assert _gains([0, 1, 2], [1, 1, 3], 5) == [3, 1, -1, -2, -3, 0]


def test_the_same_trials_have_the_same_outcome() -> None:
    """Else two drawings of a map differ."""
    attempt, layered, graph, tree = begun(tangle())
    assert replanted(attempt, layered, graph, tree, 30) == replanted(
        attempt, layered, graph, tree, 30
    )
    assert arrange(tangle(), direction="up") == arrange(tangle(), direction="up")
