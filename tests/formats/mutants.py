"""Documents broken at random, as a disk, a careless editor or a hostile hand breaks them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

__all__ = ["mutants"]

OTHERS: tuple[Any, ...] = (
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

PIECES = ("<", ">", "&", '"', "'", "[", "]", "{", "}", "(", ")", ",", ";", ":", "\n", "\r", "\t", "  ", "\\",
          "#", "-", "+", "|", "=", "&#0;", "<!--", "]]>", "\x00", "\ufeff", "\u2028", "9" * 30, "id", "é")  # fmt: skip # one a line would be a page
"""What is put into a document where it means something in one format or another."""


def mutants(document: str, count: int, seed: int) -> Iterator[str | bytes]:
    """``count`` broken copies of a document, the same for the same seed."""
    chance = random.Random(seed)
    value = _value(document)
    for _ in range(count):
        if value is not None and chance.random() < 0.5:
            yield _other_json(document, chance)
        else:
            yield chance.choice(_WAYS)(document, chance)


def _value(document: str) -> Any:
    try:
        return json.loads(document)
    except ValueError:
        return None


def _other_bytes(document: str, chance: random.Random) -> bytes:
    data = bytearray(document.encode())
    for _ in range(chance.randrange(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _part_lost(document: str, chance: random.Random) -> str:
    start = chance.randrange(len(document))
    return document[:start] + document[start + chance.randrange(len(document)) :]


def _cut_short(document: str, chance: random.Random) -> str:
    return document[: chance.randrange(len(document))]


def _piece_in(document: str, chance: random.Random) -> str:
    at = chance.randrange(len(document))
    return document[:at] + chance.choice(PIECES) + document[at + chance.randrange(2) :]


def _line_moved(document: str, chance: random.Random) -> str:
    lines = document.splitlines(keepends=True)
    line = lines.pop(chance.randrange(len(lines)))
    for _ in range(chance.randrange(3)):
        lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


def _words_swapped(document: str, chance: random.Random) -> str:
    words = document.split(" ")
    first, second = chance.randrange(len(words)), chance.randrange(len(words))
    words[first], words[second] = words[second], words[first]
    return " ".join(words)


_WAYS = (_other_bytes, _part_lost, _cut_short, _piece_in, _line_moved, _words_swapped)


def _other_json(document: str, chance: random.Random) -> str:
    value = json.loads(document)
    way = chance.randrange(3)
    for _ in range(chance.randrange(1, 3)):
        holder, key = chance.choice(_spots(value))
        if way == 0:
            holder[key] = json.loads(json.dumps(chance.choice(OTHERS)))
        elif way == 1:
            del holder[key]
        else:
            other, there = chance.choice(_spots(value))
            holder[key] = json.loads(json.dumps(other[there]))
        if not _spots(value):
            break
    return json.dumps(value)


def _spots(value: Any) -> list[tuple[Any, Any]]:
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
