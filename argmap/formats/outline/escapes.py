r"""How a text stands in an outline, so that it is read again as it was, and as text by any reader of Markdown.

A backslash stands before a mark that would mean something else, ``&#32;`` for a blank at an end, and a backslash at
the end of a line for the line end in the text.
"""

from __future__ import annotations

import re

from ...source import illegal_character
from .marks import split_mark

__all__ = ["escaped", "escaped_id", "unescaped"]

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~$#!&@]")
_PLAIN = re.compile(r"\\|\{(?=#)|&(?=#)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~•–])|&#([0-9]{1,7});|&(amp|lt|gt|quot);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}
_ODD_BLANKS = re.compile(r"^\s+|\s+$|[\r\t\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK = re.compile(r"\s")
_BEGINNINGS = ("-", "+", "=", "•", "–", ">", "*", "#")
_LEAD = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escaped(text: str, *, markdown: bool) -> list[str]:
    """The lines that say a text, without a backslash at their ends."""
    return [_line(line, markdown=markdown, first=n == 0) for n, line in enumerate(text.split("\n"))]


def _line(line: str, *, markdown: bool, first: bool) -> str:
    made = (_MARKUP if markdown else _PLAIN).sub(_with_backslash, line)
    if made.startswith(_BEGINNINGS):
        made = f"\\{made}"
    made = _LEAD.sub(r"\1\\\2", made, count=1) if _LEAD.match(made) else made
    if first and split_mark(line)[0]:
        made = made.replace(":", "\\:", 1)
    return _ODD_BLANKS.sub(lambda found: "".join([f"&#{ord(c)};" for c in found[0]]), made)


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def escaped_id(id: str) -> str:
    """An id as it stands in braces, without a blank in it."""
    return _BLANK.sub(lambda found: f"&#{ord(found[0])};", _MARKUP.sub(_with_backslash, id))


def unescaped(text: str) -> str:
    """The text that a line says; raises `ValueError` for a number that is no character of a text."""
    return _ESCAPE.sub(_meant, text) if "\\" in text or "&" in text else text


def _meant(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    if found[3]:
        return _NAMED[found[3]]
    number = int(found[2])
    char = chr(number) if number < 0x110000 else "\0"
    if illegal_character(char) is not None:
        raise ValueError(f"&#{number}; is no character of a text")
    return char
