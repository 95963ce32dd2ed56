"""Outlines: an argument map as a list of bullets, in Markdown or as plain text.

::

    # Co-ops

    - Co-ops are good.
      - pro: They are near to those they serve.
        - undercut: What is near isn't always good.
      - con: They are slow.

What stands below a line bears on it: ``pro:``, ``con:``, or ``undercut:`` for the step by which the line bears on the one
above it. ``and:`` goes on with the premises of the line before it.
"""

from __future__ import annotations

import re
from functools import partial

from ..format import Format
from .reader import read
from .writer import write

__all__ = ["MARKDOWN", "OUTLINE"]

_BULLET = re.compile(r"^[ \t]*(?:[-*+•–]|\d{1,9}[.)])[ \t]+\S", re.MULTILINE)
_ARGDOWN = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:argdown|ad)\b", re.MULTILINE)
_LOOKED_AT = 20_000


def sniff(text: str) -> bool:
    """Whether there are bullets near the beginning, and no Argdown anywhere there."""
    start = text[:_LOOKED_AT]
    if start.lstrip().startswith(("{", "<", "[", "%")):
        return False
    return _BULLET.search(start) is not None and _ARGDOWN.search(text) is None


_CANNOT = (
    "titles, stances, weights, labels, schemes, speakers, citations, tags, preferences, conflicts of more "
    "than two, ids of links"
)
MARKDOWN = Format(
    name="markdown",
    title="Markdown outline",
    suffixes=(".md", ".markdown"),
    read=partial(read, format="markdown", markdown=True),
    write=partial(write, format="markdown", title="a Markdown outline", markdown=True),
    sniff=sniff,
    cannot_say=_CANNOT,
)
OUTLINE = Format(
    name="outline",
    title="plain-text outline",
    suffixes=(".outline", ".outline.txt"),
    read=partial(read, format="outline", markdown=False),
    write=partial(write, format="outline", title="a plain outline", markdown=False),
    sniff=sniff,
    cannot_say=f"groups, {_CANNOT}",
)
