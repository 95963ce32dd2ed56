"""Opens every format of pictures in programs that had no part in writing it, and writes what they made of six maps into the documentation.

Usage: ``python -m tests.tools.readers_table`` in the project's folder. A program that isn't here is told as such, and has no row. Mermaid, D2 and
PlantUML are named by ``ARGMAP_MERMAID``, ``ARGMAP_D2`` and ``ARGMAP_PLANTUML``; see `tests.tools.diagrams`. It ends with 1 if one couldn't open what is written,
or took longer than its time.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import argmap
from tests.drawing.web.browser import BrowserError, running
from tests.tools.diagrams import READERS, differences, maps
from tests.tools.tex import complaints, drawn, letters, typeset

__all__ = ["MAPS", "PAGE", "ROWS", "Reader", "main", "opened", "rows"]

PAGE = Path("docs/reference/formats/pictures-elsewhere.md")
MAPS = (
    "co_op_debate.json",
    "trolley.argdown",
    "boiler.argdown",
    "undercuts.py undercuts.svg",
    "many_scripts.py many_scripts.svg",
    "hostile texts",
)
PATIENCE = 120
"""Seconds for a program that opens one file."""

_BEGIN, _END = "<!-- readers: begin -->\n", "<!-- readers: end -->\n"

Map = argmap.ArgumentMap
Opener = Callable[[Map], str]
"""What opens a map's picture: an empty text if all is well, else what is wrong."""

Every = Callable[[Mapping[str, Map]], list[str]]
"""What opens the pictures of maps, and says what is wrong with which."""


class Reader(NamedTuple):
    """A format, a program that opens it, the command that must be here, and what gives the program's version and opens maps."""

    format: str
    program: str
    command: str
    version: Callable[[], str]
    every: Every
    named: str = ""
    """The variable of the environment that says where the program is, if none knows it otherwise."""

    @property
    def here(self) -> bool:
        """Whether it can be asked."""
        named = not self.named or bool(os.environ.get(self.named))
        return named and shutil.which(self.command) is not None


def _ran(words: list[str], data: bytes, suffix: str) -> bytes | str:
    """What a program says of a file that it is given last, or why it couldn't open it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"map{suffix}"
        file.write_bytes(data)
        done = subprocess.run(
            [*words, str(file), *(["-"] if words[0] == "pdftotext" else [])],
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    return (
        done.stdout
        if done.returncode == 0
        else done.stderr.decode(errors="replace")[:200] or "refused"
    )


def _png(map: Map) -> str:
    from PIL import Image

    scene = argmap.draw(map, theme="light").scene
    with Image.open(io.BytesIO(argmap.render(map, "png").data)) as picture:
        picture.load()
        found = picture.size
    return "" if found == (round(scene.width), round(scene.height)) else f"it is {found} px large"


def _pdf(map: Map) -> str:
    rendering = argmap.render(map, "pdf")
    told = _ran(["pdftotext", "-r", "288", "-raw", "-enc", "UTF-8"], rendering.data, ".pdf")
    if isinstance(told, str):
        return told
    wanted = letters(drawn(argmap.draw(map, theme="light").scene.items))
    for loss in rendering.losses:
        for letter in letters(loss.what):
            del wanted[letter]
    lacking = wanted - letters(told.decode("utf-8", "replace"))
    return f"lacks {dict(lacking)}" if lacking else ""


def _svg(program: list[str]) -> Opener:
    def opened(map: Map) -> str:
        told = _ran(program, argmap.render(map, "svg").data, ".svg")
        return told if isinstance(told, str) else ""

    return opened


def _dot(map: Map) -> str:
    told = _ran(["dot", "-Tsvg"], argmap.render(map, "dot").data, ".dot")
    return told if isinstance(told, str) else ""


def _tikz(map: Map) -> str:
    text = argmap.dumps(map, "tikz")
    return "; ".join(complaints(map, typeset(text))[:2])


_SHOWN = "[...document.querySelectorAll('svg text, h1')].map(each => each.textContent).join(' ')"
"""The words of a picture, and the title of a page, which its picture hasn't."""


def _svg_browsed(maps: Mapping[str, Map]) -> list[str]:
    """SVG in Chromium, letter by letter."""
    return _browsed(maps, lambda map: argmap.render(map, "svg").data, ".svg")


def _page_browsed(maps: Mapping[str, Map]) -> list[str]:
    """Web pages in Chromium: without a script letter by letter; what fails, or loads anything, is told of both."""
    static = _browsed(maps, lambda map: argmap.to_html(map, static=True).encode(), ".html")
    scripted = _browsed(maps, lambda map: argmap.to_html(map).encode(), ".html", whole=False)
    return static + scripted


def _browsed(
    maps: Mapping[str, Map], written: Callable[[Map], bytes], suffix: str, *, whole: bool = True
) -> list[str]:
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "profile") as browser:
        file = Path(folder) / f"map{suffix}"
        for name, map in maps.items():
            file.write_bytes(written(map))
            page = browser.page()
            try:
                page.open(file)
                found = page.complaints()
                wanted = letters(drawn(argmap.draw(map, theme="light").scene.items))
                if whole and (lacking := wanted - letters(page.js(_SHOWN))):
                    found.append(f"lacks {dict(lacking)}")
            except BrowserError as error:
                found = [str(error)]
            wrong += [f"{name}: {each}" for each in found[:2]]
            page.close()
    return wrong


def _diagram(language: str) -> Every:
    def every(maps: Mapping[str, Map]) -> list[str]:
        program = Path(os.environ[f"ARGMAP_{language.upper()}"])
        texts = {name: argmap.dumps(map, language) for name, map in maps.items()}
        told = READERS[language](program, texts)
        found = [(name, differences(map, told[name], language)[:2]) for name, map in maps.items()]
        return [f"{name}: {'; '.join(wrong)}" for name, wrong in found if wrong]

    return every


def opened(opener: Opener) -> Every:
    """What opens each map for itself."""

    def every(maps: Mapping[str, Map]) -> list[str]:
        found = [(name, opener(map)) for name, map in maps.items()]
        return [f"{name}: {wrong}" for name, wrong in found if wrong]

    return every


def said(*words: str, pattern: str = r"\d+(?:\.\d+)+") -> Callable[[], str]:
    """What asks a program for its version."""

    def version() -> str:
        done = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False)
        found = re.search(pattern, done.stdout + done.stderr)
        return found[0] if found else ""

    return version


def packed(named: str) -> Callable[[], str]:
    """What finds the version of a package of npm by a file in it."""

    def version() -> str:
        above = Path(os.environ[named]).resolve().parents
        told = [each / "package.json" for each in above if (each / "package.json").exists()]
        return str(json.loads(told[0].read_text("utf-8")).get("version", "")) if told else ""

    return version


def _plantuml() -> str:
    return said("java", "-jar", os.environ["ARGMAP_PLANTUML"], "-version")()


ROWS = (
    Reader("SVG", "Chromium", "chromium", said("chromium", "--version"), _svg_browsed),
    Reader(
        "SVG",
        "librsvg",
        "rsvg-convert",
        said("rsvg-convert", "--version"),
        opened(_svg(["rsvg-convert", "--format=png"])),
    ),
    Reader(
        "SVG",
        "libxml2",
        "xmllint",
        said("xmllint", "--version", pattern=r"\d{5}"),
        opened(_svg(["xmllint", "--noout"])),
    ),
    Reader(
        "PNG",
        "Pillow",
        sys.executable,
        said(sys.executable, "-c", "import PIL; print(PIL.__version__)"),
        opened(_png),
    ),
    Reader("PDF", "Poppler", "pdftotext", said("pdftotext", "-v"), opened(_pdf)),
    Reader(
        "web page, with a script and without",
        "Chromium",
        "chromium",
        said("chromium", "--version"),
        _page_browsed,
    ),
    Reader("DOT", "Graphviz", "dot", said("dot", "-V"), opened(_dot)),
    Reader(
        "TikZ",
        "pdfTeX and LuaTeX of",
        "pdflatex",
        said("pdflatex", "--version", pattern=r"TeX Live \d+"),
        opened(_tikz),
    ),
    Reader(
        "Mermaid",
        "Mermaid",
        "chromium",
        packed("ARGMAP_MERMAID"),
        _diagram("mermaid"),
        "ARGMAP_MERMAID",
    ),
    Reader("D2", "`@terrastruct/d2`", "node", packed("ARGMAP_D2"), _diagram("d2"), "ARGMAP_D2"),
    Reader("PlantUML", "PlantUML", "java", _plantuml, _diagram("plantuml"), "ARGMAP_PLANTUML"),
)
"""The formats, and what opens each."""


def rows(readers: Sequence[Reader], maps: Mapping[str, Map]) -> tuple[list[str], list[str]]:
    """A row for each reader that is here, and what is wrong; one that takes too long opened none."""
    found: list[str] = []
    wrong: list[str] = []
    for reader in readers:
        if not reader.here:
            print(f"{reader.format}: no {reader.program} here")
            continue
        try:
            bad = reader.every(maps)
        except subprocess.TimeoutExpired as late:
            bad = [f"{name}: no answer in {late.timeout:.0f} s" for name in maps]
        wrong += [f"{reader.format}, {reader.program}: {each}" for each in bad]
        amiss = {name for name in maps if any(each.startswith(f"{name}: ") for each in bad)}
        opened = f"{len(maps) - len(amiss)} of {len(maps)}"
        found.append(f"| {reader.format} | {reader.program} {reader.version()} | {opened} |")
        print(found[-1], *bad, sep="\n", flush=True)
    return found, wrong


def main(page: Path = PAGE, readers: Sequence[Reader] = ROWS) -> int:
    """Write the table into ``page``."""
    found, wrong = rows(readers, {name: map for name, map in maps() if name in MAPS})
    text = "\n".join(["| format | program | maps opened |", "|---|---|--:|", *found, ""])
    before, _, rest = page.read_text("utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    page.write_text(f"{before}{_BEGIN}{text}{_END}{after}", "utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
