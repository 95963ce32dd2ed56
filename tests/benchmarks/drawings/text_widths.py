"""Widths that argmap reckons beside those that Chromium draws: the tables of docs/reference/text-widths.md.

``python tests/benchmarks/drawings/text_widths.py``. It needs Chromium, and tells which fonts it left out.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from typing import Any

from attrs import frozen

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[3])

import argmap
from argmap import ArgumentMap, Claim, Support, Theme
from argmap.drawing.text import width
from tests.benchmarks.drawings.languages import LANGUAGES
from tests.benchmarks.drawings.tables import table
from tests.chromium import FOUND, answered

__all__ = ["FONTS", "Held", "errors", "held", "installed", "main"]

FONTS = ("Liberation Sans", "DejaVu Sans", "Noto Sans", "Noto Serif")
"""Fonts that readers have; the first has the widths of Arial, which argmap reckons with."""

SIZE = 13
WIDTHS = """
const answer = [...document.querySelectorAll("text")].map(text => text.getComputedTextLength());
"""
PLACES = """
const answer = [];
for (const card of document.querySelectorAll("[role=listitem]")) {
  const box = card.querySelector("rect").getBoundingClientRect();
  for (const line of card.querySelectorAll("tspan")) {
    const at = line.getBoundingClientRect();
    answer.push(Math.max(box.left - at.left, at.right - box.right));
  }
}
"""
ANSWER = "document.title = JSON.stringify(answer);"
BEYOND = 0.5
"""Pixels beyond the border that nobody sees."""


def installed(font: str) -> bool:
    """Whether fontconfig knows a font; a browser would silently take another."""
    program = shutil.which("fc-list")
    if program is None:
        return False
    done = subprocess.run([program, f":family={font}"], capture_output=True, check=True)
    return bool(done.stdout.strip())


def asked(body: str, script: str, folder: Path) -> Any:
    """What a script says of a page."""
    return answered(f"{body}<script>{script}{ANSWER}</script>", folder, budget=5_000)


def errors(font: str, folder: Path) -> dict[str, list[float]]:
    """For each language how much wider each sentence is reckoned than it is drawn, as a share of it.

    Each sentence counts twice, regular and bold. What isn't in the font comes from the fonts that
    the browser takes instead, as it does for a reader.
    """
    sentences = [
        (language, tag, sentence, bold)
        for language, (tag, texts) in LANGUAGES.items()
        for sentence in texts
        for bold in (False, True)
    ]
    lines = [
        f'<text lang="{tag}" font-family="{font}" font-size="{SIZE}"'
        f' font-weight="{700 if bold else 400}">{escape(sentence)}</text>'
        for _, tag, sentence, bold in sentences
    ]
    drawn = asked(f"<svg>{''.join(lines)}</svg>", WIDTHS, folder)
    found: dict[str, list[float]] = {language: [] for language in LANGUAGES}
    for (language, _, sentence, bold), wide in zip(sentences, drawn, strict=True):
        found[language].append(width(sentence, SIZE, bold=bold) / wide - 1)
    return found


@frozen
class Held:
    """How many lines of a drawing there are, how many leave their card, and the farthest, in pixels."""

    lines: int
    outside: int
    farthest: float


def held(font: str, folder: Path, *, by_length: bool) -> Held:
    """A drawing of all the sentences in a font; ``by_length`` as argmap writes it, else without textLength."""
    look = Theme(fonts=(font,))
    svg = argmap.draw(_map(), theme=look, direction="left").svg
    if not by_length:
        svg = re.sub(r' (?:textLength|lengthAdjust)="[^"]*"', "", svg)
    beyond = asked(svg, PLACES, folder)
    return Held(len(beyond), sum(each > BEYOND for each in beyond), max(beyond))


def _map() -> ArgumentMap:
    """Every sentence as a claim, those of a language under its name, which is bold as a title."""
    claims = [Claim("main", "Every language has its reasons.")]
    links = []
    for language, (_, texts) in LANGUAGES.items():
        claims.append(Claim(language, " ".join(texts), title=language))
        links.append(Support(f"{language} link", (language,), "main"))
        for number, text in enumerate(texts):
            claims.append(Claim(f"{language} {number}", text, title=text[:24]))
            links.append(Support(f"{language} link {number}", (f"{language} {number}",), language))
    return ArgumentMap(claims=tuple(claims), links=tuple(links))


def main() -> int:
    """Print both tables; without Chromium say so."""
    if FOUND is None:
        print("left out: there is no Chromium here")
        return 0
    told = subprocess.run([FOUND, "--version"], capture_output=True, text=True, check=True)
    print(told.stdout.strip())
    fonts = [font for font in FONTS if installed(font)]
    for font in FONTS:
        if font not in fonts:
            print(f"left out: {font} isn't installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {font: errors(font, folder) for font in fonts}
        rows = [
            [language, *[_range(found[font][language]) for font in fonts]] for language in LANGUAGES
        ]
        print("\n" + table(["reckoned over drawn", *fonts], rows))
        print("\n" + table(_HEAD, [_held_row(font, folder) for font in fonts]))
    return 0


_HEAD = ("font", "lines", "leave their card", "farthest px", "without textLength", "farthest px")


def _held_row(font: str, folder: Path) -> list[str]:
    kept, free = (held(font, folder, by_length=by_length) for by_length in (True, False))
    inside = "inside" if kept.farthest <= 0 else f"{kept.farthest:.1f}"
    beyond = "inside" if free.farthest <= 0 else f"{free.farthest:.1f}"
    return [font, str(kept.lines), str(kept.outside), inside, str(free.outside), beyond]


def _range(shares: list[float]) -> str:
    ends = [f"{round(share, 3) + 0.0:+.1%}" for share in (min(shares), max(shares))]
    return " to ".join(ends).replace("-", "\N{MINUS SIGN}").replace("+0.0%", "0.0%")


if __name__ == "__main__":
    sys.exit(main())
