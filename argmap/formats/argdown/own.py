"""What a document says of a map for argmap alone: data under ``argmap``, which other programs leave in peace.

On a statement or an argument it holds fields of the claim, and ``kind: claim`` if an argument was none before it
was written; ``link`` holds those of the link that the relation line says, or only its id; in an inference they
are those of the support. In the front matter stand the records and which titles are only ids (``ids``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ...model.claim import Claim, Spoken
from ...model.data import NO_DATA
from ...model.ids import slug
from .values import mapping

__all__ = [
    "ARGDOWN",
    "ARGMAP",
    "DRAWN",
    "GROUP_TAGS",
    "SPEAKER",
    "TAGS",
    "TOP_LEVEL",
    "apart",
    "is_counted",
    "is_gist",
    "is_machine_made",
    "is_slug",
    "kept",
    "kept_settings",
    "link_of",
    "made_with",
    "own_of",
]

ARGDOWN = "argdown"
"""The name in a map's free data under which stands what only Argdown has."""
ARGMAP = "argmap"
"""The name in a document's data under which stands what only argmap has."""

TOP_LEVEL = "top level"
"""Under this name in a map's data stand the statements that are blocks of their own, where settings ask for them."""
DRAWN = "drawn"
"""Under this name in an element's data stands how a picture shows it."""
TAGS = "tags"
"""Under this name in a map's data stand its tags in the document's order, where settings speak of colours."""
GROUP_TAGS = "group tags"
"""Under this name stand, by group, the tags of its heading, where settings colour groups by their tags."""

SPEAKER = "from"
"""Under this name in a link's data stands the argument that it leads from, where settings leave it there and not at its conclusion."""

_COUNTED = re.compile(r"(?:support|rebuttal|undercut|conflict)-\d+")
_MACHINE_MADE = re.compile(
    rf"{_COUNTED.pattern}|[\d_]+|[\da-f]{{8}}(?:-[\da-f]{{4}}){{3}}-[\da-f]{{12}}", re.IGNORECASE
)

_NUMBER = re.compile(r"\d+")

Element = TypeVar("Element")


def kept(element: Spoken) -> Mapping[str, Any]:
    """What only Argdown has of an element that was read from there."""
    return mapping(element.data, ARGDOWN)


def is_gist(claim: Claim) -> bool:
    """Whether a claim was an argument in pointed brackets."""
    return kept(claim).get("kind") == "argument"


def is_slug(title: str, text: str) -> bool:
    """Whether a title is nothing but the words of its text, as ids are made of them: no person writes that."""
    if "-" not in title or " " in title:
        return False
    made = slug(text)
    number = title.removeprefix(f"{made}-")
    return title == made or (
        number != title and made != "" and _NUMBER.fullmatch(number) is not None
    )


def is_counted(id: str) -> bool:
    """Whether a link's id is its kind and a number, as the reader gives them; as an argument's title it is only an id."""
    return _COUNTED.fullmatch(id) is not None


def is_machine_made(id: str) -> bool:
    """Whether a link's id is a number or a UUID, which nobody chose."""
    return _MACHINE_MADE.fullmatch(id) is not None


def own_of(data: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """What stands under ``argmap`` in a document's data."""
    return mapping(data, ARGMAP) if data else NO_DATA


def link_of(own: Mapping[str, Any]) -> Mapping[str, Any]:
    """What stands there of the link that a relation line says; a text is the link's id."""
    held = own.get("link")
    return {"id": held} if isinstance(held, str) else mapping(own, "link")


def apart(data: Mapping[str, Any] | None) -> dict[str, Any]:
    """A document's data without what stands under ``argmap``."""
    return {name: held for name, held in (data or {}).items() if name != ARGMAP}


def made_with(make: Callable[..., Element], own: Mapping[str, Any], **fields: Any) -> Element:
    """An element of the ``fields``, with the ``own`` ones over them; raises `ValueError` for what isn't a field."""
    try:
        return make(**fields | dict(own))
    except (TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def kept_settings(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The front matter that a map was read with."""
    return mapping(mapping(data, ARGDOWN), "front matter")
