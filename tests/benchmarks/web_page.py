"""How large the page of a map is, how long it takes to make, to show and to answer: 30, 500 and 10,000 claims.

Usage: ``python -m tests.benchmarks.web_page [CLAIMS ...]`` in the project's folder, where there is a Chromium. Making is CPU time of this process;
the rest is the browser's own clock, the least of five tries each: from the start of loading to the first contentful paint,
and from a key or a turn of the wheel to the end of the frame that shows what it does.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

import argmap
from tests.drawing.web.browser import Page, running

WORDS = [
    "the",
    "council",
    "should",
    "keep",
    "public",
    "transport",
    "free",
    "because",
    "every",
    "resident",
    "already",
    "pays",
    "for",
    "roads",
    "with",
    "taxes",
    "and",
    "noise",
    "while",
    "buses",
    "run",
    "half",
    "empty",
    "most",
    "of",
    "the",
    "day",
]
TRIES = 5
STEPS = {
    "fold": "key('ArrowLeft')",
    "unfold": "key('ArrowRight')",
    "search": "seek()",
    "pan": "turn(30, 20)",
    "zoom": "turn(0, 120)",
    "all": "document.querySelector('#unfold-all').click()",
}
"""What is timed, as calls of what `PREPARE` defines."""

PREPARE = """
const active = () => document.querySelector('.card[tabindex="0"]');
const key = name => active().dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true}));
const turn = (x, y) => document.querySelector('#stage').dispatchEvent(
  new WheelEvent('wheel', {deltaX: x, deltaY: y, clientX: 600, clientY: 400, bubbles: true, cancelable: true}));
const query = document.querySelector('#query');
const seek = () => {
  query.value = query.value ? '' : 'resident';
  query.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));
};
const timed = async act => {
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  act();
  await new Promise(requestAnimationFrame);
  await new Promise(done => { const port = new MessageChannel(); port.port1.onmessage = done; port.port2.postMessage(0); });
  return performance.now() - start;
};
"""


def debate(claims: int) -> argmap.ArgumentMap:
    """A made-up debate: many answers to what was said early, fewer to what was said late."""
    chance = Random(7)
    draft = argmap.Draft(f"A debate of {claims} claims")
    said = [draft.claim("Public transport in the city should be free of charge.", id="c0")]
    for number in range(1, claims):
        text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(6, 22))).capitalize()
        speaker = chance.choice(("Ann", "Ben", "Cleo"))
        claim = draft.claim(f"{text}.", id=f"c{number}", said_by=speaker)
        above = said[int(chance.triangular(0, len(said), 0))]
        (draft.support if chance.random() < 0.6 else draft.rebut)(above, by=claim)
        said.append(claim)
    return draft.map()


def made(map: argmap.ArgumentMap) -> tuple[str, float]:
    """The page, and the least CPU time of three, s."""
    times = []
    for _ in range(3):
        start = process_time()
        page = argmap.to_html(map)
        times.append(process_time() - start)
    return page, min(times)


def shown(page: Page, file: Path) -> tuple[float, float, int]:
    """When anything and when the map is painted, the least of five each, ms; and how many elements are in the page then."""
    paints: list[float] = []
    drawings: list[float] = []
    for _ in range(TRIES):
        page.open(file)
        page.js("sessionStorage.clear()")
        for name, found in (("first-contentful-paint", paints), ("argmap drawn", drawings)):
            entries = f"performance.getEntriesByName('{name}')"
            page.until(f"{entries}.length")
            found.append(page.js(f"{entries}[0].startTime"))
    return min(paints), min(drawings), page.js("document.querySelectorAll('*').length")


def answered(page: Page) -> dict[str, float]:
    """How long each step takes, the least of five, ms."""
    page.js(f"{PREPARE}; Object.assign(window, {{key, turn, seek, timed}}); 1")
    times: dict[str, list[float]] = {}
    for _ in range(TRIES):
        for name, step in STEPS.items():
            if name != "all":
                times.setdefault(name, []).append(page.js(f"timed(() => {step})"))
    times["all"] = [page.js(f"timed(() => {STEPS['all']})")]
    for name in ("pan", "zoom"):
        times[f"{name}, all"] = [page.js(f"timed(() => {STEPS[name]})") for _ in range(TRIES)]
    return {name: min(each) for name, each in times.items()}


def main(sizes: list[int]) -> None:
    """Print a row for each size."""
    with TemporaryDirectory() as folder, running(Path(folder) / "profile") as browser:
        for claims in sizes:
            text, seconds = made(debate(claims))
            file = Path(folder) / f"{claims}.html"
            file.write_text(text, "utf-8")
            size = file.stat().st_size
            packed = len(gzip.compress(file.read_bytes(), mtime=0))
            page = browser.page()
            paint, drawn, elements = shown(page, file)
            told = [f"{name} {time:.0f} ms" for name, time in answered(page).items()]
            page.close()
            print(f"{claims} claims: made in {seconds:.2f} s, {size / 1e6:.2f} MB ({packed / 1e6:.2f} MB packed), first paint {paint:.0f} ms, map {drawn:.0f} ms, "
                  f"{elements} elements; {', '.join(told)}", flush=True)  # fmt: skip # one line


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [30, 500, 10_000])
