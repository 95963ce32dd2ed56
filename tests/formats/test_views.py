"""Views written: every format takes a part, and the report says what isn't in it."""

from __future__ import annotations

import pytest
from hypothesis import given

import argmap
from argmap import ArgumentMap, MapView
from argmap.formats import formats
from argmap.model.view import OMISSIONS
from argmap.strategies import views


def part() -> MapView:
    """Two of four claims."""
    draft = argmap.Draft("Part")
    for name in "abcd":
        draft.claim(f"Claim {name}.", id=name)
    draft.support("a", by="b", id="s")
    draft.rebut("b", by=["c", "d"], id="r")
    return draft.map().view(depth=1)


@pytest.mark.parametrize("format", [each.name for each in formats() if each.write])
def test_every_format_takes_a_part(format: str) -> None:
    """A writer would fail on a view, or write what isn't shown."""
    view = part()
    said = argmap.render(view, format)
    picture, binary = {each.name: (each.picture, each.binary) for each in formats()}[format]
    own = argmap.render(view.map(), format)
    if not picture:
        assert said.data == own.data
        assert said.losses == (*view.losses, *own.losses)
    else:
        assert not any(loss.code in OMISSIONS for loss in said.losses)
    if not binary:
        assert "Claim d." not in said.text


def test_strict_is_of_the_format_alone() -> None:
    """Nobody could write a part strictly, for a part is never the whole."""
    view = part()
    told: list[argmap.Report] = []
    text = argmap.dumps(view, "json", strict=True, report=told.append)
    assert [loss.code for loss in told[0].losses] == ["omitted", "cut-link"]
    assert argmap.loads(text) == view.map()
    with pytest.raises(argmap.CannotExpress, match="it has 1 loss") as caught:
        argmap.dumps(
            argmap.ArgumentMap(claims=(argmap.Claim("x", "X", "T"),)).view(), "aif", strict=True
        )
    assert [loss.code for loss in caught.value.losses] == ["claim-title"]


@given(views())
def test_what_is_written_of_a_part_is_the_part(view: MapView) -> None:
    """A document of a part would point at what isn't in it."""
    rendering = argmap.render(view, "json")
    assert argmap.loads(rendering.text) == view.map()
    assert bool(rendering.losses) == bool(view.losses)
    assert bool(view.losses) == (view.map() != view.whole)


def test_a_whole_has_no_losses() -> None:
    """An empty report says that nothing is missing."""
    assert argmap.render(ArgumentMap().view(), "json").losses == ()
