"""The front matter of a document that is written: what the map is about, settings, records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...errors import Loss
from ...model.data import Data, thaw
from ...model.map import ArgumentMap
from ...model.records import Scheme
from ..codec import ABOUT, RECORDS, encode
from .flow import flow
from .frame import SAID, frame
from .own import ARGDOWN, ARGMAP, kept_settings
from .shorthand import listed

__all__ = ["front_matter"]

_WIDEST = 88
"""How long a line may be before what is on it is put on several."""


def front_matter(
    map: ArgumentMap,
    *,
    ids: Sequence[str] | str,
    schemes: Sequence[Scheme],
    tagged: bool,
    strict: bool,
) -> tuple[list[str], list[Loss]]:
    """The lines of the front matter, none if there is nothing for it, and what they don't say.

    ``ids`` are titles that are only ids; ``schemes`` are those that no inference names; ``tagged`` says that tags
    stand behind the texts.
    """
    own = {
        "ids": ids,
        "about": _about_left(map),
        "participants": [listed("participants", each) for each in map.participants],
        "sources": [listed("sources", each) for each in map.sources],
        "schemes": [listed("schemes", each) for each in schemes],
        "data": _data_left(map),
    }
    own = {name: held for name, held in own.items() if held}
    about = _about(map)
    whole = about | _settings(map, tagged=tagged, strict=strict) | about
    losses = [*_losses(map, whole | {ARGMAP: own}, tagged=tagged)]
    if not whole and not own:
        return [], losses
    lines = [f"{flow(name)}: {flow(held)}" for name, held in whole.items()]
    return ["===", *lines, *_block(own), "===", ""], losses


def _block(own: Mapping[str, Any]) -> Iterator[str]:
    """What is argmap's own: on one line if it is short, else each record on a line."""
    short = f"{ARGMAP}: {flow(own)}"
    if not own or (len(short) <= _WIDEST and not own.keys() & RECORDS.keys()):
        yield from [short] if own else []
        return
    yield f"{ARGMAP}:"
    for name, held in own.items():
        line = f"  {name}: {flow(held)}"
        rows = held if isinstance(held, list) else []
        if rows and (len(line) > _WIDEST or any(isinstance(each, dict) for each in rows)):
            yield f"  {name}:"
            yield from (f"    - {flow(each)}" for each in rows)
        else:
            yield line


def _about(map: ArgumentMap) -> dict[str, Any]:
    about = map.about
    authors = about.authors[0] if len(about.authors) == 1 else list(about.authors)
    said: dict[str, Any] = {"title": None, "author": authors if about.authors else None}
    said |= {name: getattr(about, part) or None for name, part in SAID.items()}
    return {name: held for name, held in said.items() if held is not None}


def _about_left(map: ArgumentMap) -> dict[str, Any]:
    left = encode(ABOUT, map.about)
    said = [part for part in SAID.values() if left.get(part, "") == left.get(part, "").strip()]
    return {name: held for name, held in left.items() if name not in (*said, "authors")}


def _settings(map: ArgumentMap, *, tagged: bool, strict: bool) -> dict[str, Any]:
    """The settings that the map was read with, and those by which the document is read as it is meant."""
    settings: dict[str, Any] = thaw(kept_settings(map.data))
    held = settings.get("model")
    model = dict(held) if isinstance(held, Mapping) else {}
    if not strict and model.get("mode") == "strict":
        del model["mode"]
    if tagged:  # the reader takes it for a part of how tags are written
        model.pop("removeTagsFromText", None)
    if not model and (tagged or (held and isinstance(held, Mapping))):
        settings.pop("model", None)
    if tagged:
        model["removeTagsFromText"] = True
    return settings | ({"model": model} if model else {})


def _data_left(map: ArgumentMap) -> dict[str, Any]:
    """The map's free data but for the settings."""
    data: dict[str, Any] = thaw(map.data)
    if kept_settings(map.data):
        del data[ARGDOWN]["front matter"]
        if not data[ARGDOWN]:
            del data[ARGDOWN]
    return data


def _losses(map: ArgumentMap, whole: Mapping[str, Any], *, tagged: bool) -> Iterator[Loss]:
    """What of the map the reader will find otherwise in this front matter."""
    read = frame(Data(whole), tagged=tagged)
    if read.about != map.about:
        why = "the settings that the map was read with say others"
        yield Loss("about", "", "title, authors and description", why)
    if read.data != map.data:
        before, after = kept_settings(map.data), kept_settings(read.data)
        names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        why = "the document says it elsewhere, or is read by other settings"
        yield Loss("map-data", "", f"settings of Argdown: {', '.join(names)}", why)
