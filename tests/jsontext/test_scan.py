"""Tests of what is refused in a JSON text, each with its place, its reason and the next step."""

from __future__ import annotations

import json
import sys

import pytest

from argmap.errors import ReadError, TooLarge
from argmap.jsontext import JsonValue, kind_of, parse_json
from argmap.jsontext.scan import scan
from argmap.limits import Limits
from argmap.source import SourceText

QUOTES = "write texts in straight double quotes"
LOST = "or a part of the file is lost"
COMMENT = "JSON has no comments; take it out"
NO_NUMBER = "JSON has no such number; write null"
AS_NUMBER = "write it like -1.5 or 2e-3, or as a text"

REFUSED = [
    (
        "",
        0,
        1,
        "the file is empty",
        'a map without claims is written {"argmap": 1}, in a file called .json',
    ),
    (
        " \r\n\t",
        0,
        1,
        "the file is empty",
        'a map without claims is written {"argmap": 1}, in a file called .json',
    ),
    ("[1,]", 2, 3, "a comma before the end of the list", "take the comma out"),
    ('{"a":1 , }', 7, 8, "a comma before the end of the object", "take the comma out"),
    ("[1 2]", 3, 4, "a comma is missing before this", "write a comma between the two"),
    ("[1,,2]", 3, 4, "a value is missing before ','", "write the value, or null"),
    ('{"a":}', 5, 6, "a value is missing before '}'", "write the value, or null"),
    ("]", 0, 1, "a value is missing before ']'", "write the value, or null"),
    ("{a:1}", 1, 2, "a key is needed here", "write the key in double quotes"),
    ("{,}", 1, 2, "a key is needed here", "write the key in double quotes"),
    ("{'a':1}", 1, 2, "a key is needed here", QUOTES),
    ("{\u201ca\u201d:1}", 1, 2, "a key is needed here", QUOTES),
    ('{"a" 1}', 1, 4, "a colon is missing after this key", "write a colon and the value"),
    ("['x y']", 1, 3, "'x isn't a value of JSON", QUOTES),
    ("[x]", 1, 2, "x isn't a value of JSON", QUOTES),
    ("[True]", 1, 5, "True isn't a value of JSON", "write true"),
    ("[False]", 1, 6, "False isn't a value of JSON", "write false"),
    ("None", 0, 4, "None isn't a value of JSON", "write null"),
    ("[undefined]", 1, 10, "undefined isn't a value of JSON", "write null"),
    ("[NaN]", 1, 4, "NaN isn't a value of JSON", NO_NUMBER),
    ("[nan]", 1, 4, "nan isn't a value of JSON", NO_NUMBER),
    ("Infinity", 0, 8, "Infinity isn't a value of JSON", NO_NUMBER),
    ("[-Infinity]", 1, 10, "-Infinity isn't a value of JSON", NO_NUMBER),
    ("[01]", 1, 3, "01 isn't a number of JSON", AS_NUMBER),
    ("[.5]", 1, 3, ".5 isn't a number of JSON", AS_NUMBER),
    ("[1.]", 1, 3, "1. isn't a number of JSON", AS_NUMBER),
    ("[+1]", 1, 3, "+1 isn't a number of JSON", AS_NUMBER),
    ("[-]", 1, 2, "- isn't a number of JSON", AS_NUMBER),
    ("[1\u0660]", 1, 3, "1\u0660 isn't a number of JSON", AS_NUMBER),
    ("[" + "x" * 50 + "]", 1, 51, "x" * 40 + "... isn't a value of JSON", QUOTES),
    ("\ufeff1", 0, 2, "\\ufeff1 isn't a value of JSON", QUOTES),
    (
        "[1e400]",
        1,
        6,
        "a number beyond the greatest there is (about 1.8e308)",
        "write it as a text",
    ),
    ("-1e400", 0, 6, "a number beyond the greatest there is (about 1.8e308)", "write it as a text"),
    ("9" * 4_301, 0, 4_301, "a number of 4,301 digits; the most is 4,300", "write it as a text"),
    ("[1] x", 4, 5, "there is more after the end of the document", "keep one value a file"),
    ('{}\n{"a":1}', 3, 4, "there is more after the end of the document", "keep one value a file"),
    ("[1] // c", 4, 5, "a comment", COMMENT),
    ("/* c */ 1", 0, 1, "a comment", COMMENT),
    ("[1 # c\n]", 3, 4, "a comment", COMMENT),
    ("{ // c\n}", 2, 3, "a comment", COMMENT),
    ('{"a":1}}', 7, 8, "there is more after the end of the document", "keep one value a file"),
    ("[1,\xa02]", 3, 4, "character U+00A0 isn't white space in JSON", "write a plain space"),
    ("\x0b1", 0, 1, "control character U+000B isn't white space in JSON", "write a plain space"),
    (
        '["a\nb"]',
        3,
        4,
        "a line ends inside a text",
        "close the quote, or write the line break as \\n",
    ),
    (
        '["a\rb"]',
        3,
        4,
        "a line ends inside a text",
        "close the quote, or write the line break as \\n",
    ),
    ('["a\tb"]', 3, 4, "control character U+0009 in a text", "write it as \\t"),
    ('["a\x00"]', 3, 4, "control character U+0000 in a text", "take it out"),
    (r'["\x"]', 2, 4, r"\x means nothing in a text", r"write a backslash as \\"),
    (
        r'["\u12"]',
        2,
        4,
        r"\u needs four hexadecimal digits",
        r"write a character as \u00e9, a backslash as \\",
    ),
    (r'["\u0000x"]', 2, 8, "control character U+0000 in a text", "take it out"),
    (r'["a\\\u001F"]', 5, 11, "control character U+001F in a text", "take it out"),
    (r'["\t\n\r\u000b"]', 8, 14, "control character U+000B in a text", "take it out"),
    ('["\x7f"]', 2, 3, "control character U+007F in a text", "take it out"),
    (r'["\u007f"]', 2, 8, "control character U+007F in a text", "take it out"),
    ('["\x80"]', 2, 3, "control character U+0080 in a text", "take it out"),
    (r'["\u009F"]', 2, 8, "control character U+009F in a text", "take it out"),
    (r'["\ud800"]', 2, 8, "lone surrogate U+D800 in a text", "take it out"),
    (r'["\ud83d\ude00\uDE00"]', 14, 20, "lone surrogate U+DE00 in a text", "take it out"),
    (r'["\ud83d\\ude00"]', 2, 8, "lone surrogate U+D83D in a text", "take it out"),
    (r'["\\ud83d\ude00"]', 9, 15, "lone surrogate U+DE00 in a text", "take it out"),
    ('["\ud800"]', 2, 3, "lone surrogate U+D800 in a text", "take it out"),
    ('["\ufffe"]', 2, 3, "character U+FFFE in a text", "take it out"),
    (r'["\uFFFF"]', 2, 8, "character U+FFFF in a text", "take it out"),
    (r'{"\u0007": 1}', 2, 8, "control character U+0007 in a text", "take it out"),
]

REFUSED_BY_ITS_END = [
    ("[1", 2, "list", 1, "]"),
    ("[1, [tru", 8, "list", 5, "]"),
    ("[1,\n ", 3, "list", 1, "]"),
    ("{", 1, "object", 1, "}"),
    ('{"a"', 4, "object", 1, "}"),
    ('{"a":', 5, "object", 1, "}"),
    ('{"a":1,', 7, "object", 1, "}"),
    ('[1, {"a": -', 11, "object", 5, "}"),
]


def refusal(text: str, limits: Limits | None = None) -> ReadError:
    """How both readers refuse the text; they must say the same."""
    source, limits = SourceText("a.json", text), limits or Limits()
    with pytest.raises(ReadError) as slow:
        scan(source, limits)
    with pytest.raises(ReadError) as fast:
        parse_json(source, limits=limits)
    assert str(slow.value) == str(fast.value)
    assert type(slow.value) is type(fast.value)
    assert fast.value.__context__ is None
    return fast.value


@pytest.mark.parametrize(("text", "start", "end", "message", "hint"), REFUSED)
def test_refused_with_place_reason_and_next_step(
    text: str, start: int, end: int, message: str, hint: str
) -> None:
    """Each fault is reported where it stands, in words, with what to do about it."""
    error = refusal(text)
    assert error.span is not None
    assert (error.message, error.hint) == (message, hint)
    assert (error.span.start, error.span.end) == (start, end)
    assert type(error) is ReadError


@pytest.mark.parametrize(("text", "at", "noun", "column", "closer"), REFUSED_BY_ITS_END)
def test_a_truncated_document_says_what_was_open(
    text: str, at: int, noun: str, column: int, closer: str
) -> None:
    """Half a download is told as such, with the innermost container that has no end."""
    error = refusal(text)
    assert error.span is not None
    opened = f"the {noun} opened at line 1, column {column}"
    assert error.message == f"the document ends inside {opened}"
    assert error.hint == f"it needs its {closer}, {LOST}"
    assert error.span.start == at


@pytest.mark.parametrize("text", ['["abc', '["ab\\', '["'])
def test_a_text_cut_in_the_middle(text: str) -> None:
    """A document that ends inside a text points at the text's opening quote."""
    error = refusal(text)
    assert error.span is not None
    assert error.message == "the document ends inside this text"
    assert (error.span.start, error.span.end) == (1, len(text))


def test_the_wrong_bracket_names_the_right_one() -> None:
    """A bracket that closes nothing says where the open one stands."""
    error = refusal('{\n "a": [1}')
    assert error.message == "'}' can't close the list opened at line 2, column 7"
    assert error.hint == "close it with ] first"
    assert str(error).startswith("a.json:2:9: ")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"id": 1,\n "id": 2}', "2:2"),
        ('{"id": 1,\n "\\u0069d": 2}', "2:2"),
        ('[{"a": {"b": 1, "b": 1}}]', "1:17"),
        ('{"": 1, "": 1}', "1:9"),
        ('{"a:b": 1, "a\\"": {":": 1}, "a:b": 2}', "1:29"),
        (r'{"\\": 1, "\\": 1}', "1:11"),
    ],
)
def test_a_key_there_twice(text: str, place: str) -> None:
    """The second of two equal keys is refused, however they are written and wherever they are."""
    error = refusal(text)
    assert "is there twice; the first is at line 1" in error.message
    assert str(error).startswith(f"a.json:{place}: ")


def test_a_long_or_hostile_key_is_cut_and_escaped() -> None:
    """A key of a megabyte doesn't become a message of a megabyte, nor move a cursor."""
    key = "\u202e" + "k" * 1_000
    error = refusal(json.dumps({key: 1})[:-1] + f', "{key}": 2}}')
    assert len(error.message) < 200
    assert "\u202e" not in error.message


def test_equal_keys_in_different_objects_are_fine() -> None:
    """Only one object's keys are compared, not those of its neighbours and children."""
    value = {"a": {"a": [{"a": 1}, {"a": 1}]}, "b": 1}
    source = SourceText("a.json", json.dumps(value))
    assert scan(source, Limits()) == parse_json(source).value == value


@pytest.mark.parametrize("opener", ["[", '{"a":'])
@pytest.mark.parametrize("closed", [True, False])
def test_nesting_is_limited(opener: str, closed: bool) -> None:
    """At the limit a document is read; one level more, or 100,000, is TooLarge with the place."""
    closer = {"[": "]"}.get(opener, "}") if closed else ""
    inside = "[]" if closed else "["
    limits = Limits(nesting=50)
    if closed:
        parse_json(SourceText("a", opener * 49 + "[]" + closer * 49), limits=limits)
    for deep in (50, 199, 900, 100_000):
        error = refusal(opener * deep + inside + closer * deep, limits)
        assert isinstance(error, TooLarge)
        assert "nested deeper than 50" in error.message
        assert error.span is not None
        assert error.span.start == len(opener) * 50


def test_brackets_inside_texts_are_no_nesting() -> None:
    """A text full of brackets, colons and quotes counts for nothing."""
    value: JsonValue = [{'[[{"' * 9: ':"\\' * 9 + "]"}, "[" * 300, "\\", '"', "\\\\", "::"]
    source = SourceText("a", json.dumps(value))
    assert parse_json(source, limits=Limits(nesting=2)).value == value
    with pytest.raises(TooLarge):
        parse_json(source, limits=Limits(nesting=1))


def test_a_raised_limit_goes_as_deep_as_it_says() -> None:
    """With the limit raised, 100,000 levels are read: no RecursionError from below."""
    deep = 100_000
    source = SourceText("a", "[" * deep + "]" * deep)
    value = parse_json(source, limits=Limits(nesting=deep)).value
    levels = 0
    while value:
        assert isinstance(value, list)
        value, levels = value[0], levels + 1
    assert levels == deep - 1


@pytest.mark.parametrize("allowed", [0, 640, 10_000])
def test_long_numbers_wherever_python_stands(allowed: int) -> None:
    """A Python told to read longer numbers, or only shorter ones, refuses in the same words."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(allowed)
    try:
        most = min(allowed or 4_300, 4_300)
        assert "digits; the most is " in refusal("[-" + "1" * (most + 1) + "]").message
        source = SourceText("a", "-" + "1" * most)
        assert parse_json(source).value == scan(source, Limits()) == -int("1" * most)
    finally:
        sys.set_int_max_str_digits(before)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({}, "an object"),
        ([], "a list"),
        ("", "a text"),
        (1, "a number"),
        (0.5, "a number"),
        (True, "true"),
        (False, "false"),
        (None, "null"),
    ],
)
def test_kinds_have_names(value: JsonValue, kind: str) -> None:
    """Messages of the readers say what stands there in the words of JSON, not of Python."""
    assert kind_of(value) == kind
