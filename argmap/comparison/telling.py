"""A difference in words, and as JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..formats.codec import ABOUT, ELEMENTS, LINKS, RECORDS, encode
from ..model.claim import Claim
from ..model.data import thaw
from ..model.link import Conflict, Link, Step
from ..model.records import About
from ..semantics.naming import listed, short
from .changes import Change, Diff, detailed

__all__ = ["told", "values"]

SIGNS: Mapping[str, str] = {
    "added": "+",
    "removed": "-",
    "changed": "~",
    "renamed": "=",
    "moved": ">",
    "about": "~",
    "data": "~",
}
"""What a line begins with."""


def told(diff: Diff) -> tuple[str, ...]:
    r"""A line for each change, and one for each verdict that has turned.

    >>> from argmap import ArgumentMap, Claim
    >>> from argmap.comparison import diff
    >>> old, new = Claim("a", "Co-ops are good."), Claim("a", "Co-ops are very good.")
    >>> print(*told(diff(ArgumentMap(claims=(old,)), ArgumentMap(claims=(new,)))), sep="\n")
    ~ claim a: reworded, “Co-ops are good.” is now “Co-ops are very good.”
    """
    lines = [line for change in diff for line in _lines(change)]
    turns = [f"! {turn.id}: {turn.before} is now {turn.after} [grounded]" for turn in diff.turns]
    return (*lines, *turns)


def _lines(change: Change) -> Iterator[str]:
    sign = SIGNS[change.kind]
    if change.kind in ("added", "removed"):
        value = change.after if change.kind == "added" else change.before
        yield f"{sign} {_named(value)}"
    elif change.kind == "renamed":
        yield f"{sign} {change.noun} {change.before} is called {change.after}"
    elif change.kind == "moved":
        where = f"comes behind {change.behind}" if change.behind else "comes first"
        yield f"{sign} {change.noun} {change.id} {where}"
    elif change.kind == "data":
        yield f"{sign} the map's own data"
    else:
        who = "the map" if change.kind == "about" else f"{change.after.kind} {change.id}"
        for word, field, was, now in detailed(change):
            named = word if word not in ("changed", "of another kind") else f"{field} changed"
            yield f"{sign} {who}: {named}, {_shown(was)} is now {_shown(now)}"


def _named(value: Any) -> str:
    """A value by its kind, its id, and its words or ends."""
    words = getattr(value, "title", "") or getattr(value, "text", "") or getattr(value, "name", "")
    if isinstance(value, Claim):
        words = value.text or value.title
    if isinstance(value, Step):
        return f"{value.kind} {value.id} of {value.target} by {listed(value.premises)}"
    if isinstance(value, Link):
        between = "between" if isinstance(value, Conflict) else "of"
        return f"{value.kind} {value.id} {between} {listed([end for _, end in value.ends()])}"
    return f"{value.kind} {value.id}" + (f" (“{short(words)}”)" if words else "")


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f"“{short(value)}”" if value else "nothing"
    if isinstance(value, tuple):
        return (
            ", ".join([each if isinstance(each, str) else short(repr(each)) for each in value])
            or "nothing"
        )
    return "nothing" if value is None else short(str(value))


def values(diff: Diff) -> dict[str, Any]:
    """A difference as JSON values: ``changes``, each with its kind, table, id, and what was and is; ``verdicts``."""
    turns = [{"id": turn.id, "before": turn.before, "after": turn.after} for turn in diff.turns]
    return {"changes": [_value(change) for change in diff], "verdicts": turns}


def _value(change: Change) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": change.kind}
    if change.table:
        found |= {"table": change.table, "id": change.id}
    for side in ("before", "after"):
        held = getattr(change, side)
        if held is not None:
            found[side] = held if isinstance(held, str) else _plain(held)
    if change.kind in ("added", "moved"):
        found["behind"] = change.behind
    if change.kind == "changed":
        found["fields"] = [field for _, field, _, _ in detailed(change)]
    return found


def _plain(value: Any) -> dict[str, Any]:
    if isinstance(value, About):
        return encode(ABOUT, value)
    if isinstance(value, Mapping):
        plain: dict[str, Any] = thaw(value)
        return plain
    shape = LINKS.get(value.kind) or ELEMENTS.get(f"{value.kind}s") or RECORDS[f"{value.kind}s"]
    return encode(shape, value)
