"""What holds of every map, by argmap's own strategies."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.strategies import MapMachine, maps

TestDrafts = MapMachine.TestCase


@given(maps(hostile=True))
def test_a_map_comes_back_from_draft_graph_and_pickle(map: argmap.ArgumentMap) -> None:
    """Every way there and back must give the same value."""
    assert map.draft().map() == map
    assert argmap.from_networkx(map.graph) == map
    assert pickle.loads(pickle.dumps(map)) == map
    assert hash(map.draft().map()) == hash(map)


@given(maps(hostile=True))
def test_a_map_comes_back_from_its_files(map: argmap.ArgumentMap) -> None:
    """The lossless formats are lossless whatever the map."""
    for format in ("json", "node-link"):
        reading = argmap.parse(argmap.dumps(map, format), format=format)
        assert reading.map == map


@given(maps())
def test_the_graph_has_a_node_for_each_element(map: argmap.ArgumentMap) -> None:
    """A graph that lacks a node would hide an argument from every algorithm."""
    assert list(map.graph) == list(map.elements)
    assert set(map.claim_graph()) == {claim.id for claim in map.claims}
    assert set(map.depths) <= set(map.elements)
    assert bool(map.main_claims) == bool(map.claims)


@given(maps(min_claims=1), st.data())
def test_removing_and_renaming_can_be_undone(map: argmap.ArgumentMap, data: st.DataObject) -> None:
    """Undo is what makes editing safe."""
    id = data.draw(st.sampled_from(list(map)))
    draft = map.draft()
    removed = draft.remove(id)
    assert id in removed.ids
    draft.put_back(removed)
    assert draft.map() == map
    draft.rename(id, "quite another")
    assert id not in draft
    draft.rename("quite another", id)
    assert draft.map() == map


@given(maps(hostile=True, max_claims=8))
def test_every_map_can_be_drawn(map: argmap.ArgumentMap) -> None:
    """No map, however odd, may stop the drawing; all its claims are in it."""
    drawing = argmap.draw(map)
    assert len(drawing.view.cards) == len(map.claims) + len(map.issues)
    assert drawing.svg == argmap.draw(map).svg
    argmap.dumps(map, "dot")
