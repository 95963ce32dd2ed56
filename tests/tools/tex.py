"""Holds what TeX sets of maps in TikZ to what argmap draws: every map of the examples, a hostile one, and random ones.

Usage: ``python -m tests.tools.tex [RANDOM]`` in the project's folder; RANDOM is how many random maps are tried, 100 if it isn't given.
It needs ``pdflatex`` and ``lualatex`` (Debian's texlive-latex-base, texlive-latex-recommended, texlive-pictures, texlive-luatex and
lmodern) and Poppler's ``pdftotext``.

It prints a line for each map, and ends with 1 if TeX stopped or complained, or if a page doesn't show the letters of the drawing.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

from attrs import frozen
from hypothesis import HealthCheck, Phase, given, seed, settings

import argmap
from argmap.drawing.scene import Anchor, Group, Item, Text
from argmap.strategies import maps as random_maps
from tests.tools.diagrams import maps

__all__ = [
    "ENGINES",
    "Set",
    "complaints",
    "drawn",
    "engine_for",
    "letters",
    "missing_program",
    "randoms",
    "typeset",
]

ENGINES = ("pdflatex", "lualatex")
PATIENCE = 600
_FINE = "288"
"""Dots to the inch that ``pdftotext`` is asked for: of letters less than 3 dots wide it passes over all after 50,000, and a large map has more of 3 points."""

_COMPLAINT = re.compile(r"^(?:! .*|(?:Over|Under)full .*)$", re.MULTILINE)
_MISSING = re.compile(r"^Missing character: There is no \S+ \(U\+([0-9A-F]+)\)", re.MULTILINE)
_UNSEEN = ("Cc", "Cf", "Mn", "Zs", "Zl", "Zp", "Cn", "Co")
_ALIKE = str.maketrans({"∙": "·", "ˆ": "^", "˜": "~", "ı": "i", "ȷ": "j", "Đ": "Ð"})
"""What fonts for TeX have one letter or name for."""


@frozen
class Set:
    """What TeX made of a document: whether it came to its end, its complaints, what no font has, and the text of each page."""

    done: bool
    complaints: tuple[str, ...]
    missing: tuple[str, ...]
    pages: tuple[str, ...]


def missing_program(text: str) -> str:
    """What the check of a document needs and isn't here, or nothing."""
    needed = (engine_for(text), "pdftotext")
    return next((each for each in needed if shutil.which(each) is None), "")


def engine_for(text: str) -> str:
    """The engine that a document asks for."""
    return ENGINES[r"\RequireLuaTeX" in text]


def typeset(text: str) -> Set:
    """A LaTeX document as its engine sets it."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "map.tex").write_text(text, "utf-8")
        done = subprocess.run(
            [engine_for(text), "-interaction=nonstopmode", "-halt-on-error", "map.tex"],
            cwd=folder,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        log = (Path(folder) / "map.log").read_text("utf-8", "replace")
        shown = b""
        if done.returncode == 0:
            shown = subprocess.run(
                ["pdftotext", "-r", _FINE, "-raw", "-enc", "UTF-8", "map.pdf", "-"],
                cwd=folder,
                capture_output=True,
                timeout=PATIENCE,
                check=True,
            ).stdout
    pages = tuple(shown.decode("utf-8", "replace").split("\f")[:-1])
    missing = tuple([chr(int(code, 16)) for code in _MISSING.findall(log)])
    return Set(done.returncode == 0, tuple(_COMPLAINT.findall(log)), missing, pages)


def letters(text: str) -> Counter[str]:
    """What one sees of a text, letter by letter; accents and what only joins are passed over, as PDF has them in many ways."""
    plain = normalize("NFKD", text.replace("\N{SOFT HYPHEN}", "-")).translate(_ALIKE)
    return Counter([letter for letter in plain if category(letter) not in _UNSEEN])


def drawn(items: Sequence[Item]) -> str:
    """All texts of a drawing."""
    found: list[str] = []
    for item in items:
        if isinstance(item, Text):
            found += [words.text for words in item.lines]
        elif isinstance(item, Group | Anchor):
            found.append(drawn(item.items))
    return " ".join(found)


def complaints(map: argmap.ArgumentMap, told: Set, **options: Any) -> list[str]:
    """What a page doesn't show as the drawing does, and what TeX complains of."""
    found = list(told.complaints)
    if not told.done:
        return found or ["it isn't set"]
    if len(told.pages) != 1:
        found.append(f"it has {len(told.pages)} pages")
    scene = argmap.draw(map, theme="light", **options).scene
    wanted, there = letters(drawn(scene.items)), letters("".join(told.pages))
    for letter in letters("".join(told.missing)):
        del wanted[letter], there[letter]
    if wanted != there:
        found.append(f"not shown {dict(wanted - there)}, shown besides {dict(there - wanted)}")
    return found


def randoms(count: int, *, hostile: bool = True) -> list[argmap.ArgumentMap]:
    """The same random maps on every call."""
    found: list[argmap.ArgumentMap] = []

    @seed(7)
    @settings(
        database=None,
        deadline=None,
        max_examples=count,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(random_maps(hostile=hostile))
    def collect(map: argmap.ArgumentMap) -> None:
        found.append(map)

    collect()
    return found


def main(count: str = "100") -> int:
    """Print what was set and what wasn't."""
    every = [*maps(), *[(f"random {n}", each) for n, each in enumerate(randoms(int(count)))]]
    wrong = 0
    for name, map in every:
        text = argmap.dumps(map, "tikz")
        told = typeset(text)
        found = complaints(map, told)
        wrong += bool(found)
        less = f", but for {len(told.missing)} characters that no font has" if told.missing else ""
        verdict = "; ".join(found[:3]) or f"as it is drawn{less}"
        print(f"{name}: {engine_for(text)}, {verdict}", flush=True)
    print(f"{len(every) - wrong} of {len(every)} maps are set as they are drawn")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
