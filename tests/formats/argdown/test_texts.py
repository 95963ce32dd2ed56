"""What is bold, mentioned or a link is written as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import argmap
from argmap.formats.argdown.texts import Words, wording_of, words_of
from argmap.model import Claim
from argmap.source import SourceText

Written = Callable[[argmap.ArgumentMap], argmap.Rendering]


def _map(text: str) -> argmap.ArgumentMap:
    return argmap.parse(SourceText("d.argdown", text), format="argdown").map


@pytest.mark.parametrize(
    "text",
    [
        "So __bold__ it is, and [linked](http://x.org).\n",
        "[A]: One @[B].\n\n[A]: Two @<C>.\n",
        "**Bold** begins.\n  - <B>: *so* it is\n",
    ],
)
def test_marked_texts_are_written_as_they_were(written: Written, text: str) -> None:
    """Emphasis would be lost, or stand in data."""
    assert written(_map(text)).text == text


@pytest.mark.parametrize("text", ["So __it__  \nis.\n", "So __it__\nis.\n", "*a*\t\nb\n"])
def test_a_marked_text_over_lines_is_one_line(written: Written, text: str) -> None:
    """The line end would become a second blank, and the text be written twice."""
    assert "argmap" not in written(_map(text)).text


def test_what_would_be_two_blocks_is_no_way_to_write_a_text(written: Written) -> None:
    """A claim would become two."""
    for source in ("a\n\nA", "*A", "[A]", "[b]: A", "A {x: 1}"):
        claim = argmap.Claim("a", "A", data={"argdown": {"source": source}})
        written(argmap.ArgumentMap(claims=(claim,)))


def test_a_marked_text_ends_in_no_backslash() -> None:
    """It would escape the blank before data, or nothing at all."""
    claim = Claim("t", "t", data={"argdown": {"source": "*t* \\"}})
    assert words_of(claim, begins=True, tags_apart=True) == Words("t")


@pytest.mark.parametrize("text", ["see @[A] :x:", "see :x:"])
def test_another_wording_keeps_signs_from_being_a_shortcode(text: str) -> None:
    """The document's own shortcode would be shown in place of the words."""
    assert wording_of(text, (":x:",)).text.endswith("\\:x:")
    assert not wording_of(text, (":y:",)).text.endswith("\\:x:")
