"""Tests of writing JSON: the same value gives the same text, and it reads back as it was."""

from __future__ import annotations

import json
from enum import IntEnum
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.jsontext import dense_json, parse_json, write_json
from argmap.source import SourceText, illegal_character

TEXTS = st.text(st.characters(exclude_categories=()), max_size=6)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.text("ab ", min_size=20, max_size=60),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5),
    max_leaves=30,
)

LAYOUT = """\
{
  "argmap": 1,
  "empty": {},
  "claims": [
    {"id": "a", "tags": ["x", "y"], "weight": 0.5},
    {
      "id": "b",
      "text": "The Left should welcome the co-op policy, for it is genuinely progressive, isn't it?"
    }
  ],
  "data": {
    "inner": {"deep": null}
  },
  "pairs": [[1, 2], [3, 4]],
  "none": []
}
"""


def texts_in(value: Any) -> list[str]:
    """Every text inside, keys as well."""
    found: list[str] = []
    left = [value]
    while left:
        part = left.pop()
        if isinstance(part, dict):
            left += [*part, *part.values()]
        elif isinstance(part, list):
            left += part
        elif isinstance(part, str):
            found.append(part)
    return found


@given(VALUES, st.sampled_from([None, 0, 1, 2, 8]), st.integers(0, 120))
def test_what_is_written_reads_back(value: Any, indent: int | None, width: int) -> None:
    """Every value comes back type for type, in order, through any reader of JSON."""
    text = write_json(value, indent=indent, width=width)
    assert repr(json.loads(text)) == repr(value)
    assert text.endswith("\n")
    assert text.encode() == text.encode("utf-8")
    if all(illegal_character(part) is None for part in texts_in(value)):
        again = parse_json(SourceText("a", text)).value
        assert repr(again) == repr(value)
        assert write_json(again, indent=indent, width=width) == text


@given(VALUES, st.integers(20, 100))
@example([["000\x1f\x7f"]], 20)
def test_rows_are_no_wider_than_asked(value: Any, width: int) -> None:
    """A line is longer than the width only for one long text, key or number."""
    for line in write_json(value, width=width).splitlines():
        row = line.strip().removesuffix(",")
        if len(line) > width:
            inner = json.loads(f"[{row}]" if row[-1] not in "[{" and '": ' not in row else "[]")
            assert all(not isinstance(part, list | dict) or not part for part in inner)


def test_the_layout() -> None:
    """Small things stand on one line, objects with objects in them don't, the order is kept."""
    value = {
        "argmap": 1,
        "empty": {},
        "claims": [
            {"id": "a", "tags": ["x", "y"], "weight": 0.5},
            {
                "id": "b",
                "text": "The Left should welcome the co-op policy, for it is genuinely progressive, isn't it?",
            },
        ],
        "data": {"inner": {"deep": None}},
        "pairs": ([1, 2], (3, 4)),
        "none": (),
    }
    assert write_json(value) == LAYOUT
    assert write_json(parse_json(SourceText("a", LAYOUT)).value) == LAYOUT


@pytest.mark.parametrize("width", range(12, 20))
def test_the_width_is_exact(width: int) -> None:
    """A row with the comma after it may be as wide as asked and no wider."""
    text = write_json({"a": [1, 2, 3], "b": 0}, width=width)
    assert ('  "a": [1, 2, 3],' in text) == (width >= len('  "a": [1, 2, 3],'))


def test_all_on_one_line() -> None:
    """Without indent there is one line, as for a log or a line of a larger file."""
    assert write_json({"a": [{"b": [1, {}]}, "x"]}, indent=None) == '{"a": [{"b": [1, {}]}, "x"]}\n'


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("é\u20ac\U0001f600", '"é\u20ac\U0001f600"'),
        ('"\\/\n\t\x00\x1f', '"\\"\\\\/\\n\\t\\u0000\\u001f"'),
        ("\x7f\x85\x9f\u2028\u2029", '"\\u007f\\u0085\\u009f\\u2028\\u2029"'),
        ("\ud800\ufffe\uffff", '"\\ud800\\ufffe\\uffff"'),
        ({"\x7f": 1}, '{\n  "\\u007f": 1\n}'),
        (-0.0, "-0.0"),
        (1e22, "1e+22"),
        (0.1, "0.1"),
        (10**30, str(10**30)),
        (True, "true"),
        ([], "[]"),
        ({}, "{}"),
        ([[]], "[\n  []\n]"),
    ],
)
def test_scalars_and_escapes(value: Any, text: str) -> None:
    """Letters stay readable; what breaks lines, terminals or UTF-8 is an escape."""
    assert write_json(value) == f"{text}\n"


class _Level(IntEnum):
    """A number with a name."""

    HIGH = 3


def test_numbers_with_names_are_written_as_numbers() -> None:
    """A member of an IntEnum isn't written as ``Level.HIGH``."""
    assert write_json([_Level.HIGH]) == "[\n  3\n]\n"


def circular() -> list[Any]:
    """A list that holds itself two levels down."""
    value: list[Any] = [1]
    value.append({"again": value})
    return value


@pytest.mark.parametrize(
    ("value", "kind", "message"),
    [
        ({"a": [1, float("nan")]}, ValueError, "JSON has no number nan (at a[1])"),
        (float("-inf"), ValueError, "JSON has no number -inf"),
        ([{"b": 10**5_000}], ValueError, "a number of too many digits (at [0].b)"),
        ({"a": {3: 1}}, TypeError, "a key must be a text, not 3 (at a[3])"),
        ({None: 1}, TypeError, "a key must be a text, not None"),
        ([{1, 2}], TypeError, "JSON can't say a set (at [0])"),
        ({"a": [[b"x"]]}, TypeError, "JSON can't say a bytes (at a[0][0])"),
        (circular(), ValueError, "a value that holds itself (at [1].again)"),
    ],
)
def test_what_json_can_not_say(value: Any, kind: type[Exception], message: str) -> None:
    """Nothing is written as something else in silence; the message says where it stands."""
    with pytest.raises(kind) as caught:
        write_json(value)
    assert str(caught.value).startswith(message)


def test_a_value_met_twice_is_no_circle() -> None:
    """The same list in two places is written twice."""
    shared = [{"x": 1}]
    assert json.loads(write_json([shared, shared, {"a": shared}])) == [
        shared,
        shared,
        {"a": shared},
    ]


@pytest.mark.parametrize("deep", [41, 100_000])
def test_depth_costs_neither_recursion_nor_a_square_of_blanks(deep: int) -> None:
    """100,000 levels are written in time and size that grow with the depth."""
    value: Any = []
    for _ in range(deep):
        value = {"a": value}
    text = write_json(value)
    assert len(text) < 10 * deep + 5_000
    assert "".join(text.split()) == '{"a":' * deep + "[]" + "}" * deep
    assert max(len(line) - len(line.lstrip()) for line in text.splitlines()) == 80


@pytest.mark.slow
def test_twenty_thousand_elements_take_less_than_two_seconds() -> None:
    """A large map is written in about twice the time of the standard library's indented writer."""
    claims = [{"id": f"c{n}", "text": "words and words " * 8, "tags": ["a"]} for n in range(20_000)]
    text = write_json({"claims": claims})
    assert json.loads(text) == {"claims": claims}


@given(VALUES)
def test_dense_json_says_the_same(value: Any) -> None:
    """A page's script would be given other values, or a text that is no text."""
    text = dense_json(value)
    assert json.loads(text) == value
    assert not any(illegal_character(letter) for letter in text)
    assert "\u2028" not in text


def test_dense_json_is_json() -> None:
    """A browser takes no NaN."""
    assert dense_json({"a": (1, 2.5, "<é>")}) == '{"a":[1,2.5,"<é>"]}'
    with pytest.raises(ValueError, match="JSON compliant"):
        dense_json([float("nan")])
