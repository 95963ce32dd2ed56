"""Links as others write them: objects, lists, or words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from .notes import Notes
from .vocabulary import field, kind_of

__all__ = ["Told", "told"]

_ARROW = re.compile(
    r"\s*(.{1,300}?)\s*(?:--?\s{0,9}([\w +]{0,40}?)\s{0,9}-{0,2}>|=>|→)\s*(.{1,300}?)\s*(?:[\[(:]\s{0,9}([\w +-]{1,40}?)\s{0,9}[\])]?)?\s*"
)
_VERB = re.compile(
    r"\s*(.{1,300}?)\s+(supports|attacks|rebuts|undercuts|contradicts|undermines|opposes|refutes)\s+(.{1,300}?)\s*\.?\s*",
    re.IGNORECASE,
)
_LONGEST = 700


@frozen
class Told:
    """What an entry says of a link: its kind, what it names as premises and as targets, and the id it asks for."""

    kind: str
    premises: tuple[Any, ...]
    targets: tuple[Any, ...]
    wish: Any = None


def told(held: Any, kind: str, notes: Notes) -> Told | None:
    """What an entry says of a link, None if it is none; ``kind`` is what the list that it stands in says."""
    entry = _entry(held, notes)
    if entry is None:
        notes.lost("repair-no-link", f"{str(held)[:60]!r} is no link; it is left out")
        return None
    from_key, premises = field(entry, "premises")
    rest = {key: value for key, value in entry.items() if key != from_key}
    to_key, target = field(rest, "target")
    for part, key in (("premises", from_key), ("target", to_key)):
        if key not in ("", part):
            notes.add("repair-key", f"the {part} of links stood under {key!r}")
    said = _kind({key: value for key, value in rest.items() if key != to_key}, kind, notes)
    return Told(said, _listed(premises), _listed(target), field(entry, "id")[1])


def _entry(held: Any, notes: Notes) -> Mapping[str, Any] | None:
    """A link as an object."""
    if isinstance(held, Mapping):
        return held
    if isinstance(held, str):
        notes.add("repair-link-text", "links were told in text")
        return _from_text(held)
    if isinstance(held, list | tuple) and len(held) > 1:
        notes.add("repair-link-list", "links were told as lists")
        return dict(zip(("from", "to", "kind"), held, strict=False))
    return None


def _from_text(text: str) -> dict[str, Any] | None:
    """The ends and the kind of a link in words: ``a supports b``, ``a -> b (attack)``."""
    if len(text) > _LONGEST:
        return None
    if found := _VERB.fullmatch(text):
        return {"from": found[1], "kind": found[2], "to": found[3]}
    if found := _ARROW.fullmatch(text):
        return {"from": found[1], "to": found[3], "kind": found[2] or found[4] or None}
    return None


def _kind(entry: Mapping[str, Any], kind: str, notes: Notes) -> str:
    key, word = field(entry, "kind")
    said = kind_of(word) if key else ""
    if said and word != said:
        notes.add("repair-kind", f"links of the kind {str(word)[:40]!r} are of the kind {said}")
    if said or kind:
        return said or kind
    what = f"a link of the kind {str(word)[:40]!r}" if key else "a link without a kind"
    notes.add("repair-kind", f"{what} was taken for a support")
    return "support"


def _listed(value: Any) -> tuple[Any, ...]:
    if isinstance(value, list | tuple):
        return tuple(value)
    return () if value is None else (value,)
