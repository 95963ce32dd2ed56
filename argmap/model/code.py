"""A map as Python code that rebuilds it: what a failing test prints, and what one pastes into the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import NOTHING, fields

from .data import Data, thaw
from .map import ArgumentMap

__all__ = ["code"]


def code(map: ArgumentMap) -> str:
    """The expression that makes an equal map, with the names that ``from argmap import *`` gives.

    What is as by default is left out; an element stands on a line of its own.

    >>> from argmap import Draft
    >>> draft = Draft("Co-ops")
    >>> good = draft.claim("Co-ops are good.", id="good")
    >>> step = draft.support(good, by=draft.claim("They are near.", id="near"))
    >>> print(code(draft.map()))
    ArgumentMap(
        claims=(
            Claim('good', 'Co-ops are good.'),
            Claim('near', 'They are near.'),
        ),
        links=(
            Support('support-1', ('near',), 'good'),
        ),
        about=About('Co-ops'),
    )
    """
    lines = [line for part in fields(ArgumentMap) for line in _part(part.name, map)]
    return "\n".join(["ArgumentMap(", *[f"    {line}" for line in lines], ")"]) if lines else _NONE


_NONE = "ArgumentMap()"


def _part(name: str, map: ArgumentMap) -> Iterator[str]:
    """The lines of one argument of the map, none if it is empty."""
    value = getattr(map, name)
    if isinstance(value, tuple):
        if value:
            yield from (f"{name}=(", *[f"    {_made(each)}," for each in value], "),")
    elif isinstance(value, Data):
        if value:
            yield f"{name}={_plain(value)},"
    elif value != type(value)():
        yield f"{name}={_made(value)},"


def _made(value: Any) -> str:
    """The constructor call that makes an element, a record or a citation."""
    given = [
        (part, getattr(value, part.name))
        for part in fields(type(value))
        if part.default is NOTHING or getattr(value, part.name) != part.default
    ]
    # What comes by position must come first, and only as long as nothing before it is left out.
    order = [part.name for part in fields(type(value)) if not part.kw_only]
    words = [
        _plain(held) if order[at : at + 1] == [part.name] else f"{part.name}={_plain(held)}"
        for at, (part, held) in enumerate(sorted(given, key=lambda pair: pair[0].kw_only))
    ]
    return f"{type(value).__name__}({', '.join(words)})"


def _plain(value: Any) -> str:
    """A field's value as code; what is neither text, number nor free data are citations."""
    if isinstance(value, Data):
        return repr(thaw(value))
    if isinstance(value, tuple) and value and not isinstance(value[0], str):
        return f"({', '.join([_made(each) for each in value])},)"
    return repr(value)
