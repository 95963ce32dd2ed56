"""The named invariants agree with the check that maps are held to, on maps that are broken on purpose."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.invariants import INVARIANTS, check_invariants
from argmap.model.check import INVARIANTS as NAMES
from argmap.model.check import check
from argmap.strategies import maps
from tests.profiles import examples

QUICK = settings(max_examples=examples(40), suppress_health_check=list(HealthCheck), database=None)


def unchecked(map: argmap.ArgumentMap, **changes: Any) -> argmap.ArgumentMap:
    """A map that nobody checked, as one from a broken pickle is."""
    made = object.__new__(argmap.ArgumentMap)
    for part in fields(argmap.ArgumentMap):
        object.__setattr__(made, part.name, changes.get(part.name, getattr(map, part.name)))
    return made


def problems(map: argmap.ArgumentMap) -> set[str]:
    """The codes of all that the named invariants find, but for those of what is made of a map."""
    return {each.code for invariant in INVARIANTS[:11] for each in invariant(map)}


@QUICK
@given(maps(hostile=True))
def test_every_map_keeps_them(map: argmap.ArgumentMap) -> None:
    """An invariant would ask for more than maps have."""
    check_invariants(map)


BREAKS: dict[str, Any] = {
    "no claims": lambda map: {"claims": map.claims[1:]},
    "claims twice": lambda map: {"claims": map.claims + map.claims[:1]},
    "an empty id": lambda map: {"claims": (*map.claims, argmap.Claim(""))},
    "a weight": lambda map: {"claims": (*map.claims, argmap.Claim("heavy", weight=2.0))},
    "a NUL": lambda map: {"claims": (*map.claims, argmap.Claim("nul", "a\x00b"))},
    "no records": lambda map: {"participants": (), "groups": (), "schemes": (), "sources": ()},
    "no premise": lambda map: {"links": (*map.links, argmap.Support("n", (), map.claims[0].id))},
    "one side": lambda map: {"links": (*map.links, argmap.Conflict("n", (map.claims[0].id,)))},
    "twice": lambda map: {"links": (*map.links, argmap.Conflict("n", (map.claims[0].id,) * 2))},
    "self": lambda map: {"links": (*map.links, argmap.Preference("n", *[map.claims[0].id] * 2))},
    "rephrase": lambda map: {"links": (*map.links, argmap.Rephrase("n", *[map.claims[0].id] * 2))},
    "a wrong end": lambda map: {
        "links": (*map.links, argmap.Undercut("n", (map.claims[0].id,), map.claims[0].id))
    },
    "no issue": lambda map: {"links": (*map.links, argmap.Answer("n", *[map.claims[0].id] * 2))},
    "a circle": lambda map: {
        "links": (
            *map.links,
            argmap.Undercut("x1", (map.claims[0].id,), "x2"),
            argmap.Undercut("x2", (map.claims[0].id,), "x1"),
        )
    },
    "a group in itself": lambda map: {"groups": (*map.groups, argmap.Group("own", parent="own"))},
    "links turned": lambda map: {"links": map.links[::-1]},
}
"""Ways to break a map with at least one claim."""


@QUICK
@given(maps(min_claims=1), st.sampled_from(sorted(BREAKS)), st.sampled_from(sorted(BREAKS)))
def test_they_find_what_the_check_finds(map: argmap.ArgumentMap, one: str, two: str) -> None:
    """Of two ways to say the same rules one would be wrong."""
    broken = unchecked(map, **BREAKS[one](map))
    broken = unchecked(broken, **BREAKS[two](broken)) if broken.claims else broken
    assert problems(broken) == {problem.code for problem in check(broken)}, (one, two)


@pytest.mark.parametrize("code", NAMES)
def test_each_is_broken_by_something(code: str) -> None:
    """The test above would never see this invariant broken."""
    draft = argmap.Draft()
    draft.support(draft.claim("a", id="a", said_by="Ann"), by=draft.claim("b"))
    map = draft.map()
    assert any(code in problems(unchecked(map, **change(map))) for change in BREAKS.values())


def test_all_that_is_wrong_is_told() -> None:
    """One would mend one problem after the other, with a run of the tests between."""
    map = unchecked(argmap.ArgumentMap(), claims=(argmap.Claim(""), argmap.Claim("")))
    with pytest.raises(AssertionError, match=r"ids are unique: not so:\n  '' is the id of 2"):
        check_invariants(map)


@pytest.mark.parametrize("place", [11, 12, 13])
def test_what_is_made_of_a_map_is_looked_at(place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last three would pass whatever draft, graph and copy are."""
    other = argmap.ArgumentMap(claims=(argmap.Claim("other"),))
    monkeypatch.setattr("argmap.model.draft.Draft.map", lambda draft: other)
    monkeypatch.setattr("argmap.invariants.of_maps.from_networkx", lambda graph: other)
    monkeypatch.setattr("argmap.invariants.of_maps.deepcopy", lambda map: other)
    assert list(INVARIANTS[place](evolve(other, claims=())))
