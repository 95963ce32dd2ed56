"""Data as YAML on one line, as a person would write it: quotes only where they are needed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["flow"]

_WORD = re.compile(r"[^\W\d_](?:[\w -]*\w)?")
_NO_TEXT = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"))
"""What some reader of YAML takes for something else."""

_QUOTED = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "}": "\\x7D",  # else a reader that looks for the end of the data might find it here
    "{": "\\x7B",
    "=": "\\x3D",  # three of them end the front matter
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
    "\ufeff": "\\uFEFF",
}
_SPECIAL = re.compile(f"[{re.escape(''.join(_QUOTED))}]|[\\]>](?=:)")
"""A bracket before a colon would end a title that stands before the data."""


def flow(value: Any) -> str:
    """``value``, of JSON's kinds, as flow YAML.

    >>> flow({"year": 2001, "who": ["Ann", "Ben & Co."], "sure": None})
    '{year: 2001, who: [Ann, "Ben & Co."], sure: null}'
    """
    pieces: list[str] = []
    open: list[Any] = [value]
    while open:
        item = open.pop()
        if isinstance(item, _Literal):
            pieces.append(item)
        elif isinstance(item, Mapping):
            open += reversed(_mapping(item))
        elif isinstance(item, tuple | list):
            open += reversed(_sequence(item))
        else:
            pieces.append(_scalar(item))
    return "".join(pieces)


class _Literal(str):
    """What is written as it is."""

    __slots__ = ()


def _mapping(value: Mapping[str, Any]) -> list[Any]:
    parts: list[Any] = [_Literal("{")]
    for name, held in value.items():
        parts += [_Literal(", ")] if len(parts) > 1 else []
        parts += [_Literal(_scalar(name) + ": "), held]
    return [*parts, _Literal("}")]


def _sequence(value: tuple[Any, ...] | list[Any]) -> list[Any]:
    parts: list[Any] = [_Literal("[")]
    for held in value:
        parts += [_Literal(", ")] if len(parts) > 1 else []
        parts.append(held)
    return [*parts, _Literal("]")]


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        plain = _WORD.fullmatch(value) and value.lower() not in _NO_TEXT and "  " not in value
        return value if plain else f'"{_SPECIAL.sub(_escaped, value)}"'
    return repr(value)


def _escaped(found: re.Match[str]) -> str:
    return _QUOTED.get(found[0]) or f"\\x{ord(found[0]):02X}"
