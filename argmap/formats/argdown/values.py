"""YAML in front matter and braces, as frozen free data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ...errors import ReadError
from ...limits import Limits
from ...model.data import DEEPEST, NO_DATA, Data
from ...source import SourceText
from ...yamltext import parse_yaml
from .notes import Notes

__all__ = ["front_matter", "mapping", "understood"]

_LIMITS = Limits(nesting=DEEPEST - 5)
_NO_KEY = re.compile(r"\{\s*[{\[]")
"""Where a key would be a mapping or a list, which YAML takes long to find out."""
_BLOCK = re.compile(r"\{[ \t]*\r?\n")


@lru_cache(maxsize=1024)
def understood(text: str) -> Data | None:
    """What data in braces says, or None if it isn't YAML or no mapping.

    Where the first brace ends its line, what follows is block YAML, else it all is a flow mapping.
    """
    block = _BLOCK.match(text)
    if block is None and _NO_KEY.match(text):
        return None
    try:
        value = parse_yaml(
            SourceText("", text),
            start=block.end() if block else 0,
            stop=len(text) - 1 if block else None,
            limits=_LIMITS,
        )
        if value is None and block:
            return Data()
        return Data(value) if isinstance(value, dict) else None
    except (ReadError, ValueError):
        return None


def front_matter(notes: Notes, start: int, stop: int) -> Data:
    """The settings of the front matter that stands there; what isn't a mapping says nothing.

    Raises `ReadError` for what isn't YAML.
    """
    image = notes.source.text[start:stop]
    if not image.strip():
        return Data()
    value = parse_yaml(notes.source, start=start, stop=stop, limits=_LIMITS)
    if value is None:
        return Data()
    start += len(image) - len(image.lstrip())
    hint = "write keys and values, such as title: My debate"
    if not isinstance(value, dict):
        notes.add("no-settings", "front matter that holds no settings", start, stop, hint=hint)
        return Data()
    try:
        return Data(value)
    except ValueError as error:
        message = f"this front matter can't be used: {error}"
        raise notes.error(message, start, stop, hint=hint) from error


def mapping(settings: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The mapping under ``name``, or an empty one if there is none."""
    value = settings.get(name)
    return value if isinstance(value, Mapping) else NO_DATA
