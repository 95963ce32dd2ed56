"""What is said of a document of IBIS that doesn't hold together: one finding for each kind of fault."""

from __future__ import annotations

from collections.abc import Sequence

from ...source import visible
from ..notes import Note

__all__ = ["fault_note"]

_MESSAGES = {
    "no-text": "nothing says the text of {}",
    "text-of-page": "nothing states the text of {}; what the page shows there is read",
    "dangling-edge": "'{name}' is said of {}, and nothing says what that is",
    "loose-edge": "'{name}' is said between {}, which it can't be said of",
    "loose-link": "the relation '{name}' doesn't tie two things together: {}",
}
_KEPT = ("dangling-edge", "loose-edge", "loose-link")


def fault_note(code: str, name: str, ids: Sequence[str]) -> Note:
    """The finding of one code about a relation, or about texts, of all the nodes it is about."""
    named = list(dict.fromkeys(ids))
    shown = f"'{visible(named[0])}'"
    if len(named) > 1:
        shown = f"{shown} and {len(named) - 1:,} more"
    message = _MESSAGES[code].format(shown, name=visible(name))
    kept = "; it is kept aside" if code in _KEPT else ""
    return Note(code, message, (), ids=tuple(named), kept=kept)
