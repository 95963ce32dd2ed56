"""Nodes told in one look mean what they mean when everything in them is looked at."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats.aif.dialect import AIF_DIALECT
from argmap.formats.dialect import different
from argmap.formats.node_pattern import NodePattern, has_usual
from argmap.formats.sadface import _DIALECT as SADFACE_DIALECT
from argmap.model.data import Data, trusted_data

LIMITS = argmap.Limits(text_characters=30, id_characters=5)
VALUES: list[Any] = ["", "I", "L", "RA", "MA", "Default Inference", "x" * 31, None, 5, [1], True]
VALUES += ["atom", "scheme", "support", {}, [], "expert opinion", "RA" * 3]
KEYS = ("nodeID", "id", "text", "type", "scheme", "name", "sources", "metadata", "time")


def _words(pattern: NodePattern, node: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(map(node.get, pattern.meaning, pattern.absent))


@pytest.mark.parametrize("dialect", [AIF_DIALECT, SADFACE_DIALECT], ids=lambda one: str(one.name))
@given(node=st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES)))
def test_one_look_says_what_a_second_says(dialect: Any, node: dict[str, Any]) -> None:
    """A step of a large document would be read otherwise than that of a small one."""
    pattern = NodePattern(dialect, LIMITS)
    found = pattern.step(node, _words(pattern, node))
    if found is None:
        return
    told, late, beside = found
    if not told.role:
        assert node["type"] in dialect.aside
        return
    assert pattern.steps[_words(pattern, node)] == found
    wanted = dialect.told(node)
    assert told == wanted
    if has_usual(node, beside):
        kept = different(dialect.node("", wanted), {dialect.id: "", **node, dialect.id: ""})
        assert trusted_data({dialect.id: "", **node}, late) == Data({dialect.name: kept})


def test_so_many_kinds_of_steps_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document whose steps all have schemes of their own would take memory without end."""
    monkeypatch.setattr("argmap.formats.node_pattern._MOST", 1)
    pattern = NodePattern(AIF_DIALECT, LIMITS)
    for scheme in ("one", "two", "two"):
        node = {"nodeID": "1", "text": scheme, "type": "RA", "scheme": scheme}
        assert pattern.step(node, _words(pattern, node)) is not None
    assert len(pattern.steps) == 1


def test_a_node_that_is_there_twice_is_read_once() -> None:
    """The second of two usual nodes with one id would take the place of the first."""
    nodes = [{"nodeID": "1", "text": text, "type": "I"} for text in ("A", "B")]
    edges = [{"edgeID": 1, "fromID": 1, "toID": 9}]
    reading = argmap.parse(json.dumps({"nodes": nodes, "edges": edges}), format="aif")
    assert [claim.text for claim in reading.map.claims] == ["A"]
    assert [finding.code for finding in reading.findings] == ["duplicate-node", "dangling-edge"]
