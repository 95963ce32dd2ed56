"""Grapheme clusters: what a reader takes for one character, and no line may break.

The rules are those of UAX 29, revision 45, sections 3.1 and 3.1.1, from the general categories that
Python knows and short lists of ranges instead of the property files. So a cluster is:

- a character with its marks, joiners, variation selectors and skin tone (GB9, GB9a);
- emoji joined by U+200D (GB11); two regional indicators, which make a flag (GB12, GB13);
- a Hangul syllable in letters (GB6 to GB8); CR with LF (GB3);
- consonants joined by a virama in scripts that stack or fuse them (GB9c; Kannada, Sinhala,
  Myanmar, Khmer and some others too);
- a number sign of Arabic and its kin with what follows (GB9b).

The marks of a pile-up stay with their character, however many they are.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, pairwise
from unicodedata import category

__all__ = ["clusters", "is_plain", "kinds"]


def clusters(text: str) -> tuple[str, ...]:
    r"""The grapheme clusters of a text, in order; joined they are the text.

    >>> [len(cluster) for cluster in clusters("e\u0301a\U0001f469\u200d\U0001f52c")]
    [2, 1, 3]
    """
    if is_plain(text):
        return tuple(text)
    ends = accumulate(map(len, _cluster().findall(kinds(text))), initial=0)
    return tuple([text[start:stop] for start, stop in pairwise(ends)])


@cache
def _cluster() -> re.Pattern[str]:
    return re.compile(_CLUSTER, re.VERBOSE)


def kinds(text: str) -> str:
    """A letter for each character of a text: what it is to the rules; see `_CLUSTER`."""
    return text.translate(_KINDS)


def is_plain(text: str) -> bool:
    """Whether each character is surely a cluster of its own: quick, and false in doubt."""
    if text.isascii():
        return "\r" not in text
    return _plain().fullmatch(text) is not None


@cache
def _plain() -> re.Pattern[str]:
    """Characters without rules; compiled at the first text that needs it, for most need it not."""
    return re.compile(_PLAIN)


_PLAIN = (
    "[\0-\x0c\x0e-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u05f4\u0620-\u064a\u0660-\u066f"
    "\u10a0-\u10ff\u13a0-\u16ff\u1e00-\u200b\u200e-\u20cf\u2100-\u2cee\u2e00-\u3029\u3030-\u3098"
    "\u309b-\ua66e\ua700-\ua7ff\uac00-\ud7a3\uf900-\ufaff\ufb50-\ufdff\ufe30-\uff9d\uffe0-\uffef]*+"
)

_CLUSTER = r"""
      rn                              # CR LF
    | [rnc]                           # a control, alone
    | p*+                             # number signs, with what follows
      (?: RR                          # a flag
        | L*+ (?: V++ | AV*+ | B ) T*+ | L++ | T++    # a Hangul syllable
        | E (?: [xv]*+ zE )*+         # emoji joined
        | k (?: [xz]*+ v [xvz]*+ k )*+  # consonants joined
        | [^rnc]
      ) [xvz]*+                       # marks
    | p++                             # number signs at the end
"""
"""A cluster in a text of kinds, one letter a character; nothing in it is matched twice over."""

_RANGES = (
    ("p", 0x0600, 0x0605),
    ("p", 0x06DD, 0x06DD),
    ("p", 0x070F, 0x070F),
    ("p", 0x0890, 0x0891),
    ("p", 0x08E2, 0x08E2),
    ("p", 0x0D4E, 0x0D4E),
    ("p", 0x110BD, 0x110BD),
    ("p", 0x110CD, 0x110CD),
    ("k", 0x0904, 0x0939),  # Devanagari
    ("k", 0x0958, 0x095F),
    ("k", 0x0978, 0x097F),
    ("k", 0x0985, 0x09B9),  # Bengali
    ("k", 0x09DC, 0x09DF),
    ("k", 0x09F0, 0x09F1),
    ("k", 0x0A85, 0x0AB9),  # Gujarati
    ("k", 0x0AF9, 0x0AF9),
    ("k", 0x0B05, 0x0B39),  # Oriya
    ("k", 0x0B5C, 0x0B5F),
    ("k", 0x0B71, 0x0B71),
    ("k", 0x0C05, 0x0C39),  # Telugu
    ("k", 0x0C58, 0x0C5A),
    ("k", 0x0C85, 0x0CB9),  # Kannada
    ("k", 0x0CDE, 0x0CDE),
    ("k", 0x0D05, 0x0D3A),  # Malayalam
    ("k", 0x0D9A, 0x0DC6),  # Sinhala
    ("k", 0x1000, 0x102A),  # Myanmar
    ("k", 0x103F, 0x103F),
    ("k", 0x1780, 0x17B3),  # Khmer
    ("k", 0x1A20, 0x1A54),  # Tai Tham
    ("k", 0x1B0B, 0x1B33),  # Balinese
    ("k", 0xA989, 0xA9B2),  # Javanese
    ("L", 0x1100, 0x115F),
    ("L", 0xA960, 0xA97C),
    ("V", 0x1160, 0x11A7),
    ("V", 0xD7B0, 0xD7C6),
    ("T", 0x11A8, 0x11FF),
    ("T", 0xD7CB, 0xD7FB),
    ("x", 0x0E33, 0x0E33),  # Thai and Lao AM
    ("x", 0x0EB3, 0x0EB3),
    ("x", 0x200C, 0x200C),
    ("x", 0xFF9E, 0xFF9F),  # half-width voicing marks
    ("x", 0x1F3FB, 0x1F3FF),  # skin tones
    ("x", 0xE0020, 0xE007F),  # tags
    ("z", 0x200D, 0x200D),
    ("R", 0x1F1E6, 0x1F1FF),
    ("E", 0x00A9, 0x00A9),
    ("E", 0x00AE, 0x00AE),
    ("E", 0x203C, 0x203C),
    ("E", 0x2049, 0x2049),
    ("E", 0x2122, 0x2122),
    ("E", 0x2139, 0x2139),
    ("E", 0x2194, 0x21AA),
    ("E", 0x231A, 0x231B),
    ("E", 0x2328, 0x2328),
    ("E", 0x2388, 0x2388),
    ("E", 0x23CF, 0x23F3),
    ("E", 0x23F8, 0x23FA),
    ("E", 0x24C2, 0x24C2),
    ("E", 0x25AA, 0x25FE),
    ("E", 0x2600, 0x27BF),
    ("E", 0x2934, 0x2935),
    ("E", 0x2B05, 0x2B55),
    ("E", 0x3030, 0x3030),
    ("E", 0x303D, 0x303D),
    ("E", 0x3297, 0x3299),
    ("E", 0x1F000, 0x1FAFF),
    ("E", 0x1FC00, 0x1FFFD),
)
_VIRAMAS = frozenset(
    "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2\u1a60\u1b44\ua9c0"
)


def _kind(point: int) -> str:
    """The letter that stands for a code point in `_CLUSTER`; ``o`` for one with no rule."""
    if 0xAC00 <= point <= 0xD7A3:
        return "B" if (point - 0xAC00) % 28 else "A"
    character = chr(point)
    if character in _VIRAMAS:
        return "v"
    for kind, first, last in _RANGES:
        if first <= point <= last:
            return kind
    return _BY_CATEGORY.get(category(character), "o")


_BY_CATEGORY = {
    "Mn": "x",
    "Me": "x",
    "Mc": "x",
    "Cc": "c",
    "Cf": "c",
    "Cs": "c",
    "Zl": "c",
    "Zp": "c",
}


class _Kinds(dict[int, str]):
    """Kinds by code point, worked out when first met; at most as many as Unicode has."""

    def __missing__(self, point: int) -> str:
        kind = self[point] = _kind(point)
        return kind


_KINDS = _Kinds({13: "r", 10: "n"})
