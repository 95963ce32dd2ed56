"""Sixty texts that would run a script, through every text of a map into both kinds of page: none runs, with the policy or without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import argmap
from tests.drawing.test_browser_payloads import PAYLOADS, RUN, URLS
from tests.drawing.web.browser import Page

pytestmark = pytest.mark.slow

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
RAN = "document.documentElement.dataset.ran ?? 'no'"


def debate() -> argmap.ArgumentMap:
    """A map with each payload in every text that a page shows, and each address as a source's."""
    draft = argmap.Draft(PAYLOADS[0], description=PAYLOADS[1], language=PAYLOADS[2])
    main = draft.claim("Main", id=f"main{PAYLOADS[3]}")
    for number, text in enumerate(PAYLOADS):
        source = draft.source(text, url=URLS[number % len(URLS)], authors=[text], date=text)
        claim = draft.claim(
            text,
            id=f"{number}{text}",
            title=text,
            said_by=text,
            cites=argmap.Citation(source.id, text, locator=text),
            group=draft.group(text),
            tags=[text],
            wordings=[f"{text} "],
        )
        scheme = draft.scheme(text, id=f"scheme {number}", questions=[text])
        step = draft.support(main, by=claim, label=text, scheme=scheme)
        draft.undercut(step, by=draft.claim(f"no {number}{text}"), label=text)
    return draft.map()


def marks(map: argmap.ArgumentMap) -> dict[str, argmap.Mark]:
    """A verdict of every claim that rests on a payload."""
    return {
        claim.id: argmap.Mark(
            "accepted", by=PAYLOADS[number % len(PAYLOADS)], why=PAYLOADS[number % len(PAYLOADS)]
        )
        for number, claim in enumerate(map.claims)
    }


def test_the_browser_would_run_them(tab: Page, tmp_path: Path) -> None:
    """The tests below would pass for a browser that runs nothing."""
    file = tmp_path / "open.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><script>{RUN}</script>", "utf-8")
    tab.open(file)
    assert tab.js(RAN) == "yes"


@pytest.mark.parametrize("policy", [True, False])
def test_no_text_runs_in_an_interactive_page(tab: Page, tmp_path: Path, policy: bool) -> None:
    """A stranger's map would act in the name of whoever looks at it."""
    map = debate()
    page = argmap.to_html(map, marks=marks(map))
    file = tmp_path / "map.html"
    file.write_text(page if policy else POLICY.sub("", page), "utf-8")
    tab.open(file)
    tab.click("#unfold-all")
    tab.click("#fit")
    opened = tab.js(
        "(async () => { let count = 0;"
        "for (const id of JSON.parse(document.querySelector('#data').textContent).claims.map(each => each.id).filter(id => /^\\d/.test(id))) {"
        "  location.hash = `#claim-${encodeURIComponent(id)}`;"
        "  await new Promise(done => setTimeout(done, 5));"
        "  for (const more of document.querySelectorAll('.more')) { more.click(); break; }"
        "  count += document.querySelector('#details').hidden ? 0 : 1;"
        "} return count; })()"
    )
    assert opened == len(PAYLOADS)
    tab.click("#open-filters")
    tab.click("#query")
    tab.type("<script>")
    tab.key("Enter", "Enter")
    assert tab.js(RAN) == "no"
    assert tab.js("document.querySelectorAll('script').length") == 2
    assert (
        tab.js(
            "document.querySelectorAll('img, iframe, object, embed, foreignObject, animate, set, video, link, base').length"
        )
        == 0
    )
    assert (
        tab.js(
            "[...document.querySelectorAll('*')].flatMap(each => each.getAttributeNames()).filter(name => name.startsWith('on')).length"
        )
        == 0
    )


def test_texts_are_told_letter_by_letter(tab: Page, tmp_path: Path) -> None:
    """A page could be safe by leaving things out."""
    file = tmp_path / "map.html"
    file.write_text(argmap.to_html(debate()), "utf-8")
    tab.open(file)
    for number in (0, 7, 20, len(PAYLOADS) - 1):
        tab.js(
            f"location.hash = `#claim-${{encodeURIComponent(JSON.parse(document.querySelector('#data').textContent).claims.find(each => each.id.startsWith('{number}')).id)}}`"
        )
        tab.until(
            f"document.querySelector('#details .wording')?.textContent.length === {len(PAYLOADS[number])}"
        )
        assert tab.js("document.querySelector('#details .wording').textContent") == PAYLOADS[number]
        links = tab.js("[...document.querySelectorAll('#details a')].map(each => each.protocol)")
        assert set(links) <= {"https:", "http:", "mailto:"}


@pytest.mark.parametrize("policy", [True, False])
def test_no_text_runs_in_a_static_page(tab: Page, tmp_path: Path, policy: bool) -> None:
    """The same for the page that has no script at all."""
    map = debate()
    page = argmap.to_html(map, marks=marks(map), static=True)
    file = tmp_path / "map.html"
    file.write_text(page if policy else POLICY.sub("", page), "utf-8")
    tab.open(file)
    tab.js("document.querySelectorAll('details').forEach(each => each.open = true)")
    tab.frame()
    assert tab.js(RAN) == "no"
    assert (
        tab.js(
            "document.querySelectorAll('script, img, iframe, object, embed, animate, set').length"
        )
        == 0
    )
    assert tab.js("document.querySelectorAll('li[id]').length") == len(map.claims)
    assert set(
        tab.js("[...document.querySelectorAll('.outline a')].map(each => each.protocol)")
    ) <= {"https:", "http:", "mailto:", "file:"}


def test_the_policy_would_stop_them(tab: Page, tmp_path: Path) -> None:
    """The policy would be a line that does nothing: a script of another's in our page is refused."""
    page = argmap.to_html(argmap.Draft("t").map())
    file = tmp_path / "map.html"
    file.write_text(
        page.replace("</body>", f'<script>{RUN}</script><img src=x onerror="{RUN}"></body>'),
        "utf-8",
    )
    tab.open(file)
    tab.js("new Promise(done => setTimeout(done, 50))")
    assert tab.js(RAN) == "no"
    assert tab.js("document.documentElement.dataset.ready") == "yes"
    refused = tab.complaints()
    assert len(refused) >= 2
    assert all("Content Security Policy" in each for each in refused)
    tab.forget()
