"""The one place that escapes."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing import markup
from argmap.drawing.markup import Numbers, attribute, number, safe_url, text_node


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


def test_numbers_are_told_again_after_they_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a large drawing keeps every number that it ever had, or loses one."""
    monkeypatch.setattr(markup, "_KEPT", 3)
    told = Numbers()
    values = [0.5, 1.25, 2.0, 3.75, 0.5, -0.0, 4.0]
    assert [told[value] for value in values] == [number(value) for value in values]
    assert len(told) <= 3
