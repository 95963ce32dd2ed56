"""The interactive page in a real browser: every thing that one can do there does what it says."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest

import argmap
from argmap.drawing.reading_order import reading_order
from tests.drawing.web.browser import Page
from tests.drawing.web.conftest import Open

pytestmark = pytest.mark.slow

WORLD = "#picture > g"
SHOWN = "[...document.querySelectorAll('.card')]"


def card(map: argmap.ArgumentMap, id: str) -> str:
    """The selector of a claim's card: cards are numbered in reading order."""
    return f'.card[data-node="{reading_order(map).index(id)}"]'


def fold(map: argmap.ArgumentMap, id: str) -> str:
    """The selector of the button that folds a claim's branch."""
    return f'.fold[data-node="{reading_order(map).index(id)}"]'


def ids(page: Page, map: argmap.ArgumentMap) -> list[str]:
    """The claims whose cards are drawn, in the order in which they are read."""
    order = reading_order(map)
    return [order[int(number)] for number in page.js(f"{SHOWN}.map(card => card.dataset.node)")]


def boxes(page: Page) -> dict[str, list[float]]:
    """The place of each card in the window: left, top, right, bottom."""
    found: dict[str, list[float]] = page.js(
        f"Object.fromEntries({SHOWN}.map(card => [card.dataset.node, (box => [box.left, box.top, box.right, box.bottom])"
        "(card.querySelector('.body').getBoundingClientRect())]))"
    )
    return found


def scale(page: Page) -> float:
    """How large the map is shown."""
    found: float = page.js(f"document.querySelector('{WORLD}').getCTM().a")
    return found


def focused(page: Page, map: argmap.ArgumentMap) -> str:
    """The claim that has the keyboard."""
    return reading_order(map)[int(page.js("document.activeElement.dataset.node"))]


def text(page: Page, selector: str) -> str:
    """What an element shows."""
    found: str = page.js(f"document.querySelector({json.dumps(selector)}).innerText")
    return found


def test_every_text_is_drawn_as_in_the_svg(shown: Open, debate: argmap.ArgumentMap) -> None:
    """The page would show another map than the picture does."""
    page = shown(debate)
    lines = page.js(
        "[...document.querySelectorAll('#stage .card .words, #stage .joint .words')].map(t => t.textContent)"
    )
    svg = argmap.draw(debate).svg
    for line in lines:
        assert f">{line}</" in svg
    assert sorted(ids(page, debate)) == sorted(claim.id for claim in debate.claims)
    assert text(page, "h1") == "Buses"


def test_what_is_unfolded_lies_as_the_layout_says(shown: Open, debate: argmap.ArgumentMap) -> None:
    """The places of argmap's layout would be lost in the page."""
    page = shown(debate)
    layout = argmap.draw(debate).layout
    places = {place.id: place for place in layout.boxes}
    order = reading_order(debate)
    found = boxes(page)
    k = scale(page)
    zero = found["0"]
    for number, box in found.items():
        place, first = places[order[int(number)]], places[order[0]]
        assert box[0] - zero[0] == pytest.approx((place.x - first.x) * k, abs=1.5)
        assert box[1] - zero[1] == pytest.approx((place.y - first.y) * k, abs=1.5)


def test_wheel_buttons_and_keys_zoom(shown: Open, debate: argmap.ArgumentMap) -> None:
    """One couldn't come nearer, or what one points at would run away."""
    page = shown(debate)
    before, at = scale(page), boxes(page)["0"]
    page.mouse("mouseWheel", at[0], at[1], deltaX=0, deltaY=-120)
    page.frame()
    assert scale(page) > before
    after = boxes(page)["0"]
    assert after[:2] == pytest.approx(at[:2], abs=2)
    page.click("#farther")
    nearer = scale(page)
    page.click("#closer")
    assert scale(page) > nearer
    page.js("document.activeElement.blur()")
    page.key("+")
    assert scale(page) > nearer
    page.key("-", "-")
    page.key("0")
    assert scale(page) == pytest.approx(before, abs=0.01)


def test_two_fingers_on_a_touchpad_move_the_map(shown: Open, debate: argmap.ArgumentMap) -> None:
    """A touchpad's scrolling would zoom wildly."""
    page = shown(debate)
    before, at = scale(page), boxes(page)["0"]
    page.mouse("mouseWheel", 300, 300, deltaX=20, deltaY=12)
    page.frame()
    assert scale(page) == pytest.approx(before)
    assert boxes(page)["0"][0] == pytest.approx(at[0] - 20, abs=1)


def test_a_mouse_drags_the_map_and_does_not_click(shown: Open, debate: argmap.ArgumentMap) -> None:
    """A map larger than the window couldn't be seen, or every drag would open a claim."""
    page = shown(debate)
    at = boxes(page)["0"]
    x, y = page.middle(card(debate, "free"))
    page.mouse("mousePressed", x, y, button="left", clickCount=1)
    for step in range(1, 5):
        page.mouse("mouseMoved", x + 10 * step, y + 5 * step, button="left", buttons=1)
    page.mouse("mouseReleased", x + 40, y + 20, button="left", clickCount=1)
    page.frame()
    assert boxes(page)["0"][:2] == pytest.approx([at[0] + 40, at[1] + 20], abs=2)
    assert page.js("document.querySelector('#details').hidden")


def test_the_map_cannot_be_lost(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Dragged out of sight it would be gone for who doesn't know the way back."""
    page = shown(debate)
    for _ in range(30):
        page.mouse("mouseWheel", 600, 400, deltaX=400, deltaY=30)
    page.frame()
    assert any(right > 0 and bottom > 0 for _, _, right, bottom in boxes(page).values())


def test_fingers_move_and_pinch(shown: Open, debate: argmap.ArgumentMap, tab: Page) -> None:
    """On a phone the map couldn't be moved or zoomed."""
    tab.size(390, 800, mobile=True)
    page = shown(debate)
    before, at = scale(page), boxes(page)["0"]
    page.touch("touchStart", (100, 400))
    for step in (10, 20, 30):
        page.touch("touchMove", (100 + step, 400))
    page.touch("touchEnd")
    page.frame()
    assert boxes(page)["0"][0] > at[0] + 10
    page.touch("touchStart", (150, 400), (250, 400))
    for step in (10, 30, 50):
        page.touch("touchMove", (150 - step, 400), (250 + step, 400))
    page.touch("touchEnd")
    page.frame()
    assert scale(page) > 1.5 * before


def test_a_branch_folds_and_comes_back_as_it_was(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Unfolding would give another map, or what one folds would run from under the pointer."""
    page = shown(debate)
    before = boxes(page)
    button = fold(debate, "cost")
    page.click(button)
    assert {"cars", "few"}.isdisjoint(ids(page, debate))
    assert text_of(page, button) == "+2"
    number = str(reading_order(debate).index("cost"))
    folded = boxes(page)
    assert folded[number][:2] == pytest.approx(before[number][:2], abs=1)
    page.click(button)
    after = boxes(page)
    shift = [after[number][0] - before[number][0], after[number][1] - before[number][1]]
    for key, box in before.items():
        assert after[key][0] == pytest.approx(box[0] + shift[0], abs=1)
        assert after[key][1] == pytest.approx(box[1] + shift[1], abs=1)


def text_of(page: Page, selector: str) -> str:
    """The text of a part of the picture."""
    found: str = page.js(f"document.querySelector({json.dumps(selector)}).textContent")
    return found


@pytest.mark.parametrize("engine", ["layered", "tree", "outline", "wrapped"])
@pytest.mark.parametrize("direction", ["up", "right"])
def test_folding_closes_gaps_and_nothing_overlaps(
    shown: Open, engine: str, direction: str, tab: Page
) -> None:
    """Folded branches would leave holes, or claims would lie on one another."""
    draft = argmap.Draft()
    top = draft.claim("The top", id="0")
    for first in range(4):
        middle = draft.claim(f"Claim {first} in the middle of it all", id=f"m{first}")
        reason = draft.support(top, by=middle)
        for second in range(3):
            below = draft.claim(f"What is below {first}, number {second}", id=f"{first}{second}")
            draft.rebut(middle, by=below)
            if second == 1:
                draft.undercut(reason, by=draft.claim(f"No {first}.", id=f"no{first}"))
    map = draft.map()
    tab.size(2400, 1600)
    page = shown(map, engine=engine, direction=direction)
    width, height = page.js(
        f"(box => [box.width, box.height])(document.querySelector('{WORLD}').getBBox())"
    )
    for first in range(4):
        page.click(fold(map, f"m{first}"))
        for one, other in combinations(boxes(page).values(), 2):
            assert (
                min(one[2], other[2]) - max(one[0], other[0]) < 1
                or min(one[3], other[3]) - max(one[1], other[1]) < 1
            )
    assert len(ids(page, map)) == 9
    less = page.js(f"(box => [box.width, box.height])(document.querySelector('{WORLD}').getBBox())")
    assert less[0] * less[1] < 0.7 * width * height


def woven(chance: Random) -> argmap.ArgumentMap:
    """A map of groups in groups, shared reasons, linked premises and undercuts, by chance."""
    draft = argmap.Draft("Woven")
    groups: list[Any] = [None]
    for number in range(3):
        groups.append(draft.group(f"Group {number}", parent=chance.choice(groups)))
    claims: list[Any] = []
    steps: list[Any] = []
    for number in range(24):
        claim = draft.claim(
            "word " * chance.randint(1, 18) + str(number), group=chance.choice(groups)
        )
        for target in chance.sample(claims, min(len(claims), chance.choice([1, 1, 2]))):
            other = chance.choice(claims)
            if steps and chance.random() < 0.2:
                draft.undercut(chance.choice(steps), by=claim)
            elif other is not target:
                steps.append(draft.support(target, by=[claim, other]))
            else:
                draft.rebut(target, by=claim)
        claims.append(claim)
    return draft.map()


@pytest.mark.parametrize("seed", [2, 3])
def test_folding_a_woven_map_lays_nothing_on_another(shown: Open, tab: Page, seed: int) -> None:
    """Where claims are shared, or stand in groups, folding would pile them up."""
    tab.size(2400, 1600)
    chance = Random(seed)
    page = shown(woven(chance))
    page.click("#fit")
    for _ in range(5):
        folds = page.js("[...document.querySelectorAll('.fold')].map(fold => fold.dataset.node)")
        number = chance.choice(folds)
        page.click(f'.card[data-node="{number}"]')
        page.key("Escape", "ArrowLeft")
        parts = page.js(
            "[...document.querySelectorAll('.card .body, .joint')].map(each => (box => [box.left, box.top, box.right, box.bottom])"
            "(each.getBoundingClientRect()))"
        )
        assert parts
        for one, other in combinations(parts, 2):
            assert (
                min(one[2], other[2]) - max(one[0], other[0]) < 1
                or min(one[3], other[3]) - max(one[1], other[1]) < 1
            )


def test_motion_ends_where_rest_begins(shown: Open, debate: argmap.ArgumentMap, tab: Page) -> None:
    """With motion the map would come to lie elsewhere than without."""
    button = fold(debate, "free")
    page = shown(debate)
    page.click(button)
    still = boxes(page)
    page.click(button)
    tab.media(motion="no-preference")
    page = shown(debate)
    page.click(button)
    page.until(f"{SHOWN}.length === 1")
    page.js("new Promise(done => setTimeout(done, 400))")
    assert boxes(page)["0"] == pytest.approx(still["0"], abs=1)


def test_fold_all_and_unfold_all(shown: Open, debate: argmap.ArgumentMap) -> None:
    """One would have to fold a hundred branches by hand."""
    page = shown(debate)
    page.click(card(debate, "few"))
    page.click("#fold-all")
    assert ids(page, debate) == ["free"]
    assert text(page, "#trail") == "Free buses"
    page.click("#unfold-all")
    assert len(ids(page, debate)) == len(debate.claims)


def test_a_click_tells_all_there_is(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Who says it, where, and why it stands would stay in the file."""
    marks = {"poor": argmap.Mark("accepted", 0.75, by="grounded", why="nothing speaks against it.")}
    page = shown(debate, marks=marks)
    page.click(card(debate, "poor"))
    told = text(page, "#details")
    for part in ("The poor ride most.", "accepted", "0.75", "grounded", "nothing speaks against it.",
                 "Paper", "2020", "0.8", "Town", "Supports", "Free buses", "together with",
                 "Fares hit the poor.", "so · from fairness"):  # fmt: skip # one a line would be a page
        assert part in told, part
    link = page.js("(a => [a.href, a.rel])(document.querySelector('#details a'))")
    assert link == ["https://example.org/paper", "noopener noreferrer"]
    page.click("#close-details")
    assert page.js("document.querySelector('#details').hidden")


@pytest.mark.parametrize(
    ("id", "parts"),
    [
        ("free", ["MAIN CLAIM", "Free buses", "Ann", "Supported by", "Objected to by"]),
        ("cars", ["unstated", "Cars cost.", "Objects to", "Somebody has to pay."]),
        ("few", ["questioned", "Ben"]),
        ("cost", ["#money", "#tax"]),
        ("walk", ["Undercuts", "the support “so”"]),
    ],
)
def test_claims_tell_what_is_theirs(
    shown: Open, debate: argmap.ArgumentMap, id: str, parts: list[str]
) -> None:
    """A kind of fact would be left out."""
    page = shown(debate)
    page.click(card(debate, id))
    told = text(page, "#details")
    assert all(part in told for part in parts), told


def test_a_step_tells_of_itself(shown: Open, debate: argmap.ArgumentMap) -> None:
    """What undercuts a step, and its scheme, would be nowhere."""
    page = shown(debate)
    page.click(".joint")
    told = text(page, "#details")
    for part in ("SUPPORT", "so", "from fairness", "Premises, together", "The poor ride most.", "Free buses", "Undercut by", "Some of the poor walk."):  # fmt: skip # one a line would be a page
        assert part in told, told
    page.js(
        "[...document.querySelectorAll('#details .leads')].find(b => b.textContent.includes('walk')).click()"
    )
    assert "Some of the poor walk." in text(page, "#details .wording")


def test_search_finds_marks_and_goes_on(shown: Open, debate: argmap.ArgumentMap) -> None:
    """A word could not be found in a large map."""
    page = shown(debate)
    page.key("/")
    page.type("poor")
    assert text(page, "#hits") == "3 found"
    assert page.js("document.querySelectorAll('.card.match').length") == 3
    assert page.js("document.querySelectorAll('.card.dim').length") == len(debate.claims) - 3
    assert page.js("document.querySelectorAll('.hit').length") == 3
    over = page.js(
        "(hit => (text => Math.abs(text.getExtentOfChar(0).y - hit.getBBox().y) < 6)(hit.nextElementSibling.querySelector('.words')))(document.querySelector('.hit'))"
    )
    assert over
    page.key("Enter")
    first = text(page, "#trail [aria-current]")
    assert text(page, "#hits") == "1 of 3"
    page.key("Enter")
    assert text(page, "#hits") == "2 of 3"
    assert text(page, "#trail [aria-current]") != first
    page.key("Enter", shift=True)
    assert text(page, "#trail [aria-current]") == first
    page.click("#later")
    assert text(page, "#hits") == "2 of 3"
    page.click("#earlier")
    assert text(page, "#hits") == "1 of 3"
    page.key("Escape")
    assert page.js("document.querySelectorAll('.dim').length") == 0


def test_search_takes_words_apart_and_phrases_together(
    shown: Open, debate: argmap.ArgumentMap
) -> None:
    """Words in another order would find nothing, or a phrase too much."""
    page = shown(debate)
    page.click("#query")
    for sought, count in [
        ("ride poor", 1),
        ('"ride poor"', 0),
        ('"POOR RIDE"', 1),
        ("ben", 2),
        ("tax", 1),
    ]:
        page.js("document.querySelector('#query').value = ''")
        page.type(sought)
        assert text(page, "#hits") == f"{count} found", sought


def test_search_finds_in_folded_branches_and_unfolds_them(
    shown: Open, debate: argmap.ArgumentMap
) -> None:
    """What is folded away would be lost to the search."""
    page = shown(debate)
    page.click("#fold-all")
    page.click("#query")
    page.type("leave their cars")
    assert page.js("document.querySelector('.fold.hiding').textContent") == "+6"
    assert page.js("document.querySelectorAll('.card.dim').length") == 0
    page.key("Enter")
    assert page.js("document.querySelector('.fold.hiding')") is None
    assert "few" in ids(page, debate)
    assert text(page, "#hits") == "1 of 1"


def test_filters_by_speaker_tag_and_verdict(shown: Open, debate: argmap.ArgumentMap) -> None:
    """One couldn't see what one person says, or all that is rejected."""
    marks = {"few": argmap.Mark("accepted"), "cost": argmap.Mark("rejected")}
    page = shown(debate, marks=marks)
    page.click("#open-filters")

    def choose(name: str, label: str) -> list[str]:
        page.js(
            f"(select => {{ select.value = [...select.options].find(o => o.textContent.startsWith({json.dumps(label)})).value;"
            f"select.dispatchEvent(new Event('change')) }})(document.querySelector('#by-{name}'))"
        )
        page.frame()
        order = reading_order(debate)
        found = page.js(
            "[...document.querySelectorAll('.card.match')].map(card => card.dataset.node)"
        )
        return sorted(order[int(number)] for number in found)

    assert choose("speaker", "Ben (2)") == ["cost", "few"]
    assert choose("tag", "#tax") == ["cost"]
    assert choose("verdict", "accepted") == []
    assert choose("tag", "any") == ["few"]
    page.click("#clear")
    assert page.js("document.querySelectorAll('.match').length") == 0
    assert (
        page.js("document.querySelector('#open-filters').getAttribute('aria-expanded')") == "true"
    )
    page.click("#open-filters")
    assert page.js("document.querySelector('#filters').hidden")


def test_what_nobody_can_choose_is_not_offered(shown: Open) -> None:
    """Empty lists would stand there."""
    draft = argmap.Draft()
    draft.claim("Alone")
    page = shown(draft.map())
    assert page.js("document.querySelector('#open-filters').hidden")


def test_the_trail_leads_back(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Deep in a branch one wouldn't know where one is."""
    page = shown(debate)
    page.click(card(debate, "few"))
    trail = page.js("[...document.querySelectorAll('#trail button')].map(b => b.textContent)")
    assert trail == [
        "Free buses",
        "Somebody has to pay.",
        "Fewer cars pay for it.",
        "Few leave their cars.",
    ]
    page.click("#trail li:nth-child(2) button")
    assert focused(page, debate) == "cost"


def test_an_address_opens_a_claim(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Nobody could be sent to a claim."""
    page = shown(debate, "#claim-few")
    assert "Few leave their cars." in text(page, "#details")
    page.js("location.hash = '#cost'")
    page.until("document.querySelector('#details').innerText.includes('Somebody has to pay.')")
    page.click(card(debate, "fair"))
    assert page.js("location.hash") == "#claim-fair"
    for nothing in ("#claim-", "#claim-nobody", "#%", "#claim-step"):
        page.js(f"location.hash = '{nothing}'")
        page.frame()
    assert "Fares hit the poor." in text(page, "#details")


def test_an_address_may_hold_any_id(shown: Open) -> None:
    """Ids with blanks, signs and letters of all scripts couldn't be linked to."""
    draft = argmap.Draft()
    for id in ("a b", "50%", "é/日", "#x?y", "claim-z", "z"):
        draft.claim(f"<{id}>", id=id)
    page = shown(draft.map(), "#claim-50%25")
    assert "<50%>" in text(page, "#details")
    for node, id in enumerate(("a b", "50%", "é/日", "#x?y", "claim-z", "z")):
        page.click(f'.card[data-node="{node}"]')
        page.js("sessionStorage.clear(); window.name = location.hash; location.hash = ''")
        page.js("location.hash = window.name")
        page.until(
            f"document.querySelector('#details .wording').textContent === {json.dumps(f'<{id}>')}"
        )


def test_day_and_night(shown: Open, debate: argmap.ArgumentMap, tab: Page) -> None:
    """Dark mode would be ignored, or not be to be had by the switch."""
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    ink = f"getComputedStyle(document.querySelector({json.dumps(card(debate, 'fair') + ' text')})).fill"
    page = shown(debate)
    day = ["rgb(255, 255, 255)", "rgb(27, 31, 36)"]
    night = ["rgb(13, 17, 23)", "rgb(230, 237, 243)"]
    assert page.js(f"[{ground}, {ink}]") == day
    tab.media("dark")
    assert page.js(f"[{ground}, {ink}]") == night
    page.click("#mode")
    assert page.js(f"[{ground}, {ink}]") == day
    assert page.js("document.querySelector('#mode').getAttribute('aria-pressed')") == "false"
    tab.media("light")
    page.click("#mode")
    assert page.js(f"[{ground}, {ink}]") == night
    tab.media("light", medium="print")
    assert page.js(f"[{ground}, {ink}]") == day


def test_a_theme_decides_how_a_page_begins(shown: Open, debate: argmap.ArgumentMap) -> None:
    """Who asks for a dark page would get a light one."""
    page = shown(debate, theme="dark")
    assert (
        page.js("getComputedStyle(document.documentElement).backgroundColor") == "rgb(13, 17, 23)"
    )


def test_paper_shows_all_that_is_unfolded(shown: Open, debate: argmap.ArgumentMap) -> None:
    """A print would show a part of the map, with buttons on it."""
    page = shown(debate)
    for _ in range(6):
        page.click("#closer")
    assert len(ids(page, debate)) < len(debate.claims) or scale(page) > 2
    page.js("dispatchEvent(new Event('beforeprint'))")
    assert len(ids(page, debate)) == len(debate.claims)
    assert page.js("document.querySelector('#picture').hasAttribute('viewBox')")
    page.js("dispatchEvent(new Event('afterprint'))")
    assert not page.js("document.querySelector('#picture').hasAttribute('viewBox')")
    page.media(medium="print")
    assert page.js(
        "['#tools', '#zoom', '#search', '.folds'].every(s => getComputedStyle(document.querySelector(s)).display === 'none')"
    )
    pdf = b64decode(page.ask("Page.printToPDF", printBackground=True)["data"])
    assert re.findall(rb"/Type\s*/Page\b", pdf) == [b"/Type /Page"]


def test_frames_are_within_what_is_shown(shown: Open, debate: argmap.ArgumentMap) -> None:
    """A group's frame would be cut on paper, or where all of the map is shown."""
    page = shown(debate)
    page.click("#fit")
    stage, frame = page.js(
        "['#stage', '.frames rect'].map(each => (box => [box.left, box.top, box.right, box.bottom])"
        "(document.querySelector(each).getBoundingClientRect()))"
    )
    assert frame[0] >= stage[0]
    assert frame[1] >= stage[1]
    assert frame[2] <= stage[2]
    assert frame[3] <= stage[3]
    assert page.js("document.querySelector('.frames rect').getBBox().width") > 100


def test_a_page_loaded_again_shows_what_it_showed(shown: Open, debate: argmap.ArgumentMap) -> None:
    """A live preview would throw its reader back to the start at every save."""
    page = shown(debate)
    page.click(fold(debate, "cost"))
    page.click(card(debate, "fair"))
    page.click("#closer")
    page.click("#mode")
    page.js("new Promise(done => setTimeout(done, 250))")
    before, k = boxes(page), scale(page)
    page.reload()
    page.frame()
    assert ids(page, debate) == [id for id in reading_order(debate) if id not in ("cars", "few")]
    assert scale(page) == pytest.approx(k)
    assert boxes(page)["0"] == pytest.approx(before["0"], abs=1)
    assert "Fares hit the poor." in text(page, "#details")
    assert page.js("document.documentElement.dataset.mode") == "night"


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "null",
        "[]",
        '{"folded": 1}',
        '{"folded": ["nobody", 7], "seen": {"id": "gone"}, "mode": "x", "chosen": "gone"}',
    ],
)
def test_a_page_forgets_what_it_does_not_know(
    shown: Open, debate: argmap.ArgumentMap, kept: str
) -> None:
    """A page whose map has changed since wouldn't open any more."""
    page = shown(debate)
    page.js(
        f"addEventListener('pagehide', () => sessionStorage.setItem('argmap ' + location.pathname, {json.dumps(kept)}))"
    )
    page.reload()
    assert len(ids(page, debate)) == len(debate.claims)


def test_only_what_is_seen_is_in_the_page(shown: Open, many: argmap.ArgumentMap) -> None:
    """A large map would make the page as slow as it is large."""
    page = shown(many)
    parts = "document.querySelectorAll('#stage *').length"
    assert 10 < page.js(f"{SHOWN}.length") <= 80
    page.click("#unfold-all")
    assert page.js(f"{SHOWN}.length") <= 265
    assert page.js(parts) < 9_000
    page.click("#fit")
    for _ in range(12):
        page.click("#farther")
    assert not page.js("document.querySelector('#overview').hidden")
    assert page.js(f"{SHOWN}.length") <= 25
    painted = page.js(
        "(canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(each => each))"
        "(document.querySelector('#overview'))"
    )
    assert painted
    page.click("#query")
    page.type("number 1499 ")
    page.until("document.querySelector('#hits').textContent === '1 found'")
    page.key("Enter")
    assert "number 1499" in text(page, "#trail [aria-current]")
    assert page.js("document.querySelector('#overview').hidden")


def test_from_afar_a_click_finds_its_claim(shown: Open, many: argmap.ArgumentMap) -> None:
    """The overview would be a picture only."""
    page = shown(many, engine="wrapped")
    page.click("#unfold-all")
    for _ in range(12):
        page.click("#farther")
    x, y = page.middle(card(many, "c0"))
    for kind in ("mousePressed", "mouseReleased"):
        page.mouse(kind, x, y, button="left", clickCount=1)
    page.frame()
    assert "The first claim of all." in text(page, "#details")


def test_an_empty_map_is_a_page(shown: Open) -> None:
    """A map that somebody begins would show an error."""
    page = shown(argmap.Draft("Nothing yet").map())
    page.key("0", "ArrowDown", "Enter")
    for button in ("fit", "closer", "fold-all", "unfold-all", "mode"):
        page.click(f"#{button}")
    assert ids(page, argmap.Draft().map()) == []


def shared() -> argmap.ArgumentMap:
    """Circles, a claim for two others, a conflict, questions and answers."""
    draft = argmap.Draft("Circles")
    a, b, c = (draft.claim(id, id=id) for id in ("a", "b", "c"))
    draft.support(a, by=b)
    draft.support(b, by=a)
    draft.support(c, by=b)
    draft.rebut(c, by=c)
    draft.conflict(a, c)
    draft.answer(draft.issue("Which?", id="q"), by=a)
    draft.prefer(a, over=b)
    draft.rephrase(c, by=draft.claim("d", id="d"))
    return draft.map()


def test_a_part_shows_stubs(shown: Open, debate: argmap.ArgumentMap) -> None:
    """That more is said elsewhere would be invisible in the page."""
    page = shown(debate, focus="cost", depth=0)
    assert page.js(
        "[...document.querySelectorAll('.joint')].map(each => each.textContent.trim())"
    ) == ["+1", "+1"]
    assert page.js("document.querySelectorAll('.line').length") == 2
    page.click(".joint")
    assert page.js("document.querySelector('#details').hidden")
    assert "not shown" in page.js("document.querySelector('.card').getAttribute('aria-label')")


def test_circles_fold_as_well(shown: Open) -> None:
    """A map that isn't a tree would end in an endless walk, or lose claims."""
    map = shared()
    page = shown(map)
    everything: list[Any] = ids(page, map)
    assert sorted(everything) == ["a", "b", "c", "d", "q"]
    for element in map.claims:
        page.click(card(map, element.id))
        assert element.id in text(page, "#details .wording")
    page.click("#fold-all")
    page.click("#unfold-all")
    assert ids(page, map) == everything


@pytest.mark.parametrize("sandbox", ["sandbox=allow-scripts", ""])
def test_it_works_in_a_frame(
    tab: Page, tmp_path: Path, debate: argmap.ArgumentMap, sandbox: str
) -> None:
    """A notebook or a preview, which shows pages in frames without an origin, would show nothing."""
    file = tmp_path / "frame.html"
    page = argmap.to_html(debate).replace("&", "&amp;").replace('"', "&quot;")
    file.write_text(
        f'<!doctype html><meta charset=utf-8><iframe {sandbox} width=900 height=600 srcdoc="{page}"></iframe>',
        "utf-8",
    )
    tab.open(file)
    for _ in range(2):
        for kind in ("mousePressed", "mouseReleased"):
            tab.mouse(kind, 450, 350, button="left", clickCount=1)
        tab.frame()
    tab.key("Tab", "+")
    if not sandbox:
        tab.until("frames[0].document.documentElement.dataset.ready === 'yes'")
        assert tab.js("frames[0].document.querySelectorAll('.card').length") == len(debate.claims)


def seen_in(tab: Page) -> list[float]:
    """How large the page in the frame shows its map, and where the first claim is."""
    tab.frame()
    found: list[float] = tab.js(
        "(frame => (box => [+frame.querySelector('#picture > g').getAttribute('transform').match(/scale.(.*?).$/)[1],"
        " box.left, box.top])(frame.querySelector('.card').getBoundingClientRect()))(frames[0].document)"
    )
    return found


SIZED = "width:900px; height:600px"


@pytest.fixture
def framed(tab: Page, tmp_path: Path) -> Open:
    """Opens the page of a map in a frame of this style."""

    def open(map: argmap.ArgumentMap, fragment: str = "", *, style: str) -> Page:
        page = argmap.to_html(map).replace("&", "&amp;").replace('"', "&quot;")
        file = tmp_path / "outer.html"
        file.write_text(
            f'<!doctype html><meta charset=utf-8><iframe style="{style}" srcdoc="{page}"></iframe>',
            "utf-8",
        )
        tab.open(file)
        tab.until("frames[0].document.documentElement.dataset.ready === 'yes'")
        tab.js(f"frames[0].location.hash = '{fragment}'")
        return tab

    return open


@pytest.mark.parametrize(
    ("closed", "fragment"),
    [
        ("display:none", ""),
        ("display:none", "#claim-few"),
        ("width:0; height:0", "#claim-few"),
        ("width:900px; height:0", ""),
        ("width:30px; height:9px", ""),
    ],
)
def test_a_page_that_loads_unseen_arrives_when_it_is_shown(
    framed: Open, debate: argmap.ArgumentMap, closed: str, fragment: str
) -> None:
    """In a tab or a fold that is closed at first it would begin at a wrong place, as if it had no room."""
    tab = framed(debate, fragment, style=SIZED)
    wanted = seen_in(tab)
    tab.js("sessionStorage.clear()")
    tab = framed(debate, fragment, style=f"{closed}; border: 2px inset")
    tab.js(f"document.querySelector('iframe').style.cssText = '{SIZED}; border: 2px inset'")
    assert seen_in(tab) == pytest.approx(wanted, abs=0.2)


def test_a_page_keeps_its_place_while_it_is_not_seen(
    framed: Open, debate: argmap.ArgumentMap
) -> None:
    """A reader who closes a tab and opens it again would have lost the place."""
    tab = framed(debate, style=SIZED)
    tab.mouse("mouseWheel", 300, 200, deltaX=0, deltaY=-240)
    kept = seen_in(tab)
    tab.js("document.querySelector('iframe').style.display = 'none'")
    tab.frame()
    tab.js("document.querySelector('iframe').style.display = ''")
    assert seen_in(tab) == kept
    tab.js("document.querySelector('iframe').style.width = '700px'")
    assert seen_in(tab)[0] == kept[0]
    kept = seen_in(tab)
    tab = framed(debate, style="display:none")
    tab.frame()
    tab.js("document.querySelector('iframe').style.cssText = 'width:700px; height:600px'")
    assert seen_in(tab) == kept


def test_a_window_that_grows_shows_the_beginning_until_one_moves(
    shown: Open, debate: argmap.ArgumentMap, tab: Page
) -> None:
    """A page opened small would lie in a corner of a window that is made large."""
    tab.size(700, 400)
    page = shown(debate)
    tab.size(1280, 800)
    page.frame()
    grown = scale(page)
    page.click("#fit")
    assert scale(page) == grown
    page.click("#closer")
    closer = scale(page)
    tab.size(900, 800)
    page.frame()
    assert scale(page) == closer
