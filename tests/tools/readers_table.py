"""Opens every format of pictures in programs that had no part in writing it, and writes what they made of six maps into the documentation.

Usage: ``python -m tests.tools.readers_table`` in the project's folder. A program that isn't here is told as such, and has no row. Mermaid, D2 and
PlantUML are named by ``ARGMAP_MERMAID``, ``ARGMAP_D2`` and ``ARGMAP_PLANTUML``; see `tests.tools.diagrams`. It ends with 1 if one couldn't open what is written.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import argmap
from tests.tools.diagrams import READERS, differences, maps
from tests.tools.tex import complaints, drawn, letters, typeset

__all__ = ["MAPS", "PAGE", "main", "opened", "table"]

PAGE = Path("docs/reference/formats/pictures-elsewhere.md")
MAPS = (
    "co_op_debate.json",
    "trolley.argdown",
    "boiler.argdown",
    "undercuts.py undercuts.svg",
    "many_scripts.py many_scripts.svg",
    "hostile texts",
)
_BEGIN, _END = "<!-- readers: begin -->\n", "<!-- readers: end -->\n"

Map = argmap.ArgumentMap
Opener = Callable[[Map], str]
"""What opens a map's picture: an empty text if all is well, else what is wrong."""

Every = Callable[[Mapping[str, Map]], list[str]]
"""What opens the pictures of maps, and says what is wrong with which."""


def _ran(words: list[str], data: bytes, suffix: str) -> bytes | str:
    """What a program says of a file that it is given last, or why it couldn't open it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"map{suffix}"
        file.write_bytes(data)
        done = subprocess.run(
            [*words, str(file), *(["-"] if words[0] == "pdftotext" else [])],
            capture_output=True,
            timeout=300,
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
    told = _ran(["pdftotext", "-raw", "-enc", "UTF-8"], rendering.data, ".pdf")
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


def _diagram(language: str) -> Every:
    def every(maps: Mapping[str, Map]) -> list[str]:
        program = Path(os.environ[f"ARGMAP_{language.upper()}"])
        texts = {name: argmap.dumps(map, language) for name, map in maps.items()}
        told = READERS[language](program, texts)
        found = [(name, differences(map, told[name], language)[:2]) for name, map in maps.items()]
        return [f"{name}: {'; '.join(wrong)}" for name, wrong in found if wrong]

    return every


def _version(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    found = re.search(r"\d+(?:\.\d+)+", done.stdout + done.stderr)
    return found[0] if found else ""


def _rows() -> list[tuple[str, str, str, Every]]:
    """The formats; the program that opens each, what says its version, and what opens maps in it."""
    return [
        (
            "SVG",
            "librsvg",
            "rsvg-convert --version",
            opened(_svg(["rsvg-convert", "--format=png"])),
        ),
        ("SVG", "libxml2", "xmllint --version", opened(_svg(["xmllint", "--noout"]))),
        ("PNG", "Pillow", f"{sys.executable} -c import\tPIL;print(PIL.__version__)", opened(_png)),
        ("PDF", "Poppler", "pdftotext -v", opened(_pdf)),
        ("DOT", "Graphviz", "dot -V", opened(_dot)),
        ("TikZ", "pdfTeX, LuaTeX", "pdflatex --version", opened(_tikz)),
        ("Mermaid", "Mermaid, in Chromium", "chromium --version", _diagram("mermaid")),
        ("D2", "D2", "node --version", _diagram("d2")),
        ("PlantUML", "PlantUML", "java -version", _diagram("plantuml")),
    ]


def opened(opener: Opener) -> Every:
    """What opens each map for itself."""

    def every(maps: Mapping[str, Map]) -> list[str]:
        found = [(name, opener(map)) for name, map in maps.items()]
        return [f"{name}: {wrong}" for name, wrong in found if wrong]

    return every


def table() -> tuple[str, list[str]]:
    """The table of what is here, and what is wrong."""
    chosen = {name: map for name, map in maps() if name in MAPS}
    rows = ["| format | program | maps opened |", "|---|---|--:|"]
    wrong: list[str] = []
    for format, program, version, opener in _rows():
        words = [each.replace("\t", " ") for each in version.split(" ")]
        elsewhere = format in ("Mermaid", "D2", "PlantUML")
        if shutil.which(words[0]) is None or (
            elsewhere and not os.environ.get(f"ARGMAP_{format.upper()}")
        ):
            print(f"{format}: no {program} here")
            continue
        bad = opener(chosen)
        wrong += [f"{format}, {program}: {each}" for each in bad]
        told = program if elsewhere else f"{program} {_version(*words)}"
        rows.append(f"| {format} | {told} | {len(chosen) - len(bad)} of {len(chosen)} |")
        print(rows[-1], *bad, sep="\n", flush=True)
    return "\n".join([*rows, ""]), wrong


def main() -> int:
    """Write the table, and print what is wrong."""
    text, wrong = table()
    before, _, rest = PAGE.read_text("utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    PAGE.write_text(f"{before}{_BEGIN}{text}{_END}{after}", "utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
