"""Short readable ids, made from a title or text and kept apart by a number."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from itertools import islice
from unicodedata import normalize

__all__ = ["fresh_id", "plain_slug", "slug", "word_slug"]

_WORDS = 5
_CHARACTERS = 40
_START = 100
"""So many characters have the first few words, where signs are few."""
_SIGNS = ".,;:!?()[]<>\"'*_#"


def slug(text: str) -> str:
    """The first few words of ``text``, in small letters of any script, joined by hyphens.

    >>> slug("Co-ops raise accountability to local people.")
    'co-ops-raise-accountability-to-local'
    >>> slug("Пенсии растут"), slug("!?")
    ('пенсии-растут', '')
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__}")
    plain = plain_slug(text)
    return word_slug(text) if plain is None else plain


@cache
def _word() -> re.Pattern[str]:
    """What a word is; compiled when the first id is made, for most maps bring their own."""
    return re.compile(r"[^\W_]+(?:[-'’‐‑][^\W_]+)*")


def word_slug(text: str) -> str:
    """The slug of any text, word by word."""
    start = text[:400]
    if not start.isascii():
        start = normalize("NFC", start).replace("’", "")
    short = ""
    for found in islice(_word().finditer(start.lower().replace("'", "")), _WORDS):
        word = found[0]
        longer = f"{short}-{word}" if short else word[:_CHARACTERS]
        if len(longer) > _CHARACTERS:
            break
        short = longer
    return short


def plain_slug(text: str) -> str | None:
    """The slug, told at once where blanks alone part the words and signs stand only around them; None if it isn't so."""
    start = text[:_START]
    if not start.isascii():
        return None
    if len(text) <= _CHARACTERS and text.replace(" ", "").isalnum():  # a short title
        words = text.lower().split()
        if len(words) <= _WORDS:
            return "-".join(words)
    words = start.lower().split(None, _WORDS)
    if len(words) > _WORDS:
        del words[_WORDS]
    elif len(start) < len(text):
        return None
    short = ""
    for word in words:
        bare = word.strip(_SIGNS)
        if not bare.isalnum():
            return None
        longer = f"{short}-{bare}" if short else bare[:_CHARACTERS]
        if len(longer) > _CHARACTERS:
            break
        short = longer
    return short


def fresh_id(wish: str, taken: Container[str], counts: dict[str, int]) -> str:
    """``wish`` if it is free, else ``wish-2``, ``wish-3``, ...; ``counts`` remembers how far each went.

    With the memory ten thousand equal wishes cost ten thousand steps, not their square.
    """
    if wish not in taken:
        return wish
    number = counts.get(wish, 1) + 1
    while (id := f"{wish}-{number}") in taken:
        number += 1
    counts[wish] = number
    return id
