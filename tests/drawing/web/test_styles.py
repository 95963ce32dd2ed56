"""Pages in the styles of the traditions: the same claims, told of as ever, with the shapes and the places of the style."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, note, settings

import argmap
from argmap.drawing.styles import STYLES
from argmap.drawing.web.outline import outline
from argmap.formats import render
from argmap.strategies import maps
from tests.drawing.web.conftest import Open
from tests.drawing.web.test_page import Elements, data
from tests.profiles import examples

NAMES = STYLES.names()
TREES = ("boxes", "kialo")


@pytest.fixture
def woven(debate: argmap.ArgumentMap) -> argmap.ArgumentMap:
    """The debate with a claim that bears on two others, and a step that is preferred to something."""
    draft = debate.draft()
    draft.support("few", by="poor", id="twice")
    draft.prefer("step", over="objection", id="outranks")
    return draft.map()


def met(told: dict[str, Any]) -> list[int]:
    """The claims that a walk meets from each claim that isn't met from an earlier one, as the page's script walks."""
    below: dict[int, list[int]] = {}
    for headed in (False, True):
        for tail, head, *_, tip, _signs, others in [
            line if len(line) == 9 else [*line, []] for line in told["lines"]
        ]:
            if bool(tip) == headed:
                below.setdefault(head, []).extend([tail, *others])
    found: dict[int, None] = {}
    for root in range(len(told["claims"])):
        todo = [root]
        while todo:
            node = todo.pop()
            if node not in found:
                found[node] = None
                todo += reversed(below.get(node, []))
    return [node for node in found if node < len(told["claims"])]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_shows_what_the_style_draws(woven: argmap.ArgumentMap, name: str) -> None:
    """The option would be taken in silence, or frames and places be others than those of the picture."""
    drawing = argmap.draw(woven, style=name)
    told = data(argmap.to_html(woven, style=name))
    assert [each["id"] for each in told["claims"]] == [card.id for card in drawing.view.cards]
    assert len(told["lines"]) == len(drawing.view.wires)
    assert told["direction"] == drawing.layout.direction
    frames = {place.id: round(place.width) for place in drawing.layout.frames}
    assert {each["id"]: round(each["at"][2]) for each in told["frames"]} == frames
    assert [link["id"] for link in told["links"]] == [link.id for link in woven.links]


@settings(deadline=None)
@given(maps())
def test_claims_of_a_tree_are_met_in_reading_order(map: argmap.ArgumentMap) -> None:
    """A claim in the box of another would be a tree of its own, or stay where its branch is folded."""
    for name in TREES:
        note(name)
        told = data(argmap.to_html(map, style=name))
        assert met(told) == list(range(len(told["claims"])))


@settings(deadline=None, max_examples=examples(12))
@given(maps(hostile=True))
def test_any_map_is_a_page_in_any_style(map: argmap.ArgumentMap) -> None:
    """Some map would end in an error, or a text of it become an element."""
    for name in NAMES:
        for static in (False, True):
            note(f"{name}, static={static}")
            page = argmap.to_html(map, style=name, static=static)
            assert len(Elements(page).of("script")) == (0 if static else 2)


def test_a_card_that_names_again_says_of_what(woven: argmap.ArgumentMap) -> None:
    """It would be found twice, and tell of a claim that the map doesn't have."""
    told = data(argmap.to_html(woven, style="boxes"))
    again = {each["id"]: each["of"] for each in told["claims"] if "of" in each}
    assert again == {"step again": "step", "poor again": "poor"}
    assert all("by" not in each and "weight" not in each for each in told["claims"] if "of" in each)


def test_a_frame_is_told_where_it_is_no_group(woven: argmap.ArgumentMap) -> None:
    """A reason's box would vanish, or the group of a claim be told as the name of a reason."""
    told = {each["id"]: each for each in data(argmap.to_html(woven, style="boxes"))["claims"]}
    assert (told["fair"]["frame"], told["fair"]["group"]) == ("step", "town")
    assert "frame" not in told["free"]
    plain = data(argmap.to_html(woven))["claims"]
    assert all("frame" not in each for each in plain)


def test_a_step_with_a_card_has_its_facts(debate: argmap.ArgumentMap) -> None:
    """Who filters by speaker wouldn't find an argument of theirs."""
    draft = debate.draft()
    draft.participant("Cleo", id="cleo")
    draft.replace("step", said_by=("cleo",), tags=("core",))
    map = draft.map()
    marks = {"step": argmap.Mark("rejected")}
    told = data(argmap.to_html(map, style="argdown", marks=marks))
    (step,) = [each for each in told["claims"] if each["id"] == "step"]
    assert (step["by"], step["tags"], step["sign"]) == (["cleo"], ["core"], "rejected")
    assert "kind" not in step


def test_a_reading_is_that_of_the_style() -> None:
    """A map from Argdown would have other boxes in the page than in the picture."""
    map = argmap.loads(
        "===\nselection:\n  statementSelectionMode: top-level\n===\n\n"
        "[A]: a\n  + <B>\n\n<B>\n\n(1) one\n(2) two\n----\n(3) [A]\n",
        format="argdown",
    )
    told = data(argmap.to_html(map, style="argdown"))
    assert [each["text"] for each in told["claims"]] == [
        card.text for card in argmap.draw(map, style="argdown").view.cards
    ]
    assert told != data(argmap.to_html(map, style="argdown", reading="claims"))


@pytest.mark.parametrize("name", NAMES)
def test_the_outline_is_the_map_s_own(woven: argmap.ArgumentMap, name: str) -> None:
    """What a style can't say would be said nowhere in a page without a script."""
    page = argmap.to_html(woven, style=name, static=True)
    assert outline(argmap.draw(woven).view, woven) in page


def test_what_a_style_draws_otherwise_is_told(woven: argmap.ArgumentMap) -> None:
    """Nobody would know that a tradition has bent the map."""
    for static in (False, True):
        losses = render(woven, "html", style="kialo", static=static).losses
        assert losses == argmap.draw(woven, style="kialo").losses
        assert len(losses) > 3
    assert render(woven, "html").losses == ()


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_branches_fold_in_every_style(shown: Open, woven: argmap.ArgumentMap, name: str) -> None:
    """What is folded away would stay where it was, or not come back as it was."""
    page = shown(woven, style=name)
    places = "[...document.querySelectorAll('.card, .frames > g')].map(each => JSON.stringify(each.getBoundingClientRect()))"
    page.click("#unfold-all")
    page.click("#fit")
    whole = page.js(places)
    roots = len(page.js("[...document.querySelectorAll('.card[aria-level=\"1\"]')].map(() => 1)"))
    page.click("#fold-all")
    assert page.js("document.querySelectorAll('.card').length") == roots < 4
    assert page.js("document.querySelectorAll('.line').length") == 0
    page.click("#unfold-all")
    page.click("#fit")
    assert page.js(places) == whole


@pytest.mark.slow
def test_a_card_that_names_again_leads_to_the_claim(shown: Open, woven: argmap.ArgumentMap) -> None:
    """One would read a shortened wording, and not all there is to tell."""
    page = shown(woven, style="boxes")
    told = "document.querySelector('#details-body').textContent"
    here = "document.querySelector('.card[tabindex=\"0\"]').getAttribute('aria-label')"
    number = [card.id for card in argmap.draw(woven, style="boxes").view.cards].index("poor again")
    page.click(f'.card[data-node="{number}"]')
    assert "The poor ride most." in page.js(told)
    assert "Weight0.8" in page.js(told)
    assert page.js(here).startswith("Claim: The poor ride most.")
    page.click("#query")
    page.type("poor ride")
    assert page.js("document.querySelector('#hits').textContent") == "1 of 1"


@pytest.mark.slow
def test_an_argument_tells_of_its_step(shown: Open, debate: argmap.ArgumentMap) -> None:
    """One would be told that a step is a claim."""
    page = shown(debate, style="argdown")
    number = [card.id for card in argmap.draw(debate, style="argdown").view.cards].index("step")
    page.click(f'.card[data-node="{number}"]')
    assert page.js("document.querySelector('#details-kind').textContent") == "Support"
    assert "from fairness" in page.js("document.querySelector('#details-body').textContent")
    assert page.js("location.hash") == "#claim-step"
    page.click(".fold")
    assert "card" in page.js("document.querySelector('#said').textContent")


@pytest.mark.slow
def test_a_step_without_a_shape_is_told_of(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Where a style draws no step, nobody could read what undercuts it."""
    page = shown(debate, "#claim-fair", style="kialo")
    page.click("#details-body .more")
    assert page.js("document.querySelector('#details-kind').textContent") == "Support"
    assert "Some of the poor walk." in page.js(
        "document.querySelector('#details-body').textContent"
    )


def test_a_style_that_is_none_is_refused(debate: argmap.ArgumentMap, tmp_path: Path) -> None:
    """A slip would be a page in argmap's own style."""
    with pytest.raises(argmap.errors.UnknownName, match="kialoo"):
        argmap.write(debate, tmp_path / "map.html", style="kialoo")
    assert not (tmp_path / "map.html").exists()
