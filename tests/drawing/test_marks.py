"""Verdicts and strengths in a drawing: told in words, shown by form, and never by colour alone."""

from __future__ import annotations

import re
from typing import Any

import pytest

import argmap
from argmap.drawing.badges import badge, bar
from argmap.drawing.mark import Mark
from argmap.drawing.marks import words
from argmap.drawing.scene import Group, Path, Rect
from argmap.drawing.view import Wire, view
from argmap.drawing.wires import wire
from argmap.layout.diagram import Route

STRAIGHT = ((0.0, 100.0), (0.0, 70.0), (0.0, 30.0), (0.0, 0.0))


def weighed() -> argmap.ArgumentMap:
    """A claim with a reason and an objection to the step."""
    draft = argmap.Draft()
    for name in "abc":
        draft.claim(name.upper(), id=name)
    draft.undercut(draft.support("a", by="b", id="s"), by="c", id="u")
    return draft.map()


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (Mark(), ""),
        (Mark("accepted"), "accepted"),
        (Mark("rejected", 0), "rejected, strength 0"),
        (Mark(strength=0.256), "strength 0.26"),
    ],
)
def test_a_mark_in_words(mark: Mark, told: str) -> None:
    """Who can't see a badge must be able to read it."""
    assert words(mark) == told


@pytest.mark.parametrize("strength", [-0.1, 1.1, float("nan"), True, "1"])
def test_a_strength_is_a_share(strength: Any) -> None:
    """A bar longer than its card, or a line of no width, would be drawn."""
    with pytest.raises(ValueError, match="from 0 to 1"):
        Mark(strength=strength)


def test_an_unknown_verdict_is_refused() -> None:
    """A misspelt verdict would be drawn as if it were another."""
    with pytest.raises(argmap.UnknownName, match="acepted"):
        Mark("acepted")  # type: ignore[arg-type]  # that is the mistake


def test_a_mark_of_nothing_is_refused() -> None:
    """Marks of another map would be lost in silence."""
    with pytest.raises(argmap.UnknownId, match="nobody"):
        view(weighed(), marks={"nobody": Mark("accepted")})


def test_cards_joints_and_wires_carry_their_marks() -> None:
    """A verdict on a step belongs on the step, not on its premises."""
    marks = {"b": Mark("accepted", 0.5), "s": Mark("rejected"), "u": Mark("undecided")}
    seen = view(weighed(), marks=marks)
    assert [card.mark for card in seen.cards] == [None, marks["b"], None]
    assert [joint.mark for joint in seen.joints] == [marks["s"]]
    told = {(each.tail, each.head): each.mark for each in seen.wires}
    assert told == {("b", "s"): None, ("s", "a"): marks["s"], ("c", "s"): marks["u"]}
    assert seen.cards[1].name == "Claim: B (accepted, strength 0.5) Supports: A"


def test_a_drawing_says_its_marks() -> None:
    """Words on the cards, a legend of the verdicts that occur, and none of those that don't."""
    svg = argmap.draw(weighed(), marks={"a": Mark("undecided", 0.5), "s": Mark("rejected")}).svg
    texts = re.findall(r"<tspan[^>]*>([^<]*)</tspan>", svg)
    assert "undecided, strength 0.5" in texts
    assert texts[-2:] == ["rejected", "undecided"]
    assert "accepted" not in texts


def test_marks_that_say_nothing_change_nothing() -> None:
    """An empty mark would leave a hole at the foot of a card."""
    empty = {"a": Mark(), "s": Mark()}
    assert argmap.draw(weighed(), marks=empty).svg == argmap.draw(weighed()).svg


def test_a_strength_makes_room_for_its_bar() -> None:
    """The bar would cross the card's border or its words."""
    plain, marked, barred = (
        argmap.draw(weighed(), marks=marks).layout.boxes[0].height
        for marks in ({}, {"a": Mark("accepted")}, {"a": Mark(strength=1)})
    )
    assert plain < marked < barred


def test_every_verdict_has_a_badge_of_its_own() -> None:
    """Two alike can't be told apart without words."""
    drawn = [badge(each, 10, 10, 6) for each in ("accepted", "rejected", "undecided")]
    assert len({each.items for each in drawn}) == 3
    assert all(each.hidden for each in drawn)


@pytest.mark.parametrize(("strength", "long"), [(0.0, []), (0.25, [25.0]), (1.0, [100.0])])
def test_a_bar_is_filled_as_far_as_the_strength_goes(strength: float, long: list[float]) -> None:
    """A full bar for half a strength would lie."""
    track, *filled = bar(strength, 5, 5, 100)
    assert isinstance(track, Rect)
    assert track.width == 100
    assert [each.width for each in filled if isinstance(each, Rect)] == long


@pytest.mark.parametrize(
    ("mark", "wide", "badges"),
    [
        (None, 2.0, 0),
        (Mark("accepted"), 2.0, 0),
        (Mark("rejected"), 1.2, 1),
        (Mark("undecided"), 2.0, 1),
        (Mark("accepted", 1.0), 4.4, 0),
        (Mark(strength=0.0), 1.2, 0),
    ],
)
def test_a_line_is_as_wide_as_its_step_is_strong(
    mark: Mark | None, wide: float, badges: int
) -> None:
    """What doesn't hold must not look as firm as what does."""
    each = Wire("w", "support", "a", "b", signed=False, mark=mark)
    line, *others = wire(each, Route("w", STRAIGHT), 2.0)
    assert isinstance(line, Path)
    assert line.line == pytest.approx(wide)
    assert len(others) == 1 + badges  # the head, and what is asked for


def test_a_wire_without_a_head_has_no_badge() -> None:
    """A step of many premises would get one badge for each."""
    each = Wire("w", "support", "a", "b", headed=False, signed=False, mark=Mark("rejected"))
    assert len(wire(each, Route("w", STRAIGHT), 2.0)) == 1


def test_a_rejected_claim_is_written_in_a_muted_colour() -> None:
    """What is out should step back."""
    plain = argmap.draw(weighed(), theme="light").svg
    marked = argmap.draw(weighed(), marks={"b": Mark("rejected")}, theme="light").svg
    assert plain.count('fill="#57606a"') < marked.count('fill="#57606a"')


def test_how_a_step_holds_is_written_in_its_joint() -> None:
    """Necessity and weight are part of the map and would be lost in the picture."""
    draft = argmap.Draft()
    for name in "abcd":
        draft.claim(name, id=name)
    draft.support("a", by="b", strict=True, weight=0.5, scheme="A scheme")
    draft.rebut("a", by="c", strict=True)
    draft.rebut("a", by="d", weight=1)
    joints = view(draft.map()).joints
    told = [(joint.label, joint.qualifier) for joint in joints]
    assert told == [("A scheme", "entails · 0.5"), ("", "rules out"), ("", "1")]
    svg = argmap.draw(draft.map()).svg
    for words_ in ("A scheme · entails · 0.5", "rules out"):
        assert f">{words_}</tspan>" in svg


def test_pro_first_puts_attacks_behind() -> None:
    """Who asks for the reasons first gets them first, else in the author's order."""
    draft = argmap.Draft()
    for name in ("a", "con", "pro", "con2", "pro2"):
        draft.claim(name, id=name)
    for name in ("con", "pro", "con2", "pro2"):
        (draft.support if name.startswith("pro") else draft.rebut)("a", by=name)
    map = draft.map()
    assert [card.id for card in view(map).cards] == ["a", "con", "pro", "con2", "pro2"]
    sorted_ = view(map, pro_first=True)
    assert [card.id for card in sorted_.cards] == ["a", "pro", "pro2", "con", "con2"]
    places = {box.id: box.x for box in argmap.draw(map, pro_first=True).layout.boxes}
    assert places["pro"] < places["pro2"] < places["con"] < places["con2"]


def test_a_badge_stands_behind_the_head_of_its_own_wire() -> None:
    """A line that ends straight would have it in its middle, where other lines pass close by."""
    bent = ((0.0, 200.0), (0.0, 100.0), (40.0, 20.0), (80.0, 20.0))
    straight = ((80.0, 20.0), (100.0, 20.0), (100.0, 20.0))
    each = Wire("w", "support", "a", "b", signed=False, mark=Mark("rejected"))
    drawn = wire(each, Route("w", (*bent, *straight)), 1.6)[-1]
    assert isinstance(drawn, Group)
    disc = drawn.items[0]
    assert isinstance(disc, Rect)
    middle = disc.x + disc.radius
    assert 84 <= middle <= 86
    assert disc.y + disc.radius == pytest.approx(20)
