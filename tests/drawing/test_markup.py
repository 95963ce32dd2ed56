"""The one place that escapes."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.drawing.markup import attribute, number, numbers, safe_url, text_node


def seen(text: str) -> str:
    """What an XML reader must give back: characters that XML can't hold are U+FFFD."""
    legal = [c if c in "\t\n\r" or 32 <= ord(c) < 127 or ord(c) > 159 else "\ufffd" for c in text]
    return "".join(
        ["\ufffd" if c in "\ufffe\uffff" or "\ud800" <= c <= "\udfff" else c for c in legal]
    )


@given(st.text(st.characters()))
def test_text_comes_through_an_xml_reader_literally(text: str) -> None:
    """A claim's text is hostile until escaped: no text may become markup or vanish."""
    document = f'<a b="{attribute(text)}">{text_node(text)}</a>'
    root = ElementTree.fromstring(document)
    assert (root.text or "") == seen(text)
    assert root.get("b") == seen(text)
    assert len(root) == 0


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVa\tScript:alert(1)",
        " \x01javascript:alert(1)",
        "java\u200bscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "&#106;avascript:alert(1)",
        "view-source:http://a",
        "blob:http://a",
        "https:evil",
        "https://",
        "https:// a.example",
        "mailto:",
        "http://a\nb",
        "",
    ],
)
def test_only_web_and_mail_addresses_are_links(url: str) -> None:
    """Any other scheme could run or fetch something when a reader clicks."""
    assert safe_url(url) is None


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:a@example.org"]
)
def test_ordinary_addresses_stay(url: str) -> None:
    """A source's address is useless if it isn't a link."""
    assert safe_url(url) == url


@given(st.floats(-1e9, 1e9))
def test_numbers_are_short_and_plain(value: float) -> None:
    """Two decimals, no exponent, no minus zero: the same bytes everywhere."""
    text = number(value)
    assert abs(float(text) - value) <= 0.005 + abs(value) * 1e-12
    assert "e" not in text
    assert text != "-0"
    assert len(text.partition(".")[2]) <= 2


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_numbers_are_finite(value: float) -> None:
    """NaN in a path makes renderers drop the drawing without a word."""
    with pytest.raises(ValueError, match="finite"):
        number(value)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=8))
@example([-0.0, -0.001, 0.5, 10.0, 100.1, 1e300, -0.005, 0.005])
def test_numbers_told_together_are_told_as_one_by_one(values: list[float]) -> None:
    """The quick way of a whole shape would write another drawing than the plain one."""
    assert numbers(values) == [number(value).encode() for value in values]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_numbers_told_together_are_finite(value: float) -> None:
    """One that isn't would slip through among others that are."""
    with pytest.raises(ValueError, match=f"finite, not {value}"):
        numbers([1.0, value])
