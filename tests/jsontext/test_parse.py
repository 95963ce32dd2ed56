"""Tests of the fast reader of JSON: it agrees with the slow one, and with the standard library."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ReadError, TooLarge
from argmap.jsontext import JsonValue, parse_json
from argmap.jsontext.parse import quick_json
from argmap.jsontext.scan import scan
from argmap.limits import Limits
from argmap.source import SourceText, illegal_character
from tests.profiles import examples

LIMITS = Limits(nesting=6)
TEXTS = st.text(max_size=8) | st.text(st.characters(exclude_categories=()), max_size=3)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(
    SCALARS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
SIGNS = r"""[ ] { } , : " \ "a" "a": [] {} "" ":" \\ \" \u \ud83d \ude00 \u0007 \b \f \n \t d800
0 - e 1e400 1.5 NaN true null // ' €"""
PIECES = st.sampled_from([*SIGNS.split(), *" \n\t\x00\x7f\x85\xa0\ud800\ufffe"])


def expected(text: str) -> Any:
    """What the text means by the standard library and a plain check of the rest; or ValueError."""

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) < len(pairs):
            raise ValueError("twice")
        return dict(pairs)

    def no(what: str) -> Any:
        raise ValueError(what)

    def number(digits: str) -> float:
        return float(digits) if math.isfinite(float(digits)) else no(digits)

    value = json.loads(text, object_pairs_hook=members, parse_constant=no, parse_float=number)
    level: list[Any] = [value]
    deep = 0
    while level:
        texts = [v for v in level if isinstance(v, str)]
        texts += [k for v in level if isinstance(v, dict) for k in v]
        if any(illegal_character(t) is not None for t in texts):
            raise ValueError("character")
        level = [v for v in level if isinstance(v, dict | list)]
        deep += bool(level)
        level = [c for v in level for c in (v.values() if isinstance(v, dict) else v)]
    return value if deep <= LIMITS.nesting else no("deep")


def check(text: str) -> None:
    """Both readers do what is expected: the same value, type for type, or a ReadError."""
    source = SourceText("a.json", text)
    try:
        value = repr(expected(text))
    except ValueError:
        with pytest.raises(ReadError) as fast:
            parse_json(source, limits=LIMITS)
        with pytest.raises(ReadError) as slow:
            scan(source, LIMITS)
        assert str(fast.value) == str(slow.value)
        assert fast.value.span is not None
        assert 0 <= fast.value.span.start <= len(text)
    else:
        assert repr(parse_json(source, limits=LIMITS).value) == value
        assert repr(scan(source, LIMITS)) == value


@given(VALUES, st.booleans(), st.sampled_from([None, 0, 1]))
def test_agrees_on_documents(value: Any, ascii_only: bool, indent: int | None) -> None:
    """Whatever the standard library writes is read the same, or refused for what it holds."""
    check(json.dumps(value, ensure_ascii=ascii_only, indent=indent))


@given(VALUES, st.booleans(), st.data())
@settings(max_examples=examples(400))
def test_agrees_on_mutants(value: Any, ascii_only: bool, data: st.DataObject) -> None:
    """A document with a few pieces cut out or put in raises ReadError or is read, nothing else."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 2))
        piece = data.draw(PIECES | st.just("") | st.characters(exclude_categories=()))
        text = text[:start] + piece + text[start + cut :]
    check(text)


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=examples(400))
def test_agrees_on_heaps_of_pieces(text: str) -> None:
    """Texts that are hardly JSON at all are refused in the same words by both readers."""
    check(text)
    check(f'["{text}"]')


@given(VALUES, st.integers(1, 5), st.data())
def test_agrees_wherever_the_text_is_cut(value: Any, width: int, data: st.DataObject) -> None:
    """What stands where one piece ends and the next begins would be taken for something else."""
    text = json.dumps(value, ensure_ascii=False)
    start = data.draw(st.integers(0, len(text)))
    with patch("argmap.jsontext.parse._PIECE", width):
        check(text)
        check(text[:start] + data.draw(PIECES) + text[start:])


@given(st.binary(max_size=40))
def test_any_text_is_read_or_refused(data: bytes) -> None:
    """Arbitrary characters raise ReadError or are read."""
    check(data.decode("latin-1"))


def shuffled_escapes(n: int) -> str:
    """A text that makes the check of escapes look at every one of them."""
    return '["' + "\\\\ud83d" * n + '"]'


PATHOLOGICAL: dict[str, Callable[[int], str]] = {
    "open lists": lambda n: "[" * n,
    "open objects": lambda n: '{"":' * n,
    "closed lists": lambda n: "[" * n + "]" * n,
    "closers": lambda n: "]" * n,
    "flat numbers": lambda n: "[" + "1," * n + "1]",
    "empty objects": lambda n: "[" + "{}," * n + "{}]",
    "many keys": lambda n: "{" + ",".join(f'"{k}":1' for k in range(n)) + "}",
    "many keys, one twice": lambda n: "{" + ",".join(f'"{k}":1' for k in range(n)) + ',"0":1}',
    "a long text": lambda n: '["' + "x" * n,
    "a long text of quotes": lambda n: '["' + '\\"' * n + '"]',
    "backslashes": lambda n: '["' + "\\" * n,
    "texts without commas": lambda n: "[" + '""' * n,
    "quotes": lambda n: '"' * n,
    "colons in texts": lambda n: "[" + '":",' * n + '""]',
    "one digit after the other": lambda n: "1" * n,
    "a long fraction": lambda n: "0." + "1" * n + "e",
    "minus signs": lambda n: "-" * n,
    "blanks": lambda n: " " * n,
    "blanks and a bracket": lambda n: " " * n + "]",
    "apostrophes": lambda n: "'" * n,
    "escapes": lambda n: '["' + "\\u0041" * n + '"]',
    "tabs as escapes": lambda n: '["' + "\\u0009" * n + '"]',
    "pairs": lambda n: '["' + "\\ud83d\\ude00" * n + '"]',
    "no pairs": shuffled_escapes,
    "a control at the end": lambda n: '["' + "\\n" * n + '\\u0000"]',
    "lines": lambda n: "\n" * n + "]",
    "sawteeth": lambda n: "[" + ("[" * 9 + "]" * 9 + ",") * (n // 20) + "0]",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_pathological_documents_end(name: str) -> None:
    """A reader that goes back over its input would take minutes here; tests/benchmarks measures it."""
    source = SourceText("a", PATHOLOGICAL[name](100_000))
    with suppress(ReadError):
        assert parse_json(source, limits=Limits(nesting=1_000_000)).source is source


def test_a_level_too_many_is_refused_by_both() -> None:
    """What the standard library reads with ease would be read past the limit."""
    check("[" * 6 + "]" * 6)
    check("[" * 7 + "]" * 7)
    check('{"a": ' * 7 + "1" + "}" * 7)


def test_a_hundred_thousand_levels_are_refused_at_once() -> None:
    """Deep nesting costs no more than any other text and no RecursionError comes through."""
    for opener in ("[", '{"a":', '[{"a":'):
        with pytest.raises(TooLarge):
            parse_json(SourceText("a", opener * 100_000))


def test_odd_keys_are_plain_data() -> None:
    """Names that mean something in other languages are keys like any other."""
    text = '{"__proto__": {"__class__": 1}, "constructor": [], "": null}'
    value: JsonValue = {"__proto__": {"__class__": 1}, "constructor": [], "": None}
    assert parse_json(SourceText("a", text)).value == value


def test_scalars_are_documents() -> None:
    """RFC 8259 lets any value be the whole document; whether a format does is its own matter."""
    for text, scalar in [('"x"', "x"), ("null", None), ("-0", 0), ("1E2", 100.0), (" true ", True)]:
        assert parse_json(SourceText("a", text)).value == scalar


def test_errors_of_a_document_have_place_and_path() -> None:
    """A reader can say what is wrong with a value, at the value or at its key."""
    document = parse_json(SourceText("a.json", '{"claims": [\n {"id": 7}]}'))
    error = document.error(("claims", 0, "id"), "an id must be a text", hint="quote it")
    assert str(error).splitlines() == [
        "a.json:2:9: an id must be a text (at claims[0].id)",
        '  2 |  {"id": 7}]}',
        "    |         ^",
        "  quote it",
    ]
    assert document.error(("claims", 0, "id"), "x", key=True).span == document.span(
        ("claims", 0, "id"), key=True
    )
    assert "Places" not in repr(document)


@pytest.mark.parametrize(
    ("text", "shallow"),
    [
        ("1", True),
        ('{"a": {"b": [1, {}, "x:{"]}, "a\\"": 1e3, "\\\\": {}}', True),
        ('["\\u00e9\\ud83d\\ude00\\t\\n", "€\xa0", -0.5, 1e308, 12345678901234567890]', True),
        ("[" * 88 + "]" * 88, True),
        ("[" * 91 + "]" * 91, False),
    ],
)
def test_what_the_fast_reader_knows(text: str, shallow: bool) -> None:
    """All documents would be read by the slow one, which takes twenty times as long; none would be wrong."""
    found = quick_json(SourceText("a", text))
    assert found is not None
    assert found.value == json.loads(text)
    assert found.shallow is shallow


@pytest.mark.parametrize("most", [1, 2, 6])
def test_the_limit_of_nesting_is_exact(most: int) -> None:
    """A document at the limit would be refused, or one past it be read."""
    for opener, closer in ("[]", ('{"a":', "}")):
        for inner in ("1", "[]", "{}"):
            depth = most - (inner != "1")
            text = opener * depth + inner + closer * depth
            assert (
                parse_json(SourceText("a", text), limits=Limits(nesting=most)).source.text == text
            )
            with pytest.raises(TooLarge, match=f"nested deeper than {most}"):
                parse_json(SourceText("a", f"[{text}]"), limits=Limits(nesting=most))
