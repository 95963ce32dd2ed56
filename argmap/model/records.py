"""Records beside the graph, referred to by id: where a text comes from, who says it, what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field

from ..values import frozen
from .data import NO_DATA
from .fields import FREE, ID_OR_NONE, TEXT, TEXTS, settle

__all__ = [
    "RECORD_TABLES",
    "About",
    "Citation",
    "Group",
    "Participant",
    "Record",
    "Scheme",
    "Source",
]


@frozen
class Source:
    """A document that claims are taken from: an article, a comment, a book, a web page.

    ``date`` is text in the form the source gives it (ISO 8601 where it is known).
    """

    kind: ClassVar[str] = "source"

    id: str
    title: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    data: Mapping[str, Any] = NO_DATA

    def __attrs_post_init__(self) -> None:
        settle(self, _SOURCE)


@frozen
class Citation:
    """A place in a source: the source's id, and where it is known the exact words.

    ``quote`` with the words before (``prefix``) and after it (``suffix``) finds the place again when the
    source changes; ``start`` and ``end`` are character offsets, counted from 0 (Web Annotation Data
    Model, TextQuoteSelector and TextPositionSelector). ``locator`` is a page or section.
    """

    source: str
    quote: str = ""
    prefix: str = field(default="", kw_only=True)
    suffix: str = field(default="", kw_only=True)
    start: int | None = field(default=None, kw_only=True)
    end: int | None = field(default=None, kw_only=True)
    locator: str = field(default="", kw_only=True)
    data: Mapping[str, Any] = field(default=NO_DATA, kw_only=True)

    def __attrs_post_init__(self) -> None:
        settle(self, _CITATION)


@frozen
class Participant:
    """Somebody who says something: a person, a party, an institution."""

    kind: ClassVar[str] = "participant"

    id: str
    name: str = ""
    data: Mapping[str, Any] = NO_DATA

    def __attrs_post_init__(self) -> None:
        settle(self, _PARTICIPANT)


@frozen
class Scheme:
    """A pattern of inference, with the critical questions it invites (Walton, Reed, Macagno 2008)."""

    kind: ClassVar[str] = "scheme"

    id: str
    name: str = ""
    questions: tuple[str, ...] = ()
    data: Mapping[str, Any] = NO_DATA

    def __attrs_post_init__(self) -> None:
        settle(self, _SCHEME)


@frozen
class Group:
    """A section of the map; groups form a tree by ``parent``."""

    kind: ClassVar[str] = "group"

    id: str
    title: str = ""
    parent: str | None = None
    data: Mapping[str, Any] = NO_DATA

    def __attrs_post_init__(self) -> None:
        settle(self, _GROUP)


@frozen
class About:
    """What the whole map is about; ``language`` is a BCP 47 tag such as ``en`` or ``pt-BR``."""

    title: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    data: Mapping[str, Any] = NO_DATA

    def __attrs_post_init__(self) -> None:
        settle(self, _ABOUT)


Record = Source | Participant | Scheme | Group

RECORD_TABLES = ("groups", "participants", "sources", "schemes")
"""The parts of a map that hold records; the ids of each are its own."""


def _offset(name: str, value: Any) -> int | None:
    if value is None or (type(value) is int and value >= 0):
        return value
    raise TypeError(f"{name} is a whole number of characters from 0 on, or None, not {value!r}")


_SOURCE = (
    ("id", TEXT),
    ("title", TEXT),
    ("url", TEXT),
    ("authors", TEXTS),
    ("date", TEXT),
    ("data", FREE),
)
_CITATION = (
    ("source", TEXT),
    ("quote", TEXT),
    ("prefix", TEXT),
    ("suffix", TEXT),
    ("start", _offset),
    ("end", _offset),
    ("locator", TEXT),
    ("data", FREE),
)
_PARTICIPANT = (("id", TEXT), ("name", TEXT), ("data", FREE))
_SCHEME = (("id", TEXT), ("name", TEXT), ("questions", TEXTS), ("data", FREE))
_GROUP = (("id", TEXT), ("title", TEXT), ("parent", ID_OR_NONE), ("data", FREE))
_ABOUT = (
    ("title", TEXT),
    ("description", TEXT),
    ("authors", TEXTS),
    ("language", TEXT),
    ("data", FREE),
)
