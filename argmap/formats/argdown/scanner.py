"""The text of a document as tokens, in one pass; each character is looked at a bounded number of times.

What a character may begin depends on where it stands. At the start of a line relations, numbers, list items and
headings begin, which is `line_starts`; among words links, titles, tags and emphasis do, which is `words`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import define, field

from . import line_starts, words
from .ahead import Ahead
from .notes import Notes
from .shortcodes import SHORTCODES
from .tokens import (
    ARGUMENT_DEFINITION,
    ARGUMENT_REFERENCE,
    EMPTY_LINE,
    NEW_LINE,
    STATEMENT_DEFINITION,
    STATEMENT_REFERENCE,
    TEXT,
    Token,
)

__all__ = ["Scanner", "scan"]

_PLAIN = re.compile(
    r"(?:[^\\@#*_\[\],.:</>(){}\r\n;-]+"
    r"|[\],;>()}-](?:[ \t](?![ \t])|(?![ \t]))"
    r"|[.:](?:[ \t](?![ \t])|(?=[\r\n]|\Z))"
    r"|/(?![/* \t])|/[ \t](?![ \t]))+"
)
"""Words with the signs among them that begin nothing; not before two blanks, of which one is dropped."""
_RUN = re.compile("={3,}")
_EQUALS = re.compile(r"(?:(?<=[\],;>()}.:/-])|(?<=[\],;>()}.:/-][ \t]))={3,}")
_NEW_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_EMPTY_LINE = re.compile(r"(?:[ \t]*(?:\r\n|\n)){2,}")


@define
class Scanner:
    """A document on the way to its tokens: where we are, and what the last token was."""

    text: str
    notes: Notes
    ahead: Ahead
    at: int = 0
    last: str = ""
    skipped: int = -1
    emphasis: list[str] = field(factory=list)
    shortcodes: dict[str, str] = field(factory=SHORTCODES.copy)
    tokens: list[Token] = field(factory=list)

    def put(self, kind: str, end: int, value: object, *, start: int | None = None) -> None:
        """Add the token from here to ``end``, and go on there."""
        self.tokens.append((kind, self.at if start is None else start, end, value))
        self.at = end
        self.last = kind

    def skip(self, end: int) -> None:
        """Go on at ``end`` without a token."""
        self.at = self.skipped = end


def scan(text: str, notes: Notes) -> list[Token]:
    """The tokens of ``text``, blanks and comments left out."""
    scanner = Scanner(text, notes, Ahead(text))
    tokens, plain, titled, length = scanner.tokens, _PLAIN.match, _TITLED.match, len(text)
    while (at := scanner.at) < length:
        if scanner.last in _LINE_START and line_starts.begin(scanner):
            continue
        sign = text[at]
        # The four usual tokens are put without a call, as `Scanner.put` does: they are nine of ten.
        if sign == "\n" and scanner.last != EMPTY_LINE and text[at + 1 : at + 2] not in _MORE:
            tokens.append((NEW_LINE, at, at + 1, None))
            scanner.at, scanner.last = at + 1, NEW_LINE
        elif sign in " \t\r\n":
            _blank(scanner, at)
        elif found := plain(text, at):
            scanner.at = found.end()
            tokens.append((TEXT, at, scanner.at, found[0]))
            scanner.last = TEXT
        elif found := titled(text, at) if sign in "[<" else None:
            scanner.last = kind = _TITLES[sign, found[3]]
            scanner.at = found.end(3)
            tokens.append((kind, at, scanner.at, found[1] or found[2]))
        elif not _HANDLERS.get(sign, _sign)(scanner):
            _sign(scanner)
    if scanner.tokens and scanner.tokens[-1][0] == EMPTY_LINE:
        scanner.tokens.pop()
    if text.count("===") > 1:
        _equals(scanner)
    return scanner.tokens


def _equals(scanner: Scanner) -> None:
    """Tell of texts in which front matter would begin: behind most signs, and on a new line."""
    last = scanner.text.rindex("===")
    for kind, start, end, _ in scanner.tokens:
        if kind != TEXT:
            continue
        found = _RUN.match(scanner.text, start) or _EQUALS.search(scanner.text, start, end)
        if found and (found.end() <= last or len(found[0]) >= 6):
            scanner.notes.add(
                "equals-in-text",
                "three equals signs among words",
                found.start(),
                found.end(),
                hint="write \\= for the first of them",
            )


_TITLED = re.compile(
    r"(?:\[([^\]\r\n-][^\]\r\n]{0,99})\]|<([^>\r\n!-][^>\r\n!]{0,99})>)(:|(?=[ \t]*(?:[\r\n]|\Z)))"
)
"""A short title that is surely one: a colon follows its first bracket, or the end of the line. `words` knows the others."""
_TITLES = {
    ("[", ":"): STATEMENT_DEFINITION,
    ("[", ""): STATEMENT_REFERENCE,
    ("<", ":"): ARGUMENT_DEFINITION,
    ("<", ""): ARGUMENT_REFERENCE,
}
_LINE_START = ("", NEW_LINE, EMPTY_LINE)
_HANDLERS: dict[str, Callable[[Scanner], bool]] = {
    "\\": words.escape,
    "{": words.braces,
    "[": words.square,
    "<": words.angle,
    "@": words.mention,
    "#": words.tag,
    "*": words.emphasis,
    "_": words.emphasis,
    ".": words.shortcode,
    ":": words.shortcode,
    "/": words.comment,
}


def _blank(scanner: Scanner, at: int) -> None:
    """An empty line, the end of a line, or blanks that count for nothing."""
    text = scanner.text
    found = _EMPTY_LINE.match(text, at)
    if found and scanner.last != EMPTY_LINE:
        scanner.emphasis.clear()
        scanner.put(EMPTY_LINE, found.end(), None)
        return
    found = _NEW_LINE.match(text, at)
    if not found:
        while text[at : at + 1] in (" ", "\t"):
            at += 1
        scanner.skip(at)
    elif scanner.last == EMPTY_LINE:
        scanner.skip(found.end())
    else:
        scanner.put(NEW_LINE, found.end(), None)


_MORE = ("\r", "\n", " ", "\t")


def _sign(scanner: Scanner) -> bool:
    """A sign that begins nothing: itself, with the blank after it."""
    at = scanner.at
    end = at + 1 + (scanner.text[at + 1 : at + 2] in (" ", "\t"))
    scanner.put(TEXT, end, scanner.text[at:end])
    return True
