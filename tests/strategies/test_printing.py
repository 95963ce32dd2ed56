"""A failing example is a map one can read, and code one can run."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import argmap
from argmap.model.code import code
from argmap.strategies import drafts, maps, printed, views

QUICK = settings(max_examples=25, suppress_health_check=list(HealthCheck), database=None)


@QUICK
@given(maps(hostile=True) | maps(shape="debate"))
def test_the_code_makes_the_map_again(map: argmap.ArgumentMap) -> None:
    """One would paste the code of a failing example and have another map."""
    names: dict[str, Any] = vars(argmap) | {n: getattr(argmap, n) for n in argmap.__all__}
    assert eval(code(map), names) == map
    assert eval(f"(\n{printed(map)}\n)", names) == map


def test_a_failure_shows_outline_and_code() -> None:
    """Hypothesis would show how the map was drawn, which says nothing."""

    @settings(QUICK, derandomize=True, max_examples=400, phases=[Phase.generate, Phase.shrink])
    @given(maps(max_claims=2, stances=False, weights=False, sources=False), drafts(max_claims=0))
    def no_undercuts(map: argmap.ArgumentMap, draft: argmap.Draft) -> None:
        assert all(link.kind != "undercut" for link in map.links)

    with pytest.raises(AssertionError) as failure:
        no_undercuts()
    told = "\n".join(failure.value.__notes__)
    assert "#     - undercut: {#c1}" in told
    assert "            Undercut('l2', ('c1',), 'l1'),\n" in told
    assert "draft=ArgumentMap().draft()" in told


def test_a_failure_shows_what_a_view_shows() -> None:
    """A view would be printed as its fields, and nobody would see what is left out."""

    @settings(QUICK, derandomize=True, max_examples=200, phases=[Phase.generate, Phase.shrink])
    @given(views(max_claims=2))
    def nothing_omitted(view: argmap.MapView) -> None:
        assert not view.omitted

    with pytest.raises(AssertionError) as failure:
        nothing_omitted()
    told = "\n".join(failure.value.__notes__)
    assert "ArgumentMap(" in told
    assert ".view() showing {" in told
