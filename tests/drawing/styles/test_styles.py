"""Every style keeps what argmap's own keeps: all is there, nothing over anything else, texts in their cards."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

import argmap
from argmap.drawing.drawn import contrast
from argmap.drawing.scene import Anchor, Group, Item, Rect, Text
from argmap.drawing.styles import STYLES
from argmap.drawing.theme import THEMES
from argmap.layout.diagram import Place
from argmap.strategies import maps
from tests.benchmarks.drawings.metrics import Line, Picture, flat, measures

NAMES = STYLES.names()
TREES = ("boxes", "kialo")
SLACK = 0.02


def walked(items: tuple[Item, ...]) -> Iterator[Item]:
    """Every item of a scene, outer ones first."""
    for item in items:
        yield item
        if isinstance(item, Group | Anchor):
            yield from walked(item.items)


def cards(drawing: argmap.Drawing) -> Iterator[Group]:
    """The groups of a scene that are cards."""
    for item in walked(drawing.scene.items):
        if isinstance(item, Group) and item.role == "listitem":
            yield item


def within(inner: Place, outer: Place) -> bool:
    """Whether a place lies in another."""
    return (
        outer.x - SLACK <= inner.x
        and outer.y - SLACK <= inner.y
        and inner.x + inner.width <= outer.x + outer.width + SLACK
        and inner.y + inner.height <= outer.y + outer.height + SLACK
    )


def pictured(drawing: argmap.Drawing) -> Picture:
    """A drawing as boxes and lines; a line from a frame counts as one from the first card in it."""
    boxes = {each.id: number for number, each in enumerate(drawing.layout.boxes)}
    lines = [
        Line(boxes[wire.tail], boxes.get(wire.head, boxes[wire.tail]), flat(route.points))
        for wire, route in zip(drawing.view.wires, drawing.layout.routes, strict=True)
    ]
    return Picture(
        tuple([(each.x, each.y, each.width, each.height) for each in drawing.layout.boxes]),
        tuple(lines),
    )


def check(drawing: argmap.Drawing) -> None:
    """Assert that nothing is over anything else and no text out of its card."""
    found = measures(pictured(drawing))
    assert (found.overlaps, found.hits) == (0, 0)
    layout = drawing.layout
    page = Place("", 0, 0, layout.width, layout.height)
    frames = {place.id: place for place in layout.frames}
    boxes = {place.id: place for place in layout.boxes}
    assert all(within(place, page) for place in (*layout.boxes, *layout.frames))
    for card in drawing.view.cards:
        if card.panel is not None:
            assert within(boxes[card.id], frames[card.panel])
    for route in layout.routes:
        assert all(within(Place("", x, y, 0, 0), page) for x, y in flat(route.points))
    for group in cards(drawing):
        border = group.items[0]
        assert isinstance(border, Rect)
        for text in walked(group.items):
            if isinstance(text, Text):
                for words in text.lines:
                    left = words.x - (words.width if text.rtl else 0)
                    assert border.x <= left
                    assert left + words.width <= border.x + border.width + SLACK
                    assert border.y <= words.y <= border.y + border.height


def told(drawing: argmap.Drawing) -> list[str]:
    """The elements whose cards tell them in full."""
    notes = {card.id: [note.text for note in card.notes] for card in drawing.view.cards}
    return [
        card.id for card in drawing.view.cards if "told in full elsewhere" not in notes[card.id]
    ]


@pytest.mark.parametrize("style", NAMES)
@settings(max_examples=6, deadline=None)
@given(map=maps())
def test_every_map_is_drawn_whole_and_soundly(style: str, map: argmap.ArgumentMap) -> None:
    """A style would drop what its tradition has no place for, or draw things over one another."""
    drawing = argmap.draw(map, style=style, reading="claims")
    check(drawing)
    wanted = [*[claim.id for claim in map.claims], *[issue.id for issue in map.issues]]
    links = {link.id for link in map.links}
    assert sorted(set(told(drawing)) - links) == sorted(wanted)
    assert all(
        loss.element in map.elements or loss.code.endswith("-group") for loss in drawing.losses
    )
    assert all(loss.code.startswith(f"{style}-") for loss in drawing.losses)
    ElementTree.fromstring(drawing.svg)
    rendering = argmap.render(map, "svg", style=style, reading="claims")
    assert (rendering.data, rendering.losses) == (drawing.svg.encode(), drawing.losses)


@pytest.mark.parametrize("direction", ["up", "down", "left", "right"])
@settings(max_examples=4, deadline=None)
@given(map=maps())
def test_boxes_are_sound_in_every_direction(direction: str, map: argmap.ArgumentMap) -> None:
    """Titles would stand over cards where a tree is turned."""
    drawing = argmap.draw(map, style="boxes", direction=direction)  # type: ignore[arg-type]  # a parameter
    check(drawing)
    sizes = {each.panel.id: each for each in measured(drawing)}
    frames = {place.id: place for place in drawing.layout.frames}
    boxes = {place.id: place for place in drawing.layout.boxes}
    for card in drawing.view.cards:
        if card.panel is not None:
            assert boxes[card.id].y >= frames[card.panel].y + sizes[card.panel].height


@settings(max_examples=10, deadline=None)
@given(map=maps(max_claims=12))
def test_long_columns_are_sound_side_by_side(map: argmap.ArgumentMap) -> None:
    """Lists side by side would stand over each other, or lines run through cards."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.layout.columns.LONGEST", 100.0)
        drawing = argmap.draw(map, style="kialo", max_width=4_000)
    check(drawing)
    assert drawing.scene.height <= argmap.draw(map, style="kialo", max_width=4_000).scene.height


def measured(drawing: argmap.Drawing) -> tuple[argmap.drawing.sizes.SizedPanel, ...]:
    """The frames of a drawing with the room that their titles need."""
    from argmap.drawing.sizes import measure

    return measure(drawing.view, drawing.scene.theme).panels


@pytest.mark.parametrize("style", NAMES)
@settings(max_examples=4, deadline=None)
@given(map=maps())
def test_a_part_of_a_map_is_drawn_as_soundly(style: str, map: argmap.ArgumentMap) -> None:
    """What isn't shown is told by stubs, which are neither claims nor links to a style."""
    drawing = argmap.draw(map, style=style, reading="claims", depth=1)
    check(drawing)
    part = map.view(depth=1)
    shown = [*[claim.id for claim in part.claims], *[issue.id for issue in part.issues]]
    links = {link.id for link in map.links}
    assert sorted(set(told(drawing)) - links) == sorted(shown)
    assert all(
        loss.element in map.elements or loss.code.endswith("-group") for loss in drawing.losses
    )


@pytest.mark.parametrize("style", NAMES)
def test_what_is_not_shown_is_told(style: str) -> None:
    """A part would pass for the whole."""
    draft = argmap.Draft()
    a, b, c, d = (draft.claim(f"{name} is so.", id=name) for name in "abcd")
    step = draft.support(a, by=b, id="s")
    draft.rebut(b, by=c)
    draft.undercut(step, by=d)
    for focus, depth in (("a", 1), ("s", 0), ("c", 0)):
        drawing = argmap.draw(draft.map(), style=style, focus=focus, depth=depth)
        check(drawing)
        words = [
            words.text
            for item in walked(drawing.scene.items)
            if isinstance(item, Text)
            for words in item.lines
        ]
        assert any("+1" in each for each in words), focus


@pytest.mark.parametrize("style", NAMES)
def test_every_link_bears_where_it_bore(style: str) -> None:
    """A picture that turns a reason into an objection tells another debate."""
    draft = argmap.Draft()
    a, b, c, d, e = (draft.claim(f"{name} is so.", id=name) for name in "abcde")
    draft.support(a, by=[b, c], id="s")
    draft.rebut(a, by=d, id="r")
    draft.undercut("s", by=e, id="u")
    drawing = argmap.draw(draft.map(), style=style)
    bearings = {wire.bearing for wire in drawing.view.wires}
    assert bearings == {"support", "rebuttal", "undercut"} or style == "kialo"
    roles = {card.id: card.role for card in drawing.view.cards if card.id in "abcde"}
    assert roles == {"a": "main", "b": "support", "c": "support", "d": "rebuttal", "e": "undercut"}


@pytest.mark.parametrize("style", NAMES)
def test_a_link_that_is_preferred_is_named(style: str) -> None:
    """What bears on something need be no claim; a tree would fail to find its card."""
    draft = argmap.Draft()
    a, b, c = (draft.claim(f"{name} is so.", id=name) for name in "abc")
    first = draft.support(a, by=b, id="first")
    second = draft.rebut(a, by=c, id="second")
    draft.prefer(first, over=second)
    draft.prefer(second, over=b)
    drawing = argmap.draw(draft.map(), style=style)
    check(drawing)
    assert {"a", "b", "c"} <= {card.id for card in drawing.view.cards}
    if style in TREES:
        named = [card.text for card in drawing.view.cards if card.text.startswith("the ")]
        assert sorted(named) == ["the rebuttal second", "the support first"]


@pytest.mark.parametrize("style", NAMES)
def test_focus_marks_and_themes_work_in_every_style(style: str) -> None:
    """A verdict that one style hides is one that nobody is told of."""
    draft = argmap.Draft("Marked")
    a, b, c = (draft.claim(f"{name} is so.", id=name) for name in "abc")
    draft.support(a, by=b, id="s")
    draft.rebut(b, by=c, id="r")
    marks = {"a": argmap.Mark("rejected"), "r": argmap.Mark("undecided")}
    map = draft.map()
    drawing = argmap.draw(map, style=style, marks=marks, focus="b", depth=1)
    words = " ".join(
        [
            words.text
            for each in walked(drawing.scene.items)
            if isinstance(each, Text)
            for words in each.lines
        ]
    )
    assert "rejected" in words
    assert "undecided" in words
    for theme in THEMES:
        svg = argmap.draw(map, style=style, theme=theme).svg
        assert ("prefers-color-scheme" in svg) == (theme == "auto")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_words_on_boxes_can_be_read(theme: argmap.Theme) -> None:
    """Because and but are written in the colour of a link on the ground of a frame."""
    for palette in filter(None, (theme.palette, theme.night)):
        colours = palette.named()
        for name in ("support", "rebuttal", "undercut", "conflict", "neutral", "main"):
            assert contrast(colours[name], colours["panel"]) >= 4.5, name


def test_a_style_that_there_is_not() -> None:
    """The nearest name would be all that helps."""
    with pytest.raises(argmap.UnknownName, match="did you mean 'boxes'"):
        argmap.draw(argmap.ArgumentMap(), style="boxs")


@pytest.mark.parametrize("style", TREES)
def test_a_tree_takes_no_engine_and_no_aspect(style: str) -> None:
    """They would be dropped in silence."""
    for asked in ({"engine": "layered"}, {"aspect": 1.5}):
        with pytest.raises(ValueError, match="layout of its own"):
            argmap.draw(argmap.ArgumentMap(), style=style, **asked)
    with pytest.raises(ValueError, match="max_width"):
        argmap.draw(argmap.ArgumentMap(), style=style, max_width=0)
    with pytest.raises(ValueError, match="on top"):
        argmap.draw(argmap.ArgumentMap(), style="kialo", direction="left")


@pytest.mark.slow
def test_every_hash_seed_gives_the_same_bytes(root: Path) -> None:
    """A picture in a paper would change from one run to the next."""
    program = (
        "import argmap, hashlib; m = argmap.read('examples/co_op_debate.json');"
        "from argmap.drawing.styles import STYLES;"
        "[print(s, hashlib.sha256(argmap.render(m, 'svg', style=s).data).hexdigest()) for s in STYLES.names()]"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2", "42", "4294967295")
    }
    assert len(said) == 1
    assert all(len(lines.splitlines()) == len(NAMES) for lines in said)


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_every_picture_tells_what_is_drawn_otherwise(format: str) -> None:
    """A picture of pixels would keep silent about what a style can't say."""
    draft = argmap.Draft()
    a, b, c = (draft.claim(f"{name} is so.", id=name) for name in "abc")
    draft.support(a, by=[b, c], id="s")
    told = argmap.render(draft.map(), format, style="kialo").losses
    assert [loss.code for loss in told] == ["kialo-linked"]
