"""Adversarial cases H: SVG, HTML, Mermaid, Markdown, terminal out."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

import argmap
from argmap.drawing.markup import number, safe_url
from argmap.drawing.svg_writer import svg_text
from argmap.source import visible

case = pytest.mark.case
NS = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "style", "g", "rect", "path", "text", "tspan", "a"}


def drawn(text: str, **fields: Any) -> ElementTree.Element:
    """The drawing of a claim, its text and everything else hostile, as a tree."""
    draft = argmap.Draft(text, description=text)
    main = draft.claim(text, **fields)
    draft.support(
        main, by=draft.claim(text, title=text, said_by=text, group=draft.group(text)), label=text
    )
    tree = ElementTree.fromstring(argmap.draw(draft.map()).svg)
    assert {element.tag.removeprefix(NS) for element in tree.iter()} <= ELEMENTS
    for element in tree.iter():
        assert not [name for name in element.attrib if name.lower().startswith("on")]
    return tree


def letters(tree: ElementTree.Element) -> str:
    """All that is shown, without blanks."""
    return (
        "".join("".join(t.itertext()) for t in tree.iter(f"{NS}text"))
        .replace("\n", "")
        .replace(" ", "")
    )


@case(
    "H1",
    "texts `<script>…`, `</text><script>`, `]]>`, `-->`",
    "shown letter by letter; no other element in the SVG",
)
@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</text><script>alert(1)</script>",
        "]]><script>",
        "--><b>",
        "<![CDATA[<x>]]>",
        "<!ENTITY x>",
    ],
)
def test_h1_markup_in_texts(text: str) -> None:
    """A stranger's text would run in the reader's page."""
    assert text.replace(" ", "") in letters(drawn(text))


@case("H2", "titles `\" onload=\"x`, `' onload='x`, `` `x` ``", "shown; no attribute more")
@pytest.mark.parametrize("text", ['" onload="x', "' onload='x", "`x`", '"><script>', "x\ny\tz"])
def test_h2_quotes_in_titles(text: str) -> None:
    """A stranger's title would be an attribute that runs."""
    assert "".join(text.split()) in "".join(letters(drawn(text)).split())


@case(
    "H3",
    'ids `x" onclick="y`, `constructor`, `document`, `location`',
    "prefixed `argmap-`, escaped",
)
@pytest.mark.parametrize(
    "id", ['x" onclick="y', "constructor", "document", "location", "__proto__", "<b>"]
)
def test_h3_ids(id: str) -> None:
    """A page's own script would find a claim where it looks for its document."""
    tree = drawn("text", id=id)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert f"argmap-card-{id}" in ids
    assert all(str(each).startswith("argmap-") for each in ids)


@case(
    "H4",
    "links `javascript:` in eleven disguises, `data:`, `vbscript:`, `file:`, `//evil`, `blob:`",
    "no link; the source is text",
)
@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVa\tScript:alert(1)", " \u2001javascript:alert(1)", "java\u200bscript:x", "java\nscript:x", "data:text/html,x", "vbscript:x",
     "file:///etc/hostname", "//evil.example/x", "&#106;avascript:x", "view-source:http://x", "blob:http://x/y", "/etc", "http:/x", "https:evil"],
)  # fmt: skip # one a line would be a page
def test_h4_links_that_run(url: str) -> None:
    """A click would run what a stranger wrote."""
    assert safe_url(url) is None or not safe_url(url)
    draft = argmap.Draft()
    draft.claim("x", cites=draft.source("Source", url=url))
    tree = ElementTree.fromstring(argmap.draw(draft.map()).svg)
    assert not list(tree.iter(f"{NS}a"))
    assert "Source" in letters(tree)


@case(
    "H5",
    '`https://a/?x="><script>`, look-alike hosts, `https://user@host`',
    "a link, escaped, without access to the opener",
)
@pytest.mark.parametrize(
    "url", ['https://a/?x="><script>', "https://\u0430pple.example/", "https://user@host/"]
)
def test_h5_odd_links(url: str) -> None:
    """An address would end its attribute, or the page behind it reach back."""
    draft = argmap.Draft()
    draft.claim("x", cites=draft.source("Source", url=url))
    (link,) = ElementTree.fromstring(argmap.draw(draft.map()).svg).iter(f"{NS}a")
    assert link.get("href") == url
    assert link.get("rel") == "noopener noreferrer"


@case("H6", "a theme's font that is markup or style", "refused when the theme is made")
@pytest.mark.parametrize(
    "font", ['x" onfocus="y', "x; background: url(http://x)", "</style>", "x'", ""]
)
def test_h6_fonts(font: str) -> None:
    """A font's name stands in an attribute that styles the whole drawing."""
    with pytest.raises(ValueError, match="fonts"):
        argmap.Theme(fonts=(font,))


@case("H7", "a colour `red;}`, `url(…)`, `expression()`", "refused when the palette is made")
@pytest.mark.parametrize("colour", ["red;}", "url(http://x)", "expression(1)", "#12345g", "red"])
def test_h7_colours(colour: str) -> None:
    """A colour would fetch something, or end its rule."""
    from attrs import evolve

    with pytest.raises(ValueError, match="colour"):
        evolve(argmap.Theme().palette, ink=colour)


@case("H8", "a text with VT, NUL, U+FFFE", "no map holds one: refused with the invariant's name")
@pytest.mark.parametrize("character", ["\x0b", "\0", "\ufffe", "\ud800", "\x1b"])
def test_h8_no_text_of_xml(character: str) -> None:
    """The SVG would not be well-formed, and not be shown at all."""
    with pytest.raises(argmap.InvalidMap, match="legal-text"):
        argmap.ArgumentMap(claims=(argmap.Claim("a", f"x{character}"),))


@case(
    "H9",
    "10,000 claims; a text of 100,000 letters without a blank",
    "drawn, wrapped by force (10,000 claims: tests/drawing/test_big_maps.py)",
)
def test_h9_too_much_to_draw() -> None:
    """A card would be a kilometre wide."""
    drawing = argmap.draw(argmap.ArgumentMap(claims=(argmap.Claim("a", "x" * 100_000),)))
    assert drawing.layout.width < 2_000
    many = argmap.ArgumentMap(claims=tuple([argmap.Claim(f"c{n}", "x") for n in range(1_000)]))
    assert argmap.draw(many).svg.count('role="listitem"') == 1_000


@case("H10", "coordinates NaN, inf, 1e300, -0", "refused; `-0` is written `0`")
@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_h10_coordinates(value: float) -> None:
    """A drawing would be cut off at the first of them."""
    with pytest.raises(ValueError):
        number(value)
    with pytest.raises(ValueError):
        argmap.draw(argmap.ArgumentMap(claims=(argmap.Claim("a"),)), scale=value)
    assert number(-0.0) == "0"
    assert number(-0.0001) == "0"
    assert "e" not in number(1e21) if isinstance(number(1e21), str) else True


@case(
    "H11", "a bidi override in one label", "stands alone in its element, which ends its direction"
)
def test_h11_bidi() -> None:
    """The next label would read backwards."""
    draft = argmap.Draft()
    draft.support(draft.claim("\u202eabc"), by=draft.claim("def"))
    texts = [
        "".join(t.itertext())
        for t in ElementTree.fromstring(argmap.draw(draft.map()).svg).iter(f"{NS}text")
    ]
    assert [text for text in texts if "\u202e" in text] == ["\u202eabc"]


HOSTILE = '"]; click A "javascript:x" %%{init: {}}%% `md` end $$ <img onerror=x> [x](javascript:y) # h | \\'


@case(
    "H13",
    'Mermaid: `"]; click A "javascript:…"`, `%%{init…}%%`, `` `md` ``, `end`, `$$`, `<img onerror>`',
    "every mark written as `#code;`",
)
def test_h13_mermaid() -> None:
    """A label would be a directive or a handler."""
    text = argmap.render(argmap.ArgumentMap(claims=(argmap.Claim("a", HOSTILE),)), "mermaid").text
    (label,) = re.findall(r'n0\["(.*)"\]', text)
    assert re.fullmatch(r"(?:[A-Za-z0-9 ]|#\d+;)*", label)
    assert re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label) == HOSTILE


@case(
    "H14",
    "Markdown: `[x](javascript:)`, `<b>`, `# h`, `1.`, `\\`, `|` in a table",
    "escaped; read again as it was",
)
@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "[x](javascript:y)",
        "<b>x</b>",
        "# h",
        "1. x",
        "\\",
        "a | b",
        "- x",
        "```",
        "![x](http://x)",
        "&lt;",
    ],
)
def test_h14_markdown(text: str) -> None:
    """A page made of it would hold a stranger's markup."""
    made = argmap.render(argmap.ArgumentMap(claims=(argmap.Claim("a", text),)), "markdown").text
    assert not re.search(r"(?<!\\)<\w|(?<!\\)\]\(", made)
    assert argmap.parse(made, format="markdown").map.claims[0].text == text


@case(
    "H15",
    "CSV: `=cmd|…`, `+1`, `@SUM`, a leading tab",
    "`'` before it on request (`safe=True`); documented",
)
@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx"])
def test_h15_formulas(text: str) -> None:
    """A spreadsheet would run a stranger's text."""
    map = argmap.ArgumentMap(claims=(argmap.Claim("a", text),))
    rendering = argmap.render(map, "csv", safe=True)
    assert f"'{text}" in rendering.text
    assert rendering.losses
    assert argmap.parse(argmap.render(map, "csv").text, format="csv").map == map


@case(
    "H16",
    "terminal: `ESC[2J`, `ESC]0;title`, OSC 8, `\\r`, BEL in ids and messages",
    "shown as escapes",
)
@pytest.mark.parametrize(
    "text",
    ["\x1b[2J", "\x1b]0;title\x07", "\x1b]8;;http://x\x1b\\", "\r", "\x07", "\u202e", "\x9b2J"],
)
def test_h16_terminals(text: str) -> None:
    """A document would move the cursor, or hide what was said."""
    assert text not in visible(text)
    assert visible(text).isprintable()
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse(f'{{"argmap": 1, "{text}', format="json")
    assert str(caught.value).replace("\n", "").isprintable()


@case(
    "H17",
    "an error's message in a page of HTML",
    "plain text, to be escaped where it goes; SECURITY.md says so",
)
def test_h17_messages_in_pages() -> None:
    """A message would be taken for markup that is safe."""
    with pytest.raises(argmap.ReadError) as caught:
        argmap.parse('{"argmap": 1, "claims": "<script>"', format="json")
    assert "<script>" in str(caught.value)
    assert "<script>" not in escape(str(caught.value))


@case(
    "H12",
    "five routes to a script in an HTML export",
    "letters like others; the page's policy allows argmap's own script alone, or none",
)
@pytest.mark.parametrize("static", [False, True])
def test_h12_pages(static: bool) -> None:
    """A claim would run in the page of whoever reads it."""
    routes = [
        "<script>alert(1)</script>",
        "</script></svg><svg onload=alert(1)>",
        "<animate onbegin=alert(1)>",
        "<foreignObject><img src=x onerror=alert(1)></foreignObject>",
        "\tjava\nscript:alert(1)",
    ]
    draft = argmap.Draft(routes[0], description=routes[1])
    for route in routes:
        draft.claim(route, title=route, cites=draft.source(route, url=route), said_by=route)
    page = argmap.to_html(draft.map(), static=static)
    found: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.extend(  # type: ignore[method-assign]  # shorter than a class
        [
            tag,
            *[name for name, _ in attrs],
            *[value or "" for name, value in attrs if name == "href"],
        ]
    )
    parser.feed(page)
    assert found.count("script") == (0 if static else 2)
    assert not {"img", "animate", "foreignobject"}.intersection(found)
    assert not [each for each in found if each.startswith("on") or "java" in each]
    assert ("script-src 'sha256-" in page) is not static
    assert "default-src 'none'" in page


@case("H18", "two drawings in one page", "ids and classes don't collide with two prefixes")
def test_h18_two_drawings(pair: argmap.ArgumentMap) -> None:
    """The second drawing would be named by the title of the first."""
    scene = argmap.draw(pair).scene
    found = [
        set(re.findall(r' id="([^"]*)"', svg_text(scene, prefix=prefix)))
        for prefix in ("argmap", "second")
    ]
    assert found[0]
    assert not found[0] & found[1]
    with pytest.raises(ValueError, match="a prefix is a name"):
        svg_text(scene, prefix='x" onload="y')
