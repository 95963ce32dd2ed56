"""Claims as others write them: an id, words and details under whatever names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from ...model.claim import STANCES
from ...source import legal
from .notes import Notes
from .vocabulary import BRANCHES, field

__all__ = ["Found", "branches", "entries", "found", "has_words", "is_claim", "is_plain"]

_PER_CENT = 100


@frozen
class Found:
    """What an entry says of a claim: the id that it asks for, its words, and what else it says."""

    wish: str
    text: str
    details: Mapping[str, Any]


def found(held: Any, notes: Notes) -> Found | None:
    """What an entry says of a claim, None if it is none."""
    if is_plain(held):
        text = legal(str(held))
        return Found("", text, {}) if text.strip() else None
    if not isinstance(held, Mapping):
        notes.lost("repair-no-claim", f"{type(held).__name__} is no claim; it is left out")
        return None
    id_key, id = field(held, "id")
    text_key, text = field({key: value for key, value in held.items() if key != id_key}, "text")
    for part, key in (("id", id_key), ("text", text_key)):
        if key not in ("", part):
            notes.add("repair-key", f"the {part} of claims stood under {key!r}")
    wish = legal(str(id)).strip() if is_plain(id) else ""
    words = legal(str(text)) if is_plain(text) else wish
    details = dict(_details(held, notes))
    title = held.get("title")
    if isinstance(title, str) and text_key != "title" and title != words:
        details["title"] = legal(title)
    return Found(wish, words, details)


def _details(held: Mapping[str, Any], notes: Notes) -> Iterator[tuple[str, Any]]:
    """What else an entry says of its claim, as far as it is right."""
    stance = field(held, "stance")[1]
    if stance in STANCES:
        yield "stance", stance
    weight = field(held, "weight")[1]
    if isinstance(weight, int | float) and not isinstance(weight, bool):
        if 0 <= weight <= 1:
            yield "weight", float(weight)
        elif 1 < weight <= _PER_CENT:
            notes.add("repair-weight", f"the weight {weight} was taken for per cent")
            yield "weight", weight / _PER_CENT
        else:
            notes.lost("repair-weight", f"the weight {weight} isn't from 0 to 1; it is left out")
    for part in ("tags", "said_by"):
        value = field(held, part)[1]
        texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        kept = [legal(each) for each in texts if isinstance(each, str) and each.strip()]
        if kept:
            yield part, kept


def is_plain(value: Any) -> bool:
    """Whether a value is a text or a number."""
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def is_claim(value: Mapping[str, Any]) -> bool:
    """Whether an object is one claim: it has words or a title of its own, and no links."""
    return is_plain(field(value, "text")[1]) and not field(value, "links")[0]


def has_words(value: Mapping[str, Any]) -> bool:
    """Whether an object has words of its own, and not just a title."""
    return is_plain(field(value, "words")[1])


def entries(held: Mapping[str, Any]) -> list[Any]:
    """The claims of an object that has them by their ids."""
    made: list[Any] = []
    for key, value in held.items():
        if isinstance(value, Mapping):
            made.append({"id": key, **value})
        else:
            made.append({"id": key, "text": value} if is_plain(value) else value)
    return made


def branches(held: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """What stands below a claim within it, each with the kind of link that its key says, or none."""
    found_: list[tuple[str, Any]] = []
    for key, value in held.items():
        word = str(key).casefold().replace(" ", "_").replace("-", "_")
        if word in BRANCHES and isinstance(value, list | Mapping):
            found_.append((BRANCHES[word], value))
    return found_
