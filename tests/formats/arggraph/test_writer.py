"""Maps as arggraph XML: what is said comes back, what isn't is told."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve

import argmap


def _round(map: argmap.ArgumentMap) -> tuple[argmap.ArgumentMap, list[str]]:
    written = argmap.render(map, "arggraph")
    ElementTree.fromstring(written.text)
    again = argmap.parse(written.text, format="arggraph").map
    return again, [loss.code for loss in written.losses]


def test_claims_and_links_without_more_are_said_whole() -> None:
    """The simplest map would be told to lose something."""
    draft = argmap.Draft("co-ops")
    good, near = draft.claim("Good.", implicit=True), draft.claim("Near.")
    step = draft.support(good, by=[near, draft.claim(" a\n<b>\t&\r ")])
    undercut = draft.undercut(step, by=draft.claim("Far."))
    draft.undercut(undercut, by=draft.claim("Not so far."))
    draft.support(undercut, by=draft.claim(""), scheme="Example")
    map = draft.map()
    assert _round(map) == (map, [])
    text = argmap.dumps(map, "arggraph")
    assert text.splitlines()[1] == "<?argmap sides=worked-out?>"
    sides = [element.get("type") for element in ElementTree.fromstring(text).iter("adu")]
    assert sides == ["pro", "pro", "pro", "opp", "pro", "opp"]
    assert argmap.render(map, "arggraph", indent=None).text.count("\n") == 4


def test_sides_are_said_where_they_are_known() -> None:
    """Who says what would be lost, though the format has a word for it."""
    pro = argmap.Participant("pro", "proponent")
    claims = (argmap.Claim("a", "A.", said_by=("pro",)), argmap.Claim("b", "B."))
    link = argmap.Rebuttal("r", ("b",), "a")
    map = argmap.ArgumentMap(claims=claims, links=(link,), participants=(pro,))
    again, losses = _round(map)
    assert [claim.said_by for claim in again.claims] == [("pro",), ("opp",)]
    assert losses == ["claim-said_by", "added-participant"]
    circle = evolve(map, links=(link, argmap.Rebuttal("q", ("a",), "b")), claims=claims)
    assert [claim.said_by for claim in _round(circle)[0].claims] == [("pro",), ("opp",)]


def test_what_was_kept_goes_where_it_belongs() -> None:
    """An edit would be undone by what was read once, or what was read be lost by an edit."""
    text = (
        '<arggraph id="t" topic_id="x"><edu id="e1">One</edu><edu id="e2">two.</edu><edu id="e3">B.</edu>'
        '<adu id="a" type="pro"/><adu id="b" type="opp"/><edge id="s1" src="e1" trg="a" type="seg"/>'
        '<edge id="s2" src="e2" trg="a" type="seg"/><edge id="s3" src="e3" trg="b" type="seg"/></arggraph>'
    )
    map = argmap.loads(text, format="arggraph")
    draft = map.draft()
    draft.replace("b", text="Other.")
    draft.claim("New.", id="n", said_by="pro")
    again, losses = _round(draft.map())
    assert [claim.text for claim in again.claims] == ["One two.", "Other.", "New."]
    assert losses == ["map-data"]
    assert '<edu id="e2">two.</edu>' in argmap.render(draft.map(), "arggraph").text
    taken = map.draft()
    taken.rename("b", "e1")
    again, losses = _round(taken.map())
    assert [claim.id for claim in again.claims] == ["a", "e1"]
    assert losses == ["map-data"]


@pytest.mark.parametrize(
    "kept",
    [
        1,
        {"segments": 1},
        {"segments": [["edu", {"id": "e"}, 1], ["edge"]]},
        {"root": {"x y": "1"}},
        {"root": ["x"]},
        {"adds": {"s": 1}},
        {"adds": {"s": {"c": "a"}}},
        {"adds": 3},
        {"loose": [["edge", {"id": "c1"}]]},
    ],
)
def test_data_that_nobody_read_does_no_harm(kept: Any) -> None:
    """A map with free data of its own under the format's name couldn't be written."""
    claims = tuple([argmap.Claim(id, id) for id in "abc"])
    link = argmap.Support("s", ("b", "c"), "a", data={"arggraph": kept})
    map = argmap.ArgumentMap(claims=claims, links=(link,), data={"arggraph": kept})
    again, losses = _round(map)
    assert [one.id for one in again.links] == ["s"]
    assert losses
