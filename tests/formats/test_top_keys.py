"""The look at the outermost keys, by which formats of JSON are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.top_keys import top_keys

KEYS = {
    '{"a": 1, "b" : [{"c": 2}], "d"\n:{"e": "f"}}': ("a", "b", "d"),
    '\ufeff\r\n {"a":1}': ("a",),
    '{"a": "b", "text \\" \\\\": 0}': ("a", 'text \\" \\\\'),
    '{"a": "{[", "b": 1': ("a", "b"),
    '{"a": 1, "b': ("a",),
    '["a"]': (),
    '"a": 1': (),
    "": (),
    "{}": (),
    "]]]}{": (),
}


@pytest.mark.parametrize("text", KEYS)
def test_the_outermost_keys(text: str) -> None:
    """A key of something inside would pass for one of the document's, or one would be overlooked."""
    assert top_keys(text) == KEYS[text]


def test_only_the_beginning_is_looked_at() -> None:
    """A file of 50 MB would be looked through to say what it is."""
    assert top_keys('{"a": "' + "x" * 64_000 + '", "b": 1}') == ("a",)


@given(st.text('{}[]":,\\a ', max_size=60))
def test_it_never_raises(text: str) -> None:
    """Some broken text would end the look in an error."""
    assert isinstance(top_keys("{" + text), tuple)


@pytest.mark.parametrize("part", ['\\"', '"', "[", '"a":', '"\\', "\\"])
def test_it_takes_no_long_look(part: str) -> None:
    """Some text of 64,000 characters would be looked at for seconds."""
    top_keys('{"' + part * 64_000)
