"""Fields under ``argmap`` as a person writes them, and in full.

A list of one is that one. A record of nothing but a name that gives its id is the name, and so is what refers to it;
a citation of nothing but a source is the source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ...model.ids import slug
from ...model.map import ArgumentMap
from ...model.records import Citation, Participant, Scheme, Source
from ..codec import RECORDS, encode
from .own import made_with

__all__ = ["NAMES", "References", "in_full", "in_short", "listed", "record", "references", "short"]

References = Mapping[str, Mapping[str, str]]
"""By table of records: what refers to a record, and what is meant or written by it."""

_LISTS = frozenset(("authors", "citations", "questions", "said_by", "tags", "warrants", "wordings"))
NAMES = {"participants": "name", "sources": "title", "schemes": "name"}
"""The field of a record that may stand for the whole of it."""
_LONGEST = 40
"""The most characters of a name by which a record is referred to."""


def record(make: Any, name: str, own: Any) -> Any:
    """A record from its name, or from its fields; raises `ValueError` for what isn't a field."""
    if isinstance(own, str):
        return make(slug(own) or name, **{name: own})
    if not isinstance(own, Mapping):
        raise ValueError(f"a {make.__name__.lower()} is a name or a mapping, not {own!r}")
    return made_with(make, {key: _list(key, held) for key, held in own.items()})


def references(records: Sequence[Participant | Source], name: str) -> dict[str, str]:
    """The ids that names mean; an id always means itself, and of equal names the first counts."""
    made: dict[str, str] = {}
    for each in records:
        made.setdefault(getattr(each, name), each.id)
    return made | {each.id: each.id for each in records}


def in_full(own: Mapping[str, Any], meant: References) -> dict[str, Any]:
    """The fields as an element has them; raises `ValueError` for a citation that is none."""
    full = {name: _list(name, held) for name, held in own.items()}
    if "said_by" in full:
        full["said_by"] = tuple([_of(meant["participants"], each) for each in full["said_by"]])
    if "citations" in full:
        full["citations"] = tuple([_citation(each, meant) for each in full["citations"]])
    return full


def _list(name: str, held: Any) -> Any:
    return (held,) if name in _LISTS and not isinstance(held, tuple) else held


def _of(meant: Mapping[str, str], name: Any) -> Any:
    return meant.get(name, name) if isinstance(name, str) else name


def _citation(own: Any, meant: References) -> Citation:
    fields = {"source": own} if isinstance(own, str) else own
    cited = made_with(Citation, fields)
    return made_with(Citation, {**fields, "source": _of(meant["sources"], cited.source)})


def short(map: ArgumentMap) -> References:
    """By table, the name under which each record is referred to, if that isn't its id."""
    made = {}
    for table in ("participants", "sources"):
        name = NAMES[table]
        records = getattr(map, table)
        counts = Counter([each.id for each in records] + [getattr(each, name) for each in records])
        made[table] = {
            each.id: getattr(each, name)
            for each in records
            if isinstance(listed(table, each), str)
            and len(getattr(each, name)) <= _LONGEST
            and counts[getattr(each, name)] == (2 if getattr(each, name) == each.id else 1)
        }
    return made


def listed(table: str, each: Participant | Source | Scheme) -> dict[str, Any] | str:
    """A record as it stands in the front matter: its name if that says all."""
    held = encode(RECORDS[table], each)
    name = held.get(NAMES[table], "")
    if held.keys() == {"id", NAMES[table]} and slug(name) == each.id:
        return str(name)
    return {key: _one(key, value) for key, value in held.items()}


def in_short(held: Mapping[str, Any], names: References) -> dict[str, Any]:
    """The fields of an element, as JSON, in the shortest form that is read as the same."""
    made = dict(held)
    if made.get("said_by"):
        made["said_by"] = [names["participants"].get(id, id) for id in made["said_by"]]
    if made.get("citations"):
        made["citations"] = [_cited(each, names["sources"]) for each in made["citations"]]
    return {name: _one(name, value) for name, value in made.items()}


def _cited(citation: Mapping[str, Any], names: Mapping[str, str]) -> Any:
    source = names.get(citation["source"], citation["source"])
    return source if len(citation) == 1 else {**citation, "source": source}


def _one(name: str, value: Any) -> Any:
    """A list of one as that one, but for a list within the list."""
    alone = name in _LISTS and isinstance(value, Sequence) and len(value) == 1
    return value[0] if alone and not isinstance(value, str) else value
