"""The JSON form of elements and records follows from their classes."""

from __future__ import annotations

import attrs
import pytest

import argmap
from argmap.formats.codec import ABOUT, CITATION, ELEMENTS, LINKS, RECORDS, Shape, encode
from argmap.formats.node_shapes import NODES

SHAPES = {"about": ABOUT, "citation": CITATION, **ELEMENTS, **LINKS, **RECORDS}


@pytest.mark.parametrize("name", SHAPES)
def test_every_field_has_its_place(name: str) -> None:
    """A field of a class would neither be written nor read."""
    shape = SHAPES[name]
    kind: type = shape.kind  # type: ignore[assignment] # each of these is a class
    names = {part.name for part in attrs.fields(kind)}
    assert {part for part, _, _ in shape.parts} == names == set(shape.rules)
    assert [part for part, _, _ in shape.parts][-1] == "data"


def test_nodes_leave_the_ends_to_the_edges() -> None:
    """An end would be said twice, and the two might differ."""
    assert list(NODES) == ["claim", "issue", *LINKS]
    assert "premises" not in NODES["support"].rules
    assert NODES["support"].required == ("id",)
    support = argmap.Support("s", ("a",), "b", weight=0.5)
    assert encode(NODES["support"], support) == {"id": "s", "kind": "support", "weight": 0.5}


def test_equal_to_the_default_is_the_default() -> None:
    """Empty data given as a mapping of the user's own would be written."""
    claim = argmap.Claim("a", "", "", (), "asserted", False, None, data={}, tags=())
    assert encode(_claims(), claim) == {"id": "a"}


def _claims() -> Shape:
    return ELEMENTS["claims"]


def test_what_is_written_can_be_changed() -> None:
    """The JSON object would share its lists with the map, or hold tuples that other tools don't know."""
    claim = argmap.Claim("a", wordings=("x",), data={"n": [1, {"m": []}]}, said_by=("p",))
    assert encode(_claims(), claim) == {
        "id": "a",
        "wordings": ["x"],
        "said_by": ["p"],
        "data": {"n": [1, {"m": []}]},
    }
    assert type(encode(_claims(), claim)["data"]["n"][1]["m"]) is list
