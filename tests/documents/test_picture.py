"""A text as a picture."""

from __future__ import annotations

import pickle
import re
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.documents import asked, outlined, picture, pictured, stood_in
from argmap.documents.figure import Figure
from argmap.source import SourceText
from argmap.strategies import maps
from tests.profiles import examples

STREET = SourceText(
    "street.argdown", "[Wet]: The street is wet.\n  + <Rain>: It rained.\n    - [Dry]: It is dry.\n"
)


def test_a_map_is_drawn_as_asked() -> None:
    """A document would show another picture than ``argmap draw``."""
    drawn = pictured(STREET, asked({"theme": "dark", "direction": "left"}))
    map = argmap.loads(STREET.text, format="argdown")
    assert drawn.map == map
    assert drawn.svg() == argmap.draw(map, theme="dark", direction="left").svg
    assert drawn.described == "Argument map. Argument map with 3 claims and 2 links."
    assert pickle.loads(pickle.dumps(drawn)).svg() == drawn.svg()


def test_a_style_is_that_of_the_page_and_of_paper_too() -> None:
    """A document would show one tradition in its picture and another in its page."""
    drawn = pictured(STREET, asked({"style": "boxes"}))
    map = argmap.loads(STREET.text, format="argdown")
    assert drawn.svg() == argmap.draw(map, style="boxes").svg
    assert drawn.page() == argmap.to_html(map, style="boxes")
    assert "because" in drawn.latex()


def test_names_and_words_of_its_own() -> None:
    """Two pictures in one page would have ids in common, or a description that nobody asked for."""
    svg = pictured(STREET, asked({})).svg(prefix="a-1", description="Why <it> is wet.")
    root = ET.fromstring(svg)
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert ids
    assert all(id.startswith("a-1-") for id in ids)
    assert "Why &lt;it&gt; is wet." in svg


def test_a_map_is_weighed_as_asked() -> None:
    """Verdicts would be those of another semantics or reading."""
    grounded = pictured(STREET, asked({"evaluate": "grounded"}))
    assert {id: mark.verdict for id, mark in grounded.marks.items()}["rain"] == "rejected"
    flat = pictured(STREET, asked({"evaluate": "grounded", "evaluate-reading": "attacks"}))
    assert "attacks" in flat.marks["rain"].by
    assert 'aria-label="' in grounded.svg()


def test_latex_is_for_paper() -> None:
    """A dark picture would stand on a white page, or a grey one in colour."""
    dark = pictured(STREET, asked({"theme": "dark"})).latex()
    light = pictured(STREET, asked({"theme": "light"})).latex()
    printed = pictured(STREET, asked({"theme": "print"})).latex()
    assert dark == light != printed
    assert r"\usebox0\endgroup" in dark


def test_pdf_is_for_paper_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A printed book would have black pictures, or without the verdicts."""
    asked_for = []

    def render(map: argmap.ArgumentMap, format: str, **options: Any) -> argmap.Rendering:
        asked_for.append((format, options))
        return argmap.Rendering(b"%PDF-", (), format)

    drawn = pictured(STREET, asked({"theme": "dark", "evaluate": "grounded", "depth": "2"}))
    monkeypatch.setattr(picture, "render", render)
    assert drawn.pdf() == b"%PDF-"
    assert asked_for == [("pdf", {"theme": "light", "depth": 2, "marks": drawn.marks})]


def test_a_fence_of_a_document() -> None:
    """The only way to name one map of several would not work, or be taken where it means nothing."""
    notes = SourceText("notes.md", "~~~argdown\n[A]: a\n~~~\n\n~~~argdown\n[B]: b\n~~~\n")
    assert [claim.id for claim in pictured(notes, asked({"fence": "2"})).map.claims] == ["b"]
    with pytest.raises(argmap.ReadError, match="2 fences"):
        pictured(notes, asked({}))
    with pytest.raises(ValueError, match="fence means nothing for Argdown"):
        pictured(STREET, asked({"fence": "2"}))


@given(
    lines=st.lists(st.text("ab c.", max_size=6), min_size=1, max_size=4),
    before=st.lists(st.text("xy", max_size=3), max_size=3),
    indent=st.integers(0, 3),
    ended=st.booleans(),
)
def test_a_place_is_one_of_the_whole_document(
    lines: list[str], before: list[str], indent: int, ended: bool
) -> None:
    """A finding would point at another letter than the one that is wrong."""
    whole = "\n".join([*before, *[" " * indent + line for line in lines]]) + ("\n" if ended else "")
    found = stood_in(SourceText("d", whole), len(before), lines)
    assert found is not None
    for number, line in enumerate(lines):
        start = sum(len(each) + 1 for each in lines[:number])
        for column, letter in enumerate(line.rstrip()):
            span = found.span(start + column)
            assert (span.line, whole[span.start]) == (len(before) + number + 1, letter)


def test_lines_that_stand_elsewhere() -> None:
    """Places would be made up."""
    whole = SourceText("d", "one\ntwo\n")
    assert stood_in(whole, 0, ["one", "three"]) is None
    assert stood_in(whole, 2, ["one", "two"]) is None
    assert stood_in(whole, -1, ["one"]) is None


def test_an_outline_says_all() -> None:
    """Who can't see the picture would miss a claim, its verdict, or how it bears."""
    drawn = pictured(STREET, asked({"evaluate": "grounded"}))
    assert [(line.depth, line.bears, line.said) for line in outlined(drawn.map, drawn.marks)] == [
        (0, "", "Wet: The street is wet. [accepted]"),
        (1, "pro", "Rain: It rained. [rejected]"),
        (2, "con", "Dry: It is dry. [accepted]"),
    ]


def test_an_outline_of_a_circle_ends() -> None:
    """It would go round for ever, or leave out a claim that nothing outside leads to."""
    circle = SourceText("c.argdown", "[A]: a\n  + [B]: b\n    + [A]\n\n[C]\n")
    said = [line.said for line in outlined(pictured(circle, asked({})).map, {})]
    assert said == ["C", "A: a", "B: b", "A: a (see above)"]


@settings(max_examples=examples(25))
@given(maps())
def test_whatever_the_map_nothing_is_missing(map: argmap.ArgumentMap) -> None:
    """A claim would be left out for who reads without pictures, or a page be broken by a text."""
    text = argmap.dumps(map, report=lambda report: None)
    drawn = pictured(SourceText("map.json", text), asked({"format": "json"}))
    lines = outlined(drawn.map, drawn.marks)
    said = [line for line in lines if not line.again]
    assert len(said) == len(map.claims) + len(map.issues)
    texts = [claim.text for claim in map.claims] + [issue.text for issue in map.issues]
    assert sorted(line.text for line in said) == sorted(texts)
    depths = [line.depth for line in lines]
    assert all(after <= before + 1 for before, after in pairwise([-1, *depths]))
    figure = ET.fromstring(Figure(caption=map.about.title).html(drawn, prefix="p"))
    assert figure.attrib == {"class": "argmap"}


def test_an_image_has_no_names_in_its_parts() -> None:
    """Books would be refused, or a claim that looks like such a name be changed."""
    text = '[A]: It says role="x" and aria-label="y" > z.\n  + [B]: b\n'
    drawn = pictured(SourceText("a.argdown", text), asked({}))
    image = drawn.image(description="Rain").decode()
    tags = "".join(re.findall("<[^>]*>", image))
    assert not re.search(r"\b(?:role|aria-\w+)=", tags)
    assert "<desc" in tags
    words = [
        "".join(each.itertext())
        for each in (ET.fromstring(image), ET.fromstring(drawn.svg(description="Rain")))
    ]
    assert words[0] == words[1]
    assert 'aria-label="y"' in words[0]
