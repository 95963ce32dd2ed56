"""The strategies give what their switches say, and shrink to what one can read."""

from __future__ import annotations

from collections import Counter

import networkx
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

import argmap
from argmap.source import illegal_character
from argmap.strategies import MapMachine, claims, drafts, free_data, maps, texts, trees

QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], database=None)


@QUICK
@given(maps(cyclic=False))
def test_without_circles_claims_argue_only_one_way(map: argmap.ArgumentMap) -> None:
    """Who tests a tree walk needs maps in which a walk ends."""
    edges = [
        (tail, head)
        for tail, head, data in map.claim_graph().edges(data=True)
        if data["kind"] not in ("conflict", "preference")
    ]
    assert networkx.is_directed_acyclic_graph(networkx.DiGraph(edges))


@QUICK
@given(trees(min_claims=2))
def test_a_tree_has_one_step_from_every_claim_but_the_first(map: argmap.ArgumentMap) -> None:
    """A tree with two parents is none."""
    counts = Counter(premise for link in map.links for premise in _premises(link))
    assert counts == Counter([claim.id for claim in map.claims[1:]])
    assert map.main_claims == map.claims[:1]
    assert not map.issues


def _premises(link: argmap.Link) -> tuple[str, ...]:
    assert isinstance(link, argmap.Step)
    return link.premises


@QUICK
@given(maps(undercut_depth=0, groups=False, linked_share=0, min_claims=3, max_claims=5))
def test_switches_switch_off(map: argmap.ArgumentMap) -> None:
    """A switch that does nothing makes a test lie about what it covers."""
    assert 3 <= len(map.claims) <= 5
    assert not map.groups
    steps = [link for link in map.links if isinstance(link, argmap.Step)]
    assert not any(link.linked or isinstance(map[link.target], argmap.Link) for link in steps)


@QUICK
@given(maps(undercut_depth=1))
def test_links_stand_on_links_only_so_deep(map: argmap.ArgumentMap) -> None:
    """The depth is a promise to whoever recurses."""
    for link in map.links:
        if isinstance(link, argmap.Step) and isinstance(map[link.target], argmap.Link):
            under = map[link.target]
            deeper = isinstance(under, argmap.Step) and isinstance(map[under.target], argmap.Link)
            assert not deeper


@pytest.mark.parametrize(
    "kind",
    ["support", "rebuttal", "undercut", "conflict", "rephrase", "preference", "answer"],
)
def test_every_kind_of_link_occurs(kind: str) -> None:
    """A strategy that never draws a kind hides every bug in it."""
    assert find(maps(), lambda m: any(link.kind == kind for link in m.links), settings=_FOUND)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["undercut", "answer"])
def test_examples_shrink_small(kind: str) -> None:
    """A big example hides the bug."""
    map = find(maps(), lambda m: any(link.kind == kind for link in m.links), settings=_SEARCH)
    assert len(map.claims) <= 3
    assert len(map.links) <= 2


def test_odd_shapes_occur() -> None:
    """Linked premises, warrants, groups in groups, circles, issues, records: all of them."""
    for wanted in (
        lambda m: any(isinstance(s, argmap.Step) and len(s.premises) > 2 for s in m.links),
        lambda m: any(isinstance(s, argmap.Step) and s.warrants for s in m.links),
        lambda m: any(isinstance(s, argmap.Step) and s.scheme and s.weight for s in m.links),
        lambda m: any(group.parent for group in m.groups),
        lambda m: any(claim.said_by and claim.citations and claim.group for claim in m.claims),
        lambda m: len(m.claims) > 1 and not m.roots,
        lambda m: bool(m.issues and m.data and m.about.title),
    ):
        assert find(maps(), wanted, settings=_FOUND) is not None


_SEARCH = settings(max_examples=5_000, database=None, suppress_health_check=list(HealthCheck))
_FOUND = settings(_SEARCH, phases=[Phase.generate])
"""A search that ends with the first find: for tests that ask whether, not how small."""


@QUICK
@given(texts(hostile=True), texts(), claims(hostile=True), free_data(hostile=True), drafts())
def test_parts_are_legal(
    odd: str, plain: str, claim: argmap.Claim, data: dict[str, object], draft: argmap.Draft
) -> None:
    """Hostile is not illegal: what a map must refuse is for other tests."""
    assert illegal_character(odd) is None
    assert illegal_character(plain) is None
    argmap.ArgumentMap(claims=(claim,), data=data)
    assert draft.map().draft().map() == draft.map()


def test_hostile_texts_occur() -> None:
    """Quotes, markup, bidi marks and line ends are what writers stumble over."""
    for part in ('"', "<script>", "\u202e", "\n", "\\"):
        assert part in find(texts(hostile=True), lambda text, p=part: p in text)  # type: ignore[misc]  # a default as closure
    assert find(maps(hostile=True), lambda m: any(" " in c.id for c in m.claims)) is not None


def test_next_to_nothing_is_thrown_away() -> None:
    """A strategy that draws and discards is slow and skewed; what is too big is begun anew, rarely."""
    drawn = Counter[str]()

    @settings(max_examples=100, database=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def count(data: st.DataObject) -> None:
        drawn["begun"] += 1
        data.draw(maps())
        drawn["done"] += 1

    count()
    assert drawn["done"] >= 0.85 * drawn["begun"]


class Careless(MapMachine):
    """A user's machine with a rule that breaks what it shouldn't."""

    @rule()
    def drop_a_claim_behind_the_drafts_back(self) -> None:
        """Take a claim out without the links that hang on it."""
        elements = self.draft._parts["elements"]
        for id in [id for id, e in elements.items() if isinstance(e, argmap.Claim)][:1]:
            del elements[id]


def test_a_broken_draft_is_found() -> None:
    """A machine that finds nothing wrong with a broken draft tests nothing."""
    with pytest.raises((argmap.InvalidMap, AssertionError, argmap.EditError)):
        run_state_machine_as_test(Careless, settings=_FOUND)


def test_a_wrong_edit_that_is_taken_is_found() -> None:
    """The machine must notice when a refusal goes missing, or when it leaves a mark."""
    machine = MapMachine()
    with pytest.raises(AssertionError, match="was taken"):
        machine.refuse(lambda: None)

    def half() -> None:
        machine.draft.claim("left behind")
        raise argmap.EditError("no")

    with pytest.raises(AssertionError, match="no mark"):
        machine.attempt(half)


def test_a_machine_with_nothing_to_pick_goes_on() -> None:
    """A user's machine that starts empty would break at its first edit of something."""
    machine = MapMachine()
    machine.support(0, 0, 0, "", linked=True)
    machine.rebut_and_undercut(0, 0)
    machine.attack(0, 0)
    machine.other_links(0, 0, 0)
    machine.replace_claim(0, "new words")
    machine.replace_step(0, 0, "support")
    machine.rename(0, "name")
    machine.rename_record(0, "name")
    machine.remove(0, keep=False)
    machine.remove_record(0, keep=True)
    machine.wrong_edits(0)
    assert machine.draft.map() == argmap.ArgumentMap()
