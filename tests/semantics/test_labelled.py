"""Labels that are read off numbers behave as a table of them does."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from argmap import ArgumentMap, Claim, Conflict, Rebuttal, evaluate
from argmap.semantics import qbaf
from argmap.semantics.columns import Column
from argmap.semantics.grounded import Label
from argmap.semantics.places import Places

A, B = Claim("a"), Claim("b")
MAP = ArgumentMap(claims=(A, B), links=(Rebuttal("r", ("a",), "b"),))
TABLE = {"a": "accepted", "b": "rejected", "r": "accepted"}


def test_they_are_as_a_table() -> None:
    """What went through a table of labels would find something else, or in another order."""
    labels = evaluate(MAP).labels
    assert labels == TABLE
    assert TABLE == labels  # noqa: SIM300 - this way round a dict is asked first
    assert list(labels) == list(TABLE)
    assert list(labels.items()) == list(TABLE.items())
    assert list(labels.values()) == list(TABLE.values())
    assert (len(labels), len(labels.items()), len(labels.values())) == (3, 3, 3)
    assert repr(labels) == repr(TABLE)
    assert ("b", "rejected") in labels.items()
    assert labels.get("z") is None
    assert "z" not in labels
    assert pickle.loads(pickle.dumps(labels)) == TABLE


def test_what_is_made_of_them_is_a_dict() -> None:
    """Who adds a label, writes JSON or sends them to another process would have to know that they are none."""
    labels: Any = evaluate(MAP).labels
    made = [
        dict(labels),
        labels | {},
        {} | labels,
        copy.copy(labels),
        copy.deepcopy(labels),
        pickle.loads(pickle.dumps(labels)),
    ]
    assert all(type(each) is dict and each == TABLE for each in made)
    assert json.loads(json.dumps(dict(labels))) == TABLE
    assert labels | {"b": "undecided"} == {**TABLE, "b": "undecided"}
    assert {"b": "undecided", "z": "rejected"} | labels == {"z": "rejected", **TABLE}
    assert list(labels | {"z": "rejected"}) == ["a", "b", "r", "z"]
    labels |= {"z": "rejected"}
    assert labels == {**TABLE, "z": "rejected"}
    assert "z" not in evaluate(MAP).labels


def test_they_are_read_as_a_dict_is_and_can_not_be_changed() -> None:
    """One evaluation's labels would be changed for all who look at them."""
    labels: Any = evaluate(MAP).labels
    assert list(reversed(labels)) == ["r", "b", "a"]
    assert {**labels} == TABLE
    match labels:
        case {"a": "accepted", **rest}:
            assert rest == {"b": "rejected", "r": "accepted"}
        case _:
            pytest.fail("a pattern of a mapping doesn't match them")
    with pytest.raises(TypeError, match="unhashable"):
        hash(labels)
    with pytest.raises(TypeError):
        labels["a"] = "rejected"
    others: Any
    for others in ([("a", "rejected")], None):
        with pytest.raises(TypeError):
            labels | others
        with pytest.raises(TypeError):
            others | labels


def test_sides_of_conflicts_have_none() -> None:
    """An atom that is no element of the map would have a verdict."""
    map = ArgumentMap(claims=(A, B), links=(Conflict("x", ("a", "b")),))
    for semantics in ("grounded", "preferred"):
        assert list(evaluate(map, semantics).labels) == ["a", "b", "x"]


def test_a_type_checker_knows_that_they_can_be_joined() -> None:
    """Who adds a label would have to make a dict first, or be told that a mapping has no ``|``."""
    labels = evaluate(MAP).labels
    more: dict[str, Label] = {"z": "rejected"}
    joined: dict[str, Label] = labels | more
    assert joined == {**TABLE, "z": "rejected"}
    assert (more | dict(labels)) == joined


def test_a_column_begins_where_it_is_told() -> None:
    """What only links have would be shown of claims, or of a wrong link."""
    needs: Any = qbaf(MAP).needs
    assert needs == {"r": ("a",)}
    assert list(needs) == ["r"] == list(reversed(needs))
    assert [*needs.items(), *needs.values()] == [("r", ("a",)), ("a",)]
    assert len(needs) == 1
    for absent in ("a", "z"):
        assert absent not in needs
        assert needs.get(absent) is None
    assert type(pickle.loads(pickle.dumps(needs))) is dict
    assert qbaf(MAP).bases == {"a": 0.5, "b": 0.5, "r": 1.0}
    assert list(reversed(Column(Places(MAP), [1, 2, 3]))) == ["r", "b", "a"]
