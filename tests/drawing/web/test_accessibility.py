"""Pages for everybody: no finding of axe-core in any state of a page, and room for all of it on a small phone.

axe-core is no dependency: ``npm install axe-core`` anywhere, and ``ARGMAP_AXE`` names its ``axe.min.js``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import argmap
from tests.drawing.web.browser import Page
from tests.drawing.web.conftest import Open

pytestmark = pytest.mark.slow

AXE = os.environ.get("ARGMAP_AXE", "")
audit = pytest.mark.skipif(not AXE, reason="ARGMAP_AXE names no axe.min.js")

MARKS = {
    "fair": argmap.Mark("rejected", by="grounded", why="It is attacked."),
    "poor": argmap.Mark("accepted", 0.5),
    "cost": argmap.Mark("undecided"),
}


def findings(page: Page) -> list[str]:
    """What axe-core finds, with the element of each finding."""
    page.js(Path(AXE).read_text("utf-8"))
    found = page.js(
        "axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.flatMap("
        "each => each.nodes.map(node => `${each.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`)))"
    )
    return list(found)


RULE = "label-content-name-mismatch"
CUT = (
    "[...document.querySelectorAll('.card')].filter(card => (box => box.left < 0 || box.right > innerWidth || box.bottom > innerHeight)"
    "(card.getBoundingClientRect()) && [...card.querySelectorAll('.words')].every(line => card.getAttribute('aria-label')"
    ".includes(line.textContent.trim()))).map(card => card.dataset.node)"
)
"""The cards that the window cuts, and whose name has every line that is on them."""

STATES: dict[str, Callable[[Page], None]] = {
    "begun": lambda page: None,
    "told": lambda page: page.click('.card[data-node="1"]'),
    "step told": lambda page: page.click(".joint"),
    "sought": lambda page: page.key("/", "p", "o", "o", "r", "Enter"),
    "filters": lambda page: page.click("#open-filters"),
    "folded": lambda page: page.click("#fold-all"),
    "help": lambda page: page.key("?"),
    "afar": lambda page: page.key("-", "-", "-", "-", "-"),
}


@audit
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_an_audit_finds_nothing(
    shown: Open, debate: argmap.ArgumentMap, tab: Page, scheme: str, state: str
) -> None:
    """Somebody couldn't use the page: too little contrast, a control without a name, a role that is wrong."""
    tab.media(scheme)
    page = shown(debate, marks=MARKS)
    STATES[state](page)
    assert findings(page) == []


@audit
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("style", ["argdown", "boxes", "toulmin", "outline", "kialo"])
@pytest.mark.parametrize("static", [False, True])
def test_an_audit_finds_nothing_in_a_style(
    shown: Open, debate: argmap.ArgumentMap, tab: Page, scheme: str, style: str, static: bool
) -> None:
    """A style would have colours that nobody can read, or shapes that are nothing to who listens."""
    tab.media(scheme)
    page = shown(debate, marks=MARKS, style=style, static=static)
    page.js("document.querySelector('#fit')?.click()")
    assert findings(page) == []


@audit
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_an_audit_finds_nothing_in_a_static_page(
    shown: Open, debate: argmap.ArgumentMap, tab: Page, scheme: str, width: int
) -> None:
    """The same for the page without a script, with all its details open."""
    tab.media(scheme)
    tab.size(width, 800)
    page = shown(debate, marks=MARKS, static=True)
    page.js("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert findings(page) == []


@audit
@pytest.mark.parametrize("state", ["begun", "told", "sought", "filters"])
def test_an_audit_finds_nothing_on_a_phone(
    shown: Open, debate: argmap.ArgumentMap, tab: Page, state: str
) -> None:
    """Targets too small or too near for a finger, or something that can't be scrolled to.

    Of a card that the window cuts, axe-core reads on the lines that are inside alone, and misses these as one piece in the card's
    name ("label-content-name-mismatch"), where the lines outside stand between them. That is no fault: who speaks to the page says what
    is seen, and each line that is seen is in the name (WCAG 2.2, 2.5.3).
    """
    tab.size(320, 640, mobile=True)
    page = shown(debate, marks=MARKS)
    STATES[state](page)
    cut = page.js(CUT)
    others = [
        each
        for each in findings(page)
        if not any(each.startswith(RULE) and f'data-node="{node}"' in each for node in cut)
    ]
    assert others == []
    page.click("#fit")
    assert page.js(CUT) == []
    assert findings(page) == []


@pytest.mark.parametrize("state", ["begun", "told", "sought", "filters"])
def test_all_has_room_on_a_small_phone(
    shown: Open, debate: argmap.ArgumentMap, tab: Page, state: str
) -> None:
    """A button would be off the window, where nobody can scroll to (WCAG 2.2, 1.4.10), or too small to hit (2.5.8)."""
    tab.size(320, 640, mobile=True)
    page = shown(debate, marks=MARKS)
    STATES[state](page)
    assert page.js("document.documentElement.scrollWidth") <= 320
    controls = page.js(
        "[...document.querySelectorAll('button, input, select, summary')].filter(each => each.offsetParent && !each.closest('#details-body, #trail'))"
        ".map(each => (box => [each.id || each.textContent, box.left, box.right, box.width, box.height])(each.getBoundingClientRect()))"
    )
    assert len(controls) >= 9
    for name, left, right, width, height in controls:
        assert left >= 0, name
        assert right <= 320, name
        assert min(width, height) >= 24, name
    assert page.js("document.querySelector('#stage').clientHeight") > 200


def test_the_panel_lies_below_on_a_phone(
    shown: Open, debate: argmap.ArgumentMap, tab: Page
) -> None:
    """The claim that is told of would be under what is told of it."""
    tab.size(320, 640, mobile=True)
    page = shown(debate)
    x, y = page.middle('.card[data-node="0"]')
    page.touch("touchStart", (x, y))
    page.touch("touchEnd")
    page.until("!document.querySelector('#details').hidden")
    page.frame()
    panel, card = page.js(
        "['#details', '.card.chosen .body'].map(each => (box => [box.left, box.top, box.right, box.bottom])"
        "(document.querySelector(each).getBoundingClientRect()))"
    )
    assert panel[0] == 0
    assert panel[2] == 320
    assert card[3] <= panel[1] + 1


def test_a_static_page_has_room_on_a_small_phone(
    shown: Open, debate: argmap.ArgumentMap, tab: Page
) -> None:
    """One would have to scroll sideways to read it."""
    tab.size(320, 640, mobile=True)
    page = shown(debate, static=True)
    assert page.js("document.documentElement.scrollWidth") <= 320


def test_windows_of_high_contrast_show_the_focus(
    shown: Open, debate: argmap.ArgumentMap, tab: Page
) -> None:
    """Where colours are forced, nobody would see where the keyboard is."""
    page = shown(debate)
    features = [
        {"name": "forced-colors", "value": "active"},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    tab.ask("Emulation.setEmulatedMedia", features=features)
    page.click('.card[data-node="0"]')
    stroke = page.js("getComputedStyle(document.activeElement.querySelector('.halo')).stroke")
    assert stroke not in ("none", "rgb(255, 255, 255)")
