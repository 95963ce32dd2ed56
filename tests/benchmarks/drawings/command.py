"""``python tests/benchmarks/drawings``: the tables of docs/reference/benchmarks.md."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import attrs
from attrs import frozen

from argmap import ArgumentMap
from argmap.layout import Direction

from . import dot, growth, node, stability, stages
from .compare import Sample, prepare, sample
from .generate import KINDS, Kind, generate
from .real import largest
from .tables import crossings, other_engines, shape, times

__all__ = ["main"]

SIZES = (20, 100, 500, 2_000)
MOST_CLAIMS = 10_000
"""Claims of all the maps of one size together: there are fewer seeds for large maps."""


def main(words: Sequence[str] | None = None) -> int:
    """Print the tables that are asked for; progress goes to standard error."""
    asked = _parser().parse_args(words)
    start = time.monotonic()

    def say(text: str) -> None:
        print(f"[{time.monotonic() - start:6.0f} s] {text}", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peers, notes = _peers(asked.peers, folder)
        print("\n".join([_python(prepare(folder)), *notes]), flush=True)
        if asked.growth:
            kinds = asked.kinds or ["T", "G"]
            sizes = asked.sizes or growth.SIZES
            print(
                "\n" + growth.growth(kinds, sizes, asked.limit, folder, say, asked.first_seed),
                flush=True,
            )
        if asked.stability:
            kinds, sizes = asked.kinds or KINDS, asked.sizes or stability.SIZES
            print(
                "\n" + stability.stability(kinds, sizes, asked.seeds, say, asked.first_seed),
                flush=True,
            )
        if asked.stages:
            kinds, sizes = asked.kinds or KINDS, asked.sizes or SIZES
            print("\n" + stages.stages(kinds, sizes, asked.limit, folder, say), flush=True)
        if asked.growth or asked.stability or asked.stages:
            return 0
        compare = _Compare(peers, asked.direction, asked.limit, folder, say)
        groups = compare.real(asked.files) if asked.real else compare.made(asked)
    _print_tables(groups, peers)
    if asked.json:
        told = [attrs.asdict(each) for samples in groups for each in samples]
        Path(asked.json).write_text(json.dumps(told, indent=1), "utf-8")
    return 0


def _print_tables(groups: list[list[Sample]], peers: list[str]) -> None:
    print("\n" + times(groups))
    if "dot" in peers:
        print("\n" + crossings(groups))
        print("\n" + shape(groups))
    if len(peers) > ("dot" in peers):
        print("\n" + other_engines(groups))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="drawings", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, help="claims, as in 100,500")
    parser.add_argument("--kinds", type=_kinds, help="of T, D, C and G")
    parser.add_argument("--seeds", type=int, default=20, help="maps of each kind and size, at most")
    parser.add_argument("--first-seed", type=int, default=1, help="that of the first such map")
    parser.add_argument(
        "--peers", type=_words, default=["dot"], help="of dot, dot-polyline, dagre, elk; or none"
    )
    parser.add_argument("--direction", default="auto", help="where arrows point, in all engines")
    parser.add_argument("--limit", type=float, default=300.0, help="seconds a process may take")
    parser.add_argument("--json", help="also write all that was measured to this file")
    parser.add_argument("--real", action="store_true", help="maps below ARGMAP_CORPUS instead")
    parser.add_argument("--files", type=int, default=20, help="how many of those, the largest")
    parser.add_argument("--growth", action="store_true", help="time up to 50,000 claims instead")
    parser.add_argument("--stability", action="store_true", help="what an edit moves instead")
    parser.add_argument("--stages", action="store_true", help="where the time goes instead")
    return parser


def _words(text: str) -> list[str]:
    return [] if text == "none" else text.split(",")


def _numbers(text: str) -> list[int]:
    return [int(word) for word in text.split(",")]


def _kinds(text: str) -> list[Kind]:
    return [kind for kind in KINDS if kind in text.split(",")]


def _python(seconds: float) -> str:
    name = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{name}; a bare Python takes {seconds:.2f} s, which is in argmap's whole process"


def _peers(wanted: list[str], folder: Path) -> tuple[list[str], list[str]]:
    """The peers that are here, and a line on each: its version, or why it isn't asked."""
    found, notes = [], []
    programs = [peer for peer in wanted if peer in dot.VARIANTS]
    if programs:
        try:
            notes.append(f"dot: Graphviz {dot.version(folder)}")
            found += programs
        except FileNotFoundError as missing:
            notes.append(f"dot is left out: {missing}")
    libraries = [peer for peer in wanted if peer in node.PACKAGES]
    if libraries:
        reason = node.why_not()
        try:
            versions = {} if reason else node.install(libraries, folder)
        except OSError as refused:
            versions, reason = {}, str(refused)
        for peer in libraries:
            name = node.PACKAGES[peer]
            notes.append(f"{name} is left out: {reason}" if reason else f"{name} {versions[peer]}")
        found += list(versions)
    return found, notes


@frozen
class _Compare:
    """How maps are compared, and the maps."""

    peers: list[str]
    direction: Direction | Literal["auto"]
    limit: float
    folder: Path
    say: Callable[[str], None]

    def made(self, asked: argparse.Namespace) -> list[list[Sample]]:
        """A list of samples for each kind and size."""
        groups = []
        for kind in asked.kinds or KINDS:
            for size in asked.sizes or SIZES:
                count = min(asked.seeds, max(1, MOST_CLAIMS // size))
                last = asked.first_seed + count - 1
                groups.append(
                    [
                        self.sample(
                            generate(kind, size, seed), kind, seed, f" {size} {seed}/{last}"
                        )
                        for seed in range(asked.first_seed, last + 1)
                    ]
                )
        return groups

    def real(self, files: int) -> list[list[Sample]]:
        """A list of one sample for each of the largest real maps."""
        folder = os.environ.get("ARGMAP_CORPUS")
        if not folder:
            raise SystemExit("no real files here: ARGMAP_CORPUS isn't set")
        groups = []
        found, among, without = largest(Path(folder), files)
        print(f"the {len(found)} largest of {among} different maps; {without} files hold none")
        for number, each in enumerate(found, 1):
            note = f", {each.left_out} nodes or edges left out" if each.left_out else ""
            groups.append([self.sample(each.map, each.name, number, note)])
        return groups

    def sample(self, map: ArgumentMap, kind: str, seed: int, note: str) -> Sample:
        """One map by every engine."""
        return sample(
            map,
            (kind, seed),
            peers=self.peers,
            direction=self.direction,
            limit=self.limit,
            folder=self.folder,
            say=lambda text: self.say(f"{kind}{note}: {text}"),
        )
