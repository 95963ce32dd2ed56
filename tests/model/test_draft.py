"""Drafts: every verb, what it refuses, and that a refused edit leaves no mark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import argmap


@pytest.fixture
def draft() -> argmap.Draft:
    """Three claims, a reason, an objection to the reason, records of each kind."""
    made = argmap.Draft("T", language="en")
    made.claim("A", id="a")
    made.claim("B", id="b", said_by="Ann")
    made.claim("C", id="c")
    made.support("a", by="b", id="s", scheme="Expert opinion")
    made.undercut("s", by="c", id="u")
    return made


def test_verbs_return_what_they_made(draft: argmap.Draft) -> None:
    """What a verb returns is what the next verb takes."""
    a = draft["a"]
    assert isinstance(a, argmap.Claim)
    assert draft.attack(a, by="b").kind == "rebuttal"
    assert draft.attack("s", by=["b", "c"]).kind == "undercut"
    assert draft.attack(draft["u"], by=a).target == "u"  # type: ignore[arg-type]  # it is a link
    issue = draft.issue("Which one is it?")
    assert issue.id == "which-one-is-it"
    assert draft.answer(issue, by=a).issue == issue.id
    assert draft.conflict("a", "b", contradictory=True).claims == ("a", "b")
    assert draft.rephrase("a", by="c", manner="generalises").claim == "c"
    assert draft.prefer("s", over="u").over == "u"
    assert draft.support("s", by="c", warrants="b", strict=True, weight=0.5, label="x").strict
    assert [link.id for link in draft.map().links if link.kind == "support"] == ["s", "support-1"]
    assert (a in draft, "nope" in draft, bool(argmap.Draft())) == (True, False, True)
    assert repr(draft) == "<Draft 'T': 14 elements>"
    assert draft.describe(authors=("Ann",)).authors == ("Ann",)
    assert draft.map().about == argmap.About("T", authors=("Ann",), language="en")


def test_ids_are_made_and_kept_apart(draft: argmap.Draft) -> None:
    """Default ids must be readable, and never clash with one somebody chose."""
    first = draft.claim("Costs rise.")
    second = draft.claim("Costs rise.")
    nameless = draft.claim("?!")
    draft.claim("x", id="support-1")
    assert (first.id, second.id, nameless.id) == ("costs-rise", "costs-rise-2", "claim-1")
    assert draft.support("a", by="c").id == "support-2"
    assert draft.claim("A long text", title="Short title").id == "short-title"
    assert draft.group("?!").id == "group"
    assert draft.group("Costs").id == draft.group("Other", id="costs2").id[:-1] == "costs"


def test_speakers_sources_and_schemes_by_value_id_and_name(draft: argmap.Draft) -> None:
    """A name said twice is one person; a new name makes one on the way."""
    ann = draft.map().participants[0]
    assert (ann.id, ann.name) == ("ann", "Ann")
    for said_by in (ann, "ann", "Ann", [ann]):
        assert draft.claim("x", said_by=said_by).said_by == ("ann",)
    assert draft.claim("x", said_by=["Ben", "Ben", "Ann"]).said_by == ("ben", "ben", "ann")
    assert draft.claim("x", said_by="?!").said_by == ("participant",)
    cara = draft.participant("Cara", data={"age": 30})
    assert draft.claim("x", said_by="Cara").said_by == (cara.id,)
    paper = draft.source("The Paper", url="https://example.org", authors=["Ann"], date="2010")
    for cites in (paper, "the-paper", argmap.Citation("the-paper"), [paper]):
        assert draft.claim("x", cites=cites).citations == (argmap.Citation("the-paper"),)
    scheme = draft.scheme("Analogy", questions=["Are they alike?"])
    assert draft.support("a", by="c", scheme=scheme).scheme == "analogy"
    assert draft.support("a", by="c", scheme="analogy").scheme == "analogy"
    assert draft.support("a", by="c", scheme="Analogy").scheme == "analogy"
    assert [each.id for each in draft.map().schemes] == ["expert-opinion", "analogy"]
    group = draft.group("G", data={"x": 1})
    inner = draft.group("H", parent=group)
    assert draft.claim("x", group=inner, tags=["t"]).group == "h"
    assert draft.claim("x", group="g").group == "g"


WRONG: dict[str, Callable[[argmap.Draft], Any]] = {
    "unknown target": lambda d: d.support("zz", by="a"),
    "unknown premise": lambda d: d.support("a", by="zz"),
    "unknown attack target": lambda d: d.attack("zz", by="a"),
    "unknown group": lambda d: d.claim("x", group="zz"),
    "unknown source": lambda d: d.claim("x", cites="zz"),
    "unknown participant": lambda d: d.claim("x", said_by=argmap.Participant("zz")),
    "unknown parent": lambda d: d.group("x", parent="zz"),
    "unknown issue": lambda d: d.answer("zz", by="a"),
    "taken id": lambda d: d.claim("x", id="a"),
    "taken record": lambda d: d.participant("x", id="ann"),
    "taken by a link": lambda d: d.support("a", by="c", id="s"),
    "empty id": lambda d: d.claim("x", id=""),
    "control": lambda d: d.claim("\x00", said_by="Somebody new"),
    "weight": lambda d: d.claim("x", weight=2.0),
    "no premise": lambda d: d.support("a", by=[]),
    "premise twice": lambda d: d.support("a", by=["b", "b"]),
    "rebut a link": lambda d: d.rebut("s", by="a"),
    "undercut a claim": lambda d: d.undercut("a", by="b"),
    "link as premise": lambda d: d.support("a", by="s"),
    "lone conflict": lambda d: d.conflict("a"),
    "own rephrase": lambda d: d.rephrase("a", by="a"),
    "type": lambda d: d.claim(5),  # type: ignore[arg-type]  # wrong on purpose
    "replace id": lambda d: d.replace("a", id="z"),
    "replace unknown field": lambda d: d.replace("a", colour="red"),
    "replace unknown": lambda d: d.replace("zz", text="x"),
    "replace in a circle": lambda d: d.replace("s", target="u"),
    "replace kind": lambda d: d.replace("s", kind="undercut"),
    "replace kind of a claim": lambda d: d.replace("a", kind="support"),
    "replace kind with nonsense": lambda d: d.replace("s", kind="banana"),
    "rename to a taken id": lambda d: d.rename("a", "b"),
    "rename to nothing": lambda d: d.rename("a", ""),
    "rename unknown": lambda d: d.rename("zz", "y"),
    "remove unknown": lambda d: d.remove("a", "zz"),
    "remove an unknown record": lambda d: d.remove(argmap.Group("zz")),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_refused_edit_leaves_the_draft_whole(name: str, draft: argmap.Draft) -> None:
    """Half an edit is worse than none: nobody knows which half."""
    before = draft.map()
    with pytest.raises((argmap.EditError, TypeError)):
        WRONG[name](draft)
    assert draft.map() == before


def test_unknown_keywords_are_refused(draft: argmap.Draft) -> None:
    """A citation given under a name that the verb doesn't know would be lost in silence."""
    before = draft.map()
    cited: dict[str, Any] = {"citations": ("report",)}
    strict: dict[str, Any] = {"strict": True}
    with pytest.raises(TypeError, match=r"a claim takes no 'citations'; .* it takes cites, data"):
        draft.claim("C", **cited)
    with pytest.raises(TypeError, match=r"a claim takes no 'strict'"):
        draft.claim("C", **strict)
    with pytest.raises(TypeError, match=r"a support takes no 'citations'"):
        draft.support("a", by="b", **cited)
    assert draft.map() == before


def test_unknown_ids_are_their_own_error(draft: argmap.Draft) -> None:
    """A mistyped id is the commonest mistake and deserves a proposal."""
    draft.claim("x", id="accountability")
    with pytest.raises(argmap.UnknownId, match="did you mean 'accountability'"):
        draft.support("accountabilty", by="a")
    with pytest.raises(argmap.UnknownId, match="'zz'"):
        draft["zz"]


def test_replace_changes_fields_and_kinds(draft: argmap.Draft) -> None:
    """What names an element goes on naming it."""
    assert draft.replace("a", text="A2", tags=["t"]) == argmap.Claim("a", "A2", tags=("t",))
    b = draft["b"]
    assert draft.replace("u", premises=[b]) == argmap.Undercut("u", ("b",), "s")
    step = draft.replace("s", kind="rebuttal", target=draft["c"])
    assert step == argmap.Rebuttal("s", ("b",), "c", scheme="expert-opinion")
    group = draft.group("G")
    assert draft.replace(group, title="H") == argmap.Group("g", "H")
    with pytest.raises(argmap.EditError):
        draft.replace(group, parent=group)
    assert draft.map()["u"] == argmap.Undercut("u", ("b",), "s")


def test_rename_reaches_every_mention(draft: argmap.Draft) -> None:
    """A rename that misses one mention makes a dangling id."""
    outer = draft.group("G")
    draft.group("H", parent=outer)
    paper = draft.source("P")
    draft.claim("D", id="d", group="g", cites=[paper, argmap.Citation("p", "words")])
    draft.conflict("a", "b", id="x")
    assert draft.rename("a", "main").id == "main"
    assert draft.rename("s", "step") == draft["step"]
    assert draft.rename(outer, "outer").id == "outer"
    assert draft.rename(paper, "paper").id == "paper"
    assert draft.rename("ann", "anna").id == "anna"
    assert draft.rename("expert-opinion", "expert").id == "expert"
    map = draft.map()
    assert map["step"] == argmap.Support("step", ("b",), "main", scheme="expert")
    assert map["u"] == argmap.Undercut("u", ("c",), "step")
    assert map["x"] == argmap.Conflict("x", ("main", "b"))
    claim = map["d"]
    assert isinstance(claim, argmap.Claim)
    assert (claim.group, [c.source for c in claim.citations]) == ("outer", ["paper", "paper"])
    assert map.groups[1].parent == "outer"
    b = map["b"]
    assert isinstance(b, argmap.Claim)
    assert b.said_by == ("anna",)
    assert draft.rename("main", "main").id == "main"


def test_remove_takes_what_hangs_on_it_and_put_back_returns_it(draft: argmap.Draft) -> None:
    """What goes must be told, and come back to its place."""
    before = draft.map()
    removed = draft.remove("b")
    assert removed.ids == ("b", "s", "u")
    assert [claim.id for claim in draft.map().claims] == ["a", "c"]
    draft.put_back(removed)
    assert draft.map() == before
    both = draft.remove("c", "s")
    assert set(both.ids) == {"c", "s", "u"}
    draft.put_back(both)
    assert draft.map() == before


def test_removed_records_leave_no_mention(draft: argmap.Draft) -> None:
    """A speaker, source, scheme or group can go while the claims stay; groups close up."""
    outer = draft.group("G")
    middle = draft.group("H", parent=outer)
    inner = draft.group("I", parent=middle)
    paper = draft.source("P")
    draft.claim("D", id="d", group=inner, cites=paper)
    draft.claim("E", id="e", group=middle)
    before = draft.map()
    removed = draft.remove(middle, inner, paper, "ann", "expert-opinion")
    after = draft.map()
    d, e, b, s = (after[id] for id in "debs")
    assert isinstance(d, argmap.Claim)
    assert isinstance(e, argmap.Claim)
    assert isinstance(b, argmap.Claim)
    assert isinstance(s, argmap.Support)
    assert (d.group, d.citations, e.group, b.said_by, s.scheme) == ("g", (), "g", (), None)
    draft.put_back(removed)
    assert draft.map() == before


def test_put_back_after_other_edits(draft: argmap.Draft) -> None:
    """Edits in between are kept; an id taken in between is refused."""
    removed = draft.remove("ann", "c")
    draft.replace("b", text="B, reworded")
    draft.put_back(removed)
    b = draft["b"]
    assert isinstance(b, argmap.Claim)
    assert (b.text, b.said_by) == ("B, reworded", ("ann",))
    gone = draft.remove("ann")
    draft.remove("b")
    draft.put_back(gone)
    assert [each.id for each in draft.map().participants] == ["ann"]
    again = draft.remove("a")
    draft.claim("Another", id="a")
    before = draft.map()
    with pytest.raises(argmap.EditError, match="'a' is taken by now"):
        draft.put_back(again)
    assert draft.map() == before


def test_a_map_does_not_notice_its_draft(draft: argmap.Draft) -> None:
    """A map handed out must never change afterwards."""
    map = draft.map()
    edit = map.draft()
    edit.remove("a")
    draft.claim("new")
    assert len(map) == 5
    assert edit.map() != map
    assert map.draft().map() == map


def test_links_that_reach_one_target_by_two_ways_are_founded() -> None:
    """A circle seen where two ways only meet would refuse an edit that makes sense."""
    draft = argmap.Draft()
    good, near = draft.claim("Co-ops are good."), draft.claim("They are near.")
    base = draft.support(good, by=near)
    one, other = draft.undercut(base, by=near), draft.undercut(base, by=good)
    preferred = draft.prefer(one, over=other)
    draft.replace(preferred, tags=("settled",))
    assert draft[preferred.id].tags == ("settled",)


def test_a_text_that_is_none_is_called_so(draft: argmap.Draft) -> None:
    """``'int' object is not subscriptable`` says nothing of what was given."""
    before = draft.map()
    for verb in (draft.claim, draft.issue, draft.group):
        with pytest.raises(TypeError, match="a text is a str, not int"):
            verb(5)  # type: ignore[arg-type]  # that is the point
    assert draft.map() == before
