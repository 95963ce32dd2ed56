"""The front matter of a document that is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import argmap
from argmap.source import SourceText

Written = Callable[[argmap.ArgumentMap], argmap.Rendering]


def _map(text: str) -> argmap.ArgumentMap:
    return argmap.parse(SourceText("d.argdown", text), format="argdown").map


@pytest.mark.parametrize(
    "text",
    [
        "[Co-ops]: Co-ops are good.\n  + They are near to those they serve.\n  - They are slow.\n",
        "===\ntitle: Co-ops\nauthor: Ann\nlanguage: en\n===\n\nCo-ops are good.\n",
        "===\nmodel: {removeTagsFromText: true}\n===\n\nCo-ops are good. #economy #(a b)\n",
        "===\nmodel: {removeTagsFromText: true}\n===\n\nCo-ops are good.\n",
        "Co-ops are #good for us.\n",
        "===\nmodel: {mode: strict, removeTagsFromText: true}\ndot: {rankdir: LR}\n===\n\nCo-ops are good. #economy\n",
    ],
)
def test_a_plain_document_stays_plain(written: Written, text: str) -> None:
    """Settings would be added that nobody asked for."""
    assert written(_map(text)).text == text


def test_settings_that_say_what_the_map_says_otherwise(written: Written) -> None:
    """A setting would speak over the map, without a word."""
    for settings, parts, code in (
        ({"title": "Old"}, {}, "about"),
        ({"title": "Old"}, {"about": argmap.About("New")}, "map-data"),
        (
            {"model": {"removeTagsFromText": True}},
            {"claims": (argmap.Claim("a", "A", tags=("t",)),)},
            "map-data",
        ),
    ):
        map = argmap.ArgumentMap(data={"argdown": {"front matter": settings}}, **parts)
        assert code in {loss.code for loss in written(map).losses}


def test_an_author_without_a_name(written: Written) -> None:
    """An author would be lost."""
    written(argmap.ArgumentMap(about=argmap.About(authors=("",))))


def test_long_lists_stand_on_lines_of_their_own(written: Written) -> None:
    """A line of the front matter would be wider than any screen."""
    titled = [argmap.Claim(f"t{n}", "Words.", f"T{n}") for n in range(20)]
    more = [argmap.Claim(f"claim-{n}", "Other words.") for n in range(40)]
    claims = (*titled, *more)
    text = written(argmap.ArgumentMap(claims=claims)).text
    assert max(map(len, text.splitlines())) < 100
    assert "  ids:\n    - claim-0\n" in text
