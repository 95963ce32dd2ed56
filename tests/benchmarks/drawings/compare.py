"""One map drawn by argmap and by its peers, side by side: times in turn, drawings measured alike."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Literal

from attrs import evolve, frozen

import argmap
from argmap import ArgumentMap
from argmap.layout import Direction, arrange

from . import dot, node
from .metrics import Measures, measures
from .processes import Run, run
from .question import Question, picture, question

__all__ = ["ROOT", "Engine", "Sample", "draw_in_a_process", "prepare", "sample", "steps"]

ROOT = Path(__file__).resolve().parents[3]
"""The folder that holds the package and the tests."""


@frozen
class Engine:
    """What one engine did: its process, its layout alone, crossings by its own count, the drawing."""

    whole: Run
    layout: float | None = None
    counted: int | None = None
    drawn: Measures | None = None

    @property
    def told(self) -> str:
        """Seconds of the whole process, or how else it ended."""
        return f"{self.whole.seconds:.2f}" if self.whole.ok else self.whole.told


@frozen
class Sample:
    """One map, and what each engine made of it."""

    kind: str
    claims: int
    seed: int
    links: int
    direction: str
    engines: dict[str, Engine]


def sample(
    map: ArgumentMap,
    name: tuple[str, int],
    *,
    peers: Sequence[str],
    direction: Direction | Literal["auto"],
    limit: float,
    folder: Path,
    say: Callable[[str], None],
) -> Sample:
    """``map`` by argmap and ``peers``, each process stopped at ``limit`` seconds.

    The peers are told to point the arrows where argmap points them, so that all draw the same.
    """
    asked = question(map, direction)
    start = time.process_time()
    layout = arrange(asked.diagram, direction=direction, spacing=asked.spacing)
    seconds = time.process_time() - start
    asked = evolve(asked, direction=layout.direction)
    whole = draw_in_a_process(map, direction, limit, folder)
    drawn = measures(picture(asked, layout))
    engines = {"argmap": Engine(whole, seconds, layout.crossings, drawn)}
    for peer in [each for each in peers if each in dot.VARIANTS]:
        engines[peer] = _dot(asked, dot.VARIANTS[peer], limit, folder)
    for peer in [each for each in peers if each in node.PACKAGES]:
        found = node.answer(peer, asked, limit, folder)
        shown = found.picture
        engines[peer] = Engine(
            found.run, found.seconds, None, None if shown is None else measures(shown)
        )
    say(", ".join([f"{each} {engine.told}" for each, engine in engines.items()]))
    return Sample(name[0], len(map.claims), name[1], len(map.links), layout.direction, engines)


def _dot(asked: Question, splines: str, limit: float, folder: Path) -> Engine:
    source = folder / "map.dot"
    source.write_text(dot.dot_text(asked, splines), "utf-8")
    done = dot.answer(source, limit, folder)
    shown = dot.picture(source, asked, 2 * limit, folder) if done.ok else None
    return Engine(
        evolve(done, output="", messages=""),
        None,
        dot.mincross(done),
        None if shown is None else measures(shown),
    )


def prepare(folder: Path) -> float:
    """Have processes find argmap here, with bytecode as if installed; the seconds of a bare Python."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    os.environ["PYTHONPATH"] = os.pathsep.join(dict.fromkeys(paths))
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    draw_in_a_process(ArgumentMap(), "auto", 60, folder)
    bare = [run([sys.executable, "-c", "pass"], 60, folder).busy for _ in range(9)]
    return median(bare)


def draw_in_a_process(map: ArgumentMap, direction: str, limit: float, folder: Path) -> Run:
    """A process that reads the map from a file, draws it and writes the SVG; `prepare` comes first."""
    source = folder / "map.json"
    argmap.write(map, source)
    words = [sys.executable, "-m", "tests.benchmarks.drawings.child"]
    done = run([*words, str(source), direction, str(folder / "map.svg")], limit, folder)
    if done.code and not done.stopped:
        raise RuntimeError(f"argmap failed: {done.messages}")
    return done


def steps(done: Run) -> dict[str, float]:
    """The seconds that a drawing's own process told of its steps."""
    told: dict[str, float] = json.loads(done.output)
    return told
