"""JSON values out of a text that holds nearly right JSON: in prose, in a fence, with slips, cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...errors import ReadError
from ...jsontext import parse_json
from ...source import SourceText
from ...yamltext import parse_yaml
from .notes import Notes

__all__ = ["loose_value"]

_FENCE = re.compile(r"```[^\n]{0,40}\n(.*?)(?:\n[ \t]*```|\Z)", re.DOTALL)
_COMMENT = re.compile(r'("(?:[^"\\\n]|\\.)*")|//[^\n]*|/\*.{0,10000}?\*/', re.DOTALL)
_CLOSERS = {"{": "}", "[": "]"}
_MOST = 2_000_000
"""How many characters of a text are mended; a longer one is read as it is or not at all."""

_NOTHING = object()


def loose_value(text: str, notes: Notes) -> Any:
    """The JSON value in a text, None if there is none; each slip is told to ``notes``."""
    for told, candidate in _candidates(text):
        value = _read(candidate, notes)
        if value is not _NOTHING:
            for code, message in told:
                notes.add(code, message)
            return value
    return None


def _candidates(text: str) -> Iterator[tuple[list[tuple[str, str]], str]]:
    """Parts of a text that may be JSON, the likeliest first, with what was left out around them."""
    yield [], text
    if len(text) > _MOST:
        return
    fence = [("repair-fence", "the JSON stood in a fence")]
    for found in _FENCE.finditer(text):
        yield fence, found[1]
    starts = [at for at in (text.find("{"), text.find("[")) if at >= 0]
    if starts:
        start = min(starts)
        around = [("repair-prose", "there was text around the JSON")]
        stop = max(text.rfind("}"), text.rfind("]")) + 1
        if stop > start:
            yield around, text[start:stop]
        yield around if start else [], text[start:]


def _read(text: str, notes: Notes) -> Any:
    """The value of a text: as JSON, as JSON with slips that YAML allows, or cut off and closed."""
    text = text.strip()
    if not text.startswith(("{", "[")):
        return _NOTHING
    try:
        return parse_json(SourceText("<text>", text)).value
    except ReadError:
        if len(text) > _MOST:
            return _NOTHING
    plain = _COMMENT.sub(lambda found: found[1] or " ", text)
    for code, message, candidate in (
        ("repair-syntax", "the JSON had slips: quotes, commas or comments", plain),
        ("repair-cut", "the JSON was cut off; what was whole of it is read", _closed(plain)),
    ):
        value = _lenient(candidate)
        if isinstance(value, dict | list):
            notes.add(code, message)
            return value
    return _NOTHING


def _lenient(text: str) -> Any:
    """The value of JSON with single quotes, bare words or commas too many, which are YAML; else None."""
    try:
        return parse_yaml(SourceText("<text>", text.replace("\t", "  ")))
    except ReadError:
        return None


def _closed(text: str) -> str:
    """A text that was cut off, up to its last whole value, with the brackets closed that are open there."""
    stack: list[str] = []
    safe, open_there = 0, ""
    quoted = escaped = False
    for place, character in enumerate(text):
        if quoted:
            quoted = escaped or character != '"'
            escaped = character == "\\" and not escaped
        elif character == '"':
            quoted = True
        elif character in _CLOSERS:
            stack.append(_CLOSERS[character])
        elif stack and character == stack[-1]:
            stack.pop()
            safe, open_there = place + 1, "".join(reversed(stack))
        elif character == "," and stack:
            safe, open_there = place, "".join(reversed(stack))
    return text[:safe] + open_there
