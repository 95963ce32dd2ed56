"""What is known of characters by their script: a usual width, and where lines may break.

The width table covers Latin, Greek, Cyrillic and Hebrew; a drawing program takes another font
for the rest. The figures here are averages of what Chromium draws with the Noto fonts: over some
sentences of a script that people write today, chosen so that none is drawn more than about 3 per
cent wider than it is measured, over all characters of any other. A sentence may be drawn 10 to
20 per cent narrower.
"""

from __future__ import annotations

from bisect import bisect_right

__all__ = ["Script", "script"]

Script = tuple[int, float, str]
"""First code point; ems of a letter, of which a spacing mark takes half; how lines break.

A line breaks ``a``: between words; ``i``: between any two characters, as in Chinese; ``t``: between
words, and between syllables where a phrase is too long, as in Thai, which writes no spaces.
"""

_SCRIPTS: tuple[Script, ...] = (
    (0x0000, 0.66, "a"),
    (0x0530, 0.70, "a"),  # Armenian
    (0x0590, 0.60, "a"),  # Hebrew
    (0x0600, 0.50, "a"),  # Arabic
    (0x0700, 0.65, "a"),  # Syriac, Thaana, N'Ko, Samaritan
    (0x0860, 0.50, "a"),  # Arabic, extended
    (0x0900, 0.57, "a"),  # Devanagari
    (0x0980, 0.62, "a"),  # Bengali
    (0x0A00, 0.62, "a"),  # Gurmukhi
    (0x0A80, 0.54, "a"),  # Gujarati
    (0x0B00, 0.61, "a"),  # Oriya
    (0x0B80, 0.95, "a"),  # Tamil
    (0x0C00, 0.70, "a"),  # Telugu
    (0x0C80, 0.67, "a"),  # Kannada
    (0x0D00, 0.90, "a"),  # Malayalam
    (0x0D80, 0.86, "a"),  # Sinhala
    (0x0E00, 0.55, "t"),  # Thai
    (0x0E80, 0.66, "t"),  # Lao
    (0x0F00, 0.52, "t"),  # Tibetan
    (0x1000, 0.91, "t"),  # Myanmar
    (0x10A0, 0.62, "a"),  # Georgian
    (0x1100, 0.92, "a"),  # Hangul letters
    (0x1200, 0.67, "a"),  # Ethiopic
    (0x13A0, 0.80, "a"),  # Cherokee
    (0x1400, 0.70, "a"),  # Canadian syllables
    (0x1680, 0.62, "a"),  # Ogham, Runic, Philippine scripts
    (0x1780, 0.57, "t"),  # Khmer
    (0x1800, 0.55, "a"),  # Mongolian, Limbu
    (0x1950, 0.72, "t"),  # Tai Le, New Tai Lue
    (0x1A00, 0.86, "a"),  # Buginese
    (0x1A20, 0.80, "t"),  # Tai Tham
    (0x1B00, 0.95, "a"),  # Balinese, Sundanese, Batak, Lepcha
    (0x1C80, 0.66, "a"),  # Cyrillic, Georgian and others, extended
    (0x2000, 0.62, "a"),  # punctuation, currency
    (0x2100, 0.85, "a"),  # letterlike signs, arrows, mathematics, technical signs
    (0x2460, 1.00, "a"),  # enclosed numbers
    (0x2500, 0.72, "a"),  # lines, blocks
    (0x25A0, 0.90, "a"),  # shapes, signs, arrows
    (0x2800, 0.74, "a"),  # Braille
    (0x2900, 0.85, "a"),  # more arrows and mathematics
    (0x2C00, 0.74, "a"),  # Glagolitic, Latin, Coptic, Georgian, Tifinagh, Ethiopic
    (0x2E00, 0.62, "a"),  # punctuation
    (0x2E80, 1.00, "i"),  # Chinese, Japanese, and what stands among them
    (0x3130, 0.92, "a"),  # Hangul letters that stand alone
    (0x3190, 1.00, "i"),  # Chinese, Japanese
    (0xA000, 0.64, "i"),  # Yi
    (0xA4D0, 0.72, "a"),  # Lisu, Vai, Bamum, Latin, Saurashtra
    (0xA960, 0.92, "a"),  # Hangul letters, extended
    (0xA980, 0.98, "a"),  # Javanese
    (0xA9E0, 1.00, "t"),  # Myanmar, extended
    (0xAA00, 1.05, "a"),  # Cham
    (0xAA60, 0.85, "t"),  # Myanmar, extended, Tai Viet
    (0xAAE0, 0.75, "a"),  # Meetei Mayek, Ethiopic, Latin, Cherokee
    (0xAC00, 0.92, "a"),  # Hangul syllables and letters
    (0xD800, 1.00, "a"),  # surrogates (drawn as U+FFFD), private use
    (0xF900, 1.00, "i"),  # Chinese
    (0xFB00, 0.62, "a"),  # ligatures
    (0xFB50, 0.62, "a"),  # Arabic as drawn
    (0xFC00, 1.10, "a"),  # Arabic ligatures
    (0xFE10, 1.00, "i"),  # vertical and small forms
    (0xFE70, 0.55, "a"),  # Arabic as drawn
    (0xFF00, 1.00, "i"),  # full width
    (0xFF61, 0.50, "i"),  # half width
    (0xFFA0, 0.92, "a"),  # Hangul, half width
    (0xFFE0, 1.00, "a"),  # signs, the replacement character
    (0x10000, 0.76, "a"),  # old scripts
    (0x12000, 1.70, "a"),  # Cuneiform
    (0x13000, 1.10, "a"),  # hieroglyphs
    (0x16800, 0.76, "a"),  # African and Hmong scripts
    (0x16FE0, 1.00, "i"),  # Tangut, Khitan, Nushu, old kana
    (0x1BC00, 0.82, "a"),  # shorthand, music, mathematical letters
    (0x1D800, 1.00, "a"),  # sign writing
    (0x1E000, 0.76, "a"),  # Glagolitic, Adlam, Arabic mathematics
    (0x1F000, 1.25, "i"),  # emoji and game pieces
    (0x1FB00, 1.00, "a"),  # old computers' signs
    (0x1FC00, 1.25, "i"),  # kept free for emoji
    (0x20000, 1.00, "i"),  # Chinese
    (0xE0000, 0.00, "a"),  # tags, variation selectors
    (0xF0000, 1.00, "a"),  # private use
)
_FIRSTS = tuple(row[0] for row in _SCRIPTS)


def script(point: int) -> Script:
    """What is known of the script of a code point."""
    return _SCRIPTS[bisect_right(_FIRSTS, point) - 1]
