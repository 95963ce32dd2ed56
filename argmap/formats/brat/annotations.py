"""The lines of a stand-off file as values; no map yet."""

from __future__ import annotations

import re

from attrs import define, field, frozen

from ..lines import lines

__all__ = ["Annotations", "Mark", "Relation", "Span", "annotated"]

_SPAN = re.compile(
    r"(T\S*)[\t ]+(\S+)[\t ]+(\d{1,12} +\d{1,12}(?:;\d{1,12} +\d{1,12})*)(?:[\t ](.*))?"
)
_RELATION = re.compile(r"(R\S*)[\t ]+(\S+)[\t ]+[^\s:]+:(\S+)[\t ]+[^\s:]+:(\S+)\s*")
_ATTRIBUTE = re.compile(r"([AM]\S*)[\t ]+(\S+)[\t ]+(\S+)(?:[\t ]+(.*?))?\s*")
_NOTE = re.compile(r"(#\S*)[\t ]+(\S+)[\t ]+(\S+)(?:[\t ](.*))?")
_OTHER = re.compile(r"(?:E\S*|N\S*|\*)[\t ]+\S.*")


@frozen
class Span:
    """A stretch of text, or several: id, type, pairs of offsets, and the words as the file repeats them."""

    id: str
    type: str
    pieces: tuple[tuple[int, int], ...]
    words: str | None
    start: int
    line: str


@frozen
class Relation:
    """A relation between two spans."""

    id: str
    name: str
    first: str
    second: str
    start: int
    line: str


@frozen
class Mark:
    """An attribute of a span or a relation, or a note on one."""

    id: str
    name: str
    on: str
    value: str | None
    start: int
    line: str


@define
class Annotations:
    """Everything in a file: spans, relations and attributes in their order, notes, lines of other kinds, the rest."""

    spans: list[Span] = field(factory=list)
    links: list[Relation | Mark] = field(factory=list)
    notes: list[Mark] = field(factory=list)
    others: list[tuple[int, str]] = field(factory=list)
    strange: list[tuple[int, str]] = field(factory=list)


def annotated(text: str) -> Annotations:
    """What the lines of a file say."""
    made = Annotations()
    for start, line in lines(text):
        if found := _SPAN.fullmatch(line):
            made.spans.append(Span(found[1], found[2], _pieces(found[3]), found[4], start, line))
        elif found := _RELATION.fullmatch(line):
            made.links.append(Relation(found[1], found[2], found[3], found[4], start, line))
        elif found := _ATTRIBUTE.fullmatch(line):
            made.links.append(Mark(found[1], found[2], found[3], found[4] or None, start, line))
        elif found := _NOTE.fullmatch(line):
            made.notes.append(Mark(found[1], found[2], found[3], found[4], start, line))
        elif _OTHER.fullmatch(line):
            made.others.append((start, line))
        elif line.strip():
            made.strange.append((start, line))
    return made


def _pieces(offsets: str) -> tuple[tuple[int, int], ...]:
    pairs = [piece.split() for piece in offsets.split(";")]
    return tuple([(int(first), int(last)) for first, last in pairs])
