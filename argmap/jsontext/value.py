"""What a JSON document can hold, and the ways to its parts: all that the fast reader needs to know of either."""

from __future__ import annotations

import json
import re
import sys
from typing import TypeAlias

from ..source import visible

__all__ = ["JsonValue", "Path", "digits_allowed", "kind_of", "path_text"]

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
"""What a JSON document can hold."""

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of objects and, counted from 0, indexes of lists."""

_PLAIN_KEY = re.compile(r"[\w@$-]+")
_SHOWN = 60
_DIGITS = 4_300


def kind_of(value: JsonValue) -> str:
    """What kind of value this is, in words for a message: ``an object``, ``a text``, ...

    >>> kind_of([1, 2])
    'a list'
    """
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    if isinstance(value, str):
        return "a text"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    return "a number"


def digits_allowed() -> int:
    """The most digits of a whole number: 4,300, or fewer where this Python is told so."""
    return min(_DIGITS, sys.get_int_max_str_digits() or _DIGITS)


def path_text(path: Path) -> str:
    """The path as people write it; empty for the whole document.

    >>> path_text(("claims", 3, "id"))
    'claims[3].id'
    >>> path_text(("a key", 0))
    '["a key"][0]'
    """
    steps = []
    for step in path:
        if isinstance(step, int):
            steps.append(f"[{step}]")
        elif _PLAIN_KEY.fullmatch(step) and len(step) <= _SHOWN:
            steps.append(f".{step}" if steps else step)
        else:
            cut = step if len(step) <= _SHOWN else f"{step[:_SHOWN]}..."
            steps.append(f"[{visible(json.dumps(cut, ensure_ascii=False))}]")
    return "".join(steps)
