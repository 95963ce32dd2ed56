"""Sixty texts that would run a script, through every place of a drawing, opened in a real browser in four ways: none runs."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import argmap
from tests.chromium import dumped, needs_chromium

pytestmark = [pytest.mark.slow, needs_chromium]

RUN = "document.documentElement.setAttribute('data-ran','yes');top.document.documentElement.setAttribute('data-ran','yes')"
SHORT = RUN.replace("'", "&#39;")
ENCODED = base64.b64encode(
    f"<svg xmlns='http://www.w3.org/2000/svg'><script>{RUN}</script></svg>".encode()
).decode()

ELEMENTS = [
    "<script>{}</script>", "<script xmlns='http://www.w3.org/1999/xhtml'>{}</script>", "<SCRIPT>{}</SCRIPT>", "<script\n>{}</script\n>",
    "<script/x>{}</script>", "<svg:script>{}</svg:script>", "<scr<script>ipt>{}</script>", "<script><![CDATA[{}]]></script>",
]  # fmt: skip # one a line would be a page
CLOSERS = [
    "</text>",
    "</tspan></text>",
    "</title>",
    "</desc>",
    "</style>",
    "]]>",
    "-->",
    "</g></svg>",
    '"/>',
    "'/>",
    '">',
]
HANDLERS = [
    "onload", "onclick", "onfocus", "onmouseover", "onbegin", "onerror", "onanimationstart", "ontoggle",
]  # fmt: skip # one a line would be a page
OTHERS = [
    f'<animate onbegin="{RUN}" attributeName=x dur=1s />',
    f'<set attributeName=href to="javascript:{RUN}"/>',
    f"<foreignObject><img xmlns='http://www.w3.org/1999/xhtml' src=x onerror=\"{RUN}\"/></foreignObject>",
    f"<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src=\"javascript:{RUN}\"/></foreignObject>",
    f'<use href="data:image/svg+xml;base64,{ENCODED}#x"/>',
    f'<image href="data:image/svg+xml;base64,{ENCODED}"/>',
    f'<img src=x onerror="{RUN}">',
    f'<iframe srcdoc="<script>{RUN}</script>"></iframe>',
    f'<object data="data:text/html;base64,{ENCODED}"></object>',
    f'<embed src="data:image/svg+xml;base64,{ENCODED}">',
    f'<details open ontoggle="{RUN}">',
    f'<body onload="{RUN}">',
    f'<video><source onerror="{RUN}"></video>',
    f"<style>@import 'javascript:{RUN}';</style>",
    f'<link rel=stylesheet href="javascript:{RUN}">',
    f'<meta http-equiv=refresh content="0;url=javascript:{RUN}">',
    f'<?xml-stylesheet href="javascript:{RUN}"?>',
    f'<!DOCTYPE svg [<!ENTITY x "<script>{RUN}</script>">]>&x;',
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f"\\u003cscript\\u003e{RUN}",
    f'<noscript><p title="</noscript><img src=x onerror={SHORT}>">',
    f"<math><mtext><script>{RUN}</script></mtext></math>",
    f"<template><script>{RUN}</script></template>",
    f"${{{RUN}}}{{{{{RUN}}}}}",
]  # fmt: skip # one a line would be a page
URLS = [
    f"javascript:{RUN}", f"JaVaScRiPt:{RUN}", f"java\tscript:{RUN}", f" javascript:{RUN}", f"java\u200bscript:{RUN}", f"data:text/html;base64,{ENCODED}",
    f'https://x.example/"><script>{RUN}</script>', f"https://x.example/' onload='{RUN}",
]  # fmt: skip # one a line would be a page
PAYLOADS = (
    *[each.format(RUN) for each in ELEMENTS],
    *[f"{closer}<script>{RUN}</script>" for closer in CLOSERS],
    *[f'" {name}="{RUN}' for name in HANDLERS],
    *[f"' {name}='{RUN.replace(chr(39), chr(34))}" for name in HANDLERS],
    *OTHERS,
)


def debate(payloads: tuple[str, ...]) -> str:
    """The drawing of a map with each payload in every text that is drawn, and each address as a source's."""
    draft = argmap.Draft(payloads[0], description=payloads[1], language=payloads[2])
    main = draft.claim("Main", id=f"main{payloads[3]}")
    for number, text in enumerate(payloads):
        source = draft.source(text, url=URLS[number % len(URLS)])
        claim = draft.claim(
            text,
            id=f"{number}{text}",
            title=text,
            said_by=text,
            cites=source,
            group=draft.group(text),
            wordings=[f"{text} "],
        )
        step = draft.support(main, by=claim, label=text, scheme=text)
        draft.undercut(step, by=draft.claim(f"no {number}{text}"), label=text)
    return argmap.draw(draft.map()).svg


def opened(file: Path) -> str:
    """The page as the browser sees it after two seconds of its own time."""
    return dumped(file, "--allow-file-access-from-files")


def pages(svg: str, folder: Path) -> dict[str, Path]:
    """The four ways to open a drawing, as files."""
    made = {
        name: folder / f"{name}.{suffix}"
        for name, suffix in (
            ("direct", "svg"),
            ("inline", "html"),
            ("image", "html"),
            ("object", "html"),
        )
    }
    made["direct"].write_text(svg, "utf-8")
    head = "<!doctype html><meta charset=utf-8><body>"
    made["inline"].write_text(head + svg, "utf-8")
    made["image"].write_text(f"{head}<img src=direct.svg>", "utf-8")
    made["object"].write_text(
        f"{head}<object data=direct.svg type=image/svg+xml></object><iframe src=direct.svg></iframe>",
        "utf-8",
    )
    return made


def test_there_are_sixty(record_property: Callable[[str, object], None]) -> None:
    """Fewer would be tried than are told of."""
    found = dict.fromkeys((*PAYLOADS, *URLS))
    assert len(found) >= 60
    record_property("payloads", len(found))


def test_the_browser_would_run_them(tmp_path: Path) -> None:
    """The tests below would pass for a browser that runs nothing."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><script>{RUN}</script></svg>'
    for name, file in pages(svg, tmp_path).items():
        assert ("data-ran" in opened(file)) is (name != "image"), name


@pytest.mark.parametrize("way", ["direct", "inline", "image", "object"])
def test_no_script_of_a_map_runs(way: str, tmp_path: Path) -> None:
    """A stranger's map would act in the name of whoever looks at it."""
    svg = debate(PAYLOADS)
    seen = opened(pages(svg, tmp_path)[way])
    assert not re.search(r"<(?:html|svg)[^>]* data-ran", seen)
    if way in ("direct", "inline"):
        assert seen.count('role="listitem"') == 2 * len(PAYLOADS) + 1
        assert not re.search(
            r"<(script|img|iframe|object|foreignObject|animate)\b", seen, re.IGNORECASE
        )
