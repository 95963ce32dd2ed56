"""Views: a part of a map that is a map itself."""

from __future__ import annotations

import pickle
from copy import deepcopy

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import ArgumentMap, MapView
from argmap.invariants import check_invariants
from argmap.model.choosing import propositions
from argmap.model.link import Link
from argmap.model.view import part_of
from argmap.strategies import maps, views


def chain() -> ArgumentMap:
    """A chain with linked premises, an undercut at its end, and an undercut of that."""
    draft = argmap.Draft()
    for name in "abcdef":
        draft.claim(name, id=name)
    draft.support("a", by="b", id="s1")
    draft.support("b", by=["c", "d"], id="s2")
    draft.undercut("s2", by="e", id="u")
    draft.undercut("u", by="f", id="v")
    return draft.map()


def shown(view: MapView) -> str:
    """The ids of what a view shows."""
    return " ".join(view)


def filed() -> ArgumentMap:
    """A debate of two speakers in groups, with tags, sources and a scheme."""
    draft = argmap.Draft("Filed")
    ann, bob = draft.participant("Ann", id="ann"), draft.participant("Bob", id="bob")
    outer = draft.group("Outer", id="outer")
    inner = draft.group("Inner", id="inner", parent=outer)
    lone = draft.group("Lone", id="lone")
    book, web = draft.source("Book", id="book"), draft.source("Web", id="web")
    draft.source("Unread", id="unread")
    scheme = draft.scheme("Expert", id="expert")
    draft.claim("A", id="a", said_by=[ann], group=inner, tags=["x"], cites=book)
    draft.claim("B", id="b", said_by=[bob], group=lone, tags=["x", "y"])
    draft.claim("C", id="c", said_by=[ann, bob], group=outer, cites=web)
    draft.support("a", by="b", id="s", scheme=scheme)
    draft.rebut("b", by="c", id="r")
    return draft.map()


def test_everything_is_shown_unless_asked() -> None:
    """Nothing may vanish that nobody restricted."""
    map = filed()
    view = map.view()
    assert view.map() == map
    assert (view.whole, view.omitted, view.cut, view.stubs, view.losses) == (map, (), (), {}, ())
    assert view != map  # another kind of value
    assert isinstance(view, ArgumentMap)


def test_depth_counts_links_from_the_main_claims() -> None:
    """Depth 1 is the main claim with what bears on it directly."""
    map = chain()
    assert shown(map.view(depth=0)) == "a"
    assert shown(map.view(depth=1)) == "a b s1"
    assert shown(map.view(depth=2)) == "a b c d s1 s2"
    assert shown(map.view(depth=3)) == "a b c d e s1 s2 u"


def test_a_focus_shows_both_directions() -> None:
    """Around a claim stand what it bears on and what bears on it; a link comes with all its ends."""
    map = chain()
    assert shown(map.view(focus="c", depth=1)) == "b c d s2"
    assert shown(map.view(focus="e", depth=1)) == "b c d e s2 u"
    assert shown(map.view(focus="a")) == "a b c d s1 s2"
    assert shown(map.view(focus=map["s1"], depth=0)) == "a b s1"
    assert shown(map.view(focus=["a", map["f"]], depth=0)) == "a f"
    assert shown(map.view(focus=None, depth=0)) == "a"


def test_a_link_between_what_is_shown_is_shown() -> None:
    """Two cards of a view would seem to have nothing to do with each other."""
    draft = argmap.Draft()
    for name in "abc":
        draft.claim(name, id=name)
    draft.support("a", by="b", id="s")
    draft.support("a", by="c", id="t")
    draft.rebut("b", by="c", id="r")
    assert shown(draft.map().view(focus="a", depth=1)) == "a b c s t r"


def test_what_is_said_of_claims_chooses_them() -> None:
    """``--only`` would show others, or all."""
    map = filed()
    assert shown(map.view(tags="x")) == "a b s"
    assert shown(map.view(tags=["y"])) == "b"
    assert shown(map.view(speakers="bob")) == shown(map.view(speakers="Bob")) == "b c r"
    assert shown(map.view(groups="outer")) == shown(map.view(groups="Outer")) == "a c"
    assert shown(map.view(groups=["inner", "lone"])) == "a b s"
    assert shown(map.view(tags="x", speakers="ann")) == "a"
    labels = argmap.evaluate(map).labels
    assert shown(map.view(verdict="rejected", labels=labels)) == "b"
    assert shown(map.view(verdict=["accepted", "undecided"], labels=labels)) == "a c"


def test_a_collapsed_claim_hides_what_bears_on_it_alone() -> None:
    """Something that also supports another claim would vanish from there."""
    draft = argmap.Draft()
    for name in "abcdefg":
        draft.claim(name, id=name)
    draft.support("a", by="b", id="ab")
    draft.support("b", by=["c", "d"], id="bcd")
    draft.undercut("bcd", by="e", id="u")
    draft.support("d", by="f", id="df")
    draft.support("a", by="d", id="ad")
    map = draft.map()
    assert shown(map.view(collapse="b")) == "a b d f g ab df ad"
    assert map.view(collapse="b").stubs == {"b": ("c",), "d": ("c",)}
    assert shown(map.view(collapse=["a", "b"])) == "a g"
    assert shown(map.view(collapse="bcd")) == "a b c d f g ab bcd df ad"
    assert map.view(collapse="bcd").stubs == {"bcd": ("e",)}
    assert shown(map.view(collapse="f")) == " ".join(map)


def test_a_collapsed_issue_hides_its_positions() -> None:
    """A map of issues could not be folded at all."""
    draft = argmap.Draft()
    draft.issue("Which?", id="i")
    for name in "abc":
        draft.claim(name, id=name)
    draft.answer("i", by="a", id="p")
    draft.support("a", by="b", id="s")
    draft.conflict("a", "c", id="x")
    assert shown(draft.map().view(collapse="i")) == "i c"


def test_circles_can_be_collapsed() -> None:
    """A circle has no top: everything would vanish, or nothing."""
    draft = argmap.Draft()
    for name in "abcd":
        draft.claim(name, id=name)
    draft.support("a", by="b", id="ab")
    draft.support("b", by="a", id="ba")
    draft.rebut("d", by="d", id="dd")
    map = draft.map()
    assert shown(map.view(collapse=["b", "a"])) == "b c d dd"
    assert shown(map.view(collapse=["a", "d"])) == "a c d dd"


def test_records_that_only_the_omitted_name_are_omitted() -> None:
    """A part would name speakers who say nothing in it, and cite sources nowhere cited."""
    part = filed().view(focus="a", depth=0)
    assert [each.id for each in part.participants] == ["ann"]
    assert [each.id for each in part.groups] == ["outer", "inner"]
    assert [each.id for each in part.sources] == ["book", "unread"]
    assert part.schemes == ()
    assert [str(loss) for loss in part.losses] == [
        "the map: 2 claims, 2 links, 1 group, 1 participant, 1 source, 1 scheme: the view doesn't show this [omitted]",
        "s: support: it ties a to b, which isn't shown [cut-link]",
    ]


def test_a_group_with_nothing_in_it_is_kept() -> None:
    """It says nothing of what is omitted; and a view of a view would hang on the order."""
    draft = argmap.Draft()
    outer = draft.group("Outer", id="outer")
    draft.group("Empty", id="empty", parent=outer)
    draft.claim("a", id="a", group=outer)
    draft.claim("b", id="b")
    part = draft.map().view(focus="b", depth=0)
    assert [each.id for each in part.groups] == ["outer", "empty"]


@pytest.mark.parametrize(
    ("asked", "kind", "said"),
    [
        ({"focus": "zz"}, argmap.UnknownId, "no element has the id 'zz'"),
        ({"collapse": "zz"}, argmap.UnknownId, "no element has the id 'zz'"),
        (
            {"speakers": "bop"},
            argmap.UnknownId,
            "no participant has the id 'bop'; did you mean 'bob'",
        ),
        ({"groups": ""}, argmap.UnknownId, "no group has the id ''"),
        ({"tags": "z"}, argmap.UnknownName, "no tag is named 'z'"),
        ({"verdict": "good", "labels": {}}, argmap.UnknownName, "no verdict is named 'good'"),
        ({"verdict": "rejected"}, ValueError, r"labels=argmap\.evaluate"),
        ({"depth": -1}, ValueError, "not -1"),
    ],
)
def test_wrong_questions_are_refused(
    asked: dict[str, str], kind: type[Exception], said: str
) -> None:
    """A mistyped name must not give an empty picture."""
    with pytest.raises(kind, match=said):
        filed().view(**asked)  # type: ignore[arg-type]  # one option of a kind of its own each


def test_names_of_the_whole_are_known_in_a_part() -> None:
    """What nothing in a part has any more would be called unknown, and views wouldn't compose."""
    part = filed().view(focus="c", depth=0)
    assert shown(part.view(tags="x")) == ""
    assert shown(part.view(groups="lone")) == ""


def test_a_view_is_a_value() -> None:
    """It couldn't be kept in a set, sent to another process, or told from the part alone."""
    view = chain().view(depth=1)
    for again in (pickle.loads(pickle.dumps(view)), deepcopy(view), chain().view(depth=1)):
        assert again == view
        assert hash(again) == hash(view)
    assert view != chain().view(depth=2)
    assert repr(view) == "<MapView: 2 of 6 claims, 1 of 4 links>"
    assert type(view.map()) is ArgumentMap


@given(maps())
def test_a_view_of_nothing_said_is_the_whole(map: ArgumentMap) -> None:
    """A claim, link or record would be lost by looking at the map."""
    assert map.view().map() == map


@given(views())
def test_a_part_is_a_sound_map_in_the_order_of_the_whole(view: MapView) -> None:
    """A link would hang in the air, or the author's order be lost."""
    part = view.map()
    check_invariants(part)
    for field in fields(ArgumentMap):
        here, there = getattr(part, field.name), getattr(view.whole, field.name)
        if field.name in ("about", "data"):
            assert here == there
        else:
            assert list(here) == [each for each in there if each in here]
    assert sorted([*part, *view.omitted]) == sorted(view.whole)


@given(views())
def test_a_part_is_what_removing_the_rest_leaves(view: MapView) -> None:
    """A link would be missing that stands on nothing omitted, or one be there that does."""
    draft = view.whole.draft()
    for id in view.omitted:
        if id in draft:
            draft.remove(id)
    left = draft.map()
    assert (view.claims, view.issues, view.links) == (left.claims, left.issues, left.links)


@given(views())
def test_stubs_count_the_omitted_neighbours(view: MapView) -> None:
    """A stub would say "+3" where two things are omitted."""
    ties: dict[str, set[str]] = {}
    for link in view.whole.links:
        ends = {end for _, end in link.ends()}
        for end in ends:
            ties.setdefault(end, set()).update(ends)
    wanted = {id: {end for end in ties.get(id, ()) if end not in view} for id in view}
    assert {id: set(ends) for id, ends in view.stubs.items()} == {
        id: ends for id, ends in wanted.items() if ends
    }
    assert all(len(set(ends)) == len(ends) for ends in view.stubs.values())
    assert all(isinstance(view.whole[link.id], Link) and link.id not in view for link in view.cut)


@given(maps(), st.data())
def test_views_of_views_are_views_of_both(map: ArgumentMap, data: st.DataObject) -> None:
    """What a part leaves out would hang on the order in which one asked."""
    ids = [each.id for each in propositions(map)]
    some = st.sets(st.sampled_from(ids)) if ids else st.just(set())
    first, second = data.draw(some), data.draw(some)
    assert part_of(part_of(map, first), second) == part_of(map, first & second)


@given(maps(min_claims=1))
def test_filters_compose(map: ArgumentMap) -> None:
    """``--only tag:x --only speaker:ann`` would be another thing than the one part of the other."""
    tags = [tag for claim in map.claims for tag in claim.tags][:1]
    speakers = [id for claim in map.claims for id in claim.said_by][:1]
    groups = [claim.group for claim in map.claims if claim.group][:1]
    both = map.view(tags=tags, speakers=speakers, groups=groups)
    assert map.view(speakers=speakers).view(groups=groups).view(tags=tags) == both


def test_a_folded_step_of_a_circle_stays_with_what_it_is_for() -> None:
    """A step that its own conclusion undercuts would be gone once it is folded, for half of it isn't shown."""
    draft = argmap.Draft()
    for id in "abcd":
        draft.claim(id, id=id)
    draft.support("d", by="d", id="alone")
    draft.undercut("alone", by="d")
    draft.support("a", by="b", id="step")
    draft.undercut("step", by="c", id="cut")
    draft.support("b", by="b", id="self")
    draft.support("c", by="a", id="back")
    draft.undercut("cut", by="a", id="answer")
    for id in ("step", "cut", "answer", "alone"):
        assert id in draft.map().view(collapse=id)


@given(views())
def test_every_collapse_keeps_what_is_collapsed_or_hides_it_in_another(view: MapView) -> None:
    """Folding would take away the very thing that is folded."""
    whole = view.whole
    for id in list(whole)[:3]:
        assert id in whole.view(collapse=id)
