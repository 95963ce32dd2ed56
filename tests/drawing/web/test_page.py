"""Pages without a browser: what stands in them, that nothing but our own script could run, and what options do."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

import argmap
from argmap.drawing.reading_order import reading_order
from argmap.drawing.theme import THEMES
from argmap.drawing.web import HTML
from argmap.drawing.web.assets import filled, script, skeleton, style
from argmap.drawing.web.colours import colours, mode
from argmap.drawing.web.outline import DEEPEST, fragment
from argmap.drawing.web.shapes import Shapes, short
from argmap.errors import UnknownId, UnknownName
from argmap.jsontext import parse_json
from argmap.source import SourceText
from argmap.strategies import maps
from tests.profiles import examples

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "--> ]]> </style></title>",
    "\u2028\u2029{{data}}{{script}}",
    "\"'`&quot;&lt;",
    "javascript:alert(1)",
)


class Elements(HTMLParser):
    """Every element with its attributes, and the text in it up to the next one."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.inside = False
        self.open = 0
        self.deepest = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.found.append((tag, dict(attrs)))
        self.texts.append("")
        self.inside = True
        self.open += tag == "ul"
        self.deepest = max(self.deepest, self.open)

    def handle_endtag(self, tag: str) -> None:
        """Count lists."""
        self.inside = False
        self.open -= tag == "ul"

    def handle_data(self, data: str) -> None:
        """Note it."""
        if self.inside:
            self.texts[-1] += data

    def of(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        """The elements of a kind with their texts."""
        return [
            (attributes, text)
            for (each, attributes), text in zip(self.found, self.texts, strict=True)
            if each == tag
        ]


def data(page: str) -> dict[str, Any]:
    """What the page gives its script."""
    ((_, text),) = [each for each in Elements(page).of("script") if each[0].get("type")]
    value: dict[str, Any] = parse_json(SourceText("data", text)).value  # type: ignore[assignment]  # an object
    return value


def digest(text: str) -> str:
    """The source expression of a hash."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def hostile() -> argmap.ArgumentMap:
    """A map that means harm with every text it has."""
    first, *others = HOSTILE
    draft = argmap.Draft(first, description=others[0], language=first)
    main = draft.claim(first, id=first, title=others[1])
    for text in HOSTILE:
        source = draft.source(text, url=text, authors=[text], date=text)
        claim = draft.claim(
            text,
            id=f"{text} ",
            title=text,
            wordings=[f"{text}!"],
            said_by=text,
            tags=[text],
            group=draft.group(text),
            cites=argmap.Citation(source.id, text, locator=text),
        )
        step = draft.support(main, by=claim, label=text, scheme=text)
        draft.undercut(step, by=draft.claim(f"no {text}"), said_by=text, tags=[text])
    return draft.map()


@pytest.mark.parametrize("static", [False, True])
def test_the_policy_allows_our_own_alone(static: bool) -> None:
    """A script of a stranger's could run, or ours couldn't."""
    page = argmap.to_html(hostile(), static=static)
    elements = Elements(page)
    policies = [each["content"] for each, _ in elements.of("meta") if each.get("http-equiv")]
    scripts = [text for each, text in elements.of("script") if "type" not in each]
    styles = [text for _, text in elements.of("style")]
    assert scripts == ([] if static else [script()])
    allowed = f"script-src {digest(script())}; " if scripts else ""
    (policy,) = policies
    assert policy == (
        f"default-src 'none'; {allowed}style-src {' '.join(map(digest, styles))}; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    head = page[: page.index("<title>")]
    assert "http-equiv" in head
    assert "<script" not in head
    assert "<style" not in head


@pytest.mark.parametrize("static", [False, True])
def test_no_text_becomes_an_element(static: bool) -> None:
    """What somebody writes into a claim would be a part of the page."""
    calm = argmap.to_html(argmap.Draft("a").map(), static=static)
    page = argmap.to_html(hostile(), static=static)
    known = {tag for tag, _ in Elements(calm).found} | {
        "ul",
        "li",
        "b",
        "q",
        "a",
        "dl",
        "dt",
        "dd",
        "summary",
        "details",
        "p",
        "span",
        "desc",
        "tspan",
        "text",
        "title",
        "g",
        "rect",
        "path",
    }
    elements = Elements(page)
    assert {tag for tag, _ in elements.found} <= known
    for _, attributes in elements.found:
        assert not [
            name
            for name in attributes
            if name.startswith("on") or name in ("style", "src", "srcdoc")
        ]
        assert not (attributes.get("href") or "").lower().startswith(("javascript", "data"))


def test_data_is_inert_and_whole() -> None:
    """A text would end the element that holds the data, or come out another."""
    page = argmap.to_html(hostile())
    raw = page[page.index('<script id="data"') :]
    raw = raw[raw.index(">") + 1 : raw.index("</script>")]
    assert not re.search("[<>&\u2028\u2029]", raw)
    told = data(page)
    assert [claim["text"] for claim in told["claims"] if claim["id"] == HOSTILE[0]] == [HOSTILE[0]]
    assert {each for claim in told["claims"] for each in claim.get("tags", [])} == set(HOSTILE)
    assert all("url" not in source for source in told["sources"].values())
    assert [source["address"] for source in told["sources"].values()] == list(HOSTILE)


@settings(deadline=None, max_examples=examples(25))
@given(maps(hostile=True))
def test_any_map_is_a_page(map: argmap.ArgumentMap) -> None:
    """Some map would end in an error."""
    assert len(Elements(argmap.to_html(map)).of("script")) == 2
    elements = Elements(argmap.to_html(map, static=True))
    assert not elements.of("script")
    ids = [each["id"] for _, each in elements.found if "id" in each]
    assert len(ids) == len(dict.fromkeys(ids))
    items = [each for each in ids if each and each.startswith("claim-")]
    assert sorted(items) == sorted(fragment(id) for id in reading_order(map))


def test_the_data_has_what_the_drawing_shows(debate: argmap.ArgumentMap) -> None:
    """The page would show less than the picture, or elsewhere."""
    drawing = argmap.draw(debate)
    told = data(argmap.to_html(debate))
    assert [claim["id"] for claim in told["claims"]] == [card.id for card in drawing.view.cards]
    assert [joint["id"] for joint in told["joints"]] == ["step"]
    assert len(told["lines"]) == len(drawing.view.wires)
    places = [place for place in drawing.layout.boxes if place.id != "step"]
    boxes = {
        place.id: [short(each) for each in (place.x, place.y, place.width, place.height)]
        for place in places
    }
    assert {claim["id"]: claim["at"] for claim in told["claims"]} == boxes
    assert [frame["id"] for frame in told["frames"]] == ["town"]
    assert [link["id"] for link in told["links"]] == [link.id for link in debate.links]
    assert told["schemes"] == {"from-fairness": {"name": "from fairness"}}


def test_facts_say_only_what_there_is(debate: argmap.ArgumentMap) -> None:
    """Empty words would stand in the page, or a weight of nothing be lost."""
    draft = debate.draft()
    draft.claim("Nothing", id="nothing", weight=0)
    draft.conflict("cars", "few", id="both", contradictory=True)
    draft.rephrase("cars", by="few", manner="specialises", id="again")
    draft.rephrase("cars", by="cost", id="same")
    told = data(argmap.to_html(draft.map(), marks={"both": argmap.Mark("accepted", 0)}))
    (nothing,) = [claim for claim in told["claims"] if claim["id"] == "nothing"]
    assert nothing.keys() == {"id", "text", "said", "role", "weight", "at", "shapes"}
    assert nothing["weight"] == 0
    links = {link["id"]: link for link in told["links"]}
    assert links["both"]["contradictory"] is True
    assert links["both"]["mark"] == "accepted, strength 0"
    assert links["again"]["manner"] == "specialises"
    assert links["same"].keys() == {"id", "kind", "ends"}


def test_what_is_said_leaves_out_what_is_on_the_card(debate: argmap.ArgumentMap) -> None:
    """A verdict would be heard twice."""
    told = data(argmap.to_html(debate, marks={"few": argmap.Mark("accepted")}))
    (few,) = [claim for claim in told["claims"] if claim["id"] == "few"]
    assert few["said"] == ["Claim: ", " Objects to: Fewer cars pay for it."]


def test_options_are_those_of_drawings(debate: argmap.ArgumentMap) -> None:
    """An option would be taken in silence, or not at all."""
    near = data(argmap.to_html(debate, focus="few", depth=1))
    assert [claim["id"] for claim in near["claims"]] == ["cars", "few"]
    assert [link["id"] for link in near["links"]] == ["doubt"]
    assert data(argmap.to_html(debate, direction="right"))["direction"] == "right"
    tall = data(argmap.to_html(debate, engine="outline"))
    assert tall["size"] != data(argmap.to_html(debate))["size"]
    with pytest.raises(UnknownName, match="pink"):
        argmap.to_html(debate, theme="pink")
    with pytest.raises(UnknownName, match="sideways"):
        argmap.to_html(debate, direction="sideways")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(UnknownId):
        argmap.to_html(debate, focus="nobody")
    with pytest.raises(ValueError, match="max_width"):
        argmap.to_html(debate, max_width=-1)


def test_a_part_tells_that_more_is_not_shown(debate: argmap.ArgumentMap) -> None:
    """Who sends a part of a map would send all of it, or nobody would see that it is a part."""
    for part in (
        argmap.to_html(debate, focus="cost", depth=0),
        argmap.to_html(debate.view(focus="cost", depth=0)),
    ):
        told = data(part)
        assert [claim["id"] for claim in told["claims"]] == ["cost"]
        assert len(told["joints"]) == 2
        assert told["links"] == []
        assert (told["sources"], told["groups"], told["schemes"]) == ({}, {}, {})
        for word in ("Fewer cars", "Buses should", "example.org", "Town"):
            assert word not in part
    said = items(argmap.to_html(debate, focus="cost", depth=0, static=True))
    assert [re.sub("Details", " ", each).split("+")[-1] for each in said[1:]] == ["1 not shown"] * 2


def test_a_reading_is_shown_as_it_is_read() -> None:
    """Argdown's arguments would be told of as claims that the map doesn't have."""
    map = argmap.loads(
        "[A]: a\n  + <B>: b\n\n<B>\n\n(1) one\n(2) two\n----\n(3) [A]\n", format="argdown"
    )
    told = data(argmap.to_html(map, reading="argdown"))
    assert [claim["text"] for claim in told["claims"]] == [
        card.text for card in argmap.draw(map, reading="argdown").view.cards
    ]


def test_it_is_a_format(debate: argmap.ArgumentMap, tmp_path: Path) -> None:
    """`argmap.write` wouldn't know pages."""
    argmap.write(debate, tmp_path / "map.html")
    assert (tmp_path / "map.html").read_text("utf-8") == argmap.to_html(debate)
    assert argmap.dumps(debate, "html", static=True) == argmap.to_html(debate, static=True)
    assert HTML.picture
    assert HTML.read is None


def test_languages_are_those_there_are() -> None:
    """A text in the place of a language would be believed."""
    assert '<main id="map" lang="de">' in argmap.to_html(argmap.Draft("t", language="de").map())
    assert '<main id="map">' in argmap.to_html(argmap.Draft("t", language='"x').map())
    assert '<html lang="en"' in argmap.to_html(argmap.Draft("t", language="de").map())


@pytest.mark.parametrize(
    ("theme", "begins", "day", "night"),
    [
        (THEMES["auto"], "auto", "#ffffff", "#0d1117"),
        (THEMES["light"], "day", "#ffffff", "#0d1117"),
        (THEMES["dark"], "night", "#ffffff", "#0d1117"),
        (evolve(THEMES["light"], palette=evolve(THEMES["light"].palette, background="#fffff0")), "day", "#fffff0", "#0d1117"),
        (evolve(THEMES["dark"], palette=evolve(THEMES["dark"].palette, background="#000001")), "night", "#ffffff", "#000001"),
    ],
)  # fmt: skip # one a line would be a page
def test_themes_have_a_day_and_a_night(
    theme: argmap.Theme, begins: str, day: str, night: str
) -> None:
    """The switch would do nothing, or turn a light theme off for good."""
    assert mode(theme) == begins
    rules = colours(theme)
    assert re.findall("--background:(#[0-9a-f]{6})", rules) == [day, night, night]
    assert f'data-mode="{begins}"' in argmap.to_html(argmap.Draft("t").map(), theme=theme)


def test_shapes_tell_lines_by_their_places() -> None:
    """A wording would stand in the page twice, or a line be another than was measured."""
    shapes = Shapes()
    told = data(argmap.to_html(argmap.Draft("t").map()))
    assert told["claims"] == []
    draft = argmap.Draft()
    draft.claim("one two three four five six seven eight nine ten eleven", id="plain")
    draft.claim("👩‍👩‍👧‍👦 beyond the first plane of characters", id="far")
    told = data(argmap.to_html(draft.map()))
    looks = told["looks"]
    for claim in told["claims"]:
        lines = [
            line for look, *rest in claim["shapes"] if looks[look][0] == "text" for line in rest
        ]
        pieces = [claim["text"][line[3] : line[4]] if len(line) == 5 else line[3] for line in lines]
        assert " ".join(pieces) == claim["text"]
        assert {len(line) for line in lines} == ({5} if claim["id"] == "plain" else {4})
    assert shapes.looks() == []


def test_the_script_is_whole() -> None:
    """A part of it would be missing, or end its own element."""
    parts = sorted(Path(argmap.__file__).parent.glob("drawing/web/script/*.js"))
    assert len(parts) == 12
    for part in parts:
        assert part.read_text("utf-8") in script()
    assert "</script" not in script().lower()
    assert "<!--" not in script()
    for kind in ("interactive", "static"):
        assert "</style" not in style(kind).lower()
        assert not re.search(r"url\(|@import|http", style(kind))


def test_parts_of_a_page_are_not_looked_through_again() -> None:
    """A claim that says {{script}} would get one."""
    assert filled("<{{a}}{{b}}>", {"a": "{{b}}", "b": "x"}) == "<{{b}}x>"
    assert "{{" in skeleton("static")


def items(page: str) -> list[str]:
    """The lines of an outline without markup."""
    outline = page[page.index('<section class="outline"') :]
    return [re.sub("<[^>]*>", "", line).strip() for line in outline.splitlines() if "<li" in line]


def test_the_outline_says_how_claims_bear_on_each_other(debate: argmap.ArgumentMap) -> None:
    """Who has no picture would have half of the map."""
    said = items(argmap.to_html(debate, static=True))
    assert [re.sub("Details.*", "", each).strip() for each in said] == [
        "Free buses Buses should be free.",
        "+supports so",
        "+premise Fares hit the poor.",
        "+premise The poor ride most.",
        "×undercuts the step Some of the poor walk.",
        "−objects to Somebody has to pay.",
        "−objects to Fewer cars pay for it.",
        "−objects to Few leave their cars.",
    ]


def test_details_tell_all_there_is(debate: argmap.ArgumentMap) -> None:
    """Who says it, where, and how it is held would be lost on paper."""
    draft = debate.draft()
    draft.source("Bad", id="bad", url="javascript:x")
    draft.claim(
        "w", id="w", wordings=["v"], cites=[argmap.Citation("bad", "said so", locator="p. 3")]
    )
    scheme = draft.scheme("Authority", questions=["Is it one?"], id="authority")
    draft.support("free", by="w", scheme=scheme, id="by-w", weight=0.25)
    why = {
        "w": argmap.Mark("rejected", why="It isn't."),
        "few": argmap.Mark(strength=0.5),
        "cost": argmap.Mark(by="x"),
    }
    page = argmap.to_html(draft.map(), static=True, marks=why)
    for part in (
        "<dt>Said by</dt><dd>Ann</dd>",
        '<dt>Source</dt><dd><a href="https://example.org/paper" rel="noopener noreferrer">Paper</a>, 2020</dd>',
        "<dt>Source</dt><dd>Bad (javascript:x), p. 3<q>said so</q></dd>",
        "<dt>Also put as</dt><dd>v</dd>",
        "<dt>Held as</dt><dd>questioned</dd>",
        "<dt>Scheme</dt><dd>Authority</dd>",
        "<dt>Critical question</dt><dd>Is it one?</dd>",
        "<dt>Weight</dt><dd>0.25</dd>",
        "<dt>Tags</dt><dd>money, tax</dd>",
        "<dt>Group</dt><dd>Town</dd>",
        "<dt>Why</dt><dd>It isn&#39;t.</dd>".replace("&#39;", "'"),
        '<span class="mark rejected">rejected</span>',
        '<span class="mark strength">strength 0.5</span>',
    ):
        assert part in page, part
    assert page.count('<span class="mark') == 2


def test_what_stands_twice_is_told_once() -> None:
    """A circle would never end, or a shared claim be read again and again."""
    draft = argmap.Draft()
    a, b = draft.claim("a" * 90, id="a"), draft.claim("b", id="b", title="Bee")
    first = draft.support(a, by=b, label="so")
    draft.support(b, by=a)
    draft.rebut(a, by=b)
    other = draft.claim("c", id="c")
    draft.undercut(first, by=other, id="cut", label="but")
    draft.conflict(a, other)
    said = items(argmap.to_html(draft.map(), static=True))
    assert sum("Bee" in each for each in said) == 2
    page = argmap.to_html(draft.map(), static=True)
    assert f'<a href="#claim-a">{"a" * 80}…</a>' in page
    assert "can't both stand" in page or "can&#39;t both stand" in page


def test_a_step_met_again_is_named() -> None:
    """A step that two others aim at would be told of twice, or be an empty line."""
    draft = argmap.Draft()
    a, b, c = (draft.claim(id, id=id) for id in "abc")
    plain = draft.support(a, by=b, id="plain")
    named = draft.support(a, by=c, id="named", label="so")
    draft.prefer(plain, over=named)
    draft.prefer(named, over=plain)
    said = items(argmap.to_html(draft.map(), static=True))
    assert any("a step told of above" in each or "so" in each for each in said)


def test_deep_maps_have_flat_ends() -> None:
    """A browser gives up on lists in a thousand lists."""
    draft = argmap.Draft()
    claim = draft.claim("0", id="0")
    for number in range(1, 300):
        below = draft.claim(str(number), id=str(number))
        draft.support(claim, by=below)
        claim = below
    elements = Elements(argmap.to_html(draft.map(), static=True))
    assert elements.deepest == DEEPEST
    assert elements.open == 0
    assert sum(tag == "li" for tag, _ in elements.found) == 300


def test_places_have_plain_names() -> None:
    """A claim's id would break its address."""
    assert fragment("a b/ü-1_") == "claim-a%20b%2F%C3%BC-1%5F"
    assert fragment("\ud800") == "claim-%3F"


def test_a_static_page_has_its_title_once(debate: argmap.ArgumentMap) -> None:
    """It would stand above the picture and in it."""
    page = argmap.to_html(debate, static=True)
    assert page.count(">Buses<") == 3  # the document's title, the heading, the picture's name
    assert "<p>Should buses be free?</p>" in page
    assert "<p>" not in argmap.to_html(argmap.Draft("t").map(), static=True)


def test_an_empty_outline_is_none() -> None:
    """An empty list would be read aloud."""
    assert "<ul>" not in argmap.to_html(argmap.Draft("t").map(), static=True)
