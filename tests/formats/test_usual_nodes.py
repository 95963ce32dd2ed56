"""Nodes and edges taken in at once are what they are when each is looked at alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats.aif.dialect import AIF_DIALECT
from argmap.formats.node_pattern import NodePattern
from argmap.formats.sadface import _DIALECT as SADFACE_DIALECT
from argmap.formats.usual_nodes import usual_edges, usual_nodes
from argmap.model.data import NO_DATA, trusted_data

LIMITS = argmap.Limits(text_characters=30, id_characters=5)
VALUES: list[Any] = ["", "I", "L", "RA", "MA", "Default Inference", "x" * 31, None, 5, [1], {}, []]
VALUES += ["atom", "scheme", "support", "expert opinion", "RA" * 3]
KEYS = ("nodeID", "id", "text", "type", "scheme", "name", "sources", "metadata", "time")
ATOM: dict[str, Any] = {"id": "a", "type": "atom", "text": "A", "sources": [], "metadata": {}}
NODES = st.one_of(
    st.sampled_from(
        [
            {"nodeID": "1", "text": "A", "type": "I"},
            {"nodeID": "2", "text": "A", "type": "I", "time": "now"},
            {"nodeID": "3", "text": "RA", "type": "RA"},
            {"nodeID": "4", "text": "RA", "type": "RA", "time": "now"},
            {"nodeID": "5", "text": "Says: A", "type": "L"},
            ATOM,
            {**ATOM, "id": "b", "time": "now"},
            {"id": "c", "type": "scheme", "name": "support", "metadata": {}},
            ["a list"],
        ]
    ),
    st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES)),
)


@pytest.mark.parametrize("dialect", [AIF_DIALECT, SADFACE_DIALECT], ids=lambda one: str(one.name))
@given(items=st.lists(NODES, max_size=6))
def test_all_at_once_is_one_after_the_other(dialect: Any, items: list[Any]) -> None:
    """A node of a large document would be read otherwise than one that comes after an unusual node."""
    pattern = NodePattern(dialect, LIMITS)
    taken = usual_nodes(pattern, items)
    claims = iter(taken.claims)
    for place, item in enumerate(items):
        found = pattern.found(item)
        if found is None or found[0] in taken.ids[:place]:
            assert len(taken.ids) == place
            break
        id, told, late = found
        data = trusted_data(item, late) if late else NO_DATA
        assert (taken.ids[place], taken.places[id]) == (id, place)
        if isinstance(told, str):
            claim = next(claims)
            assert (claim.id, claim.text, claim.data) == (id, told, data)
            assert taken.roles[place] == "claim"
        else:
            assert taken.roles[place] == told.role
            assert taken.steps.get(place) == ((told, data) if told.role else None)
    assert len(taken.places) == len(taken.roles) == len(taken.ids)
    assert next(claims, None) is None


@pytest.mark.parametrize(
    ("edge", "pairs"),
    [
        ({"from": "a", "to": "b"}, [(0, 1)]),
        ({"from": "a", "to": "c"}, None),
        ({"from": "a"}, None),
        ({"from": 0, "to": "b"}, None),
        ({"from": ["a"], "to": "b"}, None),
        (["from", "to"], None),
        ("from", None),
        (None, None),
    ],
)
def test_edges_at_once(edge: Any, pairs: Any) -> None:
    """An edge to a node that isn't there, or that is no edge, would be read as one."""
    assert usual_edges([edge], "from", "to", {"a": 0, "b": 1}) == pairs


@pytest.mark.parametrize(
    ("dialect", "strange"),
    [
        (AIF_DIALECT, ["1"]),
        (AIF_DIALECT, {"text": "A", "type": "I"}),
        (AIF_DIALECT, {"nodeID": "123456", "text": "A", "type": "I"}),
        (AIF_DIALECT, {"nodeID": "2", "text": "", "type": "I"}),
        (AIF_DIALECT, {"nodeID": "1", "text": "A", "type": "I"}),
        (AIF_DIALECT, {"nodeID": "1", "text": "RA", "type": "RA"}),
        (AIF_DIALECT, {"nodeID": "2", "text": "A", "type": "nothing"}),
        (SADFACE_DIALECT, {**ATOM, "id": "2", "sources": None}),
    ],
)
def test_what_is_unusual_is_left(dialect: Any, strange: Any) -> None:
    """A node that needs a closer look would be taken in without, and those after it too."""
    usual: dict[str, Any] = {"id": "1", "nodeID": "1", "text": "A", "type": "I"}
    if dialect is SADFACE_DIALECT:
        usual = {**ATOM, "id": "1"}
    taken = usual_nodes(NodePattern(dialect, LIMITS), [usual, strange, usual])
    assert (taken.ids, taken.roles, taken.places) == (["1"], ["claim"], {"1": 0})
