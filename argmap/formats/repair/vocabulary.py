"""The names that people and language models give to the parts of a map, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["BRANCHES", "KINDS", "PARTS", "field", "kind_of"]


def _split(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """A table with its words apart."""
    return {name: tuple(words.split()) for name, words in table.items()}


def _turned(table: Mapping[str, str]) -> dict[str, str]:
    """For each word of a table the name that it stands under."""
    return {word: name for name, words in _split(table).items() for word in words}


PARTS: Mapping[str, tuple[str, ...]] = _split(
    {
        "claims": "claims nodes statements propositions premises points vertices arguments items theses positions",
        "links": "links edges relations relationships connections inferences steps arcs",
        "id": "id key identifier node_id claim_id uid ref number name",
        "text": "text claim statement content body description proposition sentence value wording label title",
        "words": "text claim statement content body proposition sentence wording",
        "kind": "kind type relation relationship rel label polarity role",
        "premises": "premises from source sources src premise by start tail subject attacker supporter reasons reason",
        "target": "target to conclusion dst destination end head object against for attacked supported targets",
        "said_by": "said_by speaker speakers author who participant",
        "weight": "weight strength confidence score probability credence",
        "tags": "tags keywords labels",
        "stance": "stance status",
        "about": "about title topic question name",
    }
)
"""For each part the names it goes by, the right one first."""

KINDS: Mapping[str, str] = _turned(
    {
        "support": "support supports supporting supported_by pro for reason because evidence backs entails premise inference favors + ra",
        "rebuttal": "rebuttal rebuts rebut attack attacks attacking attacked_by con against objection objects opposes opposing "
        "counter counterargument refutes undermines disagrees - ca",
        "undercut": "undercut undercuts undercutting",
        "conflict": "conflict conflicts contradicts contradiction contrary contradictory >< incompatible",
        "rephrase": "rephrase rephrases restates restatement equivalent same paraphrase ma",
    }
)
"""What a word says of a link."""

BRANCHES: Mapping[str, str] = {
    **dict.fromkeys(["children", "replies", "responses"], ""),
    **_turned(
        {
            "support": "supports support pros pro reasons reason evidence premises because supporting supported_by",
            "rebuttal": "attacks attack cons con objections objection rebuttals rebuttal counterarguments counterargument against "
            "opposing attacked_by counters",
        }
    ),
}
"""What a key within a claim says of the claims below it; nothing for what leaves it open."""


def field(item: Mapping[str, Any], part: str) -> tuple[str, Any]:
    """The key and value of a part of an item by the first of its names that is there; two empty ones if none is.

    Case, blanks, hyphens and underscores of keys don't count.
    """
    keys = {_plain(key): key for key in reversed(list(item))}
    for name in PARTS[part]:
        key = keys.get(_plain(name))
        if key is not None and item[key] is not None:
            return key, item[key]
    return "", None


def kind_of(word: Any) -> str:
    """The kind of link that a word says, or nothing.

    >>> kind_of("SUPPORTS"), kind_of("argues against"), kind_of("blue")
    ('support', 'rebuttal', '')
    """
    plain = str(word).strip().casefold().replace(" ", "_")
    if plain in KINDS:
        return KINDS[plain]
    parts = plain.replace("-", "_").split("_")
    return next((KINDS[part] for part in reversed(parts) if part in KINDS), "")


def _plain(key: Any) -> str:
    return "".join([each for each in str(key).casefold() if each.isalnum()])
