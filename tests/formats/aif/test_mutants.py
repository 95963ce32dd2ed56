"""Documents of AIF, xAIF, OVA, SADFace and arguebuf that were broken at random: refused, or read and written back."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

import argmap

NODES = [
    ("k", "L"), ("a", "I"), ("y", "YA"), ("b", "I"), ("c", "I"), ("s", "RA"), ("r", "CA"), ("u", "CA"), ("m", "MA"), ("p", "PA"),
]  # fmt: skip # one a line would be a page
EDGES = ("ky", "ya", "as", "bs", "sc", "cr", "ra", "bu", "us", "am", "mb", "sp", "pr")
JUNK: tuple[Any, ...] = (
    None,
    True,
    1,
    -1.5,
    "",
    "a",
    "s",
    "RA",
    "I",
    "\x85",
    [],
    ["a"],
    {},
    {"@without": ["a"]},
)


def _document(format: str) -> str:
    nodes = [{"nodeID": id, "text": id, "type": type, "scheme": "X"} for id, type in NODES]
    edges = [{"edgeID": str(n), "fromID": e[0], "toID": e[1]} for n, e in enumerate(EDGES)]
    document: Any = {"nodes": nodes, "edges": edges, "locutions": [{"nodeID": "k"}]}
    if format in ("aif", "ova"):
        return json.dumps(document)
    if format == "xaif":
        return json.dumps({"AIF": document, "OVA": {}, "text": {"txt": "x"}})
    map = argmap.parse(json.dumps(document), format="aif").map
    return argmap.render(map, format).text


def _mutant(text: str, chance: random.Random) -> str:
    if chance.random() < 0.3:
        start = chance.randrange(len(text))
        return text[:start] + chance.choice('{}[]",:0a\x85\\') + text[start + chance.randrange(2) :]
    value = json.loads(text)
    for _ in range(chance.randrange(1, 4)):
        holder = value
        for _ in range(chance.randrange(1, 6)):
            keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not keys:
                break
            key = chance.choice(keys)
            if isinstance(holder[key], dict | list) and chance.random() < 0.8:
                holder = holder[key]
            elif chance.random() < 0.3:
                del holder[key]
            else:
                holder[key] = json.loads(json.dumps(chance.choice(JUNK)))
    return json.dumps(value)


@pytest.mark.parametrize("format", ["aif", "xaif", "ova", "sadface", "arguebuf"])
def test_mutants(format: str) -> None:
    """Some broken document would end in an error that isn't a `ReadError`, or not come back as it was read."""
    chance = random.Random(5)
    text = _document(format)
    read = 0
    for _ in range(400):
        try:
            map = argmap.parse(_mutant(text, chance), format=format).map
        except argmap.ReadError:
            continue
        read += 1
        rendering = argmap.render(map, "xaif" if format == "ova" else format)
        again = argmap.parse(rendering.text, format=rendering.format).map
        assert rendering.losses or again == map
    assert 50 < read < 400
