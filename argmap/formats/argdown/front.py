"""The front matter of a document that is written: what the map is about, settings, records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...model.data import thaw
from ...model.map import ArgumentMap
from ...model.records import Scheme
from ..codec import ABOUT, RECORDS, encode
from .flow import flow
from .own import ARGDOWN, ARGMAP, kept_settings

__all__ = ["front_matter"]


def front_matter(
    map: ArgumentMap,
    *,
    ids: Sequence[str] | str,
    schemes: Sequence[Scheme],
    tags_apart: bool,
    strict: bool,
) -> list[str]:
    """The lines of the front matter, none if there is nothing for it.

    ``ids`` are titles that are only ids; ``schemes`` are those that no inference names.
    """
    settings, added = _settings(map, tags_apart=tags_apart, strict=strict)
    own = {
        "added": added,
        "ids": ids,
        "about": _about_left(map),
        "participants": [encode(RECORDS["participants"], each) for each in map.participants],
        "sources": [encode(RECORDS["sources"], each) for each in map.sources],
        "schemes": [encode(RECORDS["schemes"], each) for each in schemes],
        "data": _data_left(map),
    }
    own = {name: held for name, held in own.items() if held}
    whole = _about(map) | settings
    if not whole and not own:
        return []
    lines = [f"{flow(name)}: {flow(held)}" for name, held in whole.items()]
    return ["===", *lines, *([f"{ARGMAP}:", *_block(own)] if own else []), "===", ""]


def _block(own: Mapping[str, Any]) -> Iterator[str]:
    """A mapping over lines, each record of a table on a line of its own."""
    for name, held in own.items():
        if isinstance(held, list) and isinstance(held[0], dict):
            yield f"  {name}:"
            yield from (f"    - {flow(each)}" for each in held)
        else:
            yield f"  {name}: {flow(held)}"


def _about(map: ArgumentMap) -> dict[str, Any]:
    about = map.about
    authors = about.authors[0] if len(about.authors) == 1 else list(about.authors)
    said = {"title": about.title, "author": authors, "abstract": about.description}
    return {name: held for name, held in said.items() if held}


def _about_left(map: ArgumentMap) -> dict[str, Any]:
    left = encode(ABOUT, map.about)
    stripped = [
        name
        for name in ("title", "description")
        if left.get(name, "") == left.get(name, "").strip()
    ]
    return {name: held for name, held in left.items() if name not in (*stripped, "authors")}


def _settings(map: ArgumentMap, *, tags_apart: bool, strict: bool) -> tuple[dict[str, Any], bool]:
    """The settings that the map was read with, and whether one was added."""
    settings: dict[str, Any] = thaw(kept_settings(map.data))
    model = settings.get("model")
    model = dict(model) if isinstance(model, Mapping) else {}
    loosened = not strict and model.get("mode") == "strict"
    if loosened:
        del model["mode"]
    added = tags_apart and model.get("removeTagsFromText") is not True
    if added:
        model["removeTagsFromText"] = True
    if model:
        settings["model"] = model
    elif loosened:
        del settings["model"]
    return settings, added


def _data_left(map: ArgumentMap) -> dict[str, Any]:
    """The map's free data but for the settings."""
    data: dict[str, Any] = thaw(map.data)
    if kept_settings(map.data):
        del data[ARGDOWN]["front matter"]
        if not data[ARGDOWN]:
            del data[ARGDOWN]
    return data
