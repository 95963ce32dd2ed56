"""Tests of finding places in a JSON text."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.jsontext import Path, locate, parse_json, path_text
from argmap.source import SourceText

TEXTS = st.text(st.sampled_from('ab"\\[]{}:, é\n\U0001f600'), max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def parts(value: Any) -> list[tuple[Path, Any]]:
    """Every value inside with its path, the whole first."""
    found: list[tuple[Path, Any]] = [((), value)]
    for path, inner in found:
        if isinstance(inner, dict):
            found += [((*path, step), child) for step, child in inner.items()]
        elif isinstance(inner, list):
            found += [((*path, step), child) for step, child in enumerate(inner)]
    return found


@given(VALUES, st.booleans(), st.sampled_from([None, 0, 3]))
def test_each_part_is_found_where_it_stands(
    value: Any, ascii_only: bool, indent: int | None
) -> None:
    """The text at the place of a value reads as that value, and at its key as the key."""
    text = f" {json.dumps(value, ensure_ascii=ascii_only, indent=indent)}\n"
    if "Infinity" in text:
        return
    source = SourceText("a", text)
    document = parse_json(source)
    for path, part in parts(value):
        span = document.span(path)
        assert json.loads(text[span.start : span.end]) == part
        assert locate(source, path) == span
        key = document.span(path, key=True)
        if path and isinstance(path[-1], str):
            assert json.loads(text[key.start : key.end]) == path[-1]
        else:
            assert key == span


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (("claims", 9), '[{"id": "x"}]'),
        (("claims", "0"), '[{"id": "x"}]'),
        (("claims", 0, "text"), '{"id": "x"}'),
        (("claims", 0, "id", "deeper", 3), '"x"'),
        (("no", 0), '{"claims": [{"id": "x"}], "n": -1.5e3}'),
        (("n", 0), "-1.5e3"),
    ],
)
def test_what_is_not_there_is_placed_at_its_container(path: Path, shown: str) -> None:
    """A missing key is reported at the innermost container on the way that exists."""
    text = '{"claims": [{"id": "x"}], "n": -1.5e3}'
    span = locate(SourceText("a", text), path)
    assert text[span.start : span.end] == shown


def test_ten_thousand_places_are_found_in_the_time_of_a_few() -> None:
    """A dirty file with a finding in each element is looked through once, not once a finding."""
    claims = [{"id": f"c{n}", "text": "some words " * 5} for n in range(10_000)]
    source = SourceText("a", json.dumps({"claims": claims}, indent=1))
    document = parse_json(source)
    places = [document.span(("claims", n, "id")).place for n in range(10_000)]
    assert places[9_999] == "a:40000:10"


def test_deep_paths_need_no_recursion() -> None:
    """A value 50,000 levels down is found."""
    deep = 50_000
    source = SourceText("a", "[" * deep + "7" + "]" * deep)
    assert locate(source, (0,) * deep).start == deep


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ((), ""),
        (("claims", 3, "id"), "claims[3].id"),
        ((0, 1), "[0][1]"),
        ((0, "id"), "[0].id"),
        (("@graph", "aif:x"), '@graph["aif:x"]'),
        (("", "a b"), '[""]["a b"]'),
        (("a.b", "c\n\x1b"), '["a.b"]["c\\n\\u001b"]'),
        (("\u202e",), '["\\u202e"]'),
        (("é3", "3", "k-1"), "é3.3.k-1"),
        (("k" * 61,), '["' + "k" * 60 + '..."]'),
        (("k" * 60,), "k" * 60),
    ],
)
def test_paths_as_people_write_them(path: Path, shown: str) -> None:
    """A path is short and unmistakable, and nothing in it can obey a terminal."""
    assert path_text(path) == shown
