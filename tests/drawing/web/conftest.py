"""A browser for the tests of pages, and maps to show in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

import argmap
from tests.chromium import FOUND
from tests.drawing.web.browser import Browser, Page, running

Open: TypeAlias = Callable[..., Page]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Chromium for all tests of a process; skips where there is none."""
    if FOUND is None:
        pytest.skip("no Chromium here to open a page with")
    with running(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab; at the end nothing may have failed in it, been refused by its policy, or been loaded from elsewhere."""
    page = browser.page()
    yield page
    complaints = page.complaints()
    page.close()
    assert not complaints


@pytest.fixture
def shown(tab: Page, tmp_path: Path) -> Open:
    """Opens the page of a map, with options of `argmap.to_html`."""

    def open(map: argmap.ArgumentMap, fragment: str = "", **options: Any) -> Page:
        file = tmp_path / "map.html"
        file.write_text(argmap.to_html(map, **options), "utf-8")
        tab.open(file, fragment)
        return tab

    return open


@pytest.fixture
def debate() -> argmap.ArgumentMap:
    """Claims, steps, groups and records of every kind, three levels deep."""
    draft = argmap.Draft("Buses", description="Should buses be free?", language="en")
    paper = draft.source("Paper", id="paper", url="https://example.org/paper", date="2020")
    town = draft.group("Town", id="town")
    free = draft.claim("Buses should be free.", id="free", title="Free buses", said_by="Ann")
    fair = draft.claim("Fares hit the poor.", id="fair", said_by="Ann", tags=["money"], group=town)
    poor = draft.claim("The poor ride most.", id="poor", cites=paper, group=town, weight=0.8)
    cost = draft.claim("Somebody has to pay.", id="cost", said_by="Ben", tags=["money", "tax"])
    cars = draft.claim("Fewer cars pay for it.", id="cars", implicit=True, wordings=["Cars cost."])
    few = draft.claim("Few leave their cars.", id="few", said_by="Ben", stance="questioned")
    step = draft.support(free, by=[fair, poor], id="step", label="so", scheme="from fairness")
    draft.rebut(free, by=cost, id="objection")
    draft.rebut(cost, by=cars, id="answer")
    draft.undercut(step, by=draft.claim("Some of the poor walk.", id="walk"), id="cut")
    draft.rebut(cars, by=few, id="doubt")
    return draft.map()


@pytest.fixture
def many() -> argmap.ArgumentMap:
    """A debate of 1,500 claims, as wide as it is deep."""
    draft = argmap.Draft("Many")
    claims = [draft.claim("The first claim of all.", id="c0")]
    for number in range(1, 1_500):
        claim = draft.claim(f"Claim number {number} says something.", id=f"c{number}")
        above = claims[(number - 1) // 4]
        (draft.support if number % 3 else draft.rebut)(above, by=claim)
        claims.append(claim)
    return draft.map()
