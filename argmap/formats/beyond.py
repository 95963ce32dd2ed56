"""What a writer says of a document that argmap's own readers would refuse for its size.

A map that is made in Python may hold more than a reader takes from a stranger (`argmap.Limits`). It is written
whole, and what passes the readers' usual limits is told as losses: who reads it must raise those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from attrs import fields

from ..errors import Loss, ReadError, TooLarge
from ..limits import Limits
from ..model.map import ArgumentMap
from ..model.records import Citation
from ..source import SourceText
from .format import Format, Reader, Rendering

__all__ = ["beyond_limits"]

_USUAL = Limits()
_RECORDS = ("groups", "participants", "sources", "schemes")


def beyond_limits(map: ArgumentMap, rendering: Rendering, chosen: Format) -> tuple[Loss, ...]:
    """The losses of what passes the usual limits of the reader of ``chosen`` in what was written of a map.

    The document is read only if something of the map is so large; what the format leaves out passes no limit.
    """
    size = len(rendering.written)
    if chosen.read is None or chosen.binary or size <= _USUAL.id_characters:
        return ()
    found = [*_too_many(map), *_too_long(map, size)]
    large = list(_too_large(rendering)) if size > _USUAL.file_bytes // 4 else []
    return (*large, *(found if found and _is_refused(rendering, chosen.read) else ()))


def _too_many(map: ArgumentMap) -> Iterator[Loss]:
    for table, number in (("claims", len(map.claims)), ("links", len(map.links))):
        if number > getattr(_USUAL, table):
            yield _loss("map", "", table, f"{number:,} {table}", table)


def _too_large(rendering: Rendering) -> Iterator[Loss]:
    size = len(rendering.data)
    if size > _USUAL.file_bytes:
        yield _loss("map", "", "bytes", f"{size:,} bytes", "file_bytes")


def _loss(kind: str, id: str, part: str, what: str, limit: str) -> Loss:
    most = getattr(_USUAL, limit)
    why = f"it is written, and readers take {most:,} unless Limits({limit}=...) says more"
    return Loss(f"{kind}-{part}", id, what, why)


def _too_long(map: ArgumentMap, size: int) -> Iterator[Loss]:
    """The ids that are too long, and if the document can hold such a thing, the texts."""
    records = [each for table in _RECORDS for each in getattr(map, table)]
    by_kind: dict[type[Any], list[Any]] = {}
    for each in (*map.claims, *map.issues, *map.links, *records, map.about):
        by_kind.setdefault(type(each), []).append(each)
    for kind, things in by_kind.items():
        for part in [field.name for field in fields(kind) if field.name in _TEXTS]:
            limit = "id_characters" if part == "id" else "text_characters"
            if size > getattr(_USUAL, limit):
                yield from _longest(things, part, limit)


_TEXTS = (
    "id", "text", "title", "wordings", "label", "tags", "citations", "name", "questions",
    "description", "authors", "url", "date", "language",
)  # fmt: skip # one a line would be a page
"""The fields that hold a text, or several; free data is bounded by the size of the file alone."""


def _longest(things: Sequence[Any], part: str, limit: str) -> Iterator[Loss]:
    """The things whose ``part`` is longer than a limit; a column at a time, for maps are large and hardly ever so."""
    most = getattr(_USUAL, limit)
    column = list(map(attrgetter(part), things))
    if not any(column) or (type(column[0]) is str and max(map(len, column)) <= most):
        return
    for thing, value in zip(things, column, strict=True):
        if value and (length := _length(value)) > most:
            kind = getattr(thing, "kind", type(thing).__name__.lower())
            what = f"its {part} of {length:,} characters"
            yield _loss(kind, getattr(thing, "id", ""), part, what, limit)


def _length(value: str | tuple[Any, ...]) -> int:
    """How long a text is, or the longest of several; of a citation the longest of its texts."""
    if isinstance(value, str):
        return len(value)
    texts = [
        text
        for each in value
        for text in (
            (each.quote, each.prefix, each.suffix, each.locator)
            if isinstance(each, Citation)
            else (each,)
        )
    ]
    return max(map(len, texts), default=0)


def _is_refused(rendering: Rendering, reader: Reader) -> bool:
    """Whether a reader refuses the document for its size."""
    beside = tuple([(suffix, SourceText("", text)) for suffix, text in rendering.beside])
    source = SourceText("", rendering.text, beside=beside)
    try:
        reader(source, strict=False, limits=_USUAL)
    except ReadError as error:
        return isinstance(error, TooLarge)  # what else it is refused for is no matter of size
    return False
