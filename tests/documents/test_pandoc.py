"""Maps in documents of Pandoc, as its JSON has them."""

from __future__ import annotations

import copy
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from argmap import ReadError
from argmap.documents.pandoc import PandocMaps, with_pictures

STREET = "[Wet]: The street is wet.\n  + <Rain>: It rained.\n    - [Dry]: It is dry.\n"


def code(text: str, *classes: str, id: str = "", **attributes: str) -> dict[str, Any]:
    """A code block, as Pandoc reads it."""
    pairs = [[key.replace("_", "-"), value] for key, value in attributes.items()]
    return {"t": "CodeBlock", "c": [[id, list(classes), pairs], text]}


def document(*blocks: Any, version: tuple[int, ...] = (1, 23, 1), **meta: Any) -> dict[str, Any]:
    """A document, as Pandoc reads it."""
    return {"pandoc-api-version": list(version), "meta": meta, "blocks": list(blocks)}


def drawn(made: dict[str, Any], format: str) -> tuple[PandocMaps, dict[str, bytes]]:
    """The document with pictures, and the images written."""
    written: dict[str, bytes] = {}
    return with_pictures(made, format, folder="pictures", write=written.__setitem__), written


def shape(value: Any) -> Any:
    """The types of blocks and what is in them, without anything else."""
    if isinstance(value, dict):
        return {value["t"]: shape(value.get("c"))} if "t" in value else None
    return [shape(each) for each in value if isinstance(each, dict | list)] if value else None


@pytest.mark.parametrize("format", ["html", "html5", "revealjs", "html+smart"])
def test_a_page_holds_the_picture(format: str) -> None:
    """The page would show Argdown, or pictures whose parts can't be told apart."""
    made, written = drawn(
        document(code(STREET, "argdown"), code(STREET, "argmap", width="50%")), format
    )
    first, second = [block["c"] for block in made.document["blocks"]]
    assert first[0] == second[0] == "html"
    ids = [
        {e.attrib["id"] for e in ET.fromstring(html).iter() if "id" in e.attrib}
        for _, html in (first, second)
    ]
    assert ids[0]
    assert not ids[0] & ids[1]
    assert second[1].startswith('<div class="argmap" style="width:50%">')
    assert (made.told, written) == ((), {})


@pytest.mark.parametrize("format", ["latex", "beamer", "pdf"])
def test_latex_holds_tikz_and_what_it_needs(format: str) -> None:
    """The document would not compile, or lose what its author has it load."""
    mine = {"t": "MetaInlines", "c": []}
    for old, kept in (
        ({}, []),
        ({"header-includes": mine}, [mine]),
        ({"header-includes": {"t": "MetaList", "c": [mine]}}, [mine]),
    ):
        made, _ = drawn(document(code(STREET, "argdown"), **old), format)
        (block,) = made.document["blocks"]
        assert block["c"][0] == "latex"
        assert r"\begin{tikzpicture}" in block["c"][1]
        *before, last = made.document["meta"]["header-includes"]["c"]
        assert before == kept
        assert r"\usepackage{tikz}" in last["c"][0]["c"][1]
    made, _ = drawn(document(code("x", "python")), format)
    assert made.document["meta"] == {}


@pytest.mark.parametrize("format", ["docx", "epub2", "gfm-raw_html"])
def test_a_book_holds_an_image(format: str) -> None:
    """A book would have gaps, or an image that isn't there."""
    made, written = drawn(
        document(code(STREET, "argdown", width="300", alt="Why  it is wet.")), format
    )
    (paragraph,) = made.document["blocks"]
    ((name, data),) = written.items()
    assert name.startswith("pictures/argmap-")
    assert ET.fromstring(data).tag.endswith("svg")
    assert paragraph == {
        "t": "Para",
        "c": [
            {
                "t": "Image",
                "c": [
                    ["", [], [["width", "300px"]]],
                    [
                        *[
                            piece
                            for word in ("Why", "it", "is")
                            for piece in ({"t": "Str", "c": word}, {"t": "Space"})
                        ],
                        {"t": "Str", "c": "wet."},
                    ],
                    [name, ""],
                ],
            }
        ],
    }
    again, _ = drawn(document(code(STREET, "argdown")), format)
    assert "width" not in str(again.document)
    assert "Argument" in str(again.document)


@pytest.mark.parametrize("format", ["epub", "epub3"])
@pytest.mark.parametrize("caption", ["", "Why"])
def test_a_book_holds_the_outline_too(format: str, caption: str) -> None:
    """Who listens to a book would hear that there is an image, and not what it says."""
    words = {"caption": caption} if caption else {}
    made, written = drawn(document(code(STREET, "argdown", **words), code("", "argmap")), format)
    (block, empty) = made.document["blocks"]
    assert len(written) == 2
    assert empty["t"] == "Para"
    assert block["t"] == ("Figure" if caption else "Div")
    image, opens, lists, closes = block["c"][-1]
    assert image["c"][0]["t"] == "Image"
    text, _ = drawn(document(code(STREET, "argdown")), "plain")
    assert [lists] == text.document["blocks"]
    assert [opens["c"][0], closes["c"]] == ["html", ["html", "</details>"]]
    assert ET.fromstring(opens["c"][1] + closes["c"][1])[0].text == "The map in words"


def test_text_holds_the_outline() -> None:
    """Who reads without pictures would read nothing."""
    made, _ = drawn(
        document(code(STREET + "\n[Other]: o\n", "argdown", evaluate="grounded")), "plain"
    )
    (lists,) = made.document["blocks"]
    said = str([lists]).replace("{'t': 'Space'}, ", "")
    assert lists["t"] == "BulletList"
    assert len(lists["c"]) == 2
    (_, inner) = lists["c"][0]
    assert inner["t"] == "BulletList"
    assert inner["c"][0][0]["c"][0]["t"] == "Strong"
    assert [
        said.index(word) for word in ("wet.", "pro:", "rained.", "con:", "dry.", "Other:")
    ] == sorted(said.index(word) for word in ("wet.", "pro:", "rained.", "con:", "dry.", "Other:"))
    assert "[rejected]" in said


def test_a_figure_has_its_name_and_its_caption() -> None:
    """A reference would lead nowhere, in Pandoc of before figures as well."""
    block = code(STREET, "argdown", "wide", id="fig-rain", caption="Why it is wet")
    caption = {
        "t": "Plain",
        "c": [{"t": "Str", "c": "Why"}, {"t": "Space"}, {"t": "Str", "c": "it"}],
    }
    new, _ = drawn(document(copy.deepcopy(block)), "html")
    (figure,) = new.document["blocks"]
    attributes, (short, below), (picture,) = figure["c"]
    assert (figure["t"], attributes, short) == (
        "Figure",
        ["fig-rain", ["argmap", "wide"], []],
        None,
    )
    assert below[0]["c"][:3] == caption["c"]
    assert picture["t"] == "RawBlock"
    old, _ = drawn(document(block, version=(1, 22, 2, 1)), "html")
    (division,) = old.document["blocks"]
    assert (division["t"], division["c"][0]) == ("Div", attributes)
    assert [each["t"] for each in division["c"][1]] == ["RawBlock", "Plain"]
    classed, _ = drawn(document(code(STREET, "argdown", "wide")), "html")
    assert classed.document["blocks"][0]["t"] == "Div"


def test_blocks_within_blocks() -> None:
    """A map in a list, a quote, a note or a table would stay Argdown; or another block be changed."""
    map = code("[A]: a", "argdown")
    inner = [
        {"t": "BulletList", "c": [[map, code("[A]: a", "python")]]},
        {"t": "BlockQuote", "c": [{"t": "Div", "c": [["", [], []], [map]]}]},
        {"t": "Para", "c": [{"t": "Note", "c": [map]}, {"t": "Str", "c": "argdown"}]},
        code("[A]: a"),
        {"t": "HorizontalRule"},
    ]
    made, _ = drawn(document(*copy.deepcopy(inner)), "html")
    text = str(made.document)
    assert text.count("RawBlock") == 3
    assert text.count("CodeBlock") == 2
    assert made.document["blocks"][3:] == inner[3:]


def test_a_deep_document_is_walked() -> None:
    """A document deeper than the stack would end the filter."""
    block: Any = code("[A]: a", "argdown")
    for _ in range(5_000):
        block = {"t": "BlockQuote", "c": [block]}
    made, _ = drawn(document(block), "latex")
    assert "header-includes" in made.document["meta"]


def test_what_is_wrong_is_told_and_stays() -> None:
    """A broken map would break the book, or be missing without a word."""
    blocks = [
        code("===\na: [\n===\n", "argdown"),
        code("[A]: a", "argdown", theme="bark"),
        code("[A]: a", "argdown", width="wide"),
        code("[A]: a\n\n  + b\n", "argdown"),
    ]
    made, _ = drawn(document(*copy.deepcopy(blocks)), "html")
    assert made.document["blocks"][:3] == blocks[:3]
    read, theme, width, finding = made.told
    assert isinstance(read, ReadError)
    assert "'bark'" in str(theme)
    assert "no length" in str(width)
    assert str(finding).startswith("map 1:3:3: a blank line")


@pytest.mark.parametrize("made", [[], {}, {"blocks": {}}, None, "text"])
def test_what_is_no_document(made: Any) -> None:
    """A traceback would stand where Pandoc shows what a filter says."""
    with pytest.raises(ValueError, match="no document of Pandoc"):
        drawn(made, "html")
