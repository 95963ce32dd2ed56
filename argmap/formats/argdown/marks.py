"""Words over lines, and what is marked among them where it is simple: links, tags, emphasis of words alone.

The patterns find nothing but what `scanner` and `words` would, so that the text, its ranges and its tags follow from what
they found.
"""

from __future__ import annotations

import re

from .content import MARKS
from .lines import PLAIN
from .tree import Range

__all__ = ["GOES_ON", "MARKED", "SAID", "Marked", "marked_in", "on_one_line"]

GOES_ON = r"\r?\n(?![ '\t]*(?:[-+]|><|\(\d+\)|\d+\.\s))[ \t]*+(?=[^\s\\@#*_.:</{])"
"""The end of a line before more of a text that begins with words or a bracket."""
_ALONE = r"\.(?=\S[^\s.]*+(?:\s|\Z))|:(?=[^\s/][^\s:]*+(?:\s|\Z))"
"""A dot or a colon in a word that has no other behind it, so that it begins no shortcode."""
_WORDS = rf"(?:{PLAIN}|{_ALONE})++"
SAID = rf"{_WORDS}(?:(?<!\t){GOES_ON}{_WORDS})*+"
"""Words over lines."""
_BEHIND = r"(?:[ ]|(?=[\r\n)}.,!?;:-]|\Z))"
MARKED = (
    r"(?:(?:\[[^\]\r\n]+\]\([^)\r\n]+\)[ ]?"
    r"|\#[a-zA-Z0-9-]++(?:[ ]|(?=[\r\n]|\Z))"
    + "".join(rf"|{m}(?![*_\s]){_WORDS}{m}{_BEHIND}" for m in (r"\*\*", r"\*", "__", "_"))
    + rf")(?![ \t])(?:{SAID})?)*+"
)
"""Links, tags, what is bold or italic, and the words behind them."""
_indentation = re.compile(r"\n[ \t]*").sub
_split = re.compile(
    r"\[([^\]]+)\]\(([^)]+)\)([ ]?)|(#[a-zA-Z0-9-]+[ ]?)|([*_]{1,2})([^*_]+)\5([ ]?)"
).split
_PARTS = 8
"""What stands before a mark, and the groups of its pattern."""
_new = tuple.__new__

Marked = tuple[str, tuple[Range, ...], tuple[str, ...], str]
"""A text, its ranges, its tags, and how it is written if it has more than tags."""


def on_one_line(text: str) -> str:
    """Words over lines with one blank for each end of a line and the blanks around it, of which the last before it stays."""
    if "\n" not in text:
        return text
    plain = text.replace("\r\n", "\n").replace(" \n", "\n")
    return _indentation(" ", plain)


def marked_in(words: str, marked: str) -> Marked:
    """What is said by the words and what is marked behind them, which stand on one line."""
    pieces, ranges = [words], []
    tags: dict[str, None] = {}
    length, source, split = len(words), "", _split(marked)
    for at in range(0, len(split) - 1, _PARTS):
        before, shown, value, blank, tag, sign, inner, behind = split[at : at + _PARTS]
        if tag is not None:
            kind, shown, value, blank = "tag", tag, tag[1:].rstrip(" "), ""
            tags[value] = None
        else:
            source = words
            if sign is None:
                kind, shown = "link", " ".join(shown.splitlines())
            else:
                kind, shown, value, blank = MARKS[sign], inner, "", behind
        length += len(before)
        ranges.append(_new(Range, (kind, length, length + len(shown), value)))
        length += len(shown) + len(blank)
        pieces += (before, shown, blank)
    pieces.append(split[-1])
    source = (source + marked).strip() if source else ""
    return "".join(pieces), tuple(ranges), tuple(tags), source
