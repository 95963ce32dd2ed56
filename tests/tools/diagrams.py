"""Holds what D2, Mermaid and PlantUML show of maps to what the maps say: every map of the examples, and one of hostile texts.

Usage: ``npm install @terrastruct/d2 mermaid`` anywhere, then in the project's folder

``python -m tests.tools.diagrams d2 node_modules/@terrastruct/d2/dist/node-esm/index.js`` (Node is needed),
``python -m tests.tools.diagrams mermaid node_modules/mermaid/dist/mermaid.min.js`` (Chromium is), or
``python -m tests.tools.diagrams plantuml plantuml.jar`` (Java is).

It prints a line for each map, and ends with 1 if a diagram wasn't drawn, a text was changed, or a script ran.
"""

from __future__ import annotations

import contextlib
import html
import io
import json
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import argmap
from argmap.drawing.labels import SIGNS, card_lines, joint_label
from argmap.drawing.view import view
from tests.chromium import dumped

__all__ = ["HOSTILE", "READERS", "ROOT", "differences", "hostile", "maps"]

ROOT = Path(__file__).parents[2]
_SVG = "http://www.w3.org/2000/svg"
D2_PROGRAM = Path(__file__).with_name("d2_labels.mjs")

HOSTILE = (
    '"]; click A "javascript:alert(1)"',
    "%%{init: {'theme': 'dark'}}%%",
    "`md` **b** _i_",
    "end",
    "subgraph x",
    "$$x^2$$",
    "${x} $x $",
    "<img src=x onerror=\"document.title='ran'\">",
    "<script>document.title='ran'</script>",
    "#quot; #35; &lt; &#60;",
    "# a comment",
    "a --> b",
    "a -> b: {style.fill: red}",
    "A[b] & C((d)) ::: e",
    "1. one",
    "- two",
    "fa:fa-ban",
    "javascript:alert(1)",
    "|md # x |",
    "|||",
    "...@../../secret",
    "null",
    "_.x.(y -> z)[0].style",
    "*.style.fill: red",
    "!&shape: circle",
    "vars: {d2-config: {theme-id: 4}}",
    "near: top-left",
    "Größe, 漢字, שלום, 👩‍👩‍👧‍👦",
    "back\\slash ~ ^ | { } $",
    "ends in a back\\",
    '\\" \\n \\t \\\\',
    "two\nlines",
)
"""Texts that mean something in one language or the other, or in HTML."""


def hostile() -> argmap.ArgumentMap:
    """A map whose claims, groups and steps say these texts."""
    draft = argmap.Draft(HOSTILE[0])
    main = draft.claim("main", title="the main claim")
    for number, text in enumerate(HOSTILE):
        group = draft.group(text, id=f"g{number}") if number % 4 == 0 else None
        claim = draft.claim(text, id=f"c{number}", group=group)
        draft.support(main, by=claim, id=f"s{number}", label=text if number % 3 == 0 else "")
    return draft.map()


def maps() -> Iterator[tuple[str, argmap.ArgumentMap]]:
    """Every map of the examples once, by the name of its file or of the script and its file, and the hostile one."""
    seen: dict[argmap.ArgumentMap, None] = {}
    for name, map in _examples():
        if map not in seen:
            seen[map] = None
            yield name, map
    yield "hostile texts", hostile()


def _examples() -> Iterator[tuple[str, argmap.ArgumentMap]]:
    for file in [*sorted(ROOT.glob("examples/*.json")), *sorted(ROOT.glob("examples/*/*.argdown"))]:
        yield file.name, argmap.read(file)
    for script in sorted(ROOT.glob("examples/*.py")):
        for written, map in _written_by(script).items():
            yield f"{script.name} {written}", map


def _written_by(script: Path) -> Mapping[str, argmap.ArgumentMap]:
    """The maps that an example writes, by the names of the files."""
    written: dict[str, argmap.ArgumentMap] = {}

    def write(map: argmap.ArgumentMap, file: Any, **options: Any) -> None:
        written[Path(file).name] = map

    real = argmap.write
    vars(argmap)["write"] = write
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            contextlib.chdir(folder),
            contextlib.redirect_stdout(io.StringIO()),
        ):
            runpy.run_path(str(script))["main"](Path(folder))  # which else writes beside itself
    finally:
        vars(argmap)["write"] = real
    return written


def _seen(text: str) -> str:
    """A text as one sees it: blanks are alike, and none is seen at an end."""
    return " ".join(text.split())


def expected(map: argmap.ArgumentMap, language: str) -> tuple[Counter[str], Counter[str]]:
    """What boxes and lines of a diagram should say; a mind map has the claims alone."""
    shown = view(map)
    if language == "plantuml":
        return Counter(map_seen([card.text for card in shown.cards])), Counter()
    boxes = ["\n".join(card_lines(card)) for card in shown.cards]
    boxes += [joint_label(joint) for joint in shown.joints]
    boxes += [panel.title for panel in shown.panels]
    lines = [SIGNS[wire.bearing] for wire in shown.wires if wire.signed]
    return Counter(map_seen(boxes)), Counter(lines)


def map_seen(texts: list[str]) -> list[str]:
    """Texts as one sees them."""
    return [_seen(text) for text in texts]


def shown_by_d2(program: Path, texts: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What D2 makes of each text: labels of boxes and lines and the SVG, or an error."""
    done = subprocess.run(
        [shutil.which("node") or "node", D2_PROGRAM, program.resolve()],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    told: dict[str, dict[str, Any]] = json.loads(done.stdout)
    for each in told.values():
        if "error" not in each:
            painted = Counter(_letters([_words(ET.fromstring(each["svg"]))]))
            if Counter(_letters([*each["shapes"], *each["lines"]])) - painted:
                each["error"] = "the picture has not all letters"
    return told


def _words(svg: ET.Element) -> str:
    """All that stands in the texts of a picture."""
    return "".join(["".join(each.itertext()) for each in svg.iter(f"{{{_SVG}}}text")])


def _letters(texts: list[str]) -> str:
    return "".join("".join(texts).split())


def shown_by_plantuml(program: Path, texts: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What PlantUML draws of each text, in one run of it: the words of its picture, or an error."""
    java = [shutil.which("java") or "java", "-Djava.awt.headless=true", "-jar"]
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.puml" for number in range(len(texts))]
        for file, text in zip(files, texts.values(), strict=True):
            file.write_text(text, "utf-8")
        done = subprocess.run(
            [*java, program.resolve(), "-tsvg", "-charset", "UTF-8", *files],
            capture_output=True,
            timeout=600,
            check=False,
        )
        complaint = done.stderr.decode(errors="replace").strip()
        return {name: _plantuml(file, complaint) for name, file in zip(texts, files, strict=True)}


def _plantuml(file: Path, complaint: str) -> dict[str, Any]:
    """The words of one picture; of a text that it can't read PlantUML draws a complaint, and names the file in another."""
    drawn = file.with_suffix(".svg")
    if file.name in complaint or not drawn.exists():
        return {"error": complaint or "it isn't drawn"}
    return {"words": _words(ET.fromstring(_HALVES.sub(_whole, drawn.read_text("utf-8"))))}


_HALVES = re.compile(r"&#(5[5-6]\d{3});&#(5[6-7]\d{3});")
"""A character beyond U+FFFF as Java's writer of XML tells it, against XML: by the two halves that UTF-16 has for it."""


def _whole(halves: re.Match[str]) -> str:
    return b"".join([int(each).to_bytes(2) for each in halves.groups()]).decode("utf-16-be")


_PAGE = """<!doctype html><meta charset="utf-8"><title>quiet</title>{}<script src="{}"></script><script>
mermaid.initialize({{startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e5}});
mermaid.run().then(() => document.body.dataset.done = "yes", e => document.body.dataset.done = e);</script>"""
_DIAGRAM = '<hr class="next"><pre class="mermaid">{}</pre>'
_LABEL = re.compile(r'<span[^>]*class="(node|edge)Label[^>]*>(.*?)</span>', re.DOTALL)


def shown_by_mermaid(program: Path, texts: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What Mermaid shows of each text in Chromium: labels of boxes and lines, or an error."""
    diagrams = [_DIAGRAM.format(html.escape(text)) for text in texts.values()]
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(_PAGE.format("".join(diagrams), program.resolve().as_uri()), "utf-8")
        shown = dumped(page, budget=120_000, patience=600)
    if "<title>quiet</title>" not in shown:
        return {name: {"error": "a script ran"} for name in texts}
    parts = shown.split('<hr class="next">')[1:]
    return {name: _mermaid(part) for name, part in zip(texts, parts, strict=True)}


def _mermaid(part: str) -> dict[str, Any]:
    """The labels of one diagram."""
    if "<svg" not in part or "Syntax error" in part:
        return {"error": "it isn't drawn"}
    found: dict[str, list[str]] = {"node": [], "edge": []}
    for kind, label in _LABEL.findall(part):
        lines = re.sub(r"<br\s*/?>|</p>\s*<p>", "\n", label)
        found[kind].append(html.unescape(re.sub(r"<[^>]+>", "", lines)))
    return {"shapes": found["node"], "lines": [each for each in found["edge"] if each.strip()]}


READERS = {"d2": shown_by_d2, "mermaid": shown_by_mermaid, "plantuml": shown_by_plantuml}


def differences(map: argmap.ArgumentMap, told: Mapping[str, Any], language: str) -> list[str]:
    """What a diagram doesn't show as the map says it."""
    if "error" in told:
        return [str(told["error"])]
    boxes, lines = expected(map, language)
    if "words" in told:
        words = _letters([told["words"]]).replace("\N{NO-BREAK SPACE}", "")
        return [f"isn't shown: {text!r}" for text in boxes if _letters([text]) not in words]
    there = Counter(
        [each for each in map_seen(told["shapes"]) if each]
    )  # Mermaid's loops have empty boxes
    found = [f"isn't shown: {text!r}" for text in (boxes - there).elements()]
    found += [f"is shown besides: {text!r}" for text in (there - boxes).elements()]
    if Counter([each for each in map_seen(told["lines"]) if each]) != lines:
        found.append(f"lines say {told['lines']}")
    return found


def main(language: str, program: str) -> int:
    """Print what was drawn and what wasn't."""
    every = dict(maps())
    told = READERS[language](
        Path(program), {name: argmap.dumps(map, language) for name, map in every.items()}
    )
    wrong = 0
    for name, map in every.items():
        found = differences(map, told[name], language)
        wrong += bool(found)
        print(
            f"{name}: {len(map.claims)} claims, {len(map.links)} links: {'; '.join(found[:3]) or 'as it is'}"
        )
    print(f"{len(every) - wrong} of {len(every)} maps are shown as they are")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
