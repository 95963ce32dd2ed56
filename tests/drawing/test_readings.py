"""A map is drawn as its claims and links, or as Argdown's own tools draw it."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap
from argmap import UnknownName, draw, render
from argmap.drawing import Mark
from argmap.source import SourceText

TEXT = """[A]: alpha
  + <B>: beta
    <_ <C>: gamma

<D>

(1) [P]: premise
(2) another
----
(3) [A]
"""


WORDS = ["alpha", "beta", "gamma", "D", "premise"]


@pytest.fixture
def debate() -> argmap.ArgumentMap:
    """A map of an argument in words, one with premises, and an undercut."""
    return argmap.parse(SourceText("d.argdown", TEXT), format="argdown").map


def test_boxes_of_argdown(debate: argmap.ArgumentMap) -> None:
    """The author would look in vain for the argument <D>, or see its premises apart from it."""
    shown = draw(debate, reading="argdown").view
    assert [card.text or card.title for card in shown.cards] == WORDS
    assert not shown.joints
    assert {(wire.bearing, wire.tail, wire.head) for wire in shown.wires} == {
        ("support", "b", "a"),
        ("undercut", "c", "b"),
        ("support", "support-2", "a"),
        ("support", "p", "support-2"),
    }


def test_marks_of_what_is_not_shown(debate: argmap.ArgumentMap) -> None:
    """A weighed map could not be drawn so, for its links are others."""
    marks = {"another": Mark("accepted"), "a": Mark("rejected"), "support-2": Mark("undecided")}
    shown = draw(debate, reading="argdown", marks=marks).view
    assert {card.id: card.mark for card in shown.cards if card.mark} == {
        "a": Mark("rejected"),
        "support-2": Mark("undecided"),
    }
    with pytest.raises(argmap.UnknownId):
        draw(debate, reading="argdown", marks={"nobody": Mark("accepted")})


def test_every_picture_takes_a_reading(debate: argmap.ArgumentMap) -> None:
    """DOT would show the claims where the drawing shows boxes."""
    assert "another" in render(debate, "dot").text
    assert "another" not in render(debate, "dot", reading="argdown").text
    (page,) = argmap.draw_pages(debate, reading="argdown")
    assert len(page.view.cards) == 5


def test_no_other_reading(debate: argmap.ArgumentMap) -> None:
    """A slip would draw something else without a word."""
    with pytest.raises(UnknownName, match="no reading is named 'argdow'; did you mean 'argdown'"):
        draw(debate, reading="argdow")  # type: ignore[arg-type] # a slip


def test_from_the_command_line(tmp_path: Path) -> None:
    """``argmap draw --reading argdown`` would draw the claims."""
    from argmap.cli import main

    file = tmp_path / "debate.argdown"
    file.write_text(TEXT, "utf-8")
    for reading, there in (("argdown", False), ("claims", True)):
        assert main(["draw", str(file), "--reading", reading]) == 0
        assert ("another" in file.with_suffix(".svg").read_text("utf-8")) == there
