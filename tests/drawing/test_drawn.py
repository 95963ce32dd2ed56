"""Colours and shapes that a document asks for are drawn so that nobody misses a word or an arrow."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.drawing import Mark
from argmap.drawing.drawn import PLAIN, Drawn, contrast, drawn, ground
from argmap.formats.argdown.colour_schemes import SCHEMES
from argmap.source import SourceText

TEXT = """\
===
title: Colours
color:
  tagColors: {pro: "#4CAF50", dark: "#002a33", evil: '"/><script>', url: "url(#x)"}
  groupColorScheme: ["#fff2ae"]
===

# Group

[A]: alpha #pro
  + <B>: beta #dark {images: ["<b>.png", c.png]}
  - <C>: gamma
  - [D]: delta #evil
  + <E>: epsilon #url
"""


@pytest.fixture
def debate() -> argmap.ArgumentMap:
    """Statements and arguments with and without colours, of which two are none."""
    return argmap.parse(SourceText("d.argdown", TEXT), format="argdown").map


@given(st.integers(0, 0xFFFFFF))
def test_words_can_be_read_on_every_colour(number: int) -> None:
    """A colour of the author's would swallow the words on it."""
    below = ground(f"#{number:06x}")
    assert contrast(below.fill, below.ink) >= 4.5


def test_words_can_be_read_on_every_scheme() -> None:
    """A scheme of Argdown's own would do so."""
    for colour in [colour for scheme in SCHEMES.values() for colour in scheme]:
        assert contrast(*ground(colour)) >= 4.5


def test_contrast() -> None:
    """It would be that of other colours."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (None, PLAIN),
        ({"drawn": 5}, PLAIN),
        ({"drawn": {"shape": "star", "colour": "red", "tag": 5, "images": "x"}}, PLAIN),
        ({"drawn": {"colour": '#00000"', "images": (5,)}}, PLAIN),
        (
            {"drawn": {"shape": "argument", "colour": "#00ff00", "tag": "t", "images": ("x",)}},
            Drawn("argument", "#00ff00", "t", ("x",)),
        ),
    ],
)
def test_what_data_may_say(told: Any, expected: Drawn) -> None:
    """A stranger's data would end in a traceback, or get into the markup."""
    assert drawn(argmap.Claim("a", "a", data={"argdown": told}).data) == expected


@pytest.mark.parametrize("theme", ["auto", "light", "dark", "print"])
def test_words_on_a_colour_have_its_own_ink(debate: argmap.ArgumentMap, theme: str) -> None:
    """In the night the words would turn white on a pale ground, since its colour stays."""
    svg = argmap.draw(debate, reading="argdown", theme=theme).svg
    (dark,) = re.findall(r'<g id="argmap-card-b".*?</g>', svg, re.DOTALL)
    assert dark.count('fill="#002a33"') == 1
    assert [*dict.fromkeys(re.findall(r"<text ([^>]*fill[^ ]*)", dark))] == ['fill="#ffffff"']
    (plain,) = re.findall(r'<g id="argmap-card-c".*?</g>', svg, re.DOTALL)
    assert "#ffffff" not in re.findall(r"<text [^>]*>", plain)[0]


def test_marks_on_a_colour(debate: argmap.ArgumentMap) -> None:
    """A badge would be drawn in a colour that can't be seen on the ground."""
    marks = {
        "b": Mark("accepted", 0.5, why="Nothing attacks it."),
        "c": Mark("rejected", 0.0),
        "d": Mark("undecided", 1.0),
    }
    svg = argmap.draw(debate, reading="argdown", marks=marks, theme="light").svg
    dark = svg.split('<g id="argmap-card-b"')[1].split('<g id="argmap-card-')[0]
    colours = re.findall(r'(?:fill|stroke)="(#[^"]*)"', dark.split("<text", 1)[1])
    assert [*dict.fromkeys(colours)] == ["#ffffff", "#002a33"]
    assert "<desc>Nothing attacks it. Pictures: &lt;b>.png, c.png</desc>" in dark.replace(
        "&gt;", ">"
    )


def test_no_colour_is_markup(debate: argmap.ArgumentMap) -> None:
    """The settings of a stranger's document would run a script in the reader's page."""
    for reading in ("argdown", "claims"):
        svg = argmap.render(debate, "svg", reading=reading).text
        assert "<script" not in svg
        assert "url(" not in svg
        for format in ("dot", "tikz"):
            text = argmap.render(debate, format, reading=reading).text
            assert "script" not in text
            assert "url(" not in text


def test_arguments_differ_from_statements_without_colour(debate: argmap.ArgumentMap) -> None:
    """Who doesn't see colours, or hears the drawing, would take one for the other."""
    drawing = argmap.draw(debate, reading="argdown")
    frames = {
        id: len(re.findall("<rect", card))
        for id, card in re.findall(r'<g id="argmap-card-(\w)"(.*?)</g>', drawing.svg, re.DOTALL)
    }
    assert frames == {"a": 2, "b": 2, "c": 2, "d": 1, "e": 2}
    names = {card.id: card.name.split(":")[0] for card in drawing.view.cards}
    assert names["c"] == "Argument. Claim"
    assert names["d"] == "Claim"
    assert ">argument</tspan>" in drawing.svg


def test_the_legend_says_what_colours_mean(debate: argmap.ArgumentMap) -> None:
    """A colour would be a riddle where tags are taken out of the texts."""
    legend = argmap.draw(debate, reading="argdown").svg.rsplit('aria-label="Legend"', 1)[1]
    assert re.findall(r">(#\w+)</tspan>", legend) == ["#pro", "#dark"]


def test_claims_are_coloured_where_the_document_says_so(debate: argmap.ArgumentMap) -> None:
    """Colours would only be seen in one of the readings."""
    view = argmap.draw(debate).view
    assert {card.id: card.drawn.colour for card in view.cards} == {
        "a": "#4caf50",
        "b": "#002a33",
        "c": "",
        "d": "",
        "e": "",
    }
    assert [panel.drawn.colour for panel in view.panels] == ["#fff2ae"]
    assert {card.drawn.shape for card in view.cards} == {"claim"}


def test_coloured_frames(debate: argmap.ArgumentMap) -> None:
    """A group's title would vanish on its ground, or the frame lose its border."""
    svg = argmap.draw(debate, theme="dark").svg
    (frame,) = re.findall(r'<g role="group" aria-label="Group: Group">.*?</g>', svg, re.DOTALL)
    assert frame.count("<rect") == 2
    assert 'fill="#fff2ae"' in svg
    assert '<text fill="#000000"' in svg


def test_dot_and_tikz(debate: argmap.ArgumentMap) -> None:
    """Colours and shapes would be lost in them."""
    dot = argmap.render(debate, "dot", reading="argdown").text
    assert dot.count('peripheries="2"') == 3
    assert 'fillcolor="#002a33"' in dot
    assert 'color="#4caf50"' in dot
    assert 'color="#fff2ae"' in dot
    tikz = argmap.render(debate, "tikz", reading="argdown").text
    assert "fill={rgb,255:red,0;green,42;blue,51}" in tikz
    assert r"\color{{rgb,255:red,255;green,255;blue,255}}" in tikz
    assert "draw={rgb,255:red,76;green,175;blue,80}" in tikz
