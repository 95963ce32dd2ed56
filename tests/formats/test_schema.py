"""The published schema says what the native format is: neither more nor less than what argmap writes."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import argmap
from argmap.formats.codec import ABOUT, CITATION, ELEMENTS, LINKS, RECORDS, Shape
from argmap.formats.native import schema
from tests.profiles import examples


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def _faults(document: Any) -> list[str]:
    return [error.message for error in _validator().iter_errors(document)]


def test_it_is_a_schema() -> None:
    """No validator could use it."""
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"].endswith("2020-12/schema")


def test_it_is_a_new_one_each_time() -> None:
    """Who changes the schema would change everybody's."""
    schema()["properties"].clear()
    assert schema()["properties"]


@given(data=st.data())
@settings(max_examples=examples(60))
def test_what_is_written_is_valid(data: st.DataObject, maps: Any) -> None:
    """The schema would refuse a document of ours."""
    assert _faults(json.loads(argmap.dumps(data.draw(maps)))) == []


def test_everything_is_valid_at_once(full: argmap.ArgumentMap) -> None:
    """The schema would refuse a field that is away from its default."""
    assert _faults(json.loads(argmap.dumps(full))) == []


def _classes() -> dict[str, Shape]:
    shapes = {"about": ABOUT, "citation": CITATION, **LINKS}
    return shapes | {table.removesuffix("s"): s for table, s in {**ELEMENTS, **RECORDS}.items()}


@pytest.mark.parametrize("name", _classes())
def test_every_field_is_in_the_schema(name: str) -> None:
    """A field was added to a class, or its default changed, and the schema doesn't know."""
    shape: Any = _classes()[name]
    defined = schema()["$defs"]
    said = dict(defined[name]["properties"])
    if "allOf" in defined[name]:
        said |= defined["spoken"]["properties"]
    said.pop("kind", None)
    assert sorted(said) == sorted(part.name for part in attrs.fields(shape.kind))
    assert all(said[part].get("description") or "const" in said[part] for part in said)
    needed = [name for name in defined[name].get("required", []) if name != "kind"]
    assert needed == list(shape.required)
    defaults = {part.name: part.default for part in attrs.fields(shape.kind)}
    told = {part: value["default"] for part, value in said.items() if "default" in value}
    assert told == {part: defaults[part] for part in told}


def test_every_part_of_a_map_is_in_the_schema() -> None:
    """A part was added to the map, or a kind of link, and the schema doesn't know."""
    properties = {part.name for part in attrs.fields(argmap.ArgumentMap)}
    assert set(schema()["properties"]) == {"argmap", *properties}
    kinds = [part["$ref"].rpartition("/")[2] for part in schema()["$defs"]["link"]["oneOf"]]
    assert kinds == list(LINKS)
    assert [schema()["$defs"][kind]["properties"]["kind"]["const"] for kind in kinds] == kinds


def _document(claim: dict[str, Any], **parts: Any) -> dict[str, Any]:
    return {"argmap": 1, "claims": [{"id": "a", **claim}, {"id": "b"}], **parts}


def _link(**keys: Any) -> dict[str, Any]:
    plain = {"id": "s", "kind": "support", "premises": ["a"], "target": "b"}
    return _document({}, links=[{k: v for k, v in {**plain, **keys}.items() if v is not ...}])


BROKEN: dict[str, Any] = {
    "not an object": [],
    "no version": {"claims": []},
    "another version": {"argmap": 2},
    "a version in quotes": {"argmap": "1"},
    "an unknown part": {"argmap": 1, "claim": []},
    "claims as an object": {"argmap": 1, "claims": {"a": {}}},
    "a claim without id": {"argmap": 1, "claims": [{"text": "x"}]},
    "an empty id": {"argmap": 1, "claims": [{"id": ""}]},
    "a number as id": {"argmap": 1, "claims": [{"id": 1}]},
    "a text that is null": _document({"text": None}),
    "a control character": _document({"text": "a\x1bb"}),
    "a lone surrogate": _document({"text": "\ud800"}),
    "a weight of 7": _document({"weight": 7}),
    "a weight of -0.1": _document({"weight": -0.1}),
    "a weight in quotes": _document({"weight": "1"}),
    "an unknown stance": _document({"stance": "certain"}),
    "implicit as a number": _document({"implicit": 1}),
    "an unknown key": _document({"colour": "red"}),
    "tags that are one text": _document({"tags": "x"}),
    "a citation without source": _document({"citations": [{}]}),
    "a negative offset": _document({"citations": [{"source": "s", "start": -1}]}),
    "a broken offset": _document({"citations": [{"source": "s", "end": 1.5}]}),
    "free data as a list": _document({"data": []}),
    "a control character in free data": _document({"data": {"x": ["\x00"]}}),
    "a control character in a name": _document({"data": {"\x00": 1}}),
    "a link without kind": _link(kind=...),
    "an unknown kind": _link(kind="attack"),
    "no premises": _link(premises=...),
    "premises that are empty": _link(premises=[]),
    "a premise twice": _link(premises=["a", "a"]),
    "no target": _link(target=...),
    "several targets": _link(target=["b"]),
    "a key of another kind": _link(manner="restates"),
    "one side": _document({}, links=[{"id": "k", "kind": "conflict", "claims": ["a"]}]),
    "an unknown manner": _document(
        {},
        links=[{"id": "p", "kind": "rephrase", "claim": "a", "original": "b", "manner": "repeats"}],
    ),
    "an about with an id": {"argmap": 1, "about": {"id": "x"}},
    "a group without id": {"argmap": 1, "groups": [{}]},
    "a parent that is a number": {"argmap": 1, "groups": [{"id": "g", "parent": 1}]},
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_not_valid(name: str) -> None:
    """The schema would pass a document that `argmap.parse` refuses when strict."""
    assert _faults(BROKEN[name])
    with pytest.raises(argmap.ReadError):
        argmap.parse(json.dumps(BROKEN[name]), format="json", strict=True)
