"""Cells of CSV and TSV (RFC 4180) with their places, and how a cell is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import field, frozen

from ...errors import ReadError
from ...source import SourceText

__all__ = ["Cell", "delimiter_of", "quoted", "rows_of", "told_list"]

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')
_PLAIN = {mark: re.compile(rf"[^{mark}\r\n]*+") for mark in (",", ";", "\t")}
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"[ ]*+")
_LIST_MARK = ";"


@frozen(weakref_slot=False)  # a row has many
class Cell:
    """What stands in a cell, from where on, in how many characters; ``quoted`` cells are taken letter by letter."""

    text: str
    start: int
    size: int  # a small number, unlike the end, is an object that all cells share
    quoted: bool = field(default=False)

    @property
    def end(self) -> int:
        """Where the cell ends."""
        return self.start + self.size


def delimiter_of(text: str) -> str:
    """What parts the cells of a table: the comma, semicolon or tab that is most frequent in its first line."""
    head = text.lstrip("\r\n")[:10_000]
    found = _LINE_END.search(head)
    line = _QUOTED.sub("", head[: found.start()] if found else head)
    return max((",", ";", "\t"), key=line.count)


def rows_of(source: SourceText, delimiter: str, start: int = 0) -> Iterator[list[Cell]]:
    """The rows of a text, empty ones too, from where one starts on; raises `ReadError` for a quote that nothing closes.

    One after the other: the cells of a table of a megabyte, all at once, take a hundred.
    """
    text = source.text
    row: list[Cell] = []
    at, after_mark = start, True
    while at < len(text) or (after_mark and row):
        cell, at = _cell(source, at, delimiter)
        row.append(cell)
        after_mark = text[at : at + 1] == delimiter
        if after_mark:
            at += 1
        else:
            found = _LINE_END.match(text, at)
            at = found.end() if found else at
            yield row
            row = []


def _cell(source: SourceText, at: int, delimiter: str) -> tuple[Cell, int]:
    """The cell that begins at ``at``, and where it ends."""
    text = source.text
    start = _after_blanks(text, at)
    if text[start : start + 1] != '"':
        found = _PLAIN[delimiter].match(text, at)
        end = found.end() if found else at
        return Cell(text[at:end].strip(), at, end - at), end
    match = _QUOTED.match(text, start)
    if match is None:
        hint = 'end it with a quote, or double each quote inside: ""'
        raise ReadError("this quote isn't closed", span=source.span(start), hint=hint)
    end = _after_blanks(text, match.end())
    if end < len(text) and text[end] not in (delimiter, "\r", "\n"):
        hint = 'double each quote inside a cell in quotes: ""'
        raise ReadError("a quote ends the cell, and more follows", span=source.span(end), hint=hint)
    return Cell(match[1].replace('""', '"'), start, match.end() - start, quoted=True), end


def _after_blanks(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def quoted(text: str, delimiter: str) -> str:
    """A text as a cell: in quotes where it would else be read as something else.

    >>> print(quoted('say "a, b" twice', ","))
    "say ""a, b"" twice"
    """
    if text == text.strip() and not any(char in text for char in (delimiter, '"', "\r", "\n")):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def told_list(items: list[str]) -> str | None:
    """A list as people write it, with semicolons; None if that would be read as another list.

    >>> told_list(["a", "b"]), told_list(["a; b"])
    ('a; b', None)
    """
    plain = all(
        item and item == item.strip() and _LIST_MARK not in item and not item.startswith("[")
        for item in items
    )
    return f"{_LIST_MARK} ".join(items) if plain and items else None
