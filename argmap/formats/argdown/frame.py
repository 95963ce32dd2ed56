"""What the front matter says of the map as a whole: title, authors, records, settings."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from attrs import frozen

from ...model.data import Data
from ...model.records import About, Participant, Scheme, Source
from .own import ARGDOWN, apart, made_with, own_of
from .values import mapping

__all__ = ["Frame", "frame"]


class _All(Container[str]):
    """Every title there is."""

    def __contains__(self, title: object) -> bool:
        return True


@frozen
class Frame:
    """The parts of a map that stand in the front matter; ``ids`` are titles that are only ids."""

    about: About
    data: Mapping[str, Any]
    participants: tuple[Participant, ...]
    sources: tuple[Source, ...]
    schemes: tuple[Scheme, ...]
    ids: Container[str]


def frame(settings: Mapping[str, Any]) -> Frame:
    """The frame that the ``settings`` give; raises `ValueError` for what argmap's own can't mean."""
    own = own_of(settings)
    rest = apart(settings)
    if own.get("added"):
        rest["model"] = {
            name: held
            for name, held in mapping(rest, "model").items()
            if name != "removeTagsFromText"
        }
        rest = rest if rest["model"] else apart({n: h for n, h in rest.items() if n != "model"})
    about = _about(rest, mapping(own, "about"))
    data = dict(mapping(own, "data"))
    if rest:
        data[ARGDOWN] = {**mapping(data, ARGDOWN), "front matter": rest}
    ids = own.get("ids", ())
    return Frame(
        about,
        Data(data),
        tuple([made_with(Participant, each) for each in own.get("participants", ())]),
        tuple([made_with(Source, each) for each in own.get("sources", ())]),
        tuple([made_with(Scheme, each) for each in own.get("schemes", ())]),
        _All() if ids == "all" else frozenset(ids if isinstance(ids, tuple) else ()),
    )


def _about(rest: dict[str, Any], own: Mapping[str, Any]) -> About:
    """What the map is about; what it is told by is taken out of the ``rest``."""
    said: dict[str, Any] = {}
    for name, part in (("title", "title"), ("abstract", "description")):
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
