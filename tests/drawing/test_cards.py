"""Cards, labels and group titles: which side they are read from, and what their shape says."""

from __future__ import annotations

import pytest

import argmap
from argmap.drawing.cards import card, heading, joint
from argmap.drawing.scene import Group, Path, Rect, Text
from argmap.drawing.sizes import measure
from argmap.drawing.text import Line, spare, wrap
from argmap.drawing.theme import THEMES
from argmap.drawing.view import view
from argmap.layout import Place

THEME = THEMES["light"]
HEBREW, LATIN = "זה נכון מאוד לכולם", "It is quite true for all."


def drawn_card(text: str, **grown: float) -> tuple[Place, Group]:
    """A claim's card at (100, 50), and where it stands."""
    draft = argmap.Draft()
    draft.claim(text, id="a")
    (sized,) = measure(view(draft.map()), THEME).cards
    size = {"width": sized.width, "height": sized.height, **grown}
    place = Place("a", 100.0, 50.0, size["width"], size["height"])
    return place, card(sized, place, THEME)


def stripe(drawn: Group) -> float:
    """Where the stripe of a card stands."""
    (path,) = [item for item in drawn.items if isinstance(item, Path)]
    return path.moves[0][1][0]


@pytest.mark.parametrize(("text", "rtl"), [(HEBREW, True), (LATIN, False)])
def test_a_card_begins_where_its_text_does(text: str, rtl: bool) -> None:
    """A stripe at the end of the lines looks like a mistake, or runs through them."""
    place, drawn = drawn_card(text)
    right = place.x + place.width
    assert stripe(drawn) == pytest.approx(right - 3 if rtl else place.x + 3)
    (words,) = [item for item in drawn.items if isinstance(item, Text)]
    assert words.rtl is rtl
    inside = THEME.stripe + THEME.padding
    assert {line.x for line in words.lines} == {right - inside if rtl else place.x + inside}


def test_a_text_stands_in_the_middle_of_a_card_that_has_grown() -> None:
    """A line at the top of a card as high as thirty arrows looks forgotten."""
    plain, usual = drawn_card(LATIN)
    place, drawn = drawn_card(LATIN, height=plain.height + 200)
    ys = [
        [line.y for item in group.items if isinstance(item, Text) for line in item.lines]
        for group in (usual, drawn)
    ]
    assert [y + 100 for y in ys[0]] == pytest.approx(ys[1])
    (border,) = [item for item in drawn.items if isinstance(item, Rect)]
    assert border.height == place.height


def test_an_issue_has_a_shape_of_its_own() -> None:
    """A question would be taken for one more main claim."""
    draft = argmap.Draft()
    draft.answer(draft.issue("Is it so?", id="i"), by=draft.claim("It is.", id="a"))
    sized = {each.card.id: each for each in measure(view(draft.map()), THEME).cards}
    borders = {
        id: next(
            item.radius
            for item in card(each, Place(id, 0, 0, each.width, each.height), THEME).items
            if isinstance(item, Rect)
        )
        for id, each in sized.items()
    }
    assert borders["i"] > 2 * borders["a"]


def test_a_label_and_a_group_title_begin_at_the_right_too() -> None:
    """Half of a map in Hebrew would be read from the other side."""
    draft = argmap.Draft()
    for group, label in (("g", HEBREW), ("h", "because")):
        draft.group(label, id=group)
        first = draft.claim(LATIN, group=group)
        draft.support(first, by=draft.claim(LATIN, group=group), label=label)
    sized = measure(view(draft.map()), THEME)
    place = Place("", 0.0, 0.0, 300.0, 20.0)
    for each, rtl in zip(sized.joints, (True, False), strict=True):
        pill, _, text = joint(each, place, THEME).items
        assert isinstance(pill, Rect)
        assert isinstance(text, Text)
        assert (text.rtl, text.lines[0].x) == ((True, 280) if rtl else (False, 20))
    for panel, rtl in zip(sized.panels, (True, False), strict=True):
        ground, text = heading(panel, place, THEME)
        assert isinstance(ground, Rect)
        assert isinstance(text, Text)
        left = text.lines[0].x - (panel.title.width if rtl else 0)
        assert ground.x == pytest.approx(left - 3)
        assert text.lines[0].x == (289 if rtl else 11)


def test_room_is_kept_for_fonts_that_nothing_holds_to_the_measure() -> None:
    """Arabic in DejaVu Sans, as librsvg draws it, would run over the border of its card."""
    assert spare(Line("حجة", 200.0)) == pytest.approx(34)
    assert spare(Line("तर्क", 200.0)) == pytest.approx(20)
    assert spare(Line("حجة", 20.0)) == spare(Line("Größe", 200.0)) == spare(Line("abc", 200.0)) == 0
    draft = argmap.Draft()
    text = "يجب خفض سن التصويت إلى ستة عشر عامًا في الانتخابات"
    draft.claim(text, id="a")
    (sized,) = measure(view(draft.map()), THEME).cards
    widest = max(line.width for line in wrap(text, THEME.text_width, 13.0))
    assert sized.width >= 1.2 * widest + THEME.stripe + THEME.padding


def test_the_legend_tells_what_borders_and_double_heads_mean() -> None:
    """A dashed card and a round one would each be a riddle."""
    draft = argmap.Draft()
    draft.answer(draft.issue("Is it so?"), by=draft.claim("It is.", id="a", implicit=True))
    draft.conflict("a", draft.claim("It isn't."))
    svg = argmap.draw(draft.map(), theme="light").svg
    legend = svg[svg.index('aria-label="Legend"') :]
    assert ">question<" in legend
    assert ">unstated<" in legend
    entry = legend[: legend.index("both stand")]
    assert entry.count('fill="#bc4c00"') == 2  # the heads
    plain = argmap.draw(argmap.Draft().map()).svg
    assert ">question<" not in plain
