"""Any map through the formats of lines and trees: what is written is read, and losses tell every difference."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.formats import Rendering
from argmap.source import SourceText

FORMATS = (
    "kialo",
    "brat",
    "tgf",
    "apx",
    "af",
    "mup",
    "argmap-yaml",
    "carneades",
    "gsn2x",
    "csv-pair",
    "tsv-pair",
)


def _source(rendering: Rendering) -> SourceText:
    """A document, with what belongs beside it."""
    beside = tuple([(suffix, SourceText("", text)) for suffix, text in rendering.beside])
    return SourceText("", rendering.text, beside=beside)


def _read(rendering: Rendering, format: str) -> argmap.ArgumentMap:
    """What is read from a document, with what belongs beside it."""
    return argmap.parse(_source(rendering), format=format).map


def _check(map: argmap.ArgumentMap, format: str) -> None:
    rendering = argmap.render(map, format)
    back = _read(rendering, format)
    told = {loss.element for loss in rendering.losses}
    if not rendering.losses:
        assert back == map
    elements: list[Any] = [*map.claims, *map.issues, *map.links]
    assert all(element.id in back for element in elements if element.id not in told)
    again = argmap.render(back, format)
    assert again.losses == ()
    assert _read(again, format) == back


def test_any_map(maps: Any) -> None:
    """Something of a map would be lost without a loss that says so, or the text not be read at all."""

    @settings(deadline=None)
    @given(st.one_of(maps, strategies.maps()))
    def check(map: argmap.ArgumentMap) -> None:
        for format in FORMATS:
            note(format)
            _check(map, format)

    check()


@pytest.mark.parametrize("format", FORMATS)
def test_a_full_map(format: str, full: argmap.ArgumentMap) -> None:
    """A map with everything in it would not be written, or not be read again."""
    _check(full, format)


@pytest.mark.parametrize("format", FORMATS)
def test_nothing(format: str) -> None:
    """A map with nothing in it would be lost, or become another."""
    _check(argmap.ArgumentMap(), format)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("limit", ["claims", "links", "text_characters"])
def test_limits(format: str, limit: str) -> None:
    """A document past a limit would be read."""
    draft = argmap.Draft()
    good = draft.claim("Good.")
    draft.rebut(good, by=draft.claim("Bad."))
    draft.rebut(good, by=draft.claim("Slow."))
    text = _source(argmap.render(draft.map(), format))
    enough = argmap.Limits(**{limit: 50})
    assert len(argmap.parse(text, format=format, limits=enough).map.claims) >= 3
    if limit == "text_characters" and format in ("apx", "af"):
        return  # they have no texts
    with pytest.raises(argmap.TooLarge, match=limit.replace("_", " ")):
        argmap.parse(text, format=format, limits=argmap.Limits(**{limit: 0}))


BOTH = [made.name for made in argmap.formats.formats() if made.read and made.write]


@pytest.mark.parametrize("format", BOTH)
def test_what_is_written_is_read_within_the_same_limits(format: str) -> None:
    """A picture that a document keeps as data would be written, and the file then be refused."""
    picture = "x" * (argmap.Limits().text_characters + 1)
    data = {format.removesuffix("-pair"): {"attr": picture, "picture": picture}, "own": [picture]}
    draft = argmap.Draft("Co-ops", data=data)
    good = draft.claim("Co-ops are good.", id="good", data=data)
    draft.support(good, by=draft.claim("They are near.", id="near"), id="s", data=data)
    draft.group("Shops", id="g", data=data)
    back = argmap.parse(_source(argmap.render(draft.map(), format)), format=format).map
    assert len(back.claims) == 2
