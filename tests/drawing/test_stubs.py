"""Stubs: a picture of a part says at each place how much it leaves out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import argmap
from argmap import ArgumentMap, MapView
from argmap.drawing import Mark
from argmap.drawing.stubs import stubs
from argmap.drawing.view import view
from argmap.invariants import check_drawing
from argmap.strategies import views
from tests.profiles import examples


def knot() -> ArgumentMap:
    """A claim that two claims support, one of them twice, that rebuts and is rebutted, and an undercut with one on it."""
    draft = argmap.Draft("Knot", language="en")
    group = draft.group("Group", id="group")
    for name in "abcdefg":
        draft.claim(f"Claim {name}.", id=name, group=group if name == "a" else None)
    draft.support("a", by="b", id="ab")
    draft.support("a", by=["b", "c"], id="abc")
    draft.rebut("a", by="d", id="ad")
    draft.rebut("d", by="a", id="da")
    draft.undercut("ab", by="e", id="u")
    draft.undercut("u", by="f", id="v")
    draft.conflict("a", "g", id="x")
    draft.prefer("ab", over="abc", id="p")
    return draft.map()


def told(part: ArgumentMap) -> list[tuple[str, str, bool, int]]:
    """Where the stubs of a part are, of which links, whether they lead away, and how much they count."""
    assert isinstance(part, MapView)
    return [(each.at, each.link.kind, each.leads_away, each.number) for each in stubs(part)]


def test_each_thing_is_counted_once() -> None:
    """B supports a twice, and d is on both sides: "+2" and "+1" would be read as five things."""
    part = knot().view(focus="a", depth=0)
    assert told(part) == [
        ("a", "support", False, 2),
        ("a", "rebuttal", False, 1),
        ("a", "conflict", False, 1),
    ]
    assert part.stubs == {"a": ("b", "c", "d", "g")}


def test_what_is_undercut_has_a_stub_too() -> None:
    """A step would look as if nobody had attacked it; and what attacks it as if it attacked nothing."""
    map = knot()
    assert ("ab", "undercut", False, 1) in told(map.view(focus=["a", "b"], depth=0))
    drawn = view(map.view(focus=["a", "b"], depth=0))
    (joint,) = [joint for joint in drawn.joints if joint.id == "ab"]
    (wire,) = [wire for wire in drawn.wires if wire.head == joint.id and wire.bearing == "undercut"]
    assert (wire.headed, wire.signed, wire.tail.startswith("ab ")) == (True, False, True)
    assert told(map.view(focus="e", depth=0)) == [("e", "undercut", True, 1)]
    assert told(map.view(focus="u", depth=0)) == [
        ("a", "support", False, 1),
        ("a", "rebuttal", False, 1),
        ("a", "conflict", False, 1),
        ("b", "support", True, 1),
        ("ab", "preference", True, 1),
        ("u", "undercut", False, 1),
    ]


def test_stubs_stand_in_the_group_of_what_they_are_at() -> None:
    """A line would lead out of the frame to something that isn't there."""
    drawn = view(knot(), focus="a", depth=0)
    assert {joint.panel for joint in drawn.joints} == {"group"}
    assert [joint.label for joint in drawn.joints] == ["+2", "+1", "+1"]
    assert all(joint.stub for joint in drawn.joints)
    assert drawn.cards[0].name.endswith(" 4 more not shown.")


def test_the_legend_says_what_a_stub_is() -> None:
    """Nobody would know what "+2" counts."""
    map = knot()
    assert "so many not shown" in argmap.dumps(map, "svg", focus="a", depth=0)
    assert "so many not shown" not in argmap.dumps(map, "svg")


def test_marks_of_the_whole_go_with_a_part() -> None:
    """Verdicts would have to be picked for each part, though they rest on the whole."""
    map = knot()
    marks = {id: Mark(label) for id, label in argmap.evaluate(map).labels.items()}
    part = map.view(focus="a", depth=0)
    card = argmap.draw(part, marks=marks).view.cards[0]
    assert card.mark == marks["a"]
    with pytest.raises(argmap.UnknownId):
        argmap.draw(part, marks={"zz": Mark("accepted")})


def test_a_view_is_drawn_as_the_options_draw_it() -> None:
    """``draw(map, focus="a")`` and ``draw(map.view(focus="a"))`` would be two ideas of a part."""
    map = knot()
    for name in ("svg", "dot", "mermaid", "d2"):
        asked = argmap.dumps(map, name, focus="b", depth=1)
        assert argmap.dumps(map.view(focus="b", depth=1), name) == asked
        assert argmap.dumps(map.view(), name) == argmap.dumps(map, name)
    narrower = argmap.draw(map.view(focus="a", depth=1), focus="b", depth=0)
    assert [card.id for card in narrower.view.cards] == ["b"]


def test_other_writers_say_the_number_in_words() -> None:
    """In a language that lays out texts itself a stub would be a link with an odd name."""
    part = knot().view(focus=["d"], depth=0)
    assert '"\N{MINUS SIGN} (+1)"' in argmap.dumps(part, "dot")
    assert "(+1)" in argmap.dumps(part, "d2")


def test_what_argdown_reads_is_shown_in_part_too() -> None:
    """A part read as Argdown's own boxes would be the whole map again, or have no stubs."""
    map = argmap.loads(
        "===\ncolor:\n  tagColors:\n    x: '#ff0000'\n===\n\n"
        "[A]: First. #x\n  + [B]: Second.\n    - [C]: Third. #x\n",
        format="argdown",
    )
    for reading in ("claims", "argdown"):
        drawn = argmap.draw(map.view(depth=1), reading=reading).view
        assert [card.title for card in drawn.cards] == ["A", "B"]
        assert [joint.label for joint in drawn.joints if joint.stub] == ["+1"]
    assert argmap.draw(map.view(depth=1)).view.cards[0].drawn.colour == "#ff0000"


def test_pages_of_a_part_have_its_stubs() -> None:
    """A stub alone on a page would be cut off from what it is at."""
    map = knot().view(focus=["a", "e", "d"], depth=0)
    pages = argmap.draw_pages(map, "200x200", direction="left")
    assert len(pages) > 1
    for page in pages:
        cards = {card.id for card in page.view.cards}
        for joint in page.view.joints:
            if joint.stub:
                assert joint.id.split()[0] in cards
    found = [joint.id for page in pages for joint in page.view.joints if joint.stub]
    assert sorted(found) == sorted([stub.id for stub in stubs(map)])


@settings(max_examples=examples(30))
@given(views(max_claims=8))
def test_every_part_is_drawn_soundly(part: MapView) -> None:
    """A stub would lie on a card or count something else than is omitted."""
    drawn = check_drawing(part)
    counts: dict[str, int] = {}
    for stub in stubs(part):
        counts[stub.at] = counts.get(stub.at, 0) + stub.number
    assert counts == {id: len(ends) for id, ends in part.stubs.items()}
    assert [joint.id for joint in drawn.view.joints if joint.stub] == [s.id for s in stubs(part)]
