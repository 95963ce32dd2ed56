"""Reports: what was found and lost, as one value and as JSON."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import argmap
from argmap import Finding, Loss, Report

ODD = '{"argmap": 1, "claims": [{"id": "a", "title": "A"}], "colour": 2}'
FINDING = Finding("odd", "something is odd", "x:1:1", ("a",), "look at it", "note")
LOSS = Loss("claim-title", "a", "title", "no place")


def test_an_empty_report_is_false() -> None:
    """A program could not ask whether there is anything to tell."""
    assert not Report()
    assert Report((FINDING,))
    assert Report((), (LOSS,))


def test_a_report_in_words() -> None:
    """Printing a report would tell less than its parts."""
    assert str(Report()) == ""
    assert str(Report((FINDING,), (LOSS,))).splitlines() == [str(FINDING), str(LOSS)]


def test_the_schema_is_kept(root: Path) -> None:
    """A report would not be what its documentation says."""
    page = (root / "docs/reference/reports.md").read_text("utf-8")
    (block,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    schema = json.loads(block)
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema).validate
    whole = json.loads(Report((FINDING,), (LOSS,), "json", "aif").to_json())
    check(whole)
    check(json.loads(Report().to_json()))
    assert whole["findings"][0] == {
        "code": "odd",
        "message": "something is odd",
        "place": "x:1:1",
        "ids": ["a"],
        "hint": "look at it",
        "level": "note",
    }
    assert whole["losses"][0]["element"] == "a"


def test_whoever_asks_gets_the_report_instead_of_warnings(tmp_path: Path) -> None:
    """A program that handles losses would be warned of them all the same, or not be told."""
    (tmp_path / "a.json").write_text(ODD)
    told: list[Report] = []
    map = argmap.parse(ODD).map
    asks: tuple[Callable[[], Any], ...] = (
        lambda: argmap.read(tmp_path / "a.json", report=told.append),
        lambda: argmap.loads(ODD, report=told.append),
        lambda: argmap.write(map, tmp_path / "a.aif.json", report=told.append),
        lambda: argmap.dumps(map, "aif", report=told.append),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for ask in asks:
            ask()
    assert [[finding.code for finding in each.findings] for each in told] == [
        ["unknown-key"],
        ["unknown-key"],
        [],
        [],
    ]
    codes = ["claim-title", "map-data"]
    assert [[loss.code for loss in each.losses] for each in told] == [[], [], codes, codes]
    assert [(each.source, each.target) for each in told] == [("json", "")] * 2 + [("", "aif")] * 2


def test_strict_says_nothing_but_the_error() -> None:
    """A report would be given of a document that isn't written."""
    told: list[Report] = []
    with pytest.raises(argmap.CannotExpress):
        argmap.dumps(argmap.parse(ODD).map, "aif", strict=True, report=told.append)
    with pytest.raises(argmap.ReadError):
        argmap.loads(ODD, strict=True, report=told.append)
    assert told == []
