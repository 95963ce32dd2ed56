"""A picture as a figure of a page."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from argmap.documents import asked, pictured
from argmap.documents.figure import Figure, figure_of, follows_page, prefix_of, tex_width
from argmap.source import SourceText

DRAWN = pictured(SourceText("a.argdown", "[A]: a\n"), asked({}))


@pytest.mark.parametrize(
    ("said", "width"),
    [("", ""), ("300", "300px"), (" 50% ", "50%"), ("12.5em", "12.5em"), ("100vw", "100vw")],
)
def test_a_width_is_one_of_css(said: str, width: str) -> None:
    """A picture would be as wide as it likes, or a style be broken."""
    assert figure_of({"width": said}).width == width


@pytest.mark.parametrize(
    ("css", "tex"),
    [("80%", r"0.8\linewidth"), ("400px", "300bp"), ("12em", "12em"), ("50vw", ""), ("", "")],
)
def test_a_width_in_a_book(css: str, tex: str) -> None:
    """A book would not compile, or a picture be as wide as it likes."""
    assert tex_width(css) == tex


@pytest.mark.parametrize("said", ["wide", "1px;color:red", "-3px", "1e9", '1px"', "100000px"])
def test_what_is_no_width(said: str) -> None:
    """A stranger's text would write styles, or attributes."""
    with pytest.raises(ValueError, match="is no length"):
        figure_of({"width": said})


def test_a_figure_says_all_that_is_said_of_it() -> None:
    """Class, name or caption would be missing, or leave their places."""
    words = {"class": 'a "b"', "id": 'x" y', "caption": "<b>", "alt": "A claim."}
    html = figure_of(words).html(DRAWN, prefix="p")
    root = ET.fromstring(html)
    assert root.attrib == {"class": 'argmap a "b"', "id": 'x" y'}
    assert "".join(root.itertext()).strip().endswith("<b>")
    assert ET.fromstring(Figure().html(DRAWN, prefix="p")).attrib == {"class": "argmap"}


def test_night_follows_the_switch_of_a_page() -> None:
    """On a page that is switched to light the picture would be dark, and the other way round."""
    svg = DRAWN.svg(prefix="p")
    before = re.findall(r"\.p \.[\w-]+\{", svg)
    (style,) = re.findall("<style>(.*?)</style>", follows_page(svg, "p"))
    by_system, _, by_page = style.partition("}}")
    assert by_system.count("body:not([data-theme=light]") == len(before)
    assert by_page.count(":is([data-theme=dark],[data-md-color-scheme=slate]) .p ") == len(before)
    plain = pictured(SourceText("a.argdown", "[A]: a\n"), asked({"theme": "light"})).svg()
    assert follows_page(plain, "argmap") == plain


def test_prefixes_differ_and_stay() -> None:
    """Two pictures would share ids, or a picture have other ids in every build."""
    seen: dict[str, int] = {}
    names = [prefix_of(text, seen) for text in ("a", "b", "a", "a")]
    assert len(set(names)) == 4
    again: dict[str, int] = {}
    assert names == [prefix_of(text, again) for text in ("a", "b", "a", "a")]
