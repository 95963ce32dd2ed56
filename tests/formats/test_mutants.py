"""Documents that were broken at random are refused or read, never anything else."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

import argmap


def _documents() -> list[str]:
    draft = argmap.Draft("Co-ops", language="en")
    good = draft.claim("Co-ops are good.", weight=0.5, tags=["x"], data={"n": [1, 2.5, None]})
    near = draft.claim("They are near.", stance="assumed", said_by="Ann", cites=draft.source("S"))
    step = draft.support(good, by=near, scheme="expert", group=draft.group("G"))
    draft.undercut(step, by=draft.claim("No.", wordings=["Nay."]), warrants=[good])
    draft.answer(draft.issue("Why?"), by=good)
    draft.conflict(good, near, contradictory=True)
    draft.prefer(good, over=step)
    draft.rephrase(good, by=near, manner="restates")
    return [argmap.dumps(draft.map()), argmap.dumps(draft.map(), "node-link")]


def _paths(value: Any) -> list[tuple[Any, Any]]:
    """Pairs of a container and a key in it, for everything in a JSON value."""
    found: list[tuple[Any, Any]] = []
    todo = [value]
    while todo:
        holder = todo.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            found.append((holder, key))
            if isinstance(holder[key], dict | list):
                todo.append(holder[key])
    return found


_OTHERS: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    7,
    10**400,
    0.5,
    1e300,
    "",
    "a",
    "s",
    "support",
    "\u202e",
    [],
    ["a"],
    [[1]],
    {},
    {"id": "a"},
    [{"id": "a"}],
    [None],
    "x" * 2_000,
)  # fmt: skip # one a line would be a page


def _mutant(document: str, chance: random.Random) -> str | bytes:
    way = chance.randrange(5)
    if way == 0:  # other bytes
        data = bytearray(document.encode())
        for _ in range(chance.randrange(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        return bytes(data)
    if way == 1:  # a part is lost
        start = chance.randrange(len(document))
        return document[:start] + document[start + chance.randrange(len(document)) :]
    value = json.loads(document)
    for _ in range(chance.randrange(1, 3)):
        holder, key = chance.choice(_paths(value))
        if way == 2:  # another type
            holder[key] = json.loads(json.dumps(chance.choice(_OTHERS)))
        elif way == 3:  # gone
            del holder[key]
        else:  # the value of another place
            other, there = chance.choice(_paths(value))
            holder[key] = json.loads(json.dumps(other[there]))
    return json.dumps(value)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("format", ["json", "node-link"])
def test_mutants_are_read_or_refused(format: str, seed: int) -> None:
    """Some broken document would end in an error that isn't a `ReadError`, or give a broken map."""
    chance = random.Random(seed)
    document = _documents()[format == "node-link"]
    read = 0
    for _ in range(120):
        try:
            map = argmap.parse(_mutant(document, chance), format=format).map
        except argmap.ReadError:
            continue
        read += 1
        assert argmap.parse(argmap.dumps(map, format), format=format).map == map
    assert 0 < read < 120
