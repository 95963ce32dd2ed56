"""The strategies give what their switches say, and shrink to what one can read."""

from __future__ import annotations

from collections import Counter
from typing import Any

import networkx
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.data import Status
from hypothesis.stateful import rule, run_state_machine_as_test

import argmap
from argmap.source import illegal_character
from argmap.strategies import (
    MapMachine,
    aif_documents,
    argdown_documents,
    claims,
    drafts,
    edited_maps,
    free_data,
    kialo_exports,
    links,
    maps,
    pcs,
    smallest,
    texts,
    trees,
)

QUICK = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], database=None)


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
    map = smallest(maps(), lambda m: any(link.kind == kind for link in m.links))
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


_FOUND = settings(
    max_examples=5_000,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
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
        assert part in find(texts(hostile=True), lambda text, p=part: p in text, settings=_FOUND)  # type: ignore[misc]  # a default as closure
    assert find(maps(hostile=True), lambda m: any(" " in c.id for c in m.claims), settings=_FOUND)


def test_shares_are_kept() -> None:
    """A share that is asked for and not drawn makes a test lie about what it covers."""
    drawn = Counter[str]()

    @settings(QUICK, max_examples=100, derandomize=True, phases=[Phase.generate])
    @given(maps(undercut_share=0.5, conflict_share=0.0, linked_share=1.0, min_claims=4))
    def count(map: argmap.ArgumentMap) -> None:
        drawn.update([link.kind for link in map.links[1:]])
        drawn["linked"] += sum(isinstance(s, argmap.Step) and _several(s) for s in map.links)

    count()
    assert not drawn["conflict"]
    assert drawn["linked"] >= 0.9 * (drawn["support"] + drawn["rebuttal"] + drawn["undercut"])
    assert 0.35 * drawn["rebuttal"] < drawn["undercut"]


def _several(step: argmap.Step) -> bool:
    return len(step.premises + step.warrants) > 1


@pytest.mark.parametrize("shape", ["any", "tree", "kialo", "debate", "corpus"])
def test_what_is_connected_is_in_one_piece(shape: Any) -> None:
    """Who tests a layout of one tree would get two."""

    @settings(QUICK, max_examples=15)
    @given(maps(shape=shape, connected=True, cyclic=shape == "any"))
    def check(map: argmap.ArgumentMap) -> None:
        assert not map.claims or networkx.is_connected(networkx.Graph(map.graph.to_undirected()))

    check()


@QUICK
@given(maps(sources=False, stances=False, weights=False))
def test_switches_leave_fields_alone(map: argmap.ArgumentMap) -> None:
    """A program that knows no weights couldn't be tested."""
    assert not map.sources
    assert all(claim.stance == "asserted" and claim.weight is None for claim in map.claims)
    assert all(getattr(link, "weight", None) is None for link in map.links)


@QUICK
@given(maps(shape="kialo"))
def test_kialo_is_what_kialo_can_say(map: argmap.ArgumentMap) -> None:
    """The shape would have what no discussion on Kialo has."""
    assert all(claim.text and claim.stance == "asserted" for claim in map.claims)
    assert {link.kind for link in map.links} <= {"support", "rebuttal", "answer"}
    assert not any(isinstance(link, argmap.Step) and link.linked for link in map.links)
    steps = [link for link in map.links if isinstance(link, argmap.Step)]
    answers = [link for link in map.links if isinstance(link, argmap.Answer)]
    assert len(steps) + (len(answers) or bool(map.claims)) == len(map.claims)


@QUICK
@given(maps(shape="debate"))
def test_a_debate_has_speakers(map: argmap.ArgumentMap) -> None:
    """A debate in which nobody speaks is none."""
    assert all(claim.said_by for claim in map.claims)
    assert bool(map.issues) == bool(map.claims)


def test_debates_have_rebuttals_each_way() -> None:
    """What makes verdicts hard in real debates would never be drawn."""

    def mutual(map: argmap.ArgumentMap) -> bool:
        pairs = [(r.premises[0], r.target) for r in map.links if isinstance(r, argmap.Rebuttal)]
        return any(pair[::-1] in pairs and pair[0] != pair[1] for pair in pairs)

    assert find(maps(shape="debate"), mutual, settings=_FOUND)


def test_what_there_is_not_is_refused() -> None:
    """A slip of the pen in a switch would switch nothing, in silence."""
    with pytest.raises(TypeError, match="no switch 'claims'"):
        maps(claims=3)  # type: ignore[call-arg]  # the mistake
    with pytest.raises(argmap.UnknownName, match="did you mean 'tree'"):
        maps(shape="tre")  # type: ignore[arg-type]  # the mistake
    with pytest.raises(ValueError, match="min_claims"):
        maps(min_claims=5, max_claims=4)
    with pytest.raises(ValueError, match="share linked"):
        maps(linked_share=1.5)


def test_nothing_is_rejected() -> None:
    """A strategy that draws and discards is slow and skewed: of those here none has a filter."""
    every = [maps(), maps(hostile=True), maps(shape="debate"), pcs(), edited_maps(), links()]
    rejected = []

    @settings(QUICK, max_examples=30, phases=[Phase.generate])
    @given(st.data())
    def count(data: st.DataObject) -> None:
        try:
            for strategy in [
                *every,
                argdown_documents(),
                aif_documents(dirty=True),
                kialo_exports(),
            ]:
                data.draw(strategy)
        finally:
            rejected.append(data.conjecture_data.status is Status.INVALID)

    count()
    assert len(rejected) >= 30
    assert not any(rejected)


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
