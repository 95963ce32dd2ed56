"""What of an element stands in its data: everything that its place in the document doesn't say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.claim import Claim
from ...model.data import Data, thaw
from ...model.link import Link
from ..codec import ELEMENTS, LINKS, encode
from .flow import flow
from .own import ARGDOWN, ARGMAP
from .shorthand import References, in_short

__all__ = ["braces", "differing", "user_data"]

_ENDS = ("kind", "premises", "target", "claims")


def user_data(data: Mapping[str, Any]) -> dict[str, Any]:
    """Free data without what stands there for Argdown."""
    plain: dict[str, Any] = thaw(data)
    return {name: held for name, held in plain.items() if name not in (ARGDOWN, ARGMAP)}


def differing(element: Claim | Link, expected: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an element, as JSON, that aren't what is ``expected``, nor their defaults.

    ``expected`` are values of fields that the reader gives without being told.
    """
    shape = ELEMENTS["claims"] if isinstance(element, Claim) else LINKS[element.kind]
    held = encode(shape, element)
    for name, value in expected.items():
        given = getattr(element, name)
        if given == (Data(value) if name == "data" else value):
            held.pop(name, None)
        elif name not in held:
            held[name] = thaw(given) if name == "data" else given
    return {name: value for name, value in held.items() if name not in _ENDS}


def braces(data: Mapping[str, Any], own: Mapping[str, Any], names: References) -> str:
    """Data behind a text, or nothing if there is none; ``names`` are those by which records are referred to."""
    if not own:
        return f" {flow(data)}" if data else ""
    made = in_short(own, names)
    if link := made.get("link"):
        link = in_short(link, names)
        made["link"] = link["id"] if link.keys() == {"id"} else link
    return f" {flow({**data, ARGMAP: made})}"
