"""The width of a text as Arial or Liberation Sans draws it, with no font file at hand.

Widths are sums of whole units of 1/2048 em, so the width of a line is exactly the sum of its
parts. Kerning is left out: it only makes lines shorter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from struct import unpack
from unicodedata import category

from .graphemes import clusters, kinds
from .scripts import script

__all__ = ["UNITS_PER_EM", "Advances", "advances", "pixels", "units", "width"]

UNITS_PER_EM = 2048
_EMOJI = 2560
_JOINED = 4
"""Most emoji that a font draws as one: a family of four, or two people and a kiss."""
_SPACES = "\t\n\r\u2028\u2029"
_PICTURES = "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕"
"""The old signs that are drawn as emoji without being asked to."""
_SOFT_HYPHEN, _HYPHEN, _FIXED_HYPHEN, _KEYCAP = "\u00ad", "\u2010", "\u2011", "\u20e3"


def width(text: str, size: float = 13.0, *, bold: bool = False) -> float:
    """The width of a text on one line in CSS pixels; ``size`` is the font's, in pixels.

    A tab and a line end count as a space, other controls and lone surrogates as U+FFFD. What
    Chromium draws is no wider, to about 3 per cent where the module ``scripts`` has to guess.

    >>> round(width("argument"), 2)
    54.92
    """
    return pixels(units(text, advances(bold)), size)


def units(text: str, table: Advances) -> int:
    """The width of a text in units of 1/2048 em."""
    merging = not text.isascii() and _merging().search(text)
    return sum(map(table.__getitem__, clusters(text) if merging else text))


@cache
def _merging() -> re.Pattern[str]:
    """What may be drawn into the character before: only with these is a cluster not its parts' sum."""
    return re.compile(
        "[\u1160-\u11ff\ud7b0-\ud7fb\u200d\u20e3\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]"
    )


def pixels(units: int, size: float) -> float:
    """CSS pixels of so many units of 1/2048 em in a font of ``size`` pixels."""
    return units * size / UNITS_PER_EM


class Advances(dict[str, int]):
    """Advance widths by character and by cluster, in units; what isn't there is worked out.

    Characters are kept once met: there are only so many. Clusters aren't: a text can make up
    any number of them. ``words`` has the widths of plain words with a space.
    """

    def __init__(self, widths: Iterable[tuple[str, int]] = ()) -> None:
        super().__init__(widths)
        self.words = Words(self)

    def __missing__(self, cluster: str) -> int:
        if len(cluster) > 1:
            return _cluster(cluster, self)
        found = self[cluster] = _character(cluster)
        return found


class Words(dict[str, int]):
    """The widths in units of words of ASCII with the space behind them, by a table of characters; so many are kept."""

    def __init__(self, table: Advances) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, word: str) -> int:
        found = sum(map(self._table.__getitem__, word), self._table[" "])
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[word] = found
        return found


_LONGEST_KEPT = 32
_MOST_KEPT = 10_000
"""A language's usual words: what is in a text is mostly among those met before."""


@cache
def advances(bold: bool = False) -> Advances:
    """The table of the regular or the bold face, unpacked when first asked for."""
    from .widths import BOLD, REGULAR, RUNS

    runs = [int(number, 16) for number in RUNS.split()]
    points = chain.from_iterable(
        [range(first, first + count) for first, count in zip(runs[::2], runs[1::2], strict=True)]
    )
    packed = bytes.fromhex(BOLD if bold else REGULAR)
    widths = unpack(f">{len(packed) // 2}H", packed)
    table = Advances(zip(map(chr, points), widths, strict=True))
    table.update(dict.fromkeys(_SPACES, table[" "]), **dict.fromkeys(_PICTURES, _EMOJI))
    table[_SOFT_HYPHEN] = 0
    table[_FIXED_HYPHEN] = table[_HYPHEN]
    return table


_BLANK = frozenset(("Mn", "Me", "Cf"))
"""The categories of characters that take no room of their own."""


def _character(character: str) -> int:
    """Units of a character that the table doesn't have."""
    general = category(character)
    if general in ("Cc", "Cs"):
        return UNITS_PER_EM
    if general in _BLANK:
        return UNITS_PER_EM if kinds(character) == "p" else 0
    letter = script(ord(character))[1] * UNITS_PER_EM
    return round(letter / 2 if general == "Mc" else letter)


def _cluster(cluster: str, table: Advances) -> int:
    """Units of a cluster of several characters, which may be drawn as one syllable or picture."""
    letters = kinds(cluster)
    if letters[0] in "LAB":  # Hangul: what follows is drawn into the same square
        cluster = "".join([c for c, kind in zip(cluster, letters, strict=True) if kind not in "VT"])
    elif _merging().search(cluster) and ("E" in letters or "RR" in letters or _KEYCAP in cluster):
        pictures = letters.count("E")
        return _EMOJI * (pictures if pictures > _JOINED else 1)
    return sum(map(table.__getitem__, cluster))
