"""YAML from plain values: block style, texts in quotes only where they need them; nothing is recursive.

Quoted texts are those of JSON, which YAML reads as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .jsontext import write_json

__all__ = ["Entries", "write_yaml"]

_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.;()/'’-]*[\w.)])?")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_LONGEST_KEY = 500
"""A longer key is written with a question mark before it: YAML takes 1,024 characters without."""

_UNSEEN = re.compile("[\x7f-\xa0\u2028\u2029\ufeff]")


class Entries(list[tuple[str, Any]]):
    """A mapping as pairs of key and value, in which a key may be there twice."""


def write_yaml(value: Any) -> str:
    """The YAML text of dicts or `Entries` with texts for keys, lists, texts, numbers, booleans and None.

    >>> print(write_yaml({"a": ["b", {"c": 1, "d: e": []}]}), end="")
    a:
      - b
      - c: 1
        "d: e": []
    """
    if not _is_full(value):
        return f"{_inline(value)}\n"
    made: list[str] = []
    stack = [_children(value, "", "")]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        prefix, indent, held = child
        if not _is_full(held):
            made.append(f"{prefix} {_inline(held)}")
        elif prefix.endswith("-"):
            stack.append(_children(held, indent, f"{prefix} "))
        else:
            made.append(prefix)
            stack.append(_children(held, indent, indent))
    return "".join([f"{line}\n" for line in made])


def _is_full(value: Any) -> bool:
    return isinstance(value, dict | list) and bool(value)


def _children(value: Any, indent: str, lead: str) -> Iterator[tuple[str, str, Any]]:
    """What stands before each child, the indent of what is in it, and the child; ``lead`` comes first."""
    deeper = f"{indent}  "
    if isinstance(value, list) and not isinstance(value, Entries):
        for item in value:
            yield f"{lead}-", deeper, item
            lead = indent
        return
    for key, held in value.items() if isinstance(value, dict) else value:
        shown = _inline(key)
        if len(shown) > _LONGEST_KEY:
            yield f"{lead}? {shown}\n{indent}:", deeper, held
        else:
            yield f"{lead}{shown}:", deeper, held
        lead = indent


def _inline(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, str):
        if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
            return value
        return _UNSEEN.sub(_escaped, write_json(value).strip("\n"))
    return write_json(value).strip("\n")


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
