"""TikZ shows what argmap's own drawing shows, shape by shape, and TeX sets it letter by letter."""

from __future__ import annotations

import re
from typing import Any

import pytest

import argmap
from argmap.drawing.scene import Anchor, Group, Item, Path, Rect, Text
from tests.tools.diagrams import HOSTILE, ROOT
from tests.tools.tex import Set, complaints, engine_for, letters, missing_program, randoms, typeset


@pytest.fixture
def debate() -> argmap.ArgumentMap:
    """A map with linked premises, an undercut, groups, an unstated claim, an address and special signs."""
    draft = argmap.Draft("Co-ops")
    source = draft.source("Page", url="https://example.org/a")
    group = draft.group("Outer")
    good = draft.claim("Co-ops are good.", title="Good", group=group, cites=source)
    near = draft.claim("They are near.", group=group, implicit=True)
    step = draft.support(good, by=[near, draft.claim("What is near is known.")], label="so")
    draft.undercut(step, by=draft.claim("No $x^2$ {#1}\\ & 10 %"))
    draft.rebut(good, by=draft.claim("They are slow."))
    return draft.map()


def shapes(items: tuple[Item, ...]) -> list[Rect | Path | Text]:
    """The shapes of a scene that moves nothing."""
    found: list[Rect | Path | Text] = []
    for item in items:
        found += shapes(item.items) if isinstance(item, Group | Anchor) else [item]
    return found


def points(line: str) -> list[float]:
    """The numbers of the points in a line of TikZ, in pixels."""
    at = re.findall(r"\((-?[\d.]+),(-?[\d.]+)\)", line)
    return [float(number) / 0.75 for pair in at for number in pair]


def test_alone_and_as_a_document(debate: argmap.ArgumentMap) -> None:
    """A picture for a paper would come with a document around it, or texts be obeyed by TeX."""
    whole, alone = argmap.dumps(debate, "tikz"), argmap.dumps(debate, "tikz", standalone=False)
    assert whole.startswith("\\documentclass")
    assert whole.endswith("\\end{document}\n")
    assert "documentclass" not in alone
    assert alone in whole
    assert r"\hbox{No \$x\textasciicircum{}2\$ \{\#1\}\textbackslash{} \& 10 \%}" in alone
    assert "#" not in alone.replace(r"\#", "")


def test_every_shape_is_there(debate: argmap.ArgumentMap) -> None:
    """A line, a head or a card would be missing, or stand elsewhere than in every other drawing of the map."""
    drawn = shapes(argmap.draw(debate, theme="light").scene.items)
    lines = argmap.dumps(debate, "tikz", standalone=False).splitlines()
    told = [line for line in lines if line.startswith(r"\path")]
    wanted = [shape for shape in drawn if not isinstance(shape, Text)]
    assert len(told) == len(wanted)
    for line, shape in zip(told, wanted, strict=True):
        if isinstance(shape, Rect):
            x, y, width, height = shape[:4]
            assert points(line) == pytest.approx([x, y, x + width, y + height], abs=0.02)
            assert ("rounded corners" in line) == (shape.radius > 0)
        else:
            assert points(line) == pytest.approx(list(shape.at), abs=0.02)
            assert line.endswith("-- cycle;") == shape.commands.endswith("Z")
        assert ("dash pattern" in line) == bool(shape.dash)
        assert ("fill=" in line) == (shape.fill is not None)
    texts = [words for shape in drawn if isinstance(shape, Text) for words in shape.lines]
    assert sum(line.startswith(r"\pgftext") for line in lines) == len(texts)


def test_a_line_is_no_wider_than_its_room(debate: argmap.ArgumentMap) -> None:
    """A font wider than the measured one would let a text run out of its card."""
    text = argmap.dumps(debate, "tikz", standalone=False)
    (room,) = re.findall(r"dimen0=([\d.]+)bp\\setbox0=\\hbox\{They are slow\.\}", text)
    drawn = shapes(argmap.draw(debate).scene.items)
    (words,) = [
        words
        for shape in drawn
        if isinstance(shape, Text)
        for words in shape.lines
        if words.text == "They are slow."
    ]
    assert float(room) == pytest.approx(words.width * 0.75, abs=0.01)


def test_a_page_is_as_large_as_its_picture(debate: argmap.ArgumentMap) -> None:
    """The picture would be cut off, or stand in a corner of a page that is much too large."""
    text = argmap.dumps(debate, "tikz")
    (sides,) = re.findall(r"paperwidth=([\d.]+)bp,paperheight=([\d.]+)bp,margin=0bp", text)
    scene = argmap.draw(debate).scene
    assert [float(side) / 0.75 for side in sides] == [scene.width, scene.height]
    assert [float(side) / 0.75 for side in sides] == points(
        re.findall(r"boundingbox \(0,0\) rectangle .*", text)[0]
    )[2:]
    twice = argmap.dumps(debate, "tikz", scale=2)
    assert f"paperwidth={1.5 * scene.width:g}bp" in twice


def test_a_picture_is_never_larger_than_tex_can_count() -> None:
    """TeX would stop with "Dimension too large" at a map that is high."""
    draft = argmap.Draft()
    main = draft.claim("main")
    for number in range(700):
        draft.support(main, by=draft.claim(f"reason {number}"))
    text = argmap.dumps(draft.map(), "tikz", direction="left")
    scene = argmap.draw(draft.map(), direction="left").scene
    assert 0.75 * scene.height > 16_384
    assert "paperheight=14400bp" in text
    assert max(float(each) for each in re.findall(r"-?[\d.]+(?=bp|\)|,)", text)) <= 14_400


def test_pages_and_background(debate: argmap.ArgumentMap) -> None:
    """A large map couldn't be printed from LaTeX on pages of a size, or the ground not be left out."""
    big = argmap.read(ROOT / "examples/co_op_debate.json")
    pages = argmap.draw_pages(big, "a5")
    text = argmap.dumps(big, "tikz", page="a5")
    assert text.count(r"\begin{tikzpicture}") == len(pages) > 1
    assert text.count(r"\newpage") == len(pages) - 1
    alone = argmap.dumps(big, "tikz", page="a5", standalone=False)
    assert alone.count("\n\n") == len(pages) - 1
    assert "fill=argmapbackground" in argmap.dumps(debate, "tikz")
    ground = argmap.dumps(debate, "tikz", background="transparent").count("fill=argmapbackground")
    assert ground == argmap.dumps(debate, "tikz").count("fill=argmapbackground") - 1


def test_each_style_tells_what_it_lacks(debate: argmap.ArgumentMap) -> None:
    """A style would be drawn as argmap's own, or its losses be kept in silence."""
    for style in ("boxes", "kialo", "toulmin", "outline", "argdown"):
        rendering = argmap.render(debate, "tikz", style=style)
        assert rendering.losses == argmap.render(debate, "svg", style=style).losses
        assert rendering.text != argmap.dumps(debate, "tikz")


def test_colours_can_be_set_anew(debate: argmap.ArgumentMap) -> None:
    """A document couldn't give a picture the colours of its house."""
    text = argmap.dumps(debate, "tikz", standalone=False)
    assert r"\providecolor{argmapsupport}{HTML}{1A7F37}" in text
    used = set(re.findall(r"(?:fill|draw)=(argmap\w+)|color\{(argmap\w+)\}", text))
    given = set(re.findall(r"\\providecolor\{(\w+)\}", text))
    assert {name for pair in used for name in pair if name} <= given


def test_letters_beyond_latin_ask_for_luatex() -> None:
    """TeX would stop in the middle of a text, without a word on what could set it."""
    latin, greek = (
        argmap.ArgumentMap(claims=(argmap.Claim("a", text),)) for text in ("Łódź, «ça»", "λόγος")
    )
    assert engine_for(argmap.dumps(latin, "tikz")) == "pdflatex"
    assert engine_for(argmap.dumps(greek, "tikz")) == "lualatex"


STYLES: list[dict[str, Any]] = [{}, {"style": "boxes"}, {"style": "kialo"}]


@pytest.mark.slow
@pytest.mark.parametrize("options", STYLES, ids=str)
def test_tex_sets_the_debate(options: dict[str, Any]) -> None:
    """TeX would stop, or a letter not be there."""
    map = argmap.read(ROOT / "examples/co_op_debate.json")
    text = argmap.dumps(map, "tikz", **options)
    if missing := missing_program(text):
        pytest.skip(f"there is no {missing} here to set it with")
    assert complaints(map, typeset(text), **options) == []


@pytest.mark.slow
def test_tex_obeys_no_text() -> None:
    """A claim would be a command, or change a letter of another."""
    plain = [text for text in HOSTILE if text.isascii()]
    claims = [argmap.Claim(f"c{number}", text) for number, text in enumerate(plain)]
    for map in (argmap.ArgumentMap(claims=tuple(claims)), *randoms(20)):
        text = argmap.dumps(map, "tikz")
        if engine_for(text) != "pdflatex":
            continue
        if missing := missing_program(text):
            pytest.skip(f"there is no {missing} here to set it with")
        assert complaints(map, typeset(text)) == []


@pytest.mark.slow
def test_luatex_sets_what_is_beyond_latin() -> None:
    """Letters of other scripts would be missing, or stand alone where they should be joined."""
    texts = ("λόγος", "Это так.", "שלום עולם (1)")
    map = argmap.ArgumentMap(claims=tuple([argmap.Claim(f"c{n}", t) for n, t in enumerate(texts)]))
    text = argmap.dumps(map, "tikz")
    if missing := missing_program(text):
        pytest.skip(f"there is no {missing} here to set it with")
    told = typeset(text)
    if told.missing:
        pytest.skip("there is no font here that has Greek, Cyrillic and Hebrew")
    assert complaints(map, told) == []


def test_a_difference_is_told(debate: argmap.ArgumentMap) -> None:
    """The tool would say that all is well, whatever is set."""
    words = [
        words.text
        for shape in shapes(argmap.draw(debate).scene.items)
        if isinstance(shape, Text)
        for words in shape.lines
    ]
    assert complaints(debate, Set(True, (), (), (" ".join(words),))) == []
    assert "not shown" in complaints(debate, Set(True, (), (), (" ".join(words[1:]),)))[0]
    assert complaints(debate, Set(True, (), (), (" ".join(words), ""))) == ["it has 2 pages"]
    assert complaints(debate, Set(False, (), (), ())) == ["it isn't set"]
    assert complaints(debate, Set(True, ("! Oh",), (), (" ".join(words),))) == ["! Oh"]
    less = Set(True, (), ("w",), (" ".join(words).replace("w", ""),))
    assert complaints(debate, less) == []
    assert letters("ﬁ é") == letters("fi e")


def test_a_claim_without_words_is_drawn() -> None:
    """A line of nothing would be a box of no width, which TeX can't shrink."""
    map = argmap.ArgumentMap(
        claims=(argmap.Claim("a", "\u00ad", title="Title"), argmap.Claim("b", "b"))
    )
    text = argmap.dumps(map, "tikz")
    assert r"\hbox{}" not in text
    assert r"\hbox{Title}" in text
