"""Maps out of what programs and language models write: nearly right JSON, mended with every fix told."""

from __future__ import annotations

from typing import Any

from ...errors import ArgmapError, Finding
from ...jsontext import write_json
from ...limits import Limits
from ...model.map import ArgumentMap
from ...registry import FORMATS
from ...source import SourceText
from .building import built
from .loose import loose_value
from .notes import Notes
from .output import output_schema, prompt

__all__ = ["output_schema", "prompt", "repair"]

_LIMITS = Limits()


def repair(data: Any) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """The best map that ``data`` says, and every fix as a finding; never raises on what isn't one.

    ``data`` is a text (or bytes in UTF-8) that holds JSON, in prose or in a fence, with slips or cut off; or JSON values. Right JSON of
    argmap's own format is read as it is, without a finding. Else claims and links are found by the names that they go by elsewhere, nested
    or in lists, links in words; ids that are missing are made, references are found by id, words or number. A *note* tells what was taken
    for something else, a *warning* what was left out.

    >>> map, found = repair('Here: {"nodes": ["Co-ops are good.", "They hide cuts."], "edges": ["2 attacks 1",]}')
    >>> [claim.text for claim in map.claims], [link.kind for link in map.links]
    (['Co-ops are good.', 'They hide cuts.'], ['rebuttal'])
    """
    notes = Notes()
    try:
        text = _text(data, notes)
        value = loose_value(text, notes) if text is not None else data
        ready = _native(value)
        return (ready, notes.told()) if ready is not None else (built(value, notes), notes.told())
    except (ArgmapError, ValueError, TypeError, RecursionError) as error:
        notes.lost("repair-failed", f"nothing could be made of it: {str(error)[:200]}")
        return ArgumentMap(), notes.told()


def _text(data: Any, notes: Notes) -> str | None:
    """The text of a text or of bytes, None for other values."""
    if isinstance(data, str):
        return data
    if not isinstance(data, bytes | bytearray):
        return None
    text = bytes(data).decode("utf-8", errors="replace")
    if "\ufffd" in text:
        notes.add("repair-bytes", "bytes that aren't UTF-8 are read as U+FFFD")
    return text


def _native(value: Any) -> ArgumentMap | None:
    """The map of a right document of argmap's own format, None for anything else."""
    if not isinstance(value, dict) or "argmap" not in value:
        return None
    try:
        source = SourceText("<data>", write_json(value))
        read: Any = FORMATS.get("json").read
        map: ArgumentMap = read(source, strict=True, limits=_LIMITS).map
    except (ArgmapError, ValueError, TypeError):
        return None
    return map
