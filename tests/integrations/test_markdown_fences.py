"""Maps in Markdown, by Python-Markdown and by ``pymdownx.superfences``."""

from __future__ import annotations

import logging
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from markdown import Markdown, markdown

from argmap import Finding
from argmap.documents import Asked, Pictured, pictured
from argmap.integrations import markdown_fences as module
from argmap.integrations.markdown_fences import fence, validator
from argmap.source import SourceText

BY_SUPERFENCES = {
    "extensions": ["pymdownx.superfences"],
    "extension_configs": {
        "pymdownx.superfences": {
            "custom_fences": [
                {"name": name, "class": name, "format": fence, "validator": validator}
                for name in ("argdown", "argmap")
            ]
        }
    },
}
ALONE: dict[str, Any] = {"extensions": ["argmap", "fenced_code"]}
WAYS = pytest.mark.parametrize("way", [ALONE, BY_SUPERFENCES], ids=["alone", "superfences"])
TEXT = """\
# Rain

```argdown
[Wet]: The street is wet.
  + <Rain>: It *rained*.
```

```python
"argdown"
```

Again, ~~~argdown isn't one.

~~~argdown
[Wet]: The street is wet.
  + <Rain>: It *rained*.
~~~
"""


def figures(html: str) -> list[ET.Element]:
    """The figures of a page."""
    return [ET.fromstring(each) for each in re.findall("<figure.*?</figure>", html, re.DOTALL)]


def ids(figure: ET.Element) -> set[str]:
    """Every id in a figure."""
    return {each.attrib["id"] for each in figure.iter() if "id" in each.attrib}


@WAYS
def test_a_fence_is_a_picture(way: dict[str, Any]) -> None:
    """A page would show Argdown, or two pictures whose parts can't be told apart, or no other fence any more."""
    html = markdown(TEXT, **way)
    first, second = figures(html)
    assert "It rained." in "".join(first.itertext())
    assert not ids(first) & ids(second)
    assert "&quot;argdown&quot;" in html or '"argdown"' in html
    assert "<p>Again, ~~~argdown isn't one.</p>" in html
    assert "[Wet]" not in html
    assert markdown(TEXT, **way) == html


@WAYS
def test_options_stand_beside_the_language(way: dict[str, Any]) -> None:
    """A map could only be drawn in one way."""
    braces = '{ .wide #rain theme="dark" direction="left" evaluate="grounded" caption="Why & how" width="300" alt="Two claims." }'
    html = markdown(f"```argdown {braces}\n[A]: a\n  - [B]: b\n```\n", **way)
    (figure,) = figures(html)
    assert figure.attrib == {"class": "argmap wide", "id": "rain", "style": "width:300px"}
    (svg, caption) = figure
    assert caption.text == "Why & how"
    assert float(svg.attrib["width"]) > float(svg.attrib["height"])
    assert svg.attrib["style"] == "width:100%;height:auto"
    assert "Two claims." in "".join(svg.itertext())
    assert "rejected" in html
    (plain,) = figures(markdown('```argmap pro_first theme="light"\n[A]: a\n```\n', **way))
    assert plain.attrib == {"class": "argmap"}


def test_maps_in_lists_and_quotes() -> None:
    """A picture would fall out of the list it stands in, or take what follows with it."""
    html = markdown("- One:\n\n    ```argdown\n    [A]: a\n    ```\n\n- Two\n", **ALONE)
    assert re.search(r"<li>\s*<p>One:</p>\s*<figure.*</figure>\s*</li>\s*<li>", html, re.DOTALL)
    html = markdown("> ~~~argdown\n> [A]: a\n> ~~~\n>\n> End\n\nOut\n", **ALONE)
    assert re.search(
        r"<blockquote>\s*<figure.*</figure>\s*<p>End</p>\s*</blockquote>", html, re.DOTALL
    )
    html = markdown("> ~~~argdown\n> [A]: a\n\nOut\n", **ALONE)
    assert html.endswith("<p>Out</p>")


@WAYS
def test_what_is_wrong_stands_in_the_page_and_in_the_log(
    way: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """The build would break, or a broken map be missing without a word."""
    bad = '```argdown\n===\na: [<b>\n===\n```\n\n```argdown teme="dark"\n[A]: a\n```\n\n```argdown width="wide"\n[A]: a\n```\n'
    html = markdown(bad, **way)
    assert html.count('<div class="argmap-error">') == 3
    assert "a: [&lt;b&gt;" in html
    assert ["YAML" in caplog.text, "did you mean 'theme'" in caplog.text] == [True, True]
    assert "width: 'wide' is no length" in caplog.text
    assert {record.levelno for record in caplog.records} == {logging.WARNING}


def test_findings_are_logged(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is doubtful would go unseen, or a note would fail a strict build."""
    caplog.set_level(logging.INFO)
    monkeypatch.setitem(__import__("sys").modules, "mkdocs", module)
    markdown("Text\n\n```argdown\n[A]: a\n\n  + b\n```\n", **ALONE)
    assert [record.name for record in caplog.records] == ["mkdocs.plugins.argmap"]
    assert "the map in line 3:3:3: a blank line before a relation" in caplog.text
    caplog.clear()

    def noted(source: SourceText, wanted: Asked) -> Pictured:
        note = Finding("noted", "worth knowing", level="note")
        return evolve(pictured(source, wanted), findings=(note,))

    monkeypatch.setattr(module, "pictured", noted)
    markdown("```argdown\n[A]: a\n```\n", **ALONE)
    assert [record.levelno for record in caplog.records] == [logging.INFO]


def test_options_of_the_project() -> None:
    """Every map would have to say the same again."""
    settings: Any = {"extension_configs": {"argmap": {"options": {"theme": "print", "depth": 0}}}}
    html = markdown("~~~argdown\n[A]: a\n  + [B]: b\n~~~\n", extensions=["argmap"], **settings)
    assert "1 claim " in html
    assert "prefers-color-scheme" not in html


def test_documents_one_after_the_other() -> None:
    """Ids would hang on what was converted before, and other bytes come out of the same text."""
    md = Markdown(extensions=["argmap.integrations.markdown_fences"])
    text = "~~~argdown\n[A]: a\n~~~\n"
    assert md.convert(text) == md.reset().convert(text)
    assert md.convert("No map") == "<p>No map</p>"


@pytest.mark.parametrize(
    "payload", ["</figure><script>x()</script>", "<img src=x onerror=y()>", "]]>--><b>"]
)
def test_texts_stay_texts(payload: str) -> None:
    """A map of a stranger's would run a script in one's own site."""
    for text in (f"[A]: {payload}\n", f"===\na: [ {payload}\n===\n"):
        html = markdown(
            f'```argdown {{caption="{payload.replace(chr(34), "")}"}}\n{text}```\n', **ALONE
        )
        assert "<script" not in html
        assert "<img" not in html
        assert "<b>" not in html
