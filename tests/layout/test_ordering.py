"""Sweeps, exchanges, sifting and the choice among several orders."""

from __future__ import annotations

from itertools import permutations, product
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Frame, Spacing, arrange, ordering
from argmap.layout.crossings import crossings
from argmap.layout.cycles import turned
from argmap.layout.efforts import EFFORTS, Effort
from argmap.layout.graph import Graph, numbered
from argmap.layout.items import Items, items
from argmap.layout.linear import Line, arranged
from argmap.layout.longedges import Layered, layered_graph
from argmap.layout.ordering import ordered
from argmap.layout.ranks import links, ranks
from argmap.layout.rowsorder import keys_of, rows_of, runs_of
from argmap.layout.sifting import sift
from argmap.layout.sweeps import exchange, number, sweep_down, sweep_up
from argmap.layout.twins import untwisted
from tests.profiles import examples

Step = tuple[int, int]


def passes(
    count: int, pairs: list[Step], homes: dict[int, str] | None = None
) -> tuple[Layered, Graph, Items]:
    """The passes before the ordering, for boxes by number and arrows (tail, head)."""
    homes = homes or {}
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


two_rows = st.lists(
    st.tuples(st.integers(4, 7), st.integers(0, 3)), min_size=1, max_size=10, unique=True
)


@settings(max_examples=examples(40))
@given(two_rows)
def test_the_search_finds_the_least_for_two_small_rows(pairs: list[Step]) -> None:
    """Else maps of ten claims are drawn with crossings that needn't be."""
    layered, graph, tree = passes(8, pairs)
    if layered.rows != 2:
        return
    lower = [node for node in range(8) if layered.row[node] == 1]
    upper = [node for node in range(8) if layered.row[node] == 0]
    best = None
    for one, other in product(permutations(upper), permutations(lower)):
        place = [0] * len(layered.row)
        rows = [list(one), list(other)]
        number(rows, place)
        count = crossings(rows, layered.down, place)
        best = count if best is None else min(best, count)
        if not best:
            break
    assert ordered(layered, graph, tree).crossings == best


@settings(max_examples=examples(60))
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30), st.booleans())
def test_every_step_keeps_count_of_its_gain(pairs: list[Step], flip: bool) -> None:
    """Else the number of crossings told isn't that of the rows."""
    layered, _, _ = passes(12, [(a, b) for a, b in pairs if a != b])
    rows: list[list[int]] = [[] for _ in range(layered.rows)]
    for node, row in enumerate(layered.row):
        rows[row].append(node)
    runs = runs_of(layered, rows)
    place = [0] * len(layered.row)
    number(rows, place)
    before = crossings(rows, layered.down, place)
    before -= exchange(rows, runs, layered.up, layered.down, place, 4)
    assert crossings(rows, layered.down, place) == before
    before -= sift(rows, runs, layered.up, layered.down, place)
    assert crossings(rows, layered.down, place) == before
    sweep_down(rows, runs, layered.up, place, flip=flip)
    sweep_up(rows, runs, layered.down, place, flip=flip)
    assert sorted(node for nodes in rows for node in nodes) == list(range(len(layered.row)))
    for nodes in rows:
        assert [place[node] for node in nodes] == list(range(len(nodes)))
    again = crossings(rows, layered.down, place)
    twin = untwisted(rows, layered)
    number(twin, place)
    assert crossings(twin, layered.down, place) == again


def test_a_node_is_sifted_past_several() -> None:
    """Else what only helps when several neighbours are passed at once isn't found."""
    layered, _, _ = passes(8, [(4, 3), (5, 0), (6, 1), (7, 2)])
    rows = [[0, 1, 2, 3], [4, 5, 6, 7]]
    place = [0] * 8
    number(rows, place)
    one_row = [[], runs_of(layered, rows)[1]]
    assert sift(rows, one_row, layered.up, layered.down, place) == 3
    assert rows[1] == [5, 6, 7, 4]


@pytest.mark.parametrize("homes", [{}, {1: "f", 3: "f", 5: "f", 6: "g", 4: "g"}])
def test_at_the_end_no_node_crosses_less_elsewhere(homes: dict[int, str]) -> None:
    """Else a drawing that is remembered moves though nothing was changed."""
    tangle = [(i, i * 7 % (i // 2 + 1)) for i in range(2, 60)]
    tangle += [(i, i * 5 % (i // 2 + 1)) for i in range(4, 60, 2)]
    layered, graph, tree = passes(60, tangle, homes)
    order = ordered(layered, graph, tree)
    rows = [[*nodes] for nodes in order.rows]
    place = [0] * len(layered.row)
    number(rows, place)
    assert order.crossings > 0
    assert not sift(rows, runs_of(layered, rows), layered.up, layered.down, place)


def test_twins_return_to_the_authors_order() -> None:
    """Else two reasons that only differ by name stand in an order that nobody chose."""
    layered, _, _ = passes(5, [(1, 0), (2, 0), (3, 0), (4, 3)])
    assert untwisted([[0], [3, 2, 1], [4]], layered) == [[0], [3, 1, 2], [4]]


def test_frames_stay_in_one_piece() -> None:
    """Else a row of a frame is torn by a stranger."""
    homes = {1: "f", 3: "f", 5: "f", 6: "g", 4: "g"}
    pairs = [(i, 0) for i in range(1, 8)] + [(8, 1), (8, 7), (9, 2), (9, 6), (10, 3), (10, 4)]
    layered, graph, tree = passes(11, pairs, homes)
    for nodes in ordered(layered, graph, tree).rows:
        told = [layered.home[node] for node in nodes]
        blocks = [home for i, home in enumerate(told) if home >= 0 and told[i - 1 : i] != [home]]
        assert len(blocks) == len(set(blocks))


@pytest.mark.parametrize("effort", EFFORTS)
def test_every_effort_improves_what_it_is_given(
    effort: Effort, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else graphs of some size are drawn as they come, or a wrong number of crossings is told."""
    monkeypatch.setattr(ordering, "EFFORTS", (effort._replace(nodes=inf),))
    tangle = [(i, i * 7 % (i // 2 + 1)) for i in range(2, 60)]
    tangle += [(i, i * 5 % (i // 2 + 1)) for i in range(4, 60, 2)]
    layered, graph, tree = passes(60, tangle)
    order = ordering.ordered(layered, graph, tree)
    place = [0] * len(layered.row)
    number([list(nodes) for nodes in order.rows], place)
    assert crossings(order.rows, layered.down, place) == order.crossings
    untouched = rows_of(layered, keys_of(layered, graph, arranged(tree, 0)))
    number(untouched, place)
    assert 0 < order.crossings < 0.8 * crossings(untouched, layered.down, place)


def test_in_a_contest_the_first_plan_wins_among_equals() -> None:
    """Else a map is drawn quite otherwise though that has no fewer crossings."""
    tangle = [(i, i * 7 % (i // 2 + 1)) for i in range(2, 60)]
    tangle += [(i, i * 5 % (i // 2 + 1)) for i in range(4, 60, 2)]
    layered, graph, tree = passes(60, tangle)
    which, begun = ordering.contest([(layered, tree)] * 3, graph)
    assert which == 0
    assert begun[1].crossings <= begun[0].crossings


def test_a_contest_tells_how_often_its_orders_cross() -> None:
    """Else a wrong plan is chosen: crossings that are known already are not counted again."""
    tangle = [(i, i * 7 % (i // 2 + 1)) for i in range(2, 60)]
    tangle += [(i, i * 5 % (i // 2 + 1)) for i in range(4, 60, 2)]
    layered, graph, tree = passes(60, tangle)
    place = [0] * len(layered.row)
    for attempt in ordering.contest([(layered, tree)], graph)[1]:
        number(attempt.rows, place)
        assert crossings(attempt.rows, layered.down, place) == attempt.crossings > 0


def test_in_a_contest_plans_have_the_same_lines_only_if_they_have_the_same_tree(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else a plan starts from the lines of another, or the same lines are sought several times."""
    sought: list[Items] = []

    def told(tree: Items, seed: int, rounds: int) -> Line:
        sought.append(tree)
        return arranged(tree, seed, rounds)

    monkeypatch.setattr(ordering, "arranged", told)
    tangle = [(i, i * 7 % (i // 2 + 1)) for i in range(2, 60)]
    layered, graph, tree = passes(60, tangle)
    other = tree._replace(kids=tuple([below[::-1] for below in tree.kids]))
    plans = [(layered, tree), (layered, other), (layered, other._replace())]
    ordering.contest(plans, graph)
    assert sought == [tree] * ordering.STARTERS + [other] * ordering.STARTERS


def test_efforts_are_for_larger_and_larger_graphs() -> None:
    """Else an effort is never made."""
    sizes = [each.nodes for each in EFFORTS]
    assert sizes == sorted(sizes)
    assert sizes[-1] == inf


def test_a_shuffle_is_the_same_everywhere() -> None:
    """Else pictures hang on the version of Python, or no second start differs from the first."""
    _, _, tree = passes(9, [(i, 0) for i in range(1, 9)])
    lines = [arranged(tree, seed).middle for seed in (0, 1, 1, 2)]
    assert lines[0] == (4.5, *[i + 0.5 + (i > 3) for i in range(8)])
    assert lines[1] == lines[2]
    assert len(set(lines)) == 3


def test_branches_stand_near_what_they_are_linked_to() -> None:
    """Else long arrows lead across the whole map though branches could stand side by side."""
    fans = [(branch * 3 + k, branch) for branch in range(1, 7) for k in (4, 5, 6)]
    pairs = [(branch, 0) for branch in range(1, 7)] + fans + [(24, 1), (23, 1), (22, 1)]
    _, _, tree = passes(25, pairs)
    middle = arranged(tree, 0).middle
    between = [each for each in (2, 3, 4, 5) if middle[1] < middle[each] < middle[6]]
    assert not between or middle[6] < middle[1]
    assert abs(middle[6] - middle[1]) <= 8


def test_a_box_hangs_below_the_lowest_it_points_to() -> None:
    """Else a branch is drawn where its farthest arrow ends."""
    _, _, tree = passes(4, [(3, 0), (1, 0), (2, 1), (3, 2)])
    assert tree.parent[3] == 2
    assert tree.cross == ((3, 0),)


def test_a_joint_takes_its_first_premises_place() -> None:
    """Else linked reasons stand behind all others, whatever the author's order."""
    boxes = [Box(each, 100, 50, None, each == "j") for each in "mabcdj"]
    arrows = [Arrow(a + b, a, b) for a, b in ("am", "bj", "cj", "jm", "dm")]
    layout = arrange(Diagram(tuple(boxes), tuple(arrows)), direction="up")
    _, a, b, c, d, _ = [place.x for place in layout.boxes]
    assert a < b < c < d
