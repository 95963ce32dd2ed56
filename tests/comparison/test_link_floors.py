"""Links in floors, by what they are tied to."""

from __future__ import annotations

from hypothesis import given

import argmap
from argmap.comparison.floors import floors
from argmap.strategies import maps


@given(maps())
def test_each_link_stands_above_what_it_ties(map: argmap.ArgumentMap) -> None:
    """A link would be looked up before its ends are known, and be told as a new one."""
    links = {link.id: link for link in reversed(map.links)}
    made = floors(links)
    assert sorted([id for floor in made for id in floor]) == sorted(links)
    at = {id: number for number, floor in enumerate(made) for id in floor}
    for id, link in links.items():
        assert at[id] == 1 + max([at[end] for _, end in link.ends() if end in links], default=-1)


def test_a_tower_is_found_again_under_other_ids() -> None:
    """Undercuts of undercuts whose ids are counted anew would all be told as removed and added."""
    draft = argmap.Draft()
    other = argmap.Draft()
    for each, prefix in ((draft, "l"), (other, "n")):
        for number in range(40):
            each.claim(f"Claim {number} of a tower.", id=f"c{number}")
        each.rebut("c0", by="c1", id=f"{prefix}1")
        for number in range(2, 40):
            each.undercut(f"{prefix}{number - 1}", by=f"c{number}", id=f"{prefix}{number}")
    found = argmap.diff(draft.map(), other.map())
    assert {change.kind for change in found} == {"renamed"}
    assert argmap.patch(draft.map(), found) == other.map()
    united, _ = argmap.unite(draft.map(), other.map())
    assert united == draft.map()


def test_what_is_tied_may_come_later() -> None:
    """An undercut that stands before its target would be looked up first."""
    low = argmap.Rebuttal("r", ("a",), "b")
    high = argmap.Undercut("u", ("c",), "r")
    top = argmap.Undercut("v", ("d",), "u")
    assert floors({"v": top, "u": high, "r": low}) == [{"r": low}, {"u": high}, {"v": top}]


def test_no_links_have_no_floors() -> None:
    """A map of lone claims could not be compared."""
    assert floors({}) == []
