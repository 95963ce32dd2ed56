"""The native format: nothing is lost, and the text is good to read and to compare."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.formats.native import NATIVE
from tests.profiles import examples


def _read(text: str, **options: Any) -> argmap.Reading:
    return argmap.parse(text, format="json", **options)


@given(data=st.data())
def test_nothing_is_lost(data: st.DataObject, maps: Any, told: Any) -> None:
    """Any map comes back equal, down to the types in its free data, and its text comes back the same."""
    map = data.draw(maps)
    text = argmap.dumps(map)
    reading = _read(text)
    assert reading.map == map
    assert told(reading.map) == told(map)
    assert argmap.dumps(reading.map) == text


@given(data=st.data())
@settings(max_examples=examples(30))
def test_one_line_says_the_same(data: st.DataObject, maps: Any) -> None:
    """``indent=None`` would lose something, or take more than a line."""
    map = data.draw(maps)
    text = argmap.dumps(map, indent=None)
    assert text.count("\n") == 1
    assert _read(text).map == map


def test_everything_is_written(full: argmap.ArgumentMap) -> None:
    """A field would be missing from the text, or stand in another place of it."""
    written = json.loads(argmap.dumps(full))
    assert list(written) == [
        "argmap",
        "about",
        "claims",
        "issues",
        "links",
        "groups",
        "participants",
        "sources",
        "schemes",
        "data",
    ]
    assert list(written["links"][0]) == [
        "id",
        "kind",
        "premises",
        "target",
        "warrants",
        "scheme",
        "strict",
        "weight",
        "label",
        "said_by",
        "citations",
        "tags",
        "group",
        "data",
    ]
    assert list(written["claims"][0])[:4] == ["id", "text", "title", "wordings"]
    assert _read(argmap.dumps(full)) == argmap.Reading(full, (), "json")


def test_defaults_are_not_written() -> None:
    """The text would be full of nothing."""
    map = argmap.ArgumentMap(claims=(argmap.Claim("a", "A."), argmap.Claim("b")))
    assert argmap.dumps(map) == (
        '{\n  "argmap": 1,\n  "claims": [\n    {"id": "a", "text": "A."},\n    {"id": "b"}\n  ]\n}\n'
    )
    assert json.loads(argmap.dumps(argmap.ArgumentMap())) == {"argmap": 1}


def test_whole_numbers_are_weights() -> None:
    """A weight of 1 would be refused, or stay an int; null would not be no weight."""
    map = _read(
        '{"argmap": 1, "claims": [{"id": "a", "weight": 1}, {"id": "b", "weight": null}]}'
    ).map
    weights = [claim.weight for claim in map.claims]
    assert [type(weight) for weight in weights] == [float, type(None)]
    assert weights == [1.0, None]


def test_the_sniffer() -> None:
    """A native document would be taken for another, or another for it."""
    sniff = NATIVE.sniff
    assert sniff is not None
    assert sniff('\n {"argmap": 1}')
    assert sniff('{"about": {"title": "\\"nodes\\""}, "argmap" : 1}')
    assert not sniff('{"graph": {"argmap": 1}}')
    assert not sniff('{"text": "argmap"}')
    assert not sniff('["argmap"]')
    assert not sniff("")
