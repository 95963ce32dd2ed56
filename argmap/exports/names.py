"""Names that every solver takes: a small letter, then letters, digits and underscores."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["safe_names"]

_ELSE = re.compile(r"[^A-Za-z0-9]+")
_TAKEN = ("not", "and", "or", "neg", "iff", "xor", "imp", "c", "s", "ac", "arg", "att", "sup")
"""Words that a language of these formats has a use for."""
_LONGEST = 60


def safe_names(names: Iterable[str]) -> dict[str, str]:
    """A safe name for each name, like it, and each once.

    >>> safe_names(["P1", "fails(P1)", "p1", "2nd", "日本"])
    {'P1': 'p1', 'fails(P1)': 'fails_p1', 'p1': 'p1_2', '2nd': 'x_2nd', '日本': 'x'}
    """
    taken = dict.fromkeys(_TAKEN)
    counts: dict[str, int] = {}
    found: dict[str, str] = {}
    for name in names:
        wish = _ELSE.sub("_", name).strip("_").lower()[:_LONGEST]
        if not wish[:1].isalpha():
            wish = f"x_{wish}".rstrip("_")
        safe = wish
        while safe in taken:
            counts[wish] = counts.get(wish, 1) + 1
            safe = f"{wish}_{counts[wish]}"
        taken[safe] = None
        found[name] = safe
    return found
