"""The YAML of Carneades 4: statements, arguments for them, issues between them, assumptions.

::

    meta:
      title: Co-ops
    statements:
      good: Co-ops are good.
      bad: Co-ops are bad.
      near: They are near.
    issues:
      i1: {positions: [good, bad], standard: PE}
    arguments: {a1: {conclusion: good, premises: [near], scheme: cumulative}}
    assumptions: [near]

An argument against a statement is one for another position on its issue; an argument may name its undercutter.
"""

from __future__ import annotations

import re

from ..format import Format
from .reader import read
from .writer import write

__all__ = ["CARNEADES"]

_SIGNS = re.compile(r"^(?:statements|arguments|argument_schemes|issues|assumptions):", re.MULTILINE)


def sniff(text: str) -> bool:
    """Whether statements, arguments or issues stand at the margin near the beginning."""
    return _SIGNS.search(text[:20_000]) is not None


CARNEADES = Format(
    name="carneades",
    title="Carneades YAML",
    suffixes=(".carneades.yaml", ".yml", ".yaml"),
    read=read,
    write=write,
    sniff=sniff,
    cannot_say=(
        "rebuttals (they become arguments for the contrary), undercuts of undercuts, rephrases, "
        "preferences, weights of claims, speakers, citations, tags, groups, labels"
    ),
)
