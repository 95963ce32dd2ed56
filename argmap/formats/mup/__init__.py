"""MindMup's argument maps, which mapjs and argview draw as well: claims and groups of them, one below the other.

::

    {"title": "Co-ops", "id": "root", "formatVersion": 3, "attr": {"theme": "argMappingSimple"}, "ideas": {
      "1": {"title": "Co-ops are good.", "id": "1", "ideas": {
        "1": {"title": "group", "id": "2", "attr": {"group": "supporting", "contentLocked": "true"}, "ideas": {
          "1": {"title": "They are near.", "id": "3"}}}}}}}

A group is a step, what stands in it are its premises; a group in a group bears on that step. In version 2 the outermost
idea is itself the main claim.
"""

from __future__ import annotations

from ..format import Format
from ..top_keys import top_keys
from .reader import read
from .writer import write

__all__ = ["MUP"]


def sniff(text: str) -> bool:
    """Whether the outermost object has ideas, and what MindMup has beside them."""
    keys = top_keys(text)
    return "ideas" in keys and any(key in keys for key in ("formatVersion", "title", "theme"))


MUP = Format(
    name="mup",
    title="MindMup",
    suffixes=(".mup", ".json"),
    read=read,
    write=write,
    sniff=sniff,
    cannot_say=(
        "a claim in two places, conflicts, rephrases, preferences, issues, titles, stances, weights, "
        "speakers, citations, tags, sections, schemes and warrants"
    ),
)
