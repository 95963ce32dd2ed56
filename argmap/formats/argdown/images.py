"""How one piece of a document is written in argmap's layout."""

from __future__ import annotations

import re

from .pieces import COMMENT, Piece
from .tokens import DATA, FRONT_MATTER, INFERENCE

__all__ = ["LINE_END", "core_end", "image", "shifted"]

LINE_END = re.compile(r"\r\n|\n|\r")
_PLAIN_RULES = re.compile(r"[^.:\\{/<\r\n]*")
"""Rules without anything in which a comma could mean something else."""


def core_end(text: str, piece: Piece) -> int:
    """Where a piece ends but for the blanks at its end; what a backslash is before belongs to it."""
    start, end = piece.start, piece.stop
    least = start + 2 if text[start] == "\\" else start
    while end > least and text[end - 1] in " \t":
        end -= 1
    return end


def image(text: str, piece: Piece, newline: str) -> str:
    """A piece as it is written, without blanks at its end; over several lines, it isn't shifted yet."""
    whole = text[piece.start : core_end(text, piece)]
    if piece.kind == INFERENCE:
        whole = _inference(whole)
    elif piece.kind == FRONT_MATTER:
        whole = _front_matter(whole)
    if piece.kind not in _LAID_OUT or LINE_END.search(whole) is None:
        return whole  # in what isn't laid out a line end is a part of a name, an address or a text
    lines = LINE_END.split(whole)
    if piece.kind == COMMENT or (piece.kind in _YAML and "|" not in whole and ">" not in whole):
        lines = [line.rstrip(" \t") for line in lines]
    return newline.join(lines)


_YAML = (DATA, FRONT_MATTER)
_LAID_OUT = (COMMENT, DATA, FRONT_MATTER, INFERENCE)


_THIRD_HYPHEN = re.compile(r"\A-(?=[ \t]*[\r\n])")


def _inference(whole: str) -> str:
    inner = _THIRD_HYPHEN.sub("", whole[2:]).rstrip("-")
    if inner.endswith("\\"):
        return whole
    if not inner:
        return "----"
    if LINE_END.search(inner) is None:
        inner = inner.strip(" \t")
        found = _PLAIN_RULES.match(inner)
        end = found.end() if found else 0
        *before, last = inner[:end].split(",")
        rules = ", ".join([*[rule.strip(" \t") for rule in before], last.lstrip(" \t")])
        if inner[end : end + 1] == "{":
            rules = rules.rstrip(" \t") + " "
        inner = f" {(rules + inner[end:]).strip(' ')} "
    return f"--{inner}--"


def _front_matter(whole: str) -> str:
    inner = whole.strip("=")
    inner = re.sub(r"\A[ \t]+(?=[\r\n])", "", inner)
    return "===" + re.sub(r"(?<=[\r\n])[ \t]+\Z", "", inner) + "==="


def shifted(whole: str, by: int, newline: str) -> str:
    """A text whose lines but the first are ``by`` blanks further in, or out as far as all of them can."""
    first, *rest = whole.split(newline)
    if by > 0:
        rest = [" " * by + line if line.strip() else line for line in rest]
    elif by < 0:
        indented = [line for line in rest if line.strip(" \t=")]  # the end of front matter isn't
        room = min([len(line) - len(line.lstrip(" \t")) for line in indented], default=0)
        rest = [line[min(-by, room) :] if line.strip(" \t=") else line for line in rest]
    return newline.join([first, *rest])
