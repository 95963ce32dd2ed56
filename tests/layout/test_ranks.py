"""Rows: circles opened, rows given, and what hangs on frames alone settled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap.layout.ranks
from argmap.layout import Arrow, Box, Diagram, Frame, Spacing
from argmap.layout.components import connected
from argmap.layout.cycles import turned
from argmap.layout.graph import Graph, numbered
from argmap.layout.ranks import links, ranks

Step = tuple[int, int]


def graph(count: int, pairs: list[Step], joints: str = "", homes: str = "") -> Graph:
    """Boxes by number; those at a ``j`` are joints, those at a letter stand in that frame."""
    boxes = [
        Box(
            str(i),
            50,
            20,
            homes[i] if homes[i : i + 1].strip() else None,
            joints[i : i + 1] == "j",
        )
        for i in range(count)
    ]
    frames = [Frame(each) for each in sorted(set(homes) - {" "})]
    arrows = [Arrow(str(i), str(a), str(b)) for i, (a, b) in enumerate(pairs)]
    return numbered(Diagram(tuple(boxes), tuple(arrows), tuple(frames)), "up", Spacing()).graph


def rows(
    count: int, pairs: list[Step], joints: str = "", homes: str = "", close: bool = False
) -> tuple[int, ...]:
    """The row of every box."""
    whole = graph(count, pairs, joints, homes)
    return ranks(whole, links(whole, turned(whole)), close=close)


steps = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25)


@given(steps, st.text("j ", max_size=10))
def test_heads_stand_above_tails_but_for_turned_arrows(pairs: list[Step], joints: str) -> None:
    """Else an arrow lies within a row, where it would cut through boxes."""
    whole = graph(10, pairs, joints)
    turns = turned(whole)
    rank = ranks(whole, links(whole, turns))
    for (tail, head), turn in zip(whole.arrows, turns, strict=True):
        assert rank[tail] < rank[head] if turn else rank[tail] > rank[head]
    assert sorted(set(rank)) == list(range(max(rank) + 1))
    for row in set(rank):
        assert len({whole.joint[box] for box in range(10) if rank[box] == row}) == 1


@given(steps)
def test_only_circles_have_turned_arrows(pairs: list[Step]) -> None:
    """Else an arrow points down though nothing forces it to."""
    tree_like = [(max(pair), min(pair)) for pair in pairs if pair[0] != pair[1]]
    assert not any(turned(graph(10, tree_like)))


def test_the_main_claim_stays_on_top_of_a_circle() -> None:
    """Else an objection that the main claim answers stands above it."""
    assert rows(2, [(1, 0), (0, 1)]) == (0, 1)
    assert rows(3, [(2, 0), (1, 2), (0, 1)]) == (0, 2, 1)


def test_joints_stand_on_rows_of_their_own() -> None:
    """Else a joint stands among cards, or a row is kept free for joints that aren't there."""
    assert rows(4, [(1, 3), (2, 3), (3, 0)], "   j") == (0, 2, 2, 1)
    assert rows(3, [(1, 0), (2, 1)]) == (0, 1, 2)
    assert rows(2, [(0, 1)], "jj") == (1, 0)


def test_a_second_conclusion_comes_down_to_its_reason() -> None:
    """Else a minor conclusion stands on top and its arrow crosses the whole map."""
    chain = [(1, 0), (2, 1), (3, 2), (4, 3)]
    assert rows(6, [*chain, (4, 5)]) == (0, 1, 2, 3, 4, 3)
    assert rows(7, [*chain, (4, 5), (6, 5)]) == (0, 1, 2, 3, 4, 3, 4)


def test_moving_down_takes_turns_until_nothing_is_gained() -> None:
    """Else a group that could come down after another one has stays up."""
    pairs = [(1, 0), (2, 1), (3, 2), (3, 4), (4, 5), (6, 5), (3, 6)]
    rank = rows(7, pairs)
    assert rank[4] == rank[6] == 2
    assert rank[5] == 1


def test_what_is_held_from_above_comes_down_only_where_rows_are_to_be_close() -> None:
    """Else crowded rows save no crossing, or the shortest arrows are never tried."""
    pairs = [(1, 0), (2, 1), (3, 2), (4, 3), (5, 0), (4, 5), (6, 4), (7, 5), (6, 7)]
    assert rows(8, pairs)[5] == 1
    assert rows(8, pairs, close=True)[5] == 3


def test_of_many_boxes_only_small_groups_come_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the search for short arrows takes longer than all else that puts a large map in rows."""
    pairs = [(1, 0), (2, 1), (3, 2), (4, 3), (5, 0), (4, 5), (6, 4), (7, 5), (6, 7)]
    monkeypatch.setattr(argmap.layout.ranks, "MANY", 5)
    moved = []
    for near in (1, 2):
        monkeypatch.setattr(argmap.layout.ranks, "NEAR", near)
        moved.append(rows(8, pairs, close=True)[5])
    assert moved == [1, 3]


@given(steps, st.text("j ", max_size=10))
def test_close_rows_have_no_longer_arrows(pairs: list[Step], joints: str) -> None:
    """Else moving boxes down does harm where it should shorten."""
    whole = graph(10, pairs, joints)
    linked = links(whole, turned(whole))

    def length(*, close: bool) -> int:
        rank, order = argmap.layout.ranks._highest(whole.joint, linked)
        while argmap.layout.ranks._lowered(rank, order, linked, close=close):
            pass
        return sum(abs(rank[tail] - rank[head]) for tail, head in whole.arrows)

    assert length(close=True) <= length(close=False)


def test_the_search_for_shorter_arrows_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a dense large map spends its time on rows; the rows stay right without the search."""
    monkeypatch.setattr(argmap.layout.ranks, "BUDGET", -1)
    chain = [(1, 0), (2, 1), (3, 2), (4, 3)]
    assert rows(6, [*chain, (4, 5)]) == (0, 1, 2, 3, 4, 0)


def test_what_a_frame_holds_together_starts_on_one_row() -> None:
    """Else a frame reaches over the whole map because one of its boxes has no arrow."""
    chain = [(1, 0), (2, 1), (3, 2)]
    rank = rows(8, [*chain, (5, 4)], homes="  ffff  ")
    assert rank[4] == rank[2]
    assert rank[5] == rank[3]
    rank = rows(5, chain, homes="   ff")
    assert rank[4] == rank[3] == 3


def test_a_piece_without_a_known_frame_starts_on_top() -> None:
    """Else what shares only a later frame is placed at random."""
    rank = rows(7, [(1, 0), (3, 2), (5, 4)], homes="ffggfg ")
    assert min(rank) == 0
    assert rank[5] == rank[4] + 1


def test_many_boxes_without_arrows_fill_rows() -> None:
    """Else a frame of twenty claims is one endless row."""
    rank = rows(9, [], homes="fffffffff")
    assert [rank.count(row) for row in range(3)] == [3, 3, 3]
    assert list(rank) == sorted(rank)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12))
def test_parts_are_those_of_a_flood(bonds: list[Step]) -> None:
    """Else a part is torn apart, or two are laid out as one."""
    groups = connected(8, bonds)
    assert sorted(each for group in groups for each in group) == list(range(8))
    assert [group[0] for group in groups] == sorted([min(group) for group in groups])
    number = {each: index for index, group in enumerate(groups) for each in group}
    assert all(number[a] == number[b] for a, b in bonds)
    for group in groups:
        known = {group[0]}
        for _ in group:
            known |= {b for a, b in bonds if a in known} | {a for a, b in bonds if b in known}
        assert known == set(group)
