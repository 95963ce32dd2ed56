"""XML as text: every tree is read again as it was written, by our reader and by Python's own."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.source import SourceText
from argmap.xmltext import (
    Element,
    element_of,
    escape_attribute,
    escape_text,
    kept,
    parse_xml,
    write_xml,
)

LEGAL = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
TEXTS = st.text(LEGAL | st.sampled_from("\t\n\r<>&\"']"), min_size=1, max_size=8)
NAMES = st.sampled_from(["a", "b-c", "_x.1", "ä", "{u:v}a", "{w}b", "{u:v}ö"])
XML_NAMES = st.sampled_from(["{http://www.w3.org/XML/1998/namespace}lang"])


def _trees(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    attributes = st.dictionaries(NAMES | XML_NAMES, TEXTS | st.just(""), min_size=1, max_size=3)
    held = st.lists(inner | TEXTS, max_size=4).map(_joined)
    plain = st.tuples(NAMES, held).map(lambda made: [made[0], *made[1]])
    return plain | st.tuples(NAMES, attributes, held).map(lambda made: [*made[:2], *made[2]])


def _joined(parts: list[Any]) -> list[Any]:
    """The parts with texts that touch each other made one."""
    made: list[Any] = []
    for part in parts:
        if isinstance(part, str) and made and isinstance(made[-1], str):
            made[-1] += part
        else:
            made.append(part)
    return made


TREES = st.recursive(NAMES.map(lambda name: [name]), _trees, max_leaves=12)


def tree(value: Any) -> Element:
    """The element of a value that is one."""
    made = element_of(value)
    assert made is not None
    return made


@given(TREES, st.dictionaries(st.sampled_from(["u:v", "w"]), st.sampled_from(["", "p", "q"])))
def test_what_is_written_is_read_again(value: Any, prefixes: dict[str, str]) -> None:
    """A text, a blank or a namespace would change from one saving to the next."""
    text = write_xml(tree(value), indent=None, prefixes=prefixes)
    assert kept(parse_xml(SourceText("", text)).root) == value
    assert ElementTree.canonicalize(text)


@given(TREES)
def test_indents_change_no_text(value: Any) -> None:
    """The blanks between elements would become a part of what somebody said."""

    def texts(element: Element) -> list[tuple[str, str]]:
        return [
            (one.name, one.text) for one in element.walk() if one.text.strip() or not one.children
        ]

    before = tree(value)
    text = write_xml(before)
    assert texts(parse_xml(SourceText("", text)).root) == texts(before)
    assert ElementTree.fromstring(text).tag == value[0]


def test_namespaces_have_their_prefixes() -> None:
    """Software that looks for a prefix instead of a namespace wouldn't find it."""
    root = Element("g", {"{x}t": "1"}, [Element("n", {}, [], "u"), Element("m", {}, [], "x")], "u")
    assert write_xml(
        root, prefixes={"u": "", "x": "xsi"}, before=["<!DOCTYPE g>"], indent=None
    ) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE g>\n'
        '<g xmlns="u" xmlns:xsi="x" xsi:t="1"><n/><xsi:m/></g>\n'
    )
    assert '<ns1:g xmlns:ns1="u"' in write_xml(
        Element("g", {}, [Element("h")], "u"), prefixes={"u": ""}
    )
    two = Element("g", {}, [Element("h", {}, [], "x")], "u")
    assert '<p:g xmlns:p="u" xmlns:p-3="x">' in write_xml(two, prefixes={"u": "p", "x": "p"})
    assert '<p:g xmlns:p="u" p:y="">' in write_xml(
        Element("g", {"{u}y": ""}, [], "u"), prefixes={"u": "p"}
    ).replace("/>", ">")


def test_what_xml_cant_say_is_replaced() -> None:
    """A file would be written that nobody can read."""
    wrong = "a\0\x01\x1f\x7f\x9f\ud800\ufffe\uffffz"
    assert escape_text(wrong) == escape_attribute(wrong) == "a" + "\ufffd" * 8 + "z"
    assert escape_text("]]>\r\n\t\"'") == "]]&gt;&#13;\n\t\"'"
    assert escape_attribute("]]>\r\n\t\"'") == "]]&gt;&#13;&#10;&#9;&quot;'"


def test_deep_trees_are_written() -> None:
    """A tree as deep as a limit that somebody raised would run out of stack."""
    root = inner = Element("a")
    for _ in range(5_000):
        inner.content.append(Element("a"))
        inner = inner.children[0]
    text = write_xml(root, indent=None)
    assert text.count("<a>") == 5_000
    value = kept(root)
    assert write_xml(tree(value), indent=None) == text


@pytest.mark.parametrize(
    "value",
    [
        None,
        "a",
        [],
        [1],
        ["a b"],
        ["a:b"],
        ["²"],
        ["{u}"],
        ["{http://www.w3.org/2000/xmlns/}a"],
        ["a", {}],
        ["a", {"x": 1}],
        ["a", {"x": "\0"}],
        ["a", {"xmlns": "u"}],
        ["a", {"x y": "u"}],
        ["a", "x", "y"],
        ["a", ""],
        ["a", "\x01"],
        ["a", 1],
        ["a", ["b", [None]]],
    ],
)
def test_what_is_no_element_is_known(value: Any) -> None:
    """Free data that somebody wrote himself would make a file that nobody can read."""
    assert element_of(value) is None


def test_elements_tell_what_they_hold() -> None:
    """A format would look in the wrong place."""
    root = tree(["a", "x", ["b", {"y": "1"}, "in"], "z", ["c", ["b"]], ["b", "more"]])
    assert root.text == "xz"
    assert root.whole_text == "xinzmore"
    assert [element.text for element in root.named("b")] == ["in", "more"]
    assert root.first("c") is root.children[1]
    assert root.first("d") is None
    assert [element.name for element in root.walk()] == ["a", "b", "c", "b", "b"]
    assert repr(root.children[0]) == "<b with 1 attributes, 1 parts>"


def test_the_lines_of_a_document() -> None:
    """A file that people compare line by line would be laid out anew."""
    inner = Element("c", content=[Element("d"), Element("e", content=["text"])])
    root = Element("a", content=[Element("b"), inner, Element("f", content=["so", Element("g")])])
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<a>",
        "  <b/>",
        "  <c>",
        "    <d/>",
        "    <e>text</e>",
        "  </c>",
        "  <f>so<g/></f>",
        "</a>",
        "",
    )
    assert write_xml(root) == "\n".join(lines)
    assert write_xml(root, indent=4) == "\n".join(
        [" " * (len(line) - len(line.lstrip(" "))) + line for line in lines]
    )
    assert write_xml(root, indent=None).splitlines() == [
        lines[0],
        "<a><b/><c><d/><e>text</e></c><f>so<g/></f></a>",
    ]
