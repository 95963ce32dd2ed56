"""What the tests of Argdown share: a document's outline, and what a map loses by being written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from argmap import ArgumentMap, Link, Loss, Rendering, Step, render
from argmap import parse as parse_map
from argmap.formats.argdown.foreign import without_foreign
from argmap.source import SourceText

sys.path.insert(0, str(Path(__file__).parent))

Outline = Callable[[str], list[list[Any]]]


def differences(before: ArgumentMap, after: ArgumentMap, losses: Sequence[Loss]) -> list[str]:
    """How a map that was written and read differs from what it was, but for the losses that were told."""
    before, _ = without_foreign(before)
    codes = {loss.code for loss in losses}
    lost = {loss.element for loss in losses if loss.element and not loss.code.endswith("-data")}
    told = []
    for table in ("claims", "issues", "groups", "schemes", "participants", "sources"):
        first, second = (
            [each for each in getattr(map, table) if each.id not in lost] for map in (before, after)
        )
        if f"{table}-order" in codes:
            first, second = (sorted(each, key=attrgetter("id")) for each in (first, second))
        if first != second:
            told.append(f"{table}: {first} != {second}")
    links = [_links(map, lost, numbered="link-numbers" not in codes) for map in (before, after)]
    if codes & {"links-order", "link-numbers"}:
        links = [sorted(each) for each in links]
    if links[0] != links[1]:
        told.append(f"links: {links[0]} != {links[1]}")
    parts = {"about": "about", "data": "map-data"}
    told += [
        part
        for part, code in parts.items()
        if code not in codes and getattr(before, part) != getattr(after, part)
    ]
    return told


def _links(map: ArgumentMap, lost: set[str], *, numbered: bool) -> list[str]:
    """Each link in words; its targets are told in words as well, since ids may have changed."""
    links = {link.id: link for link in map.links}

    def told(id: str) -> str:
        words = []
        while id in links:
            link = links[id]
            words.append(repr(link if numbered else _anonymous(link)))
            id = getattr(link, "target", "")
        return " -> ".join([*words, id])

    return [told(id) for id in links if id not in lost]


def _anonymous(link: Link) -> Link:
    return evolve(link, id="", target="") if isinstance(link, Step) else evolve(link, id="")


@pytest.fixture
def written() -> Callable[[ArgumentMap], Rendering]:
    """Writes a map, reads it again, and asserts that it is what it was but for the losses."""

    def checked(map: ArgumentMap) -> Rendering:
        rendering = render(map, "argdown")
        reading = parse_map(SourceText("d.argdown", rendering.text), format="argdown")
        told = differences(map, reading.map, rendering.losses)
        assert not told, "\n".join(
            [*told, rendering.text, *[str(loss) for loss in rendering.losses]]
        )
        assert {finding.code for finding in reading.findings} <= {"no-document", "undercut-claim"}
        return rendering

    return checked


@pytest.fixture
def outline() -> Outline:
    """Tells a document's rows, as `argdown_outline` does."""
    rows: Outline = import_module("argdown_outline").outline_of
    return rows
