"""The beginnings of lines that most lines have: a sign of relation or a number, a short title, plain words.

One pattern finds all of it, made of the parts by which `scanner` tells pieces one by one.
"""

from __future__ import annotations

import re

from .tokens import (
    ARGUMENT_DEFINITION,
    ARGUMENT_REFERENCE,
    EMPTY_LINE,
    NEW_LINE,
    NUMBER,
    RELATION,
    STATEMENT_DEFINITION,
    STATEMENT_REFERENCE,
    TEXT,
    Token,
)

__all__ = [
    "ABOVE",
    "EMPTY",
    "ONE_LINE_END",
    "PLAIN",
    "TITLE",
    "begun_line",
    "put_line",
    "put_title",
]

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
ABOVE = r"[ '\t]*(?:<?[-+]|_[>\s]|<_|><|\(\d+\))"
"""What begins a line that surely goes on with no text: a relation, a number, an inference."""

begun_line = re.compile(
    r"(?:([ '\t]*+)(?:(?!--)((?>\+>|->|<?\+|<?-|_>|<_|_(?=\s)))|\((\d{1,9})\))[ \t]*+|[ \t]*+(?=\[|[^\W\d_]|<(?![+_-])))"
    rf"(?:{TITLE}(?:(:)(?:[ \t]*+(?=\S)({PLAIN}))?|(?=\n))|(?=\S)({PLAIN}))"
    rf"(?:{ONE_LINE_END}|{EMPTY})?"
).match
"""Finds such a beginning with the end of the line if there is nothing else on it, and the empty lines below it."""
_STATEMENT, _, _, _BEHIND, _ALONE = range(4, 9)


def put_line(tokens: list[Token], found: re.Match[str]) -> str:
    """Put the tokens of such a beginning; gives the kind of the last."""
    blanks, operator, number, *_, end, empty = found.groups()
    after = found.end()
    if operator is not None:
        start = found.end(1)
        tokens.append((RELATION, start, start + len(operator), (operator, len(blanks))))
    elif number is not None:
        start = found.end(1)
        tokens.append((NUMBER, start, start + len(number) + 2, int(number)))
    kind = _put_words(tokens, found)
    if empty is not None:
        tokens.append((EMPTY_LINE, after - len(empty), after, None))
        return EMPTY_LINE
    if end is not None:
        tokens.append((NEW_LINE, after - 1, after, None))
        return NEW_LINE
    return kind


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
