"""Pages of trees of blocks: every block on one of them, and every line that is cut with a mark at both ends that agree."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

import argmap
from argmap.strategies import maps
from tests.drawing.test_pages import FROM, TO, debate, labels
from tests.profiles import examples

STYLES = ("boxes", "kialo")


def check(map: argmap.ArgumentMap, pages: tuple[argmap.Drawing, ...], style: str) -> None:
    """Raise AssertionError unless the pages are the tree, and their marks lead to each other."""
    whole = argmap.draw(map, style=style).view
    shown = [card.id for page in pages for card in page.view.cards]
    assert sorted(shown) == sorted(card.id for card in whole.cards)
    known = {wire.id for wire in whole.wires}
    assert {wire.id for page in pages for wire in page.view.wires} >= known
    home = {c.id: n for n, p in enumerate(pages, 1) for c in p.view.cards}
    sent = [
        (number, int(goal), name)
        for number, page in enumerate(pages, 1)
        for goal, name in TO.findall(" ".join(labels(page)))
    ]
    received = [
        (int(first), int(last or first), number, name)
        for number, page in enumerate(pages, 1)
        for first, last, name in FROM.findall(" ".join(labels(page)))
    ]
    assert len(set(received)) == len(received)
    sources: dict[tuple[int, str], list[int]] = {}
    for source, goal, name in sent:
        sources.setdefault((goal, name), []).append(source)
    assert set(received) == {
        (min(each), max(each), goal, name) for (goal, name), each in sources.items()
    }
    if style == "boxes":
        for card in whole.cards:
            kin = [other.id for other in whole.cards if card.panel and other.panel == card.panel]
            assert len({home[id] for id in kin}) <= 1


@pytest.mark.parametrize("style", STYLES)
def test_a_long_debate_is_cut_whole(style: str) -> None:
    """A block on no page is lost; a line without a mark ends nowhere."""
    for size in ("a4", "a4-landscape", "slide", "600x400"):
        pages = argmap.draw_pages(debate(), size, style=style)
        assert len(pages) > 1
        check(debate(), pages, style)
        for page in pages:
            assert {place.id for place in page.layout.boxes} == {
                *[card.id for card in page.view.cards],
                *[joint.id for joint in page.view.joints],
            }


@pytest.mark.parametrize("style", STYLES)
def test_any_map_is_cut_whole(style: str) -> None:
    """Links on links, circles and groups must not lose a block or a mark either."""

    @settings(deadline=None, max_examples=examples(25))
    @given(maps())
    def check_one(map: argmap.ArgumentMap) -> None:
        check(map, argmap.draw_pages(map, "300x260", style=style), style)

    check_one()


def test_a_frame_goes_on_with_its_own_words() -> None:
    """A reader of the first page would not know whether what is elsewhere speaks for or against."""
    pages = argmap.draw_pages(debate(), "600x400", style="boxes")
    first = pages[0].view
    frames = {panel.id: panel for panel in first.panels}
    marks = [joint for joint in first.joints if joint.away]
    assert marks
    for mark in marks:
        assert mark.panel is not None
        assert frames[mark.panel].title in ("because", "but", "however, it doesn't follow")
        assert frames[mark.panel].bearing == mark.bearing


def test_a_column_goes_on_on_the_next_page() -> None:
    """The pros of one claim would have to fit on one page, however many there are."""
    draft = argmap.Draft()
    main = draft.claim("main")
    for number in range(40):
        draft.support(main, by=draft.claim(f"reason {number} in words"))
    pages = argmap.draw_pages(draft.map(), "a5", style="kialo")
    assert len(pages) > 1
    assert all([panel.title for panel in page.view.panels] == ["Pros"] for page in pages)
    (mark,) = labels(pages[0])
    assert re.fullmatch(FROM, mark)
    assert [labels(page) for page in pages[1:]] == [["to p. 1 \N{MIDDLE DOT} A"]] * (len(pages) - 1)
    assert {page.layout.direction for page in pages} == {"up"}


def test_ways_of_boxes() -> None:
    """A direction that is asked for would be passed over, and an engine taken that means nothing."""
    for way in ("up", "left", "down", "right"):
        pages = argmap.draw_pages(debate(6), "a5", style="boxes", direction=way)
        assert {page.layout.direction for page in pages} == {way}
    with pytest.raises(ValueError, match="takes no engine"):
        argmap.draw_pages(debate(6), style="boxes", engine="layered")
    with pytest.raises(ValueError, match="thesis on top"):
        argmap.draw_pages(debate(6), style="kialo", direction="left")
