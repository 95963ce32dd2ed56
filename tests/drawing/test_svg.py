"""Whole drawings: sound XML, literal texts, harmless links, nothing over anything else."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given, settings

import argmap
from argmap.drawing.scene import Item, Path, Rect, Text, Words
from argmap.drawing.svg import SVG
from argmap.drawing.svg_writer import svg_text
from argmap.strategies import maps
from tests.profiles import examples

NS = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "style", "g", "rect", "path", "text", "tspan", "a"}


def small() -> argmap.Draft:
    """A map with one of nearly everything that a drawing shows."""
    draft = argmap.Draft("Small <map> & more", language="en")
    group = draft.group('A "group"')
    paper = draft.source("Paper", url="https://example.org/?a=1&b=2")
    bad = draft.source("Bad", url="javascript:alert(1)")
    a = draft.claim("A is so.", id="a")
    b = draft.claim("B is so.", id="b", said_by="Ann", cites=[paper, bad], group=group)
    c = draft.claim("C is so.", id="c", title="The C", implicit=True, group=group)
    d = draft.claim("זה נכון מאוד לכולם", id="d", stance="questioned")
    step = draft.support(a, by=[b, c], label="because")
    draft.undercut(step, by=d)
    draft.conflict(b, d)
    draft.rephrase(c, by=draft.claim("C, in other words.", id="e"))
    draft.answer(draft.issue("Is it so?", id="i"), by=a)
    return draft


def root(svg: str) -> ElementTree.Element:
    """The drawing as an independent XML reader sees it."""
    return ElementTree.fromstring(svg)


def test_a_drawing_is_sound_svg() -> None:
    """Browsers show a broken SVG as an error page."""
    tree = root(argmap.draw(small().map()).svg)
    assert {element.tag.removeprefix(NS) for element in tree.iter()} <= ELEMENTS
    assert tree.findtext(f"{NS}title") == "Small <map> & more"
    assert tree.findtext(f"{NS}desc") == "Argument map with 6 claims and 5 links."


def test_every_text_is_there_once_and_literally() -> None:
    """A word lost in wrapping or escaping changes what somebody said."""
    map = small().map()
    tree = root(argmap.draw(map).svg)
    texts = ["".join(text.itertext()).split() for text in tree.iter(f"{NS}text")]
    words = [" ".join(text) for text in texts]
    for claim in map.claims:
        assert words.count(claim.text) == 1, claim.text
    assert 'A "group"' in words
    assert "because" in words


def test_what_looks_like_a_place_for_a_number_is_a_text() -> None:
    """The numbers of many shapes are filled in together, and a text with %s in it would take one of them."""
    draft = argmap.Draft("100 %s", language="en")
    draft.claim("50 % of %s and %d are %%.", id="%s", title="%(x)s")
    svg = argmap.draw(draft.map()).svg
    told = [" ".join("".join(text.itertext()).split()) for text in root(svg).iter(f"{NS}text")]
    assert {"100 %s", "%(x)s", "50 % of %s and %d are %%."} <= set(told)
    assert 'id="argmap-card-%s"' in svg


def test_links_are_only_harmless_ones() -> None:
    """A click on a drawing must never run anything."""
    tree = root(argmap.draw(small().map()).svg)
    anchors = [(a.get("href"), a.get("rel")) for a in tree.iter(f"{NS}a")]
    assert anchors == [("https://example.org/?a=1&b=2", "noopener noreferrer")]
    assert any("Bad" in "".join(text.itertext()) for text in tree.iter(f"{NS}text"))


def test_screen_readers_get_the_claims_in_order() -> None:
    """The picture's meaning has to be there for who can't see it."""
    tree = root(argmap.draw(small().map()).svg)
    (listed,) = [g for g in tree.iter(f"{NS}g") if g.get("role") == "list"]
    labels = [g.get("aria-label") for g in listed if g.get("role") == "listitem"]
    assert labels[0] == "Issue: Is it so?"
    assert labels[1] == "Main claim: A is so. Answers: Is it so?"
    assert len(labels) == 6
    assert [g.get("id") for g in listed if g.get("role") == "listitem"][1] == "argmap-card-a"
    assert tree.get("role") == "graphics-document document"
    named = (tree.get("aria-labelledby"), tree.get("aria-describedby"))
    ids = {element.get("id") for element in tree.iter()}
    assert set(named) <= ids


def test_night_colours_stand_only_in_a_media_query() -> None:
    """Renderers without media queries must show the light theme, which is why it is in attributes."""
    svg = argmap.draw(small().map()).svg
    (style,) = re.findall(r"<style>(.*?)</style>", svg)
    assert style.startswith("@media (prefers-color-scheme:dark){")
    assert "var(" not in svg
    for name in ("light", "dark", "print"):
        assert "<style>" not in argmap.draw(small().map(), theme=name).svg


def test_right_to_left_text_starts_at_the_right() -> None:
    """Hebrew drawn from the left would run out of its card."""
    svg = argmap.draw(small().map()).svg
    (line,) = [text for text in root(svg).iter(f"{NS}text") if "זה" in "".join(text.itertext())]
    assert line.get("direction") == "rtl"


def test_two_drawings_can_share_a_page() -> None:
    """Equal ids in one page make labels point at the wrong drawing."""
    scene = argmap.draw(small().map()).scene
    ids = [set(re.findall(r' id="([^"]*)"', svg_text(scene, prefix=p))) for p in ("one", "two")]
    assert ids[0]
    assert not ids[0] & ids[1]
    with pytest.raises(ValueError, match="prefix"):
        svg_text(scene, prefix='x" onload="y')


def test_an_empty_map_and_a_lone_claim_are_drawn() -> None:
    """The first picture somebody makes is of almost nothing."""
    empty = root(argmap.draw(argmap.ArgumentMap()).svg)
    assert float(empty.get("width", "0")) > 0
    lone = argmap.Draft()
    lone.claim("Alone.")
    drawing = argmap.draw(lone.map())
    assert "Alone." in drawing.svg
    assert drawing._repr_svg_() == drawing.svg == lone.map()._repr_svg_()


def test_a_long_title_makes_room() -> None:
    """A title wider than the map must not be cut."""
    draft = argmap.Draft("A title that is much longer than the single small card below it " * 2)
    draft.claim("A.")
    scene = argmap.draw(draft.map()).scene
    title = next(item for item in scene.items if isinstance(item, Text))
    assert all(words.x + words.width <= scene.width for words in title.lines)
    rtl = argmap.Draft("כותרת המפה")
    rtl.claim("A.")
    assert next(i for i in argmap.draw(rtl.map()).scene.items if isinstance(i, Text)).rtl


def test_the_legend_shows_what_occurs_and_wraps() -> None:
    """A legend of absent kinds confuses; one that runs off the page is lost."""
    svg = argmap.draw(small().map(), direction="up").svg
    assert "undercuts the step" in svg
    assert "is preferred to" not in svg
    draft = argmap.Draft()
    a, b = draft.claim("A", id="a"), draft.claim("B", id="b")
    draft.support(a, by=b)
    draft.rebut(a, by=b)
    draft.rephrase(a, by=b)
    draft.conflict(a, b)
    drawing = argmap.draw(draft.map())
    heights = {
        round(float(t.get("y", "0")))
        for t in root(drawing.svg).iter(f"{NS}tspan")
        if (t.text or "") in ("supports", "objects to", "rephrases", "can't both stand")
    }
    assert len(heights) > 1
    assert max(heights) < drawing.scene.height


@pytest.mark.parametrize(
    "shape",
    [
        Rect(x=float("nan"), y=0, width=1, height=1, fill="ink"),
        Path("ML", (0.0, 0.0, float("inf"), 0.0), stroke="ink"),
        Text(lines=(Words(x=0, y=-float("inf"), text="a", width=1),), size=13, fill="ink"),
        Text(lines=(Words(x=0, y=0, text="", width=float("nan")),), size=13, fill="ink"),
    ],
)
def test_shapes_that_are_not_finite_are_refused(shape: Item) -> None:
    """NaN in a drawing would draw nothing and say nothing."""
    scene = evolve(argmap.draw(small().map()).scene, items=(shape,))
    with pytest.raises(ValueError, match="finite"):
        svg_text(scene)


def test_lines_are_told_alike_whether_all_of_them_are_measured() -> None:
    """Else one line that has no width would make the others' widths disappear."""
    scene = argmap.draw(small().map()).scene
    lines = (Words(1.5, 2, "50 % & more", 30), Words(1, 20.25, "<b>", 12.3456))

    def told(*lines: Words) -> list[str]:
        svg = svg_text(evolve(scene, items=(Text(lines=lines, size=13, fill="ink"),)))
        return re.findall("<tspan.*</tspan>", svg)

    held = 'lengthAdjust="spacingAndGlyphs"'
    measured = [
        f'<tspan x="1.5" y="2" textLength="30" {held}>50 % &amp; more</tspan>',
        f'<tspan x="1" y="20.25" textLength="12.35" {held}>&lt;b&gt;</tspan>',
    ]
    assert told(*lines) == measured
    empty = '<tspan x="0" y="-0.5"></tspan>'
    assert told(*lines, Words(0, -0.5, "", 0)) == [*told(*lines), empty]


def test_paths_tell_their_commands_one_by_one() -> None:
    """Else a reader of scenes would have to know how many numbers each takes."""
    path = Path("MLCZ", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
    assert path.moves == (("M", (1, 2)), ("L", (3, 4)), ("C", (5, 6, 7, 8, 9, 10)), ("Z", ()))


def test_questions_the_drawing_cannot_answer() -> None:
    """Each wrong option has its own message."""
    map = small().map()
    with pytest.raises(argmap.UnknownName, match="theme"):
        argmap.draw(map, theme="nope")
    with pytest.raises(argmap.UnknownName, match="layout engine"):
        argmap.draw(map, engine="nope")
    with pytest.raises(argmap.UnknownName, match="direction"):
        argmap.draw(map, direction="sideways")  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(argmap.UnknownId):
        argmap.draw(map, focus="nope")


def test_the_svg_format_passes_options_on() -> None:
    """``argmap.write(map, "x.svg", theme=...)`` is how most people choose a theme."""
    assert SVG.write is not None
    assert SVG.write(small().map(), theme="dark").text.count("#0d1117") > 0
    assert argmap.dumps(small().map(), "svg", direction="up").startswith("<svg ")
    with pytest.raises(TypeError, match="colour"):
        argmap.dumps(small().map(), "svg", colour="red")


@settings(max_examples=examples(20), deadline=None)
@given(maps())
def test_a_drawing_is_the_same_written_as_it_is_made(map: argmap.ArgumentMap) -> None:
    """A file would show something else than a notebook does."""
    assert argmap.render(map, "svg").data == argmap.draw(map).svg.encode()
    fitting = argmap.draw(map, scale="fit", direction="left")
    assert argmap.dumps(map, "svg", scale="fit", direction="left") == fitting.svg


def test_an_option_that_there_is_not_is_refused_by_name() -> None:
    """It would be dropped in silence on its way to `draw`."""
    with pytest.raises(TypeError, match="'colour'"):
        argmap.dumps(small().map(), "svg", colour="red")
