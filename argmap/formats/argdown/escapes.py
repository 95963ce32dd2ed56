"""Texts as they are written, so that they are read as they are."""

from __future__ import annotations

import re

from .shortcodes import SHORTCODES

__all__ = ["escaped", "is_sayable", "is_title"]

_SIGNS = r"[\\\[<{]|(?<=/)\*|[*_](?!\Z)|#(?=.)|@(?=[\[<])|/(?=/)|=(?===)"
_SPECIAL = re.compile(_SIGNS)
_SPANS = re.compile(rf"{_SIGNS}|([.:])(?=.+\1)")
"""Between two dots or two colons of a word escapes mean nothing, so that the first must be escaped as well."""
_SHORTCODE = re.compile("|".join(re.escape(code) for code in sorted(SHORTCODES)))
_SUSPECT = re.compile(r"[\\\[<{*_#@/.:=]")
_WORD = re.compile(r"\S+")
_BEGINS = re.compile(r"[+*>=#(-]|_(?=\s|\Z)|\d+\.")
"""What may begin something else at the start of a line."""
_UNSAID = re.compile(r"\s\s|[^\S ]|\A\s|\s\Z")
_NO_TITLE = re.compile(r"[\[\]<>\r\n]|\A[-+_!]|\A\s|\s\Z|\AUntitled \d+\Z|\A\Z")


def is_sayable(text: str) -> bool:
    """Whether a text can stand on a line and be read as it is: line ends and runs of blanks can't."""
    return _UNSAID.search(text) is None


def escaped(text: str, *, begins: bool = False) -> str:
    r"""``text`` with a backslash before every sign that would mean something; ``begins`` if it begins a line.

    >>> escaped("2*3 [sic] of http://x.org"), escaped("- no", begins=True)
    ('2\\*3 \\[sic] of http:/\\/x.org', '\\- no')
    """
    made = _WORD.sub(_word, text) if _SUSPECT.search(text) else text
    if begins and (found := _BEGINS.match(made)):
        at = found.end() - 1
        made = f"{made[:at]}\\{made[at:]}"
    return made


def _word(found: re.Match[str]) -> str:
    word = found[0]
    if _SPECIAL.search(word) or _SHORTCODE.search(word):
        return _SPANS.sub(_with_backslash, word)
    return word


def _with_backslash(found: re.Match[str]) -> str:
    sign = found[0]
    return "/\\" if sign == "/" else f"\\{sign}"


def is_title(text: str) -> bool:
    """Whether ``text`` can stand in brackets as a title."""
    return _NO_TITLE.search(text) is None
