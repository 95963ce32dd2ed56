"""Labels that are read off numbers behave as a table of them does."""

from __future__ import annotations

import pickle

from argmap import ArgumentMap, Claim, Conflict, Rebuttal, evaluate

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


def test_sides_of_conflicts_have_none() -> None:
    """An atom that is no element of the map would have a verdict."""
    map = ArgumentMap(claims=(A, B), links=(Conflict("x", ("a", "b")),))
    for semantics in ("grounded", "preferred"):
        assert list(evaluate(map, semantics).labels) == ["a", "b", "x"]
