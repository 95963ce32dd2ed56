"""Claims that say nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from .words import words_of

if TYPE_CHECKING:
    from .facts import Facts

__all__ = ["nearly_alike"]

_ALIKE = 0.85
"""From which ratio on two texts are nearly the same (`difflib.SequenceMatcher.ratio`, of words)."""

_FEWEST = 4
"""How many words with a content a claim needs to be compared: *It is good* is like too many others."""

_KEYS = 3
"""How many of a claim's rarest words it is looked up by: nearly the same claims share one of them."""

_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non")

_MOST = 20
"""How many claims a word is looked up in at most; a commoner one tells nothing."""


def nearly_alike(facts: Facts) -> Iterator[tuple[str, str]]:
    """Pairs of claims, the earlier one first, whose words are nearly the same and which aren't each other's negation."""
    holders: dict[str, list[str]] = {}
    for claim in facts.map.claims:
        for word in sorted(facts.words[claim.id]):
            holders.setdefault(word, []).append(claim.id)
    place = {claim.id: index for index, claim in enumerate(facts.map.claims)}
    for claim in facts.map.claims:
        words = facts.words[claim.id]
        if len(words) < _FEWEST:
            continue
        keys = sorted(words, key=lambda word: (len(holders[word]), word))[:_KEYS]
        near = [id for key in keys if len(holders[key]) <= _MOST for id in holders[key]]
        for other in dict.fromkeys(near):
            if place[other] >= place[claim.id] or facts.normal[other] == facts.normal[claim.id]:
                continue
            shared = len(words & facts.words[other])
            if 2 * shared < _ALIKE * (len(words) + len(facts.words[other])):
                continue
            if facts.affirmed[other][1] != facts.affirmed[claim.id][1]:
                continue
            if _told_apart(words ^ facts.words[other]):
                continue
            one, two = words_of(facts.normal[other]), words_of(facts.normal[claim.id])
            if _ratio(one, two) >= _ALIKE:
                yield other, claim.id
                break


def _told_apart(words: frozenset[str]) -> bool:
    """Whether the words that only one of two claims has make them differ: a number, or a word and its negation."""
    return any(
        any(character.isdigit() for character in word)
        or any(prefix + word in words for prefix in _NEGATING)
        for word in words
    )


def _ratio(one: list[str], two: list[str]) -> float:
    return SequenceMatcher(None, one, two, autojunk=False).ratio()
