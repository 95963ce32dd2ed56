"""Which arrows are turned and where joints stand: two ways, and the better one kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.layout import Arrow, Box, Diagram, Frame, Spacing, ordering, plans
from argmap.layout.crossings import crossings
from argmap.layout.cycles import turned
from argmap.layout.graph import Graph, numbered
from argmap.layout.plans import GLANCED, Plan, Way, planned
from argmap.layout.sweeps import number

Step = tuple[int, int]
SPACING = Spacing()


def graph(count: int, pairs: list[Step], joints: frozenset[int] = frozenset()) -> Graph:
    """Boxes by number, those in ``joints`` small, and arrows (tail, head)."""
    boxes = [Box(str(i), 100, 40, None, i in joints) for i in range(count)]
    arrows = [Arrow(str(i), str(a), str(b)) for i, (a, b) in enumerate(pairs)]
    return numbered(Diagram(tuple(boxes), tuple(arrows)), "up", SPACING).graph


def cost(plan: Plan, whole: Graph) -> int:
    """What a plan is judged by."""
    return plans._judged(plan, whole)[1]


steps = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30)


@given(steps, st.frozensets(st.integers(0, 9)))
def test_a_plan_is_no_worse_at_a_glance_than_the_first(
    pairs: list[Step], joints: frozenset[int]
) -> None:
    """Else the second way is taken though the first was better, or rows and turns don't fit."""
    whole = graph(10, pairs, joints)
    plan = planned(whole, SPACING)
    rank = plan.layered.row
    for (tail, head), turn in zip(whole.arrows, plan.turned, strict=True):
        assert rank[tail] < rank[head] if turn else rank[tail] > rank[head]
    first = plans._plan(whole, Way(turned(whole)), SPACING)
    assert cost(plan, whole) <= cost(first, whole)


@given(steps)
def test_both_walks_open_all_circles(pairs: list[Step]) -> None:
    """Else a pass after this one runs in a circle for ever."""
    whole = graph(10, pairs)
    for backward in (False, True):
        turns = turned(whole, backward=backward)
        below: dict[int, set[int]] = {box: set() for box in range(10)}
        for (tail, head), turn in zip(whole.arrows, turns, strict=True):
            below[tail if turn else head].add(head if turn else tail)
        for _ in range(10):
            free = [box for box, under in below.items() if not under]
            below = {box: under - set(free) for box, under in below.items() if box not in free}
        assert not below


def tangle(cards: int) -> Graph:
    """A map in which every third reason is linked to the one before it, with cross-links everywhere."""
    pairs: list[Step] = []
    joints: list[int] = []
    for card in range(1, cards):
        above = card * 7 % card // 2
        if card % 3 == 0:
            joint = cards + len(joints)
            pairs += [(card, joint), (joint, above), (card - 1, joint)]
            joints.append(joint)
        elif card % 4 == 1 and joints:
            pairs.append((card, joints[card * 5 % len(joints)]))
        else:
            pairs.append((card, above))
        if card % 2 and card > 4:
            pairs.append((card, card * 11 % (card // 2)))
    return graph(cards + len(joints), pairs, frozenset(joints))


def mixed(whole: Graph, rank: tuple[int, ...]) -> bool:
    """Whether a joint stands in a row with a card."""
    boxes = range(len(whole.joint))
    joint_rows = {rank[box] for box in boxes if whole.joint[box]}
    return bool(joint_rows & {rank[box] for box in boxes if not whole.joint[box]})


def test_joints_move_into_the_rows_of_cards_only_where_that_saves_crossings() -> None:
    """Else joints crowd a tangled map for nothing, or a map is torn apart for nothing."""
    ways = []
    for cards in range(18, 42):
        whole = tangle(cards)
        plan = planned(whole, SPACING)
        ways.append(mixed(whole, plan.layered.row))
        if ways[-1]:
            apart = plans._plan(whole, Way(plan.turned), SPACING)
            assert cost(apart, whole) > 0.1 * len(whole.joint)
            assert cost(plan, whole) < 0.95 * cost(apart, whole)
    assert True in ways
    assert False in ways


def test_boxes_come_closer_to_others_where_that_saves_crossings() -> None:
    """Else the rows of a map with cross-links are the same whatever they cost."""
    closer = 0
    for count in range(20, 60):
        pairs = [(i, i * 7 % max((i + 1) // 2, 1)) for i in range(1, count)]
        pairs += [(i, i * 11 % (i - 1)) for i in range(4, count, 3)]
        whole = graph(count, pairs)
        plan = planned(whole, SPACING)
        plain = plans._plan(whole, Way(plan.turned), SPACING)
        if plan.layered.row != plain.layered.row:
            closer += 1
            assert cost(plan, whole) < cost(plain, whole)
    assert 0 < closer < 40


def test_joints_of_a_calm_map_stand_between_the_rows() -> None:
    """Else linked reasons of a small map stand two rows below what they speak for."""
    whole = graph(5, [(1, 4), (2, 4), (4, 0), (3, 0)], frozenset({4}))
    plan = planned(whole, SPACING)
    assert plan.layered.row[:5] == (0, 2, 2, 2, 1)


def test_the_second_walk_is_taken_where_it_is_better() -> None:
    """Else circles are always opened in the author's order, whatever that costs."""
    found = 0
    for seed in range(40):
        pairs = [(i, i * 7 % (i // 2 + 1)) for i in range(1, 24)]
        pairs += [(i * 5 % 24, (i * 11 + seed) % 24) for i in range(1, 14)]
        whole = graph(24, pairs)
        plan = planned(whole, SPACING)
        found += plan.turned != turned(whole)
    assert 0 < found < 40


def contests(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Graph, Plan, Plan]]:
    """Graphs with circles, with what is planned for each by a contest, and its first plan."""
    monkeypatch.setattr(plans, "LARGE", 20)
    found = []
    for seed in range(12):
        pairs = [(i, i * 7 % (i // 2 + 1)) for i in range(1, 40)]
        pairs += [(i * 5 % 40, (i * 11 + seed) % 40) for i in range(1, 24)]
        whole = graph(40, pairs)
        found.append(
            (whole, planned(whole, SPACING), plans._plan(whole, Way(turned(whole)), SPACING))
        )
    return found


def test_a_contest_tries_other_circles_and_closer_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else plans of larger maps that have fewer crossings are thrown away, or never made."""
    found = contests(monkeypatch)
    opened = [plan.turned != first.turned for _, plan, first in found]
    closer = [
        plan.layered.row != plans._plan(whole, Way(plan.turned), SPACING).layered.row
        for whole, plan, _ in found
    ]
    for ways in (opened, closer):
        assert True in ways
        assert False in ways


def test_a_contest_tells_the_crossings_of_the_rows_it_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else the sixth pass goes on from an order of another plan, or tells a wrong number."""
    for _, plan, _ in contests(monkeypatch):
        for attempt in plan.begun:
            place = [0] * len(plan.layered.row)
            number(attempt.rows, place)
            assert crossings(attempt.rows, plan.layered.down, place) == attempt.crossings
        start, swept = plan.begun
        assert swept.crossings <= start.crossings


def test_a_contest_is_worth_its_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the plan tried first is kept though another one has far fewer crossings."""
    best = alone = 0
    for whole, plan, first in contests(monkeypatch):
        best += plan.begun[1].crossings
        alone += ordering.contest([(first.layered, first.items)], whole)[1][1].crossings
    assert best < 0.95 * alone


def test_a_tree_has_no_contest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a large map without crossings is ordered several times; in frames it is no plain tree."""
    monkeypatch.setattr(plans, "LARGE", 5)
    pairs = [(i, i // 2) for i in range(1, 12)]
    assert planned(graph(12, pairs), SPACING).begun == ()
    boxes = [Box(str(i), 100, 40, "a" if i in (8, 9, 11) else None) for i in range(12)]
    arrows = [Arrow(str(i), str(a), str(b)) for i, (a, b) in enumerate(pairs)]
    diagram = Diagram(tuple(boxes), tuple(arrows), frames=(Frame("a"),))
    framed = numbered(diagram, "up", SPACING).graph
    assert len(planned(framed, SPACING).begun) == 2


@pytest.mark.parametrize("cross", [0, GLANCED])
def test_large_maps_are_judged_by_their_arrows(cross: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else half the time of a large map goes into plans that are thrown away."""
    monkeypatch.setattr(plans, "glance", None)
    count = GLANCED + 2
    pairs = [(i, i // 2) for i in range(1, count)]
    pairs += [(i, i // 3) for i in range(9, 9 + cross)][: count // 2]
    whole = graph(count, pairs, frozenset({7}))
    plan = planned(whole, SPACING)
    assert mixed(whole, plan.layered.row) == bool(cross)


def test_a_joint_stays_between_the_rows_where_lines_cross_but_once() -> None:
    """Else joints stand among the cards of small maps that aren't tangled."""
    crossing = [(2, 0), (2, 1), (3, 0), (3, 1)]
    chain = [(box + 1, box) for box in range(3, 11)]
    whole = graph(14, [*crossing, *chain, (12, 0), (13, 12)], frozenset({12}))
    plan = planned(whole, SPACING)
    assert cost(plan, whole) == 1
    assert plan.layered.row[0] < plan.layered.row[12] < plan.layered.row[13]
    assert not any(plan.layered.row[12] == plan.layered.row[box] for box in range(12))
