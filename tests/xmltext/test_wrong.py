"""What is said of a text that isn't XML: the words, the characters they are about, and what to do."""

from __future__ import annotations

import pytest

import argmap
from argmap.source import SourceText
from argmap.xmltext import parse_xml

REFUSED: list[tuple[str, str, tuple[int, int], str]] = [
    (
        "<a>\n <b>x</c></a>",
        "this doesn't end <b>, which began in line 2",
        (11, 12),
        "end that first, with </b>",
    ),
    ("<a>\n<b>", "the document ends inside <b>, which began in line 2", (7, 8), "end it with </b>"),
    ("<a x='1' x='2'/>", "this attribute is there twice", (9, 10), "take one of the two out"),
    (
        "<a/>\n<b/>",
        "something stands behind the end of the document",
        (5, 6),
        "take it out; there is one outermost element",
    ),
    ("", "the file is empty", (0, 1), "look whether it is the right file"),
    (" \n", "the file is empty", (2, 3), "look whether it is the right file"),
    ("<!-- x -->", "there is no element in the document", (10, 11), ""),
    ("{}", "this isn't XML", (0, 1), "a document of XML begins with a tag, such as <map>"),
    (
        "<a>x & y</a>",
        "this isn't well-formed XML",
        (6, 7),
        "write &lt; for < and &amp; for & in a text",
    ),
    ("<a>\x01</a>", "this character can't stand in XML", (3, 4), "leave it out"),
    (
        "<a>ä&auml;</a>",
        "the entity &auml; is defined nowhere",
        (4, 10),
        "write the character itself",
    ),
    ("<p:a/>", "a prefix here is bound to no namespace", (0, 1), 'declare it: xmlns:prefix="..."'),
    (
        " <?xml version='1.0'?><a/>",
        "the XML declaration must be the first thing in the file",
        (1, 2),
        "take out what stands before it",
    ),
    (
        "<?xml encoding='utf-8'?><a/>",
        "the XML declaration is broken",
        (6, 7),
        'write <?xml version="1.0" encoding="UTF-8"?>',
    ),
    ("<a><![CDATA[x", "this CDATA section isn't closed", (13, 14), "end it with ]]>"),
    ("<a", "this tag isn't closed", (0, 1), "end it with >"),
    (
        "<?xml version='1.0' encoding='klingon'?><a/>",
        "the encoding klingon isn't one that is read",
        (30, 37),
        "save the file as UTF-8",
    ),
    (
        "<!DOCTYPE a []><a/>",
        "the document type declaration is more than a name and a file",
        (0, 9),
        "take the declarations and entities out, and write in their places what they stand for",
    ),
]


@pytest.mark.parametrize(("text", "message", "place", "hint"), REFUSED)
def test_it_is_refused_in_these_words(
    text: str, message: str, place: tuple[int, int], hint: str
) -> None:
    """Half a message leaves the author to guess, and a wrong place to search."""
    with pytest.raises(argmap.ReadError) as caught:
        parse_xml(SourceText("t", text))
    error = caught.value
    assert error.span is not None
    assert (error.message, error.hint) == (message, hint)
    assert (error.span.start, error.span.end) == place
