"""The fences of a Markdown text that hold maps, with the options beside their language, and where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from ..formats.fences.scanner import Block, blocks

__all__ = ["LANGUAGES", "Fenced", "fenced", "words_in"]

LANGUAGES: tuple[str, ...] = ("argdown", "argdown-map", "argmap")
"""The languages of fences that are maps."""

_BEGINS = re.compile(r"(?:```|~~~)[ \t]*(?:\{[ \t]*\.)?arg(?:down|map)", re.IGNORECASE)
_LANGUAGE = re.compile(r"(?:\{[ \t]*)?\.?([A-Za-z-]+)(.*)", re.DOTALL)
_WORD = re.compile(
    r"\.(?P<class>[\w-]+)|#(?P<id>[\w:.-]+)"
    r"|(?P<key>[A-Za-z][\w-]*)(?:=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'{}]+)))?"
)
_CLOSES = re.compile(r"[> \t]*(`{3,}|~{3,})[ \t]*\Z")


@frozen
class Fenced:
    """A fence with a map: it takes the characters from ``start`` to before ``stop``, and ``prefix`` stands before it.

    One that is not ``closed`` ends with what it stands in.
    """

    line: int
    prefix: str
    words: dict[str, str]
    text: str
    start: int
    stop: int
    closed: bool


def fenced(text: str) -> Iterator[Fenced]:
    """The fences of maps in a Markdown text, in its order."""
    if _BEGINS.search(text) is None:  # most documents: don't look at their lines
        return
    line, counted = 1, 0
    for block in blocks(text):
        line += text.count("\n", counted, block.start)
        counted = block.start
        found = _LANGUAGE.fullmatch(block.info)
        if found is not None and found[1].lower() in LANGUAGES:
            stop = _stop(text, block)
            yield Fenced(
                line,
                block.prefix,
                words_in(found[2]),
                "".join([line.text for line in block.lines]),
                block.start,
                stop,
                stop > block.stop,
            )


def _stop(text: str, block: Block) -> int:
    """Where the fence ends, its last line included if it has one."""
    end = text.find("\n", block.stop)
    line = text[block.stop : end if end >= 0 else len(text)]
    return block.stop + len(line) if _CLOSES.fullmatch(line) else block.stop


def words_in(attributes: str) -> dict[str, str]:
    """Options as they stand behind a language, in braces or not: ``theme=dark``, ``theme="dark"``, ``.class``, ``#id``, ``flag``.

    >>> words_in('{theme=dark caption="Why it is wet" .wide #rain}')
    {'theme': 'dark', 'caption': 'Why it is wet', 'class': 'wide', 'id': 'rain'}
    """
    words: dict[str, str] = {}
    for found in _WORD.finditer(attributes):
        if found["class"]:
            words["class"] = f"{words.get('class', '')} {found['class']}".strip()
        elif found["id"]:
            words["id"] = found["id"]
        else:
            words[found["key"]] = found["double"] or found["single"] or found["bare"] or ""
    return words
