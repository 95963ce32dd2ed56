"""Single links, edits, frameworks and structures stand where they are said to."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import argmap
from argmap.strategies import (
    Edit,
    Edited,
    abstract_frameworks,
    bipolar_frameworks,
    edited_maps,
    edits,
    links,
    maps,
    pcs,
    rebuttals,
    smallest,
    supports,
    undercuts,
)

QUICK = settings(max_examples=20, suppress_health_check=list(HealthCheck), database=None)
DEEP = argmap.ArgumentMap(
    claims=(argmap.Claim("c1"), argmap.Claim("l4")),
    links=(argmap.Support("s", ("c1",), "c1"), argmap.Undercut("u", ("c1",), "s")),
)


@QUICK
@given(maps(min_claims=1, hostile=True), st.data())
def test_a_link_stands_in_its_map(map: argmap.ArgumentMap, data: st.DataObject) -> None:
    """Whoever adds the link would get an invalid map."""
    for strategy in (links(map, hostile=True), supports(map), rebuttals(map)):
        link = data.draw(strategy)
        assert evolve(map, links=(*map.links, link))[link.id] == link


@QUICK
@given(supports(), rebuttals(), undercuts(depth=1))
def test_links_are_of_their_kind(support: Any, rebuttal: Any, undercut: Any) -> None:
    """A strategy named for a kind would give another."""
    assert [support.kind, rebuttal.kind, undercut.kind] == ["support", "rebuttal", "undercut"]
    assert undercut.target == "l1"


@QUICK
@given(undercuts(DEEP, depth=1), undercuts(DEEP))
def test_undercuts_stand_so_deep(shallow: argmap.Undercut, deep: argmap.Undercut) -> None:
    """The depth is a promise, and an id that is taken breaks the map."""
    assert shallow.target == "s"
    assert deep.target in ("s", "u")
    assert shallow.id not in DEEP


def test_where_there_is_no_room_there_is_nothing() -> None:
    """A strategy would fail in the middle of a test instead of giving nothing."""
    nothing = argmap.ArgumentMap()
    for strategy in (links(nothing), supports(nothing), undercuts(nothing)):
        assert strategy.is_empty
    lonely = argmap.ArgumentMap(claims=(argmap.Claim("c1"),))
    assert undercuts(lonely).is_empty
    assert smallest(links(lonely)).kind == "support"
    with pytest.raises(ValueError, match="1 or more, not 0"):
        undercuts(depth=0)


def test_every_kind_of_link_occurs() -> None:
    """A kind that is never drawn is never tested."""
    for kind in ("support", "undercut", "conflict", "rephrase", "preference", "answer"):
        found = smallest(links(), lambda link, kind=kind: link.kind == kind)  # type: ignore[misc]  # a default as closure
        assert found.kind == kind


@QUICK
@given(edited_maps(max_claims=4, hostile=True))
def test_edits_make_sense(edited: Edited) -> None:
    """Who replays the edits would end elsewhere, or in an error."""
    map = edited.before
    for edit in edited.edits:
        map = edit.of(map)
    assert map == edited.after
    assert 1 <= len(edited.edits) <= 4


def test_every_kind_of_edit_occurs() -> None:
    """An edit that is never drawn is never tested."""
    map = argmap.ArgumentMap(claims=(argmap.Claim("c1"), argmap.Claim("c2")))
    for verb in ("claim", "describe", "link", "replace", "remove", "rename"):
        edit = smallest(edits(map), lambda edit, verb=verb: edit.verb == verb)  # type: ignore[misc]  # as above
        assert edit.of(map) != map or verb in ("describe", "replace")
    assert str(Edit("replace", ("c1",), (("text", "new"),))) == "replace('c1', text='new')"
    with pytest.raises(NoSuchExample):
        smallest(edits(argmap.ArgumentMap()), lambda edit: edit.verb == "remove", examples=200)


@QUICK
@given(abstract_frameworks(self_attacks=False), bipolar_frameworks())
def test_frameworks_are_as_asked(abstract: argmap.Framework, bipolar: Any) -> None:
    """The switches would switch nothing."""
    assert all(one != other for one, other in abstract.attacks)
    places = {name: place for place, name in enumerate(bipolar.arguments)}
    assert all(places[a] > places[b] for a, b in bipolar.attacks + bipolar.supports)


@QUICK
@given(pcs(max_steps=2, hostile=True))
def test_a_structure_is_a_chain(map: argmap.ArgumentMap) -> None:
    """A premise-conclusion structure would be no argument."""
    assert [claim.id for claim in map.main_claims] == [map.claims[-1].id]
    assert all(isinstance(link, argmap.Support) for link in map.links)
    assert len(map.links) <= 2
