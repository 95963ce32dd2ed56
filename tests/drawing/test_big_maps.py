"""The options for large maps: width, scale, and the drawing before."""

from __future__ import annotations

from math import inf, nan
from xml.etree import ElementTree

import pytest

import argmap
from argmap.drawing.paper import LARGEST


def many(count: int = 20) -> argmap.ArgumentMap:
    """A claim with so many reasons."""
    draft = argmap.Draft()
    main = draft.claim("Main.", id="main")
    for number in range(count):
        draft.support(main, by=draft.claim(f"Reason {number} as people write it.", id=f"r{number}"))
    return draft.map()


def test_a_drawing_keeps_to_its_width() -> None:
    """Margins that don't count make a drawing wider than its column."""
    drawing = argmap.draw(many(), max_width=700)
    assert drawing.scene.width <= 700
    assert len(drawing.layout.boxes) == 21
    assert argmap.draw(many(), max_width=1).layout.width > 1


def test_what_is_too_long_is_shown_smaller_and_whole() -> None:
    """Some programs refuse a large picture, and one cut off would lose claims."""
    map = many(800)
    assert argmap.draw(map, engine="outline").scene.height > LARGEST
    drawing = argmap.draw(map, engine="outline", scale="fit")
    tree = ElementTree.fromstring(drawing.svg)
    assert float(tree.get("height", "0")) == pytest.approx(LARGEST, abs=0.01)
    assert tree.get("viewBox") == f"0 0 {drawing.scene.width} {drawing.scene.height}"
    assert argmap.draw(many(2), scale="fit").scene.scale == 1


def test_a_scale_is_a_factor() -> None:
    """A picture for a slide would have to be scaled by hand."""
    drawing = argmap.draw(many(2), scale=2)
    tree = ElementTree.fromstring(drawing.svg)
    assert float(tree.get("width", "0")) == 2 * drawing.scene.width


@pytest.mark.parametrize("number", [0.0, -1.0, nan, inf])
def test_sizes_that_are_none_are_refused(number: float) -> None:
    """A NaN in a drawing would draw nothing and say nothing."""
    with pytest.raises(ValueError, match="scale is"):
        argmap.draw(many(1), scale=number)
    with pytest.raises(ValueError, match="max_width is"):
        argmap.draw(many(1), max_width=number)


def test_a_drawing_or_its_layout_is_a_hint() -> None:
    """A map would flip over after each edit."""
    before = argmap.draw(many(2), direction="right")
    for hint in (before, before.layout):
        assert argmap.draw(many(3), layout_hint=hint).layout.direction == "right"


@pytest.mark.parametrize("aspect", [0.5, 1.0, 16 / 9])
def test_a_drawing_has_the_shape_that_is_asked_for(aspect: float) -> None:
    """A large map would be a ribbon on a poster or a slide."""
    layout = argmap.draw(many(150), aspect=aspect).layout
    assert aspect / 1.25 < layout.width / layout.height < aspect * 1.25
    narrow = argmap.draw(many(150), aspect=aspect, max_width=500)
    assert narrow.scene.width <= 500
    assert argmap.draw(many(0), aspect=aspect).layout.boxes


@pytest.mark.parametrize("aspect", [0.0, -1.0, nan, inf])
def test_a_shape_that_is_none_is_refused(aspect: float) -> None:
    """A search for it would end nowhere."""
    with pytest.raises(ValueError, match="aspect is"):
        argmap.draw(many(1), aspect=aspect)


def test_a_width_that_cannot_be_kept_is_told() -> None:
    """The picture was wider than asked, and nobody said so."""
    draft = argmap.Draft()
    draft.claim("Incomprehensibilities are incomprehensible.", id="a")
    map = draft.map()
    (loss,) = argmap.draw(map, max_width=100).losses
    width = argmap.draw(map, max_width=100).scene.width
    assert width > 100
    assert str(loss) == (
        "the map: a width of at most 100 px: "
        f"its cards, title and legend need {width:.0f} px [drawing-width]"
    )
    for options in ({}, {"static": True}):
        for format in ("svg", "tikz", "html") if not options else ("html",):
            (told,) = argmap.render(map, format, max_width=100, **options).losses
            assert told.code == "drawing-width"
            assert not argmap.render(map, format, max_width=width, **options).losses
            assert not argmap.render(map, format, **options).losses
