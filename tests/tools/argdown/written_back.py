"""Reads random documents, writes them, reads them again, and tells where an unreported difference is.

Usage: ``python tests/tools/argdown/written_back.py [COUNT] [SEED]``. Documents are put together from the pieces of
Argdown's grammar: COUNT as `differential` does, and COUNT as `wide_documents` does. What is written must
be written alike again, whatever was lost. A document that differs is made as short as it gets. Ends with 1 if any differs.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import evolve, fields

import argmap
from argmap.formats.argdown.foreign import without_foreign
from argmap.formats.format import Rendering
from argmap.invariants.differences import differences
from argmap.source import SourceText

sys.path.insert(0, str(Path(__file__).parent))

differential = import_module("differential")
wide_documents = import_module("wide_documents")

GENERATORS = {"grammatical": differential.grammatical, "wide": wide_documents.wide}


def unreported(text: str) -> list[str] | None:
    """What differs and isn't told; None for a document that can't be read."""
    try:
        map = argmap.parse(SourceText("d.argdown", text), format="argdown").map
    except argmap.ArgmapError:
        return None
    return unreported_of(map)


def unreported_of(map: argmap.ArgumentMap) -> list[str]:
    """What of a map comes back otherwise and isn't told, or is written otherwise the second time."""
    rendering = argmap.render(map, "argdown")
    try:
        back = _read(rendering)
    except argmap.ArgmapError as error:
        return [f"refused: {error}"]
    plain = without_foreign(map)[0]
    told = list(differences(plain, back, rendering.losses))
    return told or [*_links_otherwise(plain, back, rendering), *_written_otherwise(back, rendering)]


def _read(rendering: Rendering) -> argmap.ArgumentMap:
    return argmap.parse(SourceText("d.argdown", rendering.text), format="argdown").map


def _links_otherwise(
    map: argmap.ArgumentMap, back: argmap.ArgumentMap, rendering: Rendering
) -> Iterator[str]:
    """Links that aren't there in the other map with what they tie together, whatever they are called."""
    losses = {(loss.element, loss.code) for loss in rendering.losses}
    lost = {id for id, code in losses if "-" not in code}
    left = evolve(map, links=tuple([link for link in map.links if link.id not in lost]))
    before, after = _signatures(left, losses), _signatures(back, losses)
    if ("", "links-order") in losses:
        before, after = sorted(before), sorted(after)
    yield from (f"link {a} is {b}" for a, b in zip(before, after, strict=False) if a != b)
    if len(before) != len(after):
        yield f"{len(after)} links, where {len(before)} were"


def _signatures(map: argmap.ArgumentMap, losses: Iterable[tuple[str, str]]) -> list[str]:
    """All that each link says, with what the links say that it bears on in place of their ids."""
    losses = set(losses)
    made: dict[str, str] = {}
    codes = {code for _, code in losses}
    disordered = "premises-order" in codes
    counted = "link-numbers" in codes  # a link's number is another's in the document then
    waiting = list(map.links)
    while waiting:
        link = waiting.pop(0)
        ends = [id for id in (getattr(link, "target", ""),) if id in map.elements]
        if any(isinstance(map[id], argmap.Link) and id not in made for id in ends):
            waiting.append(link)
            continue
        said: dict[str, Any] = {}
        for part in fields(type(link)):
            held = getattr(link, part.name)
            if part.name == "premises" and disordered:
                held = sorted(held)
            code = f"{link.kind}-{part.name}"
            lost = part.name != "data" and (code in codes if counted else (link.id, code) in losses)
            if part.name != "id" and not lost:
                said[part.name] = made.get(held, held) if part.name == "target" else held
        made[link.id] = repr((link.kind, said))
    return [made[link.id] for link in map.links]


def _written_otherwise(back: argmap.ArgumentMap, rendering: Rendering) -> Iterator[str]:
    """Whether a document isn't written so again once it has been read."""
    again = argmap.render(back, "argdown")
    if again.text != rendering.text:
        yield f"written again as\n{again.text}"


def main(count: int, seed: int) -> int:
    """Print the documents that come back otherwise, and how many there were."""
    differing = 0
    for name, generator in GENERATORS.items():
        chance = random.Random(seed)
        read = found = 0
        for _ in range(count):
            text = generator(chance)
            told = unreported(text)
            read += told is not None
            if told:
                found += 1
                short = differential.shortest(
                    text, lambda texts: [bool(unreported(each)) for each in texts]
                )
                print(*(unreported(short) or ()), "", short, "", sep="\n")
        print(
            f"{name}: {found} of {read} documents that can be read came back otherwise without a word"
        )
        differing += found
    return 1 if differing else 0


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:3]]
    sys.exit(main(*given, *(1_000, 0)[len(given) :]))
