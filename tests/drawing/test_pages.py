"""Pages: every claim on one of them, every cut line with a mark at both ends that agree, nothing lost."""

from __future__ import annotations

import re
from math import inf, nan
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

import argmap
from argmap.drawing.pages import piled
from argmap.drawing.paper import PAPERS, paper
from argmap.drawing.scene import Group
from argmap.drawing.svg_writer import svg_text
from argmap.strategies import maps
from tests.profiles import examples

NS = "{http://www.w3.org/2000/svg}"
TO = re.compile(r"to p\. (\d+) \N{MIDDLE DOT} ([A-Z]+)")
FROM = re.compile(r"from pp?\. (\d+)(?:(?:\N{EN DASH}|, )(\d+))? \N{MIDDLE DOT} ([A-Z]+)")


def debate(reasons: int = 24) -> argmap.ArgumentMap:
    """A claim with many reasons, each with an objection, linked premises, an undercut and a conflict."""
    draft = argmap.Draft("A long debate")
    main = draft.claim("The main claim.", id="main")
    for number in range(reasons):
        reason = draft.claim(
            f"Reason {number} is a sentence as people write them.", id=f"r{number}"
        )
        draft.support(main, by=reason)
        draft.rebut(reason, by=draft.claim(f"Objection {number} to it.", id=f"o{number}"))
    step = draft.support("r0", by=["r1", f"r{reasons - 1}"], id="linked")
    draft.undercut(step, by=f"o{reasons - 1}", id="undercut")
    draft.conflict("o0", f"o{reasons - 1}", id="conflict")
    return draft.map()


def labels(page: argmap.Drawing) -> list[str]:
    """What the marks of a page say."""
    return [joint.label for joint in page.view.joints if joint.away]


def check(
    map: argmap.ArgumentMap, pages: tuple[argmap.Drawing, ...], style: str = "argmap"
) -> None:
    """Raise AssertionError unless the pages are the map, and their marks lead to each other."""
    whole = argmap.draw(map, style=style).view
    assert [card.id for page in pages for card in page.view.cards] == [c.id for c in whole.cards]
    joints = [j.id for page in pages for j in page.view.joints if not j.away]
    assert sorted(joints) == sorted(j.id for j in whole.joints)
    home = {c.id: n for n, p in enumerate(pages, 1) for c in p.view.cards}
    home |= {j.id: n for n, p in enumerate(pages, 1) for j in p.view.joints if not j.away}
    drawn = [
        (wire.id, home.get(wire.tail, 0), home.get(wire.head, 0))
        for page in pages
        for wire in page.view.wires
    ]
    for wire in whole.wires:
        ends = [ends for ends in drawn if ends[0] == wire.id]
        if home[wire.tail] == home[wire.head]:
            assert len(ends) == 1
        else:
            assert (wire.id, home[wire.tail], 0) in ends
    sent = {
        (number, int(goal), name)
        for number, page in enumerate(pages, 1)
        for goal, name in TO.findall(" ".join(labels(page)))
    }
    received = {
        (int(first), int(last or first), number, name)
        for number, page in enumerate(pages, 1)
        for first, last, name in FROM.findall(" ".join(labels(page)))
    }
    assert received == {
        (
            min(s for s, g, n in sent if (g, n) == (goal, name)),
            max(s for s, g, n in sent if (g, n) == (goal, name)),
            goal,
            name,
        )
        for _, goal, name in sent
    }


def test_a_long_debate_is_cut_whole() -> None:
    """A claim on no page is lost, and one on two pages is read as two; a line without a mark ends nowhere."""
    map = debate()
    for size in ("a4", "a4-landscape", "slide", "600x400"):
        pages = argmap.draw_pages(map, size)
        assert len(pages) > 1
        check(map, pages)


@given(maps())
@settings(max_examples=examples(25), deadline=None)
def test_any_map_is_cut_whole(map: argmap.ArgumentMap) -> None:
    """Links on links, circles and groups across pages must not lose a line either."""
    for engine in ("layered", "outline"):
        check(map, argmap.draw_pages(map, "300x260", engine=engine))


@pytest.mark.parametrize("style", ["argdown", "toulmin", "outline"])
def test_any_map_is_cut_whole_in_a_style(style: str) -> None:
    """A style would lose what stands on another page, or be argmap's own."""

    @settings(deadline=None, max_examples=10)
    @given(maps())
    def check_one(map: argmap.ArgumentMap) -> None:
        pages = argmap.draw_pages(map, "300x260", style=style)
        check(map, pages, style)
        losses = argmap.draw(map, style=style).losses
        assert all(page.losses == losses for page in pages)
        assert argmap.render(map, "svg", style=style, page="300x260").losses == losses

    check_one()
    check(debate(), argmap.draw_pages(debate(), "a5", style=style), style)


def test_a_preference_of_arguments_has_a_page() -> None:
    """A link between steps, which style argdown draws as boxes, would stand nowhere."""
    draft = debate(3).draft()
    draft.support("main", by=["o0", "o1"], id="other")
    preference = draft.prefer("linked", over="other", id="better")
    draft.undercut(preference, by="r2", id="against")
    for map in (debate(3), draft.map()):
        pages = argmap.draw_pages(map, "300x260", style="argdown")
        assert len(pages) > 1
        check(map, pages, "argdown")


def test_a_style_chooses_its_direction_and_its_reading() -> None:
    """Pages would read in another way than the same drawing in one piece."""
    assert argmap.draw_pages(debate(), style="toulmin")[0].layout.direction == "right"
    assert argmap.draw_pages(debate(), style="argdown")[0].layout.direction == "up"
    text = "===\nselection:\n  statementSelectionMode: top-level\n===\n\n[A]: a\n  + <B>\n\n<B>\n\n(1) one\n----\n(2) [A]\n"
    map = argmap.loads(text, format="argdown")
    (page,) = argmap.draw_pages(map, style="argdown")
    assert [card.text for card in page.view.cards] == ["a", "B"]


def test_everything_stands_on_its_page() -> None:
    """What sticks out of a page isn't printed."""
    for drawing in argmap.draw_pages(debate(), "a5", scale=1.2):
        scene, layout = drawing.scene, drawing.layout
        assert (scene.width * 1.2, scene.height * 1.2) == pytest.approx((559, 794))
        tree = ElementTree.fromstring(drawing.svg)
        (moved,) = [
            g.get("transform", "")
            for g in tree.iter(f"{NS}g")
            if "," not in g.get("transform", ",")
        ][:1]
        x, y = map_numbers(moved)[:2]
        assert x >= 24
        assert x + layout.width <= scene.width - 24 + 0.01
        assert y + layout.height <= scene.height - 24


def map_numbers(transform: str) -> list[float]:
    """The numbers in a transformation."""
    return [float(number) for number in re.findall(r"[0-9.]+", transform)]


def test_a_claim_larger_than_a_page_is_shrunk() -> None:
    """It would hang over the edge, or loop for ever in search of a page that holds it."""
    draft = argmap.Draft()
    draft.claim("So many words. " * 200, id="long")
    draft.claim("Few words.", id="short")
    long, short = argmap.draw_pages(draft.map(), "a5")
    assert "scale(0." in long.svg
    assert "scale(" not in short.svg
    assert "to p." not in long.svg


def test_an_empty_map_is_one_page() -> None:
    """A program that prints what it is given would get nothing to print."""
    (page,) = argmap.draw_pages(argmap.Draft().map())
    assert (page.scene.width, page.scene.height) == (794, 1123)
    assert ">1 / 1<" in page.svg


def test_pages_say_where_they_belong() -> None:
    """A sheet that has fallen out of the pile could be of any map."""
    first, second, *_ = argmap.draw_pages(debate())
    assert 'font-size="18"' in first.svg
    assert ">A long debate</tspan>" in second.svg
    assert 'font-size="18"' not in second.svg
    assert f">2 / {len(argmap.draw_pages(debate()))}<" in second.svg


def test_a_large_branch_begins_a_page() -> None:
    """A reason would stand at the foot of a page, all that is said of it on the next."""
    map = debate(24)
    pages = argmap.draw_pages(map, "a4-landscape", direction="left")
    begins = [page.view.cards[0].id for page in pages]
    assert all(not id.startswith("o") for id in begins), begins


def test_lines_of_one_kind_to_one_claim_share_a_mark() -> None:
    """Twenty reasons on other pages would be twenty marks beside the claim."""
    pages = argmap.draw_pages(debate(), "a4", direction="up")
    assert sum(label.startswith("from") for label in labels(pages[0])) < 6
    supports = [label for label in labels(pages[0]) if label.startswith("from pp.")]
    assert supports


def test_a_claim_with_many_conflicts_keeps_its_page() -> None:
    """Joints that all stand with it would fill its page, each with a mark of its own."""
    draft = argmap.Draft()
    hub = draft.claim("The hub.", id="hub")
    for number in range(30):
        other = draft.claim(f"Number {number} says the contrary, in a sentence.", id=f"c{number}")
        draft.conflict(hub, other)
    pages = argmap.draw_pages(draft.map(), "a5")
    check(draft.map(), pages)
    assert len(labels(pages[0])) <= 2


def test_pages_are_one_file_or_many() -> None:
    """Ids of two pages in one file may not be the same."""
    map = debate(12)
    text = argmap.dumps(map, "svg", page="a5")
    pages = argmap.draw_pages(map, "a5")
    assert text == svg_text(piled(pages))
    tree = ElementTree.fromstring(text)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    named = [g.get("aria-label") for g in tree.iter(f"{NS}g") if g.get("role") == "group"]
    assert [n for n in named if n and n.startswith("Page")] == [
        f"Page {n} of {len(pages)}" for n in range(1, len(pages) + 1)
    ]
    assert float(tree.get("height", "0")) == len(pages) * 794 + (len(pages) - 1) * 16


def test_a_pile_is_never_higher_than_programs_show() -> None:
    """Thirty sheets in one column are refused by librsvg."""
    draft = argmap.Draft()
    for number in range(70):
        draft.claim(f"{number}", id=f"c{number}")
    pages = argmap.draw_pages(draft.map(), "300x900", scale=6)
    scene = piled(pages)
    assert len(pages) == 70
    assert scene.height == 35 * 916 - 16
    assert scene.width == 2 * 316 - 16
    *_, last = scene.items
    assert isinstance(last, Group)
    assert last.moved == (316, 34 * 916)


def test_marks_need_no_colour() -> None:
    """A mark says its letter and its page in words, and its card's sign says the kind."""
    page = argmap.draw_pages(debate(), theme="print")[1]
    texts = [
        "".join(text.itertext()) for text in ElementTree.fromstring(page.svg).iter(f"{NS}text")
    ]
    assert [text for text in texts if TO.fullmatch(text)]


def test_an_outline_is_taken_where_it_needs_much_fewer_pages() -> None:
    """Rows of siblings leave most of a page empty."""
    draft = argmap.Draft()
    main = draft.claim("Main.")
    for number in range(40):
        draft.support(main, by=draft.claim(f"Reason {number} in a sentence of usual length."))
    map = draft.map()
    best = len(argmap.draw_pages(map))
    rows = min(len(argmap.draw_pages(map, direction=way)) for way in ("up", "left"))
    assert best * 1.6 <= rows


def test_a_direction_and_an_engine_are_kept() -> None:
    """Who asks for one direction would get pages in another."""
    map = debate(12)
    for direction in ("up", "down", "left", "right"):
        pages = argmap.draw_pages(map, direction=direction)
        assert {page.layout.direction for page in pages} == {direction}
    for engine in ("outline", "wrapped"):
        assert argmap.draw_pages(map, engine=engine)[0].layout.direction == "left"


@pytest.mark.parametrize("scale", [0.0, -1.0, nan, inf])
def test_scales_that_are_none_are_refused(scale: float) -> None:
    """Pages without size would be endless."""
    with pytest.raises(ValueError, match="scale is"):
        argmap.draw_pages(debate(3), scale=scale)


def test_a_page_may_be_smaller_than_its_margins() -> None:
    """A scale too large for the page would end in a division by nothing."""
    pages = argmap.draw_pages(debate(3), "100x100", scale=30)
    assert len(pages) == 7
    assert all(page.scene.scale == 30 for page in pages)


@pytest.mark.parametrize("name", [*PAPERS, *[f"{name}-landscape" for name in PAPERS]])
def test_sizes_have_names(name: str) -> None:
    """Nobody knows the pixels of a sheet of paper."""
    size = paper(name)
    assert size.width > size.height if "-" in name or name == "slide" else size.width < size.height


def test_sizes_are_checked() -> None:
    """A page of no size has no room for anything."""
    assert paper("640x480") == argmap.Paper(640, 480)
    assert paper(argmap.Paper(640, 480)).landscape == argmap.Paper(640, 480)
    with pytest.raises(argmap.UnknownName, match="no page size is named 'a9'"):
        paper("a9")
    for bad in ("99x500", "500x0"):
        with pytest.raises(ValueError, match="is 100 px or more"):
            paper(bad)
    for worse in (nan, inf, "640", True):
        with pytest.raises(ValueError, match="is 100 px or more"):
            argmap.Paper(worse, 480)  # type: ignore[arg-type]  # wrong on purpose


def test_the_same_pages_each_time() -> None:
    """A diff of two prints would show noise."""
    assert [p.svg for p in argmap.draw_pages(debate())] == [
        p.svg for p in argmap.draw_pages(debate())
    ]
