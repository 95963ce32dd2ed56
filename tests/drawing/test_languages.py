"""Mermaid, D2, TikZ and PlantUML: everything that is shown is there, and no text becomes a command."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, note, settings

import argmap
from argmap.errors import UnknownName
from argmap.strategies import maps
from tests.profiles import examples

LANGUAGES = ("mermaid", "d2", "tikz", "plantuml")


@pytest.fixture
def debate() -> argmap.ArgumentMap:
    """A map with every kind of link, groups in groups, an issue and an unstated claim."""
    draft = argmap.Draft("Co-ops")
    outer = draft.group("Outer")
    inner = draft.group("In <ner>", parent=outer)
    good = draft.claim("Co-ops are good.", title="Good", group=outer, said_by="Ann")
    near = draft.claim("They are near.", group=inner, implicit=True)
    known = draft.claim("What is near\nis known.", group=inner)
    step = draft.support(good, by=[near, known], label="so")
    draft.undercut(step, by=draft.claim('No $x^2$ {#1} [y] "z" ~ | \\ & % `q`.'))
    draft.rebut(good, by=draft.claim("They are slow."), warrants=[known])
    draft.answer(draft.issue("Why?"), by=good)
    draft.conflict(good, near)
    draft.prefer(near, over=known)
    draft.rephrase(near, by=known)
    return draft.map()


@settings(deadline=None, max_examples=examples(40))
@given(maps(hostile=True))
def test_any_map_is_written(map: argmap.ArgumentMap) -> None:
    """Some map would end in an error, or a part of it be left out without a word."""
    for language in LANGUAGES:
        note(language)
        rendering = argmap.render(map, language)
        assert rendering.text.endswith("\n")
        assert "\0" not in rendering.text
        assert {loss.code for loss in rendering.losses} <= {"preference", "conflict"}


@pytest.mark.parametrize("language", ["mermaid", "d2", "tikz"])
def test_options_are_those_of_drawings(language: str, debate: argmap.ArgumentMap) -> None:
    """A part could not be written, or a wrong word be taken in silence."""
    whole = argmap.dumps(debate, language)
    assert len(argmap.dumps(debate, language, depth=0)) < len(whole)
    assert argmap.dumps(debate, language, direction="down") != whole
    with pytest.raises(UnknownName, match="sideways"):
        argmap.dumps(debate, language, direction="sideways")
    with pytest.raises(UnknownName, match="pink"):
        argmap.dumps(debate, language, theme="pink")


def test_mermaid_says_every_text_by_numbers(debate: argmap.ArgumentMap) -> None:
    """A text would be taken for markup, a directive or the end of its label."""
    text = argmap.dumps(debate, "mermaid")
    quoted = re.findall(r'"([^"\n]*)"', text)
    assert all(re.fullmatch(r"(?:[A-Za-z0-9 ]|#\d+;|<br/>)*", each) for each in quoted)
    shown = [
        re.sub(r"#(\d+);", lambda found: chr(int(found[1])), each.replace("<br/>", "\n"))
        for each in quoted
    ]
    for claim in debate.claims:
        assert any(claim.text in each for each in shown)
    assert "In <ner>" in shown
    assert text.count("subgraph") == text.count("  end\n") == 2
    defined = re.findall(r"^  classDef (\w+) ", text, re.MULTILINE)
    assert set(re.findall(r"^  class \S+ (\w+)$", text, re.MULTILINE)) == set(defined)
    links = [
        line for line in text.splitlines() if re.search(r" (?:-->|---|-\.->|-\.-x|-\.-)", line)
    ]
    assert len(links) == 12


def test_d2_says_every_text_in_quotes(debate: argmap.ArgumentMap) -> None:
    """A text would end its label, or stand for a variable."""
    text = argmap.dumps(debate, "d2")
    for line in text.splitlines():
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", line)
        assert not re.search(r"[$`<%]", bare), line
    assert "g0.g1.n" in text
    assert r"No \$x^2\$ {#1} [y] \"z\" ~ | \\ & % `q`." in text
    assert r"What is near\nis known." in text


def test_plantuml_is_a_tree_with_every_claim(debate: argmap.ArgumentMap) -> None:
    """A claim would be missing, or what a tree can't say be lost without a word."""
    rendering = argmap.render(debate, "plantuml")
    plain = re.sub(r"<U\+([0-9A-F]+)>", lambda found: chr(int(found[1], 16)), rendering.text)
    for claim in debate.claims:
        assert claim.text.partition("\n")[0] in plain
    assert [loss.code for loss in rendering.losses] == ["preference"]
    bare = re.sub(r"</?color[^>]*>|<U\+[0-9A-F]+>", "", rendering.text)
    assert re.fullmatch(r"@startmindmap\n(?:\*+ [A-Za-z0-9 \\]*\n)*@endmindmap\n", bare)


def said(text: str) -> list[str]:
    """The lines of a mind map, without colours, with every character as itself."""
    bare = re.sub(r"</?color[^>]*>", "", text)
    plain = re.sub(r"<U\+([0-9A-F]+)>", lambda found: chr(int(found[1], 16)), bare)
    return plain.splitlines()[1:-1]


def test_plantuml_says_what_a_part_omits_where_it_is() -> None:
    """A part would look like a whole debate: nobody had objected, and a reason were the main claim."""
    draft = argmap.Draft()
    for id in "abcdefg":
        draft.claim(id.upper(), id=id)
    draft.support("a", by="b", id="ab")
    draft.rebut("b", by="c")
    draft.rebut("b", by="d")
    draft.undercut("ab", by="e", id="cut")
    draft.rebut("c", by="b", id="back")
    draft.prefer("b", over="a", id="first")
    draft.undercut("first", by="f", id="on the preference")
    draft.conflict("a", "g")
    map = draft.map()
    part = argmap.render(map.view(focus=["a", "b"], depth=0), "plantuml")
    assert said(part.text) == [
        "* A",
        "** \N{NOT EQUAL TO} (+1 not shown)",
        "** + B",
        "*** \N{MULTIPLICATION SIGN} (+1 not shown)",
        "*** \N{MINUS SIGN} (+2 not shown)",
    ]
    assert [(loss.code, loss.element, loss.what) for loss in part.losses] == [
        ("preference", "first", "the preference"),
        ("omitted", "first", "1 not shown"),
    ]
    below = argmap.dumps(map.view(focus="d", depth=0), "plantuml")
    assert said(below) == ["* D", "** \N{RIGHTWARDS ARROW} \N{MINUS SIGN} (+1 not shown)"]
    assert "not shown" not in argmap.dumps(map.view(), "plantuml")


def test_plantuml_counts_what_is_omitted_once() -> None:
    """A claim that stands below two others would seem to have twice as many objections."""
    draft = argmap.Draft()
    for id in "abcd":
        draft.claim(id.upper(), id=id)
    draft.support("a", by="c")
    draft.support("b", by="c")
    draft.rebut("c", by="d")
    part = draft.map().view(focus=["a", "b", "c"], depth=0)
    assert said(argmap.dumps(part, "plantuml")) == [
        "* Argument map",
        "** A",
        "*** + C",
        "**** \N{MINUS SIGN} (+1 not shown)",
        "** B",
        "*** + C",
    ]


def test_plantuml_has_one_tree() -> None:
    """PlantUML wouldn't draw a map of several main claims."""
    draft = argmap.Draft()
    one, other = draft.claim("one"), draft.claim("other")
    draft.support(one, by=draft.claim("why"))
    lines = argmap.dumps(draft.map(), "plantuml").splitlines()[1:-1]
    assert [re.sub("<[^>]*>", "", line) for line in lines] == [
        "* Argument map",
        "** one",
        "***  why",
        "** other",
    ]
    draft.describe(title="Both")
    assert "* <color:" in argmap.dumps(draft.map(), "plantuml").splitlines()[1]
    assert ">Both<" in argmap.dumps(draft.map(), "plantuml")
    draft.remove(other)
    assert ">Both<" not in argmap.dumps(draft.map(), "plantuml")


@pytest.mark.parametrize("language", [*LANGUAGES, "dot", "svg", "html"])
def test_a_map_without_claims_says_so(language: str) -> None:
    """The program that draws it would show a blank, or call it a mistake."""
    text = html.unescape(argmap.dumps(argmap.ArgumentMap(), language))
    assert "No claims" in text.replace("<U+0020>", " ")


def test_plantuml_takes_a_part(debate: argmap.ArgumentMap) -> None:
    """Its options would be others than those of Mermaid and D2."""
    part = argmap.dumps(debate.view(focus=["good"], depth=1), "plantuml")
    assert argmap.dumps(debate, "plantuml", focus="good", depth=1) == part
    assert part != argmap.dumps(debate, "plantuml")
    assert argmap.dumps(debate, "plantuml", depth=0) == argmap.dumps(
        debate.view(depth=0), "plantuml"
    )


def test_tikz_tells_what_its_style_draws_otherwise(debate: argmap.ArgumentMap) -> None:
    """SVG said it, and TikZ of the same drawing nothing."""
    losses = argmap.render(debate, "svg", style="boxes").losses
    assert losses
    assert argmap.render(debate, "tikz", style="boxes").losses == losses
