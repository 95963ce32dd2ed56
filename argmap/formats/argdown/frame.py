"""What the front matter says of the map as a whole: title, authors, records, settings."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from attrs import frozen

from ...model.data import Data
from ...model.records import About, Participant, Scheme, Source
from .own import ARGDOWN, apart, made_with, own_of
from .shorthand import NAMES, References, record, references
from .values import mapping

__all__ = ["SAID", "Frame", "frame"]

SAID = {"title": "title", "abstract": "description", "language": "language"}
"""Where texts of the front matter stand in what a map is about."""


class _All(Container[str]):
    """Every title there is."""

    def __contains__(self, title: object) -> bool:
        return True


@frozen
class Frame:
    """The parts of a map that stand in the front matter.

    ``ids`` are titles that are only ids; ``meant`` has the ids of records by name. It is ``owned`` if something is said
    for argmap alone.
    """

    about: About
    data: Mapping[str, Any]
    participants: tuple[Participant, ...]
    sources: tuple[Source, ...]
    schemes: tuple[Scheme, ...]
    ids: Container[str]
    meant: References
    owned: bool


def frame(settings: Mapping[str, Any], *, tagged: bool) -> Frame:
    """The frame that the ``settings`` give; raises `ValueError` for what argmap's own can't mean.

    In a document that is ``tagged`` the setting that takes tags out of texts is a part of how tags are written.
    """
    own = own_of(settings)
    rest = _without_tags(apart(settings)) if tagged else apart(settings)
    about = _about(rest, mapping(own, "about"))
    data = dict(mapping(own, "data"))
    if rest:
        data[ARGDOWN] = {**mapping(data, ARGDOWN), "front matter": rest}
    ids = own.get("ids", ())
    participants = _records(Participant, own, "participants")
    sources = _records(Source, own, "sources")
    meant = {
        "participants": references(participants, "name"),
        "sources": references(sources, "title"),
    }
    return Frame(
        about,
        Data(data),
        participants,
        sources,
        _records(Scheme, own, "schemes"),
        _All() if ids == "all" else frozenset((ids,) if isinstance(ids, str) else ids),
        meant,
        bool(own),
    )


def _records(make: Any, own: Mapping[str, Any], table: str) -> tuple[Any, ...]:
    held = own.get(table, ())
    records = held if isinstance(held, tuple) else (held,)
    return tuple([record(make, NAMES[table], each) for each in records])


def _without_tags(settings: dict[str, Any]) -> dict[str, Any]:
    model = mapping(settings, "model")
    if model.get("removeTagsFromText") is not True:
        return settings
    left = Data({name: held for name, held in model.items() if name != "removeTagsFromText"})
    others = {name: held for name, held in settings.items() if name != "model"}
    return {**settings, "model": left} if left else others


def _about(rest: dict[str, Any], own: Mapping[str, Any]) -> About:
    """What the map is about; what it is told by is taken out of the ``rest``."""
    said: dict[str, Any] = {}
    for name, part in SAID.items():
        if isinstance(rest.get(name), str):
            said[part] = rest.pop(name).strip()
    for name in ("author", "authors"):
        held = rest.get(name)
        texts = (held,) if isinstance(held, str) else held
        if _are_texts(texts) and "authors" not in said:
            said["authors"] = texts
            del rest[name]
    return made_with(About, own, **said)


def _are_texts(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(each, str) for each in value)
