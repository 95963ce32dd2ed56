"""YAML that is written is read as what it was."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.limits import Limits
from argmap.source import SourceText
from argmap.yamltext import Pairs, parse_yaml
from argmap.yamlwrite import Entries, write_yaml

_TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n\r:#-'\"[]{}&*!|>%@`,? ."),
    max_size=8,
) | st.sampled_from(["yes", "No", "null", "~", "1", "0x1", "1e3", "- a", "a: b", "---", "<<", "é."])
_SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
)
_VALUES = st.recursive(
    _SCALARS | _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=8,
)


def _parse(text: str, **options: Any) -> Any:
    return parse_yaml(SourceText("x", text), **options)


@given(_VALUES)
def test_there_and_back(value: Any) -> None:
    """A text would be read as a number, a sign, or two things."""
    if not _has_merge(value):
        back = _parse(write_yaml(value))
        assert back == value
        assert repr(back) == repr(value)


def _has_merge(value: Any) -> bool:
    return "'<<'" in repr(value) or '"<<"' in repr(value)


def test_how_it_looks() -> None:
    """What people should read would be full of quotes, or lists of mappings stand on lines of their own."""
    value = {
        "text": "Co-ops are good.",
        "note": "a: b",
        "list": [{"a": 1, "b": [1, [2]]}, "x", {}],
        "pairs": Entries([("a", 1), ("a", None)]),
        "none": Entries(),
    }
    assert write_yaml(value) == (
        'text: Co-ops are good.\nnote: "a: b"\nlist:\n  - a: 1\n    b:\n      - 1\n      - - 2\n'
        "  - x\n  - {}\npairs:\n  a: 1\n  a: null\nnone: []\n"
    )


def test_characters_that_end_lines_elsewhere() -> None:
    """A line separator would end a line of YAML 1.1."""
    text = write_yaml({"a\u2028b": "\ufeff\u2029c"})
    assert text == '"a\\u2028b": "\\ufeff\\u2029c"\n'
    assert _parse(text) == {"a\u2028b": "\ufeff\u2029c"}


def test_long_keys() -> None:
    """A claim of a thousand letters could not be a key."""
    value = {"x" * 2_000: {"y " * 2_000: [{"z:" * 1_000: 1, "a": 2}]}}
    assert _parse(write_yaml(value)) == value


def test_nesting_without_end() -> None:
    """A deep value would end in a RecursionError."""
    deep: Any = "a"
    for _ in range(1_000):
        deep = {"k": [deep]}
    text = write_yaml(deep)
    back = _parse(text, limits=Limits(nesting=3_000))
    for _ in range(1_000):
        back = back["k"][0]
    assert back == "a"


def test_pairs() -> None:
    """A key that is there twice would be refused though the reader asked for both, or its place be lost."""
    text = "a: 1\nb: {a: 2, a: 3}\na: [{c: d}]\n<<: {e: 4}\n<<: 5\n"
    found = _parse(text, pairs=True)
    assert found == [
        ("a", 1, 0),
        ("b", [("a", 2, text.index("a: 2")), ("a", 3, text.index("a: 3"))], text.index("b")),
        ("a", [[("c", "d", text.index("c"))]], text.index("a: [")),
        ("e", 4, text.index("e")),
        ("<<", 5, text.index("<<: 5")),
    ]
    assert type(found) is Pairs
    assert type(found[2][1]) is list
    assert type(found[2][1][0]) is Pairs
