"""Where a line may break: UAX 14 cut down to what claims need, over the clusters of a text.

Lines break at spaces; between Chinese or Japanese characters, but not before what closes nor after
what opens (kinsoku); after a hyphen or a slash within a word; at a zero-width space. A word too
long for a line breaks after the signs of an address or between Thai syllables, and where that
isn't enough between any two clusters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from unicodedata import category

from .scripts import script

__all__ = ["Pieces", "break_kinds", "pieces", "smaller_pieces"]

Pieces = tuple[list[int], list[int]]
"""Clusters of a text that stay together: for each piece the first one, and the one after the last."""


def break_kinds(clusters: Sequence[str]) -> str:
    """A letter for each cluster: what it is to the rules, by its first character.

    A space with a mark on it is no space: the mark would be lost where a line ends.
    """
    if isinstance(clusters, str):
        return clusters.translate(_KINDS)
    firsts = [cluster[-1 if cluster[0] in _SIGNS[" "] else 0] for cluster in clusters]
    return "".join(firsts).translate(_KINDS)


def pieces(kinds: str) -> Pieces:
    """The pieces of a text between which a line may break; the spaces between are left out."""
    starts = list(accumulate([len(word) + 1 for word in kinds.split(" ")], initial=0))
    stops = [start - 1 for start in starts[1:]]
    del starts[-1]
    inner = [found.end() for found in _in_word().finditer(kinds)]
    if not {"i", "C", "O"}.isdisjoint(kinds):  # Chinese, Japanese
        inner += [found.end() for found in _between().finditer(kinds)]
    return (sorted(starts + inner), sorted(stops + inner)) if inner else (starts, stops)


def smaller_pieces(kinds: str, start: int, stop: int) -> Pieces:
    """The parts of a piece too long for a line."""
    inner = [found.end() for found in _in_long_word().finditer(kinds, start, stop)]
    return [start, *inner], [*inner, stop]


# These are compiled when a text needs them, which plain words don't.


@cache
def _in_word() -> re.Pattern[str]:
    return re.compile(
        r"""
          - (?<= aa- ) (?= aaa )                 # a hyphen of "self-made", not of "co-op" or "F-16"
        | = (?= [adtlfiOo] )                     # a dash
        | / (?<= [adtlfciC] / ) (?= [atlfiOo] )  # a slash, but not those of "https://"
        | z (?= [^ ] )
        """,
        re.VERBOSE,
    )


@cache
def _between() -> re.Pattern[str]:
    return re.compile("(?<=[iC])(?=[iOadtlfo])|(?<=[adtlfscq])(?=[iO])")


@cache
def _in_long_word() -> re.Pattern[str]:
    return re.compile(
        r"""
          [-=/csC] (?= [adtliOo] )
        | [tf] (?= [adtl] )
        | [ad] (?= [tl] )
        """,
        re.VERBOSE,
    )


_SIGNS = {
    " ": " \u3000",
    "-": "-\u2010\u058a\u05be",  # hyphens
    "=": "\u2012\u2013\u2014\u2e3a\u2e3b",  # dashes
    "/": "/",
    "c": ",.;:!?%\u00b0\u2025\u2026\u2030\u2032\u2033\u2103"  # what closes, in a word or after one
    "\u060c\u061b\u061f\u06d4\u0964\u0965\u104a\u104b\u17d4\u17d5",
    "s": "_&=+~#@|\\*$<>^",  # signs of addresses
    "q": "\"'\u00a0\u202f\u2007\u2060\ufeff\u2011\u0f0c",  # what holds both sides together
    "z": "\u200b",
    "C": "ー々〻ゝゞヽヾ・〜゠ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "。、，．：；！？％～｡､･ｧｨｩｪｫｬｭｮｯｰ",  # what begins no line of Chinese or Japanese
    "O": "￥￡＄",  # what ends none
    "l": "เแโใไເແໂໃໄ",  # vowels written before their consonant
    "f": "ะาๅๆฯະາໆຯ",  # vowels and signs written after it
}
"""The signs of each kind; other characters go by their general category and their script.

Those are ``o`` and ``c`` for what opens and closes, ``O`` and ``C`` in Chinese and Japanese, ``d``
for digits, and ``a``, ``i`` and ``t`` as `Script` tells.
"""

_OPEN = frozenset(("Ps", "Pi"))
_CLOSE = frozenset(("Pe", "Pf"))


def _kind(character: str) -> str:
    """The letter that stands for a character outside `_SIGNS`."""
    general, wide = category(character), script(ord(character))[2]
    if general in _OPEN:
        return "O" if wide == "i" else "o"
    if general in _CLOSE:
        return "C" if wide == "i" else "c"
    if general == "Nd" and wide != "i":
        return "d"
    return wide


class _Kinds(dict[int, str]):
    """Kinds by code point, worked out when first met; at most as many as Unicode has."""

    def __missing__(self, point: int) -> str:
        kind = self[point] = _kind(chr(point))
        return kind


_KINDS = _Kinds((ord(sign), kind) for kind, signs in _SIGNS.items() for sign in signs)
