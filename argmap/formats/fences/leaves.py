"""How the blocks of CommonMark begin and end that hold no others (specification 0.31, chapter 4)."""

from __future__ import annotations

import re

__all__ = [
    "FENCE",
    "RULE",
    "UNDERLINE",
    "heading",
    "html_block",
]

FENCE = re.compile(r"(?P<fence>`{3,}(?=[^`]*\Z)|~{3,})(?P<info>.*)", re.DOTALL)
_HEADING = re.compile(r"#{1,6}(?=[ \t]|\Z)")
RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")

_TAGS = (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl"
    " dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend"
    " li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td"
    " tfoot th thead title tr track ul"
).replace(" ", "|")
_ATTRIBUTE = r"[ \t]+[A-Za-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^ \t\"'=<>`]+|'[^']*'|\"[^\"]*\"))?"
_BLANK = re.compile(r"\A[ \t]*\Z")
_HTML: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"<(?:script|pre|style|textarea)(?:[ \t>]|\Z)", re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    ),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<![A-Za-z]"), re.compile(r">")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(rf"</?(?:{_TAGS})(?:[ \t]|/?>|\Z)", re.IGNORECASE), _BLANK),
)
_ANY_TAG = re.compile(
    rf"(?:<[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE})*[ \t]*/?>|</[A-Za-z][A-Za-z0-9-]*[ \t]*>)[ \t]*\Z"
)


def heading(rest: str) -> str | None:
    """The text of the heading with number signs that begins here, None if none does."""
    found = _HEADING.match(rest)
    if found is None:
        return None
    text = rest[found.end() :].strip(" \t")
    before = text.rstrip("#")
    return before.rstrip(" \t") if before[-1:] in ("", " ", "\t") else text


def html_block(rest: str, *, in_paragraph: bool) -> re.Pattern[str] | None:
    """What the line looks like that ends the block of HTML beginning here, None if none begins."""
    for begins, ends in _HTML:
        if begins.match(rest):
            return ends
    return _BLANK if not in_paragraph and _ANY_TAG.match(rest) else None
