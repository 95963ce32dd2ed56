"""gsn2x's YAML: assurance cases in the Goal Structuring Notation, element by element.

::

    module: {name: Main, brief: The whole case}
    G1:
      text: The brakes are safe.
      supportedBy: [S1]
      inContextOf: [A1]
    S1: {text: Over every failure, supportedBy: [Sn1]}
    Sn1: {text: Results of the test}
    A1: {text: The driver is awake.}

The kind of an element is what its name begins with (G, S, Sn, C, A, J, CG, CSn), or its ``nodeType``. Arrows run from what is
supported; in a map they run the other way.
"""

from __future__ import annotations

import re

from ..format import Format
from .reader import read
from .writer import write

__all__ = ["GSN2X"]

_SIGNS = re.compile(
    r"^(?:module:[ \t]*(?:$|\{|#)|[\"']?(?:CSn|CG|Sn|[GSCAJ])[^\s:]*[\"']?:[ \t]*(?:$|\{|#)|[ \t]+supportedBy:)",
    re.MULTILINE,
)


def sniff(text: str) -> bool:
    """Whether a module, an element or what supports one stands near the beginning."""
    return _SIGNS.search(text[:20_000]) is not None


GSN2X = Format(
    name="gsn2x",
    title="gsn2x YAML",
    suffixes=(".gsn.yaml", ".gsn.yml", ".yaml", ".yml"),
    read=read,
    write=write,
    sniff=sniff,
    cannot_say=(
        "several supports of one claim apart, conflicts, rephrases, preferences, issues, titles, weights, "
        "speakers, citations, tags, groups, schemes, labels"
    ),
)
