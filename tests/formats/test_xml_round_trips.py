"""Formats of XML that are written: what is said comes back, what isn't is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

import argmap
from argmap.strategies import maps as plain_maps
from tests.profiles import examples

WRITTEN = ["arggraph", "aml"]
SAMPLES = Path(__file__).parents[1] / "cases" / "xml"


def _round(map: argmap.ArgumentMap, format: str) -> tuple[argmap.ArgumentMap, list[str]]:
    written = argmap.render(map, format)
    ElementTree.fromstring(written.text)
    again = argmap.parse(written.text, format=format).map
    return again, [str(loss) for loss in written.losses]


@settings(max_examples=examples(150))
@given(data=st.data())
def test_an_empty_report_means_an_equal_map(data: st.DataObject, maps: Any) -> None:
    """Something would be lost in silence."""
    map = data.draw(maps)
    for format in WRITTEN:
        note(format)
        again, losses = _round(map, format)
        assert (again == map) == (not losses), losses
        assert _round(again, format) == (again, [])


@given(map=plain_maps())
def test_every_loss_is_told(map: argmap.ArgumentMap) -> None:
    """The same for the maps that users test with."""
    for format in WRITTEN:
        note(format)
        again, losses = _round(map, format)
        assert (again == map) == (not losses), losses


@pytest.mark.parametrize("format", WRITTEN)
def test_the_sample_comes_back(format: str) -> None:
    """A document that was only opened and saved would be another one."""
    text = (SAMPLES / f"{format}.xml").read_text("utf-8")
    found = argmap.parse(text)
    assert (found.format, found.findings) == (format, ())
    assert _round(found.map, format) == (found.map, [])


@pytest.mark.parametrize("name", ["", " ", "\t \n"])
def test_a_scheme_without_a_word_for_a_name_is_not_written(name: str) -> None:
    """AML would be read with a scheme without a name, which is gone when it is written again."""
    map = argmap.ArgumentMap(schemes=(argmap.Scheme("blank", name), argmap.Scheme("a", "a")))
    again, losses = _round(map, "aml")
    assert [scheme.name for scheme in again.schemes] == ["a"]
    assert any("blank" in loss for loss in losses)
    assert _round(again, "aml") == (again, [])
