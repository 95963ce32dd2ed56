"""``argmap formats``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import argmap
from argmap import Format
from argmap.registry import FORMATS


def test_every_format_is_listed(run: Any) -> None:
    """A person would not find a format that there is."""
    lines = run("formats").out.splitlines()
    assert lines[0].split() == ["NAME", "SUFFIXES", "READS", "WRITES", "CAN'T", "SAY"]
    names = [line.split()[0] for line in lines[1:] if not line.startswith(" ")]
    assert names == list(FORMATS.names())
    json_line = next(line for line in lines if line.startswith("json "))
    assert json_line.split()[:4] == ["json", ".json", "yes", "yes"]
    svg_line = next(line for line in lines if line.startswith("svg "))
    assert svg_line.split()[:4] == ["svg", ".svg", "no", "yes"]


@pytest.mark.parametrize("columns", ["0", "20", "100", "many", ""])
def test_the_table_fits_any_terminal(
    run: Any, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """A terminal that says nonsense of its width would end the program."""
    monkeypatch.setenv("COLUMNS", columns)
    ended = run("formats")
    assert ended.code == 0
    assert max(len(line) for line in ended.out.splitlines()) <= 110
    words = FORMATS.get("svg").cannot_say.split()
    assert " ".join(words) in " ".join(ended.out.split())


def test_json_says_the_same(run: Any) -> None:
    """A program would have to take a table for people apart."""
    listed = json.loads(run("formats", "--json").out)
    assert [each["name"] for each in listed] == list(FORMATS.names())
    (svg,) = [each for each in listed if each["name"] == "svg"]
    assert (svg["reads"], svg["writes"], svg["picture"]) == (False, True, True)
    assert svg["suffixes"] == [".svg"]
    assert svg["cannot_say"] == FORMATS.get("svg").cannot_say


def test_a_plug_in_is_listed(run: Any, plug_in: Callable[..., None]) -> None:
    """An installed format would be usable and yet unknown."""
    plug_in("mine", Format(name="mine", title="Mine", suffixes=(".a", ".b"), cannot_say=""))
    (line,) = [line for line in run("formats").out.splitlines() if line.startswith("mine")]
    assert line.split() == ["mine", ".a", ".b", "no", "no"]


def test_a_plug_in_that_fails_is_named_and_the_others_listed(
    run: Any, plug_in: Callable[..., None]
) -> None:
    """One bad package would hide every format, or itself go unnoticed."""
    plug_in("bad", "raise RuntimeError('no luck')")
    ended = run("formats")
    assert ended.code == argmap.PluginError.exit_code
    assert "the format plug-in 'bad' fails to load: no luck" in ended.err
    assert "ARGMAP_DEBUG=1 shows where" in ended.err
    assert ended.out.splitlines()[1].startswith("json ")


def test_a_name_that_is_taken_is_refused(run: Any, plug_in: Callable[..., None]) -> None:
    """A package could take the place of a format of our own in silence."""
    plug_in("svg", Format(name="svg", title="Mine", suffixes=()))
    ended = run("formats")
    assert (ended.code, ended.out) == (13, "")
    assert "the format name 'svg' is taken" in ended.err
