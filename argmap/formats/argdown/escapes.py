"""Texts as they are written, so that they are read as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from .shortcodes import SHORTCODES

__all__ = ["escaped", "is_sayable", "is_title"]

_SIGNS = r"[\\\[<{]|(?<=/)\*|[*_](?!\Z)|#(?=.)|@(?=[\[<])|/(?=/)|=(?===)"
_SPECIAL = re.compile(_SIGNS)
_SPANS = re.compile(rf"{_SIGNS}|([.:])(?=.+\1)")
"""Between two dots or two colons of a word escapes mean nothing, so that the first must be escaped as well."""
_SPANS_TO_END = re.compile(rf"{_SIGNS}|([.:])(?=.*\1)")
_SHORTCODE = re.compile("|".join(re.escape(code) for code in sorted(SHORTCODES)))
_SUSPECT = re.compile(r"[\\\[<{*_#@/.:=]|  ")
_WORD = re.compile(r"[^ ]+(?=(  )?)")
_BEGINS = re.compile(r"'*(?:[+*>=#(-]|_(?=\s|\Z)|\d+\.)|[,}]")
"""What may begin something else at the start of a line; the reference takes apostrophes before it for blanks.

Behind data a comma or a brace would go on with them, even below an empty line.
"""
_INNER = " \u00a0\u2002-\u200a\u202f\u3000"
_UNSAID = re.compile(rf"[^\S{_INNER}]|(?=[^\S ])\s\s|\s[^\S ]|\A\s|\s\Z")
_NO_TITLE = re.compile(r"[\[\]<>\r\n]|\A[-+_!]|\A\s|\s\Z|\AUntitled \d+\Z|\A\Z")


def is_sayable(text: str) -> bool:
    """Whether a text can stand on a line and be read as it is: line ends and blanks around it can't."""
    return _UNSAID.search(text) is None


def escaped(text: str, *, begins: bool = False, codes: Sequence[str] = ()) -> str:
    r"""``text`` with a backslash before every sign that would mean something; ``begins`` if it begins a line.

    ``codes`` are shortcodes of the document's own.

    >>> escaped("2*3 [sic] of http://x.org"), escaped("- no", begins=True)
    ('2\\*3 \\[sic] of http:/\\/x.org', '\\- no')
    """
    made = text
    if _SUSPECT.search(text):
        own = any(code in text for code in codes)
        made = _WORD.sub(partial(_word, codes=codes if own else ()), text)
    if begins and (found := _BEGINS.match(made)):
        at = found.end() - 1
        made = f"{made[:at]}\\{made[at:]}"
    return made


def _word(found: re.Match[str], codes: Sequence[str]) -> str:
    word, blanks = found[0], found[1]
    if blanks and word[-1] in ".:":
        word = _SPANS_TO_END.sub(_with_backslash, word)
    elif (
        _SPECIAL.search(word)
        or _SHORTCODE.search(word)
        or (codes and any(code in word for code in codes))
    ):
        word = _SPANS.sub(_with_backslash, word)
    return _before_blanks(word) if blanks else word


def _before_blanks(word: str) -> str:
    """A word whose last sign is escaped, since several blanks stay what they are behind an escape."""
    before = word[:-1]
    is_escaped = (len(before) - len(before.rstrip("\\"))) % 2 == 1
    return word if is_escaped else f"{before}\\{word[-1]}"


def _with_backslash(found: re.Match[str]) -> str:
    sign = found[0]
    return "/\\" if sign == "/" else f"\\{sign}"


def is_title(text: str) -> bool:
    """Whether ``text`` can stand in brackets as a title."""
    return _NO_TITLE.search(text) is None
