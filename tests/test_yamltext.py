"""YAML as plain values: what is read, and what is refused with its place."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.limits import Limits
from argmap.source import SourceText
from argmap.yamltext import parse_yaml


def read(text: str, **bounds: Any) -> Any:
    """The value of a text."""
    return parse_yaml(SourceText("t.yaml", text), **bounds)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        (
            "a: 1\nb: [x, -2.5e3, .5, 0x1F, 0o17, ~, '', null]",
            {"a": 1, "b": ["x", -2500.0, 0.5, 31, 15, None, "", None]},
        ),
        (
            "{a: true, b: no, c: 2020-01-01, d: 12:30, e: 'true'}",
            {"a": True, "b": "no", "c": "2020-01-01", "d": "12:30", "e": "true"},
        ),
        ("{a:[1, 2], b: c}", {"a": [1, 2], "b": "c"}),
        ("1: one\ntrue: yes\nnull: none", {"1": "one", "true": "yes", "null": "none"}),
        (
            "a: &x {b: 1}\nc: *x\nd: {<<: *x, b: 2, e: 3}",
            {"a": {"b": 1}, "c": {"b": 1}, "d": {"b": 2, "e": 3}},
        ),
        ("a: &n 3\n*n : key", {"a": 3, "3": "key"}),
        (
            "a: !!str 1\nb: !!int '2'\nc: !!float 3\nd: !!bool true\ne: !!null ''\nf: ! 12",
            {"a": "1", "b": 2, "c": 3.0, "d": True, "e": None, "f": "12"},
        ),
        (
            "a: &x {b: 1, c: 1}\nd: &y {c: 2, e: 2}\nf: {<<: *x, <<: *y, e: 3}",
            {"a": {"b": 1, "c": 1}, "d": {"c": 2, "e": 2}, "f": {"b": 1, "c": 2, "e": 3}},
        ),
        ("x: !!map {a: !!seq [1]}", {"x": {"a": [1]}}),
        ("t: |\n  two\n  lines\n", {"t": "two\nlines\n"}),
        ("<<: plain", {"<<": "plain"}),
        ('{"<<": {a: 1}}', {"<<": {"a": 1}}),
        ("a: &x <<\n*x : {b: 1}", {"a": "<<", "<<": {"b": 1}}),
        ("+", "+"),
    ],
)
def test_values_are_those_of_the_core_schema(text: str, value: Any) -> None:
    """A word read as a date or a boolean would change what an author wrote."""
    assert read(text) == value


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("a: 1\na: 2", "the key 'a' is there twice", (2, 1)),
        ("a: b: c", "isn't YAML", (1, 5)),
        ("a: [1,", "isn't YAML", (1, 7)),
        ("a: \x01", "isn't YAML", (1, 4)),
        ("--- 1\n--- 2", "a second YAML document", (2, 1)),
        ("? [a]\n: b", "a list or mapping as a key", (1, 3)),
        ("a: !!python/name:os.system x", "makes no plain value", (1, 4)),
        ("a: !thing [x]", "makes no plain value", (1, 4)),
        ("a: !!int x", "isn't what its tag", (1, 4)),
        ("a: &x [*x]", r"\*x stands for nothing", (1, 8)),
        ("a: *y", r"\*y stands for nothing", (1, 4)),
        ("a: .inf", "isn't finite", (1, 4)),
        ("a: -.NaN", "isn't finite", (1, 4)),
        ("a: 1e999", "past the floating", (1, 4)),
    ],
)
def test_what_is_refused_has_its_place(text: str, message: str, place: tuple[int, int]) -> None:
    """A message without its place leaves the author to search the whole file."""
    with pytest.raises(argmap.ReadError, match=message) as caught:
        read(text)
    span = caught.value.span
    assert span is not None
    assert (span.line, span.column) == place


REFUSED: list[tuple[str, str, tuple[int, int], str]] = [
    ("a: 1\na: 2", "the key 'a' is there twice", (5, 6), "take one of them out"),
    (
        "a: b: c",
        "this isn't YAML: mapping values are not allowed here",
        (4, 5),
        "put a text with a colon, a quote or a bracket in it between quotes",
    ),
    ("a: \x01", "this isn't YAML: control characters are not allowed", (3, 4), ""),
    ("--- 1\n--- 2", "a second YAML document", (6, 9), "keep to one"),
    ("? [a]\n: b", "a list or mapping as a key", (2, 3), "take a plain word"),
    (
        "a: !!python/name:os.system x",
        "the tag tag:yaml.org,2002:python/name:os.system makes no plain value",
        (3, 28),
        "write plain values, lists and mappings",
    ),
    (
        "a: !thing [x]",
        "the tag !thing makes no plain value",
        (3, 11),
        "write plain values, lists and mappings",
    ),
    ("a: !!int x", "'x' isn't what its tag tag:yaml.org,2002:int says", (3, 10), ""),
    ("a: *y", "*y stands for nothing that ended before it", (3, 5), ""),
    ("a: .inf", ".inf isn't finite", (3, 7), ""),
    ("a: 1e999", "the number 1e999 is past the floating ones", (3, 8), ""),
]


@pytest.mark.parametrize(("text", "message", "place", "hint"), REFUSED)
def test_it_is_refused_in_these_words(
    text: str, message: str, place: tuple[int, int], hint: str
) -> None:
    """Half a message leaves the author to guess; and so does the place of a text within another, if it is that of the part."""
    for before, after in (("", ""), ("xx\n", "\n: : yy")):
        with pytest.raises(argmap.ReadError) as caught:
            read(before + text + after, start=len(before), stop=len(before + text))
        error = caught.value
        assert error.span is not None
        told = error.message.replace("special characters", "control characters")  # PyYAML without C
        assert (told, error.hint) == (message, hint)
        assert (error.span.start - len(before), error.span.end - len(before)) == place


def test_yaml_inside_a_document_has_the_places_of_the_document() -> None:
    """Front matter is a part of a file; its line 1 isn't the file's."""
    text = "===\ntitle: [\n===\n"
    with pytest.raises(argmap.ReadError) as caught:
        read(text, start=4, stop=13)
    assert caught.value.span is not None
    assert caught.value.span.line == 3
    assert read("xx{a: 1}yy", start=2, stop=8) == {"a": 1}


def test_aliases_cant_make_a_small_text_large() -> None:
    """Nine lines of aliases would else stand for a thousand million values."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    with pytest.raises(argmap.ReadError, match="more than 1,000,000 values"):
        read("\n".join(lines))


def test_deep_nesting_is_refused_by_the_limit() -> None:
    """A thousand brackets would else run out of stack further on."""
    with pytest.raises(argmap.TooLarge, match="nesting"):
        read("[" * 1000 + "]" * 1000)
    assert read("[[1]]", limits=Limits(nesting=2)) == [[1]]
    with pytest.raises(argmap.TooLarge):
        read("[[1]]", limits=Limits(nesting=1))
    with pytest.raises(argmap.TooLarge, match=r"^t\.yaml:2:4: "):
        read("a: 1\nb: [[1]]", limits=Limits(nesting=1))


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Any other exception would reach a user who only opened a file."""
    with suppress(argmap.ReadError):
        value = read(text)
        assert value is None or isinstance(value, str | int | float | bool | list | dict)
