"""What a view shows: cards, joints, wires and words for each kind of element."""

from __future__ import annotations

import pytest

import argmap
from argmap.drawing.view import Note, View, view


def shown(draft: argmap.Draft) -> View:
    """The view of a draft."""
    return view(draft.map())


def test_a_simple_link_is_one_wire() -> None:
    """A reason with one premise would otherwise clutter the picture with a joint."""
    draft = argmap.Draft()
    a, b = draft.claim("A", id="a"), draft.claim("B", id="b")
    draft.support(a, by=b)
    seen = shown(draft)
    assert seen.joints == ()
    ((wire),) = seen.wires
    assert (wire.tail, wire.head, wire.bearing, wire.headed, wire.signed) == (
        "b",
        "a",
        "support",
        True,
        True,
    )


def test_linked_premises_meet_in_a_joint() -> None:
    """Linked premises drawn as two arrows would look like two reasons."""
    draft = argmap.Draft()
    a, b, c = (draft.claim(name, id=name) for name in "abc")
    draft.support(a, by=[b, c], id="s")
    seen = shown(draft)
    assert [joint.id for joint in seen.joints] == ["s"]
    ends = [(wire.tail, wire.head, wire.headed) for wire in seen.wires]
    assert ends == [("b", "s", False), ("c", "s", False), ("s", "a", True)]


def test_an_undercut_ends_on_the_step_it_attacks() -> None:
    """An undercut drawn to a claim would say something else; at any depth it ends on the link."""
    draft = argmap.Draft()
    a, b, c, d = (draft.claim(name, id=name) for name in "abcd")
    step = draft.rebut(a, by=b, id="r")
    under = draft.undercut(step, by=c, id="u")
    draft.undercut(under, by=d, id="v")
    seen = shown(draft)
    assert [joint.id for joint in seen.joints] == ["r", "u"]
    heads = {(wire.tail, wire.head) for wire in seen.wires if wire.bearing == "undercut"}
    assert heads == {("c", "u"), ("u", "r"), ("d", "u")}


@pytest.mark.parametrize("detail", [{"label": "because"}, {"scheme": "Expert opinion"}])
def test_a_labelled_step_shows_its_label(detail: dict[str, str]) -> None:
    """A label or the name of a scheme has to be written somewhere."""
    draft = argmap.Draft()
    a, b = draft.claim("A", id="a"), draft.claim("B", id="b")
    draft.support(a, by=b, **detail)  # type: ignore[arg-type]  # mypy can't unpack a dict here
    ((joint),) = shown(draft).joints
    assert joint.label == next(iter(detail.values()))


def test_a_warrant_comes_to_the_joint_in_its_own_way() -> None:
    """A warrant licenses the step; it isn't one of the premises."""
    draft = argmap.Draft()
    a, b, w = (draft.claim(name, id=name) for name in "abw")
    draft.support(a, by=b, warrants=w, id="s")
    assert [(wire.tail, wire.bearing) for wire in shown(draft).wires] == [
        ("b", "support"),
        ("w", "warrant"),
        ("s", "support"),
    ]


def test_a_conflict_points_at_all_its_sides() -> None:
    """A conflict is mutual: every side has a head."""
    draft = argmap.Draft()
    a, b, c = (draft.claim(name, id=name) for name in "abc")
    draft.conflict(a, b, c, id="x")
    seen = shown(draft)
    assert [(wire.tail, wire.head, wire.headed) for wire in seen.wires] == [
        ("x", "a", True),
        ("x", "b", True),
        ("x", "c", True),
    ]
    assert "Conflicts with: b Conflicts with: c" in seen.cards[0].name


def test_rephrases_preferences_and_answers_are_wires_until_attacked() -> None:
    """Every kind of link has a picture, with and without a joint."""
    draft = argmap.Draft()
    a, b, c = (draft.claim(name, id=name) for name in "abc")
    issue = draft.issue("Which?", id="i", title="The question")
    links = [
        draft.rephrase(a, by=b, id="re"),
        draft.prefer(a, over=c, id="pr"),
        draft.answer(issue, by=c, id="an"),
    ]
    seen = shown(draft)
    assert {(w.bearing, w.tail, w.head) for w in seen.wires} == {
        ("rephrase", "b", "a"),
        ("preference", "a", "c"),
        ("answer", "c", "i"),
    }
    assert seen.cards[0].role == "issue"
    assert (seen.cards[0].title, seen.cards[0].text) == ("The question", "Which?")
    for link in links:
        draft.undercut(link, by=draft.claim("No."))
    attacked = shown(draft)
    assert {joint.id for joint in attacked.joints} == {"re", "pr", "an"}
    assert ("re", "a") in {(wire.tail, wire.head) for wire in attacked.wires}


def test_notes_say_who_where_and_how() -> None:
    """Speaker, source, page, stance and weight are shown small, in one order."""
    draft = argmap.Draft()
    paper = draft.source("The paper", id="p", url="https://example.org/p")
    talk = draft.source("A talk", id="t")
    draft.claim(
        "A",
        said_by=["Ann", "Ben"],
        cites=[argmap.Citation("t", locator="p. 3"), paper],
        stance="questioned",
        weight=0.25,
    )
    draft.claim("B", said_by="Ann", cites=paper)
    draft.claim("C", cites=talk, implicit=True)
    first, second, third = shown(draft).cards
    assert first.notes == (
        Note("Ann, Ben · A talk, p. 3"),
        Note("The paper", "https://example.org/p"),
        Note("questioned, weight 0.25"),
    )
    assert second.notes == (Note("Ann"), Note("The paper", "https://example.org/p"))
    assert third.notes == (Note("A talk"),)
    assert third.implicit


def test_roles_come_from_the_first_link() -> None:
    """The stripe of a card says what it does; a claim that does nothing is loose."""
    draft = argmap.Draft()
    for name in "abcd":
        draft.claim(name, id=name)
    draft.rebut("a", by="b")
    draft.support("a", by="c")
    roles = {card.id: card.role for card in shown(draft).cards}
    assert roles == {"a": "main", "b": "rebuttal", "c": "support", "d": "loose"}


def test_a_part_says_what_it_leaves_out() -> None:
    """A reader of a part must see that there is more."""
    draft = argmap.Draft()
    for name in "abcd":
        draft.claim(name, id=name)
    draft.support("a", by="b")
    draft.support("b", by="c")
    draft.rebut("b", by="d")
    part = view(draft.map(), depth=1)
    assert [card.id for card in part.cards] == ["a", "b"]
    assert [(joint.bearing, joint.label, joint.stub) for joint in part.joints] == [
        ("support", "+1", True),
        ("rebuttal", "+1", True),
    ]
    assert [(wire.tail, wire.head) for wire in part.wires[1:]] == [
        (joint.id, "b") for joint in part.joints
    ]
    assert part.cards[1].name == "Claim: b Supports: a 2 more not shown."
    assert part.description == "Argument map with 2 claims and 1 link, a part of one with 4 and 3."
    (stub,) = view(draft.map(), focus="c", depth=0).joints
    assert (stub.label, stub.bearing) == ("+1", "support")


def test_wording_falls_back_to_title_and_id() -> None:
    """A claim without a text still has a name to show."""
    draft = argmap.Draft()
    draft.claim("", title="Only a title", id="a")
    draft.claim("", id="b")
    assert [(card.title, card.text) for card in shown(draft).cards] == [
        ("", "Only a title"),
        ("", "b"),
    ]


def test_an_issue_without_words_is_a_question_mark() -> None:
    """Else a card says i5, which tells a reader nothing, and a screen reader says no more."""
    draft = argmap.Draft()
    draft.issue("", id="i5")
    draft.answer("i5", by=draft.claim("It is.", id="a"))
    draft.answer("i5", by=draft.claim("", title="It isn't", id="b"))
    draft.issue("", id="i6")
    cards = {card.id: card for card in shown(draft).cards}
    assert (cards["i5"].text, cards["i6"].text) == ("?", "?")
    assert cards["i5"].name == "Issue without words, answered by: It is.; It isn't"
    assert cards["i6"].name == "Issue: i6"


def test_a_joint_stands_in_the_group_of_all_its_claims() -> None:
    """A joint outside the frame of its claims would make wires run in and out of it."""
    draft = argmap.Draft("T", description="Told.", language="en")
    g = draft.group("Costs")
    inner = draft.group("", id="inner", parent=g)
    a, b, c = (draft.claim(name, id=name, group=g) for name in "abc")
    d = draft.claim("d", id="d", group=inner)
    draft.support(a, by=[b, c], id="inside")
    draft.support(a, by=[b, d], id="across")
    draft.support(a, by=[c, d], id="told", group=inner)
    seen = shown(draft)
    assert [(joint.id, joint.panel) for joint in seen.joints] == [
        ("inside", "costs"),
        ("across", None),
        ("told", "inner"),
    ]
    assert [(panel.title, panel.parent) for panel in seen.panels] == [
        ("Costs", None),
        ("inner", "costs"),
    ]
    assert (seen.title, seen.description, seen.language) == ("T", "Told.", "en")


def test_names_for_screen_readers_tell_links() -> None:
    """Who can't see the arrows has to hear them."""
    draft = argmap.Draft()
    a, b = draft.claim("A is so.", id="a"), draft.claim("B is so.", id="b", title="The B")
    step = draft.rebut(a, by=b, id="r")
    c = draft.claim("C is so.", id="c")
    draft.undercut(step, by=c)
    names = {card.id: card.name for card in shown(draft).cards}
    assert names == {
        "a": "Main claim: A is so.",
        "b": "Claim: B is so. Objects to: A is so.",
        "c": "Claim: C is so. Undercuts: the rebuttal r",
    }
    draft.rebut(c, by=c)
    assert (
        shown(draft).cards[2].name == "Claim: C is so. Undercuts: the rebuttal r Objects to: itself"
    )
    draft.remove("rebuttal-1")
    assert shown(draft).description == "Argument map with 3 claims and 2 links."
    assert shown(argmap.Draft()).description == "Argument map with 0 claims and 0 links."


def test_a_long_claim_is_called_by_its_beginning() -> None:
    """Who hears a reason doesn't want to hear the whole claim again."""
    draft = argmap.Draft()
    long = draft.claim("A claim of very many words " * 9, id="a")
    endless = draft.claim("x" * 200, id="x")
    draft.support(long, by=draft.claim("B", id="b"))
    draft.support(endless, by=draft.claim("C", id="c"))
    names = {card.id: card.name for card in shown(draft).cards}
    assert names["b"] == "Claim: B Supports: " + ("A claim of very many words " * 3).strip() + "…"
    assert names["c"] == "Claim: C Supports: " + "x" * 80 + "…"


def test_a_map_without_claims_says_so_in_its_title() -> None:
    """A blank picture looks like a fault of the program."""
    assert shown(argmap.Draft()).title == "No claims"
    assert shown(argmap.Draft("Rain")).title == "Rain (no claims)"
    draft = argmap.Draft("Rain")
    draft.claim("It rains.", id="a", tags=["wet"])
    draft.claim("It pours.", id="b")
    part = draft.map().view(groups=[], tags=["wet"], speakers=[], collapse=[])
    assert view(part).title == "Rain"
    labels = {"a": "rejected", "b": "rejected"}
    nothing = draft.map().view(verdict=["accepted"], labels=labels)
    assert view(nothing).title == "Rain (no claims in this part)"
    asked = argmap.Draft()
    asked.issue("Will it rain?")
    assert shown(asked).title == ""
