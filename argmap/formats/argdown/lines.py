"""The beginnings of lines that most lines have: a sign of relation or a number, a short title, plain words.

One pattern finds all of it, made of the parts by which `scanner` tells pieces one by one. Where the line ends behind the
words and what follows it can't belong to it, the line is a whole entry: it may become one token, which holds what the parser
would make of several.
"""

from __future__ import annotations

import re

from .tokens import (
    ARGUMENT_DEFINITION,
    ARGUMENT_REFERENCE,
    EMPTY_LINE,
    LINE,
    NEW_LINE,
    NUMBER,
    RELATION,
    STATEMENT_DEFINITION,
    STATEMENT_REFERENCE,
    TEXT,
    Said,
    Token,
)
from .tree import Form

__all__ = ["EMPTY", "ONE_LINE_END", "PLAIN", "TITLE", "begun_line", "put_line", "put_title"]

PLAIN = (
    r"(?:[^\\@#*_\[\],.:</>(){}\r\n;-]++"
    r"|[\],;>()}-](?:[ \t](?![ \t])|(?![ \t]))"
    r"|[.:](?:[ \t](?![ \t])|(?=[\r\n]|\Z))"
    r"|/(?![/* \t])|/[ \t](?![ \t]))++"
)
"""Words with the signs among them that begin nothing; not before two blanks, of which one is dropped."""
TITLE = r"(?:\[([^\]\r\n-][^\]\r\n]{0,99})\]|<([^>\r\n!-][^>\r\n!]{0,99})>)"
"""A short title that is surely one, if a colon follows its first bracket, or the end of the line. `words` knows the others."""
ONE_LINE_END = r"(\n(?![ \t]*[\r\n]))"
EMPTY = r"((?:[ \t]*+\r?+\n){2,}+)"
"""The end of a line with empty lines below it."""

begun_line = re.compile(
    r"(?:([ '\t]*+)(?:(?!--)((?>\+>|->|<?\+|<?-|_>|<_|_(?=\s)))|\((\d{1,9})\))[ \t]*+|[ \t]*+(?=\[|[^\W\d_]|<(?![+_-])))"
    rf"(?:{TITLE}(?:(:)(?:[ \t]*+(?=\S)({PLAIN}))?|(?=\n))|(?=\S)({PLAIN}))"
    rf"(?:(\n)(?=[ '\t]*(?:<?[-+]|_[>\s]|<_|><|\(\d+\)))|{ONE_LINE_END}|{EMPTY})?"
).match
"""Finds such a beginning with the end of the line if there is nothing else on it, and the empty lines below it."""
_NUMBER, *_SAID = range(3, 9)
_STATEMENT, _ARGUMENT, _, _BEHIND, _ALONE = _SAID
_BLANKS = (" ", "\t")


def put_line(tokens: list[Token], found: re.Match[str], *, whole: bool) -> str:
    """Put the tokens of such a beginning, one if it is an entry and may be ``whole``; gives the kind of the last."""
    blanks, operator, number, _, _, _, _, _, above, end, empty = found.groups()
    after = found.end()
    # Of the three ends one at most is there.
    stop = after - (above is not end if empty is None else len(empty))
    said = _said(found, stop) if whole and above is not empty else None
    if operator is not None:
        start = found.end(1)
        value = (operator, len(blanks), said)
        tokens.append((RELATION, start, start + len(operator), value))
    elif number is not None:
        start = found.end(1)
        tokens.append((NUMBER, start, start + len(number) + 2, (int(number), said)))
    elif said is not None:
        tokens.append((LINE, _start(found), said[4], said))
    kind = LINE if said is not None else _put_words(tokens, found)
    if empty is not None:
        kind = EMPTY_LINE
        tokens.append((EMPTY_LINE, stop, after, None))
    elif stop < after:
        kind = NEW_LINE
        if said is None:
            tokens.append((NEW_LINE, stop, after, None))
    return kind


def _said(found: re.Match[str], stop: int) -> Said | None:
    """What a whole line says whose words end at ``stop``; None if the parser would refuse it."""
    statement, argument, colon, behind, alone = found.group(*_SAID)
    words = behind or alone or ""
    if words[-1:] in _BLANKS:
        stop += len(words.rstrip(" \t")) - len(words)
    if alone is not None:
        return ("statement", "plain", "", alone, stop)
    if colon is not None and behind is None:
        return None
    form: Form = "reference" if behind is None else "definition"
    if statement is not None:
        return ("statement", form, statement, words, stop)
    return None if found[_NUMBER] is not None else ("argument", form, argument, words, stop)


def _start(found: re.Match[str]) -> int:
    """Where the words or the title of a line begin."""
    alone = found.start(_ALONE)
    return alone if alone >= 0 else max(found.start(_STATEMENT), found.start(_ARGUMENT)) - 1


def _put_words(tokens: list[Token], found: re.Match[str]) -> str:
    """Put a title and words, or one of them; gives the kind of the last token."""
    if found[_ALONE]:
        tokens.append((TEXT, *found.span(_ALONE), found[_ALONE]))
        return TEXT
    kind = put_title(tokens, found, _STATEMENT)
    if found[_BEHIND]:
        tokens.append((TEXT, *found.span(_BEHIND), found[_BEHIND]))
        return TEXT
    return kind


def put_title(tokens: list[Token], found: re.Match[str], first: int) -> str:
    """Put a title and give its kind; ``first`` is the group of a statement's, behind it are an argument's and the colon."""
    said = first if found[first] is not None else first + 1
    colon = found[first + 2] is not None
    kind = (_DEFINITIONS if colon else _REFERENCES)[said - first]
    start, stop = found.span(said)
    tokens.append((kind, start - 1, stop + 1 + colon, found[said]))
    return kind


_DEFINITIONS = (STATEMENT_DEFINITION, ARGUMENT_DEFINITION)
_REFERENCES = (STATEMENT_REFERENCE, ARGUMENT_REFERENCE)
