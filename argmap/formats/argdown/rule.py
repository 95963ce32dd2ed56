"""Schemes as the names of inferences: ``-- Expert opinion --``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ...model.records import Scheme
from .shorthand import listed

__all__ = ["natural", "rules"]

_RULE = re.compile(r"[^\W_](?:[\w '()]|-(?!-)|, (?=\w)|[.:](?= |\Z))*(?<![ -])")
"""The names of schemes that can stand in an inference as they are."""


def rules(schemes: Sequence[Scheme]) -> dict[str, str]:
    """The names by which the reader finds schemes, by id: of equal names it finds the first."""
    first = {scheme.name: scheme.id for scheme in reversed(schemes)}
    return {id: name for name, id in first.items() if _RULE.fullmatch(name)}


def natural(schemes: Sequence[Scheme], used: Iterable[str]) -> list[Scheme]:
    """The schemes that inferences say whole, in the order in which they are ``used``, which is that of the map.

    None if the order would be another: then the front matter lists them all.
    """
    by_id: Mapping[str, Scheme] = {scheme.id: scheme for scheme in schemes}
    counts = Counter([scheme.name for scheme in schemes])
    said = [
        by_id[id]
        for id in dict.fromkeys(used)
        if counts[by_id[id].name] == 1 and isinstance(listed("schemes", by_id[id]), str)
    ]
    ids = {scheme.id for scheme in said}
    others = [scheme for scheme in schemes if scheme.id not in ids]
    return said if [*others, *said] == [*schemes] else []
