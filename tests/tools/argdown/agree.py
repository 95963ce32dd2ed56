"""Whether the reference implementation reads what argmap writes, and as argmap reads it.

Usage: ``python tests/tools/argdown/agree.py FOLDER [COUNT]``, where ``npm install @argdown/core@2.0.1`` has been run in
the folder. Writes COUNT maps of each strategy (500 if it isn't given), and the map of every file below ARGMAP_CORPUS
that argmap reads, if that is set; and the maps of COUNT random documents of each kind of `written_back`; but none that has neither claims nor groups, since the reference refuses a
document that says nothing. Each document goes to the reference (``parse-input`` and ``build-model``),
and its rows are compared with argmap's own of the same document. Prints a table, and every
document that differs; ends with 1 if there is any. Documents whose settings tell the reference to rearrange
what they say (``group: {regroup}``, ``model: {explodeArguments}``) are counted and not compared: argmap
takes these for settings of the view.
"""

from __future__ import annotations

import json
import os
import random
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.source import SourceText

HERE = Path(__file__).parent
FORMATS = HERE.parent.parent / "formats"
ROWS = {"H": "headings", "S": "statements", "A": "arguments", "R": "relations"}
REARRANGING = ("regroup: ", "explodeArguments: true")
BATCH = 200


def loaded(name: str, path: Path) -> Any:
    """A module of the tests, which are no package."""
    spec = spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def generated(strategy: st.SearchStrategy[argmap.ArgumentMap], count: int) -> list[str]:
    """So many maps, written; the same ones each time."""
    texts: list[str] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[*HealthCheck],
    )
    @given(strategy)
    def collect(map: argmap.ArgumentMap) -> None:
        if map.claims or map.groups:
            texts.append(argmap.render(map, "argdown").text)

    collect()
    return texts


def documents(generator: Callable[[random.Random], str], count: int) -> Iterator[str]:
    """So many random documents as argmap writes them once it has read them; the same ones each time."""
    chance = random.Random(0)
    for _ in range(count):
        try:
            map = argmap.parse(SourceText("d", generator(chance)), format="argdown").map
        except argmap.ArgmapError:
            continue
        if map.claims or map.groups:
            yield argmap.render(map, "argdown").text


def corpus(folder: Path) -> Iterator[tuple[str, str]]:
    """The map of each file that argmap reads, written; with the kind of file that it is."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.endswith((".arguebuf.json", ".expected.json")):
            try:
                map = argmap.read(path)
            except (argmap.ReadError, argmap.UnknownFormat):
                continue
            if map.claims or map.groups:
                yield path.relative_to(folder).parts[0], argmap.render(map, "argdown").text


def sources(count: int) -> dict[str, list[str]]:
    """The documents by where their maps come from; those that say nothing are left out."""
    hostile = loaded("hostile_maps", FORMATS / "conftest.py")
    texts = {
        "argmap.strategies": generated(strategies.maps(), count),
        "hostile maps": generated(hostile._maps(), count),
    }
    for name, generator in loaded("written_back", HERE / "written_back.py").GENERATORS.items():
        texts[f"documents: {name}"] = [*documents(generator, count)]
    if "ARGMAP_CORPUS" in os.environ:
        for kind, text in corpus(Path(os.environ["ARGMAP_CORPUS"])):
            texts.setdefault(f"corpus: {kind}", []).append(text)
    return {name: [*dict.fromkeys(held)] for name, held in texts.items()}


def compared(
    texts: list[str], folder: Path, counts: Counter[str]
) -> Iterator[tuple[str, Any, Any]]:
    """The documents that differ, each with the rows of one side and of the other that are only there."""
    outline_of = loaded("argdown_rows", FORMATS / "argdown" / "argdown_outline.py").outline_of
    asked = loaded("argdown_remake", HERE / "remake.py").asked
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        for text, answer in zip(batch, asked(batch, folder), strict=True):
            counts["documents"] += 1
            if any(setting in text for setting in REARRANGING):
                counts["rearranged"] += 1
                continue
            if answer and isinstance(answer[0], str):
                counts["refused"] += 1
                yield text, answer, []
                continue
            theirs, ours = _as_in_javascript(answer), _as_in_javascript(outline_of(text))
            for row in ours:
                counts[ROWS[row[0]]] += 1
            mine, others = (
                [row for row in a if row not in b] for a, b in ((ours, theirs), (theirs, ours))
            )
            counts["equal"] += ours == theirs
            for row in {json.dumps(row): row for row in (*mine, *others)}.values():
                counts[f"{ROWS[row[0]]} differing"] += 1
            if ours != theirs:
                yield text, others, mine


def _as_in_javascript(rows: Any) -> Any:
    """Rows with what JavaScript can hold: numbers are doubles, no key is ``__proto__``, titles that are numbers come first."""

    def held(pairs: list[tuple[str, Any]]) -> dict[str, Any] | None:
        return {name: value for name, value in pairs if name != "__proto__"} or None

    made = json.loads(json.dumps(rows), parse_int=float, object_pairs_hook=held)
    return sorted(made, key=lambda row: (row[0], row[1]) if row[0] in "SA" else (row[0], ""))


def main(folder: Path, count: int = 500) -> int:
    """Print the documents that differ, then the table."""
    warnings.simplefilter("ignore", argmap.FindingWarning)
    names = ["documents", "rearranged", "refused", "equal", *ROWS.values()]
    table = [f"{'maps from':<24}" + "".join([f"{name:>12}" for name in names])]
    differing = 0
    for source, texts in sources(count).items():
        counts: Counter[str] = Counter()
        for text, theirs, ours in compared(texts, folder, counts):
            differing += 1
            print(f"--- {source}", text, f"reference: {theirs}", f"argmap:    {ours}", sep="\n")
        cells = [
            f"{counts[name] - counts[f'{name} differing']}/{counts[name]}"
            if name in ROWS.values()
            else counts[name]
            for name in names
        ]
        table.append(f"{source:<24}" + "".join([f"{cell:>12}" for cell in cells]))
    print(*table, sep="\n")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))
