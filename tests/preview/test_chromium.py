"""The live preview in a browser: a save changes the page, and what one looks at stays."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap import Finding
from argmap.documents.marking import verdict_marks
from argmap.preview.live import Live, Shown, shown
from argmap.preview.server import Preview
from tests.chromium import FOUND
from tests.drawing.web.browser import Browser, Page, running

DEBATE = "[Wet]: It is wet.\n  + [Rain]: It rained.\n    - [Dry]: My hat is dry.\n  + [Hose]: There is a hose.\n"
MAP = "document.querySelector('iframe').contentWindow"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Chromium for these tests; skips where there is none."""
    if FOUND is None:
        pytest.skip("no Chromium here to open a page with")
    with running(tmp_path_factory.mktemp("profile")) as found:
        yield found


class Debate:
    """A text that is shown, and may be saved anew."""

    def __init__(self) -> None:
        self.text = DEBATE
        self.live = Live("map.argdown", self.made)
        self.live.refresh()

    def made(self) -> Shown:
        """The map as it is now."""
        map = argmap.loads(self.text, format="argdown")
        marks = verdict_marks(argmap.evaluate(map))
        page = argmap.render(map, "html", marks=marks).text
        return shown(map, page, [Finding("odd", "<b>odd</b>")], marks)

    def save(self, text: str) -> None:
        """Show another text."""
        self.text = text
        self.live.refresh()


@pytest.fixture
def debate() -> Debate:
    """A small debate."""
    return Debate()


@pytest.fixture
def tab(browser: Browser, debate: Debate) -> Iterator[Page]:
    """The preview in a tab, drawn; at the end no script may have failed, and no policy been broken."""
    page = browser.page()
    with Preview(debate.live) as preview:
        page.ask("Page.navigate", url=preview.url)
        ready(page, 1)
        yield page
        problems = [
            each for each in page.complaints() if not each.startswith(f"loads {preview.url}")
        ]
    page.close()
    assert [each for each in problems if "ERR_" not in each] == []


def ready(page: Page, version: int) -> None:
    """Wait until this version is drawn, in one frame alone."""
    page.until(f"document.body && document.body.dataset.version === '{version}'")
    page.until("document.querySelectorAll('iframe').length === 1")
    page.until("!document.querySelector('.coming')")
    page.until(f"{MAP}.document.querySelectorAll('[role=treeitem]').length > 0")


def text_of(page: Page, selector: str) -> Any:
    """The text of an element."""
    return page.js(f"document.querySelector({json.dumps(selector)}).textContent")


def scale_of(page: Page) -> float:
    """How large the map is drawn: the scale of its world in the window."""
    script = f"{MAP}.document.querySelector('#stage svg > g, #stage svg g[transform]').getCTM().a"
    return round(float(page.js(script)), 3)


def claims(page: Page) -> Any:
    """What the tree of the map holds."""
    return page.js(
        f"[...{MAP}.document.querySelectorAll('[role=treeitem]')].map(each => each.textContent).join(' ')"
    )


def test_findings_and_verdicts_stand_beside_the_map(tab: Page) -> None:
    """One would see the picture alone, or a text would be taken for markup."""
    assert text_of(tab, "#counts") == "4 claims, 3 links"
    assert text_of(tab, "#findings li") == "warning <b>odd</b> [odd]"
    assert text_of(tab, "#by") == "grounded"
    verdicts = tab.js(
        "[...document.querySelectorAll('#verdicts .verdict')].map(each => each.textContent)"
    )
    assert verdicts == ["accepted", "rejected", "accepted", "accepted"]
    assert "It is wet." in claims(tab) or "Wet" in claims(tab)


def test_a_save_changes_the_page_and_keeps_the_zoom(tab: Page, debate: Debate) -> None:
    """Every save would throw the reader back to the beginning, or show the old map."""
    tab.js(f"{MAP}.document.getElementById('closer').click()")
    tab.js(f"{MAP}.document.getElementById('closer').click()")
    tab.js("new Promise(done => setTimeout(done, 600))")  # the page writes it down a moment later
    before = scale_of(tab)
    debate.save(DEBATE.replace("There is a hose.", "Somebody watered the trees."))
    ready(tab, 2)
    assert "There is a hose" not in tab.js(f"{MAP}.document.getElementById('data').textContent")
    tab.until(f"{MAP}.document.readyState === 'complete'")
    assert scale_of(tab) == before


def test_folded_branches_stay_folded(tab: Page, debate: Debate) -> None:
    """What one has put away would come back with every save."""
    tab.js(f"{MAP}.document.getElementById('fold-all').click()")
    tab.js("new Promise(done => setTimeout(done, 600))")
    before = tab.js(f"{MAP}.document.querySelectorAll('[role=treeitem]').length")
    debate.save(DEBATE + "\n[Other]: Another one.\n")
    ready(tab, 2)
    assert before < 4
    assert tab.js(f"{MAP}.document.querySelectorAll('[role=treeitem]').length") == before + 1


def test_a_broken_text_is_told_above_the_last_picture(tab: Page, debate: Debate) -> None:
    """The map would be gone while one writes, or the error unseen."""
    assert tab.js("document.getElementById('error').hidden")
    debate.save("===\na: [\n===\n")
    ready(tab, 2)
    assert "YAML" in text_of(tab, "#reason")
    assert not tab.js("document.getElementById('error').hidden")
    debate.save(DEBATE)
    ready(tab, 3)
    assert tab.js("document.getElementById('error').hidden")


def test_a_verdict_leads_to_its_claim(tab: Page) -> None:
    """The list beside a large map would be of no use."""
    tab.js("document.querySelectorAll('#verdicts button')[2].click()")
    tab.until("location.hash === '#claim-dry'")
    tab.until(f"{MAP}.location.hash === '#claim-dry'")
    tab.until(f"!{MAP}.document.getElementById('details').hidden")


def test_the_panel_can_be_put_away(tab: Page) -> None:
    """On a small screen the map would have no room."""
    tab.js("document.getElementById('switch').click()")
    assert tab.js("getComputedStyle(document.getElementById('beside')).display") == "none"
    tab.reload()
    ready(tab, 1)
    assert tab.js("document.getElementById('switch').getAttribute('aria-expanded')") == "false"
    tab.js("document.getElementById('switch').click()")


def test_the_end_of_the_server_is_told(browser: Browser, debate: Debate) -> None:
    """One would wait for a save that can't be seen any more."""
    page = browser.page()
    with Preview(debate.live) as preview:
        page.ask("Page.navigate", url=preview.url)
        ready(page, 1)
        assert text_of(page, "#state") == "live"
    page.until("document.getElementById('state').className === 'away'")
    page.close()


def test_a_phone_has_both(browser: Browser, debate: Debate, tmp_path: Path) -> None:
    """Beside each other they would be too narrow, or one would have to scroll sideways."""
    page = browser.page(320, 640)
    with Preview(debate.live) as preview:
        page.ask("Page.navigate", url=preview.url)
        ready(page, 1)
        assert page.js("document.documentElement.scrollWidth") <= 320
        map, panel = page.middle("#frames"), page.middle("#beside")
        assert map[1] < panel[1]
    page.close()


@pytest.mark.skipif("ARGMAP_AXE" not in os.environ, reason="ARGMAP_AXE names no axe.min.js")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_shuts_anybody_out(browser: Browser, debate: Debate, scheme: str) -> None:
    """Somebody could not read what stands beside the map, or reach it by the keyboard."""
    debate.save("===\na: [\n===\n")
    page = browser.page()
    page.media(scheme)
    page.ask("Page.setBypassCSP", enabled=True)
    with Preview(debate.live) as preview:
        page.ask("Page.navigate", url=preview.url)
        ready(page, 2)
        page.js(Path(os.environ["ARGMAP_AXE"]).read_text("utf-8"))
        found = page.js("axe.run(document).then(told => told.violations.map(each => each.help))")
    page.close()
    assert found == []
