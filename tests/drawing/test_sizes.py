"""Boxes fit their texts, and the diagram asks for what the view shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.drawing.sizes import LONGEST_LABEL, SIGN, WIDEST, Sized, diagram, measure
from argmap.drawing.theme import THEMES
from argmap.drawing.view import view

THEME = THEMES["light"]


def sized(draft: argmap.Draft) -> Sized:
    """A draft's view, measured in the light theme."""
    return measure(view(draft.map()), THEME)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_every_line_lies_inside_its_card(text: str) -> None:
    """Text outside its box is the first thing a reader sees go wrong."""
    draft = argmap.Draft()
    draft.claim(text, title=text[:50], said_by="Ann", id="a")
    (card,) = sized(draft).cards
    room = card.width - THEME.stripe - 2 * THEME.padding
    bottom = 0.0
    for block in card.blocks:
        assert block.top >= bottom
        bottom = block.top + block.height
        assert all(line.width <= room for line in block.lines)
    assert bottom <= card.height - 5


def test_joints_are_signs_or_pills() -> None:
    """A joint without a label is small; one with a label is as wide as it, up to a limit."""
    draft = argmap.Draft()
    for name in "abc":
        draft.claim(name, id=name)
    draft.support("a", by=["b", "c"])
    draft.rebut("a", by="b", label="because")
    draft.rebut("a", by="c", label="a very long label " * 10)
    plain, labelled, long = sized(draft).joints
    assert (plain.width, plain.height, plain.label) == (SIGN, SIGN, None)
    assert labelled.label is not None
    assert labelled.width >= labelled.label.width + SIGN
    assert long.label is not None
    assert long.label.text.endswith("…")
    assert long.label.width <= LONGEST_LABEL


def test_frames_are_asked_for_groups_with_something_in_them() -> None:
    """An empty frame is noise; a frame around a frame is not empty."""
    draft = argmap.Draft()
    outer = draft.group("Outer")
    inner = draft.group("Inner", parent=outer)
    draft.group("Empty")
    draft.claim("A", group=inner, id="a")
    draft.claim("B", group=inner, id="b")
    draft.support("a", by="b")
    asked = diagram(sized(draft))
    assert [(frame.id, frame.parent) for frame in asked.frames] == [
        ("outer", None),
        ("inner", "outer"),
    ]
    assert asked.frames[0].width > 20
    assert [(box.id, box.frame, box.joint) for box in asked.boxes] == [
        ("a", "inner", False),
        ("b", "inner", False),
    ]
    assert [(arrow.tail, arrow.head) for arrow in asked.arrows] == [("b", "a")]


def test_the_main_claim_and_titles_are_bold() -> None:
    """The main claim has to be found first; beside a bold title its text is plain."""
    draft = argmap.Draft()
    draft.claim("Main", id="m")
    draft.claim("Reason", id="r", title="Short")
    draft.support("m", by="r")
    main, reason = sized(draft).cards
    assert [block.bold for block in main.blocks] == [True]
    assert [(block.kind, block.bold) for block in reason.blocks] == [
        ("title", True),
        ("text", False),
    ]


def test_a_long_text_makes_a_wide_card() -> None:
    """Two thousand characters in a narrow column would tower over the whole map."""
    draft = argmap.Draft()
    draft.claim("It has been said so often that nobody listens. " * 42, id="long")
    draft.claim("It has been said so often that nobody listens. " * 4, id="ordinary")
    draft.claim("Word " * 30_000, id="endless")
    wide, ordinary, endless = sized(draft).cards
    assert 1 <= wide.width / wide.height <= 1.5
    assert ordinary.width <= THEME.text_width + THEME.stripe + 2 * THEME.padding + 1
    assert endless.width <= WIDEST * THEME.text_width + THEME.stripe + 2 * THEME.padding + 1
