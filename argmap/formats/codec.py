"""Elements and records as JSON objects: what stands in one, in which order, and how it is written.

A `Shape` follows from a class: its fields, their types and defaults. A field that is added to a
class is written and read without a word here, as long as its type is one of those in `rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from attrs import NOTHING, Attribute, fields

from ..model.claim import Claim, Issue, Spoken
from ..model.data import thaw
from ..model.link import KINDS
from ..model.map import ArgumentMap
from ..model.records import About, Citation, Group, Participant, Scheme, Source
from ..values import frozen
from .rules import RULES, Rule, identifier

__all__ = [
    "ABOUT",
    "CITATION",
    "ELEMENTS",
    "LINKS",
    "NAMESPACES",
    "RECORDS",
    "VERSION",
    "Shape",
    "encode",
    "encode_map",
    "shape_of",
    "shaped",
]

VERSION = 1
"""The version of the written form of elements and records, in every format of JSON."""

Part = tuple[str, Any, Callable[[Any], Any] | None]


@frozen(eq=False)
class Shape:
    """What the JSON object of a class holds.

    ``parts`` are triples of a field's name, its default, and how it is written (None: as it is);
    ``rules`` say how it is read. ``lead`` is what is written besides, after the id.
    """

    kind: Callable[..., Any]
    noun: str
    parts: tuple[Part, ...]
    rules: dict[str, Rule]
    required: tuple[str, ...]
    lead: dict[str, str]
    values: Callable[[Any], tuple[Any, ...]]


def encode(shape: Shape, value: Any) -> dict[str, Any]:
    """The JSON object of ``value``: its fields that aren't at their defaults, in reading order."""
    made: dict[str, Any] = {}
    for (name, default, plain), held in zip(shape.parts, shape.values(value), strict=True):
        if held is not default and held != default:
            made[name] = held if plain is None else plain(held)
            if name == "id":
                made |= shape.lead
    return made


def encode_map(map: ArgumentMap, tables: Iterable[str]) -> dict[str, Any]:
    """The JSON object of a map: version, about, the ``tables`` in their order, free data."""
    made: dict[str, Any] = {"argmap": VERSION}
    if about := encode(ABOUT, map.about):
        made["about"] = about
    for table in tables:
        if values := getattr(map, table):
            shape = ELEMENTS.get(table) or RECORDS.get(table)
            made[table] = [encode(shape or LINKS[value.kind], value) for value in values]
    if map.data:
        made["data"] = thaw(map.data)
    return made


def shaped(
    kind: Callable[..., Any],
    noun: str,
    parts: tuple[Part, ...],
    rules: dict[str, Rule],
    lead: dict[str, str],
) -> Shape:
    """A shape of these ``parts``, with those of the ``rules`` that are theirs."""
    names = [name for name, _, _ in parts]
    return Shape(
        kind=kind,
        noun=noun,
        parts=parts,
        rules={name: rules[name] for name in names},
        required=tuple([name for name, default, _ in parts if default is NOTHING]),
        lead=lead,
        values=attrgetter(*names),
    )


def shape_of(kind: Any, noun: str = "") -> Shape:
    """The shape of a class of elements or records."""
    shared = {part.name for part in fields(Spoken)}
    ordered = sorted(fields(kind), key=lambda part: part.name in shared)
    parts = tuple([(part.name, part.default, _plain(part)) for part in ordered])
    rules = {
        part.name: identifier if part.name == "id" else RULES[str(part.type)] for part in ordered
    }
    lead = {"kind": kind.kind} if kind in KINDS.values() else {}
    return shaped(kind, noun or kind.kind, parts, rules, lead)


def _plain(part: Attribute[Any]) -> Callable[[Any], Any] | None:
    if part.name == "data":
        return thaw
    if part.name == "citations":
        return lambda citations: [encode(CITATION, citation) for citation in citations]
    return list if str(part.type).startswith("tuple") else None


CITATION = shape_of(Citation, "citation")
ABOUT = shape_of(About, '"about"')
ELEMENTS: dict[str, Shape] = {"claims": shape_of(Claim), "issues": shape_of(Issue)}
LINKS: dict[str, Shape] = {name: shape_of(kind) for name, kind in KINDS.items()}
"""The shape of each kind of link."""
RECORDS: dict[str, Shape] = {
    "groups": shape_of(Group),
    "participants": shape_of(Participant),
    "sources": shape_of(Source),
    "schemes": shape_of(Scheme),
}
NAMESPACES: tuple[tuple[str, ...], ...] = (
    ("claims", "issues", "links"),
    *[(table,) for table in RECORDS],
)
"""The lists of a document in which ids are unique together."""
