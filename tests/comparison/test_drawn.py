"""A drawn difference shows all that has come, gone and changed, and marks it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import argmap
from argmap import (
    ArgumentMap,
    Citation,
    Claim,
    Group,
    Mark,
    Rebuttal,
    Source,
    Support,
    UnknownName,
    draw_diff,
)
from argmap.comparison import overlaid
from argmap.strategies import maps
from tests.profiles import examples

from .edits import Edit, edited, edits

GOOD = Claim("good", "Co-ops are good for public services.")
NEAR = Claim("near", "They are near to those whom they serve.")
CUTS = Claim("cuts", "Co-ops are cover for cuts of budgets.")
STEP = Support("step", ("near",), "good")
OLD = ArgumentMap(claims=(GOOD, NEAR, CUTS), links=(STEP,))


def test_what_comes_goes_and_changes_is_marked() -> None:
    """A reader would compare two pictures card by card."""
    good = Claim("fine", "Co-ops are good for all public services.")
    new = Claim("wages", "Wages rise when workers decide.")
    after = ArgumentMap(claims=(CUTS, good, new), links=(Rebuttal("step", ("cuts",), "fine"),))
    map, marks = overlaid(OLD, after)
    assert {id: mark.change for id, mark in marks.items()} == {
        "cuts": "moved",
        "fine": "changed",
        "wages": "added",
        "near": "removed",
        "step": "added",
        "step-2": "removed",
    }
    assert [claim.id for claim in map.claims] == ["cuts", "fine", "near", "wages"]
    assert map["step-2"] == Support("step-2", ("near",), "fine")
    assert marks["fine"].why.startswith("Reworded, “Co-ops are good for public services.” is now")
    svg = draw_diff(OLD, after).svg
    for word in ("added", "removed", "changed", "moved"):
        assert f">{word}</tspan>" in svg or f">{word}</text>" in svg


def test_nothing_is_marked_where_nothing_differs() -> None:
    """A drawing of no difference is the drawing of the map."""
    assert overlaid(OLD, OLD) == (OLD, {})
    assert draw_diff(OLD, OLD).svg == argmap.draw(OLD).svg


def test_what_gone_elements_name_comes_back() -> None:
    """A card that is removed would cite a source that is gone, in a section that is gone."""
    held = Claim("held", "It was so.", group="g", citations=(Citation("s"),))
    before = ArgumentMap(
        claims=(GOOD, held), groups=(Group("h"), Group("g", parent="h")), sources=(Source("s"),)
    )
    map, marks = overlaid(before, ArgumentMap(claims=(GOOD,)))
    assert map["held"] == held
    assert [group.id for group in map.groups] == ["g", "h"]
    assert marks == {"held": Mark(change="removed", why="It isn't there any more.")}


def test_a_change_that_there_isnt() -> None:
    """A misspelt change would be drawn as nothing."""
    with pytest.raises(UnknownName, match="no change is named 'new'"):
        Mark(change="new")  # type: ignore[arg-type]  # that is the test


@settings(max_examples=examples(60))
@given(maps(max_claims=5), edits)
def test_any_edit_is_overlaid(map: ArgumentMap, wanted: list[Edit]) -> None:
    """The picture of a difference holds both maps, whatever the edit."""
    new = edited(map, wanted)
    both, marks = overlaid(map, new)
    assert set(new.elements) <= set(both.elements)
    assert len(both.claims) >= max(len(map.claims), len(new.claims))
    assert set(marks) <= set(both.elements)
    kept = [id for id in both.elements if marks.get(id, Mark()).change != "removed"]
    assert kept == list(new.elements)
