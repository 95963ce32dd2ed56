"""What of an element stands in its data: everything that its place in the document doesn't say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ...model.claim import Claim
from ...model.data import Data, thaw
from ...model.link import Link
from ..codec import ELEMENTS, LINKS, encode
from .flow import flow
from .own import ARGDOWN, ARGMAP

__all__ = ["braces", "differing", "is_numbered", "user_data"]

_ENDS = ("kind", "premises", "target", "claims")
_NUMBERED = re.compile(r"(?:support|rebuttal|undercut|conflict)-\d+")


def is_numbered(link: Link) -> bool:
    """Whether a link's id is only its kind and a number, as the reader gives them."""
    return _NUMBERED.fullmatch(link.id) is not None


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


def braces(data: Mapping[str, Any], own: Mapping[str, Any]) -> str:
    """Data behind a text, or nothing if there is none."""
    whole = {**data, ARGMAP: own} if own else data
    return f" {flow(whole)}" if whole else ""
