"""The page without a mouse: the tree is walked as the ARIA practices have it, and all else is within reach."""

from __future__ import annotations

from itertools import pairwise

import pytest

import argmap
from argmap.drawing.reading_order import reading_order
from tests.drawing.web.browser import Page
from tests.drawing.web.conftest import Open

pytestmark = pytest.mark.slow


def here(page: Page) -> str:
    """What is said of what has the keyboard."""
    said: str = page.js(
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.id"
    )
    return said


def to_the_tree(page: Page) -> None:
    """Press Tab until the tree has the keyboard."""
    for _ in range(20):
        page.key("Tab")
        if page.js("document.activeElement.getAttribute('role') === 'treeitem'"):
            return
    raise AssertionError("Tab never comes to the tree")


def test_arrows_walk_in_reading_order(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Who can't see would hear the claims in another order than they are meant."""
    page = shown(debate)
    to_the_tree(page)
    heard = [here(page)]
    for _ in debate.claims:
        page.key("ArrowDown")
        heard.append(here(page))
    texts = [
        claim.text for id in reading_order(debate) for claim in debate.claims if claim.id == id
    ]
    assert len(heard) == len(texts) + 1
    for said, text in zip(heard, texts, strict=False):
        assert text in said
    assert heard[-1] == heard[-2]
    page.key("Home")
    assert here(page) == heard[0]
    page.key("End")
    assert here(page) == heard[-1]
    page.key("ArrowUp")
    assert here(page) == heard[-3]


def test_what_is_heard_says_what_it_bears_on(shown: Open, debate: argmap.ArgumentMap) -> None:
    """A claim would be heard without whether it speaks for or against."""
    page = shown(debate)
    to_the_tree(page)
    page.key("End")
    assert (
        here(page)
        == "Claim: Few leave their cars. Ben. questioned. Objects to: Fewer cars pay for it."
    )


def test_right_goes_in_and_left_goes_out(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Branches couldn't be folded without a mouse."""
    page = shown(debate)
    to_the_tree(page)
    expanded = "document.activeElement.getAttribute('aria-expanded')"
    assert page.js(expanded) == "true"
    page.key("ArrowLeft")
    assert page.js(expanded) == "false"
    assert page.js("document.querySelectorAll('[role=treeitem]').length") == 1
    page.key("ArrowRight")
    assert page.js(expanded) == "true"
    page.key("ArrowRight")
    assert "Fares hit the poor." in here(page)
    assert page.js(expanded) is None
    page.key("ArrowRight")
    assert "Fares hit the poor." in here(page)
    page.key("ArrowLeft")
    assert "Buses should be free." in here(page)
    page.key("ArrowLeft", "ArrowLeft")
    assert page.js(expanded) == "false"
    page.key("*")
    assert page.js(expanded) == "true"


def test_levels_and_numbers_are_said(shown: Open, debate: argmap.ArgumentMap) -> None:
    """A screen reader couldn't say "2 of 4, level 2"."""
    page = shown(debate)
    facts = page.js(
        "[...document.querySelectorAll('[role=treeitem]')].map(item => "
        "['level', 'posinset', 'setsize'].map(name => Number(item.getAttribute('aria-' + name))))"
    )
    assert facts == [[1, 1, 1], [2, 1, 4], [2, 2, 4], [2, 3, 4], [2, 4, 4], [3, 1, 1], [4, 1, 1]]


def test_enter_tells_and_escape_comes_back(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Details couldn't be read without a mouse, or one would be lost in them."""
    page = shown(debate)
    to_the_tree(page)
    page.key("ArrowDown", "Enter")
    assert page.js("document.activeElement.id") == "details-kind"
    page.key("Tab", "Tab")
    assert page.js("document.activeElement.className") == "leads"
    page.key("Enter")
    assert "Buses should be free." in page.js("document.querySelector('#details').innerText")
    page.key("Escape")
    assert page.js("document.querySelector('#details').hidden")
    assert "Buses should be free." in here(page)
    page.key(" ")
    assert not page.js("document.querySelector('#details').hidden")
    assert page.js("document.activeElement.getAttribute('role')") == "treeitem"


def test_shift_and_arrows_move_the_map(shown: Open, debate: argmap.ArgumentMap) -> None:
    """What is beside the window couldn't be seen without a mouse."""
    page = shown(debate)
    place = "(m => [m.e, m.f])(document.querySelector('#picture > g').getCTM())"
    x, y = page.js(place)
    page.key("ArrowRight", shift=True)
    assert page.js(place) == pytest.approx([x - 90, y], abs=1)
    page.key("ArrowDown", shift=True)
    page.key("ArrowLeft", shift=True)
    page.key("ArrowUp", shift=True)
    assert page.js(place) == pytest.approx([x, y], abs=1)


def test_keys_are_letters_where_one_types(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Typing a sum into the search would zoom the map."""
    page = shown(debate)
    page.key("/")
    assert page.js("document.activeElement.id") == "query"
    scale = page.js("document.querySelector('#picture > g').getCTM().a")
    page.key("+", "-", "0", "?", "/")
    assert page.js("document.querySelector('#query').value") == "+-0?/"
    assert page.js("document.querySelector('#picture > g').getCTM().a") == scale
    page.key("ArrowDown")
    assert page.js("document.activeElement.getAttribute('role')") == "treeitem"


def test_help_opens_and_closes(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Nobody would know the keys."""
    page = shown(debate)
    page.key("?")
    assert page.js("document.querySelector('#help').open")
    page.key("Escape")
    assert not page.js("document.querySelector('#help').open")
    page.click("#open-help")
    page.click("#close-help")
    assert not page.js("document.querySelector('#help').open")


def test_the_active_claim_is_always_there(shown: Open, many: argmap.ArgumentMap) -> None:
    """The keyboard would be lost when its claim leaves the window."""
    page = shown(many)
    to_the_tree(page)
    first = here(page)
    for _ in range(20):
        page.mouse("mouseWheel", 600, 400, deltaX=300, deltaY=300)
    page.frame()
    assert here(page) == first
    page.key("ArrowDown")
    assert here(page) != first
    inside = page.js(
        "(box => box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight)"
        "(document.activeElement.querySelector('.body').getBoundingClientRect())"
    )
    assert inside


def test_the_browser_tells_screen_readers_of_a_tree(
    shown: Open, debate: argmap.ArgumentMap
) -> None:
    """Roles could be right in the page and yet be dropped on the way to those who listen."""
    page = shown(debate)
    page.ask("Accessibility.enable")
    nodes = [
        node for node in page.ask("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]
    ]
    (tree,) = [node for node in nodes if node["role"]["value"] == "tree"]
    assert tree["name"]["value"] == "Claims, in reading order"
    items = {node["nodeId"]: node for node in nodes if node["role"]["value"] == "treeitem"}
    assert len(items) == len(debate.claims)
    heard = [items[child] for child in tree["childIds"] if child in items]
    assert heard[0]["name"]["value"].startswith(
        "Main claim: Free buses. Buses should be free. Ann."
    )
    told = {each["name"]: each["value"]["value"] for each in heard[0]["properties"]}
    assert (told["level"], told["expanded"]) == (1, True)
    page.ask("Accessibility.disable")


def test_a_long_way_is_cut_in_the_middle(shown: Open) -> None:
    """A chain of a thousand claims would be a thousand buttons above the map."""
    draft = argmap.Draft()
    claims = [draft.claim(f"Claim {number}", id=f"c{number}") for number in range(70)]
    for claim, below in pairwise(claims):
        draft.support(claim, by=below)
    page = shown(draft.map())
    to_the_tree(page)
    page.key("End")
    trail = page.js("[...document.querySelectorAll('#trail li')].map(each => each.textContent)")
    assert trail == ["Claim 0", "…", *[f"Claim {number}" for number in range(60, 70)]]
