r"""Text as TeX sets it, letter by letter, and the fonts that a document of its own needs for that.

What pdfTeX's fonts for Latin letters (the encodings T1 and TS1) have is set by every engine. Other scripts need LuaLaTeX,
which shapes them by HarfBuzz and takes each character from the first font that has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, groupby
from unicodedata import category, name

from ..source import legal
from .lettering.bidi import levels

__all__ = ["fonts", "needs_unicode", "said", "scripts"]

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"{\char34}",
    "`": r"\textasciigrave{}",
    "'": r"\textquotesingle{}",
    "-": "{-}",
    ",": "{,}",
    "\N{NO-BREAK SPACE}": "~",
    "\N{SOFT HYPHEN}": "",
    "\N{MINUS SIGN}": r"\ensuremath{-}",
    "\N{NOT EQUAL TO}": r"\ensuremath{\neq}",
    "\N{LESS-THAN OR EQUAL TO}": r"\ensuremath{\leq}",
    "\N{GREATER-THAN OR EQUAL TO}": r"\ensuremath{\geq}",
    "\N{RIGHTWARDS ARROW}": r"\ensuremath{\rightarrow}",
    "\N{LEFTWARDS ARROW}": r"\ensuremath{\leftarrow}",
}
_ESCAPES = str.maketrans(_SPECIAL)
_LATIN = re.compile(
    "[\x20-\x7e\xa0-\u0125\u0128-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u0165\u0168-\u017e"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
    "\N{MINUS SIGN}\N{NOT EQUAL TO}\N{LESS-THAN OR EQUAL TO}\N{GREATER-THAN OR EQUAL TO}"
    "\N{RIGHTWARDS ARROW}\N{LEFTWARDS ARROW}]*"
)
"""What pdfLaTeX sets, tried character by character."""

_BLANKS = re.compile(r"\s+")
_CJK = {"zh": "SC", "zh-tw": "TC", "zh-hant": "TC", "zh-hk": "HK", "ja": "JP", "ko": "KR"}
_HAN = frozenset(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"))
_SCRIPTS = {
    "ARABIC": "arab", "SYRIAC": "syrc", "THAANA": "thaa", "NKO": "nko", "HEBREW": "hebr", "DEVANAGARI": "dev2",
    "BENGALI": "bng2", "GURMUKHI": "gur2", "GUJARATI": "gjr2", "ORIYA": "ory2", "TAMIL": "tml2", "TELUGU": "tel2",
    "KANNADA": "knd2", "MALAYALAM": "mlm2", "SINHALA": "sinh", "THAI": "thai", "LAO": "lao", "TIBETAN": "tibt",
    "MYANMAR": "mym2", "KHMER": "khmr", "MONGOLIAN": "mong",
}  # fmt: skip # one a line would be a page
"""The tag in fonts of each script whose letters are joined, stacked or moved, by the first word of the letters' names."""

_LAST = ("DejaVu Sans", "Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Sans Math")
_EMOJI = ("Noto Color Emoji", "Noto Emoji")


def needs_unicode(texts: Iterable[str]) -> bool:
    """Whether a text holds what pdfLaTeX has no letter for."""
    return any(not _LATIN.fullmatch(_plain(text)) for text in texts)


def said(text: str, *, rtl: bool = False) -> str:
    r"""A line of text as LaTeX sets it letter by letter; ``rtl`` is its base direction.

    What is read from the right is turned as LuaTeX turns it, and what is of a script in `scripts` is in a font called by that.
    """
    plain = _plain(text)
    if plain.isascii() and not rtl:
        return plain.translate(_ESCAPES)
    parts: list[str] = []
    depth = 0
    runs = zip(levels(plain, rtl=rtl), _by_letter(plain), plain, strict=True)
    for (level, script), letters in groupby(runs, lambda at: at[:2]):
        parts.append("}" * (depth - level))
        turns = range(min(depth, level), level)
        parts += [rf"{{\textdir {'TLT' if inner % 2 else 'TRT'}{{}}" for inner in turns]
        depth = level
        shown = "".join([letter for *_, letter in letters]).translate(_ESCAPES)
        parts.append(rf"{{\argmap{script.lower()}{{}}{shown}}}" if script else shown)
    return "".join([*parts, "}" * depth])


def _by_letter(text: str) -> list[str]:
    """The script of each character, if it is one of `_SCRIPTS`; what is no letter is of the script before it."""
    found: list[str] = []
    last = ""
    for letter in text:
        if category(letter).startswith("L"):
            word = name(letter, "").partition(" ")[0]
            last = word if word in _SCRIPTS else ""
        found.append(last)
    return found


def scripts(texts: Iterable[str]) -> list[str]:
    """The scripts in ``texts`` that need a font of their own, in the order met: ``arabic``, ``thai``..."""
    met = chain.from_iterable([_by_letter(_plain(text)) for text in texts if not text.isascii()])
    return [each.lower() for each in dict.fromkeys(met) if each]


def _plain(text: str) -> str:
    return _BLANKS.sub(_blank, legal(text)).strip()


def _blank(found: re.Match[str]) -> str:
    """One space for blanks, but for the one that isn't broken at."""
    return found[0] if found[0] == "\N{NO-BREAK SPACE}" else " "


def fonts(texts: Sequence[str], families: Sequence[str], language: str) -> list[str]:
    """The lines of a preamble that choose fonts for ``texts``: the first of ``families`` that is there, and what it lacks.

    Without need of Unicode that is Latin Modern Sans, whose letters are narrower than those that were measured.
    """
    if not needs_unicode(texts):
        return [
            r"\usepackage[T1]{fontenc}",
            r"\usepackage{textcomp}",
            r"\IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}",
        ]
    lines = [r"\usepackage{iftex}\RequireLuaTeX", r"\usepackage{fontspec}"]
    lines += _first("argmapfamily", [*families, "TeX Gyre Heros", *_LAST[:2], "Latin Modern Sans"])
    lines.append(r"\directlua{argmapfonts = {}}")
    for family in _others(texts, language):
        added = rf'\directlua{{table.insert(argmapfonts, "{family}:mode=harf;")}}'
        lines.append(rf"\IfFontExistsTF{{{family}}}{{{added}}}{{}}")
    lines.append(r'\directlua{luaotfload.add_fallback("argmap", argmapfonts)}')
    lines.append(_family("argmapfont", r"\argmapfamily", ""))
    for script in scripts(texts):
        lines += _first("argmapscript", [f"Noto Sans {script.title()}", r"\argmapfamily"])
        tag = f";script={_SCRIPTS[script.upper()]}"
        lines.append(_family(f"argmap{script}", r"\argmapscript", tag))
    return lines


def _first(command: str, families: Sequence[str]) -> list[str]:
    """What lets a command be the first of ``families`` that is there, or the last."""
    *wished, last = families
    return [
        rf"\def\{command}{{{last}}}",
        *[
            rf"\IfFontExistsTF{{{family}}}{{\def\{command}{{{family}}}}}{{}}"
            for family in reversed(wished)
        ],
    ]


def _family(command: str, family: str, more: str) -> str:
    features = f"Renderer=HarfBuzz,RawFeature={{fallback=argmap;-tlig{more}}}"
    return rf"\newfontfamily\{command}{{{family}}}[{features}]"


def _others(texts: Sequence[str], language: str) -> list[str]:
    """Families that have the scripts of the texts, by the first word of their letters' names, in the order met."""
    found: dict[str, None] = {}
    tag = language.lower()
    region = _CJK.get(tag, _CJK.get(tag[:2], "SC"))
    for letter in dict.fromkeys(chain.from_iterable(map(legal, texts))):
        if letter < "\u0250":
            continue
        script = name(letter, "").partition(" ")[0].partition("-")[0]
        if script in _HAN:
            found[f"Noto Sans CJK {region}"] = None
        elif category(letter).startswith("L") and script.isalpha():
            found[f"Noto Sans {script.title()}"] = None
        elif category(letter) == "So":
            found |= dict.fromkeys(_EMOJI)
    return list(dict.fromkeys([*found, *_LAST]))
