"""Kialo's text export: a discussion as numbered claims, each for or against the one that its number continues.

::

    Discussion Name:
    Are co-ops good?

    1. Thesis:
    Co-ops are good. [1]

      1.1. Pro:
      They are near to those they serve.

      1.2. Con:
      -> See 1.1.

    Sources:
    [1] https://example.org
    "Words of the source, over any number of lines."

In the older dialect ``Discussion Title:`` stands before the title, and each claim on one line: ``1.1. Pro: They ...``.
"""

from __future__ import annotations

import re

from ..format import Format
from .reader import read
from .writer import write

__all__ = ["KIALO"]

_SIGNS = re.compile(r"\s*(?:Discussion (?:Title|Name):|1\. (?:Thesis|Question):)")


def sniff(text: str) -> bool:
    """Whether the text begins as an export does."""
    return _SIGNS.match(text[:1_000]) is not None


KIALO = Format(
    name="kialo",
    title="Kialo text",
    suffixes=(".kialo.txt", ".kialo", ".csv"),
    read_only=(".csv",),
    read=read,
    write=write,
    sniff=sniff,
    cannot_say=(
        "linked premises, undercuts, conflicts, rephrases, preferences, titles, stances, weights, "
        "speakers, tags, groups, schemes"
    ),
)
