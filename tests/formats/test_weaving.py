"""Steps of scheme graphs, told by ids and by places: both ways say the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.scheme_graph import weave
from argmap.formats.weaving import CLAIM, _usually_woven, _woven, ties_of, weave_places

ROLES = ("", CLAIM, "support", "attack", "rephrase", "preference")
GRAPHS = st.lists(st.sampled_from(ROLES), min_size=1, max_size=8).flatmap(
    lambda roles: st.tuples(
        st.just(roles),
        st.lists(
            st.tuples(st.integers(-1, len(roles) - 1), st.integers(-1, len(roles) - 1)),
            max_size=16,
        ),
    )
)


def _told(roles: list[str], edges: list[tuple[int, int]]) -> str:
    woven = weave_places(roles, edges)
    links = {step: (ends.inputs, ends.target) for step, ends in woven.ends.items()}
    return f"{links} {woven.faults} {sorted(woven.used)}"


def test_what_is_a_link_and_why_not() -> None:
    """A step would be a link that has no target, or be dropped that is one."""
    usual = [CLAIM, "support", CLAIM]
    assert _told(usual, [(0, 1), (1, 2)]) == "{1: ((0,), 2)} {} [0, 1]"
    assert _told(usual, [(1, 2), (0, 1), (2, 1)]) == "{1: ((0, 2), 2)} {} [0, 1, 2]"
    assert _told(usual, [(0, 1), (0, 1), (1, 2), (1, 0)]) == "{1: ((0,), 2)} {} [0, 2]"
    assert _told(usual, [(0, 1)]) == "{} {1: 'has no conclusion'} []"
    assert _told(usual, [(1, 2), (0, 2), (-1, 1), (0, -1)]) == "{} {1: 'has no premise'} []"
    assert _told(usual, []) == "{} {1: 'ties nothing together'} []"
    assert _told([CLAIM, "", CLAIM], [(0, 1), (1, 2)]) == "{} {} []"
    one = [CLAIM, CLAIM, "rephrase", CLAIM]
    assert _told(one, [(0, 2), (1, 2), (2, 3)]) == (
        "{} {2: 'has 2 premises, and a rephrase takes one'} []"
    )
    assert _told(one, [(0, 2), (2, 0)]) == "{} {2: 'ties a node to itself'} []"


def test_edges_that_stand_as_the_links_do() -> None:
    """Edges that argmap would write just so would be kept beside the map, or others would be lost."""
    roles = [CLAIM, CLAIM, "support", "attack"]
    edges = [(0, 2), (1, 2), (2, 0), (1, 3), (3, 2)]
    assert weave_places(roles, edges).in_order
    assert ties_of(weave_places(roles, edges)) == edges
    assert not weave_places(roles, [*edges[3:], *edges[:3]]).in_order
    assert not weave_places(roles, [*edges, (0, 1)]).in_order
    assert not weave_places(roles, [*edges, (0, 2)]).in_order


def test_steps_on_steps() -> None:
    """A circle of steps would be read as links, which no map can hold."""
    two = [CLAIM, "attack", CLAIM, "support", CLAIM]
    assert _told(two, [(0, 1), (1, 3), (2, 3), (3, 4)]) == (
        "{1: ((0,), 3), 3: ((2,), 4)} {} [0, 1, 2, 3]"
    )
    circle = "{} {1: 'leads to no claim', 3: 'leads to no claim'} []"
    assert _told(two, [(0, 1), (1, 3), (2, 3), (3, 1)]) == circle
    rank = [CLAIM, "support", CLAIM, "preference", CLAIM, "support"]
    above = [(0, 1), (1, 2), (1, 3), (3, 4), (4, 5)]
    assert _told(rank, [*above, (5, 2)]) == (
        "{1: ((0,), 2), 3: ((1,), 4), 5: ((4,), 2)} {} [0, 1, 2, 3, 4, 5]"
    )
    assert _told(rank, [(0, 1), (1, 2), (1, 3), (1, 3), (3, 4)]).startswith(
        "{1: ((0,), 2), 3: ((1,)"
    )
    both = [CLAIM, "support", CLAIM, "preference", "support"]
    assert _told(both, [(0, 1), (1, 2), (0, 4), (4, 2), (1, 3), (3, 4)]) == (
        "{1: ((0,), 2), 3: ((1,), 4), 4: ((0,), 2)} {} [0, 1, 2, 3, 4, 5]"
    )
    again = [CLAIM, "rephrase", CLAIM]
    assert _told(again, [(0, 1), (1, 2), (0, 2)]) == "{1: ((0,), 2)} {} [0, 1]"
    assert "rephrases what isn't a claim" in _told([CLAIM, "rephrase", "support"], [(0, 1), (1, 2)])


@given(GRAPHS)
def test_by_ids_and_by_places(graph: tuple[list[str], list[tuple[int, int]]]) -> None:
    """Two formats of one graph would give two maps."""
    roles, edges = graph
    named = {f"n{place}": role for place, role in enumerate(roles) if role}
    woven = weave(named, [(f"n{tail}", f"n{head}") for tail, head in edges])
    placed = weave_places(roles, edges)
    assert sorted(woven.used) == sorted(placed.used)
    assert not placed.in_order or ties_of(placed) == edges
    assert woven.faults == {f"n{place}": fault for place, fault in placed.faults.items()}
    ends = {id: (each.inputs, each.target) for id, each in woven.ends.items()}
    assert ends == {
        f"n{place}": (tuple([f"n{end}" for end in inputs]), f"n{target}")
        for place, (inputs, target) in placed.ends.items()
    }


@given(GRAPHS)
def test_the_fast_way_says_what_the_slow_way_says(
    graph: tuple[list[str], list[tuple[int, int]]],
) -> None:
    """A large map would have other links when one edge of it is there in vain."""
    roles, edges = graph
    fast = _usually_woven(roles, edges)
    if fast is not None:
        slow = _woven(roles, edges)
        assert (fast.ends, fast.faults, set(fast.used)) == (slow.ends, slow.faults, slow.used)
        assert fast.in_order == (ties_of(slow) == edges)


def test_usual_graphs_are_woven_fast() -> None:
    """Reading a large map would take a tenth longer."""
    roles = [CLAIM, CLAIM, "support", "attack", "rephrase", "", CLAIM]
    edges = [(1, 4), (4, 6), (0, 2), (1, 2), (5, 0), (2, 0), (1, -1), (1, 3), (3, 2)]
    assert _usually_woven(roles, edges) is not None
    for vain in [(0, 1), (0, 2), (2, 1)]:
        assert _usually_woven(roles, [*edges, vain]) is None
    assert _usually_woven(roles, edges[1:]) is None
    assert _usually_woven([CLAIM, "support", "attack"], [(0, 1), (1, 2), (0, 2), (2, 1)]) is None
