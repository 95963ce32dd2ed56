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
from .lines import EMPTY, ONE_LINE_END, PLAIN, TITLE, begun_line, put_line, put_title
from .notes import Notes
from .shortcodes import SHORTCODES
from .tokens import (
    EMPTY_LINE,
    NEW_LINE,
    TEXT,
    Token,
)

__all__ = ["Scanner", "scan", "take"]

_USUAL = re.compile(
    rf"[ \t]*+(?:({PLAIN}){ONE_LINE_END}?"
    rf"|{TITLE}(?:(:)(?:[ \t]*+({PLAIN}){ONE_LINE_END}?|{ONE_LINE_END})?|(?=[ \t]*(?:[\r\n]|\Z)){ONE_LINE_END}?))"
    rf"|{ONE_LINE_END}"
    rf"|{EMPTY}"
)
"""What nine of ten pieces are: words, a title, both, with the end of their line if it isn't followed by an empty one, or that."""
_RUN = re.compile("={3,}")
_EQUALS = re.compile(r"(?:(?<=[\],;>()}.:/-])|(?<=[\],;>()}.:/-][ \t]))={3,}")
_NEW_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)")


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
    take(scanner)
    tokens = scanner.tokens
    if tokens and tokens[-1][0] == EMPTY_LINE:
        tokens.pop()
    if text.count("===") > 1:
        _equals(scanner)
    return tokens


def take(scanner: Scanner, ends: Callable[[str, int, str], object] | None = None) -> None:
    """Put the tokens from where the scanner stands, up to the end of the text.

    If ``ends`` is given, it is asked behind each end of a line whether to stop, with the text, the place and the kind
    of the last token.
    """
    tokens, usual, text = scanner.tokens, _USUAL.match, scanner.text
    length, before = len(text), len(tokens)
    at, last = scanner.at, scanner.last  # which others see only when they are called
    while at < length:
        sign = text[at]
        if last in _LINE_START:
            if ends is not None and len(tokens) > before and ends(text, at, last):
                break
            found = begun_line(text, at)
            if found is not None:
                last = put_line(tokens, found)
                at = found.end()
                if last == EMPTY_LINE:
                    scanner.emphasis.clear()
                continue
            if not (sign == "[" or sign.isalpha()):
                scanner.at, scanner.last = at, last
                if line_starts.begin(scanner):
                    at, last = scanner.at, scanner.last
                    continue
        found = usual(text, at)
        group = 0 if found is None else found.lastindex
        if found is None or (last == EMPTY_LINE and group in (_END, _EMPTY)):
            scanner.at, scanner.last = at, last
            _unusual(scanner, sign)
            at, last = scanner.at, scanner.last
            continue
        last = _usual(tokens, found, at, group)
        if last == EMPTY_LINE:
            scanner.emphasis.clear()
        at = found.end()
    scanner.at, scanner.last = at, last


def _usual(tokens: list[Token], found: re.Match[str], at: int, group: int | None) -> str:
    """Put what is one of the usual pieces; gives the kind of the last token."""
    end = found.end()
    if group == _WORDS:
        tokens.append((TEXT, found.start(1), end, found[1]))
        return TEXT
    if group == _WORDS_END:
        tokens.append((TEXT, found.start(1), end - 1, found[1]))
        tokens.append((NEW_LINE, end - 1, end, None))
        return NEW_LINE
    if group == _END:
        tokens.append((NEW_LINE, at, end, None))
        return NEW_LINE
    if group == _EMPTY:
        tokens.append((EMPTY_LINE, at, end, None))
        return EMPTY_LINE
    return _titled(tokens, found)


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


_WORDS, _WORDS_END, _STATEMENT, _ARGUMENT, _COLON, _SAID, *_TITLES_END, _END, _EMPTY = range(1, 12)
"""The groups of `_USUAL`."""


def _titled(tokens: list[Token], found: re.Match[str]) -> str:
    """Put a title, with the words behind its colon and the end of the line; gives the kind of the last token."""
    group = found.lastindex
    kind = put_title(tokens, found, _STATEMENT)
    if found[_SAID]:
        tokens.append((TEXT, *found.span(_SAID), found[_SAID]))
    if group in _TITLES_END:
        tokens.append((NEW_LINE, found.end() - 1, found.end(), None))
        return NEW_LINE
    return TEXT if group == _SAID else kind


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


def _unusual(scanner: Scanner, sign: str) -> None:
    """Take what begins with this sign and isn't one of the usual pieces."""
    if sign in " \t\r\n":
        _blank(scanner, scanner.at)
    elif not _HANDLERS.get(sign, _sign)(scanner):
        _sign(scanner)


def _blank(scanner: Scanner, at: int) -> None:
    """The end of a line, or blanks that count for nothing."""
    text = scanner.text
    found = _NEW_LINE.match(text, at)
    if not found:
        while text[at : at + 1] in (" ", "\t"):
            at += 1
        scanner.skip(at)
    elif scanner.last == EMPTY_LINE:
        scanner.skip(found.end())
    else:
        scanner.put(NEW_LINE, found.end(), None)


def _sign(scanner: Scanner) -> bool:
    """A sign that begins nothing: itself, with the blank after it."""
    at = scanner.at
    end = at + 1 + (scanner.text[at + 1 : at + 2] in (" ", "\t"))
    scanner.put(TEXT, end, scanner.text[at:end])
    return True
