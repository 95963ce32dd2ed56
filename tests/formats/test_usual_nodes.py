"""Nodes and edges taken in at once are what they are when each is looked at alone."""

from __future__ import annotations

import json
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats.aif.dialect import AIF_DIALECT
from argmap.formats.decoder import Decoder
from argmap.formats.graph_reader import GraphReader, Table
from argmap.formats.node_pattern import NodePattern
from argmap.formats.sadface import _DIALECT as SADFACE_DIALECT
from argmap.formats.usual_nodes import Nodes, take_usual, usual_edges
from argmap.jsontext import parse_json
from argmap.model.check import check
from argmap.source import SourceText

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


EDGES = st.one_of(
    st.sampled_from([("1", "3"), ("2", "3"), ("3", "1"), ("4", "3"), ("a", "c"), ("c", "b")]),
    st.tuples(st.sampled_from(["1", "4", "9", 5, None]), st.sampled_from(["1", "3", "a", [1]])),
)


def _read(dialect: Any, nodes: list[Any], ends: list[Any], *, trusted: bool) -> Any:
    """What a reader makes of a graph, or the error."""
    edges = [
        {**dialect.edge(dialect.edge_name(number), "", ""), dialect.tail: tail, dialect.head: head}
        for number, (tail, head) in enumerate(ends, 1)
    ]
    text = json.dumps({"nodes": nodes, "edges": edges})
    document = parse_json(SourceText("", text))
    decoder = Decoder(document, LIMITS)
    assert decoder.trusted
    decoder.trusted = trusted
    reader = GraphReader(decoder, dialect)
    held: Any = document.value
    try:
        reader.take(Table(held["nodes"], ("nodes",)), Table(held["edges"], ("edges",)))
        parts, kept = reader.parts()
        map = reader.map(parts, kept)
    except argmap.ReadError as error:
        return str(error)
    assert check(map) == ()
    return map, decoder.notes.told(strict=False)


@pytest.mark.parametrize("dialect", [AIF_DIALECT, SADFACE_DIALECT], ids=lambda one: str(one.name))
@given(
    nodes=st.lists(NODES, max_size=8), ends=st.lists(EDGES, max_size=8), at_once=st.integers(1, 9)
)
def test_all_at_once_is_one_after_the_other(
    dialect: Any, nodes: list[Any], ends: list[Any], at_once: int
) -> None:
    """A node of a large document would be read otherwise than when everything in it is looked at, or a map break an invariant."""
    with patch("argmap.formats.usual_nodes._AT_ONCE", at_once):
        quick = _read(dialect, nodes, ends, trusted=True)
    assert quick == _read(dialect, nodes, ends, trusted=False)


def test_usual_nodes_are_not_looked_at_twice() -> None:
    """A large document would take three times as long."""
    nodes = [
        {"nodeID": "1", "text": "A", "type": "I", "timestamp": ""},
        {"nodeID": "2", "text": "RA", "type": "RA"},
        {"nodeID": "3", "text": "Says: A", "type": "L"},
    ]
    taken = Nodes(nodes, [""] * 3, [""] * 3)
    assert list(take_usual(taken, NodePattern(AIF_DIALECT, LIMITS))) == []
    assert (taken.ids, taken.roles) == (["1", "2", "3"], ["claim", "support", ""])


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
        (AIF_DIALECT, {"nodeID": "2", "text": "", "type": "I"}),
        (AIF_DIALECT, {"nodeID": "2", "text": "x" * 31, "type": "I"}),
        (AIF_DIALECT, {"nodeID": "1", "text": "A", "type": "I"}),
        (AIF_DIALECT, {"nodeID": "1", "text": "RA", "type": "RA"}),
        (AIF_DIALECT, {"nodeID": "2", "text": "A", "type": "nothing"}),
        (AIF_DIALECT, {"nodeID": "2", "text": "A", "type": ["RA"]}),
        (AIF_DIALECT, {"nodeID": "2", "text": 5, "type": "RA"}),
        (AIF_DIALECT, {"nodeID": "2", "type": "RA"}),
        (AIF_DIALECT, {"nodeID": "2", "text": "x" * 31, "type": "RA"}),
        (AIF_DIALECT, {"nodeID": "2", "text": "x" * 31, "type": "L"}),
        (SADFACE_DIALECT, {**ATOM, "id": "2", "sources": None}),
        (SADFACE_DIALECT, {"id": "2", "type": "scheme", "name": "support", "metadata": 1}),
    ],
)
def test_what_is_unusual_is_left(dialect: Any, strange: Any) -> None:
    """A node that needs a closer look would be taken in without."""
    usual: dict[str, Any] = {"id": "1", "nodeID": "1", "text": "A", "type": "I"}
    if dialect is SADFACE_DIALECT:
        usual = {**ATOM, "id": "1"}
    last = {**usual, "id": "3", "nodeID": "3"}
    taken = Nodes([usual, strange, last], [""] * 3, [""] * 3)
    assert list(take_usual(taken, NodePattern(dialect, LIMITS))) == [1]
    assert (taken.roles, len(taken.claims)) == (["claim", "", "claim"], 2)


@pytest.mark.parametrize(
    "strange",
    [["1"], "nodeID", None, {"text": "A"}, {"nodeID": 2}, {"nodeID": ""}, {"nodeID": "123456"}],
)
def test_without_ids_nothing_is_usual(strange: Any) -> None:
    """A node without an id, or with one too long, would be taken in, or an error come that nobody understands."""
    usual = {"nodeID": "1", "text": "A", "type": "I"}
    taken = Nodes([usual, strange], [""] * 2, [""] * 2)
    assert list(take_usual(taken, NodePattern(AIF_DIALECT, LIMITS))) == [0, 1]
    assert (taken.ids, taken.claims) == (["", ""], [])
