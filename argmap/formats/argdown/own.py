"""What a document says of a map for argmap alone: data under ``argmap``, which other programs leave in peace.

On a statement or an argument it holds fields of the claim; ``link`` holds those of the link that the relation line
says; in an inference they are those of the support. In the front matter stand the records, which titles
are only ids (``ids``), and which settings are there for the other programs' sake (``added``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ...model.claim import Claim, Spoken
from ...model.data import NO_DATA
from ...model.records import Citation
from .values import mapping

__all__ = [
    "ARGDOWN",
    "ARGMAP",
    "TOP_LEVEL",
    "apart",
    "is_gist",
    "kept",
    "kept_settings",
    "made_with",
    "own_of",
]

ARGDOWN = "argdown"
"""The name in a map's free data under which stands what only Argdown has."""
ARGMAP = "argmap"
"""The name in a document's data under which stands what only argmap has."""

TOP_LEVEL = "top level"
"""Under this name in a map's data stand the statements that are blocks of their own, where settings ask for them."""

Element = TypeVar("Element")


def kept(element: Spoken) -> Mapping[str, Any]:
    """What only Argdown has of an element that was read from there."""
    return mapping(element.data, ARGDOWN)


def is_gist(claim: Claim) -> bool:
    """Whether a claim was an argument in pointed brackets."""
    return kept(claim).get("kind") == "argument"


def own_of(data: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """What stands under ``argmap`` in a document's data."""
    return mapping(data, ARGMAP) if data else NO_DATA


def apart(data: Mapping[str, Any] | None) -> dict[str, Any]:
    """A document's data without what stands under ``argmap``."""
    return {name: held for name, held in (data or {}).items() if name != ARGMAP}


def made_with(make: Callable[..., Element], own: Mapping[str, Any], **fields: Any) -> Element:
    """An element of the ``fields``, with the ``own`` ones over them; raises `ValueError` for what isn't a field."""
    given = fields | dict(own)
    try:
        if "citations" in given:
            given["citations"] = tuple([made_with(Citation, each) for each in given["citations"]])
        return make(**given)
    except (TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def kept_settings(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The front matter that a map was read with."""
    return mapping(mapping(data, ARGDOWN), "front matter")
